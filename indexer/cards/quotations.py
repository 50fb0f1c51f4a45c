"""Quotations of more than one sentence: a card shows them whole, with both their marks.

*“Ik was een dossier. Hier ben ik een buur.”* are two sentences, of which the first alone may say
the contrary of what the quotation does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from corpus import Evidence, Span
from indexer.segment import Sentence

_CLOSED_BY = {"“": "”", "„": "”“", "‘": "’", "«": "»", '"': '"'}
_SPEAKER = re.compile(r"(?:[A-Z\u00c0-\u00de][\w’'-]*\.? ?){1,4}: (?=[“„‘«\"])")
"""Who says what follows: *Lies: ‘Ik begon.’*."""

_END = re.compile(r"[.!?…][”’»\"]$")
_MOST_WORDS = 60
_MOST_SENTENCES, _MOST_WORDS_IN_TEXT = 2, 40
"""A longer quotation in the text, as in an interview, is told sentence by sentence."""


def whole_quotations(sentences: Sequence[Sentence]) -> Mapping[Span, Sentence | None]:
    """By the places of sentences that are part of a quotation, what a card may show instead.

    That is the quotation, or nothing of a quote set apart of which the end is not found; what may
    be shown as it is has no place here.
    """
    found: dict[Span, Sentence | None] = {}
    for block in _blocks(sentences):
        for run, is_closed in _runs(block):
            if is_closed and _is_short(run) and (one := _as_one(run)):
                found |= dict.fromkeys((part.evidence.span for part in run), one)
            elif run[0].kind == "quote":
                found |= dict.fromkeys(part.evidence.span for part in run)
    return found


def as_said(text: str) -> str:
    """A sentence without the speaker before it and without the mark of half a quotation.

    *Lies: ‘Ik begon met drie vrouwen.* is a quotation that goes on in the next sentence.
    """
    name = _SPEAKER.match(text)
    said = text[name.end() :] if name else text
    if _after(said[:1], "") == (said[:1], False) and _after(said, "")[0] == said[:1]:
        return said[1:].lstrip()
    return said[:-1] if _END.search(said) and _is_end_alone(said) else said


def _is_end_alone(text: str) -> bool:
    """Whether the last mark closes a quotation that this text does not open."""
    return not any(one in text[:-1] for one, ends in _CLOSED_BY.items() if text[-1] in ends)


def _is_short(run: Sequence[Sentence]) -> bool:
    words = sum(len(one.text.split()) for one in run)
    if run[0].kind == "quote":
        return words <= _MOST_WORDS
    return len(run) <= _MOST_SENTENCES and words <= _MOST_WORDS_IN_TEXT


def _blocks(sentences: Sequence[Sentence]) -> Iterator[Sequence[Sentence]]:
    """The sentences of each paragraph."""
    count = 0
    numbers = [count := count + one.first for one in sentences]
    for _, pairs in groupby(zip(numbers, sentences, strict=True), key=lambda pair: pair[0]):
        yield [sentence for _, sentence in pairs]


def _runs(block: Sequence[Sentence]) -> Iterator[tuple[Sequence[Sentence], bool]]:
    """The sentences of each quotation that does not end in the one it begins in; whether it ends.

    What closes a quotation that was not seen to begin is such a run too.
    """
    run: list[Sentence] = []
    mark = ""
    for sentence in block:
        before, (mark, strays) = mark, _after(sentence.text, mark)
        if before or mark:
            run.append(sentence)
        if run and not mark:
            yield run, True
            run = []
        elif strays and not before:
            yield [sentence], False
    if run:
        yield run, False


def _after(text: str, mark: str) -> tuple[str, bool]:
    """The mark of the quotation that is open behind a text; whether one is closed that was not."""
    strays = False
    for at, char in enumerate(text):
        is_apostrophe = char == "’" and text[at + 1 : at + 2].isalpha()
        if mark:
            mark = "" if char in _CLOSED_BY[mark] and not is_apostrophe else mark
        elif char in _CLOSED_BY:
            mark = char
        elif char in "”»":
            strays = True
    return mark, strays


def _as_one(run: Sequence[Sentence]) -> Sentence | None:
    """The sentences as one, if they stand behind one another on a page."""
    first, last = run[0], run[-1]
    text = " ".join(one.text for one in run)
    start, end = first.evidence.span.start, last.evidence.span.end
    if any(one.joined or one.label for one in run) or end - start != len(text):
        return None
    own = first.evidence
    evidence = Evidence(text, own.document, own.page, Span(own.span.page, start, end))
    return replace(first, text=text, evidence=evidence)
