"""Columns, panels, menus and the marks of notes: the pure parts of reading a designed page."""

import pytest

from indexer.extract.gutters import split_at_gutters
from indexer.extract.lines import Glyph, Line, Shape, Sheet, split_lines, to_line
from indexer.extract.marks import mark_of, raise_digits, raise_superscripts, settle, without_mark
from indexer.extract.menus import menu_lines
from indexer.extract.order import Area, in_reading_order
from indexer.extract.panels import Surroundings


def row(y: float, *cells: tuple[float, str]) -> list[Glyph]:
    """A line of words, each cell beginning at its x; letters are 5 wide and 10 high."""
    glyphs: list[Glyph] = []
    for left, text in cells:
        x = left
        for word in text.split():
            glyphs += [Glyph(word, x, y, x + 5 * len(word), y + 10, len(glyphs))]
            glyphs += [Glyph(" ", 0, 0, 0, 0, len(glyphs))]
            x += 5 * len(word) + 3
    return glyphs


def texts(*lines: list[Glyph]) -> list[tuple[str, bool]]:
    return [
        (to_line(part, page=0, size=10, bold=False).text, cells)
        for part, cells in split_at_gutters(lines)
    ]


def test_line_over_two_columns_is_parted_at_the_gutter() -> None:
    left, right = "hier staat de linker kolom van tekst", "en hier staat de rechter kolom van tekst"
    lines = [row(100 - 12 * at, (50, left), (300, right)) for at in range(4)]
    assert texts(*lines) == [(left, False), (right, False)] * 4


def test_row_of_a_table_stays_whole() -> None:
    lines = [row(100 - 12 * at, (50, "Lindedam"), (200, "1.250 euro")) for at in range(4)]
    assert texts(*lines) == [("Lindedam 1.250 euro", True)] * 4


def test_single_wide_gap_is_no_gutter() -> None:
    lines = [row(100, (50, "Naam van de straat"), (300, "Nummer van het huis waar het was"))]
    lines += [row(88 - 12 * at, (50, "een volle regel " * 5)) for at in range(4)]
    assert [cells for _, cells in texts(*lines)] == [False] * 5
    assert texts(*lines)[0][0] == "Naam van de straat Nummer van het huis waar het was"


def test_columns_are_read_from_left_to_right_below_their_title() -> None:
    title, left, low_left, right = (
        Area(50, 700, 500, 730), Area(50, 400, 270, 690), Area(50, 100, 270, 390),
        Area(290, 100, 500, 690),
    )  # fmt: skip
    assert in_reading_order([right, low_left, title, left]) == [2, 3, 1, 0]


def test_short_lines_at_both_sides_are_no_columns() -> None:
    speaker, heading = Area(200, 300, 300, 310), Area(50, 270, 120, 280)
    assert in_reading_order([heading, speaker]) == [1, 0]


def test_cells_beside_each_other_are_read_row_by_row() -> None:
    cells = [Area(x, y, x + 60, y + 10) for x in (50, 200) for y in (300, 280, 260)]
    assert in_reading_order(cells) == [0, 3, 1, 4, 2, 5]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        pytest.param("wijk", "wijk", id="behind-a-word"),
        pytest.param("jou.", "jou.", id="behind-a-stop"),
        pytest.param("2019", "2019", id="behind-a-year"),
        pytest.param("m", "m2", id="behind-a-unit"),
    ],
)
def test_raised_number_of_a_note_on_the_page_is_left_out(word: str, text: str) -> None:
    assert settle(raise_digits(word, "2"), notes=["2"]) == text


def test_superscript_of_unicode_is_a_mark_too_but_not_behind_a_unit() -> None:
    assert settle(raise_superscripts("geheugen¹ en 12 m²"), notes=["1"]) == "geheugen en 12 m²"


def test_footnote_is_known_by_its_number() -> None:
    assert mark_of("2 Het zeil ligt er nog.") == "2"
    assert mark_of("Het zeil") is None
    assert without_mark(raise_digits("", "12") + "Het zeil") == "Het zeil"


def line(text: str, x: float, y: float, *, size: float = 10, page: int = 0) -> Line:
    return Line(text, x, y, x + len(text) * size * 0.4, y + size, size, bold=False, page=page)


def test_strips_that_touch_are_one_panel_and_lines_know_theirs() -> None:
    strips = tuple(Shape(50, y, 250, y + 20, filled=True) for y in (300, 280, 260))
    inside, outside = line("In het kort", 60, 270), line("Daarnaast", 60, 200)
    around = Surroundings(Sheet(400, 600, (inside, outside), strips))
    assert around.panel_of(inside) == 0
    assert around.panel_of(outside) is None


def test_areas_that_lie_over_one_another_are_a_drawing() -> None:
    waves = tuple(Shape(50, y, 250, y + 80, filled=True) for y in (300, 280, 260))
    assert not Surroundings(Sheet(400, 600, (), waves)).panels


def test_menu_is_known_without_an_outline_by_the_titles_it_leads_to() -> None:
    names = ("Voorwoord", "De Pomp", "Het Veldje")
    sheets = [
        Sheet(
            400, 600,
            (
                line(names[page // 2], 50, 500, size=20, page=page),
                *(
                    # Set to the right: the entries share their right edge.
                    line(name, 380 - len(name) * 3.2, 500 - 20 * at, size=8, page=page)
                    for at, name in enumerate(names)
                ),
            ),
        )
        for page in range(6)
    ]  # fmt: skip
    found = menu_lines(sheets, body_size=10, is_entry=lambda _line: False)
    assert {one.size for one in found} == {8}
    assert len(found) == 18


def test_letter_spaced_title_is_closed_up_to_its_words() -> None:
    glyphs = []
    for at, char in enumerate("ONS HUIS"):
        if char != " ":
            glyphs += [Glyph(char, 12 * at, 0, 12 * at + 6, 10, 2 * at), Glyph(" ", 0, 0, 0, 0, 0)]
    (letters,) = split_lines(glyphs)
    assert to_line(letters, page=0, size=10, bold=False).text == "ONS HUIS"
