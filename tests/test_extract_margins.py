"""What stands in the margins of pages: running heads, page numbers, menus."""

import pytest
from extract_sheets import FULL, kinds, lay_out, line, sheet

from corpus import OutlineEntry
from indexer.extract import layout
from indexer.extract.lines import Line, Sheet


def numbered(page: int, *lines: Line, head: str = "Wij in de Wijk") -> Sheet:
    """A page with a running head, left or right by its number, and a number at its foot."""
    x = 50.0 if page % 2 else 250.0
    top = line(head, 570, x=x, size=8, page=page)
    foot = line(str(page + 1), 20, x=x, size=8, page=page)
    words = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht")
    text = line(f"Op bladzijde {words[page % 8]} staat iets over de wijk.", 400, page=page)
    return sheet(top, text, *lines, foot)


def test_running_heads_and_page_numbers_are_dropped() -> None:
    pages = lay_out([numbered(page) for page in range(6)])
    assert [len(blocks) for blocks in pages] == [1] * 6


def test_chapter_heads_on_three_pages_are_dropped() -> None:
    heads = ["Inleiding"] * 3 + ["De Handreiking"] * 3
    pages = lay_out([numbered(page, head=head) for page, head in enumerate(heads)])
    assert [len(blocks) for blocks in pages] == [1] * 6


def test_heads_with_the_page_number_are_dropped() -> None:
    pages = lay_out([numbered(page, head=f"Titel {page} | {page + 7}") for page in range(4)])
    assert [len(blocks) for blocks in pages] == [1] * 4


def texts_below(head: Line) -> tuple[Line, ...]:
    """A line and text below it, on its page."""
    return (head, *(line(f"{FULL} {at}", 400 - 12 * at, page=head.page) for at in range(9)))


def test_headings_whose_numbers_go_up_with_the_pages_stay() -> None:
    titles = ("1 Aanleiding", "2 Het gebruik", "3 De organisatie", "4 Het geld")
    heads = [line(title, 550, size=20, page=page) for page, title in enumerate(titles)]
    pages = lay_out([sheet(*texts_below(head)) for head in heads])
    assert [kinds(page)[0] for page in pages] == [("heading", title) for title in titles]


@pytest.mark.parametrize(("high", "stays"), [(556, True), (590, False)])
def test_head_of_a_form_stays_where_other_pages_have_their_text(
    high: float, *, stays: bool
) -> None:
    pages = []
    for at in range(5):
        title = line(f"De {'abcde'[at]}-ploeg", 550, size=20, page=2 * at)
        head = line("Wat het brengt", high, size=11, bold=True, page=2 * at + 1)
        text = [line(f"{FULL} {at}", 540 - 12 * row, page=2 * at + 1) for row in range(9)]
        pages += [sheet(*texts_below(title)), sheet(head, *text)]
    found = [blocks[0].text == "Wat het brengt" for blocks in lay_out(pages)[1::2]]
    assert found == [stays] * 5


def test_page_numbers_as_large_as_a_heading_are_dropped() -> None:
    numbers = [line(str(page + 3), 560, size=20, page=page) for page in range(4)]
    pages = layout.lay_out([sheet(*texts_below(number)) for number in numbers])
    assert [page.dropped for page in pages] == [(str(page + 3),) for page in range(4)]


def test_heading_below_the_running_head_of_some_pages_stays() -> None:
    pages = [
        numbered(page, *([line("Achtergrond", 545, page=page)] if page % 3 == 0 else []))
        for page in range(12)
    ]
    texts = [[block.text for block in page] for page in lay_out(pages)]
    assert ["Achtergrond" in page for page in texts] == [page % 3 == 0 for page in range(12)]


def test_heading_at_the_top_of_scattered_pages_stays() -> None:
    pages = []
    for page, word in enumerate("een twee drie vier vijf zes zeven acht negen tien".split()):  # noqa: SIM905
        first = "Aanpak" if page in {1, 5, 9} else f"Dit is zin {word}"
        pages.append(sheet(line(first, 570, page=page), line("Tekst.", 300, page=page)))
    tops = [blocks[0].text for blocks in lay_out(pages)]
    assert [page for page, text in enumerate(tops) if text == "Aanpak"] == [1, 5, 9]


