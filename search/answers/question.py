"""What a question asks for: fields of a card, a shape of sentence, words that only ask. Pure data.

Question answering looks first for the type of answer that is expected (Li and Roth 2002, "Learning
question classifiers"); the types here are the fields of a practice card.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from corpus import CardField, Value
from search.clauses import Query


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for.

    Attributes:
        fields: of a card; any may hold the answer.
        shapes: expressions one of which a fitting sentence has; none where any sentence may fit.
        words: those of the question that only ask, in small letters.
        senses: kinds of things (`indexer.dutch.senses_of`) one of which a fitting sentence names.
        counted: words of the question of which a number is asked for, in small letters.
        labels: expressions that the line of a box, list or table begins with when it tells it.
    """

    fields: frozenset[CardField]
    shapes: tuple[re.Pattern[str], ...]
    words: frozenset[str]
    senses: frozenset[str]
    counted: frozenset[str]
    labels: tuple[re.Pattern[str], ...]

    def fits(self, sentence: str) -> bool:
        """Whether a sentence has a shape that is asked for."""
        return any(shape.search(sentence) for shape in self.shapes)

    def labels_fact(self, fact: str) -> bool:
        """Whether the line of a box, list or table begins with a label of what is asked for."""
        return any(label.match(fact) for label in self.labels)


@dataclass(frozen=True, slots=True)
class Posed:
    """A question that was posed of an index: `weights` says what each of its clauses counts."""

    query: Query
    asked: Asked
    weights: Sequence[float]

    @property
    def unit(self) -> float:
        """The weight of its rarest clause."""
        return max(self.weights, default=1.0)


def asked_for(question: str) -> Asked:
    """What a question asks for, of every kind in `asks.toml` that it is of."""
    found = [(kind, match) for kind in _kinds() for match in kind.asks.finditer(question)]
    return Asked(
        fields=frozenset(field for kind, _ in found for field in kind.fields),
        shapes=tuple(dict.fromkeys(kind.shape for kind, _ in found if kind.shape)),
        words=frozenset(word.lower() for _, match in found for word in match.groups() if word),
        senses=frozenset(sense for kind, _ in found for sense in kind.senses),
        labels=tuple(dict.fromkeys(kind.label for kind, _ in found if kind.label)),
        counted=frozenset(
            word.lower()
            for kind, _ in found
            if kind.counted
            for match in kind.counted.finditer(question)
            for word in match[1].split()
        ),
    )


class _Entry(Value, frozen=True):
    name: str
    asks: str
    fields: tuple[CardField, ...]
    shape: str | None = None
    senses: tuple[str, ...] = ()
    counted: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class _Kind:
    asks: re.Pattern[str]
    fields: tuple[CardField, ...]
    shape: re.Pattern[str] | None
    senses: tuple[str, ...]
    counted: re.Pattern[str] | None
    label: re.Pattern[str] | None


@cache
def _kinds() -> tuple[_Kind, ...]:
    text = (resources.files("search.answers") / "asks.toml").read_text("utf-8")
    entries = msgspec.convert(tomllib.loads(text)["kinds"], tuple[_Entry, ...])
    return tuple(
        _Kind(
            re.compile(entry.asks, re.IGNORECASE),
            entry.fields,
            re.compile(entry.shape, re.IGNORECASE) if entry.shape else None,
            entry.senses,
            re.compile(entry.counted, re.IGNORECASE) if entry.counted else None,
            re.compile(entry.label, re.IGNORECASE) if entry.label else None,
        )
        for entry in entries
    )
