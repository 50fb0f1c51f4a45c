"""The order of columns below titles and pictures that stand over all of them."""

import pytest

from indexer.extract.areas import Area
from indexer.extract.order import in_reading_order

UPPER = (Area(50, 500, 150, 700), Area(170, 500, 270, 700))
LOWER = (Area(50, 300, 150, 440), Area(170, 300, 270, 440))
TITLE = Area(50, 455, 120, 475)


def test_short_title_over_all_columns_parts_them() -> None:
    areas = [UPPER[0], TITLE, LOWER[0], UPPER[1], LOWER[1]]
    assert in_reading_order(areas, titles={1: 20.0}) == [0, 3, 1, 2, 4]


@pytest.mark.parametrize(
    ("lower", "titles"),
    [
        pytest.param((LOWER[0], Area(170, 300, 270, 447)), {1: 20.0}, id="columns-not-level"),
        pytest.param((LOWER[0], Area(170, 300, 270, 470)), {1: 20.0}, id="text-beside"),
        pytest.param(LOWER, {}, id="no-title"),
        pytest.param(LOWER, {1: 20.0, 0: 20.0}, id="another-title-in-a-column"),
    ],
)
def test_title_of_a_column_does_not(lower: tuple[Area, Area], titles: dict[int, float]) -> None:
    areas = [UPPER[0], TITLE, lower[0], UPPER[1], lower[1]]
    assert in_reading_order(areas, titles=titles) == [0, 1, 2, 3, 4]


def test_picture_over_all_columns_parts_them() -> None:
    areas = [UPPER[0], LOWER[0], Area(170, 500, 270, 690), Area(170, 300, 270, 430)]
    assert in_reading_order(areas) == [0, 1, 2, 3]
    assert in_reading_order(areas, pictures=[Area(50, 450, 270, 490)]) == [0, 2, 1, 3]


TITLE_OF_PAGE, LEAD = Area(50, 660, 150, 690), Area(50, 600, 190, 640)
COLUMNS = (Area(50, 100, 150, 500), Area(170, 100, 270, 500))


def test_lead_beside_a_picture_stands_before_the_columns_below_it() -> None:
    areas = [TITLE_OF_PAGE, LEAD, *COLUMNS]
    assert in_reading_order(areas, pictures=[Area(210, 580, 270, 690)]) == [0, 1, 2, 3]


def test_text_of_a_column_beside_it_is_read_before_what_stands_over_the_gutter() -> None:
    over = Area(100, 300, 190, 340)
    left, upper, lower = Area(50, 400, 150, 690), Area(170, 400, 270, 690), Area(50, 100, 150, 280)
    right = Area(200, 100, 270, 390)
    assert in_reading_order([left, over, lower, upper, right]) == [0, 2, 3, 4, 1]


def test_panel_is_read_as_one_unless_something_else_stands_in_it() -> None:
    banner = Area(50, 510, 150, 530), Area(170, 510, 270, 530)
    areas = [COLUMNS[0], Area(170, 100, 270, 480), *banner]
    assert in_reading_order(areas) == [2, 0, 3, 1]
    assert in_reading_order(areas, panels=[(2, 3)]) == [2, 3, 0, 1]
    assert in_reading_order(areas, panels=[(0, 3)]) == [2, 0, 3, 1]


def test_thousand_columns_are_put_in_order() -> None:
    columns = [Area(20.0 * at, 0, 20.0 * at + 10, 100) for at in range(1_500)]
    assert in_reading_order(columns[::-1]) == list(range(1_499, -1, -1))


def test_heading_of_a_column_that_begins_a_little_higher_is_read_with_its_column() -> None:
    title = Area(50, 720, 270, 760)
    left = Area(50, 650, 120, 680), Area(50, 300, 150, 640)
    right = Area(170, 678, 230, 691), Area(170, 300, 270, 670)
    assert in_reading_order([title, *left, *right]) == [0, 1, 2, 3, 4]
    higher = Area(170, 684, 230, 697)
    assert in_reading_order([title, *left, higher, right[1]]) == [0, 1, 2, 3, 4]
    over_both = Area(170, 700, 230, 713)
    assert in_reading_order([title, *left, over_both, right[1]]) == [0, 3, 1, 2, 4]


def test_title_at_the_foot_of_a_page_is_read_behind_all_its_columns() -> None:
    title, columns = Area(50, 100, 120, 118), (Area(50, 140, 150, 600), Area(170, 150, 270, 600))
    areas = [columns[0], title, columns[1]]
    assert in_reading_order(areas, titles={1: 16.0}) == [0, 2, 1]
    beside = [columns[0], title, Area(170, 110, 270, 600)]
    assert in_reading_order(beside, titles={1: 16.0}) == [0, 1, 2]


def test_level_paragraphs_of_two_columns_are_no_cells_of_rows() -> None:
    """Each has three lines: their height tells nothing about how narrow the columns are."""
    areas = [Area(x, top - 36, x + 200, top) for x in (50, 270) for top in (500, 450, 400)]
    assert in_reading_order(areas, line=12) == [0, 1, 2, 3, 4, 5]
    cells = [Area(x, top - 36, x + 100, top) for x in (50, 270) for top in (500, 450, 400)]
    assert in_reading_order(cells, line=12) == [0, 3, 1, 4, 2, 5]


def test_heads_above_texts_in_narrow_columns_are_no_cells_of_rows() -> None:
    """Tips beside one another: a sign, a title, and what it says."""
    areas = [
        Area(x, top - 10, x + wide, top)
        for x in (50, 220)
        for wide, top in ((12, 120), (90, 95), (140, 80))
    ]
    assert in_reading_order(areas, line=9) == [0, 1, 2, 3, 4, 5]
