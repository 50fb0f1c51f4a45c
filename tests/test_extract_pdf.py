"""PDFs: what PDFium and pypdf give, and real files of all kinds."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pypdf
import pytest
from extract_pdfs import SHARED, Text, body, pdf

from corpus import Document, Source, SourceError
from indexer.extract import Limits
from indexer.extract.pdf import Paper, read_pdf
from indexer.extract.worker import read_file

SOURCE = Source(id="bron", path="bron.pdf", kind="publication", title="Bron")
OUTLINE = "/Outlines 900 0 R"
OUTLINE_OBJECTS = {
    900: "<< /Type /Outlines /First 901 0 R /Last 901 0 R /Count 1 >>",
    901: "<< /Title (Wijken) /Parent 900 0 R /Dest [10 0 R /XYZ 0 500 0] "
    "/First 902 0 R /Last 902 0 R /Count 1 >>",
    902: "<< /Title (De Handreiking) /Parent 901 0 R /Dest [12 0 R /Fit] >>",
}
LABELS = "/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /P (A-) >>] >>"


def paper(tmp_path: Path, data: bytes, *, max_pages: int = 100) -> Paper:
    path = tmp_path / "bron.pdf"
    path.write_bytes(data)
    return read_pdf(path, max_pages=max_pages)


def document(tmp_path: Path, data: bytes) -> Document:
    path = tmp_path / "bron.pdf"
    path.write_bytes(data)
    return read_file(SOURCE, path, Limits())


def test_lines_have_text_place_size_and_weight(tmp_path: Path) -> None:
    lines = (Text(50, 500, "Buurthuis", 20, bold=True), Text(50, 470, "caf\xe9 (en meer)"))
    first, second = paper(tmp_path, pdf([lines])).sheets[0].lines
    assert (first.text, first.size, first.bold) == ("Buurthuis", 20, True)
    assert (second.text, second.size, second.bold) == ("café (en meer)", 10, False)
    assert first.x0 == pytest.approx(50, abs=2)
    assert first.y0 < 500 < first.y1


LOW_FONT = {
    3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
    "/FontDescriptor 950 0 R >>",
    950: "<< /Type /FontDescriptor /FontName /Helvetica /Flags 32 /ItalicAngle 0 /StemV 80 "
    "/CapHeight 466 /Ascent 466 /Descent -73 /FontBBox [0 -73 500 466] >>",
}
"""A font that does not say how high its type is, as those that a browser draws letter by letter."""


def test_lines_are_as_high_as_their_type_where_its_font_does_not_say_how_high_that_is(
    tmp_path: Path,
) -> None:
    """Beside low letters, the white in a stretched line looks as wide as that between columns."""
    words = ((50, "zo zag"), (88, "men"), (116, "er nooit"), (162, "een"))
    stretched = [Text(x, 500 - 14 * at, word) for at in range(5) for x, word in words]
    found = paper(tmp_path, pdf([stretched], extra=LOW_FONT)).sheets[0].lines
    assert [line.text for line in found] == ["zo zag men er nooit een"] * 5
    assert {round(line.y1 - line.y0) for line in found} == {10}
    assert [round(line.y0) for line in found] == [498 - 14 * at for at in range(5)]


def test_letter_over_two_lines_of_low_type_begins_its_word(tmp_path: Path) -> None:
    lines = [
        Text(50, 481, "D", 36, bold=True),
        *body(500, "e dame gaat er", "langs", x=80, step=14),
    ]
    found = document(tmp_path, pdf([lines], extra=LOW_FONT)).pages[0].text
    assert found == "De dame gaat er langs"


def test_hyphen_at_a_line_end_ends_the_line(tmp_path: Path) -> None:
    lines = body(500, "De maat-", "schappelijke winst")
    assert [line.text for line in paper(tmp_path, pdf([lines])).sheets[0].lines] == [
        "De maat-",
        "schappelijke winst",
    ]


def test_letters_that_are_drawn_as_one_are_as_high_as_their_line(tmp_path: Path) -> None:
    # So browsers write a ligature: one sign, and the two letters that it stands for.
    drawn = (
        "BT /R 10 Tf 1 0 0 1 50 500 Tm (een ruilbeurs,) Tj 1 0 0 1 118 500 Tm "
        "/Span << /ActualText (fi) >> BDC (h) Tj EMC (ets-) Tj "
        "1 0 0 1 50 488 Tm (reparatiedag) Tj ET"
    )
    content = f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream"
    lines = paper(tmp_path, pdf([[]], extra={11: content})).sheets[0].lines
    assert [line.text for line in lines] == ["een ruilbeurs, fiets-", "reparatiedag"]


@pytest.mark.parametrize(
    ("page", "place", "size"),
    [
        pytest.param("/MediaBox [0 0 400 600]", (50, 500), (400, 600), id="plain"),
        pytest.param(
            "/MediaBox [0 0 400 600] /CropBox [40 100 400 600]", (10, 400), (360, 500), id="cropped"
        ),
        pytest.param("/MediaBox [-50 -60 350 540]", (100, 560), (400, 600), id="moved"),
    ],
)
def test_places_count_from_the_visible_corner(
    tmp_path: Path, page: str, place: tuple[float, float], size: tuple[float, float]
) -> None:
    sheet = paper(tmp_path, pdf([[Text(50, 500, "Buurthuis")]], page=page)).sheets[0]
    assert (sheet.width, sheet.height) == size
    assert sheet.lines[0].x0 == pytest.approx(place[0], abs=2)
    assert sheet.lines[0].y0 == pytest.approx(place[1], abs=4)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turned_page_keeps_its_text_within_its_sheet(tmp_path: Path, degrees: int) -> None:
    page = f"/MediaBox [0 0 400 600] /Rotate {degrees}"
    sheet = paper(tmp_path, pdf([[Text(50, 550, "Buurthuis")]], page=page)).sheets[0]
    assert (sheet.width, sheet.height) == ((400, 600) if degrees == 180 else (600, 400))
    assert sheet.lines[0].text == "Buurthuis"
    assert 0 <= sheet.lines[0].x0 < sheet.lines[0].x1 <= sheet.width


def test_text_beside_the_page_is_left_out(tmp_path: Path) -> None:
    lines = [Text(50, 500, "Binnen"), Text(500, 500, "Buiten"), Text(50, -50, "Onder")]
    assert [line.text for line in paper(tmp_path, pdf([lines])).sheets[0].lines] == ["Binnen"]


def test_outline_labels_and_title_are_read(tmp_path: Path) -> None:
    pages = [[Text(50, 500, "a")], [Text(50, 500, "b")], [Text(50, 500, "c")]]
    data = pdf(pages, catalog=f"{OUTLINE} {LABELS}", extra=OUTLINE_OBJECTS, title="Wij in de Wijk")
    found = paper(tmp_path, data)
    assert [(e.title, e.level, e.page, e.top) for e in found.outline] == [
        ("Wijken", 1, 0, 500.0),
        ("De Handreiking", 2, 1, None),
    ]
    assert found.labels == ("i", "ii", "A-1")
    assert found.title == "Wij in de Wijk"
    assert found.notes == ()


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("Ten geleideTen geleide", "Ten geleide"),
        ("ColofonColofonColofon", "Colofon"),
        ("Samen Samen", "Samen Samen"),
        ("Bonbon", "Bonbon"),
        ("De tamtam", "De tamtam"),
    ],
)
def test_title_that_a_browser_repeats_in_the_outline_is_said_once(
    tmp_path: Path, named: str, title: str
) -> None:
    objects = {at: one.replace("(Wijken)", f"({named})") for at, one in OUTLINE_OBJECTS.items()}
    pages = [[Text(50, 500, "a")], [Text(50, 500, "b")]]
    data = pdf(pages, catalog=OUTLINE, extra=objects)
    assert paper(tmp_path, data).outline[0].title == title


def test_pdf_without_outline_labels_and_title_has_none(tmp_path: Path) -> None:
    found = paper(tmp_path, pdf([[Text(50, 500, "a")]]))
    assert (found.outline, found.labels, found.title, found.notes) == ((), None, None, ())


def test_what_pypdf_cannot_read_is_noted_and_costs_no_text(tmp_path: Path) -> None:
    data = pdf([[Text(50, 500, "Buurthuis")]], catalog=OUTLINE, extra=OUTLINE_OBJECTS)
    found = paper(tmp_path, data[: data.index(b"startxref")])
    assert found.sheets[0].lines[0].text == "Buurthuis"
    assert (found.outline, found.labels) == ((), None)
    assert re.match(r"The structure of the file cannot be read \(\w+\)\.", found.notes[0])


def test_cross_references_damaged_byte_by_byte_are_survived(tmp_path: Path) -> None:
    data = pdf([[Text(50, 500, "Buurthuis")]])
    data = re.sub(rb"\d{10} 00000 n", b"0000000007 00000 n", data)
    assert paper(tmp_path, data).sheets[0].lines[0].text == "Buurthuis"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"%PDF-1.7\n", id="header-only"),
        pytest.param(b"%PDF-1.7\n" + b"\xff\x00<<" * 200, id="noise"),
        pytest.param(pdf([[Text(50, 500, "a")]])[:120], id="cut-off"),
        pytest.param(pdf([]), id="no-pages"),
    ],
)
def test_damaged_file_is_said_to_be_damaged(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(SourceError, match=r"bron\.pdf is damaged: .+\.") as caught:
        paper(tmp_path, data)
    assert "save it anew" in caught.value.remedy


def encrypted(tmp_path: Path, password: str) -> bytes:
    (tmp_path / "open.pdf").write_bytes(pdf([[Text(50, 500, "Buurthuis")]], title="Slot"))
    writer = pypdf.PdfWriter(clone_from=tmp_path / "open.pdf")
    writer.encrypt(user_password=password, owner_password="eigenaar", algorithm="RC4-128")  # noqa: S106
    writer.write(tmp_path / "dicht.pdf")
    return (tmp_path / "dicht.pdf").read_bytes()


def test_password_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="opens only with a password") as caught:
        paper(tmp_path, encrypted(tmp_path, "geheim"))
    assert caught.value.remedy.startswith("Save a copy without one: qpdf --decrypt ")


def test_empty_password_is_tried(tmp_path: Path) -> None:
    found = paper(tmp_path, encrypted(tmp_path, ""))
    assert found.sheets[0].lines[0].text == "Buurthuis"
    assert found.title == "Slot"


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    pages = [[Text(50, 500, "a")]] * 3
    assert len(paper(tmp_path, pdf(pages), max_pages=3).sheets) == 3
    with pytest.raises(SourceError, match="has 3 pages, more than 2"):
        paper(tmp_path, pdf(pages), max_pages=2)


def test_document_has_printed_labels_and_no_running_lines(tmp_path: Path) -> None:
    pages = [
        [Text(50, 570, "Wij in de Wijk", 8), *body(400, f"Tekst {word}."), Text(50, 20, folio, 8)]
        for word, folio in zip(("een", "twee", "drie", "vier"), ("7", "", "9", "10"), strict=True)
    ]
    found = document(tmp_path, pdf(pages))
    assert [page.ref and (page.ref.label, page.ref.number) for page in found.pages] == [
        ("7", 1),
        ("8", 2),
        ("9", 3),
        ("10", 4),
    ]
    assert [page.text for page in found.pages] == [
        "Tekst een.",
        "Tekst twee.",
        "Tekst drie.",
        "Tekst vier.",
    ]


def test_page_without_text_stays_and_is_noted(tmp_path: Path) -> None:
    found = document(tmp_path, pdf([[Text(50, 500, "Buurthuis")], []]))
    assert [len(page.blocks) for page in found.pages] == [1, 0]
    assert found.notes == ("1 of 2 pages have no text (in the file: 2).",)


def test_file_without_any_text_is_taken_for_a_scan(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="has no text") as caught:
        document(tmp_path, pdf([[], []]))
    assert "ocrmypdf -l nld IN OUT" in caught.value.remedy


@cache
def real(path: Path) -> Document:
    """The document in a real file, read once for all that is said of it."""
    return read_file(SOURCE, path, Limits())


def shared(pattern: str) -> Iterator[object]:
    """The shared files, or one case that says why it is skipped."""
    paths = sorted(SHARED.glob(pattern))
    if not paths:
        yield pytest.param(None, marks=pytest.mark.skip(reason=f"no real PDFs in {SHARED}"))
    for path in paths:
        yield pytest.param(path, id=path.name)


@pytest.mark.parametrize(
    "path", [*shared("dutch/*.pdf"), *shared("layout/*.pdf"), *shared("broken/*.pdf")]
)
def test_real_file_is_a_document_or_an_error_that_names_it(path: Path) -> None:
    try:
        found = real(path)
    except SourceError as error:
        assert path.name in error.message  # noqa: PT017  # both outcomes are right
        assert error.remedy  # noqa: PT017
    else:
        assert all(page.ref and page.ref.label for page in found.pages)
        assert [page.ref and page.ref.number for page in found.pages] == list(
            range(1, len(found.pages) + 1)
        )


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("dutch/debian-install.nl.pdf", {1: "omslag", 2: "i", 21: "11", 129: "119"}),
        ("dutch/lilypond-web.nl.pdf", {1: "T-1", 3: "i", 21: "19", 61: "59"}),
        ("layout/pdfminer-pagelabels.pdf", {1: "iii", 2: "iv", 3: "1", 4: "2", 5: "1"}),
    ],
)
def test_real_file_has_its_printed_labels(name: str, labels: dict[int, str]) -> None:
    if not (SHARED / name).exists():
        pytest.skip(f"{name} is not in {SHARED}")
    pages = real(SHARED / name).pages
    found = {page.ref.number: page.ref.label for page in pages if page.ref}
    assert len(found) == len(pages)
    assert {number: found[number] for number in labels} == labels


@pytest.mark.parametrize("path", list(shared("dutch/*.pdf")))
def test_real_dutch_file_has_no_glued_words(path: Path) -> None:
    for page in real(path).pages:
        words = re.findall(r"[^\W\d_]+", re.sub(r"\S*(?:://|www\.)\S*", "", page.text))
        assert sum(len(word) > 25 for word in words) <= 0.02 * len(words)
