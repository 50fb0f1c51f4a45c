"""The boxes of what stands on a page, and how they stand to one another: beside, past."""

from collections.abc import Collection, Iterable, Sequence
from math import inf
from statistics import median

from msgspec import Struct

from indexer.extract.lines import Line, Shape

_STRIP = 5.0  # points: the narrowest white between columns
_BESIDE = 0.3  # of the lower of two columns stands beside the other
_PASSED = 0.5  # of the height of what stands over the gutter has text beside it
_CELL = 12.0  # times the height of a line: cells are usually narrower
_WIDER = 1.5  # times the width of a head: a text below it
_FEWEST_ROWS = 2
_LEVEL = 3.0  # points: the tops of cells in one row differ less
_PAIRED = 0.8  # of the cells have a cell beside them


class Area(Struct, frozen=True, gc=False):
    """The box of something that has its place in the order."""

    x0: float
    y0: float
    x1: float
    y1: float


def area_of(lines: Sequence[Line | Shape]) -> Area:
    """The box of some lines, or of what is drawn."""
    return Area(
        min([line.x0 for line in lines]),
        min([line.y0 for line in lines]),
        max([line.x1 for line in lines]),
        max([line.y1 for line in lines]),
    )


def around(areas: Iterable[Area]) -> Area:
    """The box around some areas."""
    lefts, lows, rights, tops = zip(*((it.x0, it.y0, it.x1, it.y1) for it in areas), strict=True)
    return Area(min(lefts), min(lows), max(rights), max(tops))


def from_left(areas: Sequence[Area], chosen: Iterable[int]) -> list[int]:
    """These places, by the left edges of what stands there."""
    return sorted(chosen, key=lambda at: areas[at].x0)


def strip_in(areas: Sequence[Area], edges: Sequence[int]) -> float | None:
    """The right end of the first column, if a white strip parts it from others beside it.

    Args:
        areas: of the page.
        edges: the places of those that are asked about, from left to right.
    """
    right = -inf
    for place, at in enumerate(edges):
        is_white = place > 0 and areas[at].x0 - right >= _STRIP
        if is_white and _beside(areas, edges[:place], edges[place:]):
            return right
        right = max(right, areas[at].x1)
    return None


def columns_of(areas: Sequence[Area], chosen: Iterable[int]) -> list[list[int]]:
    """The places in each column, from left to right, from top to bottom; one, if none is parted."""
    columns: list[list[int]] = []
    rest = from_left(areas, chosen)
    while (cut := strip_in(areas, rest)) is not None:
        columns.append([at for at in rest if areas[at].x1 <= cut])
        rest = [at for at in rest if areas[at].x1 > cut]
    columns.append(rest)
    return [sorted(column, key=lambda at: -areas[at].y1) for column in columns]


def _beside(areas: Sequence[Area], left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether two groups stand beside each other, not just above and below."""
    lows = [min(areas[at].y0 for at in side) for side in (left, right)]
    tops = [max(areas[at].y1 for at in side) for side in (left, right)]
    shared = min(tops) - max(lows)
    return shared > _BESIDE * min(tops[0] - lows[0], tops[1] - lows[1])


def runs_past(areas: Sequence[Area], column: Collection[int], over: Area) -> bool:
    """Whether a column has text above and below something."""
    if not column:
        return False
    low, top = min(areas[at].y0 for at in column), max(areas[at].y1 for at in column)
    return low < over.y0 and top > over.y1


def runs_beside(areas: Sequence[Area], column: Sequence[int], over: Area) -> bool:
    """Whether a column has text beside most of something."""
    shared = (min(areas[at].y1, over.y1) - max(areas[at].y0, over.y0) for at in column)
    return sum(max(height, 0) for height in shared) > _PASSED * (over.y1 - over.y0)


def are_rows(
    areas: Sequence[Area], left: Sequence[int], right: Sequence[int], line: float = inf
) -> bool:
    """Whether two columns are the cells of rows: one is narrow, and each cell has one beside it.

    Args:
        areas: of the page.
        left: the places of those in one column.
        right: the places of those in the other.
        line: the height of a line; where each area has more than one, theirs does not tell it.
    """
    line = min(line, *(areas[at].y1 - areas[at].y0 for at in (*left, *right)))
    widths = [median(areas[at].x1 - areas[at].x0 for at in side) for side in (left, right)]
    if min(widths) > _CELL * line or len(left) < _FEWEST_ROWS:
        return False
    if all(_widens(areas, side) for side in (left, right)):
        return False
    tops = [areas[at].y1 for at in right]
    paired = sum(any(abs(areas[at].y1 - top) < _LEVEL for top in tops) for at in left)
    return paired >= _PAIRED * len(left)


def _widens(areas: Sequence[Area], side: Sequence[int]) -> bool:
    """Whether each area of a column is wider than the one above it: a picture, a head, its text."""
    widths = [areas[at].x1 - areas[at].x0 for at in sorted(side, key=lambda at: -areas[at].y1)]
    return widths == sorted(widths) and widths[-1] >= _WIDER * widths[0]
