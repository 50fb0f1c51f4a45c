"""The model of sentences: what it weighs, and what it makes of the sentences around."""

import math

import pytest

from corpus import CARD_FIELDS
from indexer.cards.model import ALWAYS, Weights, load_model, read_weights, scores, surroundings

TABLE = f"""# a comment
\tdoel\tpartners
{ALWAYS}\t-100\t-200
lemma doel\t300\t
lemma bakker\t\t250
"""
NOWHERE = -50.0
EVEN = 0.0


def _weights() -> Weights:
    return read_weights(TABLE)


def test_a_score_adds_what_is_shown_to_what_always_counts() -> None:
    weights = _weights()
    assert scores({}, weights) == (-1.0, -2.0)
    assert scores({"lemma doel": 1.0, "lemma onbekend": 1.0}, weights) == (2.0, -2.0)
    assert scores({"lemma bakker": 2.0}, weights) == (-1.0, 3.0)


def test_what_stands_around_a_sentence_is_told_of_each_field() -> None:
    first = [(EVEN, NOWHERE), (NOWHERE, NOWHERE), (NOWHERE, EVEN), (NOWHERE, NOWHERE)]
    found = surroundings(first, ["a", "a", "b", "b"], ["doel", "partners"])
    assert found[0]["own doel"] == 0.0
    assert found[0]["before doel"] == 0.0
    half = found[1]["before doel"]
    assert half > 1
    assert found[2]["before-that doel"] == half
    assert found[1]["after partners"] == found[0]["after-that partners"] == half
    assert found[1]["section doel"] == half
    assert math.isclose(found[0]["section doel"], 0.0, abs_tol=1e-9)
    assert math.isclose(found[0]["rival doel"], 0.0, abs_tol=1e-9)
    assert found[3]["rival doel"] == half


def test_a_case_of_one_sentence_has_nothing_around_it() -> None:
    (alone,) = surroundings([(EVEN, EVEN)], ["a"], ["doel", "partners"])
    around = ("before", "after", "before-that", "after-that", "section", "rival")
    assert {alone[f"{name} doel"] for name in around} == {0.0}
    assert surroundings([], [], ["doel", "partners"]) == []


def test_the_model_in_the_package_knows_every_field_that_a_text_can_tell() -> None:
    model = load_model()
    from_manifest = {"plaats", "wijk-of-dorp", "gemeente", "provincie", "sociaal-kapitaal"}
    assert set(model.within.fields) == set(CARD_FIELDS) - from_manifest
    assert model.within.fields == model.around.fields


@pytest.mark.parametrize("field", load_model().within.fields)
def test_every_sentence_more_likely_tells_nothing(field: str) -> None:
    (told,) = load_model().told_fields([frozenset()], ["a"])
    assert told[field] < 0
