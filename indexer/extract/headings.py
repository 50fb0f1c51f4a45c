"""What makes a draft a heading: larger than the text, bold above it, or alone with white around."""

from collections import Counter
from collections.abc import Sequence

from indexer.extract.drafts import Draft
from indexer.extract.paragraphs import (
    BULLET,
    SURE_BULLET,
    has_leaders,
    is_list_start,
)
from indexer.extract.style import HEADING_SIZE, Style

_HEADING_LINES, _HEADING_LENGTH = 3, 160
_TITLE_SIZE, _TITLE_LINES = 1.3, 7  # times the text: so large, a title in a narrow column runs on
_BOLD_LINES, _BOLD_LENGTH, _LONE_LENGTH = 3, 100, 80
_LARGER = 1.05  # times the size of the text: so large, type stands out from it
_SMALLEST = 0.97  # times the size of the text: no heading is smaller
_CAPITALS = 4  # letters: fewer capitals may be an abbreviation
_SENTENCE_WORDS = 8  # a large line with a full stop is a heading only if no longer than this
_BAND_SIZE, _BAND_DRAFTS = 1.6, 4  # times the text: so large, few other drafts make no box of it
_GAP_ABOVE, _GAP_BELOW = 1.35, 1.05  # times the leading: around a heading in the size of the text
_SAME_GAP = 0.75  # points


class Headings:
    """Tells the headings of one document, by what is usual in it."""

    def __init__(self, drafts: Sequence[Draft], style: Style) -> None:
        self._style = style
        lone = (draft for draft in drafts if draft.above and self._is_lone(draft))
        colours = Counter(draft.first.colour for draft in drafts if self.is_text(draft))
        self._colour = max(colours, key=lambda colour: colours[colour], default=(0, 0, 0))
        self._gaps = Counter(round(_gap(draft), 1) for draft in lone)

    def is_set_large(self, draft: Draft) -> bool:
        """Whether its type is larger than that of the text."""
        return draft.first.size >= HEADING_SIZE * self._style.size

    def stands_out(self, draft: Draft) -> bool:
        """Whether its type is larger than that of the text, bold or of another colour."""
        first = draft.first
        return (
            first.size >= _LARGER * self._style.size
            or (first.bold and not self._style.bold)
            or first.colour != self._colour
        )

    def is_heading(self, draft: Draft) -> bool:
        """Whether it is a heading, by its size, its weight or the white around it."""
        return (
            self._is_large(draft)
            or self._is_bold(draft)
            or self._is_marked(draft)
            or self._is_lone_heading(draft)
        )

    def is_title_band(self, drafts: Sequence[Draft]) -> bool:
        """Whether a panel holds but a title, and the little that goes with it."""
        title = _BAND_SIZE * self._style.size
        large = any(draft.first.size >= title and self._is_large(draft) for draft in drafts)
        return large and len(drafts) <= _BAND_DRAFTS

    def _is_large(self, draft: Draft) -> bool:
        text = draft.text
        return (
            self.is_set_large(draft)
            and len(draft.lines) <= self._most_lines(draft)
            and len(text) <= _HEADING_LENGTH
            and sum(map(str.isalpha, text)) > 1
            and not has_leaders(text)
            and not (text.endswith(".") and text.count(" ") >= _SENTENCE_WORDS)
            and not SURE_BULLET.match(text)
        )

    def _most_lines(self, draft: Draft) -> int:
        is_title = draft.first.size >= _TITLE_SIZE * self._style.size
        return _TITLE_LINES if is_title else _HEADING_LINES

    def _is_bold(self, draft: Draft) -> bool:
        if self._style.bold or not draft.first.bold or draft.below is None:
            return False
        below, text = draft.below.first, draft.text
        return (
            len(draft.lines) <= _BOLD_LINES
            and len(text) <= _BOLD_LENGTH
            and sum(map(str.isalpha, text)) > 1
            and not text.endswith((".", ",", ";", ":"))
            and not below.bold
            and not has_leaders(below.text)
            and below.x0 < draft.last.x1
            and below.x1 > draft.first.x0
        )

    def _is_marked(self, draft: Draft) -> bool:
        """A heading in the size of the text, in capitals or in a colour, close above the text."""
        text, below = draft.text, draft.below
        if below is None or not self.is_text(below) or below.first.colour != self._colour:
            return False
        letters = sum(map(str.isalpha, text))
        return (
            (draft.first.colour != self._colour or (text.isupper() and letters >= _CAPITALS))
            and letters > 1
            and len(draft.lines) <= _BOLD_LINES
            and len(text) <= _BOLD_LENGTH
            and draft.first.size >= _SMALLEST * self._style.size
            and not text.endswith((".", ",", ";", ":", "…", "-"))
            and not is_list_start(draft.first)
            and not draft.first.cells
            and abs(below.area.x0 - draft.first.x0) < 2 * draft.first.size
            and (draft.above is None or draft.above.last.y0 - draft.first.y0 > _gap(draft))
        )

    def _is_lone_heading(self, draft: Draft) -> bool:
        """A heading in the size of the text: a line of its own, with more white above than below.

        At the head of a column, where there is nothing above, the white below must be that of
        other such headings.
        """
        if not self._is_lone(draft):
            return False
        if draft.above is not None:
            return True
        return any(abs(gap - _gap(draft)) < _SAME_GAP for gap in self._gaps)

    def _is_lone(self, draft: Draft) -> bool:
        text, first, below = draft.text, draft.first, draft.below
        if (
            len(draft.lines) > 1
            or len(text) > _LONE_LENGTH
            or below is None
            or self.is_set_large(draft)
        ):
            return False
        leading = self._style.leading_of(first)
        return (
            first.size >= _SMALLEST * self._style.size
            and (text[:1].isupper() or text[:1] in "'’‘")
            and sum(map(str.isalpha, text)) > 1
            and not text.endswith((".", ",", ";", ":", "”", "’", "…", "-"))
            and not BULLET.match(text)
            and not first.cells
            and _gap(draft) > _GAP_BELOW * leading
            and (self.is_text(below) or is_list_start(below.first) or below.text.endswith(":"))
            and abs(below.area.x0 - first.x0) < 2 * first.size
            and self._has_white_above(draft, leading)
        )

    def is_text(self, draft: Draft) -> bool:
        """Whether a draft is running text, in the size of the document."""
        same = abs(draft.first.size - self._style.size) < 0.05 * self._style.size
        return same and (len(draft.lines) > 1 or len(draft.text) > _HEADING_LENGTH)

    def _has_white_above(self, draft: Draft, leading: float) -> bool:
        if draft.above is None:
            return True
        above = draft.above.last.y0 - draft.first.y0
        return above > max(_GAP_ABOVE * leading, 1.1 * _gap(draft))


def _gap(draft: Draft) -> float:
    """From the line of a draft to the next."""
    return draft.last.y0 - draft.below.first.y0 if draft.below else 0.0
