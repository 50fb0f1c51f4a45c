"""Whether a sentence makes sense alone: no gist begins with the rest of something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from score_gist import below_floors, standing_scores

from indexer.dutch import stands_alone


@pytest.mark.parametrize(
    "sentence",
    [
        "Elke donderdag koken vrijwilligers een maaltijd in het wijkcentrum.",
        "De kok zegt dat hij in de winter meer soep schenkt.",
        "Fatma heeft haar buurvrouw leren fietsen.",
        "Er is een moestuin met dertig bakken achter de kerk.",
        "“Ik kom hier voor de koffie”, zegt een bezoeker.",
        "De gemeente betaalt de huur, op voorwaarde dat die niet stijgt.",
    ],
)
def test_sentence_that_names_what_it_is_about_stands_alone(sentence: str) -> None:
    assert stands_alone(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Daarnaast koken vrijwilligers een maaltijd.",
        "Ervoor zat het centrum in een oude school.",
        "Op die avond schenken de koks meer soep.",
        "In de winter schenkt hij meer soep.",
        "De buren hebben hem leren fietsen.",
        "De voorzitter had haar als grap bedoeld.",
        "Een deel daarvan betaalt de gemeente.",
        "Op de plank liggen er twee op.",
        "Twee jaar later kwam er een moestuin bij.",
        "Het is bedoeld voor wie alleen woont.",
        "“Anders zat je toch maar thuis.”",
        "“Kom maar langs”, zegt ze tegen iedereen.",
        "Met mijn buurvrouw begon de moestuin.",
        "Wie betaalt de soep?",
        "Zodat niemand alleen hoeft te eten.",
        "Volgens haar is de tuin te klein.",
    ],
)
def test_sentence_that_points_back_leans(sentence: str) -> None:
    assert not stands_alone(sentence)


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    assert stands_alone(text) in {True, False}


def test_sentences_that_lean_are_known_as_well_as_they_were() -> None:
    assert below_floors(standing_scores()) == []
