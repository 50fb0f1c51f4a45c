"""What a sentence shows, whichever field it tells: when, where, how much, and in what tense."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

import msgspec

from corpus import Value
from indexer.dutch import Word

_WEAK_PAST = re.compile(r"(?:[dt]e|[dt]en)$")


class Feature(Value, frozen=True):
    """What a sentence can show; `features.toml` says what each part is for."""

    name: str
    pattern: str = ""
    where: tuple[float, float] = (0.0, 1.0)
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


def features(text: str, *, place: float, given: frozenset[str]) -> frozenset[str]:
    """The names of the features of a sentence.

    Args:
        text: of the sentence.
        place: in the case, from 0 to 1.
        given: the features that are known otherwise, such as `past`; they are among the answer.
    """
    shown = set(given)
    for feature in load_features():
        first, last = feature.where
        if (
            first <= place <= last
            and shown.issuperset(feature.all)
            and shown.isdisjoint(feature.none)
            and (not feature.pattern or re.search(feature.pattern, text))
        ):
            shown.add(feature.name)
    return frozenset(shown)


def is_past(words: Sequence[Word]) -> bool:
    """Whether a sentence has a verb in the past tense, as far as its forms can tell."""
    strong = _past_forms()
    return any(
        word.form in strong
        or (word.lemma != word.form and word.lemma[-1:] == "n" and _WEAK_PAST.search(word.form))
        for word in words
    )


@cache
def load_features() -> tuple[Feature, ...]:
    """All features, in the order of their file: what a feature needs stands before it."""
    return msgspec.convert(_data()["features"], tuple[Feature, ...])


@cache
def _past_forms() -> frozenset[str]:
    return frozenset(_data()["past_forms"])


@cache
def _data() -> dict[str, Any]:
    text = (resources.files("indexer.cards") / "features.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
