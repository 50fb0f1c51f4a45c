"""What a sentence shows, whichever field it tells: its words and pairs of words, tense, numbers."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

import msgspec

from corpus import Value
from indexer.cards.context import Context
from indexer.cards.cues import Cues, says_it_began
from indexer.dutch import Word, senses_of
from indexer.segment import Sentence

_OPENING = ("first", "second", "third")
_TENTHS = 10
_FIVES = 8
"""Sentences of forty words and more are equally long."""

_ENDING = 4
"""So many letters end a word of six letters or more: of a word never seen they tell its kind."""

_WEAK_PAST = re.compile(r"(?:[dt]e|[dt]en)$")
_TOKEN = re.compile(r"[^\W\d_]+|\d[\d.,]*|[“”‘’\"':;,.!?—–-]")
_NUMBER = "#"


class Feature(Value, frozen=True):
    """What a sentence can show; `features.toml` says what each part is for."""

    name: str
    pattern: str


def features(sentence: Sentence, context: Context, cues: Cues) -> frozenset[str]:
    """The names of all that a sentence shows.

    These are its lemmas (`lemma wijk`), the parts of its compounds (`part wijk`), the endings of
    its words (`ending heid`), their senses (`sense money`) and those of the first three that have
    any (`first sense money`), its pairs of tokens as they stand (`pair maar niet`), its first three
    (`first wie`), the features of `features.toml` (`shows year`), the fields of which it has a term
    (`term doel`) and which its heading, label or an announcement names (`under doel`, `named doel`,
    `announced doel`), where it stands in tenths of the case (`place 3`) and how long it is in fives
    of words (`length 4`).
    """
    words = cues.words(sentence.whole)
    tokens = [
        _NUMBER if one[0].isdigit() else one for one in _TOKEN.findall(sentence.whole.lower())
    ]
    found = {f"term {field}" for field in cues.terms(sentence.whole)}
    found.update(_of_words(words))
    found.update(_of_senses(words))
    found.update(f"pair {one} {two}" for one, two in pairwise(tokens))
    found.update(f"{place} {token}" for place, token in zip(_OPENING, tokens, strict=False))
    found.update(f"shows {name}" for name in _shown(sentence, context, words))
    found.update(_of_context(context))
    found.add(f"length {min(_FIVES, len(words) // 5)}")
    return frozenset(found)


def is_past(words: Sequence[Word]) -> bool:
    """Whether a sentence has a verb in the past tense, as far as its forms can tell."""
    strong = _past_forms()
    return any(
        word.form in strong
        or (word.lemma != word.form and word.lemma[-1:] == "n" and _WEAK_PAST.search(word.form))
        for word in words
    )


def _of_words(words: Sequence[Word]) -> Iterator[str]:
    for word in words:
        if word.whole:
            yield f"lemma {_NUMBER if word.lemma[:1].isdigit() else word.lemma}"
            if len(word.form) > _ENDING + 1:
                yield f"ending {word.form[-_ENDING:]}"
        else:
            yield f"part {word.lemma}"
        for part in word.parts:
            yield f"part {part}"


def _of_senses(words: Sequence[Word]) -> Iterator[str]:
    known = [senses for word in words if word.whole and (senses := senses_of(word))]
    yield from (f"sense {sense}" for senses in known for sense in senses)
    for place, senses in zip(_OPENING, known, strict=False):
        yield from (f"{place} sense {sense}" for sense in senses)


def _shown(sentence: Sentence, context: Context, words: Sequence[Word]) -> Iterator[str]:
    for feature in load_features():
        if re.search(feature.pattern, sentence.whole):
            yield feature.name
    given = {
        "past": is_past(words),
        "new-paragraph": sentence.first,
        "advice": context.advice,
        "year": context.year is not None,
        "earliest-year": context.earliest,
        "later-year": context.year is not None and not context.earliest,
        "year-of-start": context.year is not None and says_it_began(sentence.whole),
        "start-in-earliest-year": context.earliest and says_it_began(sentence.whole),
    }
    yield from (name for name, true in given.items() if true)


def _of_context(context: Context) -> Iterator[str]:
    yield f"place {min(_TENTHS - 1, int(context.place * _TENTHS))}"
    fields = {"under": context.under, "named": context.named, "announced": context.announced}
    for name, of in fields.items():
        yield from (f"{name} {field}" for field in of)


@cache
def load_features() -> tuple[Feature, ...]:
    """The features that a pattern tells, in the order of their file."""
    return msgspec.convert(_data()["features"], tuple[Feature, ...])


@cache
def _past_forms() -> frozenset[str]:
    return frozenset(_data()["past_forms"])


@cache
def _data() -> dict[str, Any]:
    text = (resources.files("indexer.cards") / "features.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
