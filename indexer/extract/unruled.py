"""The rows of tables without any line: what stands beside one another, row after row.

Word processors draw each cell by itself, and PDFium may take two cells of a row together or not. So
rows are looked for by place: heights with words in the same two columns or more. Columns of running
text look alike, and so do address blocks; a table shows by its labels, which are set otherwise than
their values or end in a colon, by rows further apart than lines, by cells that wrap beside a label,
or by values that are much longer than their labels.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple, TypeAlias

from indexer.extract.lines import Line
from indexer.extract.pieces import BULLETS
from indexer.extract.rows import Piece, had_room, levels_of, pieces_of

_ALIGNED = 2.0  # points: the cells of a column begin so close to one another
_WHITE = 0.7  # times the size: the white between cells is no narrower
_SAME_SIZE = 0.05
_FEWEST_ROWS = 3
_FURTHEST = 8.0  # times the size: so far apart at most are the rows of a table
_LABEL = 20  # letters: lines that are usually shorter are no running text
_BROKEN = 0.5  # of the cells end before their column does, where they are no lines of text
_APART = 1.25  # times the usual distance of lines: rows that are further apart
_LONGER = 2.0  # times as long as their labels: values
_UNLIKE = 1.3  # idem, where rows stand apart too: items beside items are as long as one another
_MOST_LINES = 4.0  # of a row, usually: more are a text with a heading beside it
_MOST_ALONE = 0.2  # of the rows: so many lines may begin anew beside none
_NUMBERED = 0.25  # of the labels: if more are numbers, they are of items, sections or pages
_CROWD = 0.25  # of the rows: so much more may stand beside them
_MOST_LOW = 0.2  # of the labels begin as lines of text that go on, or items of a list
_FULL = 0.7  # of the rows have all cells, where only their lengths tell of a table

_MOMENT = re.compile(r"(?:1[89]|20)\d\d(?:\D.*)?|(?:\d:|\d\d[.:])\d\d(?:[^.\d].*)?")

LeadingOf: TypeAlias = Callable[[Line], float]
"""Gives the usual distance from a line to the next."""

Cells: TypeAlias = Mapping[int, Piece]
"""The first line of each cell of a row, by its column."""


class _Pair(NamedTuple):
    """Two pieces beside one another, with nothing but white between them."""

    left: Piece
    right: Piece

    def goes_on(self, other: "_Pair") -> bool:
        """Whether it stands below another, close enough and in the same columns."""
        size = self.left.line.size
        return (
            other.left.line.y0 - self.left.line.y0 < _FURTHEST * size
            and abs(size - other.left.line.size) < _SAME_SIZE * size
            and _are_aligned(self.left, other.left)
            and _are_aligned(self.right, other.right)
        )


class _Table(NamedTuple):
    """What may be a table: its rows, and all that stands in each of its columns, from the top.

    `crowded` says that more stands beside its rows than what is known as running text.
    """

    rows: Sequence[Cells]
    columns: Mapping[int, Sequence[Piece]]
    crowded: bool

    def without(self, column: int, *, is_text: bool) -> "_Table":
        """The table without a column, and without rows that have but one cell left."""
        crowded = self.crowded or not is_text
        rows = [{at: cell for at, cell in row.items() if at != column} for row in self.rows]
        columns = {at: pieces for at, pieces in self.columns.items() if at != column}
        kept = [row for row in rows if len(row) > 1 and min(row) == min(columns)]
        return _Table(kept, columns, crowded)


def unruled_rows(lines: Sequence[Line], leading_of: LeadingOf) -> Iterator[tuple[Piece, ...]]:
    """What stands beside one another in each row of the tables that have no lines around them.

    Args:
        lines: of the page, without the rows of tables that are drawn.
        leading_of: the usual distance from a line to the next.
    """
    pieces = {line: tuple(pieces_of(line)) for line in lines if not line.turned}
    levels = list(levels_of([piece for parts in pieces.values() for piece in parts]))
    used: set[int] = set()
    for starts in _starts(pair for level in levels for pair in _pairs(level)):
        table = _without_others(_table(starts, levels))
        for row in table.rows if _is_table(table, leading_of) else ():
            cells = tuple(cell for _, cell in sorted(row.items()))
            whole = sum(len(pieces[line]) for line in {cell.line for cell in cells}) == len(cells)
            if whole and used.isdisjoint(map(id, cells)):
                used.update(map(id, cells))
                yield cells


def _pairs(level: Sequence[Piece]) -> Iterator[_Pair]:
    """The pieces at one height that stand beside one another, white between them."""
    for left, right in pairwise(level):
        size = left.line.size
        white = right.cell.x0 - left.cell.x1
        if white > _WHITE * size and abs(size - right.line.size) < _SAME_SIZE * size:
            yield _Pair(left, right)


def _starts(pairs: Iterable[_Pair]) -> list[list[Piece]]:
    """Pieces that have others beside them in the same columns, of each table from the top."""
    groups: list[list[_Pair]] = []
    for pair in pairs:
        group = next((group for group in groups if pair.goes_on(group[-1])), None)
        if group is None:
            groups.append([pair])
        else:
            group.append(pair)
    tables: list[list[Piece]] = []
    for group in (group for group in groups if len(group) >= _FEWEST_ROWS):
        pieces = [piece for pair in group for piece in pair]
        known = set(map(id, pieces))
        table = next((table for table in tables if not known.isdisjoint(map(id, table))), None)
        if table is None:
            tables.append(pieces)
        else:
            table += pieces
    return tables


def _table(starts: Sequence[Piece], levels: Sequence[Sequence[Piece]]) -> _Table:
    """What stands in the columns of these pieces, from the uppermost to the lowest."""
    places: list[Piece] = []
    for piece in sorted(starts, key=lambda piece: piece.cell.x0):
        if not places or not _are_aligned(places[-1], piece):
            places.append(piece)
    top, foot = max(one.line.y0 for one in starts), min(one.line.y0 for one in starts)
    near = [
        {at: one for at, place in enumerate(places) for one in level if _are_aligned(one, place)}
        for level in levels
        if foot - 1.0 < level[0].line.y0 < top + 1.0
    ]
    columns = {at: [level[at] for level in near if at in level] for at in range(len(places))}
    rows = [level for level in near if 0 in level and len(level) > 1]
    beside = [len(level) for level in levels if foot - 1.0 < level[0].line.y0 < top + 1.0]
    crowd = sum(beside) - sum(map(len, near))
    return _Table(rows, columns, crowd > _CROWD * len(rows))


def _without_others(table: _Table) -> _Table:
    """The table without the columns beside it that are none of its own: of text, or of another."""
    while len(table.columns) > 1:
        others = [
            at
            for at in (max(table.columns), min(table.columns))
            if _is_text(table, at) or _goes_alone(table, at)
        ]
        if not others:
            break
        table = table.without(others[0], is_text=_is_text(table, others[0]))
    return table


def _end(table: _Table, column: int) -> float:
    """Where a column ends."""
    following = [cells[0].cell.x0 for at, cells in table.columns.items() if at > column]
    lines = table.columns[column]
    return min(following, default=max(one.cell.x1 for one in lines) + lines[0].line.size)


def _is_text(table: _Table, column: int) -> bool:
    """Whether the lines of a column run on from one row to the next, as those of a text do."""
    lines = table.columns[column]
    if median(len(piece.cell.text) for piece in lines) < _LABEL:
        return False
    ends = [
        had_room(row[column], above[-1], _end(table, column))
        for row in table.rows
        if column in row and (above := [one for one in lines if one.line.y0 > row[column].line.y0])
    ]
    return sum(ends) < _BROKEN * len(ends)


def _goes_alone(table: _Table, column: int) -> bool:
    """Whether lines of a column begin anew beside no row: they are no rests of its cells."""
    return len(_alone(table, column)[0]) > _MOST_ALONE * len(table.rows)


def _alone(table: _Table, column: int) -> tuple[list[Piece], list[Piece]]:
    """The lines of a column beside no row: those that begin anew, and the rests of its cells."""
    own = {id(row[column]) for row in table.rows if column in row}
    anew: list[Piece] = []
    rests: list[Piece] = []
    for above, below in pairwise(table.columns[column]):
        if id(below) not in own:
            is_low = below.cell.text[:1].islower()
            is_anew = not is_low and had_room(below, above, _end(table, column))
            (anew if is_anew else rests).append(below)
    return anew, rests


def _is_table(table: _Table, leading_of: LeadingOf) -> bool:
    """Whether rows are those of a table, by how their labels and values are set."""
    if len(table.columns) < len(("label", "value")) or len(table.rows) < _FEWEST_ROWS:
        return False
    _, *others = (cells for _, cells in sorted(table.columns.items()))
    labels = [row[min(row)] for row in table.rows]
    if not _may_be_labels([label.cell.text for label in labels]):
        return False
    values = max(others, key=lambda cells: sum(len(one.cell.text) for one in cells))
    if len(values) > _MOST_LINES * len(labels):
        return False
    steps = [upper.line.y0 - lower.line.y0 for upper, lower in pairwise(labels)]
    if _are_set_apart(labels, values):
        return True
    lengths = [median(len(one.cell.text) for one in cells) for cells in (labels, values)]
    if min(steps) > _APART * leading_of(labels[0].line):
        return lengths[1] > _UNLIKE * lengths[0] or _begin_unlike(labels, values)
    is_unlike = _wraps(table) or lengths[1] > _LONGER * lengths[0]
    full = sum(len(row) == len(table.columns) for row in table.rows)
    return is_unlike and not table.crowded and full > _FULL * len(table.rows)


def _may_be_labels(texts: Sequence[str]) -> bool:
    """Whether texts are no lines that go on, no items, and no numbers but those below a head."""
    head, *numbered = map(_is_number, texts)
    is_headed = not head and all(numbered)
    if head + sum(numbered) > _NUMBERED * len(texts) and not is_headed:
        return False
    return sum(map(_is_text_or_item, texts)) <= _MOST_LOW * len(texts)


def _wraps(table: _Table) -> bool:
    """Whether values have rests beside no label, and nothing else begins there."""
    first, *others = (_alone(table, column) for column in sorted(table.columns))
    rests = sum(len(rest) for _, rest in others)
    return rests > len(first[1]) and not any(anew for anew, _ in (first, *others))


def _begin_unlike(labels: Sequence[Piece], values: Sequence[Piece]) -> bool:
    """Whether labels begin with a capital, and most values do not."""
    titled = all(one.cell.text[:1].isupper() for one in labels)
    low = sum(not one.cell.text[:1].isupper() for one in values)
    return titled and low > _BROKEN * len(values)


def _are_set_apart(labels: Sequence[Piece], values: Sequence[Piece]) -> bool:
    """Whether labels end in a colon, or are bold, slanted or coloured and no value is."""
    looks = {(one.line.bold, one.line.italic, one.line.colour) for one in labels}
    others = {(one.line.bold, one.line.italic, one.line.colour) for one in values}
    return looks.isdisjoint(others) or all(one.cell.text.endswith(":") for one in labels)


def _is_text_or_item(text: str) -> bool:
    """Whether a text begins as a line that goes on with a sentence, or as an item of a list."""
    return text[:1].islower() or text[:1] in BULLETS


def _is_number(text: str) -> bool:
    """Whether a text may be the number of an item or section: no word, and no year or time."""
    return not any(map(str.isalpha, text)) and not _MOMENT.fullmatch(text)


def _are_aligned(one: Piece, other: Piece) -> bool:
    return abs(one.cell.x0 - other.cell.x0) < _ALIGNED
