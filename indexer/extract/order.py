"""The order in which a reader reads what stands on a page: columns from left to right.

A page is cut in two at a white strip from top to bottom, where it has one, else into bands from
top to bottom; each part is cut again (a recursive XY cut: Nagy and Seth, 1984). Bands that share a
white strip stay together, so that a column is read to its foot; the cells of a table are read row
by row. What stands over the white between columns that run on beside it is read after them. What
cannot be cut keeps the order of the file.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import inf
from operator import or_
from statistics import median
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from indexer.extract.lines import Line, Shape

_STRIP = 5.0  # points: the narrowest white between columns
_BESIDE = 0.3  # of the lower of two columns stands beside the other
_PASSED = 0.5  # of the height of what stands over the gutter has text beside it
_AS_LARGE = 0.95  # of the size of the largest title: so large is another of its level
_MOST_PICTURES = 30  # on a page with more they are the parts of a drawing
_MOST_AREAS = 150  # on a page with more none is looked at that stands over a gutter
_CELL = 12.0  # times the height of a line: cells are usually narrower
_FEWEST_ROWS = 2
_LEVEL = 3.0  # points: the tops of cells in one row differ less
_PAIRED = 0.8  # of the cells have a cell beside them
_BESIDE_LINE = 2.0  # times the size: so far up or down a file steps to the next column
_ZIGZAG = 0.15  # of the steps from line to line go sideways, where a file draws over all columns


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


def in_reading_order(
    areas: Sequence[Area],
    *,
    titles: Mapping[int, float] = MappingProxyType({}),
    pictures: Sequence[Area] = (),
) -> list[int]:
    """The places of these areas in reading order.

    Args:
        areas: of what is read.
        titles: the places of those that are titles, with the size of their type.
        pictures: what no one reads, but parts what stands above and below it.
    """
    shown = pictures if len(pictures) <= _MOST_PICTURES else ()
    page = _Page([*areas, *shown], titles)
    return [at for at in page.order(list(range(len(page.areas)))) if at < len(areas)]


def by_columns(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a page; by columns where the file draws them from left to right over all."""
    sideways = sum(
        below.x0 > above.x1 and abs(below.y0 - above.y0) < _BESIDE_LINE * below.size
        for above, below in pairwise(lines)
    )
    if sideways <= _ZIGZAG * len(lines):
        return lines
    return [lines[at] for at in in_reading_order([area_of([line]) for line in lines])]


class _Page(NamedTuple):
    """What stands on a page, and which of it are titles, with the size of their type."""

    areas: Sequence[Area]
    titles: Mapping[int, float]

    def order(self, chosen: list[int]) -> list[int]:
        """These areas in reading order; cut for cut, so that no page is too deep."""
        ordered: list[int] = []
        parts = [chosen]
        while parts:
            part = parts.pop()
            cut = self._cut(part) if len(part) > 1 else [part]
            if len(cut) == 1:
                ordered += cut[0]
            else:
                parts += reversed(cut)
        return ordered

    def _cut(self, chosen: list[int]) -> list[list[int]]:
        """The parts that these areas are read in; one, where they are in order."""
        areas = self.areas
        if bands := self._parted_by_title(chosen):
            return bands
        if cut := _strip(areas, _from_left(areas, chosen)):
            left = [at for at in chosen if areas[at].x1 <= cut]
            right = [at for at in chosen if areas[at].x1 > cut]
            if _are_rows(areas, left, right):
                return [sorted(chosen, key=lambda at: (-round(areas[at].y1), areas[at].x0))]
            return [left, right]
        if (over := _over_gutter(areas, chosen)) is not None:
            return [[at for at in chosen if at != over], [over]]
        return _joined(areas, _bands(areas, chosen))

    def _parted_by_title(self, chosen: Sequence[int]) -> list[list[int]]:
        """What stands above a title that is over all columns, the title, and what stands below.

        Such a title may be short. Then it shows by the white beside it, from the first column to
        the last, and by the columns below it, which begin level with one another.
        """
        for title in self._widest_titles(chosen):
            above = [at for at in chosen if self.areas[at].y0 >= self.areas[title].y1]
            below = [at for at in chosen if self.areas[at].y1 <= self.areas[title].y0]
            if len(above) + len(below) + 1 == len(chosen) and self._is_over(title, above, below):
                return [above, [title], below]
        return []

    def _widest_titles(self, chosen: Sequence[int]) -> Sequence[int]:
        """The largest titles, if all begin on the left with nothing beside them."""
        areas = self.areas
        titles = [at for at in chosen if at in self.titles]
        largest = max((self.titles[at] for at in titles), default=0.0)
        titles = [at for at in titles if self.titles[at] > _AS_LARGE * largest]
        left = min(areas[at].x0 for at in chosen)
        is_over = all(
            areas[title].x0 - left < _STRIP
            and not any(
                at != title and areas[at].y0 < areas[title].y1 and areas[at].y1 > areas[title].y0
                for at in chosen
            )
            for title in titles
        )
        return titles if is_over else ()

    def _is_over(self, title: int, above: Sequence[int], below: Sequence[int]) -> bool:
        """Whether a title with nothing beside it is over the columns above and below it."""
        areas, size = self.areas, self.titles[title]
        if not above or not below or _strip(areas, _from_left(areas, above)) is None:
            return False
        cut = _strip(areas, _from_left(areas, below))
        if cut is None:
            return False
        white = min(areas[at].y0 for at in above) - max(areas[at].y1 for at in below)
        tops = [
            max(areas[at].y1 for at in below if (areas[at].x1 <= cut) == is_left)
            for is_left in (True, False)
        ]
        height = areas[title].y1 - areas[title].y0
        return white - height >= size and abs(tops[0] - tops[1]) < _LEVEL


