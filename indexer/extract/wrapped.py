"""The rows of tables that have cells of more lines than one, where nothing is drawn around them.

Lines that are known as rows show where the columns of a table begin. Lines between and below them
that begin there too belong to the row above, if no rule parts them, if they stand closer than rows
do, if they have nothing in the first column, or the rest of a label.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from indexer.extract.lines import Cell, Line, Shape

_ALIGNED = 2.0  # points: the cells of a column begin within so much of each other
_LEVEL = 0.3  # times the size: lines of one height differ less
_REACH = 4.0  # times the size: so far apart at most are the rows of a table
_CLOSE = 1.7  # times the size: so far at most the lines of one cell are apart
_FURTHER = 1.2  # times the distance of lines in a cell: the distance of rows
_SAME_SIZE = 0.05
_THIN, _LONG = 4.0, 0.5  # points; of the width of the table: a rule between rows
_FEWEST_ROWS = 2


class _Column(NamedTuple):
    """Where the cells of a column begin, or end: those of figures often end together."""

    x: float
    ends: bool

    def has(self, cell: Cell) -> bool:
        """Whether a cell stands in it."""
        return abs((cell.x1 if self.ends else cell.x0) - self.x) < _ALIGNED


class _Level(NamedTuple):
    """What stands at one height in a table: the lines, and the cells by their column."""

    y: float
    lines: list[Line]
    cells: dict[int, Cell]


def wrapped_rows(
    lines: Sequence[Line], shapes: Sequence[Shape]
) -> Iterator[tuple[Sequence[Line], Mapping[int, Sequence[Cell]]]]:
    """The lines of each row that has more than one, and its cells by column, line by line.

    Args:
        lines: of the page; those with `cells` show where its tables are.
        shapes: what is drawn; thin rules part rows.
    """
    for rows in _tables(lines):
        levels = _levels(rows, lines, _columns(rows))
        for row in _rows(levels, shapes):
            parts = [line for level in row for line in level.lines]
            if len(parts) > 1:
                cells: dict[int, list[Cell]] = defaultdict(list)
                for at, cell in (place for level in row for place in level.cells.items()):
                    cells[at].append(cell)
                yield parts, cells


def _tables(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The rows of each table: near one another, in one size, and beginning in the same columns."""
    tables: list[list[Line]] = []
    for line in sorted((line for line in lines if line.cells), key=lambda line: -line.y0):
        for table in tables:
            if _goes_on(table, line):
                table.append(line)
                break
        else:
            tables.append([line])
    yield from (table for table in tables if len(table) >= _FEWEST_ROWS)


def _goes_on(table: Sequence[Line], line: Line) -> bool:
    last = table[-1]
    near = last.y0 - line.y0 < 2 * _REACH * line.size
    places = [cell for row in table for cell in row.cells]
    shared = sum(
        any(min(abs(cell.x0 - one.x0), abs(cell.x1 - one.x1)) < _ALIGNED for one in places)
        for cell in line.cells
    )
    return near and _same_size(last, line) and shared >= min(2, len(line.cells))


def _columns(rows: Sequence[Line]) -> list[_Column]:
    """The columns of a table: where at least two of its rows have a cell begin, or else end."""
    cells = [cell for row in rows for cell in row.cells]
    lefts = [x for x in _places(cell.x0 for cell in cells) if not _are_figures(x, cells)]
    others = [cell for cell in cells if not any(abs(cell.x0 - x) < _ALIGNED for x in lefts)]
    rights = _places(cell.x1 for cell in others)
    columns = [_Column(x, ends=False) for x in lefts] + [_Column(x, ends=True) for x in rights]
    return sorted(columns)


def _are_figures(x: float, cells: Sequence[Cell]) -> bool:
    """Whether the cells that begin at a place end together, and more with them: figures, by length.

    Those of one length begin together too, but it is where they end that makes them a column.
    """
    own = [cell for cell in cells if abs(cell.x0 - x) < _ALIGNED]
    ends = [cell for cell in cells if abs(cell.x1 - own[0].x1) < _ALIGNED]
    return len(ends) > len(own) and all(cell in ends for cell in own)


def _places(edges: Iterable[float]) -> list[float]:
    """Where edges lie, more than one at a place."""
    places: list[list[float]] = []
    for x in sorted(edges):
        if places and x - places[-1][0] < _ALIGNED:
            places[-1].append(x)
        else:
            places.append([x])
    return [place[0] for place in places if len(place) >= _FEWEST_ROWS]


