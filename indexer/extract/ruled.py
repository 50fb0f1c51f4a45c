"""The rows of tables that are drawn, by rules or by shaded cells: each becomes one line.

A row is what stands between two rungs of a ladder (`grids`), however many lines its cells have, and
whichever the file draws first. Uprights part its cells, or the white that row after row shares.

What is drawn like a table and is none stays what it was: columns of running text, whose cells are
long, and forms, whose cells have a label above a value. Text that lies over a rung or an upright
parts a table in two.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median

from indexer.extract.grids import Edge, Grid, grids_of
from indexer.extract.lines import Line, Shape
from indexer.extract.rows import Piece, Row, had_room, levels_of, pieces_of, row_of
from indexer.extract.unclosed import open_rows

_OUT = 4.0  # points: so much text may stand out of its cell
_WHITE = 2.5  # points: the white between columns is no narrower
_FEWEST_ROWS = 2
_LONGEST_LABEL, _LONGEST_CELL = 100, 500  # letters: where cells are usually longer it is text
_LONGEST_ALONE = 60  # letters: idem, of the first cell of a row that stands alone


def ruled_rows(lines: Sequence[Line], shapes: Sequence[Shape]) -> Iterator[Row]:
    """The rows of the tables that are drawn on a page.

    Args:
        lines: of the page.
        shapes: what is drawn there.
    """
    free = [line for line in lines if not line.turned]
    for grid in grids_of(shapes):
        rows = [row for table in _tables(grid, free) for row in table]
        used = {piece.line for row in rows for cell in row.values() for piece in cell}
        free = [line for line in free if line not in used]
        yield from rows


def _tables(grid: Grid, lines: Sequence[Line]) -> Iterator[Sequence[Row]]:
    """The tables in a grid, with the rows right above and below them that nothing closes."""
    pieces = _by_row(grid, lines)
    bounds = _bounds(grid, pieces)
    found: list[Row] = []
    tables = [found]
    for row in _rows(grid, pieces, bounds):
        if row is None:
            found = []
            tables.append(found)
        elif row:
            found.append(row)
    for table in tables if grid.uprights else map(_without_lone_ends, tables):
        if _is_table(table, grid):
            parted = [part for row in table for part in _apart(row, bounds)]
            is_grid = grid.uprights and len(table) > _FEWEST_ROWS
            if is_grid or not any(map(_are_rows, parted)):
                yield [*parted, *open_rows(parted, bounds, lines)]


def _without_lone_ends(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows from the first to the last that has cells beside one another.

    Rules alone part more than rows: the head of a page from its text, a quote from the text.
    """
    full = [at for at, row in enumerate(rows) if len(row) > 1]
    return rows[full[0] : full[-1] + 1] if full else ()


def _rows(
    grid: Grid, pieces: Sequence[Sequence[Piece]], bounds: Sequence[Edge]
) -> Iterator[Row | None]:
    """The row between each rung and the next; None for what cannot be one.

    Of rows that are shaded by turns only every other has uprights; the cells of the others are
    parted as theirs. Where nothing stands even at the sides, but does elsewhere, there may be text
    between two tables: a row there has cells beside one another.
    """
    endless = [Edge(bound.at, -inf, inf) for bound in bounds]
    closing = [grid.closing(at) for at in range(len(pieces))]
    inner = {edge.at for edge in grid.uprights}
    for beside, between in zip(closing, pieces, strict=True):
        row = row_of(between, bounds if beside & inner or not inner else endless)
        yield row if beside or not any(closing) or not row or len(row) > 1 else None


def _apart(row: Row, bounds: Sequence[Edge]) -> Iterator[Row]:
    """The rows that stand between two rungs: more than one, where only head and foot have a rule.

    A row begins where words of a height would have had room on the lines above them: all words, or
    some, where each of three heights and more has words in all columns.
    """
    columns = {id(piece): column for column, cell in row.items() for piece in cell}
    levels = list(levels_of([piece for cell in row.values() for piece in cell]))
    is_full = len(levels) > _FEWEST_ROWS and all(len(level) >= len(row) for level in levels)
    begun: dict[int, list[Piece]] = {}
    for level in levels:
        placed = [(columns[id(piece)], piece) for piece in level]
        rooms = [
            had_room(piece, begun[column][-1], bounds[column + 1].at)
            for column, piece in placed
            if column in begun
        ]
        may_begin = placed[0][0] == min(row) and not level[0].cell.text[:1].islower()
        if len(rooms) > 1 and may_begin and (any if is_full else all)(rooms):
            yield begun
            begun = {}
        for column, piece in placed:
            begun.setdefault(column, []).append(piece)
    if begun:
        yield dict(sorted(begun.items()))


