import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.dutch import ends_clause, ends_sentence, sentence_spans

SENTENCES = {
    "points, questions and exclamations": (
        "Er is koffie. Wie komt er? Iedereen!",
        ["Er is koffie.", "Wie komt er?", "Iedereen!"],
    ),
    "abbreviations": (
        "Dr. Smit zei o.a. dat het goed ging. Mevr. De Boer knikte, zie p. 12.",
        ["Dr. Smit zei o.a. dat het goed ging.", "Mevr. De Boer knikte, zie p. 12."],
    ),
    "a clitic at the head": (
        "We koken. 's Avonds eten we samen.",
        ["We koken.", "'s Avonds eten we samen."],
    ),
    "numbers": ("Het kostte 3.500 euro. Veel geld.", ["Het kostte 3.500 euro.", "Veel geld."]),
    "a number at the end": (
        "De oudste is 91. Uit een vragenlijst blijkt meer. Er kwamen er 12. 44 van de 58 bleven.",
        [
            "De oudste is 91.",
            "Uit een vragenlijst blijkt meer.",
            "Er kwamen er 12.",
            "44 van de 58 bleven.",
        ],
    ),
    "a number that ends an aside or a quote": (
        "Zij zit in groep 8. ‘Ik word 12.’ Bewoners lachen (van wie de jongste 7). Ouders ook.",
        [
            "Zij zit in groep 8.",
            "‘Ik word 12.’",
            "Bewoners lachen (van wie de jongste 7).",
            "Ouders ook.",
        ],
    ),
    "numbers in a row": (
        "Het gaat om huisnummer 3, 5 en 7. Bewoners van portiek 2. doen niet mee.",
        ["Het gaat om huisnummer 3, 5 en 7.", "Bewoners van portiek 2. doen niet mee."],
    ),
    "the number of an item": ("3. Zoek een plek.", ["3. Zoek een plek."]),
    "numbers of items in a text": (
        "De stappen zijn: 1. Zoek een plek. 2. Vraag de buren. Of doe 3. Niets.",
        ["De stappen zijn: 1. Zoek een plek.", "2. Vraag de buren.", "Of doe 3. Niets."],
    ),
    "the number of the first item": (
        "De stappen zijn: 1. Zoek een plek.",
        ["De stappen zijn: 1. Zoek een plek."],
    ),
    "a label with a number": (
        "Stap 2. Vraag de buren. Figuur 14. Bezoekers per jaar",
        ["Stap 2. Vraag de buren.", "Figuur 14. Bezoekers per jaar"],
    ),
    "quotes": ("‘Mooi!’ roept hij. En toen?", ["‘Mooi!’ roept hij.", "En toen?"]),
    "a saint": ("Wijkcentrum St. Joseph is open.", ["Wijkcentrum St. Joseph is open."]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "sentences"), SENTENCES.values(), ids=SENTENCES.keys())
def test_sentences_end_where_a_reader_stops(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


@given(st.text(alphabet="abcDE .!?'’“”()\n123", max_size=200))
def test_sentences_hold_all_but_white_space(text: str) -> None:
    spans = sentence_spans(text)
    held = "".join(text[start:end] for start, end in spans)
    assert "".join(held.split()) == "".join(text.split())
    assert list(spans) == sorted(spans)


@pytest.mark.parametrize(
    ("text", "sentence", "clause"),
    [
        ("Er is koffie.", True, True),
        ("Wie komt er?’", True, True),
        ("(“Iedereen!”)", True, True),
        ("Ze zweeg …", True, True),
        ("Wie wil, mag mee:", False, True),
        ("de koffie staat klaar;", False, True),
        ("Koffie in de buurtkamer", False, False),
        ("koffie, thee,", False, False),
        ("", False, False),
    ],
)
def test_end_of_a_sentence_is_known_by_its_stop(text: str, sentence: bool, clause: bool) -> None:  # noqa: FBT001  # of a table
    assert (ends_sentence(text), ends_clause(text)) == (sentence, clause)
