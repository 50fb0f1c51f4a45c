"""Text that stands on its side or its head beside upright text, and letters that slant."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from corpus import Document, Source
from indexer.extract import Limits
from indexer.extract.lines import Line
from indexer.extract.pdf import read_pdf
from indexer.extract.worker import read_file

MENU = ("Woord vooraf", "De Spil", "Samen & thuis", "Soep 2")
BODY = [f"Een gewone regel die iedereen ziet, nummer {at} van de tien." for at in range(10)]


def draw_body(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 10)
    for at, text in enumerate(BODY):
        canvas.drawString(60, 500 - 14 * at, text)


def draw_turned(canvas: Canvas, text: str, x: float, y: float, degrees: float) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(degrees)
    canvas.setFont("Helvetica", 7)
    canvas.drawString(0, 0, text)
    canvas.restoreState()


def draw_menu(canvas: Canvas, degrees: float) -> None:
    """A menu along the edge: to the left and upwards, or to the right and downwards."""
    for at, text in enumerate(MENU):
        x, y = (20, 100 + 110 * at) if degrees > 0 else (400, 500 - 110 * at)
        draw_turned(canvas, text, x, y, degrees)


def lines_of(canvas: Canvas, path: Path) -> tuple[Line, ...]:
    canvas.showPage()
    canvas.save()
    (sheet,) = read_pdf(path, max_pages=1).sheets
    assert sheet.hidden == ()
    return sheet.lines


def new_canvas(path: Path) -> Canvas:
    return Canvas(str(path), pagesize=(420, 595))


@pytest.mark.parametrize("degrees", [90, -90], ids=["upwards", "downwards"])
def test_entries_of_a_menu_on_its_side_are_lines_beside_the_text(
    tmp_path: Path, degrees: float
) -> None:
    path = tmp_path / "menu.pdf"
    canvas = new_canvas(path)
    draw_menu(canvas, degrees)
    draw_body(canvas)
    lines = lines_of(canvas, path)
    assert [line.text for line in lines if not line.turned] == BODY
    turned = [line for line in lines if line.turned]
    assert sorted(line.text for line in turned) == sorted(MENU)
    edge = (0, 30) if degrees > 0 else (390, 420)
    assert all(edge[0] < line.x0 < line.x1 < edge[1] for line in turned)
    assert all(line.y1 - line.y0 > 2 * (line.x1 - line.x0) for line in turned)


@pytest.mark.parametrize("degrees", [90, -90, 180], ids=["upwards", "downwards", "on its head"])
def test_lines_of_one_turned_text_are_one_in_the_order_in_which_they_are_read(
    tmp_path: Path, degrees: float
) -> None:
    path = tmp_path / "bijschrift.pdf"
    canvas = new_canvas(path)
    draw_body(canvas)
    for at, text in enumerate(("De beheerder van het buurt-", "huis deelt sleutels uit.")):
        step = {90: (8, 0), -90: (-8, 0), 180: (0, 8)}[int(degrees)]
        draw_turned(canvas, text, 300 + step[0] * at, 200 + step[1] * at, degrees)
    turned = [line.text for line in lines_of(canvas, path) if line.turned]
    assert turned == ["De beheerder van het buurthuis deelt sleutels uit."]


def test_heads_of_table_columns_that_stand_on_their_side_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "tabel.pdf"
    canvas = new_canvas(path)
    draw_body(canvas)
    heads = ("Samen koken", "Taalles", "Fietsles")
    for at, text in enumerate(heads):
        draw_turned(canvas, text, 150 + 25 * at, 300, 90)
    assert [line.text for line in lines_of(canvas, path) if line.turned] == list(heads)


def test_letters_that_a_program_slants_are_seen_and_italic(tmp_path: Path) -> None:
    path = tmp_path / "schuin.pdf"
    canvas = new_canvas(path)
    draw_body(canvas)
    text = canvas.beginText()
    text.setTextTransform(1, 0, 0.25, 1, 60, 300)
    text.textOut("Een bijschrift in schuine letters.")
    canvas.drawText(text)
    *body, slanted = lines_of(canvas, path)
    assert (slanted.text, slanted.italic) == ("Een bijschrift in schuine letters.", True)
    assert not any(line.italic for line in body)


def bundle(path: Path) -> Document:
    """Six pages, the even ones with a menu on its side that runs up the page."""
    canvas = new_canvas(path)
    for number in range(1, 7):
        if number % 2 == 0:
            draw_menu(canvas, 90)
        draw_body(canvas)
        canvas.drawString(60, 300, f"Op bladzijde {number} staat dit nog.")
        canvas.showPage()
    canvas.save()
    source = Source(id="bundel", path=path.name, kind="publication", title="Bundel")
    return read_file(source, path, Limits())


def test_menu_on_its_side_is_dropped_entry_by_entry_and_leaves_the_text_whole(
    tmp_path: Path,
) -> None:
    found = bundle(tmp_path / "bundel.pdf")
    assert {report.method for report in found.report} == {"pdfium"}
    for number, (page, report) in enumerate(zip(found.pages, found.report, strict=True), start=1):
        assert sorted(report.dropped) == (sorted(MENU) if number % 2 == 0 else [])
        assert page.text.endswith(f"Op bladzijde {number} staat dit nog.")
