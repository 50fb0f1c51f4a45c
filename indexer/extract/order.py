"""The order in which a reader reads what stands on a page: columns from left to right.

A page is cut in two at a white strip from top to bottom, where it has one, else into bands from
top to bottom; each part is cut again (a recursive XY cut: Nagy and Seth, 1984). Bands that share a
white strip stay together, so that a column is read to its foot; the cells of a table are read row
by row, labels above values (`stacks`) each with its own. What stands over the white between columns
that run on beside it is read after them; what stands in one panel is read as one. What cannot be
cut keeps the order of the file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf
from operator import or_
from types import MappingProxyType
from typing import NamedTuple

from indexer.extract.areas import (
    Area,
    are_rows,
    area_of,
    around,
    from_left,
    runs_beside,
    runs_past,
    strip_in,
)
from indexer.extract.bands import bands_of, joined, parted_by_white
from indexer.extract.lines import Line
from indexer.extract.stacks import Look, are_stacks, parted_at_stacks

_FLUSH = 5.0  # points: what begins on the left begins no further in
_AS_LARGE = 0.95  # of the size of the largest title: so large is another of its level
_MOST_PICTURES = 30  # on a page with more they are the parts of a drawing
_MOST_AREAS = 150  # on a page with more none is looked at that stands over a gutter
_LEVEL = 3.0  # points: the tops of columns below a title differ less
_BESIDE_LINE = 2.0  # times the size: so far up or down a file steps to the next column
_ZIGZAG = 0.15  # of the steps from line to line go sideways, where a file draws over all columns


def in_reading_order(  # noqa: PLR0913  # a page has as many sides
    areas: Sequence[Area],
    *,
    titles: Mapping[int, float] = MappingProxyType({}),
    pictures: Sequence[Area] = (),
    panels: Sequence[Sequence[int]] = (),
    looks: Sequence[Look | None] = (),
    line: float = inf,
) -> list[int]:
    """The places of these areas in reading order.

    Args:
        areas: of what is read.
        titles: the places of those that are titles, with the size of their type.
        pictures: what no one reads, but parts what stands above and below it.
        panels: the places of those that stand in one panel. They are read after one another, if
            nothing else stands among them.
        looks: how the type of each looks, where that is known; what looks alike is of one kind.
        line: the height of a line, where areas may have more than one.
    """
    shown = pictures if len(pictures) <= _MOST_PICTURES else ()
    groups = {min(panel): panel for panel in panels if _is_whole(areas, panel)}
    inner = {at for panel in groups.values() for at in panel}
    chosen = [at for at in range(len(areas)) if at not in inner or at in groups]
    wholes = [
        around(areas[at] for at in groups[at]) if at in groups else areas[at] for at in chosen
    ]
    page = _Page(
        [*wholes, *shown],
        {place: titles[at] for place, at in enumerate(chosen) if at in titles and at not in inner},
        len(wholes),
        line,
        [None if at in groups else looks[at] for at in chosen] if looks else (),
    )
    ordered: list[int] = []
    for place in page.texts():
        at = chosen[place]
        ordered += _within(areas, groups[at], titles, looks, line) if at in groups else [at]
    return ordered


def _is_whole(areas: Sequence[Area], panel: Sequence[int]) -> bool:
    """Whether a panel has more areas than one, and none of others among them."""
    box = around(areas[at] for at in panel)
    return len(panel) > 1 and not any(
        area.x0 < box.x1 and area.x1 > box.x0 and area.y0 < box.y1 and area.y1 > box.y0
        for at, area in enumerate(areas)
        if at not in panel
    )


def _within(
    areas: Sequence[Area],
    panel: Sequence[int],
    titles: Mapping[int, float],
    looks: Sequence[Look | None],
    line: float,
) -> Iterator[int]:
    """The places of the areas of a panel in reading order."""
    large = {place: titles[at] for place, at in enumerate(panel) if at in titles}
    alike = [looks[at] for at in panel] if looks else ()
    page = _Page([areas[at] for at in panel], large, len(panel), line, alike)
    return (panel[place] for place in page.texts())


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
    """What stands on a page: which of it are titles, with their size, and how many are no picture.

    The pictures come last; `line` is the height of a line, `looks` how the type of each looks.
    """

    areas: Sequence[Area]
    titles: Mapping[int, float]
    read: int
    line: float = inf
    looks: Sequence[Look | None] = ()

    def texts(self) -> list[int]:
        """All that is read, in order."""
        return [at for at in self.order(list(range(len(self.areas)))) if at < self.read]

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
        if parts := parted_at_stacks(areas, chosen, self.looks, self.line):
            return parts
        if cut := strip_in(areas, from_left(areas, chosen)):
            left = [at for at in chosen if areas[at].x1 <= cut]
            right = [at for at in chosen if areas[at].x1 > cut]
            if are_rows(areas, left, right, self.line) and not are_stacks(
                areas, chosen, self.looks
            ):
                return [sorted(chosen, key=lambda at: (-round(areas[at].y1), areas[at].x0))]
            return [left, right]
        if (over := self._over_gutter(chosen)) is not None:
            return [[at for at in chosen if at != over], [over]]
        return joined(areas, bands_of(areas, chosen), self.line)

    def _parted_by_title(self, chosen: Sequence[int]) -> list[list[int]]:
        """What stands above a title that is over all columns, the title, and what stands below.

        Such a title may be short. Then it shows by the white beside it, from the first column to
        the last, and by the columns below it, which begin level with one another; or by being the
        last of its page.
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
            areas[title].x0 - left < _FLUSH
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
        if not above or strip_in(areas, from_left(areas, above)) is None:
            return False
        if not below:
            return True  # at the foot of the page: no column ends in a title
        cut = strip_in(areas, from_left(areas, below))
        if cut is None:
            return False
        white = min(areas[at].y0 for at in above) - max(areas[at].y1 for at in below)
        tops = [
            max(areas[at].y1 for at in below if (areas[at].x1 <= cut) == is_left)
            for is_left in (True, False)
        ]
        height = areas[title].y1 - areas[title].y0
        return white - height >= size and abs(tops[0] - tops[1]) < _LEVEL

    def _over_gutter(self, chosen: Sequence[int]) -> int | None:
        """What stands over the white between two columns that run on beside it, above and below."""
        areas = self.areas
        edges = from_left(areas, chosen)
        parts = parted_by_white(areas, chosen, self.line)
        for over in chosen if len(chosen) <= _MOST_AREAS else ():
            rest = [at for at in edges if at != over]
            cut = strip_in(areas, rest)
            if cut is None or not areas[over].x0 < cut < areas[over].x1:
                continue
            sides = (
                [at for at in rest if areas[at].x1 <= cut],
                [at for at in rest if areas[at].x1 > cut],
            )
            # What lies beyond white over all columns does not run on beside it.
            part = next(part for part in parts if over in part)
            inner = strip_in(areas, [at for at in rest if at in part])
            if inner is None or not areas[over].x0 < inner < areas[over].x1:
                continue
            past = [runs_past(areas, part.intersection(side), areas[over]) for side in sides]
            beside = [runs_beside(areas, side, areas[over]) for side in sides]
            # A picture may stand beside it in one of the two, or one of the two may end beside it.
            if self._has_text_beside(over, sides) and any(past) and all(map(or_, past, beside)):
                return over
        return None

    def _has_text_beside(self, over: int, sides: Iterable[Sequence[int]]) -> bool:
        """Whether a column has text beside something, and not only a picture."""
        texts = ([at for at in side if at < self.read] for side in sides)
        return any(runs_beside(self.areas, side, self.areas[over]) for side in texts)
