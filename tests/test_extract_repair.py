"""Text repairs: nothing a reader would miss is lost, and nothing is done twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from score_hyphens import below_floors, scores

from indexer.extract.dictionary import is_known
from indexer.extract.hyphens import is_compound
from indexer.extract.repair import clean, join_lines, mark_line_end, words_of


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        pytest.param("eﬃciënt, koﬀie en ﬁets", "efficiënt, koffie en fiets", id="ligatures"),
        pytest.param("ĳsvrĳ", "ijsvrij", id="ij-ligature"),
        pytest.param("cafe\u0301", "café", id="decomposed"),
        pytest.param("maat\xadschappelijk", "maatschappelijk", id="soft-hyphen"),
        pytest.param("a\x00b\x07c\u200bd\ufeff", "abcd", id="invisible"),
        pytest.param("nul\xa0 komma\u2009 \tvijf\n", "nul komma vijf", id="spaces"),
        pytest.param("Aur´elien, drie¨en", "Aurélien, drieën", id="loose-accents"),
        pytest.param("– ´eén van hen", "– één van hen", id="loose-accent-before-word"),
        pytest.param("foto´s van oma´s", "foto´s van oma´s", id="accent-as-apostrophe"),
        pytest.param("geheugen¹²Images", "geheugen ¹² Images", id="footnote-number"),
        pytest.param("120 m², 3 km²", "120 m², 3 km²", id="square-metres"),
        pytest.param("\ud83d\ude00 ja \ud83d", "😀 ja", id="surrogates"),
        pytest.param("\uf0b7 punt", "• punt", id="symbol-bullet"),
    ],
)
def test_clean_mends(raw: str, mended: str) -> None:
    assert clean(raw) == mended


@given(st.text(st.characters(exclude_categories=())))
def test_clean_is_idempotent_and_can_be_stored(raw: str) -> None:
    once = clean(raw)
    assert clean(once) == once
    once.encode("utf-8")
    assert "\n" not in once


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param(("maat-", "schappelijk"), "maatschappelijk", id="soft-break"),
        pytest.param(("maat\x02", "schappelijk"), "maatschappelijk", id="pdfium-hyphen"),
        pytest.param(("maat\xad ", "schappelijk"), "maatschappelijk", id="soft-hyphen-at-end"),
        pytest.param(("Noordoost-", "Friesland"), "Noordoost-Friesland", id="capital"),
        pytest.param(("2020-", "2022"), "2020-2022", id="digits"),
        pytest.param(("wijk-", "en buurtteams"), "wijk- en buurtteams", id="suspended"),
        pytest.param(("in- of", "uitstroom"), "in- of uitstroom", id="suspended-in-line"),
        pytest.param(("50-", "plussers"), "50-plussers", id="after-digit"),
        pytest.param(("e-", "mail"), "e-mail", id="single-letter"),
        pytest.param(("de ICT-", "coach"), "de ICT-coach", id="abbreviation"),
        pytest.param(("BUURT-", "WERKKAMER"), "BUURTWERKKAMER", id="all-capitals"),
        pytest.param(("een auto-", "ongeluk"), "een auto-ongeluk", id="clashing-vowels"),
        pytest.param(("ge-", "ïnteresseerd"), "geïnteresseerd", id="trema"),
        pytest.param(("www.x.nl/wij-in-", "de-wijk"), "www.x.nl/wij-in-de-wijk", id="address"),
        pytest.param(("de ggz-", "instelling"), "de ggz-instelling", id="no-vowel"),
        pytest.param(("de wmo-", "raad"), "de wmo-raad", id="onset-no-syllable-has"),
        pytest.param(("gedifferenti-", "eerd"), "gedifferentieerd", id="glide"),
        pytest.param(("kant-", "en-klaar"), "kant-en-klaar", id="chain"),
        pytest.param(("doe-het-", "zelver"), "doe-het-zelver", id="chain-behind"),
        pytest.param(("voor-/", "achterkant"), "voor-/achterkant", id="suspended-slash"),
        pytest.param(("voor-", "/achterkant"), "voor-/achterkant", id="slash-on-next-line"),
        pytest.param(("bewoners/", "vrijwilligers"), "bewoners/vrijwilligers", id="slash"),
        pytest.param(("zij –", "en wij"), "zij – en wij", id="dash"),
        pytest.param(("zij -", "en wij"), "zij - en wij", id="spaced-hyphen"),
        pytest.param(("de wijk", "", "is klein"), "de wijk is klein", id="empty-line"),
        pytest.param((), "", id="nothing"),
    ],
)
def test_join_lines_joins(lines: tuple[str, ...], text: str) -> None:
    assert join_lines(lines) == text


def test_small_word_behind_an_abbreviation_may_begin_a_known_word() -> None:
    known = {"instelling", "zelver", "stelling"}.__contains__
    assert join_lines(("de ggz-in-", "stelling"), is_word=known) == "de ggz-instelling"
    assert join_lines(("doe-het-", "zelver"), is_word=known) == "doe-het-zelver"


@pytest.mark.parametrize(
    ("known", "text"),
    [
        pytest.param({"sociaal-cultureel"}, "sociaal-cultureel werk", id="with-hyphen"),
        pytest.param({"sociaalcultureel"}, "sociaalcultureel werk", id="without"),
        pytest.param(set(), "sociaalcultureel werk", id="neither"),
        pytest.param({"sociaal-cultureel", "sociaalcultureel"}, "sociaalcultureel werk", id="both"),
    ],
)
def test_join_lines_asks_which_word_is_known(known: set[str], text: str) -> None:
    assert join_lines(("sociaal-", "cultureel werk"), is_word=known.__contains__) == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param(("sociaal-", "culturele"), "sociaal-culturele", id="inflected"),
        pytest.param(("boeren-", "burgerinitiatief"), "boeren-burgerinitiatief", id="equals"),
        pytest.param(("ouder-", "kindcentrum"), "ouder-kindcentrum", id="family"),
        pytest.param(("ruimtelijk-", "juridische"), "ruimtelijk-juridische", id="adjectives"),
        pytest.param(("ex-", "buurtregisseur"), "ex-buurtregisseur", id="prefix"),
        pytest.param(("ex-", "portbeleid"), "exportbeleid", id="no-prefix"),
        pytest.param(("tv-", "programma"), "tv-programma", id="abbreviation"),
        pytest.param(("zo-", "even"), "zo-even", id="sound-cut-in-two"),
        pytest.param(("adhd-", "medicatie"), "adhd-medicatie", id="coda-no-syllable-has"),
        pytest.param(("re-", "integratie"), "re-integratie", id="foreign-prefix"),
        pytest.param(("re-in-", "tegratietraject"), "re-integratietraject", id="no-chain"),
        pytest.param(("co-", "operatie"), "coöperatie", id="diaeresis-of-foreign-prefix"),
        pytest.param(("kunstenaar-", "buurtbewoner"), "kunstenaar-buurtbewoner", id="roles"),
        pytest.param(("zanger-", "gitarist"), "zanger-gitarist", id="artists"),
        pytest.param(("leerling-", "begeleider"), "leerlingbegeleider", id="who-serves-whom"),
        pytest.param(("bewoners-", "begeleider"), "bewonersbegeleider", id="who-serves-many"),
        pytest.param(("studenten-", "pastor"), "studentenpastor", id="who-serves-students"),
        pytest.param(("cliënt-", "adviseur"), "cliëntadviseur", id="who-serves-one"),
        pytest.param(("vrijwilligers-", "coaches"), "vrijwilligerscoaches", id="many-who-serve"),
        pytest.param(("huurders-", "ambtenaar"), "huurdersambtenaar", id="number-differs"),
        pytest.param(("bewoners-", "vrijwilligers"), "bewoners-vrijwilligers", id="number-agrees"),
        pytest.param(("water-", "landschap"), "waterlandschap", id="no-pair"),
        pytest.param(("start-", "up"), "start-up", id="english-halves"),
        pytest.param(("face-to-", "face"), "face-to-face", id="same-word-again"),
        pytest.param(("ef f iciënt en of fi cieel",), "efficiënt en officieel", id="ligatures"),
        pytest.param(("de fi nanciering van", "de fl at"), "de financiering van de flat", id="fi"),
        pytest.param(("punt f is af", "en ff weg"), "punt f is af en ff weg", id="no-ligature"),
        pytest.param(("wij-", "gevoel"), "wij-gevoel", id="pronoun"),
        pytest.param(("ge-", "interesseerd"), "geïnteresseerd", id="diaeresis-dropped"),
        pytest.param(("mogelijk-", "heden"), "mogelijkheden", id="ending-that-is-a-word"),
        pytest.param(("maat-", "schappelijk"), "maatschappelijk", id="broken"),
        pytest.param(("buurt-", "werkkamer"), "buurtwerkkamer", id="unknown-compound"),
        pytest.param(("Lin-", "dedam"), "Lindedam", id="unknown-name"),
    ],
)
def test_dictionary_and_spelling_decide(lines: tuple[str, ...], text: str) -> None:
    assert join_lines(lines, is_word=is_known) == text


@pytest.mark.parametrize("word", ["buurtwerkkamer", "vrijwilligersavond", "wijk"])
def test_compound_of_known_words_is_known(word: str) -> None:
    assert is_compound(word, is_known)
    assert not is_compound("qxvrijwilliger", is_known)


def test_dictionary_is_asked_only_about_a_doubtful_hyphen() -> None:
    asked: list[str] = []
    join_lines(("wijk- en", "buurt en de ICT-", "coach in Noordoost-", "Friesland"),
               is_word=lambda word: bool(asked.append(word)))  # fmt: skip
    assert asked == []


def test_hyphens_do_not_fall_below_their_floors() -> None:
    assert below_floors(scores()) == []


def test_words_of_leaves_out_words_at_line_ends() -> None:
    assert words_of(["ge maakt door buurt-", "en wijkbewoners"]) == {"maakt", "door"}


def test_mark_line_end_keeps_hyphens_within_the_line() -> None:
    assert mark_line_end("e\x02mail naar buurt\x02") == "e-mail naar buurt-"


DUTCH_LINES = st.lists(st.text("abeinAEé1. -/en,", max_size=12), max_size=6)


@given(DUTCH_LINES)
def test_join_lines_loses_only_hyphens_and_spaces(lines: list[str]) -> None:
    def bare(text: str) -> str:
        return text.replace("-", "").replace(" ", "")

    assert bare(join_lines(lines)) == bare("".join(lines))


@given(DUTCH_LINES)
def test_join_lines_is_stable(lines: list[str]) -> None:
    joined = join_lines(lines)
    assert join_lines([joined]) == joined


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("zie www.", "heggerank.example voor meer"), "zie www.heggerank.example voor meer"),
        (
            ("op https://heggerank.example/", "Atelier/uren.html"),
            "op https://heggerank.example/Atelier/uren.html",
        ),
        (("op heggerank.example/", "qzx"), "op heggerank.example/qzx"),
        (("op heggerank.example/", "voor meer"), "op heggerank.example/ voor meer"),
        (("op heggerank.example/", "Het atelier"), "op heggerank.example/ Het atelier"),
    ],
    ids=["before a dot", "a path", "a name", "a word", "a sentence"],
)
def test_address_that_a_line_end_breaks_is_whole(lines: tuple[str, str], text: str) -> None:
    assert join_lines(lines, is_word=frozenset(["voor", "het"]).__contains__) == text
