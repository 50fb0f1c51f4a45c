from corpus import Passage
from indexer.segment import find_echoes

QUOTE = "wij koken elke week soep voor de hele straat"
BODY = f"op dinsdag {QUOTE} en daarna wassen wij af met elkaar"


def _echoes(*texts: str, cases: str = "") -> dict[int, int]:
    passages = [
        Passage(f"{case}/{number:03}", case, "boek", (), (), text, ())
        for number, (text, case) in enumerate(zip(texts, cases or "a" * len(texts), strict=True))
    ]
    return dict(find_echoes(passages, [text.split() for text in texts]))


def test_pull_quote_repeats_the_passage_it_is_taken_from() -> None:
    assert _echoes(QUOTE, "iets heel anders dat hier staat", BODY) == {0: 2}


def test_of_two_equal_passages_the_later_one_repeats() -> None:
    assert _echoes(BODY, BODY) == {1: 0}


def test_passage_with_much_of_its_own_repeats_nothing() -> None:
    assert _echoes(f"{QUOTE} maar nu in de zomer en met veel meer mensen dan toen", BODY) == {}


def test_few_words_repeat_nothing() -> None:
    assert _echoes("elke week soep", BODY) == {}


def test_passage_of_another_case_is_not_repeated() -> None:
    assert _echoes(QUOTE, BODY, cases="ab") == {}
