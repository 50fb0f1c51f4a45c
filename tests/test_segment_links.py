"""Where the links of a contents page or a menu lead, chapters begin."""

from collections.abc import Sequence

from msgspec import structs
from segment_books import LONG, book, cases, heading, parts, text

from corpus import Block, Document, Link

TITLES = ("De Pomp", "Het Veldje", "De Brug", "De Kade")


def at(title: str, target: int, row: int, *, page: int = 1, x: float = 50) -> Link:
    """A link on a line of the contents page."""
    y = 600.0 - 20 * row
    return Link(title, (page,), (x, y, x + 100, y + 12), target)


def bundle(links: Sequence[Link], *, titled: bool = True, pages: int = 8) -> Document:
    """A cover, a page of links and the chapters, each of two pages; without titles only text."""
    chapters: list[list[Block]] = []
    for title in TITLES[: (pages + 1) // 2]:
        chapters += [[heading(title), text()] if titled else [text()], [text(LONG * 2)]]
    listed = [text(link.text) for link in links if link.pages == (1,)]
    document = book([heading("Een boek")], listed, *chapters[:pages])
    return structs.replace(document, links=tuple(links))


STARTS = {"De Pomp": (3, 4), "Het Veldje": (5, 6), "De Brug": (7, 8), "De Kade": (9, 10)}


def test_contents_page_without_numbers_tells_chapters_by_its_links() -> None:
    document = bundle([at(title, 2 + 2 * row, row) for row, title in enumerate(TITLES)])
    assert cases(document) == STARTS
    first = next(part for part in parts(document) if part.kind == "case")
    assert (first.found_by, first.confidence) == ("links", "sure")
    assert first.reasons == ("a link leads here", "its title stands here as a heading")


def test_links_in_any_order_and_of_several_lines_tell_the_same() -> None:
    """A link may stand on each line of a title, on the number behind it, and on its place."""
    links = [
        Link("Brug\nWaterdam", (1,), (50, 540, 150, 560), 6),
        at("De", 6, 1),
        at("Het Veldje", 4, 5),
        at("7", 4, 5, x=300),
        at("De Kade", 8, 7),
        at("De Pomp", 2, 8),
    ]
    assert cases(bundle(links)) == STARTS


def test_menu_whose_entries_are_shortened_tells_chapters_by_its_links() -> None:
    document = bundle([])
    short = [("De Po", 2), ("Het Vel", 4), ("De Br", 6), ("De Ka", 8)]
    links = [
        Link(said, tuple(range(10)), (20.0 + 60 * row, 800, 70.0 + 60 * row, 810), target)
        for row, (said, target) in enumerate(short)
    ]
    assert cases(structs.replace(document, links=tuple(links))) == STARTS


def test_several_titles_on_a_page_that_links_lead_to_the_head_of_are_all_found() -> None:
    pages = [[heading("Een boek")], list(map(text, TITLES))]
    pages += [[heading(a), text(), heading(b), text()] for a, b in (TITLES[:2], TITLES[2:])]
    pages += [[heading("Colofon"), text()]]
    names = ((title, 2 + row // 2) for row, title in enumerate(TITLES))
    links = [at(title, target, row) for row, (title, target) in enumerate(names)]
    document = structs.replace(book(*pages), links=(*links, at("Colofon", 4, 5)))
    assert list(cases(document)) == list(TITLES)


def test_links_to_notes_and_other_pages_of_a_text_tell_no_chapters() -> None:
    document = bundle([], pages=8)
    notes = [Link(str(row), (4,), (50, 500 - row, 55, 510 - row), 4 + row) for row in range(4)]
    words = [at(f"zie pagina {row}", 2 + row, row, page=3) for row in range(1, 5)]
    linked = structs.replace(document, links=(*notes, *words))
    assert [part.start for part in parts(linked)] == [part.start for part in parts(document)]
    assert all(part.found_by != "links" for part in parts(linked))


def test_link_and_number_that_disagree_are_told() -> None:
    links = [at(title, 2 + 2 * row, row) for row, title in enumerate(TITLES)]
    document = bundle(links, titled=True)
    lines = [text(f"{title} {3 + 2 * row}") for row, title in enumerate(TITLES)]
    lines[2] = text("De Brug 8")
    pages = list(document.pages)
    pages[1] = structs.replace(pages[1], blocks=(heading("Inhoud"), *lines))
    document = structs.replace(document, pages=tuple(pages))
    assert cases(document) == STARTS
    brug = next(part for part in parts(document) if part.entry.title == "De Brug")
    assert {"a link leads here", "the contents page has p. 8"} <= set(brug.reasons)
    assert brug.confidence != "sure"


def test_links_as_wide_as_the_page_leave_sections_to_their_chapters() -> None:
    """The text on them is set in, the links are not."""
    sections = ("Hoe het begon", "Wat het kost")
    names = [name for title in TITLES for name in (title, *sections)]
    pages = [[heading(title), *(one for name in sections for one in (heading(name, 2), text()))]
             for title in TITLES]  # fmt: skip
    lines = [
        Block("paragraph", f"{name} {3 + row // 3}", 0, 612 - 20 * row, box)
        for row, name in enumerate(names)
        for box in [(50.0 if name in TITLES else 62.0, 600.0 - 20 * row, 350.0, 612.0 - 20 * row)]
    ]
    links = [
        Link(line.text, (1,), (50.0, 601.0 - 20 * row, 350.0, 611.0 - 20 * row), 2 + row // 3)
        for row, line in enumerate(lines)
    ]
    links = [structs.replace(one, top=700.0 - 100 * (row % 3)) for row, one in enumerate(links)]
    document = structs.replace(book([heading("Een boek")], lines, *pages), links=tuple(links))
    assert cases(document) == {title: (at,) for at, title in enumerate(TITLES, 3)}
