"""`wijk inspect --cases` and the pins of a manifest: what a user sees of where cases begin."""

import json
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from conftest import Wijk
from extract_pdfs import Text, body, pdf


def test_cases_of_a_source_are_shown_with_their_pages_and_how_sure_they_are(wijk: Wijk) -> None:
    result = wijk("--series", "voorbeeld", "inspect", "editie-3", "--cases")
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["p.", "iii-iv", "#4-5", "Woord", "vooraf", "introduction", "contents,", "sure"] in lines
    assert any(
        line[:3] == ["p.", "4-7", "#9-12"] and line[-3:] == ["case", "contents,", "sure"]
        for line in lines
    )


def test_cases_of_a_source_are_json_with_reasons(wijk: Wijk) -> None:
    found = json.loads(
        wijk("--series", "voorbeeld", "inspect", "editie-3", "--cases", "--json").stdout
    )
    assert found["named"] is True
    by_id = {case["id"]: case for case in found["cases"]}
    case = by_id["huis-van-hoop"]
    assert (case["kind"], case["role"], case["remedy"]) == ("case", None, None)
    assert [case["pages"][0], case["pages"][-1]] == [
        {"label": "16", "number": 21},
        {"label": "19", "number": 24},
    ]
    assert "its title stands here as a heading" in case["reasons"]
    assert by_id["editie-3-reflectie"]["role"] == "reflection"


def test_cases_of_a_file_in_no_manifest_are_its_chapters(wijk: Wijk, pinned: Path) -> None:
    result = wijk("inspect", str(pinned.parent / "bundel.pdf"), "--cases")
    assert result.exit_code == 0
    assert "no manifest names its cases" in result.stdout


def test_chapter_that_is_no_case_by_its_text_says_why(wijk: Wijk, tmp_path: Path) -> None:
    """The list says it too, where the start itself is sure."""
    told = (
        "In Waterdam begon Wilma Brons in 2017 een tafel. De buren kwamen, Kees Bol gaf 900 euro. "
    )
    general = (
        "Mensen vragen vaak niets, want wie iets vraagt, moet altijd iets laten zien aan allen. "
    )
    parts = [
        *((name, told) for name in ("De Pomp", "De Brug", "De Kas", "De Hof")),
        ("Duur", general),
    ]
    path = tmp_path / "bundel.md"
    path.write_text("\n\n".join(f"# {name}\n\n{words * 8}" for name, words in parts), "utf-8")
    lines = wijk("inspect", str(path), "--cases").stdout
    assert "it tells no figure, year or amount" in lines
    *others, last = json.loads(wijk("inspect", str(path), "--cases", "--json").stdout)["cases"]
    assert (last["kind"], last["remedy"]) == ("chapter", None)
    assert last["doubts"].endswith("so it is no case")
    assert {case["doubts"] for case in others} == {None}


def test_cases_are_of_a_whole_file(wijk: Wijk, pinned: Path) -> None:
    result = wijk("inspect", str(pinned.parent / "bundel.pdf"), "--cases", "--page", "1")
    assert result.exit_code == 2
    assert "--cases is of the whole file" in result.stderr


@pytest.fixture
def pinned(tmp_path: Path) -> Path:
    """The manifest of a bundle whose outline and contents page disagree about a case."""
    listing = [Text(50, 500, "Inhoud", 20)]
    entries = ("Vooraf 2", "De Pomp 4", "Het Veldje 5")
    listing += [Text(50, 460 - 30 * at, entry) for at, entry in enumerate(entries)]
    pages = [[*body(500, "Een maaltijd"), Text(200, 20, str(number))] for number in range(2, 6)]
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf([[*listing, Text(200, 20, "1")], *pages])))
    for title, page in (("Vooraf", 1), ("De Pomp", 2), ("Het Veldje", 4)):
        writer.add_outline_item(title=title, page_number=page)
    writer.write(tmp_path / "bundel.pdf")
    manifest = tmp_path / "series.toml"
    manifest.write_text(MANIFEST, encoding="utf-8")
    return manifest


MANIFEST = """
id = "pinnen"
title = "Pinnen"

[[editions]]
number = 1
title = "Pinnen 1"

[[editions.sources]]
id = "bundel"
path = "bundel.pdf"
kind = "publication"
title = "De bundel"

[[editions.cases]]
id = "de-pomp"
title = "Pomp"

[[editions.cases]]
id = "het-veldje"
title = "Het Veldje"
"""


def test_unsure_start_is_named_with_the_way_to_pin_it(wijk: Wijk, pinned: Path) -> None:
    series = ("--series", str(pinned))
    shown = " ".join(wijk(*series, "inspect", "bundel", "--cases").stdout.split())
    assert "the contents page has p. 4" in shown
    assert 'start_page = "3"' in shown
    wijk(*series, "index")
    assert (
        "Pomp (edition 1) is not sure to begin on p. 3: wijk inspect bundel --cases"
        in wijk(*series, "status").stdout
    )
    (unsure,) = json.loads(wijk(*series, "status", "--json").stdout)["unsure_starts"]
    assert (unsure["id"], unsure["page"]) == ("de-pomp", {"label": "3", "number": 3})


def test_pin_settles_where_a_case_begins(wijk: Wijk, pinned: Path) -> None:
    series = ("--series", str(pinned))
    pinned.write_text(MANIFEST.replace('"Pomp"', '"Pomp"\nstart_page = "4"'), encoding="utf-8")
    wijk(*series, "index")
    assert json.loads(wijk(*series, "status", "--json").stdout)["unsure_starts"] == []
    found = json.loads(wijk(*series, "cases", "--json").stdout)["cases"]
    case = next(case for case in found if case["id"] == "de-pomp")
    assert (case["found_by"], case["pages"][0]["number"]) == ("pinned", 4)


def test_pin_on_a_page_that_is_not_there_is_refused(wijk: Wijk, pinned: Path) -> None:
    pinned.write_text(MANIFEST.replace('"Pomp"', '"Pomp"\nstart_page = "99"'), encoding="utf-8")
    result = wijk("--series", str(pinned), "index")
    assert result.exit_code == 2
    assert "'de-pomp' is to begin on page '99', which is not there" in result.stderr
    assert "1 to 5 (#1 to #5) of bundel" in " ".join(result.stderr.split())
