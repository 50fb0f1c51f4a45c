"""What is drawn around text, and the sentences that it must leave whole."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from extract_sheets import FULL, HEIGHT, WIDTH, lay_out, line, sheet
from reportlab.pdfgen.canvas import Canvas

from indexer.extract.drafts import Draft
from indexer.extract.flow import over_columns
from indexer.extract.lines import Line, Shape, Sheet
from indexer.extract.pdf import read_pdf

AROUND = (
    "Een buurt begint met twee straten en een veld.",
    "Het geld voor de tuin komt dit jaar van het",
    "Fonds Dorpsbelangen, en volgend jaar van een",
)
COLUMN = ("de eerste regel van de kolom", "gaat hier verder in een zin", "die hier pas eindigt.")
LOW, HIGH = 388.0, 400.0


def blocks(shapes: Sequence[Shape], *lines: Line) -> list[tuple[str, str]]:
    """The blocks of a page on which these are drawn; a second page is plain text."""
    rest = sheet(*(line(FULL, 400 - 12 * at, page=1) for at in range(20)))
    page, _ = lay_out([Sheet(WIDTH, HEIGHT, lines, tuple(shapes)), rest])
    return [(block.kind, block.text) for block in page]


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(Shape(70, 395, 140, 480, filled=True), id="behind-the-middle-of-a-line"),
        pytest.param(Shape(40, 396, 300, 480, filled=True), id="behind-the-first-line"),
        pytest.param(Shape(40, 200, 300, 398, filled=True), id="behind-all-but-the-first"),
        pytest.param(Shape(50, 386, 94, 400, filled=True), id="behind-a-marked-word"),
    ],
)
def test_shape_that_cuts_a_sentence_is_no_panel_of_it(shape: Shape) -> None:
    lines = [line(text, HIGH - 12 * at) for at, text in enumerate(COLUMN)]
    assert blocks((shape,), *lines) == [("paragraph", " ".join(COLUMN))]


def test_shape_with_whole_sentences_in_it_is_a_panel() -> None:
    lines = [line(text, HIGH - 12 * at) for at, text in enumerate(COLUMN)]
    beside = [line(FULL, 340 - 12 * at) for at in range(9)]
    panel = Shape(40, 366, 300, 420, filled=True)
    assert blocks((panel,), *lines, *beside)[0] == ("box", " ".join(COLUMN))


@pytest.mark.parametrize("picture", [False, True], ids=["panel", "picture"])
def test_sentence_beside_a_box_goes_on_with_a_name(*, picture: bool) -> None:
    lines = [line(text, HIGH - 12 * at) for at, text in enumerate(AROUND)]
    below = [line(FULL.lower(), HIGH - 12 * at) for at in range(3, 9)]
    box = Shape(245, 370, 350, 420, picture=picture, filled=not picture)
    text = " ".join([*AROUND, *[FULL.lower()] * 6])
    assert blocks((box,), *lines, *below) == [("paragraph", text)]


def test_lines_that_do_not_reach_a_picture_stay_apart() -> None:
    names = [line(text, HIGH - 12 * at) for at, text in enumerate(("De tuin", "Het fonds"))]
    below = [line(FULL, HIGH - 60 - 12 * at) for at in range(9)]
    found = blocks((Shape(245, 370, 350, 420, picture=True),), *names, *below)
    assert [text for _, text in found][:2] == ["De tuin", "Het fonds"]


@pytest.mark.parametrize("fact", ["2022 – heden", "tien — elf straten", "€ 10 - € 20"])
def test_fact_in_a_box_keeps_the_dash_within_it(fact: str) -> None:
    lines = [line(text, HIGH - 12 * at) for at, text in enumerate(COLUMN)]
    facts = [line(fact, HIGH - 40), line(f"- {fact}", HIGH - 60)]
    beside = [line(FULL, 320 - 12 * at) for at in range(9)]
    panel = Shape(40, 330, 300, 420, filled=True)
    assert blocks((panel,), *lines, *facts, *beside)[1:3] == [("box", fact)] * 2


@pytest.mark.parametrize(
    ("size", "text"),
    [
        pytest.param(10, "maar dan lieg", id="set-alike"),
        pytest.param(8, "maar dan lieg een vader.", id="set-otherwise"),
    ],
)
def test_sentence_runs_over_what_is_set_apart_unless_it_is_set_alike(
    size: float, text: str
) -> None:
    page = [
        draft("paragraph", line("maar dan lieg", 88)),
        draft("box", line("je niet over aan", HIGH, x=220, size=size)),
        draft("paragraph", line("een vader.", LOW, x=220)),
    ]
    assert over_columns(page, lambda _word: False)[0].text == text


def draft(kind: str, first: Line) -> Draft:
    return Draft([first], first.text, kind=kind, texts=[first.text], right=first.x1)


def test_shape_reaches_no_further_than_what_clips_it(tmp_path: Path) -> None:
    path = tmp_path / "portret.pdf"
    canvas = Canvas(str(path), pagesize=(420, 595))
    canvas.drawString(50, 500, "Een regel.")
    canvas.saveState()
    window = canvas.beginPath()
    window.rect(40, 300, 300, 150)
    canvas.clipPath(window, stroke=0, fill=0)
    canvas.circle(200, 300, 80, stroke=0, fill=1)  # a half stands below the window
    canvas.rect(50, 100, 90, 90, stroke=0, fill=1)  # all of it
    canvas.restoreState()
    canvas.rect(60, 20, 90, 90, stroke=0, fill=1)
    canvas.save()
    (page,) = read_pdf(path, max_pages=1).sheets
    boxes = [tuple(map(round, (it.x0, it.y0, it.x1, it.y1))) for it in page.shapes]
    assert boxes == [(120, 300, 280, 380), (60, 20, 150, 110)]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(Shape(40, 402, 300, 420, filled=True), id="within"),
        pytest.param(Shape(41, 420, 140, 438, filled=True), id="a-tab-on-it"),
        pytest.param(Shape(40, 412, 200, 430, filled=True), id="over-its-edge"),
    ],
)
def test_title_on_the_head_of_a_box_is_in_it(head: Shape) -> None:
    title = line("Begroting", (head.y0 + head.y1) / 2 - 5, bold=True)
    lines = [line(text, 384 - 12 * at) for at, text in enumerate(COLUMN)]
    beside = [line(FULL, 320 - 12 * at) for at in range(9)]
    shapes = (Shape(40, 350, 300, 420, filled=True), head)
    assert blocks(shapes, title, *lines, *beside)[:2] == [
        ("box", "Begroting"), ("box", " ".join(COLUMN)),
    ]  # fmt: skip


def test_title_in_a_frame_of_four_bars_is_in_the_box() -> None:
    bars = [
        Shape(39, 419, 301, 421), Shape(39, 349, 301, 351),
        Shape(39, 349, 41, 421), Shape(299, 349, 301, 421),
    ]  # fmt: skip
    lines = [line(text, 384 - 12 * at, size=8) for at, text in enumerate(COLUMN)]
    beside = [line(FULL, 320 - 12 * at) for at in range(9)]
    head = Shape(40, 404, 300, 420, filled=True)
    found = blocks((*bars, head), line("Begroting", 406, bold=True), *lines, *beside)
    assert [kind for kind, _ in found] == ["box", "box", "paragraph"]


def test_panel_below_another_as_high_is_no_head_of_it() -> None:
    upper = [line(text, 460 - 12 * at) for at, text in enumerate(COLUMN)]
    lower = [line(text, 396 - 12 * at) for at, text in enumerate(COLUMN)]
    shapes = (Shape(40, 430, 300, 474, filled=True), Shape(60, 366, 280, 426, filled=True))
    beside = [line(FULL, 320 - 12 * at) for at in range(9)]
    found = blocks(shapes, *upper, *lower, *beside)
    assert found[:2] == [("box", " ".join(COLUMN))] * 2


def test_area_with_a_frame_a_little_wider_is_a_box() -> None:
    lines = [line(text, 384 - 12 * at) for at, text in enumerate(COLUMN)]
    beside = [line(FULL, 320 - 12 * at) for at in range(9)]
    shapes = (Shape(40, 350, 300, 420, filled=True), Shape(39.6, 349.6, 300.4, 420.4))
    assert blocks(shapes, *lines, *beside)[0] == ("box", " ".join(COLUMN))


def test_text_between_two_boxes_is_in_neither() -> None:
    lines = [line(text, 456 - 12 * at, size=8) for at, text in enumerate(COLUMN)]
    between = [line(FULL, 400 - 12 * at) for at in range(9)]
    last = [line(text, 266 - 12 * at, size=8) for at, text in enumerate(COLUMN)]
    areas = [Shape(40, y, 300, y + 50, filled=True) for y in (428, 238)]
    rules = [Shape(39, y - 1, 301, y + 1) for y in (478, 428, 288, 238)]
    found = blocks((*areas, *rules), *lines, *between, *last)
    assert [kind for kind, _ in found] == ["box", "paragraph", "box"]
