"""What the file has, but no reader sees: clipped away, not painted, white, beside the page."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from indexer.extract.pdf import read_pdf

SHOWN = [f"Een gewone regel die iedereen ziet, nummer {at} van de tien." for at in range(10)]


def canvas_of(path: Path) -> Canvas:
    """A page with ten lines that anyone sees."""
    canvas = Canvas(str(path), pagesize=(420, 595))
    for at, line in enumerate(SHOWN):
        canvas.drawString(50, 500 - 14 * at, line)
    return canvas


def read(canvas: Canvas, path: Path) -> tuple[list[str], tuple[str, ...]]:
    """The lines that are seen, and those that are hidden."""
    canvas.showPage()
    canvas.save()
    (sheet,) = read_pdf(path, max_pages=1).sheets
    return [line.text for line in sheet.lines], sheet.hidden


def draw_through_window(canvas: Canvas) -> None:
    """A line within a window of a hundred points high, one half in it, and one below."""
    window = canvas.beginPath()
    window.rect(0, 100, 300, 100)
    canvas.clipPath(window, stroke=0, fill=0)
    canvas.drawString(10, 150, "Dit staat in het venster.")
    canvas.drawString(10, 96, "Dit staat er half in.")
    canvas.drawString(10, 40, "Dit is weggeknipt.")


@pytest.mark.parametrize("in_form", [False, True], ids=["page", "form"])
def test_text_that_is_clipped_away_is_hidden(tmp_path: Path, *, in_form: bool) -> None:
    path = tmp_path / "knip.pdf"
    canvas = canvas_of(path)
    if in_form:
        canvas.beginForm("venster")
        draw_through_window(canvas)
        canvas.endForm()
        canvas.translate(50, 60)
        canvas.doForm("venster")
    else:
        draw_through_window(canvas)
    seen, hidden = read(canvas, path)
    assert sorted(seen) == sorted([*SHOWN, "Dit staat in het venster.", "Dit staat er half in."])
    assert hidden == ("Dit is weggeknipt.",)


def test_text_that_is_not_painted_or_white_on_white_is_hidden(tmp_path: Path) -> None:
    path = tmp_path / "wit.pdf"
    canvas = canvas_of(path)
    canvas.drawString(50, 200, "Niet geschilderd.", mode=3)
    canvas.setFillGray(1)
    canvas.drawString(50, 180, "Wit op papier.")
    canvas.setFillGray(0.2)
    canvas.rect(40, 90, 300, 40, fill=1, stroke=0)
    canvas.setFillGray(1)
    canvas.drawString(50, 100, "Wit op een donkere grond.")
    seen, hidden = read(canvas, path)
    assert seen == [*SHOWN, "Wit op een donkere grond."]
    assert hidden == ("Niet geschilderd.", "Wit op papier.")


def test_text_outside_the_crop_box_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "snij.pdf"
    canvas = canvas_of(path)
    canvas.setCropBox((30, 30, 400, 560))
    canvas.drawString(50, 10, "Drukproef van dinsdag")
    assert read(canvas, path) == (SHOWN, ())


def test_word_from_corner_to_corner_is_hidden(tmp_path: Path) -> None:
    path = tmp_path / "concept.pdf"
    canvas = canvas_of(path)
    canvas.translate(80, 150)
    canvas.rotate(52)
    canvas.setFont("Helvetica-Bold", 72)
    canvas.setFillGray(0.9)
    canvas.drawString(0, 0, "CONCEPT")
    assert read(canvas, path) == (SHOWN, ("CONCEPT",))
