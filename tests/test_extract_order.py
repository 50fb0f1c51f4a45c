"""The order of columns below titles and pictures that stand over all of them."""

import pytest

from indexer.extract.order import Area, in_reading_order

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


def test_thousand_columns_are_put_in_order() -> None:
    columns = [Area(20.0 * at, 0, 20.0 * at + 10, 100) for at in range(1_500)]
    assert in_reading_order(columns[::-1]) == list(range(1_499, -1, -1))
