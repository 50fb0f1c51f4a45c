"""Fills the columns of the magazine with strips, and keeps the account of every page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from corpus.press.strips import Strip, notes_of

WIDE, TALL = 595.0, 794.0
MARGIN, GUTTER = 51.0, 20.0
COLUMN = (WIDE - 2 * MARGIN - GUTTER) / 2
TOP, BOTTOM = TALL - 78, 74.0
OPENING = TALL - 250
"""Where the columns begin on a page that opens a chapter."""

_LINE = 14.2
_WORTH_BALANCING = 8 * _LINE
"""A last page with less text than this has it in one column."""

NOTE_RULE = 11.0
"""The room for the rule above the footnotes of a column."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip with its upper left corner, and the air above it that was used."""

    strip: Strip
    x: float
    y: float
    air: float


@dataclass(slots=True)
class Leaf:
    """A page that is being made.

    Attributes:
        kind: an infographic has no columns.
        chapter: that it belongs to.
        opens: whether the chapter opens on it.
        placed: the strips.
        rules: where the rules above footnotes begin.
    """

    kind: Literal["text", "infographic"]
    chapter: int
    opens: bool = False
    placed: list[Placed] = field(default_factory=list)
    rules: list[tuple[float, float]] = field(default_factory=list)


class Columns:
    """The pages of the chapters, filled from the first to the last."""

    def __init__(self, notes: Callable[[int, str], tuple[Strip, ...]]) -> None:
        """Takes a function that gives the strips of a footnote, by chapter and mark."""
        self.leaves: list[Leaf] = []
        self._notes = notes
        self._infographics = 0
        self._opening: list[Placed] = []
        self._chunks: list[list[Strip]] = []
        self._foot: list[Strip] = []
        self._floor = BOTTOM
        self._column = 0
        self._y = 0.0

    def open_chapter(self, chapter: int, opening: list[Placed]) -> None:
        """Begins a page on which a chapter opens, with its title."""
        self.close_chapter()
        self._new_leaf(chapter, opening)

    def add_infographic(self) -> None:
        """Puts a full page behind the current one, over which the text runs on."""
        self._infographics += 1

    def add(self, strips: tuple[Strip, ...]) -> None:
        """Sets the strips, from where the column is."""
        for chunk in _chunks(strips):
            if not self._fits(chunk):
                self._next_column()
            self._place(chunk)

    def close_chapter(self) -> None:
        """Ends the last page of a chapter, with columns of equal height."""
        if not self.leaves:
            return
        chunks = self._chunks
        floor = self._top() - _LINE
        if sum(map(_height, chunks)) < _WORTH_BALANCING:
            floor = BOTTOM
        while not self._lay(chunks, max(floor, BOTTOM)):
            floor -= _LINE / 2
        self._close_leaf()

    def _lay(self, chunks: list[list[Strip]], floor: float) -> bool:
        """Sets the page anew with columns that end at the floor; False if it has not the room."""
        self._begin(floor)
        for chunk in chunks:
            if not self._fits(chunk):
                if self._column == 1 and floor > BOTTOM:
                    return False
                self._next_column()
            self._place(chunk)
        return True

    def _new_leaf(self, chapter: int, opening: list[Placed]) -> None:
        self._page = Leaf("text", chapter, opens=bool(opening))
        self.leaves.append(self._page)
        self._opening = opening
        self._begin(BOTTOM)

    def _begin(self, floor: float) -> None:
        self._floor = floor
        self._page.placed[:] = self._opening
        self._page.rules.clear()
        self._foot, self._chunks = [], []
        self._column, self._y = 0, self._top()

    def _close_leaf(self) -> None:
        """Ends the page, and sets the infographics that wait."""
        self._set_notes()
        for _ in range(self._infographics):
            self.leaves.append(Leaf("infographic", self._page.chapter))
        self._infographics = 0

    def _top(self) -> float:
        return OPENING if self._page.opens else TOP

    def _next_column(self) -> None:
        if self._column == 0:
            self._set_notes()
            self._column, self._y = 1, self._top()
        else:
            self._close_leaf()
            self._new_leaf(self._page.chapter, [])

    def _fits(self, chunk: list[Strip]) -> bool:
        if all(strip.air for strip in chunk):
            # Air needs no room: at the foot of a column it is the margin.
            return True
        used = _height(chunk) - (chunk[0].before if self._y == self._top() else 0.0)
        foot = [*self._foot, *(note for strip in chunk for note in self._notes_on(strip))]
        return self._y - used >= max(self._floor, BOTTOM + _height_of_notes(foot))

    def _place(self, chunk: list[Strip]) -> None:
        self._chunks.append(chunk)
        for strip in chunk:
            at_top = self._y == self._top()
            if at_top and strip.air:
                continue
            air = 0.0 if at_top else strip.before
            self._y -= air
            x = MARGIN + self._column * (COLUMN + GUTTER)
            self._page.placed.append(Placed(strip, x, self._y, air))
            self._y -= strip.height
            self._foot.extend(self._notes_on(strip))

    def _notes_on(self, strip: Strip) -> Iterator[Strip]:
        for mark in notes_of(strip):
            yield from self._notes(self._page.chapter, mark)

    def _set_notes(self) -> None:
        if not self._foot:
            return
        x = MARGIN + self._column * (COLUMN + GUTTER)
        y = BOTTOM + _height_of_notes(self._foot)
        self._page.rules.append((x, y - NOTE_RULE / 2))
        y -= NOTE_RULE
        for strip in self._foot:
            self._page.placed.append(Placed(strip, x, y, 0.0))
            y -= strip.height
        self._foot = []


def _height(chunk: list[Strip]) -> float:
    return sum(strip.height + strip.before for strip in chunk)


def _height_of_notes(strips: list[Strip]) -> float:
    return sum(strip.height for strip in strips) + (NOTE_RULE if strips else 0.0)


def _chunks(strips: tuple[Strip, ...]) -> Iterator[list[Strip]]:
    """The strips, those together that must stay together."""
    chunk: list[Strip] = []
    for strip in strips:
        chunk.append(strip)
        if not strip.keeps:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
