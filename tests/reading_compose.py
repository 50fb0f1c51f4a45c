"""Sets a text in a design, line by line."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reading_columns import AIR, Columns
from reading_design import Design, Leaf, Mark, Style
from reading_lines import Bit, bits_of
from reading_pens import Look, Pen
from reading_rows import Row, lines, next_line
from reading_slabs import Slab, slab_of
from reading_text import Item, groups, is_heading

_SLABS = ("box", "pull-quote", "caption", "table-row")
_INITIAL_LINES = 3


def write(design: Design, path: Path) -> list[Leaf]:
    """Writes the PDF of a design; gives its pages with the words on them."""
    pen = design.pen(design.name)
    leaves = Composer(design, pen).compose()
    chance = random.Random(design.name)  # noqa: S311  # the order of drawing is no secret
    for leaf in leaves:
        leaf.label, leaf.printed = design.label(leaf)
        pen.page(design.form(leaf.number))
        if design.before_text:
            design.furniture(pen, leaf)
        for mark in _in_file_order(design, leaf, chance):
            mark.draw(pen)
        if not design.before_text:
            design.furniture(pen, leaf)
        for title, y in leaf.outline if design.outlined else ():
            pen.outline(title, y)
    pen.save(path)
    return leaves


def _in_file_order(design: Design, leaf: Leaf, chance: random.Random) -> list[Mark]:
    """What is drawn on a page, as the file has it: seldom in the order of reading."""
    # Frames are drawn in the order that a designer made them in.
    names = chance.sample(sorted(leaf.marks), len(leaf.marks))
    marks = [mark for name in names for mark in leaf.marks[name]]
    return sorted(marks, key=lambda mark: -mark.y) if design.raked else marks


class Composer:
    """Puts the blocks of a text in the columns of a design."""

    def __init__(self, design: Design, pen: Pen) -> None:
        self._design, self._pen = design, pen
        self._columns = Columns(design, pen, self._begin_page)
        self._chapter = design.text.chapters[0]
        self._waiting: list[Sequence[int]] = []
        self._across: list[Sequence[int]] = []
        self._aside_y = 0.0
        self._after: Item | None = None

    def compose(self) -> list[Leaf]:
        """The pages."""
        columns = self._columns
        columns.turn(self._chapter)
        for group in groups(self._design.text.items):
            self._set(group)
        columns.end()
        while self._waiting:
            columns.turn(self._chapter)
        columns.close()
        for group in self._across:
            self._place(group)
        return columns.leaves

    def _begin_page(self) -> None:
        """Sets what waited for a page."""
        if self._design.aside:
            self._aside_y = self._design.aside(self._columns.leaf.number).top
            waiting, self._waiting = self._waiting, []
            for group in waiting:
                self._set_beside(group)
        if self._across:
            self._set_across(self._across.pop(0))

    def _set(self, group: Sequence[int]) -> None:
        item = self._design.text.items[group[0]]
        if is_heading(item) and item.level == 1:
            self._open(item)
        if item.kind in _SLABS:
            self._set_slab(group)
        else:
            self._flow(group[0], item)
        self._after = item

    def _open(self, item: Item) -> None:
        columns = self._columns
        self._chapter = item.text
        if self._design.opens and columns.leaf.words:
            columns.end()
            columns.turn(self._chapter)
        style = self._design.style(item)
        if columns.y - style.before - 5 * style.leading < columns.frame.bottom:
            columns.move_on(self._chapter)
        columns.leaf.opens = True
        if not columns.leaf.words or self._design.opens:
            columns.leaf.chapter = item.text
        columns.leaf.outline.append((item.text, columns.y))

    def _set_slab(self, group: Sequence[int]) -> None:
        kind = self._design.text.items[group[0]].kind
        manner = {"box": self._design.boxes, "pull-quote": self._design.pulls}.get(kind)
        if manner == "beside":
            self._set_beside(group)
        elif manner == "across":
            self._across.append(group)
        else:
            self._place(group)

    def _place(self, group: Sequence[int]) -> None:
        columns = self._columns
        slab = slab_of(self._pen, self._design, group, columns.frame.wide)
        if not columns.fresh:
            columns.y -= AIR
        while columns.is_crossed(slab.height):
            columns.y -= AIR
        if columns.y - slab.height < columns.floor():
            columns.move_on(self._chapter)
            slab = slab_of(self._pen, self._design, group, columns.frame.wide)
        self._draw(slab, columns.frame.x, columns.y)
        columns.y -= slab.height + AIR

    def _set_beside(self, group: Sequence[int]) -> None:
        """Sets a slab in the column beside the text, or on the next page."""
        leaf = self._columns.leaf
        if self._design.aside is None:
            raise ValueError(f"{self._design.name} has no room beside its columns")
        frame = self._design.aside(leaf.number)
        slab = slab_of(self._pen, self._design, group, frame.wide)
        top = min(self._aside_y, self._columns.y)
        if top - slab.height < frame.bottom:
            self._waiting.append(group)
            return
        self._draw(slab, frame.x, top, name=f"aside-{group[0]}")
        leaf.floating.update(group)
        self._aside_y = top - slab.height - 2 * AIR

    def _set_across(self, group: Sequence[int]) -> None:
        """Sets a pull quote over the gutter, with the text of both columns around it."""
        left, right = self._columns.frames[:2]
        wide = 0.66 * left.wide
        slab = slab_of(self._pen, self._design, group, wide)
        x = (left.x + left.wide + right.x) / 2 - wide / 2
        y = left.top - 0.34 * (left.top - left.bottom)
        self._draw(slab, x, y, name="across")
        leaf = self._columns.leaf
        leaf.floating.update(group)
        leaf.holes.append((x, y - slab.height - 8, x + wide, y + 8))

    def _draw(self, slab: Slab, x: float, y: float, *, name: str | None = None) -> None:
        for dx, dy, wide, tall, colour in slab.rects:
            place = (x + dx, y - dy - tall, wide, tall, colour)
            self._columns.mark(lambda pen, place=place: pen.rect(*place), name)
        for dx, dy, row in slab.rows:
            self._columns.put(x + dx, y - dy, row, name)

    def _flow(self, number: int, item: Item) -> None:
        columns, style = self._columns, self._styled(item)
        if not columns.fresh:
            columns.y -= style.before + self._list_air(item)
        if is_heading(item):
            self._keep(item, style)
        initial = self._design.initials and self._opens(item)
        rest = bits_of(item.words)
        cap = self._initial(rest, style) if initial else 0.0
        at = 0
        while rest:
            indent = style.first if not at and not initial else 0.0
            indent += cap if at < _INITIAL_LINES else 0.0
            row, rest = self._next_row(number, rest, style, indent)
            row = replace(row, marker=item.marker if not at else None)
            left, _ = columns.room(style.leading) or (columns.frame.x, 0.0)
            columns.y -= style.leading
            columns.put(left + style.indent + indent, columns.y, row)
            at += 1
        columns.y -= style.after

    def _opens(self, item: Item) -> bool:
        """Whether it is the first paragraph of a chapter."""
        after = self._after
        return bool(after and is_heading(after) and after.level == 1 and item.kind == "paragraph")

    def _list_air(self, item: Item) -> float:
        ends = self._after and self._after.kind == "list-item" != item.kind
        return self._design.list_air if ends else 0.0

    def _styled(self, item: Item) -> Style:
        style = self._design.style(item)
        if item.kind == "paragraph" and self._after and is_heading(self._after):
            return replace(style, first=0.0)
        if item.kind == "list-item" and item.level > 1:
            return replace(style, indent=2 * style.indent)
        return style

    def _keep(self, item: Item, style: Style) -> None:
        """Goes on in the next column where the heading and two lines of text have no room."""
        columns, bits = self._columns, bits_of(item.words)
        count = len(list(lines(self._pen, bits, style, columns.frame.wide, None)))
        text = self._design.styles["paragraph"].leading
        if columns.y - count * style.leading - 2.5 * text < columns.floor():
            columns.move_on(self._chapter)

    def _next_row(
        self, number: int, rest: list[Bit], style: Style, indent: float
    ) -> tuple[Row, list[Bit]]:
        columns = self._columns
        while True:
            room = columns.room(style.leading)
            if columns.y - style.leading < columns.floor():
                columns.move_on(self._chapter)
                continue
            if room is None:
                columns.y -= style.leading / 2
                continue
            wide = room[1] - room[0] - style.indent - style.right - indent
            line, left = next_line(self._pen, rest, style, wide, self._design.hyphen)
            marks = [bit.note for bit in line if bit.note]
            if columns.y - style.leading < columns.floor(marks) and not columns.fresh:
                columns.move_on(self._chapter)
                continue
            columns.add_notes(marks)
            return Row(number, tuple(line), style, wide, last=not left), left

    def _initial(self, rest: list[Bit], style: Style) -> float:
        """Draws the drop cap of a paragraph; gives the room that it takes."""
        columns = self._columns
        tall = _INITIAL_LINES * style.leading
        if columns.y - tall < columns.floor():
            columns.move_on(self._chapter)
        letter, rest[0] = rest[0].text[0], replace(rest[0], text=rest[0].text[1:])
        look = Look("sans-bold", round(1.3 * (tall - 0.3 * style.leading), 1), (0.6, 0.2, 0.1))
        place = (columns.frame.x, columns.y - tall + 0.1 * style.leading)
        columns.mark(lambda pen: pen.line(place, [letter], look), y=place[1])
        return self._pen.measure(letter, look) + 3
