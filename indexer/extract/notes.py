"""The notes of a document: which drafts are footnotes, and which marks in the text are theirs."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from indexer.extract.drafts import Draft
from indexer.extract.marks import (
    begins_with_mark,
    begins_with_symbol,
    counted,
    mark_of,
    marks_in,
    raised_in,
    without_mark,
)
from indexer.extract.style import Style

_SMALL = 0.93  # times the size of the text: what is larger goes on with the text
_WORD = re.compile(r"[^\W\d_]{2}")
_SMALLER = 0.97  # idem: notes are, that have their mark in the text


class Notes:
    """Tells the footnotes of one page.

    Args:
        page: its drafts, in reading order.
        style: of the document.
    """

    def __init__(self, page: Sequence[Draft], style: Style) -> None:
        self._page, self._style = page, style
        self._marks = frozenset(chain.from_iterable(marks_in(draft.text) for draft in page))

    def has(self, draft: Draft) -> bool:
        """Whether a draft begins with a mark of its page, below all text, and is set as a note.

        That is: smaller than the text, below a rule or another note, or with a mark that little
        else begins with. The drafts above it must have their kinds.
        """
        if not _may_be_note(draft, self._marks):
            return False
        is_set_so = (
            draft.first.size <= _SMALLER * self._style.size
            or draft.divided
            or (draft.above is not None and draft.above.kind == "footnote")
            or begins_with_mark(draft.text)
            or begins_with_symbol(draft.text)
        )
        return is_set_so and not has_text_below(draft, self._style, marks=self._marks)

    def go_on(self) -> None:
        """A small paragraph below a footnote is more of it."""
        for draft in self._page:
            above = draft.above
            if above and above.kind == "footnote" and draft.kind in {"paragraph", "list-item"}:
                draft.kind = "footnote"


def has_text_below(draft: Draft, style: Style, *, marks: frozenset[str] = frozenset()) -> bool:
    """Whether text goes on below a draft in its column.

    A box at the foot of the page is none, nor is what begins with one of these marks: a note.
    """
    below = draft.below
    while below is not None:
        is_text = below.panel == draft.panel and below.first.size > _SMALL * style.size
        if is_text and not _may_be_note(below, marks):
            return True
        below = below.below
    return False


def known_marks(pages: Sequence[Sequence[Draft]]) -> list[frozenset[str]]:
    """For each page the marks that are those of notes: its own, and all that the pages count.

    Args:
        pages: their drafts in reading order, with their kinds.
    """
    own = [frozenset(_footnotes(page)) for page in pages]
    raised = [mark for draft in chain(*pages) for mark in raised_in(draft.text)]
    everywhere = counted(raised, known=frozenset[str]().union(*own))
    return [notes | everywhere for notes in own]


def _footnotes(page: Sequence[Draft]) -> Iterator[str]:
    for draft in page:
        mark = mark_of(draft.text) if draft.kind == "footnote" else None
        if mark is not None:
            yield mark


def _may_be_note(draft: Draft, marks: frozenset[str]) -> bool:
    """Whether a draft begins with a raised mark, or with one that stands in the text."""
    mark = mark_of(draft.text)
    if mark is None or not _WORD.search(without_mark(draft.text)):
        return False
    return begins_with_mark(draft.text) or mark in marks
