"""Tells which question a sentence answers: that of its heading, or of the paragraph before it.

An answer seldom has the words of its field: who asks *Wie nam het initiatief?* has said them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from indexer.cards.labels import LabelList
from indexer.segment import Sentence

_MOST_SENTENCES = 3
"""A paragraph that ends in a question is one, if it has no more sentences."""

_FEWEST_WORDS = 4
"""A shorter sentence before the answer is none: *Goede vraag.*."""

_SPEAKER = re.compile(r"^(?:[A-Z\u00c0-\u00de][\w’'-]*\.?[ ]?){1,4}: ")
_QUOTES = "*_“”\"’' "


class Reply(NamedTuple):
    """What a sentence is asked.

    Attributes:
        fields: that the question asks for.
        place: of the sentence in the answer, from 0.
    """

    fields: frozenset[str] = frozenset()
    place: int = 0


def replies(sentences: Sequence[Sentence], labels: LabelList) -> Iterator[Reply]:
    """What each sentence of a case is asked, in their order."""
    under: tuple[str, ...] = ()
    question = ""
    place = 0
    for block in _blocks(sentences):
        if block[0].headings != under:
            under = block[0].headings
            question, place = (_asking(under[-1]) if len(under) > 1 else ""), 0
        is_question = len(block) <= _MOST_SENTENCES and bool(_asking(block[-1].text))
        for sentence in block:
            asking = _asking(sentence.text)
            if is_question or (sentence.first and asking):
                question, place = asking, 0
                yield Reply()
            else:
                yield Reply(labels.asked(question) if question else frozenset(), place)
                place += place > 0 or _says_something(sentence)


def _blocks(sentences: Sequence[Sentence]) -> Iterator[Sequence[Sentence]]:
    count = 0
    numbers = [count := count + one.first for one in sentences]
    for _, pairs in groupby(zip(numbers, sentences, strict=True), key=lambda pair: pair[0]):
        yield [sentence for _, sentence in pairs]


def _asking(text: str) -> str:
    """A text that is a question; empty of another."""
    text = text.rstrip(_QUOTES)
    return text if text.endswith("?") else ""


def _says_something(sentence: Sentence) -> bool:
    return len(_SPEAKER.sub("", sentence.text).split()) >= _FEWEST_WORDS
