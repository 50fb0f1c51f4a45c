"""Senses of words: what a word is known as, and that the data can be reached."""

import tomllib
from collections import Counter
from importlib import resources
from typing import Any

import pytest

from indexer.dutch import fold, load_analysis, senses_of

MOST = 3

SENSES = {
    "shantykoor": "organisation",
    "koren": "organisation",
    "Conciërge": "profession",
    "subsidie": "money",
    "leent": "give",
    "leende": "give",
    "wethouder": "profession",
    "dinsdag": "day",
}


@pytest.mark.parametrize(("text", "sense"), SENSES.items())
def test_a_word_has_its_sense_in_any_form_and_a_compound_that_of_its_last_part(
    text: str, sense: str
) -> None:
    (word,) = load_analysis().words(text)
    assert sense in senses_of(word)


@pytest.mark.parametrize("text", ["het", "blorkwezen", "2019"])
def test_what_is_not_known_has_no_sense(text: str) -> None:
    assert not [sense for word in load_analysis().words(text) for sense in senses_of(word)]


def test_every_word_of_the_data_is_a_lemma_that_a_text_can_have() -> None:
    analysis = load_analysis()
    words = [word for sense in data() for word in sense["words"]]
    assert [w for w in words if [found.lemma for found in analysis.words(w)] != [fold(w)]] == []


def test_no_word_has_more_than_three_senses_and_none_stands_twice() -> None:
    times = Counter(word for sense in data() for word in sense["words"])
    assert max(times.values()) <= MOST
    assert all(len(sense["words"]) == len(set(sense["words"])) for sense in data())


def data() -> list[dict[str, Any]]:
    text = (resources.files("indexer.dutch") / "senses.toml").read_text(encoding="utf-8")
    senses: list[dict[str, Any]] = tomllib.loads(text)["senses"]
    return senses
