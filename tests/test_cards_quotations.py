"""Quotations of more sentences than one on a card: whole, or not at all."""

from dataclasses import replace

import pytest

from corpus import Evidence, PageRef, Span
from corpus.models import BlockKind
from indexer.cards.cues import Cues
from indexer.cards.quotations import whole_quotations
from indexer.cards.told import told_values
from indexer.dutch import load_analysis, sentence_spans
from indexer.segment import Sentence


def _paragraph(text: str, kind: BlockKind = "paragraph") -> list[Sentence]:
    page = PageRef("1", 1)
    return [
        Sentence(
            text[start:end],
            ("De Loods", "Doel"),
            Evidence(text[start:end], "boek", page, Span(0, start, end)),
            0,
            first=start == 0,
            kind=kind,
        )
        for start, end in sentence_spans(text)
    ]


def _shown(sentences: list[Sentence]) -> list[str]:
    """What a card may show of each sentence; empty for nothing."""
    whole = whole_quotations(sentences)
    ways = [whole.get(one.evidence.span, one) for one in sentences]
    return [way.text if way else "" for way in ways]


WHOLE = {
    "double": "“Ik was er een dossier. Hier ben ik een buur.”",
    "single, with apostrophes": "‘Zo’n dag is ’s avonds pas om. Dan eten we foto’s leeg.’",
    "low and high": "„Ik was er een dossier. Hier ben ik een buur.”",
    "straight": '"Ik was er een dossier. Hier ben ik een buur."',
}
THREE = "“Ik kwam. Ik zag. Ik bleef.”"


@pytest.mark.parametrize("kind", ["quote", "paragraph"])
@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_a_quotation_is_shown_whole(text: str, kind: BlockKind) -> None:
    assert set(_shown(_paragraph(text, kind))) == {text}


def test_only_the_sentences_of_the_quotation_are_taken_together() -> None:
    text = "Zij zegt: “Ik kook. Dat wil ik.” De buren eten. “Lekker”, zegt een man. Klaar."
    assert _shown(_paragraph(text)) == [
        "Zij zegt: “Ik kook. Dat wil ik.”",
        "Zij zegt: “Ik kook. Dat wil ik.”",
        "De buren eten.",
        "“Lekker”, zegt een man.",
        "Klaar.",
    ]


@pytest.mark.parametrize("text", ["“Ik was er een dossier. Hier ben ik", "een buur. Zo is het.”"])
def test_half_of_a_quote_set_apart_is_not_shown(text: str) -> None:
    halves = _shown(_paragraph(text, "quote"))
    assert all("“" not in half and "”" not in half for half in halves)
    assert _shown(_paragraph(text)) == [one.text for one in _paragraph(text)]


@pytest.mark.parametrize(
    "text", [THREE, "“" + "Wij koken elke week samen met de straat " * 6 + "mee. Dat was het.”"]
)
def test_a_long_quotation_in_the_text_is_told_sentence_by_sentence(text: str) -> None:
    assert _shown(_paragraph(text)) == [one.text for one in _paragraph(text)]


def test_a_quote_set_apart_may_be_longer() -> None:
    assert set(_shown(_paragraph(THREE, "quote"))) == {THREE}


def test_a_quotation_that_another_line_parts_is_not_joined() -> None:
    first, second = _paragraph("“Ik kook. Jij eet.”")
    away = replace(second, evidence=Evidence(second.text, "boek", None, Span(1, 40, 49)))
    assert _shown([first, away]) == [first.text, away.text]


def test_the_card_shows_a_quotation_once_and_whole() -> None:
    text = "“Wij willen samen koken. Doel is dat niemand alleen eet.”"
    told = told_values(_paragraph(text, "quote"), Cues(load_analysis()))
    assert {(one.value, one.evidence.quote) for one in told if one.evidence} == {(text, text)}
    assert len({(one.field, one.value) for one in told}) == len(told) > 0
