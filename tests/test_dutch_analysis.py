import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.dutch import Analysis, fold, is_stop_word, load_lexicon, place_aliases

ANALYSIS = Analysis(load_lexicon())


def _forms(text: str) -> list[str]:
    return [word.form for word in ANALYSIS.words(text)]


FORMS = {
    "case and diacritics": ("Súdwest en Café", ["sudwest", "en", "cafe"]),
    "a hyphenated word and its parts": (
        "sociaal-cultureel",
        ["sociaalcultureel", "sociaal", "cultureel"],
    ),
    "a possessive": ("Barista's", ["baristas"]),
    "a typographic apostrophe": ("Barista’s", ["baristas"]),
    "a clitic before a name": ("'s-Hertogenbosch", ["shertogenbosch", "hertogenbosch"]),
    "a short article": ("op 't plein", ["op", "t", "plein"]),
    "words in quotes": ("‘samen’ is 'eten'", ["samen", "is", "eten"]),
    "a number with points": ("15.000 euro in 2,5 jaar", ["15000", "euro", "in", "25", "jaar"]),
    "the Dutch ij as one character": ("de Ĳssel", ["de", "ijssel"]),
    "an address as its host": (
        "zie www.movisie.nl/artikel/over-wijken, en verder",
        ["zie", "movisienl", "en", "verder"],
    ),
    "a mail address": ("mail jan@wijk.nl nu", ["mail", "wijknl", "nu"]),
    "nothing": (" … 😀 \0 -- ", []),
}


@pytest.mark.parametrize(("text", "forms"), FORMS.values(), ids=FORMS.keys())
def test_text_is_cut_into_folded_words(text: str, forms: list[str]) -> None:
    assert _forms(text) == forms


JOINED = [
    "kind kinderen",
    "huis huizen huisje",
    "initiatief initiatieven",
    "stad steden",
    "lid leden",
    "idee ideeën ideeen",
    "eenzaam eenzame",
    "sociaal sociale",
    "gemeente gemeenten",
    "vrijwilliger vrijwilligers",
    "bewoner bewoners bewoonster",
    "zoeken zoekt gezocht",
    "koken kookt gekookt",
    "organiseren georganiseerd",
    "moestuin moestuinen moestuintje",
    "tuin tuinen",
    "les lessen",
    "ontmoetingsplek ontmoetingsplekken",
    "vogelvlotje vogelvlotjes",
    "buurtpreventieteam buurtpreventieteams",
    "straatfeest straatfeesten",
    "barista barista's baristas",
    "Pools Poolse",
]


@pytest.mark.parametrize("group", JOINED)
def test_inflections_of_a_word_have_one_lemma(group: str) -> None:
    assert len({ANALYSIS.lemma(word) for word in group.split()}) == 1


APART = [
    "gemeente menen",
    "gemeente gemeen",
    "leden lijden",
    "wel welzijn",
    "bij bijen",
    "wijk week",
    "wijk afwijken",
    "ouder oud",
    "jongere jong",
    "kern kerk",
    "woning wonen",
    "zon gezond",
]


@pytest.mark.parametrize("pair", APART)
def test_different_words_have_different_lemmas(pair: str) -> None:
    first, second = map(ANALYSIS.lemma, pair.split())
    assert first != second


STEMS = {
    "a plural whose consonant was doubled": ("zwabbelplokken", "zwabbelplok"),
    "a plural whose vowel was written once": ("griepeburken", "griepeburk"),
    "a diminutive": ("kwibbeltje", "kwibbel"),
    "a plural in heden": ("frobbelheden", "frobbelheid"),
    "a plural s": ("vrozzels", "vrozzel"),
}


@pytest.mark.parametrize(("word", "stem"), STEMS.values(), ids=STEMS.keys())
def test_unknown_word_loses_its_ending(word: str, stem: str) -> None:
    assert ANALYSIS.lemma(word) == ANALYSIS.lemma(stem)


def test_parts_of_a_hyphenated_word_follow_each_other() -> None:
    words = ANALYSIS.words("in Noardeast-Fryslân wonen")
    assert [(word.form, word.position, word.whole) for word in words] == [
        ("in", 0, True),
        ("noardeastfryslan", 1, True),
        ("noardeast", 1, False),
        ("fryslan", 2, False),
        ("wonen", 3, True),
    ]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_every_word_stands_where_it_says(text: str) -> None:
    words = ANALYSIS.words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert [word.position for word in words] == sorted(word.position for word in words)


@given(st.text(max_size=80))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcdeëiïjnoprstuvz'’-ĳ ", max_size=60))
def test_case_makes_no_difference(text: str) -> None:
    lower = ANALYSIS.words(text.lower())
    assert [word.form for word in ANALYSIS.words(text.upper())] == [word.form for word in lower]


def test_stop_words_are_function_words_only() -> None:
    words = ANALYSIS.words("de wijk en het buurthuis waar bewoners samen zijn")
    kept = [word.form for word in words if not is_stop_word(word)]
    assert kept == ["wijk", "buurthuis", "bewoners", "samen"]


def test_place_has_all_its_names() -> None:
    assert {"'s-hertogenbosch", "den bosch"} in place_aliases()