def test_menu_on_every_page_is_dropped_and_the_equal_heading_stays() -> None:
    menu = ("Voorwoord", "De Pomp", "Het Veldje")
    pages = [
        sheet(
            *(line(name, 500 - 20 * at, x=300, size=7, page=page) for at, name in enumerate(menu)),
            line(menu[page // 2], 540, size=20, page=page),
            line(f"Dit is zin {'abcdef'[page]}.", 300, page=page),
        )
        for page in range(6)
    ]
    outline = [OutlineEntry(title=name, level=1, page=2 * at) for at, name in enumerate(menu)]
    texts = [[block.text for block in blocks] for blocks in lay_out(pages, outline=outline)]
    assert texts == [[menu[page // 2], f"Dit is zin {'abcdef'[page]}."] for page in range(6)]


def test_head_of_a_short_chapter_is_dropped_where_other_heads_stand() -> None:
    heads = ["Inleiding"] * 5 + ["Slot"]
    titles = {5: [line("Slot", 500, size=20, page=5)]}
    pages = [numbered(page, *titles.get(page, ()), head=head) for page, head in enumerate(heads)]
    assert [block.text for block in lay_out(pages)[5]][:1] == ["Slot"]
    assert len(lay_out(pages)[5]) == 2


def test_line_above_the_title_that_differs_from_page_to_page_stays() -> None:
    places = ("Berkum, Zwolle", "Overdinkel, Losser", "Zwolle", "Wierden", "Losser", "De Lutte")
    pages = []
    for at, place in enumerate(places):
        kicker = line(place, 570, size=8, page=2 * at)
        title = line(f"Casus {'abcdef'[at]}", 540, size=20, page=2 * at)
        pages += [sheet(kicker, *texts_below(title))]
        pages += [sheet(*texts_below(line(FULL, 412, page=2 * at + 1)))]
    assert [blocks[0].text for blocks in lay_out(pages)[::2]] == list(places)


def test_name_of_a_chapter_that_stands_only_in_running_heads_stays_once() -> None:
    heads = ["Inleiding"] * 3 + ["Het Veldje"] * 3 + ["Afsluiting"] * 6
    titled = {0: "Inleiding", 6: "Afsluiting"}
    pages = [
        numbered(
            page,
            *([line(titled[page], 500, size=20, page=page)] if page in titled else []),
            head=head,
        )
        for page, head in enumerate(heads)
    ]
    texts = [[block.text for block in blocks] for blocks in lay_out(pages)]
    assert [page for page, blocks in enumerate(texts) if "Het Veldje" in blocks] == [3]
    assert [len(blocks) for blocks in texts] == [2, 1, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1]


@pytest.mark.parametrize("head", ["Deel: Buren eten…", "Wijk | Buren eten samen", "Buren eten"])
def test_head_that_says_titles_is_dropped_also_if_it_stands_once(head: str) -> None:
    heads = ["Wijk"] * 8 + [head]
    title = line("Buren eten samen", 500, size=20, page=8)
    deel = line("Deel:", 500, size=20, page=2)
    pages = [
        numbered(page, *{8: [title], 2: [deel]}.get(page, ()), head=text)
        for page, text in enumerate(heads)
    ]
    assert [block.text for block in lay_out(pages)[8]][:1] == ["Buren eten samen"]


def test_lines_that_recur_within_the_page_stay() -> None:
    same = [sheet(line("Trefwoorden", 300, page=page)) for page in range(5)]
    assert all(blocks[0].text == "Trefwoorden" for blocks in lay_out(same))


def test_lines_of_the_margin_that_do_not_recur_stay() -> None:
    texts = ("Aan", "Bij", "Door", "Voor")
    pages = [sheet(line(text, 570, page=page)) for page, text in enumerate(texts)]
    assert [blocks[0].text for blocks in lay_out(pages)] == list(texts)


def test_heading_that_equals_the_running_head_stays() -> None:
    heading = line("Wij in de Wijk", 500, size=20, page=2)
    pages = lay_out([numbered(page, *([heading] if page == 2 else [])) for page in range(5)])
    assert ("heading", "Wij in de Wijk") in kinds(pages[2])
    assert all("Wij in de Wijk" not in block.text for at in (0, 1, 3, 4) for block in pages[at])


def test_only_title_of_a_page_stays_at_its_head() -> None:
    outline = (OutlineEntry(title="Wij in de Wijk", level=1, page=0),)
    pages = lay_out([numbered(page) for page in range(4)], outline=outline)
    assert kinds(pages[0])[0] == ("heading", "Wij in de Wijk")
    assert len(pages[1]) == 1


def test_label_of_the_page_is_dropped_from_its_margin() -> None:
    pages = [sheet(line(FULL, 400), line("- iv -", 20))]
    assert len(lay_out(pages, labels=("iv",))[0]) == 1
    assert len(lay_out(pages, labels=("v",))[0]) == 2
