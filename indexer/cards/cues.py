"""Reads how Dutch practice descriptions say each thing that a card asks for, and finds it."""

import re
import tomllib
from collections import Counter
from functools import cache
from importlib import resources
from typing import Any

import msgspec

from corpus import CardField, Concept, Value, Vocabulary
from indexer.cards.labels import LabelList
from indexer.cards.questions import Questions
from indexer.dutch import Analysis
from indexer.vocabulary import Terms

_LONGEST_ANNOUNCEMENT = 14

_LONGEST_LABEL = 3

_WORD = re.compile(r"\w+")


class Cue(Value, frozen=True):
    """How a field is told; `cues.toml` says what each list is for."""

    field: CardField
    headings: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    labels_beside: tuple[str, ...] = ()
    label_patterns: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    announce: tuple[str, ...] = ()
    announcing: tuple[str, ...] = ()
    value: str = ""


class Cues:
    """The cues of all fields, ready to be found.

    Args:
        analysis: the definition of a word.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.cues = load_cues()
        self.words = analysis.words
        self._terms = Terms(_vocabulary(self.cues, "terms"), analysis)
        self._headings = Terms(_vocabulary(self.cues, "headings"), analysis)
        self._announce = Terms(_vocabulary(self.cues, "announce"), analysis)
        self.labels = _labels(self.cues, analysis)
        self._patterns = _compiled(self.cues, "patterns")
        self._announcing = _compiled(self.cues, "announcing")

    def terms(self, sentence: str) -> dict[str, int]:
        """How many terms and patterns of each field a sentence has, of those with any."""
        found = Counter(term.concept for term in self._terms.find(sentence) if not term.weak)
        for field, patterns in _matched(self._patterns, sentence).items():
            found[field] += len(patterns)
        return dict(found)

    def announced(self, sentence: str) -> frozenset[str]:
        """The fields that a sentence only announces: *Er was ook tegenwind.*."""
        if len(sentence.split()) > _LONGEST_ANNOUNCEMENT or is_advice(sentence):
            return frozenset()
        return _fields(self._announce, sentence) | _matched(self._announcing, sentence).keys()

    def is_label(self, heading: str) -> bool:
        """Whether a heading names a field and little else: *Het doel*, *Wat het kost*."""
        return len(heading.split()) <= _LONGEST_LABEL and bool(self.under(heading))

    def under(self, heading: str) -> frozenset[str]:
        """The fields that a heading names."""
        return _fields(self._headings, heading)


def _labels(cues: tuple[Cue, ...], analysis: Analysis) -> LabelList:
    """The labels of all fields, those of the places too."""
    data = _data("cues.toml")
    surely: dict[str, tuple[str, ...]] = {cue.field: (*cue.labels, *cue.opens) for cue in cues}
    perhaps: dict[str, tuple[str, ...]] = {cue.field: cue.labels_beside for cue in cues}
    return LabelList(
        analysis,
        surely=surely | data["place_labels"],
        perhaps=perhaps | data["place_labels_beside"],
        patterns={cue.field: cue.label_patterns for cue in cues},
        openings={cue.field: cue.opens for cue in cues},
        heads=data["column_heads"],
        questions=Questions(analysis),
    )


def _compiled(cues: tuple[Cue, ...], which: str) -> dict[str, tuple[re.Pattern[str], ...]]:
    return {cue.field: tuple(map(re.compile, getattr(cue, which))) for cue in cues}


def _matched(
    patterns: dict[str, tuple[re.Pattern[str], ...]], text: str
) -> dict[str, tuple[str, ...]]:
    """The patterns of each field that match, of those with any."""
    found = {
        f: tuple(one.pattern for one in ones if one.search(text)) for f, ones in patterns.items()
    }
    return {field: matching for field, matching in found.items() if matching}


def _fields(terms: Terms, text: str) -> frozenset[str]:
    return frozenset(found.concept for found in terms.find(text))


@cache
def load_cues() -> tuple[Cue, ...]:
    """The cues of all fields, in the order of their file."""
    return msgspec.convert(_data("cues.toml")["cues"], tuple[Cue, ...])


def tells_nothing(text: str, label: str = "") -> bool:
    """Whether a line has a label of something else (*Trefwoorden: ...*), or is about the text.

    So does one that only says that somebody knows: *Moerman denkt te weten hoe dat komt.*.
    """
    is_other = label.strip(" ?:").lower() in _data("cues.toml")["other_labels"]
    return is_other or any(
        _any_of(which).search(text) for which in ("about_the_text", "says_it_will_be_told")
    )


def says_it_began(text: str) -> bool:
    """Whether a sentence has a word for a beginning: *begon*, *sinds*."""
    return bool(_any_word("began").search(text))


def is_told_about_it(text: str) -> bool:
    """Whether a sentence is about a prize, a report or the like, and not about a beginning."""
    return bool(_any_word("told_about_it").search(text)) and not says_it_began(text)


@cache
def _any_word(which: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_data('cues.toml')[which])})\b", re.IGNORECASE)


@cache
def _any_of(which: str) -> re.Pattern[str]:
    return re.compile("|".join(_data("cues.toml")[which]), re.IGNORECASE)


def is_left_open(value: str) -> bool:
    """Whether what stands behind a label or question says that nothing is known: *onbekend*."""
    is_nothing = value.strip(" .").lower() in _data("cues.toml")["not_told"]
    return is_nothing or bool(_any_of("no_answer").search(value))


def only_measures(text: str) -> bool:
    """Whether a line is a number with its unit, and does not say what it measures."""
    return bool(_any_of("measures").fullmatch(text))


def is_advice(sentence: str) -> bool:
    """Whether a sentence begins with an imperative: *Begin klein.*, not *Begin je klein?*."""
    words = [word.lower() for word in _WORD.findall(sentence)[:4]]
    words = words[1:] if words[:1] and words[0].isdigit() else words  # of a numbered list
    words = words[1:] if words[:1] in (["en"], ["dus"], ["maar"]) else words
    if not words or sentence.rstrip("”’\"' ").endswith("?"):
        return False
    lists = _imperatives()
    verb, second = words[0], "".join(words[1:2])
    wrong = lists["subjects"] | (frozenset() if verb in lists["with_object"] else lists["articles"])
    return verb in lists["verbs"] and second not in wrong and not second.isdigit()


@cache
def _imperatives() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in _data("imperatives.toml").items()}


def _vocabulary(cues: tuple[Cue, ...], which: str) -> Vocabulary:
    return Vocabulary(
        tuple(Concept(cue.field, cue.field, cue.field, getattr(cue, which)) for cue in cues)
    )


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("indexer.cards") / name).read_text(encoding="utf-8"))
