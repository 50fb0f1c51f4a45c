"""The values of a card and of a vocabulary."""

from corpus import CARD_FIELDS, FIELD_LABELS, Card, CardValue, Concept, Vocabulary
from search.collection import Collection


def test_every_field_has_a_name_for_readers() -> None:
    assert list(FIELD_LABELS) == list(CARD_FIELDS)
    assert FIELD_LABELS["wijk-of-dorp"] == "Wijk of dorp"


def test_a_field_gives_its_own_values_only() -> None:
    place = CardValue("plaats", "Waterdam", "manifest")
    card = Card("de-pomp", values=(place, CardValue("jaar", "2019", "manifest")))
    assert card.of("plaats") == (place,)
    assert card.of("lessen") == ()


def test_a_broader_concept_has_the_narrower_ones_at_any_depth() -> None:
    people = Concept("mensen", "Mensen", "Allen.", ("mens",))
    young = Concept("jongeren", "Jongeren", "Jong.", ("jongere",), broader=("mensen",))
    teens = Concept("tieners", "Tieners", "Jonger.", ("tiener",), broader=("jongeren",))
    vocabulary = Vocabulary((people, young, teens))
    assert vocabulary.with_narrower("mensen") == {"mensen", "jongeren", "tieners"}
    assert vocabulary.with_narrower("tieners") == {"tieners"}


def test_concepts_that_are_broader_than_each_other_end_the_search() -> None:
    one = Concept("een", "Een", "Een.", ("een",), broader=("twee",))
    two = Concept("twee", "Twee", "Twee.", ("twee",), broader=("een",))
    assert Vocabulary((one, two)).with_narrower("een") == {"een", "twee"}


def test_an_index_has_a_card_of_each_case_with_what_the_manifest_says(
    street_collection: Collection,
) -> None:
    cases = [case for case in street_collection.catalogue.cases if case.kind == "case"]
    assert [card.case for card in street_collection.catalogue.cards] == [
        case.entry.id for case in cases
    ]
    card = street_collection.card("de-pomp")
    assert card is not None
    assert [value.value for value in card.of("plaats")] == ["Waterdam"]
    assert [value.origin for value in card.of("provincie")] == ["manifest"]