def _are_rows(row: Row) -> bool:
    """Whether what stands between two rules may be many rows, since it has many full heights."""
    levels = levels_of([piece for cell in row.values() for piece in cell])
    return sum(len(level) >= len(row) > 1 for level in levels) > _FEWEST_ROWS


def _by_row(grid: Grid, lines: Sequence[Line]) -> Sequence[Sequence[Piece]]:
    """The pieces between each rung and the next, those of a cell over more rows in its first."""
    rows: list[list[Piece]] = [[] for _ in grid.rungs[1:]]
    for line in lines:
        middle = (line.y0 + line.y1) / 2
        if not grid.foot < middle < grid.top or line.x1 < grid.x0 or line.x0 > grid.x1:
            continue
        for piece in pieces_of(line):
            rows[_place(grid, piece)].append(piece)
    return rows


def _place(grid: Grid, piece: Piece) -> int:
    """The place of the rung that the cell of a piece hangs from."""
    x = (piece.cell.x0 + piece.cell.x1) / 2
    above = [at for at, rung in enumerate(grid.rungs) if rung.at > piece.middle]
    over = [at for at in above if grid.rungs[at].low - _OUT < x < grid.rungs[at].high + _OUT]
    return max(over or above)


def _bounds(grid: Grid, rows: Sequence[Sequence[Piece]]) -> list[Edge]:
    """What parts the columns: the uprights, and the white between them that rows share."""
    bounds: list[Edge] = [Edge(grid.x0 - _OUT, grid.foot, grid.top)]
    bounds += sorted(grid.uprights, key=lambda edge: edge.at)
    bounds.append(Edge(grid.x1 + _OUT, grid.foot, grid.top))
    whites = [
        Edge(x, grid.foot, grid.top)
        for left, right in pairwise(bounds)
        for x in _whites(left.at, right.at, rows)
    ]
    return sorted([*bounds, *whites], key=lambda edge: edge.at)


def _whites(x0: float, x1: float, rows: Sequence[Sequence[Piece]]) -> Iterator[float]:
    """The middles of the whites between two uprights, if most rows have pieces beside them."""
    inside = [[piece for piece in row if x0 < piece.cell.x0 and piece.cell.x1 < x1] for row in rows]
    parted = [row for row in inside if _is_parted(row)]
    if len(parted) < max(_FEWEST_ROWS, sum(map(bool, inside)) / 2):
        return
    right = x1
    for cell in sorted((piece.cell for row in parted for piece in row), key=lambda cell: cell.x0):
        if cell.x0 - right >= _WHITE:
            yield (right + cell.x0) / 2
        right = max(right, cell.x1) if right < x1 else cell.x1


def _is_parted(row: Sequence[Piece]) -> bool:
    """Whether a row has pieces beside one another."""
    return any(len(level) > 1 for level in levels_of(row))


def _is_table(rows: Sequence[Row], grid: Grid) -> bool:
    """Whether rows have cells beside one another, and these are neither text nor a form."""
    full = [row for row in rows if len(row) > 1]
    cells = [piece.cell.text for row in rows for cell in row.values() for piece in cell]
    if len(full) < max(1, len(rows) / 2) or sum(map(_has_words, cells)) < len(cells) / 2:
        return False
    columns: dict[int, list[int]] = defaultdict(list)
    for row in full:
        for column, cell in row.items():
            columns[column].append(sum(len(piece.cell.text) for piece in cell))
    usual = [median(letters) for letters in columns.values()]
    lines = {piece.line for row in rows for cell in row.values() for piece in cell}
    if not grid.uprights and len(lines) <= len(rows):
        return False  # each row is a line already
    if len(full) < _FEWEST_ROWS and not (grid.uprights and min(usual) <= _LONGEST_ALONE):
        return False
    return min(usual) <= _LONGEST_LABEL and max(usual) <= _LONGEST_CELL and not _is_form(full)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _is_form(rows: Sequence[Row]) -> bool:
    """Whether most cells have a label of another type above their value."""
    cells = [cell for row in rows for cell in row.values()]
    titled = sum(
        (cell[0].line.size, cell[0].line.bold) != (cell[-1].line.size, cell[-1].line.bold)
        for cell in cells
    )
    return titled > len(cells) / 2
