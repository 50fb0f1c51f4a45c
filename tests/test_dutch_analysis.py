import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.dutch import fold, is_stop_word, load_analysis, place_aliases

ANALYSIS = load_analysis()


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
    "a number with points": ("15.000 euro in 2,5 jaar", ["15000", "euro", "in", "2,5", "jaar"]),
    "a decimal point": ("2.5 of 1.234,50", ["2,5", "of", "1234,50"]),
    "a date in figures": ("op 12.05.2021.", ["op", "12.05.2021"]),
    "abbreviations": (
        "m.b.v. en o.a bij t/m, i.s.m. M. de Wit",
        ["mbv", "en", "oa", "bij", "t/m", "ism", "m", "de", "wit"],
    ),
    "a ratio and its numbers": ("24/7 open", ["24/7", "24", "open"]),
    "an age with a plus": (
        "65+ en 65+'ers",
        ["65plus", "65", "plus", "en", "65plussers", "65", "plussers"],
    ),
    "an age with the word plus": ("65-plussers", ["65plussers", "65", "plussers"]),
    "a year range": ("2020-2022", ["20202022", "2020", "2022"]),
    "a contraction that is no sun": ("zo'n zon", ["zo", "n", "zon"]),
    "a plural with an apostrophe": ("zzp'ers en pgb’s", ["zzpers", "en", "pgbs"]),
    "a soft hyphen and a joiner": ("buurt\u00adhuis wijk\u200bteam", ["buurthuis", "wijkteam"]),
    "diacritics apart from their letter": ("cafe\u0301", ["cafe"]),
    "letters that have no base letter": ("Łódź, Ørsted, Œuvre", ["lodz", "orsted", "oeuvre"]),
    "a hyphen that hangs": ("zorg- en welzijnswerk", ["zorg", "en", "welzijnswerk"]),
    "words parted by a slash": ("ouders/verzorgers en/of", ["ouders", "verzorgers", "en", "of"]),
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
    "cijfer cijfers",
    "werkgever werkgevers",
    "nuttig nuttige",
    "bond bonden",
    "klus klussen",
    "veld velden",
    "vers verse",
    "e-mail e-mails email",
]


@pytest.mark.parametrize("group", JOINED)
def test_inflections_of_a_word_have_one_lemma(group: str) -> None:
    assert len({ANALYSIS.lemma(word) for word in group.split()}) == 1


def test_ways_to_write_an_age_have_one_lemma() -> None:
    words = ANALYSIS.words("65+, 65-plus, 65-plussers, 65+'ers")
    assert {word.lemma for word in words if word.whole} == {"65plus"}


def test_first_part_with_a_hanging_hyphen_has_the_lemma_of_its_noun() -> None:
    words = ANALYSIS.words("welzijns- en bewonersorganisaties; gezondheids-")
    assert [words[0].lemma, words[-1].lemma] == ["welzijn", "gezondheid"]


def test_piece_of_a_token_stands_where_it_is_read_in_the_text() -> None:
    text = "Voor 65+'ers, 24/7 in Noardeast-Fryslân"
    places = {text[word.start : word.end]: word.whole for word in ANALYSIS.words(text)}
    assert places == {
        "Voor": True,
        "65+'ers": True,
        "65": False,
        "+'ers": False,
        "24/7": True,
        "24": False,
        "in": True,
        "Noardeast-Fryslân": True,
        "Noardeast": False,
        "Fryslân": False,
    }


@pytest.mark.parametrize("text", ["o.a.", "m.b.v.", "t/m", "zo'n", "alle", "waarop", "kunt u"])
def test_function_words_and_abbreviations_are_stop_words(text: str) -> None:
    assert all(is_stop_word(word) for word in ANALYSIS.words(text))


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
    "rij rijden",
    "geel vergelen",
    "kogel kogelen",
    "bond binden",
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
