"""`wijk inspect`: what a user sees of the reading, in text, JSON and pictures."""

import json
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from conftest import Wijk
from extract_pdfs import Text, body, pdf
from PIL import Image

from corpus import Block
from indexer.extract.picture import draw_page

PAGES = [
    [Text(50, 585, "Wij in de Wijk"), Text(50, 500, "De Pomp", 20), *body(470, "Een maaltijd"),
     Text(200, 20, str(number))]
    for number in range(3, 7)
]  # fmt: skip


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "bundel.pdf"
    path.write_bytes(pdf(PAGES, title="Onze wijk"))
    return path


def picture_page(lines: list[Text]) -> bytes:
    """A page that a picture covers, with these lines."""
    image = (
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 /Length 1 >>\nstream\n\x7f\nendstream"
    )
    content = "q 400 0 0 600 0 0 cm /Im Do Q\n" + "\n".join(
        f"BT /R {line.size} Tf {line.x} {line.y} Td ({line.text}) Tj ET" for line in lines
    )
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 11 0 R "
        "/Resources << /Font << /R 3 0 R >> /XObject << /Im 900 0 R >> >> >>"
    )
    stream = f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
    return pdf([[]], extra={10: page, 11: stream, 900: image})


def test_inspect_tells_of_every_page_its_label_method_blocks_and_what_was_dropped(
    wijk: Wijk, bundle: Path
) -> None:
    result = wijk("inspect", str(bundle))
    assert result.exit_code == 0
    assert f"{bundle} (pdf, Onze wijk)" in result.stdout
    assert "p. 3, page 1 of the file: " in result.stdout
    assert "characters by pdfium, 1 heading, 1 paragraph" in result.stdout
    assert "dropped: Wij in de Wijk / 3" in result.stdout
    assert "!" not in result.stdout


def test_inspect_of_one_page_shows_its_blocks_in_reading_order(wijk: Wijk, bundle: Path) -> None:
    shown = wijk("inspect", str(bundle), "--page", "2").stdout
    assert shown.index("1 heading 1\n     De Pomp") < shown.index("2 paragraph\n     Een maaltijd")
    assert "page 1 of the file" not in shown


def test_inspect_json_has_the_documented_shape(wijk: Wijk, bundle: Path) -> None:
    shown = json.loads(wijk("inspect", str(bundle), "--json").stdout)
    assert set(shown) >= {"source", "format", "title", "notes", "pages"}
    assert (shown["source"], shown["format"], shown["title"]) == (str(bundle), "pdf", "Onze wijk")
    for number, page in enumerate(shown["pages"], start=1):
        assert page["number"] == number
        assert page["label"] == str(number + 2)
        assert page["method"] == "pdfium"
        assert page["characters"] == len("De Pomp\n\nEen maaltijd")
        assert [block["kind"] for block in page["blocks"]] == ["heading", "paragraph"]
        assert "Wij in de Wijk" in page["dropped"]
        assert len(page["suspicions"]) == len(page["remedies"]) == 0


def test_inspect_of_a_scan_names_the_command_that_mends_it(wijk: Wijk, tmp_path: Path) -> None:
    scan = tmp_path / "mijn scan.pdf"
    scan.write_bytes(picture_page([]))
    result = wijk("inspect", str(scan))
    assert result.exit_code == 1
    assert "no-text" in result.stdout
    assert f"ocrmypdf -l nld '{scan}' '{tmp_path / 'mijn scan-ocr.pdf'}'" in result.stdout
    assert "has no text" in result.stderr
    (page,) = json.loads(wijk("inspect", str(scan), "--json").stdout)["pages"]
    assert page["suspicions"] == ["no-text"]
    assert "ocrmypdf -l nld" in page["remedies"][0]


