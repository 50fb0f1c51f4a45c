"""Lists for spreadsheets and programs: CSV, JSON Lines, and what the JSON of each command has."""

import csv
import io
import json

import pytest
from conftest import Wijk

from search.cli.output import print_csv


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


def test_themes_that_no_case_has_are_named_below_the_table(wijk_default: Wijk) -> None:
    rows = json.loads(wijk_default("themes", "--json").stdout)["themes"]
    absent = [row["label"] for row in rows if not any(n["count"] for n in row["counts"])]
    table, sentence = wijk_default("themes").stdout.split("In no case: ")
    assert absent
    assert " ".join(sentence.split()) == ", ".join(absent) + "."
    assert not any(line.startswith(label) for label in absent for line in table.splitlines())


@pytest.mark.parametrize("width", [60, 100])
def test_matrix_is_no_wider_than_the_terminal_and_loses_no_column(
    wijk_default: Wijk, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    asked = ("matrix", "--rows", "theme", "--columns", "target-group")
    table = json.loads(wijk_default(*asked, "--json").stdout)
    monkeypatch.setenv("COLUMNS", str(width))
    *bands, legend = wijk_default(*asked).stdout.rstrip("\n").split("\n\n")
    lines = [line for band in bands for line in band.splitlines()]
    assert max(map(len, lines)) <= width
    heads = [int(n) for band in bands for n in band.splitlines()[0].split()]
    assert heads == list(range(1, len(table["columns"]["values"]) + 1))
    assert all(len(band.splitlines()) == len(table["rows"]["values"]) + 1 for band in bands)
    assert len(legend.splitlines()) == len(heads)


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
