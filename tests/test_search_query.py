import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.dutch import Analysis, load_lexicon
from search.query import MAX_CLAUSES, parse_query

ANALYSIS = Analysis(load_lexicon())


def _clauses(text: str) -> list[str]:
    return [clause.text for clause in parse_query(text, ANALYSIS).clauses]


CLAUSES = {
    "words": ("moestuin Utrecht", ["moestuin", "Utrecht"]),
    "stop words are dropped": ("het buurthuis van de wijk", ["buurthuis", "wijk"]),
    "only stop words are kept": ("wie is er", ["wie", "is", "er"]),
    "a word twice counts once": ("kind kind Kind", ["kind"]),
    "a phrase": ('koffie "samen eten"', ["samen eten", "koffie"]),
    "stop words beside a phrase are dropped": ('de "samen eten"', ["samen eten"]),
    "typographic quotes": ("„sociale basis”", ["sociale basis"]),
    "an unbalanced quote": ('"samen eten', ["samen", "eten"]),
    "an empty phrase": ('"" wijk', ["wijk"]),
    "a place of two words": ("jongeren in Den Bosch", ["jongeren", "Den Bosch"]),
    "operators of other engines": ("(a OR b) AND *c* [x TO y]", ["a", "OR", "b", "AND", "c"]),
    "nothing": ("", []),
    "no words": ("\0 ?! 😀", []),
}


@pytest.mark.parametrize(("text", "clauses"), CLAUSES.values(), ids=CLAUSES.keys())
def test_text_asks_for_clauses(text: str, clauses: list[str]) -> None:
    assert _clauses(text)[: len(clauses)] == clauses


def test_place_asks_for_its_other_names_too() -> None:
    (clause,) = parse_query("den bosch", ANALYSIS).clauses
    names = {" ".join(term.form for term in terms) for terms in clause.alternatives}
    assert names == {"den bosch", "shertogenbosch"}


def test_hyphenated_word_asks_for_the_whole_or_its_parts_in_order() -> None:
    (clause,) = parse_query("wijk-team", ANALYSIS).clauses
    names = [[term.form for term in terms] for terms in clause.alternatives]
    assert names == [["wijkteam"], ["wijk", "team"]]


def test_phrase_is_exact() -> None:
    phrase, word = parse_query('"samen eten" koken', ANALYSIS).clauses
    assert (phrase.exact, word.exact) == (True, False)


def test_long_question_is_cut_and_says_so() -> None:
    query = parse_query(" ".join(f"woord{number}" for number in range(100)), ANALYSIS)
    assert len(query.clauses) == MAX_CLAUSES
    assert query.ignored == 100 - MAX_CLAUSES


@given(st.text(max_size=300))
def test_any_text_is_a_query(text: str) -> None:
    query = parse_query(text, ANALYSIS)
    query.text.encode()
    assert len(query.clauses) <= MAX_CLAUSES


def test_lone_surrogate_is_replaced() -> None:
    assert parse_query("wijk\udcff", ANALYSIS).text == "wijk?"