def _from_left(areas: Sequence[Area], chosen: Iterable[int]) -> list[int]:
    return sorted(chosen, key=lambda at: areas[at].x0)


def _strip(areas: Sequence[Area], edges: Sequence[int]) -> float | None:
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


def _over_gutter(areas: Sequence[Area], chosen: Sequence[int]) -> int | None:
    """What stands over the white between two columns that run on beside it, above and below."""
    edges = _from_left(areas, chosen)
    for over in chosen if len(chosen) <= _MOST_AREAS else ():
        rest = [at for at in edges if at != over]
        cut = _strip(areas, rest)
        if cut is None or not areas[over].x0 < cut < areas[over].x1:
            continue
        sides = (
            [at for at in rest if areas[at].x1 <= cut],
            [at for at in rest if areas[at].x1 > cut],
        )
        past = [_runs_past(areas, side, areas[over]) for side in sides]
        beside = [_runs_beside(areas, side, areas[over]) for side in sides]
        # A picture may stand beside it in one of the two, or one of the two may end beside it.
        if any(past) and any(beside) and all(map(or_, past, beside)):
            return over
    return None


def _runs_past(areas: Sequence[Area], column: Sequence[int], over: Area) -> bool:
    """Whether a column has text above and below something."""
    low, top = min(areas[at].y0 for at in column), max(areas[at].y1 for at in column)
    return low < over.y0 and top > over.y1


def _runs_beside(areas: Sequence[Area], column: Sequence[int], over: Area) -> bool:
    """Whether a column has text beside most of something."""
    shared = (min(areas[at].y1, over.y1) - max(areas[at].y0, over.y0) for at in column)
    return sum(max(height, 0) for height in shared) > _PASSED * (over.y1 - over.y0)


def _are_rows(areas: Sequence[Area], left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether two columns are the cells of rows: one is narrow, and each cell has one beside it."""
    line = min(areas[at].y1 - areas[at].y0 for at in (*left, *right))
    widths = [median(areas[at].x1 - areas[at].x0 for at in side) for side in (left, right)]
    if min(widths) > _CELL * line or len(left) < _FEWEST_ROWS:
        return False
    tops = [areas[at].y1 for at in right]
    paired = sum(any(abs(areas[at].y1 - top) < _LEVEL for top in tops) for at in left)
    return paired >= _PAIRED * len(left)


def _beside(areas: Sequence[Area], left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether two groups stand beside each other, not just above and below."""
    lows = [min(areas[at].y0 for at in side) for side in (left, right)]
    tops = [max(areas[at].y1 for at in side) for side in (left, right)]
    shared = min(tops) - max(lows)
    return shared > _BESIDE * min(tops[0] - lows[0], tops[1] - lows[1])


def _bands(areas: Sequence[Area], chosen: Sequence[int]) -> list[list[int]]:
    """The areas in bands from top to bottom; within a band in the order of the file."""
    bands: list[list[int]] = []
    low = 0.0
    for at in sorted(chosen, key=lambda at: -areas[at].y1):
        middle = (areas[at].y0 + areas[at].y1) / 2
        if bands and middle > low:
            bands[-1].append(at)
        else:
            bands.append([at])
            low = areas[at].y0
        low = min(low, areas[at].y0)
    return [sorted(band) for band in bands]


def _joined(areas: Sequence[Area], bands: list[list[int]]) -> list[list[int]]:
    """Bands that follow each other and have a white strip together are one."""
    joined: list[list[int]] = []
    for band in bands:
        if joined and _strip(areas, _from_left(areas, joined[-1] + band)) is not None:
            joined[-1] = sorted(joined[-1] + band)
        else:
            joined.append(band)
    return joined
