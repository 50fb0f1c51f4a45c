"""Which lines of a page are rows of a table: white returns in them, and beside it stands little."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from statistics import median_high

from indexer.extract.pieces import Glyph, height_of
from indexer.extract.runs import Run, Strip, strips_of

CELL_LETTERS = 20
"""What is usually shorter, with its spaces, is a cell and no line of text."""

_FEWEST_LINES = 3
_FEWEST_ALIGNED, _ALIGNED = 2, 1.0  # cells, and points: so many begin so close at one place
_ALIKE = 0.08  # of the height: so little cells of a column differ
_FEWEST_STRETCHED, _STRETCHED = 2, 1.5  # whites, and how much wider one is than another
_LITTLE, _SPACED = 0.1, 0.4  # times the height: a gap between cells is no narrower
_CLEAR = 2.0  # times the height: white enough before a column, also where a cell is long
_NEXT_ROW = 6.0  # times the height: so far below the last row may be one more
_MOST_CROSSING = 0.25  # of the lines that have the gap, so many others may cross it


def table_rows(
    lines: Sequence[Sequence[Glyph]], runs: Sequence[Sequence[Run]]
) -> dict[int, Sequence[Glyph]]:
    """The lines that are rows of a table by their places, a tab where a column begins.

    Args:
        lines: of a page, parted at its gutters.
        runs: of each of these lines.
    """
    starts: dict[int, set[float]] = defaultdict(set)
    for strip in strips_of(runs):
        if _returns(strip, chain(*runs)) and has_cells(strip):
            rows = {*_rows_of(strip, runs), *_rows_with_a_number(strip, lines)}
            begins = _starts(run for row in rows for run in runs[row])
            for row in rows:
                starts[row] |= begins
    return {row: _tabbed(lines[row], begins) for row, begins in starts.items()}


def _returns(strip: Strip, runs: Iterable[Run]) -> bool:
    """Whether a white returns in enough lines, and few leave hardly any of it."""
    if len(strip.gaps) < _FEWEST_LINES:
        return False
    end = min(strip.x1, max(strip.x0, strip.x1 - _CLEAR * strip.height))
    crossing = sum(
        run.x0 < strip.x1 and run.x1 > end and strip.foot <= run.y <= strip.top for run in runs
    )
    return len(strip.gaps) >= crossing / _MOST_CROSSING


def has_cells(strip: Strip) -> bool:
    """Whether the text on one side is usually short."""
    left = median_high(gap.left.letters for gap in strip.gaps)
    right = median_high(gap.right.letters for gap in strip.gaps)
    return min(left, right) < CELL_LETTERS


def _rows_of(strip: Strip, runs: Sequence[Sequence[Run]]) -> Iterator[int]:
    """The lines of a strip in their usual size, but stretched lines of text that begin by chance.

    A stretched line has a white between all its words, and no cell that stands below another.
    """
    usual = median_high(gap.right.height for gap in strip.gaps)
    for gap in strip.gaps:
        others = (other.right for other in strip.gaps if other is not gap)
        if abs(gap.right.height - usual) > _ALIKE * usual:
            continue
        if not _is_stretched(runs[gap.right.line]) or any(
            _are_aligned(gap.right, other) for other in others
        ):
            yield gap.right.line


def _is_stretched(runs: Sequence[Run]) -> bool:
    """Whether the whites of a line are about as wide as one another."""
    whites = [right.x0 - left.x1 for left, right in pairwise(runs)]
    return len(whites) >= _FEWEST_STRETCHED and max(whites) < _STRETCHED * min(whites)


def _are_aligned(one: Run, other: Run) -> bool:
    sides = (one.x0 - other.x0, one.x1 - other.x1, (one.x0 + one.x1 - other.x0 - other.x1) / 2)
    return min(map(abs, sides)) < _ALIGNED


def _starts(cells: Iterable[Run]) -> set[float]:
    """Where cells begin, more than one at a place."""
    places = Counter(round(cell.x0, 1) for cell in cells)
    return {place for place, count in places.items() if count >= _FEWEST_ALIGNED}


def _tabbed(row: Sequence[Glyph], starts: Collection[float]) -> Sequence[Glyph]:
    """A row with tabs where columns begin, also where hardly any white is before them."""
    tabbed: list[Glyph] = []
    last: Glyph | None = None
    for glyph in row:
        if not glyph.char.isspace():
            begins = any(abs(glyph.x0 - x) < _ALIGNED for x in starts)
            if begins and last and _is_apart(last, glyph):
                tabbed.append(Glyph("\t", 0.0, 0.0, 0.0, 0.0, glyph.place))
            last = glyph
        tabbed.append(glyph)
    return tabbed


def _is_apart(last: Glyph, glyph: Glyph) -> bool:
    """Whether more than a space is between two glyphs, or a little between a word and a number."""
    gap = (glyph.x0 - last.x1) / max(height_of(glyph), 0.1)
    is_number = last.char[-1].isdigit(), glyph.char[0].isdigit()
    return gap > (_LITTLE if any(is_number) and not all(is_number) else _SPACED)


def _rows_with_a_number(strip: Strip, lines: Sequence[Sequence[Glyph]]) -> Iterator[int]:
    """Lines that begin with a number in a table: a cell there, not the number of an item."""
    for number, line in enumerate(lines):
        inked = [glyph for glyph in line if not glyph.char.isspace()]
        low = strip.foot - _NEXT_ROW * (inked[0].y1 - inked[0].y0)
        if not low < inked[0].y0 < strip.top:
            continue
        at = next((at for at, one in enumerate(inked) if not one.char.isdigit()), 0)
        if (
            at
            and inked[at - 1].x1 < strip.x1
            and inked[at].x0 > strip.x0 + 0.9 * (strip.x1 - strip.x0)
        ):
            yield number
