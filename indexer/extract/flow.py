"""The running text over columns and pages: what belongs together though the page parts it.

A paragraph that goes on in the next column of its page becomes one block. Over a page end nothing
is joined but a broken word: it belongs whole to the page where it begins.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from indexer.extract.drafts import Draft
from indexer.extract.lines import Line
from indexer.extract.repair import WordTest, join_lines

_RUNNING = frozenset({"paragraph", "list-item"})
_SET_APART = frozenset({"quote", "speaker", "box", "caption", "footnote", "margin-note"})
_RUNS = frozenset({"table-row", "box", "list-item"})  # nothing stands between two in a row
_ENDED = re.compile(r"[.!?…:;][’”'\"»)\]]*$")
_CLOSED = re.compile(r"[’”'\"»][.!?]?$")
_FEWEST_INDENTS = 2
_SAME_SIZE = 0.05  # so little the type of one text differs in size
_CLOSE = 1.5  # times the size: so far apart at most are the lines of a text
_FULL = 0.97  # of the width of its column: a line that goes on


def over_columns(page: Sequence[Draft], is_word: WordTest) -> list[Draft]:
    """The drafts of a page in order, parted paragraphs put together, footnotes at the end.

    Where paragraphs begin with an indent, one that begins without at the head of a column goes on
    with the column before, if that ends with a full line.
    """
    indents = sum(draft.kind == "paragraph" and _is_indented(draft) for draft in page)
    drafts: list[Draft] = []
    grown: dict[int, Draft] = {}
    for draft in page:
        before = _last_running(drafts, size=draft.first.size)
        if (quote := _last_but_notes(drafts)) and _quote_goes_on(quote, draft):
            before = quote
        elif before is not None and not (
            _goes_on(before, draft, drafts, indents=indents >= _FEWEST_INDENTS)
            and _are_ends(before, draft, page)
        ):
            before = None
        if before is not None:
            before.take(draft)
            grown[id(before)] = before
        else:
            drafts.append(draft)
    for draft in grown.values():
        draft.rejoin(is_word)
    return sorted(drafts, key=lambda draft: draft.kind == "footnote")


def beside_text(page: Sequence[Draft]) -> list[Draft]:
    """The drafts of a page, each of its margin behind the text that it stands beside.

    Beside a heading that is the text below it, beside a row or item the last of them.
    """
    text = [draft for draft in page if not draft.aside]
    if not text or len(text) == len(page):
        return list(page)
    asides: dict[int, list[Draft]] = defaultdict(list)
    for draft in sorted(page, key=lambda draft: -draft.first.y0):
        if draft.aside:
            asides[_beside(text, draft)].append(draft)
    return [one for at, draft in enumerate(text) for one in (draft, *asides[at])]


def _beside(text: Sequence[Draft], aside: Draft) -> int:
    """The place of the text behind which a note of the margin belongs."""
    middle = (aside.first.y0 + aside.first.y1) / 2
    above = [
        at
        for at, draft in enumerate(text)
        if draft.kind != "footnote" and draft.area.y1 >= middle and _is_next_to(aside, draft, text)
    ]
    at = min(above, key=lambda at: text[at].area.y0, default=0)
    while at + 1 < len(text) and (
        text[at].kind == "heading"
        or (text[at].kind in _RUNS and text[at + 1].kind == text[at].kind)
        or text[at + 1].kind == "speaker"
    ):
        at += 1
    return at


def _is_next_to(aside: Draft, draft: Draft, text: Sequence[Draft]) -> bool:
    """Whether a draft stands in the column next to the margin, with no other text between."""
    own, note = draft.area, aside.area
    return not any(
        min(other.y1, own.y1) > max(other.y0, own.y0)
        and (own.x1 <= other.x0 <= note.x0 or note.x1 <= other.x1 <= own.x0)
        for other in (one.area for one in text)
    )


def over_pages(pages: Sequence[list[Draft]], is_word: WordTest) -> None:
    """Moves the rest of a word that breaks over a page end to the page where it begins.

    What goes on in the middle of a sentence is of the kind that it began as.
    """
    for page, following in pairwise(pages):
        before, after = _ends_of(page, following)
        if before is None or after is None:
            continue
        if after.text[:1].islower() and not _ENDED.search(before.text):
            after.kind = before.kind
        if not before.texts[-1].endswith("-") or not after.text[:1].islower():
            continue
        word, _, rest = after.texts[0].partition(" ")
        joined = join_lines([before.texts[-1], word], is_word=is_word)
        if joined.count(" ") != before.texts[-1].count(" "):
            continue  # "wijk-" and "en": the word does not break
        before.texts.append(word)
        before.rejoin(is_word)
        after.texts[0] = rest
        after.rejoin(is_word)


def _ends_of(
    page: Sequence[Draft], following: Sequence[Draft]
) -> tuple[Draft | None, Draft | None]:
    """The last text of a page and the first of the next: of a quote, or else of running text."""
    last = _last_but_notes(page)
    if last is not None and last.kind == "quote" and not _ENDED.search(last.text):
        first = next(iter(following), None)
        return last, first if first and first.kind in {"quote", "paragraph"} else None
    after = next((draft for draft in following if draft.kind not in _SET_APART), None)
    return _last_running(page), after if after and after.kind == "paragraph" else None


def _last_running(drafts: Sequence[Draft], *, size: float | None = None) -> Draft | None:
    """The last draft of running text (of this size), unless a heading or table follows it."""
    for draft in reversed(drafts):
        if draft.kind in _SET_APART:
            continue
        if draft.kind not in _RUNNING:
            return None
        if size is None or abs(draft.last.size - size) < _SAME_SIZE * size:
            return draft
    return None


def _goes_on(before: Draft, draft: Draft, drafts: Sequence[Draft], *, indents: bool) -> bool:
    """Whether a draft goes on with the running text before it, in another column or further on."""
    moved = before.last.y0 <= draft.first.y0 or draft.first.x1 < before.last.x0
    # Within a column two paragraphs were told apart already, unless something stands between.
    if draft.kind != "paragraph" or not (moved or drafts[-1] is not before):
        return False
    full = len(before.lines) > 1 and before.last.x1 > _FULL * before.right
    end = before.texts[-1]
    goes_on = end.endswith("-") or draft.text[:1].islower()
    if _ENDED.search(end):
        flush = len(draft.lines) > 1 and not _is_indented(draft)
        halfway = end.endswith((":", ";")) and goes_on
        over = moved and _last_but_notes(drafts) is before
        is_text = before.kind == "paragraph"
        return over and (halfway or (is_text and indents and full and flush))
    if goes_on:
        return True
    return full and not _is_indented(draft) and before.last.colour == draft.first.colour


def _are_ends(before: Draft, draft: Draft, page: Sequence[Draft]) -> bool:
    """Whether nothing set alike stands right below the one or right above the other.

    Where a line between them was taken for something else, no sentence may run over it.
    """
    others = [other for other in page if other is not draft and other.last is not before.last]
    return not any(
        _adjoin(before.last, other.first) or _adjoin(other.last, draft.first) for other in others
    )


def _adjoin(above: Line, below: Line) -> bool:
    """Whether two lines are set alike, the one right below the other."""
    return (
        0 < above.y0 - below.y0 <= _CLOSE * below.size
        and min(above.x1, below.x1) > max(above.x0, below.x0)
        and abs(above.size - below.size) < _SAME_SIZE * below.size
        and (above.bold, above.italic) == (below.bold, below.italic)
    )


def _last_but_notes(drafts: Sequence[Draft]) -> Draft | None:
    return next((draft for draft in reversed(drafts) if draft.kind != "footnote"), None)


def _quote_goes_on(quote: Draft, draft: Draft) -> bool:
    """Whether a quote goes on in the next column, and does not end before it."""
    return (
        quote.kind == "quote"
        and draft.kind in {"quote", "paragraph"}
        and quote.last.y0 <= draft.first.y0
        and quote.last.italic == draft.first.italic
        and (draft.first.italic or draft.text[:1].islower())
        and abs(quote.last.size - draft.first.size) < _SAME_SIZE * draft.first.size
        and not _CLOSED.search(quote.texts[-1])
    )


def _is_indented(draft: Draft) -> bool:
    rest = [line.x0 for line in draft.lines[1:]]
    return bool(rest) and draft.first.x0 > min(rest) + 0.5 * draft.first.size
