"""What a sentence shows: words, pairs, tense, where it stands, and what it announces."""

import pytest

from corpus import Evidence, Span
from indexer.cards.context import contexts
from indexer.cards.cues import Cues
from indexer.cards.features import features, is_past
from indexer.dutch import load_analysis
from indexer.segment import Sentence

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

SHOWN = {
    "lemma": ("Vrijwilligers koken.", "lemma vrijwilliger"),
    "part of a compound": ("De buurtmaaltijd is warm.", "part maaltijd"),
    "ending": ("Ze zoeken gezelligheid.", "ending heid"),
    "sense": ("De buren krijgen subsidie.", "sense money"),
    "sense of the first word that has one": ("De gemeente betaalt.", "first sense government"),
    "pair of tokens": ("Warm, maar niet vol.", "pair maar niet"),
    "first token": ("Wie wil, kookt.", "first wie"),
    "figures are one": ("Er komen 40 mensen.", "pair komen #"),
    "number": ("Er komen veertig mensen.", "shows number"),
    "year": ("In 2019 ging het open.", "shows year"),
    "year of a beginning": ("In 2019 ging de deur open.", "shows year-of-start"),
    "about the text": ("De keuze laat bridging zien.", "shows about-the-text"),
    "quote": ("“Ik kook graag.”", "shows quoted"),
    "past": ("Ze maakten een tuin.", "shows past"),
    "first of a paragraph": ("Ze koken.", "shows new-paragraph"),
    "advice": ("Begin klein.", "shows advice"),
    "term of a field": ("De gemeente geeft subsidie.", "term financiering"),
    "length": ("Ze koken.", "length 0"),
    "place": ("Ze koken.", "place 0"),
}


@pytest.fixture(scope="module")
def cues() -> Cues:
    return Cues(load_analysis())


def _shown(cues: Cues, text: str, heading: str = "Soep") -> frozenset[str]:
    evidence = Evidence(text, "een", None, Span(0, 0, len(text)))
    sentence = Sentence(text, ("De Loods", heading), evidence, 0, first=True)
    ((_, context),) = contexts([sentence], cues)
    return features(sentence, context, cues)


@pytest.mark.parametrize(("text", "past"), TENSES.items())
def test_the_past_is_known_by_its_forms(text: str, past: object, cues: Cues) -> None:
    assert is_past(cues.words(text)) is past


@pytest.mark.parametrize(("text", "feature"), SHOWN.values(), ids=SHOWN)
def test_a_sentence_shows(text: str, feature: str, cues: Cues) -> None:
    assert feature in _shown(cues, text)
    assert feature not in _shown(cues, "De tuinen ademen boven hem uit tot diep onder de zon.") or (
        feature in {"place 0", "shows new-paragraph"}
    )


def test_a_heading_that_names_a_field_shows_in_its_sentences(cues: Cues) -> None:
    under = _shown(cues, "Ze koken.", heading="Het doel")
    assert {"under doel", "named doel"} <= under
    assert not {"under doel", "named doel"} & _shown(cues, "Ze koken.")


@pytest.mark.parametrize(("text", "announces"), ANNOUNCEMENTS.items())
def test_a_denied_ease_announces_what_was_hard(text: str, announces: object, cues: Cues) -> None:
    assert ("knelpunten" in cues.announced(text)) is announces
