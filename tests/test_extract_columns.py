"""Columns, panels, menus and the marks of notes: the pure parts of reading a designed page."""

import pytest
from extract_sheets import row

from indexer.extract.areas import Area
from indexer.extract.gutters import split_at_gutters
from indexer.extract.lines import Line, Shape, Sheet, to_line
from indexer.extract.marks import mark_of, raise_signs, raise_superscripts, settle, without_mark
from indexer.extract.menus import menu_lines
from indexer.extract.order import in_reading_order
from indexer.extract.panels import Surroundings
from indexer.extract.pieces import Glyph, split_lines
from indexer.extract.runs import left_to_right
from indexer.extract.tables import whole_rows
from indexer.extract.tabs import tab_lines


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
        pytest.param("nu", "nu", id="behind-a-short-word"),
        pytest.param("m", "m2", id="behind-a-unit"),
    ],
)
def test_raised_number_of_a_note_on_the_page_is_left_out(word: str, text: str) -> None:
    assert settle(raise_signs(word, "2"), notes=["2"]) == text


def test_superscript_of_unicode_is_a_mark_too_but_not_behind_a_unit() -> None:
    assert settle(raise_superscripts("geheugen¹ en 12 m²"), notes=["1"]) == "geheugen en 12 m²"


def test_footnote_is_known_by_its_number() -> None:
    assert mark_of("2 Het zeil ligt er nog.") == "2"
    assert mark_of("Het zeil") is None
    assert without_mark(raise_signs("", "12") + "Het zeil") == "Het zeil"


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


def menu_sheet(page: int, *, x: float) -> Sheet:
    """A page with the title of a chapter, three lines that stand still at x, and its text."""
    names = ("Voorwoord", "De Pomp", "Het Veldje")
    body = [line("een regel van de tekst zelf", 150, 400 - 12 * at, page=page) for at in range(9)]
    still = [line(name, x, 500 - 20 * at, size=8, page=page) for at, name in enumerate(names)]
    return Sheet(400, 600, (line(names[page], 150, 540, size=20, page=page), *still, *body))


def test_menu_of_a_file_of_three_pages_stands_beside_its_text() -> None:
    sheets = [menu_sheet(page, x=20) for page in range(3)]
    found = menu_lines(sheets, body_size=10, is_entry=lambda _line: False)
    assert len(found) == 9


def test_entry_of_the_page_itself_that_wraps_is_of_the_menu_too() -> None:
    sheets = [menu_sheet(page, x=20) for page in range(3)]
    wrapped = line("Het Veldje hier", 20, 440, size=8, page=2)
    sheets[2] = Sheet(400, 600, (*sheets[2].lines, wrapped))
    assert wrapped in menu_lines(sheets, body_size=10, is_entry=lambda _line: False)


def test_menu_of_two_pages_names_titles_of_more_than_a_line() -> None:
    names = ("Waarom zou je een", "boormachine bezitten?", "Uitlenen en terugkrijgen", "Slot")
    titles = (names[:2], names[2:3])
    sheets = []
    for page, title in enumerate(titles):
        body = [
            line("een regel van de tekst zelf", 190, 400 - 12 * at, page=page) for at in range(9)
        ]
        still = [line(name, 20, 500 - 12 * at, size=8, page=page) for at, name in enumerate(names)]
        heads = [line(it, 190, 540 - 22 * at, size=20, page=page) for at, it in enumerate(title)]
        sheets.append(Sheet(400, 600, (*heads, *still, *body)))
    found = menu_lines(sheets, body_size=10, is_entry=lambda _line: False)
    assert {one.text for one in found if one.size == 8} == set(names)
    assert len(found) == 8


def test_headings_of_a_form_stand_in_the_column_of_its_text_and_stay() -> None:
    sheets = [menu_sheet(page, x=150) for page in range(3)]
    assert not menu_lines(sheets, body_size=10, is_entry=lambda _line: False)


def test_letter_spaced_title_is_closed_up_to_its_words() -> None:
    glyphs = []
    for at, char in enumerate("ONS HUIS"):
        if char != " ":
            glyphs += [Glyph(char, 12 * at, 0, 12 * at + 6, 10, 2 * at), Glyph(" ", 0, 0, 0, 0, 0)]
    (letters,) = split_lines(glyphs)
    assert to_line(letters, page=0, size=10, bold=False).text == "ONS HUIS"


