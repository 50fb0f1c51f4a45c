"""Links within a PDF: what they stand on, where they lead, and on which pages they are the same."""

from pathlib import Path

import pytest
from extract_pdfs import Text, pdf

from corpus import Link
from indexer.extract.pdf import read_pdf

PLACES = {
    "array": "/Dest [12 0 R /XYZ 0 500 0]",
    "action": "/A << /S /GoTo /D [12 0 R /XYZ 0 500 0] >>",
    "fit-h": "/Dest [12 0 R /FitH 500]",
    "name": "/Dest (pomp)",
}
NAMES = "/Names << /Dests << /Names [(pomp) [12 0 R /XYZ 0 500 0]] >> >>"


def link(place: str, box: str = "48 496 200 512") -> str:
    return f"<< /Type /Annot /Subtype /Link /Rect [{box}] {place} >>"


def links(
    tmp_path: Path, annotations: str, lines: list[Text], *, extra: dict[int, str] | None = None
) -> tuple[Link, ...]:
    """The links of two pages of these lines, both with these annotations."""
    path = tmp_path / "bron.pdf"
    form = f"/MediaBox [0 0 400 600] /Annots [{annotations}]"
    path.write_bytes(pdf([lines, lines], page=form, catalog=NAMES, extra=extra))
    return read_pdf(path, max_pages=10).links


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_link_has_its_text_and_leads_to_a_place(tmp_path: Path, place: str) -> None:
    (found,) = links(tmp_path, link(place), [Text(50, 500, "De Pomp")])
    assert found == Link("De Pomp", (0, 1), (48.0, 496.0, 200.0, 512.0), 1, 500.0)


def test_link_to_a_whole_page_leads_to_its_head(tmp_path: Path) -> None:
    (found,) = links(tmp_path, link("/Dest [12 0 R /Fit]"), [Text(50, 500, "De Pomp")])
    assert (found.target, found.top) == (1, None)


def test_lines_under_one_link_stay_lines(tmp_path: Path) -> None:
    lines = [Text(50, 500, "De Pomp"), Text(50, 486, "Waterdam"), Text(50, 440, "Elders")]
    (found,) = links(tmp_path, link(PLACES["array"], "48 480 200 512"), lines)
    assert found.text == "De Pomp\nWaterdam"


def test_links_beside_each_other_part_a_line_by_its_words(tmp_path: Path) -> None:
    left, right = (link(PLACES["array"], f"{x0} 496 {x1} 512") for x0, x1 in ((48, 94), (96, 160)))
    found = links(tmp_path, f"{left} {right}", [Text(50, 500, "De Pomp Het Veldje")])
    assert [one.text for one in found] == ["De Pomp", "Het Veldje"]


@pytest.mark.parametrize(
    "place",
    ["/A << /S /URI /URI (https://voorbeeld.nl) >>", "/Dest (weg)", "/Dest [99 0 R /Fit]", ""],
    ids=["outside", "unknown-name", "no-page", "nothing"],
)
def test_link_that_leads_nowhere_in_the_file_is_none(tmp_path: Path, place: str) -> None:
    assert links(tmp_path, link(place), [Text(50, 500, "De Pomp")]) == ()


def test_broken_link_costs_no_text_and_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "bron.pdf"
    broken = "<< /Type /Annot /Subtype /Link /Rect [1 2] /Dest [10 0 R /Fit] >>"
    form = f"/MediaBox [0 0 400 600] /Annots [{broken}]"
    path.write_bytes(pdf([[Text(50, 500, "De Pomp")]], page=form))
    found = read_pdf(path, max_pages=10)
    assert found.sheets[0].lines[0].text == "De Pomp"
    assert found.links == ()
    assert found.notes == ("The links of the file cannot be read (ValueError).",)