def test_scan_with_a_stamp_is_read_anew_by_its_picture(wijk: Wijk, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(picture_page([Text(50, 300, "Archief 12")]))
    result = wijk("inspect", str(scan))
    assert result.exit_code == 0
    assert "ocrmypdf --force-ocr --pages 1 -l nld" in result.stdout


def test_inspect_reads_a_source_of_the_series_by_its_id(wijk: Wijk, streets: Path) -> None:
    result = wijk("--series", str(streets), "inspect", "een", "--json")
    shown = json.loads(result.stdout)
    assert (shown["source"], shown["format"]) == ("een", "text")
    (page,) = shown["pages"]
    assert (page["label"], page["number"], page["method"]) == (None, None, "text")


def test_inspect_of_a_web_page_shows_the_whole_file(wijk: Wijk, tmp_path: Path) -> None:
    web = tmp_path / "pagina.html"
    web.write_text("<main><h1>De Pomp</h1><p>Een maaltijd.</p></main>", encoding="utf-8")
    shown = wijk("inspect", str(web)).stdout
    assert "the whole file: " in shown
    assert "by article, 1 heading, 1 paragraph" in shown


PROBLEMS = {
    "no such file": (["nergens.pdf"], "is not there"),
    "no such source": (["nergens"], "Its sources are casuswijzer-1"),
    "no such page": (["bundel.pdf", "--page", "9"], "pages in the file are 1 to 4"),
    "a page before the first": (["bundel.pdf", "--page", "0"], "0 is not in the range"),
    "a picture of no page": (["bundel.pdf", "--image", "p.png"], "name it with --page"),
    "a picture of another kind": (
        ["bundel.pdf", "--page", "1", "--image", "bundel.pdf"],
        "end in .png",
    ),
    "a picture in no folder": (
        ["bundel.pdf", "--page", "1", "--image", "nergens/p.png"],
        "cannot be written",
    ),
    "a damaged file": (["kapot.pdf"], "is damaged"),
}


@pytest.mark.parametrize(("arguments", "message"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_inspect_ends_a_problem_with_its_reason(
    wijk: Wijk,
    bundle: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(bundle.parent)
    Path("kapot.pdf").write_bytes(b"%PDF-1.7 kapot")
    before = bundle.read_bytes()
    result = wijk("inspect", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
    assert bundle.read_bytes() == before


def lock(path: Path) -> Path:
    writer = pypdf.PdfWriter(clone_from=path)
    writer.encrypt("geheim", algorithm="AES-256")
    writer.write(path)
    return path


def test_inspect_opens_a_locked_file_with_its_password(wijk: Wijk, bundle: Path) -> None:
    locked = str(lock(bundle))
    refused = wijk("inspect", locked)
    assert refused.exit_code == 2
    assert "--password PW" in refused.stderr
    opened = wijk("inspect", locked, "--password", "geheim", "--page", "1")
    assert opened.exit_code == 0
    assert "De Pomp" in opened.stdout
    wrong = wijk("inspect", locked, "--password", "mis")
    assert (wrong.exit_code, "another password" in wrong.stderr) == (2, True)


def test_locked_publication_is_not_added_and_the_way_out_is_named(
    wijk: Wijk, bundle: Path, home: Path
) -> None:
    result = wijk("add", str(lock(bundle)), "--edition", "1")
    assert result.exit_code == 2
    assert "qpdf --decrypt" in result.stderr
    assert not list(home.glob("library/**/*.pdf"))


def test_image_is_a_png_of_the_page_at_twice_its_size(wijk: Wijk, bundle: Path) -> None:
    out = bundle.parent / "p.png"
    result = wijk("inspect", str(bundle), "--page", "2", "--image", str(out))
    assert result.exit_code == 0
    assert str(out) in result.stderr
    with Image.open(out) as image:
        assert image.format == "PNG"
        assert image.width == 800
        assert image.height >= 1200


def test_blocks_with_a_place_are_outlined_and_others_listed_beneath(tmp_path: Path) -> None:
    path = tmp_path / "bron.pdf"
    path.write_bytes(pdf([[Text(50, 500, "Buurthuis")]]))
    placed = Block(kind="heading", text="Buurthuis", level=1, box=(50, 490, 150, 520))
    adrift = Block(kind="paragraph", text="Zonder plaats")
    picture = Image.open(BytesIO(draw_page(path, 0, [placed, adrift])))
    assert picture.getpixel((200, 158)) == (0xC0, 0x39, 0x2B)
    assert picture.getpixel((200, 400)) == (255, 255, 255)
    assert picture.height > 1200
    assert Image.open(BytesIO(draw_page(path, 0, [placed]))).height == 1200


def test_large_page_gives_a_picture_of_at_most_2000_pixels(tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    path.write_bytes(pdf([[Text(50, 500, "Poster")]], page="/MediaBox [0 0 14000 7000]"))
    assert Image.open(BytesIO(draw_page(path, 0, []))).size == (2000, 1000)


@pytest.mark.usefixtures("street_home")
def test_index_names_every_source_that_cannot_be_read(wijk: Wijk, streets: Path) -> None:
    series = ("--series", str(streets))
    before = wijk(*series, "search", "soep", "--json").stdout
    (streets.parent / "een.md").unlink()
    (streets.parent / "twee.md").write_bytes(b"%PDF-1.7 kapot")
    result = wijk(*series, "index")
    assert result.exit_code == 2
    assert "2 of 2 sources cannot be read" in result.stderr
    assert "een.md is not there" in result.stderr
    assert "twee.md is damaged" in result.stderr
    assert wijk(*series, "search", "soep", "--json").stdout == before


def test_status_sums_up_what_looks_wrong(wijk: Wijk, streets: Path) -> None:
    series = ("--series", str(streets))
    glued = "hetkanvoordeligzijnomdeinspanningeninzaketrainingteverhogen"
    source = streets.parent / "een.md"
    source.write_text(source.read_text("utf-8") + f"\n{glued}\n", encoding="utf-8")
    wijk(*series, "index")
    assert (
        "! 1 page with words that look glued together: wijk inspect een"
        in wijk(*series, "status").stdout
    )
    documents = json.loads(wijk(*series, "status", "--json").stdout)["documents"]
    assert [document["suspicions"] for document in documents] == [
        [{"suspicion": "glued-words", "pages": 1}],
        [],
    ]
