"""What a file draws in scraps comes in its line."""

from msgspec.structs import replace

from indexer.extract.lines import Line
from indexer.extract.scraps import without_scraps


def line(text: str, x: float, y: float, *, size: float = 10.0) -> Line:
    return Line(text, x, y, x + 5 * len(text), y + size, size, bold=False, page=0)


def texts(*lines: Line) -> list[str]:
    return [one.text for one in without_scraps(lines)]


def test_markers_that_come_after_the_text_go_before_their_items() -> None:
    items = [line("een kast met", 60, 500), line("een slot", 60, 488), line("een schrift", 60, 470)]
    assert texts(*items, line("•", 48, 500), line("2.", 46, 470)) == [
        "• een kast met", "een slot", "2. een schrift",
    ]  # fmt: skip


def test_marker_without_a_line_beside_it_stays() -> None:
    assert texts(line("een kast", 60, 500), line("•", 48, 480)) == ["een kast", "•"]
    assert texts(line("een kast", 260, 500), line("1.", 48, 500)) == ["een kast", "1."]


def test_rest_of_a_line_comes_behind_its_begin() -> None:
    begun, rest = line("een buurt zonder winkel.", 50, 400), line("In de wijk", 173, 400)
    assert texts(begun, line("elders", 300, 410), rest) == [
        "een buurt zonder winkel. In de wijk", "elders",
    ]  # fmt: skip


def test_rest_goes_with_one_line_where_two_lie_over_one_another() -> None:
    shadow = line("een buurt zonder winkel,", 50, 400)
    begun = line("een buurt zonder winkel.", 51, 400)
    assert texts(shadow, begun, line("In de wijk", 173, 400)) == [
        "een buurt zonder winkel,", "een buurt zonder winkel. In de wijk",
    ]  # fmt: skip


def test_line_of_the_next_column_is_no_rest() -> None:
    assert texts(line("een kolom", 50, 400), line("de volgende", 110, 400)) == [
        "een kolom", "de volgende",
    ]  # fmt: skip


def test_figures_of_a_spaced_title_are_closed_up_only_behind_such_a_title() -> None:
    title = line("LEEFBAARHEID TOT EN MET", 50, 500)
    year = line("2 0 2 8 ?", 50, 480)
    assert texts(replace(title, spaced=True), year) == [title.text, "2028?"]
    assert texts(title, year) == [title.text, year.text]
