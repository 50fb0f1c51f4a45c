"""What a line has between two whites, and the strips of white that line after line shares.

A white is a gap wide enough to part columns or cells; what follows a bullet or number is none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import le

from msgspec import Struct

from indexer.extract.pieces import BULLETS, WIDE, Glyph

_FAR = 25.0  # times the height: so far below, a gap is another strip
_SHARED = 0.3  # times the height: gaps of one strip have at least so much white together
_JUMP = 2.0  # times the height: so far back, a line goes on further to the left
_TOUCH = 0.5  # points: a word and the raised mark behind it may lie so much over one another
_MARKER_LETTERS = 3
_HALF = 0.45  # of the height of its neighbour: a lower glyph is no letter
_MOST_GAPS = 400  # a page with more is a score of music or a drawing


class Run(Struct, frozen=True, gc=False):
    """What a line has between two whites.

    Attributes:
        line: the place of its line among the lines of the page.
        start: the place of its first glyph in the line.
        x0: left edge.
        x1: right edge.
        y: lower edge of its first glyph.
        height: of its first glyph.
        letters: how many it has, with the spaces.
    """

    line: int
    start: int
    x0: float
    x1: float
    y: float
    height: float
    letters: int


class Gap(Struct, frozen=True, gc=False):
    """The white between two runs of a line."""

    left: Run
    right: Run


@dataclass(slots=True)
class Strip:
    """Gaps that share a strip of white, from the uppermost to the lowest."""

    gaps: list[Gap]
    x0: float
    x1: float

    @property
    def height(self) -> float:
        """The height of a line."""
        return self.gaps[0].right.height

    @property
    def top(self) -> float:
        """The lower edge of its uppermost line."""
        return self.gaps[0].right.y

    @property
    def foot(self) -> float:
        """The lower edge of its lowest line."""
        return self.gaps[-1].right.y

    def is_crossed_by(self, run: Run) -> bool:
        """Whether a run begins before it and ends behind it."""
        return run.x0 < self.x0 and run.x1 > self.x1

    def takes(self, gap: Gap) -> bool:
        """Whether a gap goes on with this strip; if so it is put in."""
        x0, x1 = max(self.x0, gap.left.x1), min(self.x1, gap.right.x0)
        height = gap.right.height
        if x1 - x0 <= _SHARED * height or abs(self.foot - gap.right.y) > _FAR * height:
            return False
        self.gaps.append(gap)
        self.x0, self.x1 = x0, x1
        return True


def left_to_right(line: Sequence[Glyph]) -> Sequence[Glyph]:
    """The glyphs of a line by their place, where its file goes back to fill a white in it."""
    places = [glyph.x0 for glyph in line if not glyph.char.isspace()]
    if all(map(le, places, places[1:])):
        return line
    parts: list[list[Glyph]] = []
    goes_back = False
    last: Glyph | None = None
    for glyph in line:
        if not glyph.char.isspace():
            back = last is not None and last.x0 - glyph.x1 > _JUMP * (glyph.y1 - glyph.y0)
            if last is None or back or is_white(last, glyph):
                parts.append([])
            goes_back |= back
            last = glyph
        if parts:
            parts[-1].append(glyph)
    return _in_place(parts) if goes_back else line


def runs_in(number: int, line: Sequence[Glyph]) -> list[Run]:
    """The runs of the line with that number, from left to right."""
    runs: list[Run] = []
    part: list[Glyph] = []
    start = 0
    for at, glyph in enumerate(line):
        if glyph.char.isspace():
            continue
        if not part:
            start = at
        elif is_white(part[-1], glyph) and (runs or not _is_marker(part)):
            runs.append(_run(number, start, part))
            part, start = [], at
        part.append(glyph)
    return [*runs, _run(number, start, part)] if part else runs


def strips_of(lines: Iterable[Sequence[Run]]) -> list[Strip]:
    """The strips of a page; none of a page that has more whites than a page of text."""
    gaps = [Gap(left, right) for runs in lines for left, right in pairwise(runs)]
    strips: list[Strip] = []
    for gap in sorted(gaps, key=lambda gap: -gap.right.y) if len(gaps) <= _MOST_GAPS else ():
        if not any(strip.takes(gap) for strip in strips):
            strips.append(Strip([gap], gap.left.x1, gap.right.x0))
    return strips


def from_top(lines: Iterable[Sequence[Run]]) -> list[Run]:
    """The runs of all lines, the highest first."""
    return sorted(chain(*lines), key=lambda run: -run.y)


def between(runs: Sequence[Run], foot: float, top: float) -> Sequence[Run]:
    """The runs from one height to another, of runs from top to bottom."""
    first = bisect_left(runs, -top, key=lambda run: -run.y)
    return runs[first : bisect_right(runs, -foot, lo=first, key=lambda run: -run.y)]


def is_white(last: Glyph, glyph: Glyph) -> bool:
    """Whether two glyphs that follow each other have a white between them.

    The lower of the two tells what is wide, beside a title too; but not where it is half as high,
    as a quotation mark may be.
    """
    white = glyph.x0 - last.x1
    if white <= 0:
        return False
    low, high = sorted((glyph.y1 - glyph.y0, last.y1 - last.y0))
    return white > WIDE * max(low, _HALF * high)


def _in_place(parts: Sequence[Sequence[Glyph]]) -> Sequence[Glyph]:
    """The parts of a line from left to right; as they came where they lie over one another."""
    boxes = sorted(((*_edges(part), at) for at, part in enumerate(parts)), key=lambda box: box[0])
    if any(left[1] > right[0] + _TOUCH for left, right in pairwise(boxes)):
        return [glyph for part in parts for glyph in part]
    space = Glyph(" ", 0.0, 0.0, 0.0, 0.0, parts[0][0].place)
    return [glyph for *_, at in boxes for glyph in (*parts[at], space)]


def _edges(part: Iterable[Glyph]) -> tuple[float, float]:
    inked = [glyph for glyph in part if not glyph.char.isspace()]
    return min(glyph.x0 for glyph in inked), max(glyph.x1 for glyph in inked)


def _run(number: int, start: int, part: Sequence[Glyph]) -> Run:
    first = next((glyph for glyph in part if glyph.char[0].isalnum()), part[0])
    edges = min([glyph.x0 for glyph in part]), max([glyph.x1 for glyph in part])
    return Run(number, start, *edges, first.y0, first.y1 - first.y0, _letters(part))


def _letters(part: Iterable[Glyph]) -> int:
    return sum([len(glyph.char) + 1 for glyph in part])


def _is_marker(part: Sequence[Glyph]) -> bool:
    """Whether what stands before a gap is just a bullet or number."""
    last = part[-1].char[-1]
    return _letters(part) <= _MARKER_LETTERS + 1 and (last in BULLETS or not last.isalpha())
