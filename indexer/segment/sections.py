"""The chapters of a document as a tree: each with its sections, and the shape of its text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from corpus import Block, Document, Position
from indexer.segment.chapters import Chapter
from indexer.segment.extents import blocks_between
from indexer.segment.places import Places, Spot, Standing
from indexer.segment.roles import role_of
from indexer.segment.shapes import Shape, shape_of
from indexer.segment.titles import number_of

_SEVERAL = 2
_PARTS = 2  # of the number of a section: *3.1*


@dataclass(frozen=True, slots=True)
class Node:
    """A chapter with its sections.

    Attributes:
        chapter: as its sign tells of it.
        own: the shape of its text down to the first section.
        whole: the shape of all of it.
        sections: in reading order.
    """

    chapter: Chapter
    own: Shape
    whole: Shape
    sections: tuple["Node", ...]

    @property
    def may_be_case(self) -> bool:
        """Whether its title does not say that it is none."""
        return role_of(self.chapter.title) is None

    @property
    def heads_page(self) -> bool:
        """Whether it begins a page."""
        spot = self.chapter.spot
        return self.chapter.start.block == 0 or (spot is not None and spot.standing.first)

    @property
    def cases(self) -> tuple["Node", ...]:
        """The sections that may be cases."""
        return tuple(one for one in self.sections if one.may_be_case)


def tree_of(document: Document, chapters: Sequence[Chapter]) -> tuple[Node, ...]:
    """The outermost chapters, the others as their sections."""
    end = Position(len(document.pages), 0)
    return tuple(_nodes(document, chapters, end))


def with_sections(
    document: Document, chapters: Sequence[Chapter], level: int, places: Places
) -> tuple[Chapter, ...]:
    """The chapters with the sections that only headings show, below those of a level.

    Those are numbered as *3.1*, or are the largest within their chapter whose words return nowhere:
    what returns is the head of a section in case after case.
    """
    times = Counter(one.short for one in places.headings)
    taken = {one.start for one in chapters}
    ends = [*(one.start for one in chapters[1:]), Position(len(document.pages), 0)]
    found: list[Chapter] = []
    for chapter, end in zip(chapters, ends, strict=True):
        found.append(chapter)
        if chapter.level != level:
            continue
        inside = [
            one for one in places.headings
            if chapter.start < one.position < end and one.position not in taken
        ]  # fmt: skip
        found += [_section(one, level + 1) for one in _sections(inside, times)]
    return tuple(found)


def _sections(headings: Sequence[Standing], times: Counter[str]) -> list[Standing]:
    dotted = [one for one in headings if len(number_of(one.text)) == _PARTS]
    highest = min((one.level for one in dotted), default=0)
    numbered = [one for one in dotted if one.level == highest]
    if len(numbered) >= _SEVERAL:
        return numbered
    largest = min((one.level for one in headings), default=0)
    return [one for one in headings if one.level == largest and times[one.short] == 1]


def _section(heading: Standing, level: int) -> Chapter:
    return Chapter(heading.text, level, heading.position, "heading", spot=Spot(heading, 1.0))


def _nodes(document: Document, chapters: Sequence[Chapter], end: Position) -> Iterator[Node]:
    """The first chapter with all deeper ones behind it, then the next, and so on."""
    after = 0
    while after < len(chapters):
        at, level = after, chapters[after].level
        deeper = takewhile(lambda one, level=level: one.level > level, chapters[at + 1 :])  # type: ignore[misc]
        after = at + 1 + len(list(deeper))
        stop = chapters[after].start if after < len(chapters) else end
        below = chapters[at + 1 : after]
        start, first = chapters[at].start, below[0].start if below else stop
        yield Node(
            chapters[at],
            shape_of(_blocks(document, start, first)),
            shape_of(_blocks(document, start, stop)),
            tuple(_nodes(document, below, stop)),
        )


def _blocks(document: Document, start: Position, end: Position) -> list[Block]:
    return [placed.block for placed in blocks_between(document, start, end)]