def _levels(
    rows: Sequence[Line], lines: Sequence[Line], columns: Sequence[_Column]
) -> list[_Level]:
    """The heights of a table from top to bottom, those below its last row too while they fit."""
    levels: list[_Level] = []
    last = rows[-1]
    for line in sorted(lines, key=lambda line: (-line.y0, line.x0)):
        if line.y0 > rows[0].y0 + _LEVEL * line.size or not _same_size(rows[-1], line):
            continue
        low = min(levels[-1].y if levels else line.y0, last.y0)
        cells = _in_columns(line, columns)
        if cells is None or low - line.y0 > _CLOSE * line.size:
            continue
        if levels and levels[-1].y - line.y0 < _LEVEL * line.size:
            if not cells.keys() & levels[-1].cells.keys():
                levels[-1].lines.append(line)
                levels[-1].cells.update(cells)
        else:
            levels.append(_Level(line.y0, [line], cells))
    return levels


def _in_columns(line: Line, columns: Sequence[_Column]) -> dict[int, Cell] | None:
    """The cells of a line by their columns; None if one begins in none or runs into the next.

    A head may stand anywhere over its column; where each column has one, their order says which.
    """
    if len(line.cells) == len(columns):
        return dict(enumerate(line.cells))
    found: dict[int, Cell] = {}
    for cell in line.cells or (Cell(line.x0, line.x1, line.text),):
        at = next((at for at, column in enumerate(columns) if column.has(cell)), None)
        if at is None or any(
            cell.x0 + _ALIGNED < column.x < cell.x1 - _ALIGNED for column in columns
        ):
            return None
        found[at] = cell
    return found


def _rows(levels: Sequence[_Level], shapes: Sequence[Shape]) -> Iterator[list[_Level]]:
    """The heights of a table, those of one row together."""
    parted = [_has_rule(upper, lower, shapes) for upper, lower in pairwise(levels)]
    steps = [upper.y - lower.y for upper, lower in pairwise(levels)]
    ruled = sum(parted) >= _FEWEST_ROWS
    spaced = _are_spaced(levels, steps)
    titled = _begin_with_capitals(levels)
    row: list[_Level] = []
    for at, level in enumerate(levels):
        if row and (
            steps[at - 1] > _CLOSE * level.lines[0].size
            or (ruled and parted[at - 1])
            or not (
                ruled
                or _hangs(level)
                or (titled and _is_within(level))
                or (spaced and steps[at - 1] < _FURTHER * min(steps))
            )
        ):
            yield row
            row = []
        row.append(level)
    yield row


def _are_spaced(levels: Sequence[_Level], steps: Sequence[float]) -> bool:
    """Whether rows stand further apart than lines: then none that is close below another is full.

    What is close and full is a row itself, and the wider distance parts groups of rows.
    """
    if not steps or max(steps) < _FURTHER * min(steps):
        return False
    head = levels[0]
    for step, level in zip(steps, levels[1:], strict=True):
        if step >= _FURTHER * min(steps):
            head = level
        elif not level.cells.keys() < head.cells.keys():
            return False
    return True


def _hangs(level: _Level) -> bool:
    """Whether a height has words in one column only, and that not the first."""
    return (
        len(level.cells) == 1
        and 0 not in level.cells
        and any(cell.text[:1].isalpha() for cell in level.cells.values())
    )


def _begin_with_capitals(levels: Sequence[_Level]) -> bool:
    """Whether what stands in the first column usually begins with a capital."""
    labels = [level.cells[0].text for level in levels if 0 in level.cells]
    low = sum(label[:1].islower() for label in labels)
    return low < sum(label[:1].isupper() for label in labels)


def _is_within(level: _Level) -> bool:
    """Whether a height has the rest of a label, by its first letter."""
    return 0 in level.cells and level.cells[0].text[:1].islower()


def _has_rule(upper: _Level, lower: _Level, shapes: Sequence[Shape]) -> bool:
    lines = upper.lines + lower.lines
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return any(
        shape.y1 - shape.y0 <= _THIN
        and lower.y < shape.y0 < upper.y
        and min(x1, shape.x1) - max(x0, shape.x0) > _LONG * (x1 - x0)
        for shape in shapes
    )


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) < _SAME_SIZE * one.size
