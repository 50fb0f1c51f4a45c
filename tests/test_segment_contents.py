"""Contents pages by the places of their lines: which are a title, and which number is theirs."""

from collections.abc import Iterator, Sequence

import pytest
from segment_books import LONG, POMP, VELDJE, book, cases, heading, parts, text

from corpus import Block, CaseEntry, Document, OutlineEntry

BRUG = CaseEntry("de-brug", "De Brug")
TITLES = ("De Pomp", "Het Veldje", "De Brug")
TEASERS = ("Waterdam: een bron van iedereen", "Kerkrade ademt uit", "Er moet een zoom")
LABELS = ("4", "6", "7")
STARTS = {"De Pomp": (4, 5), "Het Veldje": (6,), "De Brug": (7,)}


def put(words: str, y: float, *, x: float = 80, kind: str = "paragraph") -> Block:
    """A line of 12 points at a height of the page."""
    box = (x, y, x + 5 * len(words), y + 12)
    return Block(kind, words, 1 if kind == "heading" else 0, y + 12, box)  # type: ignore[arg-type]


def listing(*, below: float, numbers: float, order: str = "rows") -> list[Block]:
    """A contents page whose numbers stand to the right, so far below the line of the title."""
    lines: list[Block] = []
    column: list[Block] = []
    for at, (title, teaser, label) in enumerate(zip(TITLES, TEASERS, LABELS, strict=True)):
        y = 600 - 40 * at
        lines += [put(title, y), put(teaser, y - below)]
        column.append(put(label, y - numbers, x=500))
    first = [put("Inhoud", 700, kind="heading"), put("Voorwoord 3", 640)]
    if order == "columns":
        return [*first, *lines, *column]
    return [*first, *sorted((*lines, *column), key=lambda one: -(one.top or 0))]


def bundle(contents: Sequence[Block], *, titled: bool = True) -> Document:
    """A bundle of a foreword and three cases, of which the first takes two pages."""
    pages = [[heading(title), text()] if titled else [text()] for title in TITLES]
    front = [[heading("Een boek")], contents, [heading("Voorwoord"), text()]]
    return book(*front, pages[0], [text()], *pages[1:])


@pytest.mark.parametrize("order", ["rows", "columns"])
@pytest.mark.parametrize(
    "numbers", [0, 8, 16], ids=["level with title", "between", "level with last line"]
)
def test_number_beside_two_lines_is_that_of_the_title_among_them(
    numbers: float, order: str
) -> None:
    document = bundle(listing(below=16, numbers=numbers, order=order))
    assert cases(document) == STARTS
    found = parts(document, POMP, VELDJE, BRUG)
    assert [part.confidence for part in found if part.kind == "case"] == ["sure"] * 3


def test_numbers_of_the_chapters_are_no_page_numbers() -> None:
    contents = listing(below=16, numbers=8)
    contents += [put(str(at + 1), 592 - 40 * at, x=50) for at in range(3)]
    assert cases(bundle(contents)) == STARTS
    hanging = [
        put(f"{TITLES.index(one.text) + 1} {one.text}", (one.top or 12) - 12, x=60)
        if one.text in TITLES else one
        for one in listing(below=16, numbers=0)
    ]  # fmt: skip
    assert cases(bundle(hanging)) == STARTS


def test_entry_with_its_number_in_its_line_is_one_among_those_with_numbers_beside_them() -> None:
    contents = [put("Inhoud", 700, kind="heading"), put("Voorwoord 3", 640, x=40)]
    for at, (title, teaser, label) in enumerate(zip(TITLES, TEASERS, LABELS, strict=True)):
        y = 600 - 40 * at
        contents += [put(title, y), put(teaser, y - 16), put(label, y, x=40)]
    assert cases(bundle([*contents, put("Colofon 8", 480, x=40)])) == STARTS
    names = {part.entry.title: part.found_by for part in parts(bundle(contents))}
    assert names["Voorwoord"] == "contents"


