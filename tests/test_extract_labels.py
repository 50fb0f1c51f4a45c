"""Page labels: what is printed counts, and every page has one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.labels import lone_number, page_labels
from indexer.extract.lines import Line, Sheet
from indexer.extract.numerals import (
    Number,
    edge_numbers,
    format_number,
    parse_number,
    to_roman,
)


def numbers(*tokens: str) -> list[tuple[Number, ...]]:
    """The numbers printed on each page; "" for none, "3 7" for two."""
    return [tuple(n for part in token.split() if (n := parse_number(part))) for token in tokens]


@pytest.mark.parametrize(
    ("printed", "given", "labels"),
    [
        pytest.param(["", "", ""], None, "1 2 3", id="nothing-known"),
        pytest.param(["", "", ""], ["i", "ii", "1"], "i ii 1", id="labels-of-the-file"),
        pytest.param(["3", "4", "5"], None, "3 4 5", id="printed"),
        pytest.param(["3", "4", "5"], ["1", "2", "3"], "3 4 5", id="printed-contradicts-the-file"),
        pytest.param(["3", "4", "5"], ["A-3", "A-4", "A-5"], "A-3 A-4 A-5", id="prefix"),
        pytest.param(["", "ii", "iii", "iv", "1", "2", "3"], None, "i ii iii iv 1 2 3", id="roman"),
        pytest.param(["IV", "V", "VI"], None, "IV V VI", id="roman-capitals"),
        pytest.param(["5", "", "7", "8"], None, "5 6 7 8", id="blank-page-within"),
        pytest.param(["", "", "3", "4", "5", ""], None, "1 2 3 4 5 6", id="unnumbered-around"),
        pytest.param(["", "1", "2", "3"], None, "omslag 1 2 3", id="cover-before-page-one"),
        pytest.param(
            ["", "", "1", "2", "3"], None, "omslag ongenummerd 2 1 2 3", id="contents-before-it"
        ),
        pytest.param(
            ["", "", "1", "2", "3"],
            ["i", "2", "1", "2", "3"],
            "i ongenummerd 2 1 2 3",
            id="file-contradicts-the-printed",
        ),
        pytest.param(
            ["4", "5", "6", *[""] * 14, "21", "22", "23"],
            None,
            " ".join(map(str, range(4, 24))),
            id="far-between-two-that-agree",
        ),
        pytest.param(
            ["4", "5", "6", *[""] * 7], None, "4 5 6 7 8 9 10 11 12 ongenummerd 10", id="far-behind"
        ),
        pytest.param(
            ["1", "2", "3", "", "1", "2", "3", "4"],
            None,
            "1 2 3 ongenummerd 4 1 2 3 4",
            id="would-have-the-number-of-another",
        ),
        pytest.param(["7", "8"], None, "7 8", id="two-of-two-pages"),
        pytest.param(["2 3", "4 5", "6 7"], None, "2-3 4-5 6-7", id="two-pages-a-sheet"),
        pytest.param(["1 2 3", "3 4 5"], None, "2-3 4-5", id="number-of-a-chapter-beside-them"),
        pytest.param(
            ["1 2 3", "2 1 3", "1 2 3", "3 1 2 4"], None, "1 2 3 4", id="menu-of-numbered-chapters"
        ),
        pytest.param(["", "8", "", "", "31"], None, "1 2 3 4 5", id="no-run"),
        pytest.param(["2021", "2021", "2021"], None, "1 2 3", id="a-year-on-every-page"),
        pytest.param(["1 87", "2 87", "3 87"], None, "1 2 3", id="page-of-pages"),
        pytest.param(["1", "2", "3", "1", "2", "3"], None, "1 2 3 1 2 3", id="repeated"),
        pytest.param(["", ""], ["", "x"], "1 x", id="empty-label"),
        pytest.param(["", "", ""], ["a", "b"], "1 2 3", id="labels-of-other-pages"),
    ],
)
def test_page_labels_says(printed: list[str], given: list[str] | None, labels: str) -> None:
    assert " ".join(page_labels(numbers(*printed), given)) == labels


@pytest.mark.parametrize(
    ("lone", "given", "labels"),
    [
        pytest.param(["", "", "15", ""], None, "13 14 15 16", id="only-one"),
        pytest.param(["13", "", "15", ""], None, "13 14 15 16", id="agreeing"),
        pytest.param(["13", "", "3", ""], None, "1 2 3 4", id="contradicting"),
        pytest.param(["", "", "15", ""], ["a", "b", "c", "d"], "a b c d", id="labels-of-the-file"),
    ],
)
def test_number_by_itself_counts_where_nothing_else_is_known(
    lone: list[str], given: list[str] | None, labels: str
) -> None:
    numbers_alone = [parse_number(token) for token in lone]
    assert " ".join(page_labels(numbers("", "", "", ""), given, lone=numbers_alone)) == labels


@pytest.mark.parametrize(
    ("text", "y", "size", "value"),
    [
        pytest.param("15", 20, 8, 15, id="in-the-foot"),
        pytest.param("- 15 -", 570, 8, 15, id="between-dashes-in-the-head"),
        pytest.param("2022", 20, 8, None, id="year"),
        pytest.param("15", 20, 30, None, id="large"),
        pytest.param("15", 300, 8, None, id="in-the-text"),
        pytest.param("15 bladzijden", 20, 8, None, id="with-words"),
    ],
)
def test_lone_number_stands_where_page_numbers_stand(
    text: str, y: float, size: float, value: int | None
) -> None:
    line = Line(text, 200, y, 220, y + size, size, bold=False, page=0)
    found = lone_number(Sheet(400, 600, (line,)), body_size=10)
    assert (found and found.value) == value


NUMBERS = st.builds(Number, st.sampled_from(["1", "i", "I"]), st.integers(1, 40))


@given(
    st.lists(st.lists(NUMBERS, max_size=3), max_size=30),
    st.none() | st.lists(st.text(max_size=3), max_size=30),
)
def test_page_labels_drops_no_page(printed: list[list[Number]], given: list[str] | None) -> None:
    labels = page_labels(printed, given)
    assert len(labels) == len(printed)
    assert all(labels)


@given(st.lists(st.lists(NUMBERS, max_size=3), max_size=30))
def test_label_of_two_pages_stands_on_both(printed: list[list[Number]]) -> None:
    labels = page_labels(printed)
    for page, label in enumerate(labels):
        if labels.count(label) > 1:
            assert label in map(format_number, printed[page])


@given(st.integers(1, 300), st.integers(3, 40), st.data())
def test_page_labels_follows_a_run_with_gaps(first: int, count: int, data: st.DataObject) -> None:
    expected = tuple(str(first + at) for at in range(count))
    blank = data.draw(st.sets(st.integers(1, count - 2), max_size=(count - 1) // 3))
    blank -= {at for at in blank if at - 1 in blank}
    shown = ["" if at in blank else label for at, label in enumerate(expected)]
    if count - len(blank) >= 3:
        assert page_labels(numbers(*shown)) == expected


@given(st.integers(1, 3999), st.sampled_from(["i", "I"]))
def test_roman_numerals_round_trip(value: int, style: str) -> None:
    number = Number("i" if style == "i" else "I", value)
    assert parse_number(format_number(number)) == number


@pytest.mark.parametrize("token", ["", "iiii", "1,5", "12a", "Iv", "0", "12345", "ic"])
def test_parse_number_refuses(token: str) -> None:
    assert parse_number(token) is None


def test_to_roman_of_zero_is_empty() -> None:
    assert to_roman(0) == ""


@pytest.mark.parametrize(
    "text",
    ["19", "- 19 -", "Inleiding 19", "19 | Inleiding", "Pagina 19 van 87", "19/87", "p. 19"],
)
def test_edge_numbers_finds_the_page_number(text: str) -> None:
    assert Number("1", 19) in edge_numbers(text)


def test_edge_numbers_leaves_numbers_within_a_line() -> None:
    assert edge_numbers("in de wijk wonen 19 mensen uit het dorp") == ()
