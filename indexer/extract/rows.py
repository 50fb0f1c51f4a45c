"""What stands in the rows of a table: pieces of lines, their heights, their columns."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from indexer.extract.grids import Edge
from indexer.extract.lines import Cell, Line
from indexer.extract.pieces import BULLETS

_LEVEL = 0.3  # times the size: lines of one height differ less
_ROOM = 1.0  # times the size: a space, and what stays white before the next column
_OVER = 2.0  # points: so much text may lie over what parts columns

_MARKER = re.compile(rf"[{re.escape(BULLETS)}–—*-]|\(?(?:\d{{1,2}}|[a-z])[.)]")


class Piece(NamedTuple):
    """What may be a line of a cell: a line, or what one has between two whites."""

    cell: Cell
    line: Line

    @property
    def middle(self) -> float:
        """The middle of its height."""
        return (self.line.y0 + self.line.y1) / 2


Row: TypeAlias = Mapping[int, Sequence[Piece]]
"""The pieces of each cell by its column, in reading order."""


def pieces_of(line: Line) -> Iterator[Piece]:
    """What a line has between its whites; the line, if it has none but behind a bullet."""
    parts = line.cells or line.parts
    if " ".join(part.text for part in parts) != line.text:  # it has been mended since
        parts = (Cell(line.x0, line.x1, line.text),)
    if len(parts) > 1 and is_marker(parts[0].text):
        first, second, *rest = parts
        parts = (Cell(first.x0, second.x1, f"{first.text} {second.text}"), *rest)
    return (Piece(part, line) for part in parts)


def is_marker(text: str) -> bool:
    """Whether a text is but the bullet, number or letter before an item."""
    return _MARKER.fullmatch(text) is not None


def levels_of(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces by their height, from top to bottom, each from left to right."""
    level: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -piece.line.y0):
        if level and level[0].line.y0 - piece.line.y0 > _LEVEL * piece.line.size:
            yield sorted(level, key=_left)
            level = []
        level.append(piece)
    if level:
        yield sorted(level, key=_left)


def _left(piece: Piece) -> float:
    return piece.cell.x0


def row_of(pieces: Sequence[Piece], bounds: Sequence[Edge]) -> dict[int, list[Piece]] | None:
    """The pieces of a row by their column; None where one lies over what parts columns.

    What stands alone in its row may lie over all columns, but not over the sides of the table.

    Args:
        pieces: of the row.
        bounds: the sides and what parts the columns between them, from left to right.
    """
    row: dict[int, list[Piece]] = defaultdict(list)
    levels = list(levels_of(pieces))
    is_alone = all(len(level) == 1 for level in levels) and len({_left(*at) for at in levels}) == 1
    for piece in chain(*levels):
        crossed = [edge for edge in bounds if _crosses(piece, edge)]
        if crossed and (not is_alone or crossed[0] is bounds[0] or crossed[-1] is bounds[-1]):
            return None
        x = piece.cell.x0 if crossed else (piece.cell.x0 + piece.cell.x1) / 2
        beside = [at for at, edge in enumerate(bounds) if edge.at < x and _is_beside(piece, edge)]
        row[max(beside, default=0)].append(piece)
    return dict(sorted(row.items()))


def _is_beside(piece: Piece, edge: Edge) -> bool:
    return edge.low < piece.middle < edge.high


def _crosses(piece: Piece, edge: Edge) -> bool:
    cell = piece.cell
    return _is_beside(piece, edge) and cell.x0 < edge.at - _OVER and cell.x1 > edge.at + _OVER


def had_room(piece: Piece, above: Piece, end: float) -> bool:
    """Whether the first word of a line would have fitted behind the line above it."""
    text, cell = piece.cell.text, piece.cell
    wide = (cell.x1 - cell.x0) * len(text.split()[0]) / len(text)
    return above.cell.x1 + wide + _ROOM * piece.line.size < end
