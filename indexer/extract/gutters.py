"""The white between columns: lines that PDFium glues over a gutter are parted at it.

Text that a file draws row by row, over all columns, comes as one line with a wide gap. A gap that
returns at the same place in line after line is a gutter, if on both sides of it stands running
text; where a side is short it is the white between the cells of a table, and the line stays whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from indexer.extract.lines import BULLETS, WIDE, Glyph

_FEWEST_LINES = 3
_NEXT_ROW = 6.0  # times the height: so far below the last row may be one more
_FAR = 25.0  # times the height: so far below, a gap is another gutter
_NEAR = 8.0  # times the height: how far above and below lines tell of columns
_FLUSH = 2.0  # times the height: lines of a column begin no further from its edge
_MOST_CROSSING = 0.25  # of the lines that have the gap, so many others may cross it
_CELL_LETTERS = 20  # sides that are usually shorter are cells
_MARKER_LETTERS = 3
_MOST_GAPS = 400  # a page with more is a score of music or a drawing


class _Gap(NamedTuple):
    """White in a line, before glyph `at`, with the letters on either side up to the next white."""

    line: int
    at: int
    x0: float
    x1: float
    y: float
    height: float
    left: int
    right: int


@dataclass(slots=True)
class _Strip:
    """Gaps that share a strip of white."""

    gaps: list[_Gap]
    x0: float
    x1: float

    def takes(self, gap: _Gap) -> bool:
        """Whether a gap goes on with this strip; if so it is put in."""
        x0, x1 = max(self.x0, gap.x0), min(self.x1, gap.x1)
        if x1 - x0 <= 0.3 * gap.height or abs(self.gaps[-1].y - gap.y) > _FAR * gap.height:
            return False
        self.gaps.append(gap)
        self.x0, self.x1 = x0, x1
        return True

    def has_cells(self) -> bool:
        """Whether the text on one side is usually short."""
        middle = len(self.gaps) // 2
        lefts, rights = (sorted(gap[side] for gap in self.gaps) for side in (6, 7))
        return min(lefts[middle], rights[middle]) < _CELL_LETTERS


def split_at_gutters(
    lines: Sequence[Sequence[Glyph]],
) -> Iterator[tuple[Sequence[Glyph], bool]]:
    """The lines of a page in the same order, parted at gutters, and whether each is a table row."""
    places: dict[int, list[int]] = {}
    rows: set[int] = set()
    for strip in _strips(lines):
        for gap in strip.gaps:
            if strip.has_cells():
                rows.add(gap.line)
            else:
                places.setdefault(gap.line, []).append(gap.at)
        if strip.has_cells():
            rows.update(_rows_with_a_number(strip, lines))
    for number, line in enumerate(lines):
        cuts = sorted(places.get(number, ()))
        for start, end in zip((0, *cuts), (*cuts, len(line)), strict=True):
            if part := _trimmed(line[start:end]):
                yield part, number in rows and not cuts


def _rows_with_a_number(strip: _Strip, lines: Sequence[Sequence[Glyph]]) -> Iterator[int]:
    """Lines that begin with a number in a table: a cell there, not the number of an item."""
    high, low = strip.gaps[0].y, strip.gaps[-1].y
    for number, line in enumerate(lines):
        inked = [glyph for glyph in line if not glyph.char.isspace()]
        if not (inked and low - _NEXT_ROW * (inked[0].y1 - inked[0].y0) < inked[0].y0 < high):
            continue
        at = next((at for at, one in enumerate(inked) if not one.char.isdigit()), 0)
        if (
            at
            and inked[at - 1].x1 < strip.x1
            and inked[at].x0 > strip.x0 + 0.9 * (strip.x1 - strip.x0)
        ):
            yield number


def _strips(lines: Sequence[Sequence[Glyph]]) -> Iterator[_Strip]:
    gaps = [gap for number, line in enumerate(lines) for gap in _gaps(number, line)]
    strips: list[_Strip] = []
    for gap in sorted(gaps, key=lambda gap: -gap.y) if len(gaps) <= _MOST_GAPS else ():
        if not any(strip.takes(gap) for strip in strips):
            strips.append(_Strip([gap], gap.x0, gap.x1))
    for strip in strips:
        enough = max(_FEWEST_LINES, _crossing(strip, lines) / _MOST_CROSSING)
        if len(strip.gaps) >= enough or _is_between_columns(strip, lines):
            yield strip


def _is_between_columns(strip: _Strip, lines: Sequence[Sequence[Glyph]]) -> bool:
    """Whether lines on both sides, parted already, show that few gaps stand between columns.

    The right column begins where the white ends. No line near crosses the white.
    """
    height = strip.gaps[0].height
    high, low = strip.gaps[0].y + _NEAR * height, strip.gaps[-1].y - _NEAR * height
    sides: tuple[list[int], list[int]] = [], []
    own = {gap.line for gap in strip.gaps}
    for number, line in enumerate(lines):
        if number in own or not low <= line[0].y0 <= high:
            continue
        inked = [glyph for glyph in line if not glyph.char.isspace()]
        x0, x1 = min(glyph.x0 for glyph in inked), max(glyph.x1 for glyph in inked)
        if x0 < strip.x1 - 0.1 * height and x1 > strip.x1:
            return False
        letters = _letters(list(enumerate(inked)))
        if x1 < strip.x1:
            sides[0].append(letters)
        elif abs(x0 - strip.x1) < _FLUSH * height:
            sides[1].append(letters)
    return all(len(side) >= _FEWEST_LINES and median(side) >= _CELL_LETTERS for side in sides)


def _gaps(number: int, line: Sequence[Glyph]) -> Iterator[_Gap]:
    inked = [(at, glyph) for at, glyph in enumerate(line) if not glyph.char.isspace()]
    whites = [
        place
        for place in range(1, len(inked))
        if _white(inked[place - 1][1], inked[place][1]) and not _is_marker(inked[:place])
    ]
    ends = [0, *whites, len(inked)]
    for before, place, after in zip(ends, ends[1:], ends[2:], strict=False):
        (_, last), (at, glyph) = inked[place - 1], inked[place]
        left, right = _letters(inked[before:place]), _letters(inked[place:after])
        height = glyph.y1 - glyph.y0
        yield _Gap(number, at, last.x1, glyph.x0, glyph.y0, height, left, right)


def _white(last: Glyph, glyph: Glyph) -> bool:
    return glyph.x0 - last.x1 > WIDE * (glyph.y1 - glyph.y0)


def _letters(inked: Sequence[tuple[int, Glyph]]) -> int:
    return sum(len(glyph.char) + 1 for _, glyph in inked)


def _is_marker(inked: Sequence[tuple[int, Glyph]]) -> bool:
    """Whether what stands before a gap is just a bullet or number."""
    last = inked[-1][1].char[-1]
    return _letters(inked) <= _MARKER_LETTERS + 1 and (last in BULLETS or not last.isalpha())


def _crossing(strip: _Strip, lines: Sequence[Sequence[Glyph]]) -> int:
    """How many lines between those of the gaps have ink in their white."""
    if len(strip.gaps) < _FEWEST_LINES:
        return 0
    have = {gap.line for gap in strip.gaps}
    high, low = strip.gaps[0].y, strip.gaps[-1].y
    return sum(
        number not in have
        and low <= line[0].y0 <= high
        and any(glyph.x0 < strip.x1 and glyph.x1 > strip.x0 for glyph in line if glyph.x1)
        for number, line in enumerate(lines)
    )


def _trimmed(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    while glyphs and glyphs[-1].char.isspace():
        glyphs = glyphs[:-1]
    while glyphs and glyphs[0].char.isspace():
        glyphs = glyphs[1:]
    return glyphs
