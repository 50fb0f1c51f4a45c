"""Lines to blocks: headings, paragraphs, items, and what stands in the margins."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Block, OutlineEntry
from indexer.extract import layout
from indexer.extract.lines import Line, Sheet, to_line
from indexer.extract.marks import settle
from indexer.extract.pieces import Glyph, split_lines

WIDTH, HEIGHT = 400.0, 600.0
FULL = "Deze regel is vol en loopt door tot aan de kantlijn van de zetspiegel hier"


def lay_out(sheets: Sequence[Sheet], **options: Any) -> list[tuple[Block, ...]]:  # noqa: ANN401  # as `layout.lay_out` has them
    """The blocks of each page."""
    return [page.blocks for page in layout.lay_out(sheets, **options)]


def line(  # noqa: PLR0913  # a line has as many sides
    text: str, y: float, *, x: float = 50, size: float = 10, bold: bool = False, page: int = 0
) -> Line:
    return Line(text, x, y, x + len(text) * size * 0.4, y + size, size, bold, page)


def sheet(*lines: Line) -> Sheet:
    return Sheet(WIDTH, HEIGHT, lines)


def page_of(*lines: Line, outline: tuple[OutlineEntry, ...] = ()) -> tuple[Block, ...]:
    """The blocks of these lines on the first of two pages; the second is plain text."""
    rest = sheet(*(line(FULL, 400 - 12 * at, page=1) for at in range(20)))
    return lay_out([sheet(*lines), rest], outline=outline)[0]


def kinds(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


def test_lines_at_the_usual_distance_are_one_paragraph() -> None:
    blocks = page_of(line(FULL, 400), line(FULL, 388), line("en het slot.", 376))
    assert kinds(blocks) == [("paragraph", f"{FULL} {FULL} en het slot.")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(line(FULL, 400), line(FULL, 380), id="gap"),
        pytest.param(line("Hier eindigt iets.", 388), line(FULL, 376), id="short-last-line"),
        pytest.param(line(FULL, 400), line(FULL, 412), id="higher"),
        pytest.param(line(FULL, 400), line("naast", 388, x=360), id="beside"),
        pytest.param(line(FULL, 400), line(FULL, 388, size=8), id="smaller"),
        pytest.param(line("een . . . . . . 3", 400), line("twee . . . . . . 4", 388), id="leaders"),
        pytest.param(line("Een hoofdstuk 3", 400), line("Nog een 14", 388), id="contents"),
    ],
)
def test_paragraph_ends_before(first: Line, second: Line) -> None:
    start = line(FULL, 400) if first.y0 == 388 else None
    blocks = page_of(*(one for one in (start, first, second) if one))
    assert blocks[-1].text == second.text.replace(" . . . . . .", "")


def test_indented_line_begins_a_paragraph() -> None:
    blocks = page_of(line(FULL, 400), line(FULL, 388), line(FULL, 376, x=62), line(FULL, 364))
    assert [len(block.text) for block in blocks] == [2 * len(FULL) + 1] * 2


def test_broken_word_is_joined_within_a_paragraph() -> None:
    blocks = page_of(line(FULL + " maat-", 400), line("schappelijk werk", 388))
    assert blocks[0].text.endswith("hier maatschappelijk werk")


def test_hyphenated_word_of_the_document_keeps_its_hyphen() -> None:
    blocks = page_of(
        line("een sociaal-cultureel centrum in de wijk", 420),
        line(FULL + " sociaal-", 400),
        line("cultureel werk", 388),
    )
    assert blocks[1].text.endswith("sociaal-cultureel werk")


def test_list_items_stand_alone_without_their_bullets() -> None:
    blocks = page_of(
        line("Er zijn twee dingen nodig:", 400),
        line("• een huis met een tuin dat groot genoeg is voor alle bewoners van de", 388),
        line("straat", 376, x=60),
        line("• een sleutel", 364),
        line("1. een plan", 340),
    )
    assert kinds(blocks)[1:] == [
        (
            "list-item",
            "een huis met een tuin dat groot genoeg is voor alle bewoners van de straat",
        ),
        ("list-item", "een sleutel"),
        ("list-item", "1. een plan"),
    ]


def test_headings_have_levels_by_size() -> None:
    blocks = page_of(
        line("De Handreiking", 480, size=20),
        line("Aanpak", 450, size=14),
        line(FULL, 430),
        line("Vrouwen", 410, bold=True),
        line(FULL, 398),
    )
    headings = [(block.text, block.level) for block in blocks if block.kind == "heading"]
    assert headings == [("De Handreiking", 1), ("Aanpak", 2), ("Vrouwen", 3)]


def test_heading_over_two_lines_is_one_block() -> None:
    blocks = page_of(line("Samen eten in het", 480, size=20), line("buurthuis", 458, size=20))
    assert kinds(blocks) == [("heading", "Samen eten in het buurthuis")]


def test_large_introduction_is_no_heading() -> None:
    text = [line(FULL, 400 - 17 * at, size=13) for at in range(4)]
    assert {block.kind for block in page_of(*text)} == {"paragraph"}


def test_large_quotation_is_a_quote() -> None:
    blocks = page_of(line("‘Hier ben ik niet alleen.’", 400, size=14))
    assert kinds(blocks) == [("quote", "‘Hier ben ik niet alleen.’")]


def test_outline_title_is_a_heading_with_its_level() -> None:
    outline = (OutlineEntry(title="2.1 Wat we weten", level=3, page=0),)
    blocks = page_of(line("Wat we weten", 400), line(FULL, 388), outline=outline)
    assert (blocks[0].kind, blocks[0].level, blocks[0].text) == ("heading", 3, "Wat we weten")
    assert blocks[1].kind == "paragraph"


def test_outline_title_of_another_page_is_text() -> None:
    outline = (OutlineEntry(title=FULL, level=1, page=1),)
    assert page_of(line(FULL, 400), outline=outline)[0].kind == "paragraph"


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
    pages = lay_out([numbered(page, head=head) for page, head in enumerate(heads)])
    assert len(pages[5]) == 1


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


LINES = st.builds(
    line,
    st.text("abcdeéA .-•1", min_size=1, max_size=30).filter(lambda text: text.strip(" .-•")),
    st.floats(100, 480),
    x=st.floats(20, 300),
    size=st.sampled_from([8.0, 10.0, 14.0]),
    bold=st.booleans(),
)


@given(st.lists(st.lists(LINES, max_size=8), max_size=4))
def test_lay_out_drops_no_page_and_no_letter(pages: list[list[Line]]) -> None:
    blocks = lay_out([sheet(*lines) for lines in pages])
    assert len(blocks) == len(pages)
    # A word that breaks over a page end moves to the page where it begins.
    found = sorted(char for page in blocks for block in page for char in block.text)
    there = sorted(char for lines in pages for one in lines for char in one.text)
    assert list(filter(str.isalnum, found)) == list(filter(str.isalnum, there))


def glyphs(text: str, *, x: float = 0, y: float = 0, size: float = 10) -> list[Glyph]:
    """The glyphs of a line, each half as wide as the type is large."""
    return [
        Glyph(char, 0, 0, 0, 0, at)
        if char.isspace()
        else Glyph(char, x + at * size / 2, y, x + (at + 1) * size / 2, y + size, at)
        for at, char in enumerate(text)
    ]


def texts(*parts: list[Glyph]) -> list[str]:
    found = split_lines([glyph for part in parts for glyph in part])
    return [to_line(one, page=0, size=10, bold=False).text for one in found]


def test_line_ends_at_a_hyphen_if_the_next_glyph_stands_lower() -> None:
    assert texts(glyphs("maat\x02"), glyphs("schap", y=-12)) == ["maat-", "schap"]
    assert texts(glyphs("e\x02"), glyphs("mail", x=10)) == ["e-mail"]


def test_line_goes_on_after_a_superscript() -> None:
    assert texts(glyphs("een\r\n"), glyphs("twee", x=18)) == ["een twee"]
    assert texts(glyphs("een\r\n"), glyphs("twee", x=90)) == ["een", "twee"]


def test_bullet_reaches_its_item() -> None:
    assert texts(glyphs("•\r\n"), glyphs("punt", x=30)) == ["• punt"]


def test_raised_digit_is_set_apart_from_a_word() -> None:
    (text,) = texts(glyphs("wijk"), glyphs("12", x=20, y=5, size=5))
    assert settle(text, notes=[]) == "wijk 12"
    assert settle(text, notes=["12"]) == "wijk"
    assert texts(glyphs("km"), glyphs("2", x=10, y=5, size=5)) == ["km2"]


def italic(text: str, y: float, *, x: float) -> Line:
    return replace(line(text, y, x=x), italic=True)


QUOTED = "Zij vroeg wat wij op maandag deden en of er nog een stoel"


def test_italics_further_in_with_air_around_them_are_a_quote() -> None:
    blocks = page_of(
        line(FULL, 400), line(FULL[:-1] + ".", 388),
        italic(QUOTED, 364, x=66), italic("vrij was.", 352, x=66),
        line(FULL, 328), line(FULL, 316),
    )  # fmt: skip
    assert [kind for kind, _ in kinds(blocks)] == ["paragraph", "quote", "paragraph"]


def test_italics_flush_with_the_text_are_a_paragraph() -> None:
    blocks = page_of(
        line(FULL, 400), line(FULL, 388),
        italic(QUOTED, 364, x=50), italic("vrij was.", 352, x=50),
        line(FULL, 328), line(FULL, 316),
    )  # fmt: skip
    assert "quote" not in {kind for kind, _ in kinds(blocks)}


def test_quote_goes_on_in_the_next_column() -> None:
    blocks = page_of(
        *(line(FULL[:30], 400 - 12 * at) for at in range(3)),
        italic("Zij vroeg wat wij deden", 352, x=66), italic("en of er op maandagoch-", 340, x=66),
        italic("tend nog een plek was", 424, x=216), italic("voor ons.", 412, x=216),
        *(line(FULL[:30], 388 - 12 * at, x=200) for at in range(3)),
    )  # fmt: skip
    assert [text for kind, text in kinds(blocks) if kind == "quote"] == [
        "Zij vroeg wat wij deden en of er op maandagochtend nog een plek was voor ons."
    ]


def test_paragraph_that_runs_around_something_is_one() -> None:
    blocks = page_of(
        line(FULL, 400),
        line(FULL[:54].lower(), 388, x=130), line(FULL[:54].lower(), 376, x=130),
        line(FULL.lower(), 364),
    )  # fmt: skip
    assert [kind for kind, _ in kinds(blocks)] == ["paragraph"]
