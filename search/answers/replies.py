"""Knows which question a text asks itself before a sentence, as an interview does. Pure.

In *Wie betaalt de verzekering? Dat doet de wijkraad.* the second sentence says nothing of what it
is about: the question before it does, be it a heading or a sentence.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus import Span
from indexer.segment import Sentence

_ASKS = re.compile(r"\?[”’\"')*]*$")

_CLOSE = (1.0, 0.6, 0.4)
"""How surely each of the sentences behind a question is about it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A question that the text asks, and how surely a sentence behind it is about it, to 1."""

    question: str
    close: float


def is_question(text: str) -> bool:
    """Whether a text ends in a question mark, perhaps within quotation marks or brackets."""
    return bool(_ASKS.search(text))


def replies(sentences: Iterable[Sentence]) -> dict[Span, Reply]:
    """What each sentence replies to, by where it stands; only those that reply.

    Args:
        sentences: of a case, in reading order.
    """
    return dict(_replies(sentences))


def _replies(sentences: Iterable[Sentence]) -> Iterator[tuple[Span, Reply]]:
    above: tuple[str, ...] = ()
    question, behind = "", 0
    for sentence in sentences:
        if sentence.headings != above:
            above = sentence.headings
            question, behind = above[-1] if above and is_question(above[-1]) else "", 0
        if is_question(sentence.whole):
            question, behind = sentence.whole, 0
        elif question and behind < len(_CLOSE):
            yield sentence.evidence.span, Reply(question, _CLOSE[behind])
            behind += 1
