"""What a question asks for: fields of a card, a shape of sentence, words that only ask. Pure data.

Question answering looks first for the type of answer that is expected (Li and Roth 2002, "Learning
question classifiers"); the types here are the fields of a practice card.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

import msgspec

from corpus import CardField, Value
from search.clauses import Query

_YEAR = re.compile(r"(?:19|20)\d\d")
_BUNDLE = re.compile(r"(?:bundel|editie|deel) (\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for.

    Attributes:
        kinds: of question that it is, by their names in `asks.toml`.
        fields: of a card; any may hold the answer.
        shapes: expressions one of which a fitting sentence has; none where any sentence may fit.
        words: those of the question that only ask, in small letters.
        told: those of them that are met where a sentence tells a field, by that field.
        answered: those of them that are answered by what the answer `needs`.
        senses: kinds of things (`indexer.dutch.senses_of`) one of which a fitting sentence names.
        counted: words of the question of which a number is asked for, in small letters.
        needs: expressions each of which an answer has, beside the words of the question.
        focus: words of the question that the answering sentence itself has, in small letters.
        beside: expressions one of which stands near the words of `focus`, likewise.
        about: words of the question that its passage has, or the names around it, likewise.
        labels: expressions that the line of a box, list or table begins with when it tells it.
        question: as it was typed.
    """

    kinds: frozenset[str]
    fields: frozenset[CardField]
    shapes: tuple[re.Pattern[str], ...]
    words: frozenset[str]
    told: Mapping[CardField, frozenset[str]]
    answered: frozenset[str]
    senses: frozenset[str]
    counted: frozenset[str]
    needs: tuple[re.Pattern[str], ...]
    focus: frozenset[str]
    beside: tuple[re.Pattern[str], ...]
    about: frozenset[str]
    labels: tuple[re.Pattern[str], ...]
    question: str

    def fits(self, sentence: str) -> bool:
        """Whether a sentence has a shape that is asked for."""
        return any(self._has(shape, sentence) for shape in self.shapes)

    def may_answer(self, sentence: str) -> bool:
        """Whether a sentence has each thing that an answer needs, beside what the question says."""
        return all(self._has(need, sentence) for need in self.needs)

    def _has(self, shape: re.Pattern[str], text: str) -> bool:
        """Whether a text has a shape otherwise than in words of the question."""
        return any(found[0] not in self.question for found in shape.finditer(text))

    def names_it(self, text: str) -> bool:
        """Whether the text near the words of `focus` has what stands beside them in an answer."""
        return not self.beside or any(self._has(shape, text) for shape in self.beside)

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

    @property
    def names(self) -> tuple[int, ...]:
        """The numbers of the clauses that are names: with a capital, and not at the beginning."""
        return tuple(
            number
            for number, clause in enumerate(self.query.clauses)
            if clause.text[:1].isupper() and not self.query.text.startswith(clause.text)
        )

    @property
    def years(self) -> frozenset[int]:
        """The numbers of the clauses that are years."""
        return frozenset(
            number for number, one in enumerate(self.query.clauses) if _YEAR.fullmatch(one.text)
        )


def asked_for(question: str) -> Asked:
    """What a question asks for, of every kind in `asks.toml` that it is of."""
    whether = _expressions().whether.match(question)
    kinds = () if whether else _kinds()
    found = [(kind, match) for kind in kinds for match in kind.asks.finditer(question)]
    return Asked(
        kinds=frozenset(kind.name for kind, _ in found),
        fields=frozenset(field for kind, _ in found for field in kind.fields),
        shapes=tuple(dict.fromkeys(kind.shape for kind, _ in found if kind.shape)),
        words=_words(match for _, match in found),
        told=_told(found),
        answered=_words(match for kind, match in found if kind.needs or kind.beside),
        senses=frozenset(sense for kind, _ in found for sense in kind.senses),
        labels=tuple(dict.fromkeys(kind.label for kind, _ in found if kind.label)),
        counted=_held(question, [kind.counted for kind, _ in found]),
        needs=tuple(dict.fromkeys(kind.needs for kind, _ in found if kind.needs)),
        focus=_held(question, [kind.focus for kind, _ in found]),
        beside=tuple(dict.fromkeys(kind.beside for kind, _ in found if kind.beside)),
        about=_held(question, [kind.about for kind, _ in found]),
        question=question,
    )


