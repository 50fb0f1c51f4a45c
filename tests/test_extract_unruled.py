"""The rows of tables without any line, and what looks like them and is none."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from extract_sheets import FULL, line, page_of
from reading_grids import ABOVE, FACTS, PLAN, Table, draw
from test_extract_ruled import THREE, cells_of, read

from indexer.extract.lines import Line

TABLES = (
    Table("bold-labels", bold="column"),
    Table("bold-labels-tight", bold="column", pad=0),
    Table("plain", pad=6),
    Table("plain-tight", pad=0),
    Table("column-first", bold="column", column_first=True),
    Table("narrow", widths=(80, 120), bold="column"),
    Table("three-columns", PLAN, THREE, bold="head", pad=5),
)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_row_of_a_table_without_lines_is_one_block_with_its_cells_whole(
    table: Table, tmp_path: Path
) -> None:
    blocks = read(draw(tmp_path / "table.pdf", table))
    assert blocks[0].text == ABOVE
    rows = blocks[1 : len(table.rows) + 1]
    assert [cells_of(row) for row in rows] == [tuple(row) for row in table.rows]
    assert {row.kind for row in rows} == {"table-row"}


def test_table_without_lines_beside_running_text_is_read_by_itself(tmp_path: Path) -> None:
    table = Table("beside", widths=(80, 100), left=260, bold="column", pad=4)
    text = "Elke maandag staat er soep op tafel en wie langs komt schuift aan want dat hoort zo"
    words = (text.split() * 8)[:100]
    beside = [" ".join(words[at : at + 7]) for at in range(0, 98, 7)]
    blocks = read(draw(tmp_path / "table.pdf", table, beside=beside))
    rows = [cells_of(block) for block in blocks if block.kind == "table-row"]
    assert rows == [tuple(row) for row in FACTS]


def side_by_side(
    left: Sequence[str], right: Sequence[str], *, step: float = 12, bold: bool = False
) -> list[Line]:
    """The lines of two columns on one grid, the left one bold or not."""
    return [
        one
        for at, texts in enumerate(zip(left, right, strict=True))
        for one in (
            line(texts[0], 500 - step * at, bold=bold),
            line(texts[1], 500 - step * at, x=200),
        )
    ]


ADDRESS = ("Stichting De Smidse", "Dorpsstraat 12", "9412 AB Veldhoek", "info@smidse.example")
OTHER = ("Gemeente Oostmeer", "Raadhuisplein 1", "9401 AA Oostmeer", "post@oostmeer.example")
LABELS = ("Plaats", "Gestart", "Trekker", "Kosten")
VALUES = ("Veldhoek", "april 2018", "de dorpsraad", "12.500 euro")


def texts_of(lines: Sequence[Line]) -> list[str]:
    """The texts of the rows among the blocks of a page with these lines above running text."""
    below = [line(FULL, 380 - 12 * at) for at in range(12)]
    return [block.text for block in page_of(*lines, *below) if block.kind == "table-row"]


def test_address_blocks_beside_one_another_are_no_table() -> None:
    assert texts_of(side_by_side(ADDRESS, OTHER)) == []


def test_items_beside_items_are_no_table_however_far_apart() -> None:
    """A list of contents may stand in two columns, its page numbers above their titles."""
    left = ("3", "1 Waarom dit boek", "5", "2 De zaal van Els")
    right = ("15", "6 De werkplaats", "19", "7 Het plein van Jan")
    assert texts_of(side_by_side(left, right, step=24)) == []


def test_numbers_before_items_are_no_column() -> None:
    items = [f"3.{at}" for at in range(1, 5)]
    assert texts_of(side_by_side(items, [FULL[:40]] * 4, step=24)) == []


RUNNING = (
    "Elke maandag staat er",
    "soep op tafel, en wie",
    "langs komt schuift aan,",
    "want dat hoort",
)
ITEMS = ("• een tuin voor de buurt", "• werk dichtbij huis:", "• een taalcafé in het dorp")


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(side_by_side(RUNNING, VALUES, bold=True), id="quotation-in-bold"),
        pytest.param(side_by_side(RUNNING, VALUES, step=24), id="text-in-wide-lines"),
        pytest.param(side_by_side(ITEMS, VALUES[:3], bold=True), id="items-of-a-list"),
    ],
)
def test_text_or_a_list_beside_other_text_has_no_labels(lines: list[Line]) -> None:
    assert texts_of(lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(side_by_side(LABELS, VALUES, step=24), id="by-rows-further-apart"),
        pytest.param(side_by_side(LABELS, VALUES, bold=True), id="by-bold-labels"),
        pytest.param(
            side_by_side([f"{label}:" for label in LABELS], VALUES), id="by-labels-with-a-colon"
        ),
    ],
)
def test_labels_beside_their_values_are_a_table(lines: list[Line]) -> None:
    assert texts_of(lines) == [
        f"{one.text} {other.text}" for one, other in zip(lines[::2], lines[1::2], strict=True)
    ]


def test_columns_of_one_grid_with_other_labels_between_are_no_rows() -> None:
    """Two lists beside one another have their lines level by chance only."""
    first = [*side_by_side(LABELS, VALUES, step=24)]
    others = [line(word, 500 - 36 * at, x=300) for at, word in enumerate(("Soep", "Brood", "Thee"))]
    assert not any("Soep" in text for text in texts_of([*first, *others]))
