"""Text repairs: nothing a reader would miss is lost, and nothing is done twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        pytest.param(("bewoners/", "vrijwilligers"), "bewoners/vrijwilligers", id="slash"),
        pytest.param(("zij –", "en wij"), "zij – en wij", id="dash"),
        pytest.param(("zij -", "en wij"), "zij - en wij", id="spaced-hyphen"),
        pytest.param(("de wijk", "", "is klein"), "de wijk is klein", id="empty-line"),
        pytest.param((), "", id="nothing"),
    ],
)
def test_join_lines_joins(lines: tuple[str, ...], text: str) -> None:
    assert join_lines(lines) == text


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