def rows_of(
    *lines: tuple[float, tuple[tuple[float, str], ...]], rules: tuple[float, ...] = ()
) -> list[str]:
    """The texts after `whole_rows` of lines of cells at a height; one cell is no row by itself."""
    made = [
        to_line(row(y, *cells), page=0, size=10, bold=False, cells=len(cells) > 1)
        for y, cells in lines
    ]
    shapes = [Shape(50, y, 400, y + 0.5) for y in rules]
    return [one.text for one in whole_rows(made, shapes, lambda _word: False)]


def test_row_whose_cells_wrap_is_read_cell_by_cell() -> None:
    assert rows_of(
        (300, ((50, "Gewas"), (150, "Kilo"), (200, "Wie oogst het"))),
        (280, ((50, "Munt en"), (150, "61"), (200, "cliënten van de dag-"))),
        (268, ((50, "peterselie"), (200, "opvang"))),
        (248, ((50, "Bonen"), (150, "74"), (200, "iedereen die"))),
        (236, ((200, "langskomt"),)),
    ) == [
        "Gewas Kilo Wie oogst het",
        "Munt en peterselie 61 cliënten van de dagopvang",
        "Bonen 74 iedereen die langskomt",
    ]  # fmt: skip


def test_rows_in_groups_stay_rows() -> None:
    cells = [(y, ((50, "Zuid"), (150, str(y)))) for y in (300, 288, 276, 252, 240)]
    assert rows_of(*cells) == [f"Zuid {y}" for y, _ in cells]


def test_rules_part_rows_that_stand_as_close_as_their_lines() -> None:
    assert rows_of(
        (300, ((50, "Munt"), (150, "voor wie"))),
        (288, ((50, "en dille"), (150, "langskomt"))),
        (276, ((50, "Bonen"), (150, "niemand"))),
        (264, ((50, "Biet"), (150, "de school"))),
        rules=(310, 286, 274),
    ) == ["Munt en dille voor wie langskomt", "Bonen niemand", "Biet de school"]


def test_number_in_the_first_cell_of_the_last_line_is_a_cell_too() -> None:
    lines = [row(100 - 20 * at, (50, "1234"), (200, "wie er was")) for at in range(4)]
    lines[:3] = [row(100 - 20 * at, (50, "Lindedam"), (200, "wie er was")) for at in range(3)]
    assert texts(*lines)[-1] == ("1234 wie er was", True)


def test_text_right_below_a_table_is_not_of_its_last_row() -> None:
    table = [(300 - 20 * at, ((50, "Zuid"), (150, "12 mensen"))) for at in range(3)]
    assert rows_of(*table, (248, ((50, "Daarna ging het beter en beter."),)))[-2:] == [
        "Zuid 12 mensen", "Daarna ging het beter en beter.",
    ]  # fmt: skip


def test_word_that_returns_to_the_left_on_a_lower_line_begins_a_line() -> None:
    glyphs = row(100, (50, "links"), (300, "rechts")) + row(94, (50, "onder"))
    assert len(split_lines(glyphs)) == 2


def test_word_right_below_the_begin_of_another_begins_a_line() -> None:
    glyphs = row(100, (67, "activiteiten:")) + row(87, (68, "–"), (80, "wekelijks"))
    assert len(split_lines(glyphs)) == 2


def test_words_from_right_to_left_are_one_line() -> None:
    glyphs = [Glyph("אבג", x, 0, x + 20, 10, 0) for x in (100, 77, 54)]
    assert len(split_lines(glyphs)) == 1


def test_few_lines_over_the_gutter_are_parted_where_lines_beside_show_the_columns() -> None:
    left, right = "hier staat de linker kolom van deze tekst", "en hier staat de rechter kolom"
    both = [row(100, (50, left), (300, right))]
    apart = [
        row(100 - 14 * at, (x, text))
        for at in range(1, 4)
        for x, text in ((50, left), (300, right))
    ]
    assert texts(*both, *apart)[:2] == [(left, False), (right, False)]


def test_ragged_columns_with_a_table_in_one_are_parted_where_the_file_draws_them_row_by_row() -> (
    None
):
    """Few lines stand level, most of the rest end further right than those that do."""
    left, right = "een regel tekst van links die", "en de rechter kolom van de tekst"
    short = "een wat korter regeltje"
    level = [row(300 - 40 * at, (50, short), (300, right)) for at in range(2)]
    apart = [row(288 - 14 * at, (50, f"{left} verder liep")) for at in range(6)]
    apart += [row(283 - 14 * at, (300, right)) for at in range(6)]
    table = [
        row(180 - 20 * at, (50, "Biet"), (100, "96"), (140, "wie"), (300, right)) for at in range(3)
    ]
    parts = texts(*level, *apart, *table)
    assert parts[:4] == [(short, False), (right, False)] * 2
    assert parts[-6:] == [("Biet 96 wie", True), (right, False)] * 3