@dataclass(frozen=True, slots=True)
class Roll:
    """What a question says of the cases that it asks for.

    Attributes:
        wanted: the part of the question that says which cases.
    """

    wanted: str

    def only_says(self, word: str) -> bool:
        """Whether a word, in small letters, says no more than that there are such cases."""
        return bool(_expressions().says_of_roll.fullmatch(word))

    @staticmethod
    def bundle(text: str) -> str:
        """The number of the bundle that a text names, or nothing."""
        found = _BUNDLE.fullmatch(text)
        return found[1] if found else ""


def roll_asked_for(question: str) -> Roll | None:
    """Which cases a question asks for, or None where it asks for something else."""
    expressions = _expressions()
    found = expressions.roll.match(question.strip())
    if found is None or expressions.not_of_roll.search(question):
        return None
    return Roll(question.strip()[found.end() :])


def _held(question: str, holders: Iterable[re.Pattern[str] | None]) -> frozenset[str]:
    """The words that the groups of these expressions hold, in small letters."""
    return _words(match for holder in holders if holder for match in holder.finditer(question))


def _told(found: Sequence[tuple["_Kind", re.Match[str]]]) -> dict[CardField, frozenset[str]]:
    """The words that only ask for each field."""
    fields = dict.fromkeys(field for kind, _ in found for field in kind.fields)
    return {
        field: _words(match for kind, match in found if field in kind.fields) for field in fields
    }


def _words(matches: Iterable[re.Match[str]]) -> frozenset[str]:
    """The words that the groups hold, in small letters."""
    return frozenset(
        word.lower()
        for match in matches
        for group in match.groups()
        if group
        for word in group.split()
    )


class _Entry(Value, frozen=True):
    name: str
    asks: str
    fields: tuple[CardField, ...]
    shape: str | None = None
    senses: tuple[str, ...] = ()
    counted: str | None = None
    needs: str | None = None
    focus: str | None = None
    beside: str | None = None
    about: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    asks: re.Pattern[str]
    fields: tuple[CardField, ...]
    shape: re.Pattern[str] | None
    senses: tuple[str, ...]
    counted: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    focus: re.Pattern[str] | None
    beside: re.Pattern[str] | None
    about: re.Pattern[str] | None
    label: re.Pattern[str] | None


def verb_senses() -> frozenset[str]:
    """The senses (`indexer.dutch.senses_of`) of words that say what somebody does."""
    return _file().verb_senses


def people_senses() -> frozenset[str]:
    """The senses of words for people."""
    return _file().people_senses


def is_light(word: str) -> bool:
    """Whether a word only says what somebody does, though that is not known by its sense."""
    return bool(_expressions().light.fullmatch(word))


class _File(Value, frozen=True):
    kinds: tuple[_Entry, ...]
    light: str
    whether: str
    roll: str
    says_of_roll: str
    not_of_roll: str
    verb_senses: frozenset[str]
    people_senses: frozenset[str]


@cache
def _file() -> _File:
    text = (resources.files("search.answers") / "asks.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), _File)


class _Expressions(NamedTuple):
    light: re.Pattern[str]
    whether: re.Pattern[str]
    roll: re.Pattern[str]
    says_of_roll: re.Pattern[str]
    not_of_roll: re.Pattern[str]


@cache
def _expressions() -> _Expressions:
    file = _file()
    return _Expressions(
        re.compile(file.light),
        re.compile(file.whether, re.IGNORECASE),
        re.compile(file.roll, re.IGNORECASE),
        re.compile(file.says_of_roll, re.IGNORECASE),
        re.compile(file.not_of_roll, re.IGNORECASE),
    )


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(
            entry.name,
            re.compile(entry.asks, re.IGNORECASE),
            entry.fields,
            _compiled(entry.shape),
            entry.senses,
            _compiled(entry.counted),
            _compiled(entry.needs),
            _compiled(entry.focus),
            _compiled(entry.beside),
            _compiled(entry.about),
            _compiled(entry.label),
        )
        for entry in _file().kinds
    )


def _compiled(expression: str | None) -> re.Pattern[str] | None:
    return re.compile(expression, re.IGNORECASE) if expression else None
