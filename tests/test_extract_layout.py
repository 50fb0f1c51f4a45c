"""Lines to blocks: headings, paragraphs, quotes and items."""

import pytest
from extract_sheets import FULL, kinds, lay_out, line, page_of, sheet
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from corpus import OutlineEntry
from indexer.extract.lines import Line


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


@pytest.mark.parametrize(
    "text",
    ["2022 – 2025", "€ 10 — € 20", "2019 - 2021", "een * bij een naam", "de zaal • de tuin"],
)
def test_only_the_bullet_that_an_item_begins_with_is_left_out(text: str) -> None:
    item = page_of(line("Er zijn twee dingen nodig:", 400), line(f"1. {text}", 388))[-1]
    assert (item.kind, item.text) == ("list-item", f"1. {text}")


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


@pytest.mark.parametrize(
    ("pulled", "size", "kind"),
    [
        ("Wie leent, brengt iets terug.", 15, "quote"),
        ("Wie leent, brengt iets terug.", 10.8, "quote"),
        ("Wie leent, brengt iets terug. Zo gaat dat hier.", 15, "quote"),
        ("Wie leent, brengt iets anders.", 15, "heading"),
        ("Wie leent, brengt iets terug", 15, "heading"),
    ],
    ids=["bold and large", "a little larger", "two sentences", "other words", "no sentence"],
)
def test_sentence_of_the_text_set_apart_by_its_type_is_a_quote(
    pulled: str, size: float, kind: str
) -> None:
    text = [line(FULL, 500 - 12 * at) for at in range(6)]
    said = [
        line("Zo gaat dat hier. ‘Wie leent’, zegt zij, en ze legt het gereedschap weg,", 300),
        line("‘brengt iets terug’. Wie leent, brengt iets terug: daar draait het om, ja.", 288),
    ]
    blocks = page_of(*text, line(pulled, 400, size=size, bold=True), *said)
    assert kinds(blocks)[1] == (kind, pulled)


def test_outline_title_is_a_heading_with_its_level() -> None:
    outline = (OutlineEntry(title="2.1 Wat we weten", level=3, page=0),)
    blocks = page_of(line("Wat we weten", 400), line(FULL, 388), outline=outline)
    assert (blocks[0].kind, blocks[0].level, blocks[0].text) == ("heading", 3, "Wat we weten")
    assert blocks[1].kind == "paragraph"


def test_outline_title_of_another_page_is_text() -> None:
    outline = (OutlineEntry(title=FULL, level=1, page=1),)
    assert page_of(line(FULL, 400), outline=outline)[0].kind == "paragraph"


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
