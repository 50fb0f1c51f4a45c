"""The values of a question: its words, the ways to meet them, and how they are combined."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Zone: TypeAlias = Literal["text", "heading", "title", "place"]
"""Where words stand: in a passage, in the headings above it, in the name or place of its case."""

ZONES: tuple[Zone, ...] = ("text", "heading", "title", "place")

Reading: TypeAlias = Literal["form", "lemma", "part"]
"""What of a word of the text is compared: the word as it stands, its lemma, a part of it."""

WayKind: TypeAlias = Literal[
    "word", "name", "phrase", "near", "parts", "prefix", "fuzzy",
    "synonym", "narrower", "broader", "related",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question: its folded form and its lemma."""

    form: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Way:
    """A way to meet a clause: a word, or several words near each other.

    Attributes:
        terms: the words.
        kind: how it follows from what was typed.
        readings: what of the words of a text may agree.
        slack: None where the words must follow each other; else they may stand in any order with at
            most this many other words among them.
        weight: what a match counts, from 0 to 1.
        label: the words as the thesaurus writes them, where it named them.
    """

    terms: tuple[Term, ...]
    kind: WayKind = "word"
    readings: tuple[Reading, ...] = ("form",)
    slack: int | None = None
    weight: float = 1.0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What stands for many words: those that begin with a text, or are spelt almost like it.

    Attributes:
        text: folded.
        edits: for words within so many letters of it; None for words that begin with it.
    """

    text: str
    edits: int | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that was asked for: a word, a name of several words, a phrase, a pattern.

    Attributes:
        text: as it was typed.
        ways: how to meet it; any will do.
        zones: where.
        pattern: what its ways are still to be made of, from the words of an index.
        concept: whether it is the name of a concept in several words, which are clauses too.
    """

    text: str
    ways: tuple[Way, ...]
    zones: tuple[Zone, ...] = ZONES
    pattern: Pattern | None = None
    concept: bool = False


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value of a field of the case (`plaats:Utrecht`), not looked up yet."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class InCases:
    """Holds for the passages of these cases."""

    cases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Every:
    """Holds where all its parts hold: everywhere when it has none."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Some:
    """Holds where one of its parts holds."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Without:
    """Holds where its part does not."""

    part: "Condition"


Condition: TypeAlias = Clause | FieldValue | InCases | Every | Some | Without


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the engine takes it.

    Attributes:
        text: as it was typed.
        clauses: what to look for, each once, in the order of the text; not what is excluded.
        condition: what a passage must meet; None when nothing was asked.
        pairs: numbers of clauses that stand side by side as plain words; near is better.
        ignored: how many words were left out because the question was too long.
    """

    text: str
    clauses: tuple[Clause, ...] = ()
    condition: Condition | None = None
    pairs: tuple[tuple[int, int], ...] = ()
    ignored: int = 0


def any_of(clauses: tuple[Clause, ...]) -> Query:
    """The question for what meets any of the clauses."""
    return Query("", clauses, Some(clauses) if clauses else None)
