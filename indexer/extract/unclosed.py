"""The first and the last row of a drawn table where nothing closes it, as white rows often are.

Of rows that are shaded by turns only every other is drawn; and a table that has rules below its
rows only has none above the first. Such a row stands close to the others, and its cells begin, or
end, where theirs do.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import inf

from indexer.extract.grids import Edge
from indexer.extract.lines import Cell, Line
from indexer.extract.rows import Piece, Row, levels_of, pieces_of, row_of

_ALIGNED = 2.0  # points: the cells of a column begin, or end, so close to one another
_CLOSE = 1.7  # times the size: so far at most the lines of one cell are apart
_NEXT = 1.2  # times the size: so far at most such a row stands above or below the others
_SAME_SIZE = 0.05


def open_rows(table: Sequence[Row], bounds: Sequence[Edge], lines: Iterable[Line]) -> Iterator[Row]:
    """The rows right above and below what is drawn of a table, each if there is one.

    Args:
        table: the rows that are drawn.
        bounds: its sides, and what parts its columns between them, from left to right.
        lines: of the page.
    """
    x0, x1, foot, top = bounds[0].at, bounds[-1].at, bounds[0].low, bounds[0].high
    beside = [line for line in lines if line.x0 > x0 and line.x1 < x1]
    levels = list(levels_of([piece for line in beside for piece in pieces_of(line)]))
    above = [level for level in levels if level[0].middle > top]
    below = [level for level in levels if level[0].middle < foot]
    endless = [Edge(bound.at, -inf, inf) for bound in bounds]
    for pieces in (_upper(above[::-1], table, top), _lower(below, table, foot)):
        row = row_of(pieces, endless)
        if row and len(row) > 1:
            yield row


def _upper(levels: Iterable[Sequence[Piece]], table: Sequence[Row], top: float) -> list[Piece]:
    """The pieces upwards from a table to the first height with something in the first column."""
    row: list[Piece] = []
    for level in levels:
        line = level[0].line
        reach = _CLOSE if row else _NEXT
        if line.y0 - top > reach * line.size or not _fits(level, table):
            break
        row += level
        top = line.y0
        if _opens(level, table):
            return row
    return []


def _lower(levels: Iterable[Sequence[Piece]], table: Sequence[Row], foot: float) -> list[Piece]:
    """The pieces downwards from a table to the second height with something in the first column."""
    row: list[Piece] = []
    for level in levels:
        line = level[0].line
        reach = _CLOSE if row else 1 + _NEXT
        if foot - line.y0 > reach * line.size or not _fits(level, table):
            break
        if _opens(level, table) == bool(row):
            break
        row += level
        foot = line.y0
    return row


def _fits(level: Iterable[Piece], table: Sequence[Row]) -> bool:
    """Whether all pieces are set as those of a table, and begin or end where some of them do."""
    pieces = [piece for row in table for cell in row.values() for piece in cell]
    size = pieces[0].line.size
    return all(
        abs(piece.line.size - size) < _SAME_SIZE * size
        and any(_are_aligned(piece.cell, other.cell) for other in pieces)
        for piece in level
    )


def _opens(level: Iterable[Piece], table: Sequence[Row]) -> bool:
    """Whether a height has something in the first column of a table."""
    first = min(chain(*table))
    cells = [piece.cell for row in table for piece in row.get(first, ())]
    return any(_are_aligned(piece.cell, cell) for piece in level for cell in cells)


def _are_aligned(one: Cell, other: Cell) -> bool:
    return min(abs(one.x0 - other.x0), abs(one.x1 - other.x1)) < _ALIGNED
