"""The white between columns: lines that PDFium glues over a gutter are parted at it.

Text that a file draws row by row, over all columns, comes in part as lines with a wide gap. Such a
gap is a gutter if what stands beside its strip of white, glued or not, is running text: lines that
begin at one edge and are long. Where a side is short it is the white between the cells of a table,
and the line stays whole.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from indexer.extract.cells import CELL_LETTERS, has_cells, table_rows
from indexer.extract.pieces import Glyph
from indexer.extract.runs import (
    Run,
    Strip,
    between,
    from_top,
    left_to_right,
    runs_in,
    strips_of,
)

_FEWEST_LINES = 3
_LARGER = 1.3  # times the height: runs of so different a size are no cells of one row
_OTHER, _FAR = 1.08, 3.0  # idem, where the white between them is so many heights wide
_FEWEST_FULL = 6  # times the lines of a column that has just begun: those of the one before
_NEAR = 8.0  # times the height: how far above and below lines tell of columns
_FLUSH = 2.0  # times the height: lines of a column begin no further from its edge
_MOST_CROSSING = 0.25  # of the lines that have the gap, so many others may cross it
_SHARED = 0.3  # times the height: a gutter is no narrower
_LEVEL = 0.2  # times the height: lines of one height differ less
_FULL = 0.7  # from the edge of a column to the next: so far its lines of text run
_MOST_LEVEL = 0.5  # of the lines of two columns that are not set on one grid


class _Gutter(NamedTuple):
    """White between two columns, from the lower edge of its lowest line to that of its highest."""

    x0: float
    x1: float
    foot: float
    top: float

    def parts(self, left: Run, right: Run) -> bool:
        """Whether it lies between two runs of a line."""
        slack = _SHARED * right.height
        return (
            left.x1 <= self.x0 + slack
            and right.x0 >= self.x1 - slack
            and self.foot <= right.y <= self.top
        )


def split_at_gutters(
    lines: Sequence[Sequence[Glyph]],
) -> Iterator[tuple[Sequence[Glyph], bool]]:
    """The lines of a page in the same order, parted at gutters, and whether each is a table row."""
    lines = list(map(left_to_right, lines))
    runs = [runs_in(number, line) for number, line in enumerate(lines)]
    parted = list(_parted(lines, runs))
    if len(parted) > len(lines):
        runs = [runs_in(number, line) for number, line in enumerate(parted)]
    rows = table_rows(parted, runs)
    for number, line in enumerate(parted):
        yield rows.get(number, line), number in rows


def _parted(
    lines: Sequence[Sequence[Glyph]], runs: Sequence[Sequence[Run]]
) -> Iterator[Sequence[Glyph]]:
    gutters = list(_gutters(runs))
    for placed, its_runs in zip(lines, runs, strict=True):
        cuts = [
            right.start
            for left, right in pairwise(its_runs)
            if _are_set_apart(left, right) or any(gutter.parts(left, right) for gutter in gutters)
        ]
        for start, end in zip((0, *cuts), (*cuts, len(placed)), strict=True):
            if part := _trimmed(placed[start:end]):
                yield part


def _are_set_apart(left: Run, right: Run) -> bool:
    """Whether two runs are of other sizes or heights: a title or box beside the text, no row."""
    small, large = sorted((left.height, right.height))
    if right.x0 - left.x1 < _FAR * large:
        return large > _LARGER * small
    return large > _OTHER * small or abs(left.y - right.y) > _LEVEL * large


def _gutters(lines: Sequence[Sequence[Run]]) -> Iterator[_Gutter]:
    strips = strips_of(lines)
    runs = from_top(lines) if strips else []
    for strip in strips:
        if gutter := _gutter(strip, runs):
            yield gutter


def _gutter(strip: Strip, runs: Sequence[Run]) -> _Gutter | None:
    """The gutter that a strip is part of, by all that stands beside it."""
    near, is_closed = _uncrossed(strip, runs)
    begin = min(gap.left.x0 for gap in strip.gaps)  # what ends further left is another column
    left = [run for run in near if run.x0 < strip.x0 and begin < run.x1 < strip.x1]
    right = [run for run in near if run.x0 >= strip.x0]
    if not left or not right:
        return None
    x0, x1 = max(run.x1 for run in left), min(run.x0 for run in right)
    if x1 - x0 <= _SHARED * strip.height:
        return None
    if len(strip.gaps) < _FEWEST_LINES or has_cells(strip):
        edge = _edge(left)
        sides = _column(left, edge), _column(right, x1)
        if not _is_text(sides[0]) or not (
            _is_text(sides[1]) or _has_begun(*sides, is_closed=is_closed)
        ):
            return None
        if is_closed and _are_level(*sides):
            return None
        if median(run.x1 for run in sides[0]) - edge < _FULL * (x1 - edge):
            return None
    return _Gutter(x0, x1, min(run.y for run in near), max(run.y for run in near))


def _uncrossed(strip: Strip, runs: Sequence[Run]) -> tuple[list[Run], bool]:
    """The runs beside a strip, and above and below it as far as none crosses it; whether one does.

    None where too many cross it between its own lines.
    """
    near: list[Run] = []
    crossing, is_closed = 0, False
    reach = _NEAR * strip.height
    for run in between(runs, strip.foot - reach, strip.top + reach):
        if not strip.is_crossed_by(run):
            near.append(run)
        elif strip.foot <= run.y <= strip.top:
            crossing += 1
        else:
            is_closed = True
            if run.y < strip.foot:
                break
            near = []
    return (near if len(strip.gaps) >= crossing / _MOST_CROSSING else []), is_closed


def _edge(runs: Iterable[Run]) -> float:
    """Where most of the text of a column begins."""
    letters: Counter[int] = Counter()
    for run in runs:
        letters[round(run.x0)] += run.letters
    return max(letters, key=lambda x: (letters[x], -x))


def _column(runs: Iterable[Run], edge: float) -> list[Run]:
    return [run for run in runs if abs(run.x0 - edge) < _FLUSH * run.height]


def _is_text(column: Sequence[Run]) -> bool:
    """Whether a column has lines of running text, glued or by themselves."""
    letters = [run.letters for run in column]
    return len(letters) >= _FEWEST_LINES and median(letters) >= CELL_LETTERS


def _has_begun(left: Sequence[Run], right: Sequence[Run], *, is_closed: bool) -> bool:
    """Whether a last column has a few lines only, level with the first of a column of text."""
    tops = sorted((run.y for run in left), reverse=True)[: len(right)]
    return (
        not is_closed
        and len(left) >= _FEWEST_FULL * len(right)
        and all(abs(run.y - y) < _LEVEL * run.height for run, y in zip(right, tops, strict=False))
    )


def _are_level(left: Sequence[Run], right: Sequence[Run]) -> bool:
    """Whether lines stand beside lines, as in the rows of a table whose cells are long and wrap."""
    few, many = sorted((left, right), key=len)
    level = sum(any(abs(one.y - run.y) < _LEVEL * run.height for one in many) for run in few)
    return level > _MOST_LEVEL * len(few)


def _trimmed(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    while glyphs and glyphs[-1].char.isspace():
        glyphs = glyphs[:-1]
    while glyphs and glyphs[0].char.isspace():
        glyphs = glyphs[1:]
    return glyphs
