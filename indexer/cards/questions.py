"""Knows which field a question asks for: *Wie nam het initiatief?*, *Wat levert dat nu op?*.

`questions.toml` has what the questions of each field have in them, by lemma and in any order, for a
question is put in many ways. The one that says most counts, and a denial changes what is asked:
*Wat werkt?*, *Wat werkt niet?*.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

import msgspec

from corpus import CardField, Value
from indexer.dutch import Analysis

_LONGEST = 14
"""A question of more words asks for more than a field."""

_SPEAKER = re.compile(r"^[^\W\d_][\w.’' -]{0,24}: ")

Opening = tuple[str, ...]
"""What a question begins with: *wie*, *met wie*."""

Asked = tuple[Opening, frozenset[str]]


class _Data(Value, frozen=True):
    words: frozenset[str]
    prepositions: frozenset[str]
    before: frozenset[str]
    denials: frozenset[str]
    asks: Mapping[CardField, tuple[str, ...]]


class Questions:
    """The questions of all fields.

    Args:
        analysis: the definition of a word.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._asks = tuple(
            (field, asked)
            for field, asks in _data().asks.items()
            for ask in asks
            for asked in [self._read(ask) or ((), frozenset(self._lemmas(ask)))]
        )

    def fields(self, text: str) -> frozenset[str]:
        """The fields that a question asks for; none where it is no question, or of another thing.

        Args:
            text: the question, with or without its mark; who asks may stand before it.
        """
        read = self._read(_SPEAKER.sub("", text))
        if read is None:
            return frozenset()
        found = [(len(ask[1]), field) for field, ask in self._asks if _is_asked(ask, read)]
        most = max(found, default=(0, ""))[0]
        return frozenset(field for size, field in found if size == most)

    def _read(self, text: str) -> Asked | None:
        lemmas = self._lemmas(text)
        start = next((n for n, word in enumerate(lemmas) if word not in _data().before), 0)
        lemmas = lemmas[start:]
        opening = _opening(lemmas)
        return (opening, frozenset(lemmas)) if opening and len(lemmas) <= _LONGEST else None

    def _lemmas(self, text: str) -> Sequence[str]:
        return [word.lemma for word in self._analysis.words(text) if word.whole]


def _opening(lemmas: Sequence[str]) -> Opening:
    """The word that it begins with, behind a preposition with that; empty of no question."""
    data = _data()
    has_preposition = len(lemmas) > 1 and lemmas[0] in data.prepositions
    opening = tuple(lemmas[: 1 + has_preposition])
    return opening if opening and opening[-1] in data.words else ()


def _is_asked(ask: Asked, read: Asked) -> bool:
    """Whether a question has all of what the field asks, and no denial that the field has not."""
    (of, needed), (opening, found) = ask, read
    return (
        of in ((), opening)
        and needed <= found
        and bool(needed & _data().denials) == bool(found & _data().denials)
    )


@cache
def _data() -> _Data:
    text = (resources.files("indexer.cards") / "questions.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Data)
