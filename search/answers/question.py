"""What a question asks for: fields of a card, a shape of sentence, words that only ask. Pure data.

Question answering looks first for the type of answer that is expected (Li and Roth 2002, "Learning
question classifiers"); the types here are the fields of a practice card.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from corpus import CardField, Value


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for.

    Attributes:
        fields: of a card; any may hold the answer.
        shapes: expressions one of which a fitting sentence has; none where any sentence may fit.
        words: those of the question that only ask, in small letters.
    """

    fields: frozenset[CardField]
    shapes: tuple[re.Pattern[str], ...]
    words: frozenset[str]

    def fits(self, sentence: str) -> bool:
        """Whether a sentence has a shape that is asked for."""
        return any(shape.search(sentence) for shape in self.shapes)


def asked_for(question: str) -> Asked:
    """What a question asks for, of every kind in `asks.toml` that it is of."""
    found = [(kind, match) for kind in _kinds() for match in kind.asks.finditer(question)]
    return Asked(
        fields=frozenset(field for kind, _ in found for field in kind.fields),
        shapes=tuple(dict.fromkeys(kind.shape for kind, _ in found if kind.shape)),
        words=frozenset(word.lower() for _, match in found for word in match.groups() if word),
    )


class _Entry(Value, frozen=True):
    name: str
    asks: str
    fields: tuple[CardField, ...]
    shape: str | None = None


@dataclass(frozen=True, slots=True)
class _Kind:
    asks: re.Pattern[str]
    fields: tuple[CardField, ...]
    shape: re.Pattern[str] | None


@cache
def _kinds() -> tuple[_Kind, ...]:
    text = (resources.files("search.answers") / "asks.toml").read_text("utf-8")
    entries = msgspec.convert(tomllib.loads(text)["kinds"], tuple[_Entry, ...])
    return tuple(
        _Kind(
            re.compile(entry.asks, re.IGNORECASE),
            entry.fields,
            re.compile(entry.shape, re.IGNORECASE) if entry.shape else None,
        )
        for entry in entries
    )
