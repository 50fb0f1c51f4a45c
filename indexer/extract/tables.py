"""The rows of tables: each becomes one line, cell by cell, also where its cells have more lines.

Where a table is drawn, its rules and shades tell what a row is (`ruled`). Elsewhere, what stands
beside one another row after row does (`unruled`), or a line that the reader of a file knows as one;
`wrapped` finds the other lines of their cells.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec import structs

from indexer.extract.lines import Cell, Line, Shape
from indexer.extract.repair import WordTest, join_lines
from indexer.extract.ruled import ruled_rows
from indexer.extract.unruled import LeadingOf, unruled_rows
from indexer.extract.wrapped import wrapped_rows

CELL_SEPARATOR = " | "
"""What stands between two cells of a row where the file itself has no white there."""

_Joined: TypeAlias = Mapping[Line, Line | None]
"""What stands for a line: the row that it is the first of, or nothing for the others of a row."""


def whole_rows(
    lines: Sequence[Line],
    shapes: Sequence[Shape],
    is_word: WordTest,
    *,
    leading_of: LeadingOf = lambda line: 1.25 * line.size,
) -> tuple[Line, ...]:
    """The lines of a page in their order; each row of a table is one line, its cells whole.

    Args:
        lines: of the page; those with `cells` show where its tables are.
        shapes: what is drawn; thin rules part rows.
        is_word: helps to join words that break in a cell.
        leading_of: the usual distance from a line to the next.
    """
    drawn = _drawn(lines, shapes, is_word)
    rows = {line for line in drawn.values() if line}
    lines = _with(drawn, lines)
    free = [line for line in lines if line not in rows]
    lines = _with(_beside(free, leading_of), lines)
    free = [line for line in lines if line not in rows]
    return _with(_wrapped(free, shapes, is_word), lines)


def _drawn(lines: Sequence[Line], shapes: Sequence[Shape], is_word: WordTest) -> _Joined:
    """The rows of tables that are drawn, by the first line of each."""
    joined: dict[Line, Line | None] = {}
    for row in ruled_rows(lines, shapes):
        pieces = [piece for cell in row.values() for piece in cell]
        parts = sorted({piece.line for piece in pieces}, key=lines.index)
        cells = {at: [piece.cell for piece in cell] for at, cell in row.items()}
        joined.update(dict.fromkeys(parts))
        joined[parts[0]] = _line_of(cells, parts, is_word)
    return joined


def _beside(lines: Sequence[Line], leading_of: LeadingOf) -> _Joined:
    """The rows of tables without any line, the first line of each cell together."""
    joined: dict[Line, Line | None] = {}
    for row in unruled_rows(lines, leading_of):
        parts = sorted({piece.line for piece in row}, key=lines.index)
        if len(parts) > 1 or not parts[0].cells:
            cells = {at: [piece.cell] for at, piece in enumerate(row)}
            joined.update(dict.fromkeys(parts))
            joined[parts[0]] = _line_of(cells, parts, lambda _word: False)
    return joined


def _wrapped(lines: Sequence[Line], shapes: Sequence[Shape], is_word: WordTest) -> _Joined:
    """The rows with a cell of more lines than one, by the first line of each."""
    joined: dict[Line, Line | None] = {}
    for row, cells in wrapped_rows(lines, shapes):
        parts = sorted(row, key=lines.index)
        joined.update(dict.fromkeys(parts))
        joined[parts[0]] = _line_of(cells, parts, is_word)
    return joined


def _with(joined: _Joined, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each row in the place of its first line."""
    kept = (joined.get(line, line) for line in lines)
    return tuple(line for line in kept if line is not None)


def cell_starts(text: str, cells: Iterable[str]) -> tuple[int, ...]:
    """Where in the text of a row each cell begins; nothing where one does not stand in it."""
    starts: list[int] = []
    end = 0
    for cell in cells:
        start = text.find(cell, end)
        if start < 0:
            return ()
        starts.append(start)
        end = start + len(cell)
    return tuple(starts)


def _line_of(row: Mapping[int, Sequence[Cell]], parts: Sequence[Line], is_word: WordTest) -> Line:
    """The line of a row, of the cells of its columns and the lines that they stand on."""
    whole = tuple(
        Cell(
            min(cell.x0 for cell in cells),
            max(cell.x1 for cell in cells),
            join_lines([cell.text for cell in cells], is_word=is_word),
        )
        for _, cells in sorted(row.items())
    )
    return structs.replace(
        parts[0],
        text=" ".join(cell.text for cell in whole),
        x0=min(line.x0 for line in parts),
        y0=min(line.y0 for line in parts),
        x1=max(line.x1 for line in parts),
        y1=max(line.y1 for line in parts),
        cells=whole,
    )
