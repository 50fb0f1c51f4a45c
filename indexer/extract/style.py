"""What is usual in a document: the size and weight of its text, the distance of its lines."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.extract.lines import Line, Sheet
from indexer.extract.parting import parts_its_paragraphs

SAME_SIZE = 1.12
"""Lines of one paragraph differ less in size: a fixed-width font may be set smaller."""

HEADING_SIZE = 1.15
"""A heading is larger than the text by at least this."""

_OFTEN = 0.25  # times the commonest distance of lines: so often a smaller one is no accident
_USUAL_LEADING = 1.25  # times the size, where a document has too few lines to measure
_WIDEST_LEADING = 1.5  # times the size, for type that is larger than the text
_WIDEST_SMALL = 1.8  # idem, smaller: tips and captions in an airy design


@dataclass(frozen=True, slots=True)
class Style:
    """What is usual in a document.

    Attributes:
        size: of its text.
        bold: whether its text is.
        leading: the distance of its lines, by their size.
        parted: whether its paragraphs have an indent, or air between them.
    """

    size: float
    bold: bool
    leading: Mapping[float, float]
    parted: bool = False

    def leading_of(self, line: Line) -> float:
        """The usual distance from a line of this size to the next."""
        return self.leading.get(_key(line), _USUAL_LEADING * line.size)


def style_of(sheets: Sequence[Sheet]) -> Style:
    """The style that most characters of a document have."""
    sizes: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for sheet in sheets:
        for line in sheet.lines:
            sizes[half(line.size)] += len(line.text)
            bold[line.bold] += len(line.text)
        for above, below in zip(sheet.lines, sheet.lines[1:], strict=False):
            step = above.y0 - below.y0
            if same_size(above, below) and 0.8 * below.size < step < 3 * below.size:
                steps[_key(below)][round(step, 1)] += 1
    body = max(sizes, key=lambda size: (sizes[size], -size), default=0.0)
    leading = {size: _usual(counts) for size, counts in steps.items()}
    # Two headings often follow one another; the distance between them is not that of lines.
    capped = {
        size: step if half(size) == body else min(step, _widest(size, body) * size)
        for size, step in leading.items()
    }
    return Style(
        size=body,
        bold=bold[True] > bold[False],
        leading=capped,
        parted=parts_its_paragraphs(sheets),
    )


def _widest(size: float, body: float) -> float:
    return _WIDEST_SMALL if size < body else _WIDEST_LEADING


def same_size(one: Line, other: Line, most: float = SAME_SIZE) -> bool:
    """Whether two lines may be of one paragraph, by their size."""
    return max(one.size, other.size) <= most * min(one.size, other.size)


def _usual(steps: Counter[float]) -> float:
    """The smallest distance that is common: items may stand further apart than their lines."""
    often = _OFTEN * max(steps.values())
    return min(step for step, count in steps.items() if count >= often)


def _key(line: Line) -> float:
    """By what lines are known that are set alike."""
    return round(line.size, 2)


def half(size: float) -> float:
    """A size, rounded to half a point."""
    return round(size * 2) / 2


def commonest(counts: Counter[float] | Counter[int]) -> float:
    """The commonest; of two equally common the smaller, so that the order does not matter."""
    return max(counts, key=lambda value: (counts[value], -value))
