"""Footnotes: known for notes however they are set, and their marks no text of the sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from reportlab.pdfgen.canvas import Canvas

from corpus import Block, Source
from indexer.extract import Limits
from indexer.extract.marks import counted, is_next_mark, mark_of, raise_signs, settle, without_mark
from indexer.extract.worker import read_file

SOURCE = Source(id="bron", path="bron.pdf", kind="publication", title="Bron")
TEXT = (
    "De sleutel ligt bij de buren.", "Wie hem haalt, tekent in het schrift.",
    "Het schrift is vol, en er komt een tweede.", "Daarna gaat de deur open tot het donker is.",
)  # fmt: skip
NOTES = ("Geteld in het voorjaar van 2021.", "Naar het jaarverslag, p. 14.")


def read(path: Path) -> list[list[Block]]:
    """The blocks of each page."""
    return [list(page.blocks) for page in read_file(SOURCE, path, Limits()).pages]


def by_typst(path: Path, numbering: str, more: str = "") -> None:
    """A column of text with two notes."""
    first, second, *rest = TEXT
    text = f"{first}#footnote[{NOTES[0]}] {second}#footnote[{NOTES[1]}] {' '.join(rest)}"
    head = f'#set page(width: 300pt, height: 260pt)\n#set footnote(numbering: "{numbering}")\n'
    path.write_bytes(typst.compile(f"{head}{more}\n{text}\n\n{' '.join(rest)}".encode()))


class Pen:
    """Draws lines with raised marks in them on pages of 300 by 300 points."""

    def __init__(self, path: Path) -> None:
        self.canvas = Canvas(str(path), pagesize=(300, 300))

    def line(self, y: float, *parts: str, x: float = 30, size: float = 11) -> None:
        """Words in their size, and between them the marks that stand raised."""
        for at, part in enumerate(parts):
            raised = bool(at % 2)
            self.canvas.setFont("Helvetica", 0.8 * size if raised else size)
            self.canvas.drawString(x, y + (0.5 * size if raised else 0), part)
            x += self.canvas.stringWidth(part)

    def text(self, *marks: str) -> None:
        """The text at the head of the page, a mark behind each sentence as far as there are."""
        for at, sentence in enumerate(TEXT):
            self.line(250 - 14 * at, sentence, *marks[at : at + 1])


def plain_below_rule(pen: Pen) -> None:
    """Numbers on the line, as large as the text, below a rule."""
    pen.text("1", "2")
    pen.canvas.line(30, 86, 100, 86)
    for at, note in enumerate(NOTES):
        pen.line(70 - 14 * at, f"{at + 1} {note}")


def raised_as_large_as_the_text(pen: Pen) -> None:
    """Raised numbers before notes as large as the text, without a rule."""
    pen.text("1", "2")
    for at, note in enumerate(NOTES):
        pen.line(70 - 14 * at, "", str(at + 1), f" {note}")


def symbols(pen: Pen) -> None:
    """Signs that are not raised."""
    for at, sentence in enumerate(TEXT):
        pen.line(250 - 14 * at, sentence + "*†"[at : at + 1])
    for at, note in enumerate(NOTES):
        pen.line(70 - 14 * at, f"{'*†'[at]} {note}")


def brackets_on_the_line(pen: Pen) -> None:
    """Numbers in brackets, on the line in text and note."""
    for at, sentence in enumerate(TEXT):
        pen.line(250 - 14 * at, sentence + (f"[{at + 1}]" if at < len(NOTES) else ""))
    for at, note in enumerate(NOTES):
        pen.line(70 - 11 * at, f"[{at + 1}] {note}", size=8.5)


def glued(pen: Pen) -> None:
    """Numbers right before the note, as LibreOffice sets them without an indent."""
    pen.text("1", "2")
    for at, note in enumerate(NOTES):
        pen.line(70 - 11 * at, f"{at + 1}{note}", size=9)


@pytest.mark.parametrize(
    "draw", [plain_below_rule, raised_as_large_as_the_text, symbols, brackets_on_the_line, glued]
)
def test_footnote_is_known_however_it_is_set(draw: Callable[[Pen], None], tmp_path: Path) -> None:
    path = tmp_path / "noten.pdf"
    pen = Pen(path)
    draw(pen)
    pen.canvas.save()
    (blocks,) = read(path)
    assert [block.text for block in blocks if block.kind == "footnote"] == list(NOTES)
    assert " ".join(block.text for block in blocks if block.kind != "footnote") == " ".join(TEXT)


def test_raised_mark_before_the_indent_of_its_note_begins_it(tmp_path: Path) -> None:
    path = tmp_path / "noten.pdf"
    pen = Pen(path)
    pen.text("1", "2")
    for at, note in enumerate(NOTES):
        pen.line(70 - 11 * at, "", str(at + 1), size=9)
        pen.line(70 - 11 * at, note, size=9, x=46)
    pen.canvas.save()
    (blocks,) = read(path)
    assert [block.text for block in blocks if block.kind == "footnote"] == list(NOTES)


@pytest.mark.parametrize("typographic", ["false", "true"], ids=["set-small", "of-the-font"])
@pytest.mark.parametrize("numbering", ["1", "*", "(1)", "[1]"])
def test_mark_of_any_kind_is_no_text(numbering: str, typographic: str, tmp_path: Path) -> None:
    path = tmp_path / "noten.pdf"
    by_typst(path, numbering, f"#set super(typographic: {typographic})")
    (blocks,) = read(path)
    assert [block.text for block in blocks if block.kind == "footnote"] == list(NOTES)
    assert blocks[0].text == " ".join(TEXT)


def test_roman_numerals_are_marks_too(tmp_path: Path) -> None:
    path = tmp_path / "noten.pdf"
    by_typst(path, "i", "#set super(typographic: false)")
    (blocks,) = read(path)
    assert [block.text for block in blocks if block.kind == "footnote"] == list(NOTES)
    assert blocks[0].text == " ".join(TEXT)


def test_mark_that_a_file_draws_high_above_its_line_is_put_in_it(tmp_path: Path) -> None:
    path = tmp_path / "noten.pdf"
    pen = Pen(path)
    for at, sentence in enumerate(TEXT):
        pen.line(250 - 20 * at, sentence)
    pen.line(70, NOTES[0], x=36, size=8)
    pen.canvas.setFont("Helvetica", 5)
    pen.canvas.drawString(30, 76, "1")
    pen.canvas.drawString(30 + pen.canvas.stringWidth(TEXT[0], "Helvetica", 11), 258, "1")
    pen.canvas.save()
    (blocks,) = read(path)
    assert [block.text for block in blocks if block.kind == "footnote"] == [NOTES[0]]
    assert blocks[0].text == TEXT[0]


def test_numbered_items_below_the_text_are_no_notes(tmp_path: Path) -> None:
    path = tmp_path / "lijst.pdf"
    pen = Pen(path)
    pen.text("1")
    for at, step in enumerate(("Haal de sleutel.", "Teken in het schrift.")):
        pen.line(150 - 14 * at, f"{at + 1}. {step}")
    pen.line(60, "", "1", f" {NOTES[0]}", size=8)
    pen.canvas.save()
    (blocks,) = read(path)
    assert [block.text for block in blocks if block.kind == "list-item"] == [
        "1. Haal de sleutel.", "2. Teken in het schrift.",
    ]  # fmt: skip
    assert [block.text for block in blocks if block.kind == "footnote"] == [NOTES[0]]


def test_note_stays_though_its_number_goes_up_with_the_pages(tmp_path: Path) -> None:
    path = tmp_path / "noten.pdf"
    pen = Pen(path)
    for number in (1, 2):
        pen.text(str(number))
        pen.line(20, f"{number} {NOTES[number - 1]}", size=8.5)
        pen.canvas.showPage()
    pen.canvas.save()
    assert [blocks[-1].text for blocks in read(path)] == list(NOTES)


def test_marks_that_count_up_are_of_notes_wherever_these_stand() -> None:
    assert counted(["1", "2", "2", "3"], known=()) == {"1", "2", "3"}
    assert counted(["1", "2"], known=["2"]) == {"1", "2"}
    assert counted(["1", "2"], known=()) == frozenset()
    assert counted(["4", "1", "2", "3", "1"], known=()) == {"1", "2", "3"}


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("1 Geteld", "1"), ("1. Geteld", "1"), ("1) Geteld", "1"), ("[12] Geteld", "12"),
        ("1Geteld", "1"), ("* Geteld", "*"), ("** Geteld", "**"), ("ii Geteld", "ii"),
        ("1.100 euro", None), ("1e klas", None), ("in de klas", None), ("3D-printer", None),
    ],
)  # fmt: skip
def test_mark_that_a_note_begins_with_has_a_name(text: str, mark: str | None) -> None:
    assert mark_of(text) == mark
    assert without_mark(text) == (text if mark is None else text[text.find("G") :])


@pytest.mark.parametrize(
    ("mark", "after"), [("2", "1"), ("b", "a"), ("ii", "i"), ("v", "iv"), ("†", "*"), ("**", "*")]
)
def test_mark_follows_another(mark: str, after: str) -> None:
    assert is_next_mark(mark, after=after)
    assert not is_next_mark(mark, after=mark)


@pytest.mark.parametrize(
    ("text", "signs", "plain"),
    [("buren.", "1,2", "buren."), ("buren.", "b", "buren."), ("een 19", "e", "een 19e")],
    ids=["two", "letter", "ordinal"],
)
def test_raised_signs_are_marks_where_these_stand(text: str, signs: str, plain: str) -> None:
    assert settle(raise_signs(text, signs), notes=["1", "2", "b", "e"]) == plain


def test_raised_letter_that_is_no_mark_stays_on_its_word() -> None:
    assert settle(raise_signs("buren", "a"), notes=["1"]) == "burena"


def test_star_within_a_word_is_no_mark() -> None:
    assert settle("bewoners* en bewoners*innen", notes=["*"]) == "bewoners en bewoners*innen"
