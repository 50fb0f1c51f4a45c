import pytest

from indexer.dutch import is_stop_word, load_analysis

ANALYSIS = load_analysis()


def _parts(word: str) -> tuple[str, ...]:
    return ANALYSIS.words(word)[0].parts


COMPOUNDS = {
    "a known word and a known word": ("mantelzorgondersteuning", ("mantelzorg", "ondersteuning")),
    "an s between them": ("ondersteuningsbehoefte", ("ondersteuning", "behoefte")),
    "en between them": ("leerlingenbegeleiding", ("leerling", "begeleiding")),
    "er between them": ("kinderkookclub", ("kind", "kookclub", "koken", "club")),
    "a plural as first part": ("huizenrij", ("huis", "rij")),
    "a plural as last part": ("tuinfeesten", ("tuin", "feest")),
    "a diminutive as last part": ("koffiehoekje", ("koffie", "hoek")),
    "a verb as first part": ("speelveld", ("spel", "veld")),
    "parts of parts, deeper after the top": (
        "vrijwilligerswerkbeleid",
        ("vrijwilligerswerk", "beleid", "vrijwilliger", "werk"),
    ),
    "an unknown half that is cut again": ("soepploegvergadering", ("soep", "ploeg", "vergadering")),
}


@pytest.mark.parametrize(("word", "parts"), COMPOUNDS.values(), ids=COMPOUNDS.keys())
def test_compound_has_the_lemmas_of_its_parts(word: str, parts: tuple[str, ...]) -> None:
    expected = tuple(ANALYSIS.lemma(part) for part in parts)
    assert _parts(word) == expected


NO_COMPOUNDS = {
    "a worn-down compound": "welzijn",
    "a particle and a noun": "bijeenkomst",
    "a prefix and a verb": "vertrekken",
    "a suffix": "eenzaamheid",
    "a plural whose stem is a word": "plekken",
    "a word that is commoner than its chance parts": "natuur",
    "a numeral": "veertien",
    "a name": "Rotterdam",
    "an ending that is also a word": "waardering",
    "a verb of a particle and a verb": "meesturen",
    "a participle": "bindend",
    "an unknown word": "zwabbelplok",
}


@pytest.mark.parametrize("word", NO_COMPOUNDS.values(), ids=NO_COMPOUNDS.keys())
def test_word_that_is_no_compound_has_no_parts(word: str) -> None:
    assert _parts(word) == ()


def test_parts_of_an_inflected_compound_are_those_of_the_compound() -> None:
    assert _parts("ontmoetingsplekken") == _parts("ontmoetingsplek") == ("ontmoeting", "plek")


def test_hyphenated_word_has_its_parts_as_words_which_have_parts_of_their_own() -> None:
    whole, first, last = ANALYSIS.words("zorg-moestuinproject")
    assert (whole.parts, first.parts) == ((), ())
    assert last.parts[:2] == ("moestuin", "project")


def test_no_part_is_a_stop_word() -> None:
    words = ANALYSIS.words("overal welzijn, onderzoek, uitzicht, hoewel en zijnswijze")
    parts = [part for word in words for part in word.parts]
    assert not [part for part in parts if is_stop_word(ANALYSIS.words(part)[0])]


def test_split_says_where_the_word_was_cut_and_how_often_its_parts_are_used() -> None:
    split = ANALYSIS.split("Leerlingenraad")
    assert split is not None
    assert [(part.text, part.linker, part.lemma) for part in split.parts] == [
        ("leerlingen", "", "leerling"),
        ("raad", "", "raad"),
    ]
    assert all(part.frequency >= split.score - 10 for part in split.parts)
