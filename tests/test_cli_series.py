"""`wijk series`: a series of one's own, and which one is in use."""

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest
from conftest import SHARED, Wijk
from extract_pdfs import Text, body, pdf
from single_prints import Sheet, write_sheet
from single_texts import Section, Told

SECTIONS = tuple(
    Section(head, (f"Elke dinsdag komen {at} vrijwilligers bijeen in het buurthuis.",))
    for at, head in enumerate(("Aanleiding", "Doel", "Aanpak", "Resultaat"), start=2)
)
# Not the two of a hundred pages, which take half a minute.
MANUALS = sorted((SHARED / "pdfs" / "dutch").glob("*.pdf"), key=lambda path: path.stat().st_size)[
    :3
]


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


PAGE = """<!doctype html><html lang="nl"><head><title>{title} - Stichting Samen</title>
<meta property="article:published_time" content="2021-05-04"></head><body><main><article>
<h1>{title}</h1><p>Zutphen, 2021</p><h2>Aanleiding</h2><p>Bewoners kenden elkaar nauwelijks.
Veel ouderen aten alleen.</p><h2>Aanpak</h2><p>Elke dinsdag komen vrijwilligers bijeen in {title}.
Zij koken samen.</p><h2>Resultaat</h2><p>Na een jaar doen zestig bewoners mee.</p>
</article></main></body></html>"""


def test_new_series_of_web_pages_has_a_case_to_each(wijk: Wijk, tmp_path: Path) -> None:
    for title in ("De Tuin", "De Pan", "Het Zadel"):
        (tmp_path / f"{title}.html").write_text(PAGE.format(title=title), encoding="utf-8")
    beside = tmp_path / "De Tuin_files"
    beside.mkdir()
    (beside / "frame.html").write_text("<p>Een kader van iemand anders.</p>", encoding="utf-8")
    assert "1 edition, 3 files" in wijk("series", "new", str(tmp_path)).stdout
    series = ("--series", str(tmp_path))
    indexed = wijk(*series, "index")
    assert "3 cases" in indexed.stdout
    assert "not sure" not in indexed.stdout
    assert "web page" in wijk(*series, "case", "de-tuin").stdout
    cited = wijk(*series, "cite", "de-tuin").stdout
    assert cited == "De Tuin. (2021, 4 mei).\n"
    assert wijk(*series, "cite", "de-tuin", "--format", "bibtex").stdout.startswith("@online{")


def test_inspection_of_a_document_counts_those_beside_it(wijk: Wijk, tmp_path: Path) -> None:
    for title in ("De Tuin", "De Pan", "Het Zadel"):
        page = PAGE.format(title=title)
        for head in ("Aanleiding", "Aanpak", "Resultaat"):
            page = page.replace(f"<h2>{head}", f"<h2>{title} in deel {head[-3:]}")
        (tmp_path / f"{title}.html").write_text(page, encoding="utf-8")
    assert wijk("series", "new", str(tmp_path)).exit_code == 0
    shown = wijk("--series", str(tmp_path), "inspect", "de-pan", "--cases").stdout
    assert "whole document, likely" in shown
    assert "as the documents beside it" in shown


def test_new_series_puts_factsheets_beside_bundles_in_an_edition(
    wijk: Wijk, tmp_path: Path
) -> None:
    chapters = [body(500, f"De pomp van straat {number}.") for number in range(8)]
    (tmp_path / "bundel.pdf").write_bytes(pdf(chapters))
    for name in ("a", "b"):
        sheet = Sheet(font="Lato")
        told = Told(name, f"De Tuin van {name.upper()}", "Zutphen", 2021, (), SECTIONS)
        write_sheet(sheet, told, tmp_path / f"{name}.pdf")
    (tmp_path / "over.html").write_text(
        PAGE.split("<h2>", maxsplit=1)[0].format(title="Nieuws"), "utf-8"
    )
    (tmp_path / "geval.html").write_text(PAGE.format(title="De Pan"), encoding="utf-8")
    assert wijk("series", "new", str(tmp_path)).exit_code == 0
    manifest = tomllib.loads((tmp_path / "series.toml").read_text("utf-8"))
    files = [[one["path"] for one in edition["sources"]] for edition in manifest["editions"]]
    assert files == [["bundel.pdf"], ["a.pdf", "b.pdf", "geval.html"]]
    assert [page["path"] for page in manifest["pages"]] == ["over.html"]
    assert wijk("--series", str(tmp_path), "index").exit_code == 0
    cited = wijk("--series", str(tmp_path), "cite", "a").stdout
    assert cited == "De Tuin van A. (z.d.).\n"


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


