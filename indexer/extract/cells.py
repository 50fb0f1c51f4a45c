"""Which lines of a page are rows of a table: white returns in them, and beside it stands little."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from statistics import median_high
from typing import NamedTuple

from indexer.extract.pieces import Glyph, height_of
from indexer.extract.runs import Run, Strip, between, from_top, strips_of

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


class _Numbered(NamedTuple):
    """A line that begins with a number: its place, its foot, and the white behind the number."""

    row: int
    y: float
    height: float
    x0: float
    x1: float


def table_rows(
    lines: Sequence[Sequence[Glyph]], runs: Sequence[Sequence[Run]]
) -> dict[int, Sequence[Glyph]]:
    """The lines that are rows of a table by their places, a tab where a column begins.

    Args:
        lines: of a page, parted at its gutters.
        runs: of each of these lines.
    """
    starts: dict[int, set[float]] = defaultdict(set)
    strips = [strip for strip in strips_of(runs) if len(strip.gaps) >= _FEWEST_LINES]
    placed = from_top(runs) if strips else []
    numbered = list(_numbered(lines)) if strips else []
    for strip in chain.from_iterable(_parted(strip, placed) for strip in strips):
        if _returns(strip, placed) and has_cells(strip):
            rows = {*_rows_of(strip, runs), *_rows_with_a_number(strip, numbered)}
            cells = [run for row in rows for run in runs[row]]
            begins = _starts(cells) | _hanging(strip, cells, placed)
            for row in rows:
                starts[row] |= begins
    return {row: _tabbed(lines[row], begins) for row, begins in starts.items()}


def _parted(strip: Strip, runs: Sequence[Run]) -> Iterator[Strip]:
    """A strip in parts where text lies over it between two of its gaps, far from one another."""
    parts = [[strip.gaps[0]]]
    for upper, lower in pairwise(strip.gaps):
        foot, top = lower.right.y, upper.right.y
        if top - foot > _NEXT_ROW * strip.height and any(
            foot < run.y < top and strip.is_crossed_by(run) for run in between(runs, foot, top)
        ):
            parts.append([])
        parts[-1].append(lower)
    for gaps in parts:
        if len(parts) == 1:
            yield strip
        elif len(gaps) >= _FEWEST_LINES and _is_column([gap.right for gap in gaps]):
            x0, x1 = max(gap.left.x1 for gap in gaps), min(gap.right.x0 for gap in gaps)
            yield Strip(gaps, x0, x1)


def _is_column(cells: Sequence[Run]) -> bool:
    """Whether each of some cells begins where another does.

    The whites of a few stretched lines may lie above one another by chance.
    """
    places = Counter(int(cell.x0 // _ALIGNED) for cell in cells)
    near = (int(cell.x0 // _ALIGNED) for cell in cells)
    return all(places[at - 1] + places[at] + places[at + 1] >= _FEWEST_ALIGNED for at in near)


def _hanging(strip: Strip, cells: Sequence[Run], runs: Sequence[Run]) -> set[float]:
    """Where a cell of a table begins, and the rest of a cell below it that fills its column."""
    reach = _NEXT_ROW * strip.height
    rests = {
        round(run.x0, 1) for run in between(runs, strip.foot - reach, strip.top) if not run.start
    }
    return {x for cell in cells if cell.start and (x := round(cell.x0, 1)) in rests}


def _returns(strip: Strip, runs: Sequence[Run]) -> bool:
    """Whether few lines beside a white leave hardly any of it, of runs from top to bottom."""
    end = min(strip.x1, max(strip.x0, strip.x1 - _CLEAR * strip.height))
    beside = between(runs, strip.foot, strip.top)
    crossing = sum(run.x0 < strip.x1 and run.x1 > end for run in beside)
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
    """Whether more than a space is between two glyphs, or a little between a word and a number.

    A word that is too wide for its column runs into the number behind it, or under it.
    """
    gap = (glyph.x0 - last.x1) / max(height_of(glyph), 0.1)
    is_number = last.char[-1].isdigit(), glyph.char[0].isdigit()
    if gap < 0 and is_number == (False, True):
        return True
    return gap > (_LITTLE if any(is_number) and not all(is_number) else _SPACED)


def _numbered(lines: Sequence[Sequence[Glyph]]) -> Iterator[_Numbered]:
    """The lines that begin with a number and have more behind it."""
    for row, line in enumerate(lines):
        inked = [glyph for glyph in line if not glyph.char.isspace()]
        at = next((at for at, one in enumerate(inked) if not one.char.isdigit()), 0)
        if at:
            yield _Numbered(row, inked[0].y0, height_of(inked[0]), inked[at - 1].x1, inked[at].x0)


def _rows_with_a_number(strip: Strip, numbered: Iterable[_Numbered]) -> Iterator[int]:
    """Lines that begin with a number in a table: a cell there, not the number of an item."""
    for line in numbered:
        if (
            strip.foot - _NEXT_ROW * line.height < line.y < strip.top
            and line.x0 < strip.x1
            and line.x1 > strip.x0 + 0.9 * (strip.x1 - strip.x0)
        ):
            yield line.row
