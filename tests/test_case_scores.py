"""Cards, labels and answers over the fictional casebook stay at their floors."""

import score_answers
import score_cards
import score_labels
from voorbeeld_halves import HALVES, truth

from search.collection import Collection


def test_themes_and_target_groups_do_not_fall_below_their_floors(
    casebook_collection: Collection,
) -> None:
    assert score_labels.below_floors(casebook_collection) == []


def test_card_values_do_not_fall_below_their_floors(casebook_collection: Collection) -> None:
    assert score_cards.below_floors(casebook_collection) == []


def test_every_quote_of_a_card_stands_on_its_page(casebook_collection: Collection) -> None:
    cards = casebook_collection.catalogue.cards
    quotes = [value.evidence for card in cards for value in card.values if value.evidence]
    assert len(quotes) > 200
    assert all(score_cards.stands(casebook_collection, quote) for quote in quotes)


def test_the_halves_have_twelve_cases_each_and_none_in_common() -> None:
    tune, held = (set(truth(half)) for half in HALVES)
    assert len(tune) == len(held) == 12
    assert not tune & held


def test_answers_do_not_fall_below_their_floors(casebook_collection: Collection) -> None:
    asked = score_answers.questions("tune")
    outcomes = [score_answers.outcome(casebook_collection, question) for question in asked]
    assert score_answers.below_floor("tune", score_answers.measured(outcomes)) == []
