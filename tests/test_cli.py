"""The command line, as a user would type it."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import click
import pytest
from click.testing import CliRunner
from conftest import SHARED, Wijk

from search.cli import cli
from search.cli.output import print_csv


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


def test_cases_json_has_the_documented_shape(wijk_default: Wijk) -> None:
    found = json.loads(wijk_default("cases", "--json").stdout)
    assert found["total"] == len(found["cases"]) == 29
    for case in found["cases"]:
        assert set(case) >= {"id", "title", "place", "edition", "pages"}
        assert all(set(page) == {"label", "number"} for page in case["pages"])


def test_ask_json_has_the_documented_shape(wijk_default: Wijk) -> None:
    question = "Welk initiatief is er voor Poolse vrouwen?"
    answer = json.loads(wijk_default("ask", question, "--json").stdout)
    assert (answer["question"], answer["verdict"]) == (question, "answered")
    assert set(answer["quotes"][0]) >= {"text", "case", "page", "location"}


def test_themes_json_has_the_cases_behind_each_figure(wijk_default: Wijk) -> None:
    table = json.loads(wijk_default("themes", "--json").stdout)
    for row in table["themes"]:
        assert all(count["count"] == len(count["cases"]) for count in row["counts"])
        assert [count["of"] for count in row["counts"]] == [7, 7, 9, 6]


LISTS = {
    "search": (["search", "moestuin"], "case_id"),
    "cases": (["cases"], "id"),
    "themes": (["themes"], "theme"),
    "series": (["series"], "id"),
}


@pytest.mark.parametrize(("arguments", "column"), LISTS.values(), ids=LISTS.keys())
def test_list_is_printed_as_csv(wijk_default: Wijk, arguments: list[str], column: str) -> None:
    rows = list(csv.DictReader(io.StringIO(wijk_default(*arguments, "--csv").stdout)))
    assert rows
    assert all(row[column] for row in rows)


@pytest.mark.parametrize("arguments", [arguments for arguments, _ in LISTS.values()], ids=LISTS)
def test_list_is_printed_as_json_lines(wijk_default: Wijk, arguments: list[str]) -> None:
    lines = wijk_default(*arguments, "--jsonl").stdout.splitlines()
    whole = json.loads(wijk_default(*arguments, "--json").stdout)
    (listed,) = (
        value
        for name, value in whole.items()
        if isinstance(value, list) and value and isinstance(value[0], dict) and name != "facets"
    )
    assert [json.loads(line) for line in lines] == listed


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_text_that_a_spreadsheet_would_calculate_is_made_harmless(
    cell: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    print_csv(("a", "b"), [(cell, -1)])
    printed = capsysbinary.readouterr().out.decode("utf-8")
    assert list(csv.reader(io.StringIO(printed, newline=""))) == [["a", "b"], [f"'{cell}", "-1"]]


@pytest.mark.parametrize("cell", ["'s-Hertogenbosch", "Fryslân, “zo”", "1-2", "a=b", ""])
def test_other_text_is_printed_as_it_is(
    cell: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    print_csv(("a",), [(cell,)])
    printed = capsysbinary.readouterr().out.decode("utf-8")
    assert list(csv.reader(io.StringIO(printed, newline=""))) == [["a"], [cell]]


def test_case_prints_its_text_with_pages(wijk_default: Wijk) -> None:
    result = wijk_default("case", "stichting-polka")
    assert result.exit_code == 0
    assert "Stichting POLKA" in result.stdout
    assert "p. 5" in result.stdout


def test_case_without_a_known_name_says_so(wijk_default: Wijk) -> None:
    result = wijk_default("case", "wijk-3-oss")
    assert "No public source gives the name of this case." in result.stdout


EXITS = {
    "a search that finds": (["search", "moestuin"], 0),
    "a search that does not": (["search", "zwabbelplok"], 1),
    "a search without words": (["search", "?!"], 1),
    "a search for a stop word": (["search", "de"], 0),
    "a search for an emoji": (["search", "😀"], 1),
    "a search with an unbalanced quote": (["search", '"moestuin'], 0),
    "cases that are not there": (["cases", "zwabbelplok"], 1),
    "a question that is not answered": (["ask", "Wat kost een treinkaartje?"], 1),
    "no words": (["search"], 2),
    "an unknown option": (["search", "x", "--nergens"], 2),
    "an unknown edition": (["search", "x", "--edition", "9"], 2),
    "an unknown theme": (["cases", "--theme", "ruimtevaart"], 2),
    "an unknown case": (["case", "nergens"], 2),
    "a citation of an unknown case": (["cite", "nergens"], 2),
    "an unknown series": (["--series", "nergens", "search", "x"], 2),
    "a limit below one": (["search", "x", "--limit", "0"], 2),
    "a publication that is not there": (["add", "nergens.pdf", "--edition", "1"], 2),
}


@pytest.mark.parametrize(("arguments", "code"), EXITS.values(), ids=EXITS.keys())
def test_exit_code_says_how_it_went(wijk_default: Wijk, arguments: list[str], code: int) -> None:
    result = wijk_default(*arguments)
    assert result.exit_code == code
    if code:
        assert result.stdout == ""
        assert result.stderr.strip()


def test_question_of_ten_thousand_characters_is_answered(wijk_default: Wijk) -> None:
    assert wijk_default("search", "moestuin " * 1_111).exit_code == 0
    assert wijk_default("search", "x" * 10_000).exit_code == 1


def test_first_search_builds_the_index_and_says_so(wijk: Wijk, home: Path) -> None:
    result = wijk("search", "moestuin")
    assert result.exit_code == 0
    assert "Building the index of Wij in de Wijk" in result.stderr
    assert "Building" not in wijk("search", "moestuin").stderr
    assert {path.name for path in home.iterdir()} == {"index"}


def test_index_says_when_it_is_up_to_date(wijk: Wijk, streets: Path) -> None:
    series = ("--series", str(streets))
    assert "2 sources, 0 pages, 4 cases" in wijk(*series, "index").stdout
    assert "up to date" in wijk(*series, "index").stderr
    (streets.parent / "een.md").write_text("# De Pomp\n\nAnders.\n", encoding="utf-8")
    assert "older than its sources" in wijk(*series, "search", "water").stderr
    assert "up to date" not in wijk(*series, "index").stderr
    status = json.loads(wijk(*series, "status", "--json").stdout)
    assert not status["stale"]
    assert [case["id"] for case in status["lost_cases"]] == ["het-veldje"]


def test_status_tells_where_the_manifest_contradicts_the_list_of_municipalities(
    wijk: Wijk, streets: Path
) -> None:
    manifest = streets.read_text(encoding="utf-8")
    streets.write_text(
        manifest.replace('province = "Verzonnen"', 'municipality = "Ede"\nprovince = "Limburg"'),
        encoding="utf-8",
    )
    series = ("--series", str(streets))
    wijk(*series, "index")
    told = "Volgens het CBS ligt Ede in Gelderland, niet in Limburg."
    assert f"! de-pomp: {told}" in wijk(*series, "status").stdout
    status = json.loads(wijk(*series, "status", "--json").stdout)
    assert status["contradictions"] == [{"id": "de-pomp", "note": told}]


@pytest.mark.parametrize("command", [("index",), ("index", "--rebuild")], ids=" ".join)
def test_index_that_is_damaged_is_built_again(
    wijk: Wijk, streets: Path, home: Path, command: tuple[str, ...]
) -> None:
    series = ("--series", str(streets))
    wijk(*series, "index")
    next(home.glob("index/*/generation-*/catalogue.json")).unlink()
    result = wijk(*series, "search", "soep")
    assert result.exit_code == 2
    assert "wijk index --rebuild" in result.stderr
    assert wijk(*series, *command).exit_code == 0
    assert wijk(*series, "search", "soep").exit_code == 0


def test_status_tells_what_is_missing_and_how_to_get_it(wijk_default: Wijk) -> None:
    status = json.loads(wijk_default("status", "--json").stdout)
    assert [gap["edition"] for gap in status["missing"]] == [1, 2, 3, 4]
    assert status["missing"][0]["command"] == "wijk add FILE --edition 1"
    assert status["missing"][0]["offered_at"][0] == "https://www.movisie.nl/wijindewijk"
    text = wijk_default("status").stdout
    assert " ago (" in text or "built just now (" in text
    assert "https://www.movisie.nl/wijindewijk" in text
    assert "29 cases" in text


def test_added_publication_takes_the_place_of_our_summary(wijk: Wijk, tmp_path: Path) -> None:
    bundle = tmp_path / "bundel.md"
    bundle.write_text(
        "# 2 Krachtstation Kanaleneiland (Utrecht)\n\nEen proeftuin.\n\n# Slot\n\nKlaar.\n"
    )
    assert wijk("add", str(bundle), "--edition", "1").exit_code == 0
    hits = json.loads(wijk("search", "proeftuin", "--json").stdout)["hits"]
    assert [hit["document"]["kind"] for hit in hits] == ["publication"]
    assert hits[0]["case"]["id"] == "krachtstation-kanaleneiland"
    assert [gap["edition"] for gap in _status(wijk)["missing"]] == [2, 3, 4]
    assert wijk("remove", "--edition", "1").exit_code == 0
    assert wijk("search", "proeftuin").exit_code == 1
    assert len(_status(wijk)["missing"]) == 4


def _status(wijk: Wijk) -> dict[str, list[dict[str, object]]]:
    content: dict[str, list[dict[str, object]]] = json.loads(wijk("status", "--json").stdout)
    return content


def test_publication_that_cannot_be_read_changes_nothing(wijk: Wijk, tmp_path: Path) -> None:
    broken = tmp_path / "kapot.pdf"
    broken.write_bytes(b"%PDF-1.7 kapot")
    result = wijk("add", str(broken), "--edition", "1")
    assert result.exit_code == 2
    assert "kapot.pdf" in result.stderr
    assert len(_status(wijk)["missing"]) == 4


def test_new_series_is_written_indexed_and_searched(wijk: Wijk, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    (folder / "onder").mkdir(parents=True)
    (folder / "b 10.md").write_text("# De Tiende\n\nEen moestuin.\n", encoding="utf-8")
    (folder / "b 2.txt").write_text("Een tuin vol kool.\n", encoding="utf-8")
    (folder / "onder" / "c.html").write_text("<h1>De Kool</h1><p>Rode kool.</p>", encoding="utf-8")
    (folder / "leeg.txt").write_text("", encoding="utf-8")
    (folder / "foto.png").write_bytes(b"\x89PNG")
    out = tmp_path / "mijn.toml"
    made = wijk("series", "new", str(folder), "--title", "Mijn wijk", "--out", str(out))
    assert made.exit_code == 0
    assert "leeg.txt" in made.stderr
    series = ("--series", str(out))
    assert wijk(*series, "index").exit_code == 0
    titles = [
        case["title"] for case in json.loads(wijk(*series, "cases", "--json").stdout)["cases"]
    ]
    assert titles == ["b 2", "De Tiende", "De Kool"]
    assert len(json.loads(wijk(*series, "search", "kool", "--json").stdout)["hits"]) == 2


def test_new_series_can_move_with_its_folder(wijk: Wijk, tmp_path: Path) -> None:
    folder = tmp_path / "hier" / "stukken"
    folder.mkdir(parents=True)
    (folder / "een.txt").write_text("Rode kool.", encoding="utf-8")
    out = tmp_path / "hier" / "series.toml"
    assert wijk("series", "new", str(folder), "--title", "X", "--out", str(out)).exit_code == 0
    (tmp_path / "hier").rename(tmp_path / "daar")
    assert wijk("--series", str(tmp_path / "daar"), "search", "kool").exit_code == 0


def test_new_series_never_overwrites_a_file(wijk: Wijk, tmp_path: Path) -> None:
    (tmp_path / "een.txt").write_text("Tekst.", encoding="utf-8")
    out = tmp_path / "er-al.toml"
    out.write_text("van mij", encoding="utf-8")
    result = wijk("series", "new", str(tmp_path), "--title", "X", "--out", str(out))
    assert result.exit_code == 2
    assert out.read_text(encoding="utf-8") == "van mij"


def test_new_series_of_real_documents_is_searched(wijk: Wijk, tmp_path: Path) -> None:
    folder = SHARED / "pdfs" / "dutch"
    if not folder.is_dir():
        pytest.skip("the real Dutch PDFs (../shared/pdfs/dutch) are not here")
    out = tmp_path / "debian.toml"
    made = wijk("series", "new", str(folder), "--title", "Handleidingen", "--out", str(out))
    assert "6 editions, 6 files" in made.stdout
    series = ("--series", str(out))
    assert wijk(*series, "index").exit_code == 0
    hits = json.loads(wijk(*series, "search", "installatiemedium", "--json").stdout)["hits"]
    assert hits
    assert all(hit["page"]["number"] >= 1 for hit in hits)


def test_series_lists_those_in_the_box_and_the_one_in_use(wijk: Wijk, streets: Path) -> None:
    listed = json.loads(wijk("--series", str(streets), "series", "--json").stdout)["series"]
    assert {line["id"]: line["current"] for line in listed}["straten"]
    assert not {line["id"]: line["current"] for line in listed}["wij-in-de-wijk"]


def test_series_can_be_named_by_the_environment(wijk: Wijk, streets: Path) -> None:
    result = wijk("cases", "--json", WIJK_SERIES=str(streets))
    assert json.loads(result.stdout)["total"] == 4


def _commands(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = [path]
    for name, command in group.commands.items():
        below = (*path, name)
        found += _commands(command, below) if isinstance(command, click.Group) else [below]
    return found


@pytest.mark.parametrize("path", _commands(cli), ids=" ".join)
def test_help_of_every_command_begins_with_examples(path: tuple[str, ...]) -> None:
    text = CliRunner().invoke(cli, [*path, "--help"]).output
    after_usage = text.split("\n\n", 1)[1]
    assert after_usage.startswith("Examples:\n  wijk ")


BOLD = "\x1b[1m"


def test_matched_words_are_bold_on_a_terminal_and_obey_no_color(default_home: Path) -> None:
    def shown(**environment: str) -> str:
        env = {"WIJK_HOME": str(default_home), **environment}
        return CliRunner(env=env).invoke(cli, ["search", "moestuin"], color=True).stdout

    assert f"{BOLD}moestuin" in shown(NO_COLOR="")
    assert "\x1b[" not in shown(NO_COLOR="1")


def test_output_without_a_terminal_has_no_color(wijk_default: Wijk) -> None:
    assert "\x1b[" not in wijk_default("search", "moestuin").stdout


def _process(home: Path, *arguments: str, **streams: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", "from search.cli import main; main()", *arguments],
        env={**os.environ, "WIJK_HOME": str(home)},
        text=True,
        **streams,
    )


def test_closed_pipe_is_no_error(default_home: Path) -> None:
    process = _process(
        default_home, "cases", "--json", stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_server_answers_until_it_is_stopped(default_home: Path) -> None:
    process = _process(default_home, "serve", "--port", "0", stderr=subprocess.PIPE)
    with process:
        try:
            assert process.stderr is not None
            address = process.stderr.readline().split()[0]
            with urlopen(f"{address}/healthz") as answer:  # noqa: S310 - our own loopback address
                assert json.load(answer)["status"] == "ok"
        finally:
            # Not SIGINT: a process started in the background of a script is deaf to it.
            process.terminate()
    assert process.returncode == -signal.SIGTERM


def test_misspelt_word_is_asked_about_and_searched_as_typed(wijk_default: Wijk) -> None:
    result = wijk_default("search", "Poolse frouwen", "--limit", "1")
    assert result.exit_code == 0
    assert "Did you mean: Poolse vrouwen" in result.stderr
    shown = json.loads(wijk_default("search", "Poolse frouwen", "--json").stdout)
    assert (shown["query"], shown["suggestion"]) == ("Poolse frouwen", "Poolse vrouwen")


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
