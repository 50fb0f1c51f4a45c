"""Columns on pages for `reading_layouts`, filled from the first to the last with an account."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import inf

from reading_design import Design, Frame, Leaf, Mark
from reading_pens import Pen
from reading_rows import Row, draw_marker, note_rows, strokes

AIR = 9.0
"""The least room around what stands apart, in points."""

_NARROWEST = 70.0
_NOTE_AIR = 15.0


class Columns:
    """Where the next line may stand, and what stands on each page so far.

    Attributes:
        leaves: the pages.
        frames: the columns of the page.
        y: how far the column is filled: the foot of its last line.
    """

    def __init__(self, design: Design, pen: Pen, on_page: Callable[[], None]) -> None:
        """Takes what is to be done when a page begins."""
        self._design, self._pen, self._on_page = design, pen, on_page
        self._at = 0
        self._notes: list[str] = []
        self.leaves: list[Leaf] = []
        self.frames: tuple[Frame, ...] = ()
        self.y = 0.0

    @property
    def leaf(self) -> Leaf:
        """The page."""
        return self.leaves[-1]

    @property
    def frame(self) -> Frame:
        """The column."""
        return self.frames[self._at]

    @property
    def fresh(self) -> bool:
        """Whether nothing stands in the column yet."""
        return self.y == self.frame.top

    def turn(self, chapter: str) -> None:
        """Begins a page in a chapter."""
        if self.leaves:
            self.close()
        self.leaves.append(Leaf(len(self.leaves) + 1, chapter))
        self.frames, self._at = self._design.frames(self.leaf.number), 0
        self.y = self.frame.top
        self._on_page()

    def move_on(self, chapter: str) -> None:
        """Goes to the next column."""
        self.end()
        self._at += 1
        if self._at == len(self.frames):
            self.turn(chapter)
        self.y = self.frame.top

    def end(self) -> None:
        """Sets the footnotes at the foot of the column, where each column has its own."""
        if not self._design.notes:
            self._set_notes(self.frame, self.floor())

    def close(self) -> None:
        """Sets the footnotes at the foot of the page, where all columns share them."""
        if self._design.notes:
            frame = self._design.notes(self.leaf.number)
            lowest = self._set_notes(frame, frame.top, "notes")
            if lowest < frame.bottom:
                raise ValueError(f"{self._design.name} has no room for its footnotes")

    def _set_notes(self, frame: Frame, y: float, name: str | None = None) -> float:
        """Sets the footnotes below a height; gives the foot of the last."""
        if not self._notes:
            return y
        place = (frame.x, y - _NOTE_AIR / 2, 50, 0.5, (0.3, 0.3, 0.3))
        self.mark(lambda pen: pen.rect(*place), name)
        y -= _NOTE_AIR
        for row in self._note_rows(self._notes, frame.wide):
            y -= row.style.leading
            self.put(frame.x + row.style.indent, y, row, name)
        self._notes = []
        return y

    def add_notes(self, marks: Sequence[str]) -> None:
        """Keeps room for footnotes at the foot of the column."""
        self._notes += marks

    def floor(self, more: Sequence[str] = ()) -> float:
        """The height that no line may come below, with the footnotes so far and `more`."""
        if self._design.notes:
            return self.frame.bottom
        rows = list(self._note_rows([*self._notes, *more], self.frame.wide))
        notes = sum(row.style.leading for row in rows) + _NOTE_AIR if rows else 0.0
        return self.frame.bottom + notes

    def room(self, tall: float) -> tuple[float, float] | None:
        """The left and right edge of a line of that height, beside what stands in the column."""
        left, right = self.frame.x, self.frame.x + self.frame.wide
        for x0, y0, x1, y1 in self.leaf.holes:
            if y0 < self.y and self.y - tall < y1 and x0 < right and left < x1:
                left, right = (left, x0 - AIR) if x0 > left else (x1 + AIR, right)
        return (left, right) if right - left >= _NARROWEST else None

    def is_crossed(self, tall: float) -> bool:
        """Whether what stands over the gutter narrows a line of that height."""
        return self.room(tall) != (self.frame.x, self.frame.x + self.frame.wide)

    def mark(self, draw: Callable[[Pen], None], name: str | None = None, *, y: float = inf) -> None:
        """Draws something with the column, or with what has that name; text at a height."""
        self.leaf.marks.setdefault(name or f"column-{self._at}", []).append(Mark(draw, y))

    def put(self, x: float, y: float, row: Row, name: str | None = None) -> None:
        """Draws a row, and notes the words that begin on it."""
        if row.marker:
            self.mark(partial(draw_marker, x=x, y=y, row=row, design=self._design), name, y=y)
        for stroke in strokes(self._pen, row):
            self.mark(
                lambda pen, it=stroke: pen.line((x + it.dx, y), it.words, it.look, gap=it.gap),
                name,
                y=y,
            )
        begun = self.leaf.words.setdefault(row.item, [])
        begun += [bit.word for bit in row.bits if bit.begins]
        self.leaf.runs_over.discard(row.item)
        if not row.bits[-1].ends:
            self.leaf.runs_over.add(row.item)

    def _note_rows(self, marks: Sequence[str], wide: float) -> Iterator[Row]:
        for mark in marks:
            yield from note_rows(self._pen, self._design, mark, wide)