def test_new_series_takes_the_date_of_an_edition_from_its_imprint(
    wijk: Wijk, tmp_path: Path
) -> None:
    pages = [body(500, f"De pomp van straat {number}.") for number in range(6)]
    pages[3] += body(400, "Maart 2011")
    pages[5] += body(400, "Eerste druk, mei 2023")
    (tmp_path / "boek.pdf").write_bytes(pdf(pages))
    assert wijk("series", "new", str(tmp_path)).exit_code == 0
    manifest = tomllib.loads((tmp_path / "series.toml").read_text("utf-8"))
    assert [edition["published"] for edition in manifest["editions"]] == ["2023-05"]


def test_new_series_is_not_named_after_the_publisher_above_its_title(
    wijk: Wijk, tmp_path: Path
) -> None:
    cover = [Text(50, 560, "Kring Oost", 16), Text(50, 440, "Van onderop", 30)]
    story = [f"De pomp van straat {number} staat er nog." for number in range(9)]
    (tmp_path / "boek.pdf").write_bytes(pdf([cover, *(body(500, one) for one in story)]))
    assert wijk("series", "new", str(tmp_path)).exit_code == 0
    manifest = tomllib.loads((tmp_path / "series.toml").read_text("utf-8"))
    assert [edition["title"] for edition in manifest["editions"]] == ["Van onderop"]


def test_a_date_in_one_of_many_pages_does_not_date_the_edition(wijk: Wijk, tmp_path: Path) -> None:
    undated = re.sub("<meta[^>]*>", "", PAGE)
    for title in ("De Tuin", "De Pan", "Het Zadel"):
        (tmp_path / f"{title}.html").write_text(undated.format(title=title), encoding="utf-8")
    dated = PAGE.format(title="De Pomp").replace("</h1>", "</h1><p>mei 2021</p>")
    (tmp_path / "De Pomp.html").write_text(dated, encoding="utf-8")
    assert wijk("series", "new", str(tmp_path)).exit_code == 0
    manifest = tomllib.loads((tmp_path / "series.toml").read_text("utf-8"))
    assert [edition.get("published") for edition in manifest["editions"]] == [None]


def test_new_series_of_real_documents_is_searched(wijk: Wijk, tmp_path: Path) -> None:
    if not MANUALS:
        pytest.skip("the real Dutch PDFs (../shared/pdfs/dutch) are not here")
    folder = tmp_path / "map"
    folder.mkdir()
    for path in MANUALS:
        shutil.copy(path, folder)
    out = tmp_path / "debian.toml"
    made = wijk("series", "new", str(folder), "--title", "Handleidingen", "--out", str(out))
    assert "3 editions, 3 files" in made.stdout
    series = ("--series", str(out))
    assert wijk(*series, "index").exit_code == 0
    hits = json.loads(wijk(*series, "search", "broncodepakket", "--json").stdout)["hits"]
    assert hits
    assert all(hit["page"]["number"] >= 1 for hit in hits)


def test_series_lists_those_in_the_box_and_the_one_in_use(wijk: Wijk, streets: Path) -> None:
    listed = json.loads(wijk("--series", str(streets), "series", "--json").stdout)["series"]
    assert {line["id"]: line["current"] for line in listed}["straten"]
    assert not {line["id"]: line["current"] for line in listed}["wij-in-de-wijk"]


def test_series_can_be_named_by_the_environment(wijk: Wijk, streets: Path) -> None:
    result = wijk("cases", "--json", WIJK_SERIES=str(streets))
    assert json.loads(result.stdout)["total"] == 4


def test_new_series_is_named_after_its_folder_and_lies_in_it(wijk: Wijk, tmp_path: Path) -> None:
    folder = tmp_path / "onze_buurten"
    folder.mkdir()
    (folder / "een.txt").write_text("Rode kool.", encoding="utf-8")
    made = wijk("series", "new", str(folder))
    assert f"wijk --series {folder / 'series.toml'} index" in made.stderr
    found = json.loads(wijk("--series", str(folder), "series", "--json").stdout)["series"][-1]
    assert (found["id"], found["title"]) == ("onze-buurten", "onze buurten")
