"""Blocks that stay whole, for `reading_compose`: boxes, pull quotes, pictures and tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reading_design import Design, Style
from reading_lines import Bit, bits_of
from reading_pens import Colour, Pen
from reading_rows import Row, lines
from reading_text import Item

PAD = 8.0
_PICTURE = 84.0
_GREY: Colour = (0.72, 0.75, 0.78)
_OCHRE: Colour = (0.85, 0.55, 0.2)
_LONGEST_CELL = 22
_GAP = 6.0
_DARK: Colour = (0.2, 0.2, 0.3)
_LINE = 0.7

_Numbered = Sequence[tuple[int, Item]]
_PlacedRow = tuple[float, float, Row]


@dataclass(frozen=True, slots=True)
class Slab:
    """Rows and rectangles, each with its place from the upper left corner, downwards."""

    height: float
    rows: tuple[_PlacedRow, ...]
    rects: tuple[tuple[float, float, float, float, Colour], ...] = ()


def slab_of(pen: Pen, design: Design, group: Sequence[int], wide: float) -> Slab:
    """A box, pull quote, picture with caption, or table of that width."""
    items = [(number, design.text.items[number]) for number in group]
    maker = _Maker(pen, design, wide)
    make = {
        "box": maker.box,
        "pull-quote": maker.pull,
        "caption": maker.figure,
        "table-row": maker.table,
    }
    return make[items[0][1].kind](items)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes slabs of a width."""

    pen: Pen
    design: Design
    wide: float

    def box(self, items: _Numbered) -> Slab:
        rows, down = self._stack(items, PAD, PAD - 3)
        height = down + PAD
        if self.design.tint:
            return Slab(height, tuple(rows), ((0, 0, self.wide, height, self.design.tint),))
        across = [(0.0, y, self.wide, _LINE, _DARK) for y in (0.0, height - _LINE)]
        along = [(x, 0.0, _LINE, height, _DARK) for x in (0.0, self.wide - _LINE)]
        return Slab(height, tuple(rows), (*across, *along))

    def pull(self, items: _Numbered) -> Slab:
        rows, down = self._stack(items, 4, 4)
        height = down + 10
        rules = ((0, y, self.wide, 1.5, _OCHRE) for y in (0.0, height - 1.5))
        return Slab(height, tuple(rows), tuple(rules))

    def figure(self, items: _Numbered) -> Slab:
        rows, down = self._stack(items, 0, _PICTURE)
        sky = (0, 0, self.wide, _PICTURE, _GREY)
        grass = (0, 0.6 * _PICTURE, self.wide, 0.4 * _PICTURE, (0.5, 0.6, 0.5))
        return Slab(down + 4, tuple(rows), (sky, grass))

    def table(self, items: _Numbered) -> Slab:
        stops = self._stops([item for _, item in items])
        rows: list[_PlacedRow] = []
        rules = []
        down = 0.0
        for at, (number, item) in enumerate(items):
            style = self.design.style(item)
            if not at:
                style = replace(style, look=replace(style.look, font="sans-bold"))
            rules.append((0.0, down, self.wide, 0.6, _GREY))
            cells = list(self._cells(number, item, style, stops))
            rows += [(x, down + y, row) for x, y, row in cells]
            down += max(y for _, y, _ in cells) + style.before
        if not self.design.ruled:
            return Slab(down, tuple(rows))
        return Slab(down, tuple(rows), (*rules, (0.0, down, self.wide, 0.6, _GREY)))

    def _stack(self, items: _Numbered, pad: float, down: float) -> tuple[list[_PlacedRow], float]:
        """The rows of items below each other, and how far they reach down."""
        rows = []
        for number, item in items:
            style = self.design.style(item)
            indent = 10.0 if item.marker else 0.0
            wide = self.wide - 2 * pad - indent
            down += style.before
            for row in self._rows(number, item, style, wide):
                down += style.leading
                rows.append((pad + indent, down, row))
        return rows, down

    def _rows(self, number: int, item: Item, style: Style, wide: float) -> Iterator[Row]:
        found = list(lines(self.pen, bits_of(item.words), style, wide, self.design.hyphen))
        for at, bits in enumerate(found):
            marker = None if at else item.marker
            yield Row(number, bits, style, wide, last=at == len(found) - 1, marker=marker)

    def _cells(
        self, number: int, item: Item, style: Style, stops: Sequence[float]
    ) -> Iterator[_PlacedRow]:
        first = 0
        for column, count in enumerate(item.cells):
            room = stops[column + 1] - stops[column] - _GAP
            bits: list[Bit] = bits_of(item.words[first : first + count], first)
            figures = not self.design.ruled and all(bit.text[:1].isdigit() for bit in bits)
            aligned = replace(style, align="right") if figures else style
            for at, line in enumerate(lines(self.pen, bits, aligned, room, None)):
                row = Row(number, line, aligned, room, last=True)
                yield stops[column], style.before + (at + 1) * style.leading, row
            first += count

    def _stops(self, items: Sequence[Item]) -> list[float]:
        """Where the columns of a table begin, and the right edge: no word is wider than its cell.

        What is left is shared by the longest cell of each column.
        """
        columns = [[_cell(item, at) for item in items] for at in range(len(items[0].cells))]
        look = replace(self.design.style(items[0]).look, font="sans-bold")
        words = [{word for cell in cells for word in cell.split()} for cells in columns]
        least = [max(self.pen.measure(word, look) for word in each) + _GAP for each in words]
        longest = [min(max(map(len, cells)), _LONGEST_CELL) for cells in columns]
        left = self.wide - sum(least)
        if left < 0:
            raise ValueError(f"{self.design.name} has no room for its table")
        wides = [
            each + left * share / sum(longest) for each, share in zip(least, longest, strict=True)
        ]
        return [sum(wides[:at]) for at in range(len(wides) + 1)]


def _cell(item: Item, column: int) -> str:
    first = sum(item.cells[:column])
    return " ".join(word.text for word in item.words[first : first + item.cells[column]])
