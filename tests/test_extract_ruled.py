"""The rows of tables that are drawn: by rules, by shaded cells, by whichever hand."""

from itertools import pairwise
from pathlib import Path

import pytest
from extract_sheets import FULL, HEIGHT, WIDTH, lay_out, line, sheet
from reading_grids import ABOVE, BELOW, FIGURES, PLAN, Table, draw

from corpus import Block
from indexer.extract import layout
from indexer.extract.lines import Line, Shape, Sheet
from indexer.extract.pdf import read_pdf

TIGHT = (
    ("Plek", "Uren", "Wie helpen er"),
    ("Zuiderhorst", "12", "negen vrijwilligers"),
    ("Hoge Made", "20", "zeventien vrijwilligers en een beheerder"),
    ("Sint-Anna", "28", "drie vrijwilligers"),
)
"""Its first column ends close before its second."""

THREE = (90.0, 100.0, 150.0)
TABLES = (
    Table("grid", rules="all"),
    Table("grid-by-cell", rules="all", by_cell=True),
    Table("grid-bold-labels", rules="all", bold="column"),
    Table("grid-shaded-rows", rules="all", shaded="rows", bold="column"),
    Table("grid-shaded-column", rules="all", shaded="column", column_first=True),
    Table("grid-narrow", rules="all", widths=(80, 120)),
    Table("grid-tight", rules="all", pad=0.5),
    Table("rules-between-rows", rules="rows", bold="column"),
    Table("rules-between-rows-by-cell", rules="rows", by_cell=True),
    Table("shaded-rows", shaded="rows"),
    Table("shaded-rows-rules-at-ends", rules="ends", shaded="rows", bold="column"),
    Table("shaded-column-and-rules", rules="rows", shaded="column", bold="column"),
    Table("three-columns", PLAN, THREE, rules="all", bold="head"),
    Table("three-columns-rules-between", PLAN, THREE, rules="rows", shaded="head", bold="head"),
    Table("three-columns-shaded-rows", PLAN, THREE, shaded="rows", bold="head"),
    Table("narrow-columns", TIGHT, (56, 34, 100), rules="rows", bold="head"),
    Table("figures", FIGURES, (60, 60, 60), rules="all", by_cell=True, bold="head"),
    Table("columns-first", PLAN, THREE, rules="all", column_first=True),
)


def cells_of(block: Block) -> tuple[str, ...]:
    ends = (*block.cells[1:], len(block.text))
    return tuple(
        block.text[start:end].strip() for start, end in zip(block.cells, ends, strict=True)
    )


def read(path: Path) -> tuple[Block, ...]:
    """The blocks of the first page."""
    return layout.lay_out(read_pdf(path, max_pages=9).sheets)[0].blocks


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_row_of_a_drawn_table_is_one_block_with_its_cells_whole(
    table: Table, tmp_path: Path
) -> None:
    blocks = read(draw(tmp_path / "table.pdf", table))
    assert blocks[0].text == ABOVE
    rows = blocks[1 : len(table.rows) + 1]
    assert [cells_of(row) for row in rows] == [tuple(row) for row in table.rows]
    assert {row.kind for row in rows} == {"table-row"}
    assert blocks[len(table.rows) + 1].text.startswith(BELOW)


def test_table_beside_running_text_is_read_by_itself(tmp_path: Path) -> None:
    table = Table("beside", rules="all", widths=(80, 100), left=260)
    beside = ["en dit is een regel van de kolom links"] * 14
    blocks = read(draw(tmp_path / "table.pdf", table, beside=beside))
    rows = [cells_of(block) for block in blocks if block.kind == "table-row"]
    assert rows == [tuple(row) for row in table.rows]


def boxes(*columns: tuple[float, float], rows: tuple[float, ...]) -> list[Shape]:
    """The frames of cells: of each column between its edges, of each row between two heights."""
    return [
        Shape(x0, foot, x1, top, filled=True) for x0, x1 in columns for top, foot in pairwise(rows)
    ]


def blocks(shapes: list[Shape], *lines: Line) -> list[tuple[str, str]]:
    """The blocks of a page on which these are drawn; a second page is plain text."""
    rest = sheet(*(line(FULL, 500 - 12 * at, page=1) for at in range(30)))
    page, _ = lay_out([Sheet(WIDTH, HEIGHT, lines, tuple(shapes)), rest])
    return [(block.kind, block.text) for block in page]


GRID = boxes((45, 150), (150, 350), rows=(420, 398, 376, 354))


def test_cell_over_all_columns_is_a_row() -> None:
    found = blocks(
        GRID,
        line("Feiten van dit project op een rij", 405),
        *(line("Plaats", 383), line("Veldhoek", 383, x=155)),
        *(line("Gestart", 361), line("2018", 361, x=155)),
    )
    assert found[0] == ("table-row", "Feiten van dit project op een rij")


