"""Headings that are known by their likeness to others, where they do not look like one themselves.

A heading that ends in a full stop, stands at the foot of its column, or is a title of figures or in
quotation marks, has still the type of the other headings, and no running text has.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from indexer.extract.drafts import Draft
from indexer.extract.lines import Line
from indexer.extract.marks import mark_of
from indexer.extract.paragraphs import is_list_start
from indexer.extract.style import same_size

_SAME = 1.03  # lines of one text differ so little in size
_FEWEST = 3  # headings that share a type before it is theirs
_MOST_LINES, _LONGEST = 3, 100
_OF_TEXT = 4  # lines: what is so long is running text, and its type no heading's


class _Type(NamedTuple):
    """The type of a line, as a reader tells it apart."""

    size: float
    bold: bool
    italic: bool
    colour: tuple[int, int, int]


def sort_by_likeness(pages: Sequence[Sequence[Draft]], *, text_size: float) -> None:
    """Makes headings of the drafts that have the type of the headings of their document.

    Args:
        pages: the drafts of each page, sorted by themselves.
        text_size: of the type of the running text.
    """
    drafts = [draft for page in pages for draft in page]
    headings = Counter(_type(draft) for draft in drafts if draft.kind == "heading")
    text = {_type(draft) for draft in drafts if len(draft.lines) >= _OF_TEXT}
    theirs = {kind for kind, count in headings.items() if count >= _FEWEST} - text
    for draft in drafts:
        kind = _type(draft)
        if kind not in theirs or not _may_be_heading(draft):
            continue
        if kind.size > text_size and draft.above is None:
            draft.kind = "heading"
        elif kind.bold and draft.kind == "paragraph" and _stands_alone(draft):
            draft.kind, draft.size = "heading", 0.0


def _type(draft: Draft) -> _Type:
    line = draft.first
    return _Type(round(line.size, 1), line.bold, line.italic, line.colour)


def _may_be_heading(draft: Draft) -> bool:
    return (
        draft.kind in {"paragraph", "quote"}
        and len(draft.lines) <= _MOST_LINES
        and len(draft.text) <= _LONGEST
        and all(line.bold == draft.first.bold for line in draft.lines)
        and not is_list_start(draft.first)
        and not mark_of(draft.text)
        and not draft.text.endswith((",", ";", ":"))
    )


def _stands_alone(draft: Draft) -> bool:
    """Whether no text of its type goes on above or below it; a title of a box may follow it."""
    near = (draft.above, draft.below)
    return not any(one is not None and _goes_on(draft.first, one.first) for one in near)


def _goes_on(one: Line, other: Line) -> bool:
    return other.bold and same_size(one, other, _SAME)
