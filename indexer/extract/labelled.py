"""Rows of labels in a panel, each label above its value: what a file glues over columns is parted.

A browser draws a row of labels as one line, and the values below it line by line. In a table below
a row of heads stands more than one row; here one value stands below each label, and where it has
more lines, the next word had no room on the one above. Nor have all values as many lines.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from msgspec import structs

from indexer.extract.lines import Line
from indexer.extract.rows import Piece, had_room, levels_of, pieces_of

_ALIGNED = 2.0  # points: a value begins so close to where its label does
_NEXT_LINE = 1.6  # times the size: so far apart at most are the lines of a value
_WIDEST = 3.0  # times the size: the white between columns is no wider
_FEWEST_FULL = 0.5  # of the lines of values that have one below them, and as many go on

_Level = Sequence[Piece]


def with_values(
    lines: Sequence[Line], panel_of: Callable[[Line], int | None], ends: Mapping[int, float]
) -> tuple[Line, ...]:
    """The lines of a page in their order, those of labelled values label by label with its value.

    Args:
        lines: of the page; `parts` tell what stands between the whites of one.
        panel_of: gives the place of the panel that a line stands in.
        ends: the right edge of each panel that is drawn as an area, by its place.
    """
    inside: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if (panel := panel_of(line)) is not None and panel in ends:
            inside[panel].append(line)
    new: dict[Line, tuple[Line, ...]] = {}
    for panel, its_lines in inside.items():
        if any(line.parts for line in its_lines):
            new |= _parted(its_lines, ends[panel])
    return (
        tuple(chain.from_iterable(new.get(line, (line,)) for line in lines)) if new else (*lines,)
    )


def _parted(lines: Sequence[Line], end: float) -> dict[Line, tuple[Line, ...]]:
    """What stands for each line of labels and values: all of them for the first, else nothing."""
    new: dict[Line, tuple[Line, ...]] = {}
    for labels, values in _groups(levels_of([one for line in lines for one in pieces_of(line)])):
        columns = _columns(labels, values, end) if labels else []
        old = sorted({one.line for one in chain(*labels, *values)}, key=lines.index)
        if len(old) < sum(map(len, columns)):
            new |= dict.fromkeys(old, ())
            new[old[0]] = tuple(map(_line_of, chain(*columns)))
    return new


def _groups(levels: Iterable[_Level]) -> Iterator[tuple[list[_Level], list[_Level]]]:
    """Levels of labels, and those of the values below them until other labels."""
    labels: list[_Level] = []
    values: list[_Level] = []
    for level in levels:
        look = _look(level[0])
        is_label = len({_look(one) for one in level}) == 1
        if labels and not (is_label and look == _look(labels[0][0])):
            values.append(level)
        elif labels and not values:
            labels.append(level)
        elif is_label and len(level) > 1:
            yield labels, values
            labels, values = [level], []
        elif labels:
            values.append(level)
    yield labels, values


def _columns(labels: Sequence[_Level], values: Sequence[_Level], end: float) -> list[list[Piece]]:
    """The label and value of each column; none if they do not stand so."""
    places: list[float] = []
    for piece in sorted(chain(*labels), key=lambda piece: piece.cell.x0):
        if not places or piece.cell.x0 - places[-1] > _ALIGNED:
            places.append(piece.cell.x0)
    columns: list[list[Piece]] = [[] for _ in places]
    for piece in chain(*labels, *values):
        at = next((at for at, x in enumerate(places) if abs(piece.cell.x0 - x) <= _ALIGNED), None)
        if at is None:
            return []
        columns[at].append(piece)
    look = _look(labels[0][0])
    below = [[piece for piece in column if _look(piece) != look] for column in columns]
    are_values = all(below) and all(_look(piece) != look for piece in chain(*values))
    return (
        columns if len(places) > 1 and are_values and _are_single(below, [*places[1:], end]) else []
    )


def _are_single(columns: Sequence[Sequence[Piece]], ends: Sequence[float]) -> bool:
    """Whether each column has one value, the lines of which are full and go on.

    The white between columns is taken to be as wide as where the longest line leaves least of it,
    within bounds: in a table of short cells much is left everywhere.
    """
    rights = [max(piece.cell.x1 for piece in column) for column in columns]
    widest = _WIDEST * columns[0][0].line.size
    white = min(widest, *(end - right for right, end in zip(rights[:-1], ends[:-1], strict=True)))
    steps = [
        (above, below, end - white)
        for column, end in zip(columns, ends, strict=True)
        for above, below in pairwise(column)
    ]
    if len(steps) > 0 and len({len(column) for column in columns}) == 1:
        return False  # rows
    full = sum(not had_room(below, above, end) for above, below, end in steps)
    on = sum(below.cell.text[:1].islower() for _, below, _ in steps)
    return min(full, on) >= _FEWEST_FULL * len(steps) and all(
        above.line.y0 - below.line.y0 <= _NEXT_LINE * below.line.size for above, below, _ in steps
    )


def _look(piece: Piece) -> tuple[object, ...]:
    line = piece.line
    return round(2 * line.size), line.bold, line.italic, line.colour


def _line_of(piece: Piece) -> Line:
    """A line of its own for what stands between two whites."""
    cell, line = piece
    return structs.replace(line, text=cell.text, x0=cell.x0, x1=cell.x1, cells=(), parts=())
