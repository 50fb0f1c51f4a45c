"""What each draft of a document is: a heading, a box, a quote, a caption, a footnote, an item.

A document is its own measure: what is larger than its text, apart from its text, or repeats it,
shows by comparison with the rest.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Literal, TypeAlias

from indexer.extract.drafts import Draft
from indexer.extract.headings import Headings
from indexer.extract.notes import Notes, has_text_below
from indexer.extract.paragraphs import (
    SURE_BULLET,
    is_list_start,
)
from indexer.extract.style import Style
from indexer.extract.titles import level_in

_SMALL = 0.93  # times the size of the text: captions are no larger
_CAPTION_LINES, _SPEAKER_LENGTH = 5, 90
_QUOTE_INDENT = 0.6  # times the size of the type
_AIR = 1.2  # times the leading: above and below a quote that is set off
_MOST_OF_PAGE = 0.7
_REPEATED = 20  # letters: a shorter text may be repeated by chance
_FEWEST_WORDS = 4

_OPENING_QUOTE = re.compile(r"[‘’“”„'\"«]")
_CLOSING_QUOTE = re.compile(r"[’”“'\"»][.!?]?$")
_SENTENCE_END = re.compile(r"[.!?…][’”“'\"»)]?$")
_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
_SENTENCE_WITHIN = re.compile(r"\w\w[.!?…]\s")
_NO_LETTERS = re.compile(r"[\W\d_]+")


Titles: TypeAlias = Mapping[int, Mapping[str, int]]
"""The titles of the outline on each page, with their levels."""


def sort_drafts(pages: Sequence[Sequence[Draft]], style: Style, titles: Titles) -> None:
    """Gives each draft its kind, level and size.

    Args:
        pages: the drafts of each page, in reading order.
        style: of the document.
        titles: of the outline, by page.
    """
    sorter = _Sorter(pages, style)
    for number, page in enumerate(pages):
        sorter.sort_page(page, titles.get(number, {}))


class _Sorter:
    """Sorts the drafts of one document."""

    def __init__(self, pages: Sequence[Sequence[Draft]], style: Style) -> None:
        self._style = style
        self._drafts = [draft for page in pages for draft in page]
        self._headings = Headings(self._drafts, style)

    @cached_property
    def _body(self) -> str:
        """The letters of the text, in which a pull quote may be found; many documents have none."""
        return "\n".join(
            _letters(draft.text) for draft in self._drafts if not self._headings.is_set_large(draft)
        )

    def sort_page(self, page: Sequence[Draft], titles: Mapping[str, int]) -> None:
        """Sorts the drafts of one page."""
        boxes = self._boxes(page)
        notes = Notes(page, self._style)
        before: Draft | None = None
        for draft in page:
            # A list may name the sections that follow it.
            draft.level = 0 if SURE_BULLET.match(draft.text) else level_in(titles, draft.text)
            draft.kind = self._kind(draft, before, boxes, notes)
            if (
                draft.kind == "heading"
                and not self._headings.is_set_large(draft)
                and not draft.level
            ):
                # Smaller than any heading that stands out by its size, so that it comes below.
                draft.size = 0.0
            before = draft
        notes.go_on()

    def _kind(self, draft: Draft, before: Draft | None, boxes: frozenset[int], notes: Notes) -> str:
        """What it is; of two that fit, the first in this order."""
        tests: tuple[tuple[str, Callable[[], bool]], ...] = (
            ("footnote", lambda: draft.ruled and notes.has(draft)),
            ("caption", lambda: draft.charted),
            ("box", lambda: draft.panel in boxes),
            ("heading", lambda: draft.level > 0),
            ("footnote", lambda: notes.has(draft)),
            ("table-row", lambda: bool(draft.first.cells)),
            ("quote", lambda: self._is_pull_quote(draft)),
            ("caption", lambda: self._is_caption(draft)),
            ("margin-note", lambda: draft.aside and not _is_quoted(draft.text)),
            ("speaker", lambda: before is not None and self._is_speaker(draft, before)),
            ("heading", lambda: self._headings.is_heading(draft)),
            ("quote", lambda: self._is_quote(draft)),
            ("list-item", lambda: is_list_start(draft.first)),
        )
        return next((kind for kind, fits in tests if fits()), "paragraph")

    def _boxes(self, page: Sequence[Draft]) -> frozenset[int]:
        """The panels that hold a text of their own, not a heading or the text of the page."""
        inside: dict[int, list[Draft]] = {}
        for draft in page:
            if draft.panel is not None and not draft.first.cells:
                inside.setdefault(draft.panel, []).append(draft)
        lines = sum(len(draft.lines) for draft in page)
        return frozenset(
            panel
            for panel, drafts in inside.items()
            if sum(len(draft.lines) for draft in drafts) <= _MOST_OF_PAGE * lines
            and any(
                not self._headings.is_set_large(draft) and len(draft.text) > _REPEATED
                for draft in drafts
            )
            and not any(draft.ruled and self._headings.is_text(draft) for draft in drafts)
            and not (panel == page[0].panel and self._headings.is_title_band(drafts))
        )

    def _is_pull_quote(self, draft: Draft) -> bool:
        """Whether it is set apart by its type, and says a sentence: of the text, or in a panel."""
        plain = self._headings.is_set_large(draft) and not draft.first.bold
        if plain and _is_quoted(draft.text):
            return True
        if draft.text.count(" ") + 1 < _FEWEST_WORDS or not _SENTENCE_END.search(draft.text):
            return False
        if plain and (draft.barred or draft.panel is not None):
            return True
        return self._headings.stands_out(draft) and self._is_repeated(draft)

    def _is_repeated(self, draft: Draft) -> bool:
        """Whether it begins as a sentence, and the text has each of its sentences, too."""
        if not (draft.text[:1].isupper() or _OPENING_QUOTE.match(draft.text)):
            return False
        said = [letters for part in _SENTENCES.split(draft.text) if (letters := _letters(part))]
        own = int(not self._headings.is_set_large(draft))
        return sum(map(len, said)) >= _REPEATED and all(
            self._body.count(letters) > own for letters in said
        )

    def _is_caption(self, draft: Draft) -> bool:
        near = (draft.above, draft.below)
        return (
            (draft.pictured or any(one is not None and one.charted for one in near))
            and draft.first.size <= _SMALL * self._style.size
            and len(draft.lines) <= _CAPTION_LINES
        )

    def _is_speaker(self, draft: Draft, quote: Draft) -> bool:
        if quote.kind != "quote":
            return False
        first, last = draft.first, quote.last
        apart = (
            first.bold != last.bold
            or first.italic != last.italic
            or first.colour != last.colour
            or first.size < _SMALL * last.size
            or first.x0 > quote.area.x0 + 2 * first.size
            or draft.text[:1] in "—–-"
        )
        return (
            apart
            and quote.below is draft
            and not self._heads_text(draft)
            and len(draft.text) <= _SPEAKER_LENGTH
            and not draft.text.endswith((".", ":"))
            and not _SENTENCE_WITHIN.search(draft.text)
            and not self._headings.is_set_large(draft)
            and last.y0 - first.y0 < 2.5 * last.size
        )

    def _heads_text(self, draft: Draft) -> bool:
        """Whether it is a heading that stands closer to what follows than to what it follows."""
        if not draft.above or not draft.below or not self._headings.is_heading(draft):
            return False
        above = draft.above.last.y0 - draft.first.y0
        return above > draft.last.y0 - draft.below.first.y0

    def _is_quote(self, draft: Draft) -> bool:
        quoted = _is_quoted(draft.text)
        if self._is_set_off(draft) or self._is_set_in(draft):
            return True
        if self._headings.is_set_large(draft) or not (
            quoted or (draft.barred and self._is_indented(draft))
        ):
            return False
        if draft.barred:
            return True
        body = self._style.size
        styled = (
            draft.first.italic or draft.first.size < 0.97 * body or self._headings.stands_out(draft)
        )
        return self._is_indented(draft) and (styled or len(draft.lines) > 1)

    def _is_set_off(self, draft: Draft) -> bool:
        """Whether it is in italics, further in than the text that is not, with air around it."""
        near = _nearest_text(draft, "above") or _nearest_text(draft, "below")
        return (
            self._may_be_quote(draft)
            and all(line.italic for line in draft.lines)
            and near is not None
            and not near.first.italic
            and self._headings.is_text(near)
            and not is_list_start(draft.first)
            and self._is_indented(draft)
            and self._has_air(draft.above, draft)
            and self._has_air(draft, draft.below)
        )

    def _is_set_in(self, draft: Draft) -> bool:
        """Whether it is a block further in than the text above and below it, with air between."""
        above, below = draft.above, draft.below
        return (
            len(draft.lines) > 1
            and above is not None
            and below is not None
            and above.kind == "paragraph"
            and self._headings.is_text(above)
            and self._headings.is_text(draft)
            and not is_list_start(draft.first)
            and not is_list_start(below.first)
            and not draft.first.bold
            and not above.text.endswith(":")
            and abs(above.area.x0 - below.area.x0) < _QUOTE_INDENT * draft.first.size
            and draft.area.x0 > above.area.x0 + draft.first.size
            and max(line.x0 for line in draft.lines) - draft.area.x0 < 1.0
            and self._has_air(above, draft)
            and self._has_air(draft, below)
        )

    def _may_be_quote(self, draft: Draft) -> bool:
        """Whether it has more than a line, or one that is a sentence or ends with its column."""
        if len(draft.lines) > 1 or draft.above is None or not has_text_below(draft, self._style):
            return True
        return _SENTENCE_END.search(draft.text) is not None

    def _has_air(self, upper: Draft | None, lower: Draft | None) -> bool:
        """Whether more white than between two lines parts two drafts; yes at head and foot."""
        if upper is None or lower is None:
            return True
        usual = self._style.leading_of(lower.first)
        return upper.last.y0 - lower.first.y0 > _AIR * usual

    def _is_indented(self, draft: Draft) -> bool:
        """Whether all its lines begin further in than the text around it."""
        near = _nearest_text(draft, "above") or _nearest_text(draft, "below")
        if near is None:
            return False
        return draft.area.x0 > near.area.x0 + _QUOTE_INDENT * draft.first.size


def _is_quoted(text: str) -> bool:
    return bool(_OPENING_QUOTE.match(text) and _CLOSING_QUOTE.search(text))


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text).lower()


def _nearest_text(draft: Draft, side: Literal["above", "below"]) -> Draft | None:
    """The nearest draft on one side that is no quote, in no box, and has more than a line."""
    near: Draft | None = getattr(draft, side)
    while near is not None and (
        near.kind in {"quote", "speaker", "box"} or len(near.lines) == 1 or near.first.italic
    ):
        near = getattr(near, side)
    return near
