"""`wijk index`, `wijk status`, `wijk add` and `wijk remove`: what is in the index, and why."""

import json
from pathlib import Path

import pytest
from conftest import Wijk

from corpus import PageRef
from corpus.models import FoundBy
from search.cli.indexing import unsure_line
from search.status import UnsureStart


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
    wijk: Wijk, streets: Path, street_home: Path, command: tuple[str, ...]
) -> None:
    series = ("--series", str(streets))
    next(street_home.glob("index/*/generation-*/catalogue.json")).unlink()
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


@pytest.fixture
def summary(streets: Path) -> tuple[str, str]:
    """Names the invented series, whose first edition has only a summary by us."""
    text = streets.read_text(encoding="utf-8").replace('"publication"', '"summary"', 1)
    streets.write_text(text, encoding="utf-8")
    return "--series", str(streets)


def test_added_publication_takes_the_place_of_our_summary(
    wijk: Wijk, summary: tuple[str, str], tmp_path: Path
) -> None:
    bundle = tmp_path / "bundel.md"
    bundle.write_text("# 2 De Pomp (Waterdam)\n\nEen proeftuin.\n\n# Slot\n\nKlaar.\n")
    assert _missing(wijk, summary) == [1]
    assert wijk(*summary, "search", "soep").exit_code == 0
    assert wijk(*summary, "add", str(bundle), "--edition", "1").exit_code == 0
    hits = json.loads(wijk(*summary, "search", "proeftuin", "--json").stdout)["hits"]
    assert [hit["document"]["kind"] for hit in hits] == ["publication"]
    assert hits[0]["case"]["id"] == "de-pomp"
    assert wijk(*summary, "search", "soep").exit_code == 1
    assert _missing(wijk, summary) == []
    assert wijk(*summary, "remove", "--edition", "1").exit_code == 0
    assert wijk(*summary, "search", "proeftuin").exit_code == 1
    assert _missing(wijk, summary) == [1]


def _missing(wijk: Wijk, series: tuple[str, str]) -> list[int]:
    status = json.loads(wijk(*series, "status", "--json").stdout)
    return [gap["edition"] for gap in status["missing"]]


def test_publication_that_cannot_be_read_changes_nothing(
    wijk: Wijk, summary: tuple[str, str], tmp_path: Path
) -> None:
    broken = tmp_path / "kapot.pdf"
    broken.write_bytes(b"%PDF-1.7 kapot")
    result = wijk(*summary, "add", str(broken), "--edition", "1")
    assert result.exit_code == 2
    assert "kapot.pdf" in result.stderr
    assert _missing(wijk, summary) == [1]


@pytest.mark.parametrize(
    ("found_by", "page", "said"),
    [
        ("heading", PageRef("3", 3), "De Pomp (edition 1) is not sure to begin on p. 3"),
        ("heading", None, "De Pomp (edition 1) is not sure to begin"),
        ("whole document", PageRef("1", 1), "De Pomp (edition 1) may be no case"),
    ],
)
def test_unsure_case_is_told_by_what_is_unsure_of_it(
    found_by: FoundBy, page: PageRef | None, said: str
) -> None:
    start = UnsureStart("pomp", "De Pomp", 1, "boek", page, found_by, (), "")
    assert unsure_line(start) == said