def test_dots_that_lead_from_a_title_to_its_number_are_none_of_it() -> None:
    lines = [put("Inhoud", 700, kind="heading")]
    for at, (title, label) in enumerate(zip(("Voorwoord", *TITLES), ("3", *LABELS), strict=True)):
        dots, rest = ("..", ". ") if at % 2 else (" .", "")
        lines += [put(f"{title}{dots}", 600 - 20 * at), put(f"{rest}{label}", 600 - 20 * at, x=480)]
    assert cases(bundle(lines, titled=False)) == STARTS


def inline(*lines: str) -> Iterator[Block]:
    yield heading("Inhoud")
    yield from (text(line) for line in lines)


ENTRIES = tuple(zip(LABELS, TITLES, TEASERS, strict=True))
LINES = {
    "below the title": ["3 Voorwoord", *(
        line for label, title, teaser in ENTRIES for line in (f"{label} {title}", teaser)
    )],
    "number behind it": ["Voorwoord 3", *(
        line for label, title, teaser in ENTRIES for line in (title, f"{teaser} {label}")
    )],
    "in one line": ["3 Voorwoord", *(" ".join(entry) for entry in ENTRIES)],
    "above the title": ["Voorwoord 3", *(
        line for label, title, teaser in ENTRIES for line in (teaser, f"{title} {label}")
    )],
}  # fmt: skip


@pytest.mark.parametrize("lines", LINES.values(), ids=LINES.keys())
def test_title_is_what_the_chapter_itself_prints_and_not_the_line_about_it(
    lines: list[str],
) -> None:
    assert cases(bundle(list(inline(*lines)))) == STARTS


def test_entry_that_its_page_does_not_name_is_parted_as_the_others_are() -> None:
    contents = list(inline(*LINES["below the title"]))
    pages = [[heading("Een boek")], contents, [heading("Voorwoord"), text()]]
    titled = [[heading("De Pomp"), text()], [text()], [heading("Het Veldje"), text()], [text()]]
    assert cases(book(*pages, *titled)) == STARTS


def test_line_below_the_title_of_the_chapter_is_no_part_of_its_title() -> None:
    pages = [
        [heading(title), heading(teaser, 2), text()]
        for title, teaser in zip(TITLES, TEASERS, strict=True)
    ]
    front = [[heading("Een boek")], list(inline(*LINES["in one line"]))]
    front.append([heading("Voorwoord"), text()])
    assert cases(book(*front, pages[0], [text()], *pages[1:])) == STARTS


def test_title_may_be_a_heading_between_its_number_and_a_line_about_it() -> None:
    """The line about a case may stand as a heading too, below the title of its chapter."""
    contents = [heading("Inhoud"), text("3 Voorwoord")]
    for at, (label, title, teaser) in enumerate(ENTRIES, 1):
        contents += [text(f"{label} DEEL {at}"), heading(title, 3), text(teaser)]
    pages = [
        [heading(title), heading(teaser, 2), text()]
        for title, teaser in zip(TITLES, TEASERS, strict=True)
    ]
    front = [[heading("Een boek")], contents, [heading("Voorwoord"), text()]]
    assert cases(book(*front, pages[0], [text()], *pages[1:])) == STARTS


KICKERS = {"capitals": "REPORTAGE / KERKRADE", "place": "Waterdam"}


def test_line_between_a_picture_and_the_title_that_begins_a_page_goes_with_the_title() -> None:
    """Reading takes it for the caption of the picture."""
    outline = [OutlineEntry(title, 1, at) for at, title in enumerate(TITLES)]
    pages = [[Block("caption", "Portret | Zwolle"), heading(title), text()] for title in TITLES]
    assert [part.start.block for part in parts(book(*pages, outline=outline))] == [0, 0, 0]


@pytest.mark.parametrize("kicker", KICKERS.values(), ids=KICKERS.keys())
def test_line_above_a_title_belongs_to_its_chapter(kicker: str) -> None:
    outline = [OutlineEntry(title, 1, at) for title, at in zip(TITLES, (0, 2, 3), strict=True)]
    pages = [[text(kicker), heading(title), text()] for title in TITLES]
    document = book(pages[0], [text()], *pages[1:], outline=outline)
    assert cases(document) == {"De Pomp": (1, 2), "Het Veldje": (3,), "De Brug": (4,)}
    assert [part.start.block for part in parts(document)] == [0, 0, 0]


