"""Tips, labels and values that stand in columns side by side, and heads below columns."""

import pytest

from indexer.extract.areas import Area
from indexer.extract.order import in_reading_order
from indexer.extract.stacks import Look

LINE = 10.0
TEXT, SMALL = Look((10.5, False), "black"), Look((8.5, False), "black")
LABEL, SIGN = Look((8.5, True), "black"), Look((14.0, False), "black")
HEAD = Look((10.5, True), "black")


def _stack(x: float, top: float, *, wide: float = 120) -> tuple[Area, Area, Area]:
    """A sign, a head and a text below one another."""
    return (
        Area(x, top - 14, x + 12, top),
        Area(x, top - 28, x + 70, top - 18),
        Area(x, top - 55, x + wide, top - 32),
    )


@pytest.mark.parametrize("at", [(50, 200, 350), (50, 160, 300), (50, 290)])
def test_short_columns_above_tips_are_read_before_them(at: tuple[float, ...]) -> None:
    """Whichever gutters the tips have: others than the text, or the same."""
    left = Area(50, 530, 130, 541), Area(50, 480, 270, 520)
    right = Area(290, 490, 510, 541)
    areas = [*left, right, *(area for x in at for area in _stack(x, 440, wide=90))]
    looks = [HEAD, TEXT, TEXT, *(SIGN, LABEL, SMALL) * len(at)]
    assert in_reading_order(areas, looks=looks, line=LINE) == list(range(len(areas)))


def test_box_in_one_column_is_no_tip_of_the_row_below_it() -> None:
    box = Area(60, 600, 140, 611), Area(60, 540, 190, 590)
    areas = [*box, *(area for x in (50, 195, 350) for area in _stack(x, 480))]
    looks = [LABEL, SMALL, *(SIGN, LABEL, SMALL) * 3]
    order = in_reading_order(areas, looks=looks, panels=[(0, 1)], line=LINE)
    assert order == list(range(len(areas)))


def _grid(columns: int, heights: tuple[float, ...]) -> list[Area]:
    """Cells in rows of these heights, column by column."""
    tops = [500 - 4 * at - sum(heights[:at]) for at in range(len(heights))]
    return [
        Area(50 + 110 * column, top - height, 120 + 110 * column, top)
        for column in range(columns)
        for top, height in zip(tops, heights, strict=True)
    ]


@pytest.mark.parametrize("columns", [3, 4, 5])
def test_label_above_its_value_is_read_with_it(columns: int) -> None:
    areas = _grid(columns, (10, 20))
    looks = [LABEL, SMALL] * columns
    assert in_reading_order(areas, looks=looks, line=LINE) == list(range(2 * columns))


def test_labels_of_another_colour_alone_are_labels_too() -> None:
    areas = _grid(3, (10, 20))
    looks = [Look((8.5, False), "red"), SMALL] * 3
    assert in_reading_order(areas, looks=looks, line=LINE) == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "looks",
    [
        pytest.param([LABEL] * 3 + [SMALL] * 3, id="labels-on-the-left"),
        pytest.param([LABEL, SMALL, SMALL] * 2, id="row-of-heads"),
        pytest.param([SMALL] * 6, id="all-alike"),
    ],
)
def test_cells_of_a_table_are_read_row_by_row(looks: list[Look]) -> None:
    areas = _grid(2, (10, 20, 20))
    assert in_reading_order(areas, looks=looks, line=LINE) == [0, 3, 1, 4, 2, 5]


def test_level_sections_of_two_columns_are_no_stacks() -> None:
    areas = [
        area
        for x in (50, 290)
        for top in (500, 400)
        for area in (Area(x, top - 10, x + 80, top), Area(x, top - 70, x + 220, top - 14))
    ]
    order = in_reading_order(areas, looks=[HEAD, TEXT] * 4, line=LINE)
    assert order == list(range(8))


def test_head_below_a_box_and_the_text_beside_it_is_read_with_what_stands_below_both() -> None:
    text, box = Area(240, 515, 420, 616), Area(60, 529, 225, 608)
    head, below = Area(55, 487, 130, 499), Area(55, 426, 420, 482)
    assert in_reading_order([box, text, head, below], line=LINE) == [0, 1, 2, 3]


def test_short_rest_of_a_column_is_no_head_of_what_stands_below_both() -> None:
    left = Area(50, 480, 270, 600), Area(50, 466, 190, 476)
    right, below = Area(290, 500, 510, 600), Area(50, 400, 510, 440)
    assert in_reading_order([*left, right, below], line=LINE) == [0, 1, 2, 3]


def test_title_of_a_panel_over_its_first_columns_is_above_all_labels() -> None:
    areas = [Area(50, 520, 165, 534), *_grid(3, (10, 20))]
    looks = [HEAD, *[LABEL, SMALL] * 3]
    assert in_reading_order(areas, looks=looks, line=LINE) == list(range(7))
