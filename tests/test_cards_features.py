"""What a sentence shows: tense, habit, where it stands, and what it announces."""

import pytest

from indexer.cards.cues import Cues, load_cues
from indexer.cards.features import features, is_past, load_features
from indexer.dutch import Analysis, load_analysis

NOTHING: frozenset[str] = frozenset()
NAMED = {"terms", "hints", "heading", "label", "announced"}
GIVEN = {"past", "first", "advice", "person", "organisation", "subject"}

TENSES = {
    "De bakker sloot zijn winkel.": True,
    "De buren wandelden langs het water.": True,
    "Ze maakten een tuin.": True,
    "De bakker sluit om zes uur.": False,
    "Samen wandelen ze langs het water.": False,
    "": False,
}

ANNOUNCEMENTS = {
    "Makkelijk was het niet.": True,
    "Soepel verliep dat lang niet.": True,
    "Er was ook wrevel.": True,
    "Twijfels waren er ook.": True,
    "Er is ook een tuin.": False,
    "De soep is warm.": False,
    "In de tuin staat een kas waar de kinderen op woensdag tomaten zaaien en plukken.": False,
}


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return load_analysis()


@pytest.mark.parametrize(("text", "past"), TENSES.items())
def test_the_past_is_known_by_its_forms(text: str, past: object, analysis: Analysis) -> None:
    assert is_past(analysis.words(text)) is past


def test_a_habit_is_often_and_not_past() -> None:
    text = "Elke maandag koken ze soep."
    assert "habit" in features(text, place=0.4, given=NOTHING)
    assert "habit" not in features(text, place=0.4, given=frozenset({"past"}))
    assert "habit" not in features("Ze koken soep.", place=0.4, given=NOTHING)


def test_a_feature_can_need_a_place_in_the_case() -> None:
    text = "Er komen nu 40 bezoekers."
    assert "outcome-in-numbers" in features(text, place=0.8, given=NOTHING)
    assert "outcome-in-numbers" not in features(text, place=0.1, given=NOTHING)


@pytest.mark.parametrize(("text", "announces"), ANNOUNCEMENTS.items())
def test_a_denied_ease_announces_what_was_hard(
    text: str, announces: object, analysis: Analysis
) -> None:
    assert ("knelpunten" in Cues(analysis).announced(text)) is announces


def test_every_feature_stands_below_what_it_needs_and_every_weight_is_of_one() -> None:
    known = set(GIVEN)
    for feature in load_features():
        assert known.issuperset((*feature.all, *feature.none))
        known.add(feature.name)
    assert {name for cue in load_cues() for name in cue.weights} <= known | NAMED
