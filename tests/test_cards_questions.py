"""A question asks for a field of a card in whatever words; a denial turns it round."""

import pytest

from indexer.cards.questions import Questions
from indexer.dutch import load_analysis

ASKED = {
    "Wie nam het initiatief?": {"initiatiefnemer"},
    "En wie kwam er eigenlijk op het idee?": {"initiatiefnemer"},
    "Redactie: Wie betaalt dat allemaal?": {"financiering"},
    "Wat kost het": {"financiering"},
    "Wat kostte de meeste moeite?": {"knelpunten"},
    "Wat leverde het op?": {"resultaat"},
    "Wat heeft het tot nu toe opgeleverd?": {"resultaat"},
    "Wat willen jullie bereiken?": {"doel"},
    "Wat werkt goed?": {"werkzame-elementen"},
    "Wat werkt niet?": {"knelpunten"},
    "Met wie werken jullie samen?": {"partners"},
    "Voor wie is het?": {"doelgroep"},
    "Wat zou je anderen willen meegeven?": {"lessen"},
    "Sinds wanneer?": {"jaar"},
    "Van wie komt het geld?": {"financiering"},
}
OTHERS = [
    "Hoe gaat het met u?",
    "Wie is de hond?",
    "Wat zei zij?",
    "Komt dat door het geld?",
    "Het geheim van wie betaalt",
    "",
]


@pytest.fixture(scope="module")
def questions() -> Questions:
    return Questions(load_analysis())


@pytest.mark.parametrize(("text", "fields"), ASKED.items())
def test_a_question_asks_for_a_field(text: str, fields: set[str], questions: Questions) -> None:
    assert questions.fields(text) == fields


@pytest.mark.parametrize("text", OTHERS)
def test_another_question_asks_for_none(text: str, questions: Questions) -> None:
    assert questions.fields(text) == frozenset()
