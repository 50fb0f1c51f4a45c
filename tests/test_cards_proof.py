"""The first quote of a label is one that shows it."""

import tomllib
from pathlib import Path

from corpus import CardValue, Evidence, Label, PageRef, Span
from indexer.cards.proof import proven_by_card
from indexer.segment import Sentence
from indexer.vocabulary import Kind, Terms
from indexer.vocabulary.evidence import gather
from search.collection import Collection

TRUTH = Path(__file__).parents[1] / "corpus" / "series" / "voorbeeld" / "truth"
KINDS: tuple[Kind, ...] = ("themes", "target_groups")


def _quote(text: str, start: int = 0) -> Evidence:
    return Evidence(text, "bundel", PageRef("1", 1), Span(0, start, start + len(text)))


def test_quote_of_the_card_comes_first_among_the_best() -> None:
    quotes = [_quote(text, start) for text, start in (("Een", 0), ("Twee", 10), ("Drie", 20))]
    label = Label("koken", tuple(quotes), ())
    goal = CardValue("doel", "Twee", "text", quotes[1])
    partner = CardValue("partners", "Drie", "text", quotes[2])
    (proven,) = proven_by_card("themes", [label], [partner, goal])
    assert [one.quote for one in proven.evidence] == ["Twee", "Een", "Drie"]
    (same,) = proven_by_card("target_groups", [label], [partner, goal])
    assert same == label


def test_sentence_proves_a_theme_before_a_heading(casebook_collection: Collection) -> None:
    terms = Terms(casebook_collection.catalogue.themes, casebook_collection.analysis)
    heading = _quote("Groen op het dak")
    said = _quote("De buren leggen samen een moestuin en een pluktuin aan.", 20)
    found = gather(terms, [heading], [Sentence(said.quote, (), said, 0, first=True)])
    assert found["groen"].best()[0] == said


def test_first_quote_of_a_label_is_often_one_that_the_truth_has(
    casebook_collection: Collection,
) -> None:
    truth: dict[tuple[str, str, str], list[str]] = {}
    for path in sorted(TRUTH.glob("cards-*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]:
            for kind in KINDS:
                for one in case[kind]:
                    known = truth.setdefault((case["id"], kind, one["id"]), [])
                    known.append(" ".join(one["quote"].split()))
    first = [
        any(label.evidence[0].quote in quote or quote in label.evidence[0].quote for quote in known)
        for card in casebook_collection.catalogue.cards
        for kind in KINDS
        for label in getattr(card, kind)
        if (known := truth.get((card.case, kind, label.id))) and label.evidence
    ]
    # .366 was reached on 2026-11-23; .246 when the first sentence with a term was shown first.
    assert len(first) > 100
    assert sum(first) / len(first) > 0.33
