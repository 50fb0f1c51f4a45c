"""What is read of a page, against a second reader: no sentence but those that the page has."""

import shutil
from pathlib import Path

import pytest
import score_reading
from reportlab.pdfgen.canvas import Canvas
from score_sentences import sentences_in
from second_reader import SecondPage, Stretch, read_second

needs_pdftotext = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="pdftotext (poppler-utils) is not on this machine"
)
COLUMNS = (
    (
        "De kleedkamer is voor iedereen.",
        "Zolang daar een drempel ligt, ben",
        "je welkom maar dan lieg",
    ),
    (
        "je. En onze trainers hebben les",
        "gehad, acht avonden. Wij laten",
        "niemand over aan zijn vader.",
    ),
)
SIZE, LEADING = 10, 13


def stretch(text: str, x: float, y: float) -> Stretch:
    letters = "".join(filter(str.isalpha, text.lower()))
    return Stretch(x, y, x + 5 * len(text), y + SIZE, letters)


@pytest.fixture
def page() -> SecondPage:
    return SecondPage(
        [
            stretch(text, 40 + 200 * column, 100 + LEADING * at)
            for column, lines in enumerate(COLUMNS)
            for at, text in enumerate(lines)
        ]
    )


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("De kleedkamer is voor iedereen.", True),
        ("Zolang daar een drempel ligt, ben je welkom maar dan lieg je.", True),
        ("En onze trainers hebben les gehad, acht avonden.", True),
        pytest.param(
            "ben je welkom maar dan lieg niemand over aan zijn vader.", False, id="mid-column"
        ),
        pytest.param("Zolang daar een drempel ligt, ben gehad, acht avonden.", False, id="gutter"),
        pytest.param("De kleedkamer is voor iedereen. je welkom", False, id="line-left-out"),
        pytest.param("En onze trainers hebben geen les gehad", False, id="word-put-in"),
    ],
)
def test_sentence_stands_on_a_page_whose_lines_have_it(
    page: SecondPage, sentence: str, *, stands: bool
) -> None:
    assert page.has(sentence) is stands


@needs_pdftotext
@pytest.mark.parametrize("edition", score_reading.EDITIONS)
def test_every_sentence_of_an_edition_stands_on_its_page(edition: int) -> None:
    found = list(sentences_in(score_reading.BOOKS / f"editie-{edition}.pdf"))
    assert len(found) > 400
    assert [(number, sentence) for number, sentence, stands in found if not stands] == []


@needs_pdftotext
def test_portrait_that_is_clipped_above_two_columns_invents_no_sentence(tmp_path: Path) -> None:
    path = tmp_path / "magazine.pdf"
    canvas = Canvas(str(path), pagesize=(460, 595))
    for _ in range(3):
        canvas.saveState()
        window = canvas.beginPath()
        window.rect(40, 400, 380, 150)
        canvas.clipPath(window, stroke=0, fill=0)
        canvas.setFillGray(0.9)
        canvas.ellipse(230, 348, 430, 500, stroke=0, fill=1)
        canvas.restoreState()
        for column, lines in enumerate(COLUMNS):
            for at, text in enumerate((*lines, *lines, *lines)):
                canvas.drawString(40 + 200 * column, 360 - LEADING * at, text)
        canvas.showPage()
    canvas.save()
    assert len(read_second(path)) == 3
    found = list(sentences_in(path))
    assert len(found) >= 3 * 9
    assert [sentence for _, sentence, stands in found if not stands] == []