def test_cell_over_two_rows_is_read_with_the_first() -> None:
    shapes = [
        *boxes((45, 150), rows=(420, 376)),
        *boxes((45, 150), rows=(376, 354)),
        *boxes((150, 350), rows=(420, 398, 376, 354)),
    ]
    found = blocks(
        shapes,
        *(line("Partners", 396), line("de school", 405, x=155), line("de kerk", 383, x=155)),
        *(line("Gestart", 361), line("2018", 361, x=155)),
    )
    assert [text for _, text in found[:3]] == ["Partners de school", "de kerk", "Gestart 2018"]


def test_columns_of_text_between_rules_are_no_table() -> None:
    rules = [Shape(45, y, 390, y + 1) for y in (560, 400, 240)]
    columns = [
        line("deze kolom heeft gewone tekst", 540 - 12 * at, x=x)
        for x in (50, 220)
        for at in range(22)
    ]
    assert "table-row" not in dict(blocks(rules, *columns))


def test_labels_above_their_values_in_boxes_are_no_table() -> None:
    fields = [
        one
        for x, y, label, value in (
            (50, 408, "Plaats", "Veldhoek"), (155, 408, "Gestart", "2018"),
            (50, 378, "Kosten", "geen"), (155, 378, "Voor wie", "het dorp"),
        )
        for one in (line(label, y, x=x, size=7), line(value, y - 12, x=x))
    ]  # fmt: skip
    frames = boxes((45, 150), (150, 350), rows=(420, 391, 361))
    assert "table-row" not in dict(blocks(frames, *fields))


def test_rows_between_the_rules_of_head_and_foot_are_rows() -> None:
    rules = [Shape(45, y, 350, y + 1) for y in (420, 398, 330)]
    words = (
        ("Wijk", "Gasten", "Uren"),
        ("Noord", "140", "1210"),
        ("Zuid", "96", "870"),
        ("West", "31", "245"),
    )
    lines = [
        line(word, 405 - 22 * at + 6 * (at > 1) * (at - 1), x=x)
        for at, row in enumerate(words)
        for x, word in zip((50, 150, 250), row, strict=True)
    ]
    found = blocks(rules, *lines)
    assert found[:4] == [("table-row", " ".join(row)) for row in words]


def test_columns_above_one_another_are_two_tables() -> None:
    shapes = [
        *boxes((45, 150), (150, 350), rows=(420, 398, 376)),
        *boxes((45, 250), (250, 350), rows=(340, 318, 296)),
    ]
    found = blocks(
        shapes,
        *(line("Plaats", 405), line("Veldhoek", 405, x=155)),
        *(line("Gestart", 383), line("2018", 383, x=155)),
        line("Dit zijn de vrijwilligers, naar wat zij doen.", 354),
        *(line("Wie koken er elke maandag", 325), line("Harm", 325, x=255)),
        *(line("Wie rijden er met de bus", 303), line("Els", 303, x=255)),
    )
    assert [kind for kind, _ in found[:5]] == ["table-row"] * 2 + ["paragraph"] + ["table-row"] * 2


def test_staves_are_no_table() -> None:
    staff = [Shape(45, 400 - 5 * at, 350, 400.5 - 5 * at) for at in range(5)]
    bars = [Shape(x, 380, x + 1, 400) for x in (45, 150, 350)]
    assert "table-row" not in dict(
        blocks([*staff, *bars], line("Sve", 382, size=5), line("glia", 382, x=160, size=5))
    )


def test_text_that_lies_over_the_edge_of_a_grid_is_no_row_of_it() -> None:
    found = blocks(
        GRID,
        line(FULL, 405, x=60, size=11),
        *(line("Plaats", 383), line("Veldhoek", 383, x=155)),
        *(line("Gestart", 361), line("2018", 361, x=155)),
    )
    assert ("table-row", "Plaats Veldhoek") in found
    assert ("table-row", FULL) not in found


def test_text_between_the_rules_of_a_page_is_no_row_of_the_table_below_it() -> None:
    rules = [Shape(50, y, 330, y + 0.5) for y in (560, 470, 430, 400, 370, 340)]
    text = [line(FULL, 540 - 12 * at) for at in range(5)]
    quote = line("Wie water geeft, hoort erbij.", 446, size=14)
    rows = [
        line(label, y, x=x)
        for y, cells in ((412, ("Snijbiet", "96 kilo")), (382, ("Pompoen", "181 kilo")))
        for x, label in zip((50, 200), cells, strict=True)
    ]
    last = [line("Bonen", 352), line("van de groep", 358, x=200), line("op zaterdag", 346, x=200)]
    page, _ = lay_out(
        [
            Sheet(WIDTH, HEIGHT, (*text, quote, *rows, *last), tuple(rules)),
            sheet(*(line(FULL, 400 - 12 * at, page=1) for at in range(20))),
        ]
    )
    kinds = [block.kind for block in page]
    assert kinds[-3:] == ["table-row"] * 3
    assert "table-row" not in kinds[:-3]