def test_last_line_of_a_case_is_no_line_above_the_next_title() -> None:
    outline = [OutlineEntry(title, 1, at) for at, title in enumerate(TITLES[:2])]
    tail = [put("elke week bij elkaar.", 700), put("Het Veldje", 660, kind="heading")]
    document = book([heading("De Pomp"), text()], [*tail, text()], outline=outline)
    assert cases(document) == {"De Pomp": (1, 2), "Het Veldje": (2,)}


@pytest.mark.parametrize(("y", "first"), [(420, 1), (468, 2)], ids=["by the title", "by the text"])
def test_short_line_within_a_page_goes_with_what_it_stands_closer_to(y: float, first: int) -> None:
    outline = [OutlineEntry(title, 1, 0) for title in TITLES[:2]]
    above = Block("paragraph", LONG, box=(80, 485, 400, 600))
    page = [heading("De Pomp"), above, put("Kerkrade", y), put("Het Veldje", 400, kind="heading")]
    document = book([*page, text()], outline=outline)
    assert parts(document)[1].start.block == first + 1


def test_head_of_a_section_above_a_title_within_a_page_belongs_to_the_case_before() -> None:
    outline = [OutlineEntry(title, 1, 0) for title in TITLES[:2]]
    section = Block("heading", "Meer weten", 2, box=(80, 420, 200, 432))
    above = Block("paragraph", LONG, box=(80, 485, 400, 600))
    page = [heading("De Pomp"), above, section, put("Het Veldje", 400, kind="heading"), text()]
    assert parts(book(page, outline=outline))[1].start.block == 3


def test_contents_page_that_the_outline_names_begins_at_its_heading() -> None:
    outline = [OutlineEntry("Inhoud", 1, 1, top=705.0), *(
        OutlineEntry(title, 1, at) for title, at in zip(TITLES, (3, 5, 6), strict=True)
    )]  # fmt: skip
    plain = bundle(listing(below=16, numbers=8))
    document = book(*(page.blocks for page in plain.pages), outline=outline)
    found = next(part for part in parts(document) if part.role == "contents")
    assert (found.start.page, found.start.block) == (1, 0)


def test_contents_page_with_sections_may_have_several_entries_to_a_page() -> None:
    sections = ("start", "geld", "slot")
    rows: list[tuple[str, float]] = []
    for title in TITLES:
        rows += [(title, 80), *((f"{title}: {word}", 100) for word in sections)]
    lines = [put(f"{name} {3 + at // 4}", 600 - 14 * at, x=x) for at, (name, x) in enumerate(rows)]
    heads = [[heading(name, 1 if x == 80 else 2) for name, x in rows[at : at + 4]]
             for at in (0, 4, 8)]  # fmt: skip
    pages = [[one for head in own for one in (head, text())] for own in heads]
    document = book([heading("Een boek")], [put("Inhoud", 700, kind="heading"), *lines], *pages)
    found = parts(document)
    assert [part.entry.title for part in found if part.found_by == "contents"] == list(TITLES)


def test_time_of_day_before_a_title_is_no_number_of_a_section() -> None:
    names = (
        ("Deel 1: Noord", 60), ("De Pomp", 80), ("06.35 uur, haven", 100), ("Vier oren", 100),
        ("Deel 2: Zuid", 60), ("Het Veldje", 80), ("De Brug", 80),
    )  # fmt: skip
    lines = [put(f"{name} {at}", 600 - 14 * at, x=x) for at, (name, x) in enumerate(names, 3)]
    pages = [[heading(name, x // 20 - 2), text()] for name, x in names]
    document = book([heading("Een boek")], [put("Inhoud", 700, kind="heading"), *lines], *pages)
    assert cases(document) == {"De Pomp": (4, 5, 6), "Het Veldje": (8,), "De Brug": (9,)}