def test_words_that_a_file_draws_after_those_to_their_right_come_in_their_place() -> None:
    texts_ = ("links staat een hele regel", "rechts staat een hele regel")
    lines = [row(100 - 14 * at, (50, texts_[0]), (400, texts_[1])) for at in range(3)]
    lines[1] = row(86, (50, "links staat"), (400, texts_[1]), (112, "een hele regel"))
    assert [text for text, _ in texts(*lines)] == [*texts_] * 3


def test_mark_that_touches_its_word_does_not_keep_a_line_in_the_order_of_its_file() -> None:
    line = row(100, (50, "was."), (400, "levert"))
    mark = [Glyph("1", 69.9, 104, 73.5, 110, 4)]
    placed = left_to_right([*line, *mark, *row(100, (76, "De gemeente"))])
    assert "".join(one.char for one in placed).split() == ["was.", "1De", "gemeente", "levert"]


def test_narrow_gap_parts_cells_where_other_rows_have_a_column() -> None:
    lines = [row(100 - 14 * at, (50, "Biet"), (91, "9"), (140, "de school")) for at in range(3)]
    lines.append(row(58, (50, "Pompoen"), (91, "181"), (140, "de school")))
    parts = [part for part, _ in split_at_gutters(lines)]
    line = to_line(parts[-1], page=0, size=10, bold=False, cells=True)
    assert [cell.text for cell in line.cells] == ["Pompoen", "181", "de school"]


def turned(text: str, x: float, y: float) -> list[Glyph]:
    """Letters above one another, 5 high, which stand on their side."""
    return [Glyph(char, x, y + 5 * at, x + 9, y + 5 * at + 5, at) for at, char in enumerate(text)]


def tabbed_sheets(pages: int, *, x: float, of: int = 6) -> list[Sheet]:
    """Pages with a text from 50 on, the first few with a word on its side."""
    sheets = []
    for page in range(of):
        tab = to_line(turned("Moestuin", x, 380), page=page, size=8, bold=False)
        body = [line("een regel van de tekst", 50, 400 - 12 * at, page=page) for at in range(9)]
        sheets.append(Sheet(400, 600, ((tab,) if page < pages else ()) + tuple(body)))
    return sheets


def test_what_stands_on_its_side_at_the_edge_of_many_pages_is_a_tab() -> None:
    found = tab_lines(tabbed_sheets(3, x=20))
    assert {(one.text, one.turned, one.y1 - one.y0) for one in found} == {("Moestuin", True, 40)}
    assert len(found) == 3


@pytest.mark.parametrize(
    ("pages", "x"), [pytest.param(2, 20, id="few"), pytest.param(6, 60, id="in-the-text")]
)
def test_what_stands_on_its_side_otherwise_is_no_tab(pages: int, x: float) -> None:
    assert not tab_lines(tabbed_sheets(pages, x=x))


def test_columns_run_on_below_what_stands_over_their_gutter() -> None:
    quote = Area(200, 300, 300, 400)
    left = [Area(50, 410, 240, 500), Area(50, 310, 190, 400), Area(50, 100, 240, 290)]
    right = [Area(260, 425, 450, 515), Area(310, 325, 450, 415), Area(260, 80, 450, 300)]
    assert in_reading_order([*left, quote, *right]) == [0, 1, 2, 4, 5, 6, 3]


def test_column_may_end_beside_what_stands_over_the_gutter() -> None:
    quote = Area(200, 300, 300, 400)
    left = [Area(50, 410, 240, 500), Area(50, 310, 190, 400), Area(50, 100, 240, 290)]
    right = [Area(260, 410, 450, 515), Area(310, 325, 450, 402)]
    assert in_reading_order([*left, quote, *right]) == [0, 1, 2, 4, 5, 3]


def test_title_between_two_pairs_of_columns_parts_them() -> None:
    upper, lower = (
        [Area(x, y, x + 190, y + 150) for x in (50, 260)] for y in (350, 100)
    )  # fmt: skip
    title = Area(50, 270, 450, 330)
    assert in_reading_order([*upper, *lower, title]) == [0, 1, 4, 2, 3]
