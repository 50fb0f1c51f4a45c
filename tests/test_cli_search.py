"""`wijk search` and `wijk case`, as a user would type them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import Wijk

from corpus import PageRef
from search.cli import cli
from search.cli.output import marked, page_text
from search.models import DocumentRef, Snippet


def test_search_prints_the_case_the_passage_the_page_and_where_to_open_it(
    wijk_default: Wijk,
) -> None:
    result = wijk_default("search", "vogelvlotjes", "--edition", "1")
    assert result.exit_code == 0
    assert "Platform Keizer Karelpark (Amstelveen, edition 1)" in result.stdout
    assert "p. 11, page 13 of the file, our summary" in result.stdout
    assert "casuswijzer-1.pdf#page=13" in result.stdout
    assert "niet de publicaties van Movisie" in result.stderr


def test_search_json_has_the_documented_shape(wijk_default: Wijk) -> None:
    found = json.loads(wijk_default("search", "moestuin", "--json").stdout)
    assert found["query"] == "moestuin"
    assert found["total"] == len(found["hits"])
    for hit in found["hits"]:
        assert set(hit["case"]) >= {"id", "title", "place", "edition"}
        assert set(hit["document"]) >= {"id", "title", "kind"}
        assert hit["page"] is None or set(hit["page"]) == {"label", "number"}
        assert hit["score"] > 0
        text = hit["snippet"]["text"]
        assert all(text[a:b].strip() for a, b in hit["snippet"]["highlights"])
        if hit["page"]:
            assert hit["location"].endswith(f"#page={hit['page']['number']}")


def test_page_of_a_web_page_is_null(wijk_default: Wijk) -> None:
    hits = json.loads(wijk_default("search", "Cinedoc", "--json").stdout)["hits"]
    web = [hit for hit in hits if hit["document"]["kind"] == "page"]
    assert web
    assert all(hit["page"] is None and "#page" not in hit["location"] for hit in web)


def test_same_question_gives_the_same_bytes(wijk_default: Wijk) -> None:
    first = wijk_default("search", "bewoners samen wijk", "--json").stdout
    assert wijk_default("search", "bewoners samen wijk", "--json").stdout == first


def test_case_prints_its_text_with_pages(wijk_default: Wijk) -> None:
    result = wijk_default("case", "stichting-polka")
    assert result.exit_code == 0
    assert "Stichting POLKA" in result.stdout
    assert "p. 5" in result.stdout


def test_case_without_a_known_name_says_so(wijk_default: Wijk) -> None:
    result = wijk_default("case", "wijk-3-oss")
    assert "No public source gives the name of this case." in result.stdout


def test_question_of_ten_thousand_characters_is_answered(wijk_default: Wijk) -> None:
    assert wijk_default("search", "moestuin " * 1_111).exit_code == 0
    assert wijk_default("search", "x" * 10_000).exit_code == 1


BOLD = "\x1b[1m"


def test_matched_words_are_bold_on_a_terminal_and_obey_no_color(default_home: Path) -> None:
    def shown(**environment: str) -> str:
        env = {"WIJK_HOME": str(default_home), **environment}
        return CliRunner(env=env).invoke(cli, ["search", "moestuin"], color=True).stdout

    assert f"{BOLD}moestuin" in shown(NO_COLOR="")
    assert "\x1b[" not in shown(NO_COLOR="1")


def test_output_without_a_terminal_has_no_color(wijk_default: Wijk) -> None:
    assert "\x1b[" not in wijk_default("search", "moestuin").stdout


def test_misspelt_word_is_asked_about_and_searched_as_typed(wijk_default: Wijk) -> None:
    result = wijk_default("search", "Poolse frouwen", "--limit", "1")
    assert result.exit_code == 0
    assert "Did you mean: Poolse vrouwen" in result.stderr
    shown = json.loads(wijk_default("search", "Poolse frouwen", "--json").stdout)
    assert (shown["query"], shown["suggestion"]) == ("Poolse frouwen", "Poolse vrouwen")


@pytest.mark.parametrize(
    ("command", "typed", "meant"),
    [
        ("cases", "buurtpreventieteems", "Buurtpreventieteams"),
        ("ask", "Wat doet de formulierenbrigde?", "Wat doet de formulierenbrigade?"),
    ],
)
def test_misspelt_word_is_asked_about_in_cases_and_questions_too(
    wijk_default: Wijk, command: str, typed: str, meant: str
) -> None:
    assert f"Did you mean: {meant}" in wijk_default(command, typed).stderr
    assert json.loads(wijk_default(command, typed, "--json").stdout)["suggestion"] == meant
    assert json.loads(wijk_default(command, meant, "--json").stdout)["suggestion"] is None


def test_search_explains_by_which_words_it_found(wijk_default: Wijk) -> None:
    shown = wijk_default("search", "kinderen", "--limit", "1", "--explain")
    assert "- kinderen: kinderen (as typed), text, p. " in shown.stdout
    assert "- kinderen" not in wijk_default("search", "kinderen", "--limit", "1").stdout


def test_exact_search_finds_less(wijk_default: Wijk) -> None:
    found = [
        json.loads(wijk_default("search", "kinderen", "--json", *options).stdout)
        for options in ((), ("--exact",))
    ]
    assert found[0]["total"] > found[1]["total"] > 0
    assert {why["how"] for hit in found[1]["hits"] for why in hit["why"]} == {"form"}


def test_pattern_tells_its_words_on_stderr(wijk_default: Wijk) -> None:
    assert "moestuin* stands for " in wijk_default("search", "moestuin*").stderr


def test_quote_over_a_page_end_names_both_pages() -> None:
    bundle = DocumentRef("boek", "Een boek", "publication", "pdf")
    assert page_text(bundle, PageRef("7", 9), PageRef("8", 10)) == "p. 7-8, pages 9-10 of the file"
    assert page_text(bundle, PageRef("7", 7), PageRef("8", 8)) == "p. 7-8"
    assert page_text(bundle, PageRef("7", 9)) == "p. 7, page 9 of the file"
    assert page_text(bundle, None) == ""


def test_snippet_that_begins_within_a_sentence_says_so() -> None:
    assert marked(Snippet("begin om de vraag.", ((0, 5),))).lstrip().startswith("… ")
    assert "…" not in marked(Snippet("Begin om de vraag.", ((0, 5),)))


def test_question_which_cases_there_are_gets_these_with_their_pages(wijk_default: Wijk) -> None:
    result = wijk_default("ask", "Welke initiatieven zijn er in Amsterdam?")
    assert result.exit_code == 0
    assert "Buurtwerkkamer De Handreiking (Amsterdam Zuidoost, edition 1), p. 6" in result.stdout
    assert "The bundles do not say" not in result.output
