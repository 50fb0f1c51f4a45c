"""Which entry of a menu is set apart on a page."""

from msgspec.structs import replace

from indexer.extract.current import current_entries
from indexer.extract.lines import Line, Shape, Sheet

ENTRIES = ("Inleiding", "De Pomp", "Het Veldje")


def entry(at: int, page: int) -> Line:
    y = 500.0 - 20 * at
    return Line(ENTRIES[at], 20, y, 90, y + 10, 8, bold=False, page=page)


def menus(pages: int = 6) -> list[list[Line]]:
    return [[entry(at, page) for at in range(len(ENTRIES))] for page in range(pages)]


def sheets(lines: list[list[Line]]) -> list[Sheet]:
    return [Sheet(400, 600, tuple(page)) for page in lines]


def test_bold_or_coloured_entry_is_the_current_one() -> None:
    lines = menus()
    lines[1][0] = replace(lines[1][0], bold=True)
    lines[2][1] = replace(lines[2][1], colour=(200, 0, 0))
    assert current_entries(sheets(lines), lines) == ((), ("Inleiding",), ("De Pomp",), (), (), ())


def test_entry_with_a_tint_behind_it_is_the_current_one() -> None:
    lines = menus()
    pages = sheets(lines)
    panel = Shape(10, 0, 100, 590, filled=True)
    tint = Shape(15, 457, 95, 472, filled=True)
    tinted = [
        replace(page, shapes=(panel, tint) if at == 4 else (panel,))
        for at, page in enumerate(pages)
    ]
    assert current_entries(tinted, lines)[4] == ("Het Veldje",)


def test_menu_that_looks_the_same_on_every_page_sets_nothing_apart() -> None:
    lines = menus()
    assert set(current_entries(sheets(lines), lines)) == {()}


def test_line_of_too_few_pages_shows_nothing() -> None:
    lines = menus(2)
    lines[1][0] = replace(lines[1][0], bold=True)
    assert set(current_entries(sheets(lines), lines)) == {()}
