"""Where cases begin, by each sign of a document and by several together, value by value."""

import pytest
from segment_books import BODY, LONG, POMP, VELDJE, book, cases, heading, parts, text

from corpus import Block, OutlineEntry

CONTENTS = {
    "number behind": ["Voorwoord 1", "De Pomp 2", "Het Veldje 4"],
    "number before": ["1 Voorwoord", "2 De Pomp", "4 Het Veldje"],
    "number with a word": ["Voorwoord, p. 1", "De Pomp, blz. 2", "Het Veldje, p. 4"],
    "number on a line above": ["1", "Voorwoord", "2", "De Pomp", "4", "Het Veldje"],
    "number on a line below": ["Voorwoord", "1", "De Pomp", "2", "Het Veldje", "4"],
}


@pytest.mark.parametrize("lines", CONTENTS.values(), ids=CONTENTS.keys())
def test_contents_page_tells_where_cases_begin_by_printed_labels(lines: list[str]) -> None:
    listing = [heading("Inhoud"), *map(text, lines)]
    document = book([heading("Een boek")], listing, *BODY, labels=("i", "ii", "1", "2", "3", "4"))
    assert cases(document, POMP, VELDJE) == {"De Pomp": (4, 5), "Het Veldje": (6,)}
    assert {part.found_by for part in parts(document, POMP, VELDJE)[1:]} == {"contents"}


def test_contents_whose_numbers_lie_at_a_distance_are_read_by_the_titles() -> None:
    listing = [heading("Inhoud"), *map(text, ("Voorwoord 41", "De Pomp 42", "Het Veldje 44"))]
    titled = ([heading("Voorwoord"), text()], [heading("De Pomp"), text()], [text()],
              [text("Het Veldje begon klein. " * 20)])  # fmt: skip
    document = book([heading("Een boek")], listing, *titled)
    assert cases(document, POMP, VELDJE) == {"De Pomp": (4, 5), "Het Veldje": (6,)}


def test_label_that_two_pages_have_is_the_one_that_the_titles_bear_out() -> None:
    listing = [heading("Inhoud"), *map(text, ("Voorwoord 1", "De Pomp 2", "Het Veldje 4"))]
    titled = ([heading("Voorwoord"), text()], [heading("De Pomp"), text()], [text()], [text()])
    document = book([heading("Een boek")], listing, *titled, labels=("1", "2", "1", "2", "3", "4"))
    assert cases(document, POMP, VELDJE) == {"De Pomp": (4, 5), "Het Veldje": (6,)}


def test_title_of_two_lines_on_a_contents_page_is_one_title() -> None:
    listing = [heading("Inhoud"), *map(text, (
        "Voorwoord 1", "De Pomp: hoe een dorp zijn", "bron terugvond 2", "Het Veldje 4",
    ))]  # fmt: skip
    document = book([heading("Een boek")], listing, *BODY, labels=("i", "ii", "1", "2", "3", "4"))
    assert cases(document) == {
        "De Pomp: hoe een dorp zijn bron terugvond": (4, 5),
        "Het Veldje": (6,),
    }


def test_page_of_numbered_text_is_no_contents_page() -> None:
    numbered = [text(f"{number} {LONG * 2}") for number in range(2, 6)]
    document = book([heading("Een boek")], numbered, *BODY)
    assert {part.found_by for part in parts(document, POMP)} <= {"whole document", "not found"}


def test_menu_on_every_page_tells_which_headings_are_chapters() -> None:
    menu = ("Voorwoord", "De Pomp", "Het", "Veldje", "Reflectie")
    pages = [
        [heading("Voorwoord", 3), text()],
        [heading("De Pomp", 3), text(), heading("Aanpak", 3), text()],
        [heading("Resultaat", 3), text()],
        [heading("Het Veldje", 3), text(), heading("Werkwijze", 3), text()],
        [heading("Reflectie", 3), text()],
    ]
    document = book(*pages, dropped=[menu] * 5)
    assert cases(document) == {"De Pomp": (2, 3), "Het Veldje": (4,)}
    assert {part.found_by for part in parts(document)} == {"menu"}


def test_menu_that_sets_an_entry_apart_tells_where_chapters_without_a_title_begin() -> None:
    menu = ("Voorwoord", "De Pomp", "Het Veldje")
    document = book(
        *([text()] for _ in range(5)),
        dropped=[menu] * 5,
        current=[("Voorwoord",), ("De Pomp",), ("De Pomp",), ("Het Veldje",), ("Het Veldje",)],
    )
    assert cases(document) == {"De Pomp": (2, 3), "Het Veldje": (4, 5)}


def test_entry_of_a_menu_that_breaks_into_other_lines_where_it_is_set_apart_is_a_chapter_too() -> (
    None
):
    plain = ("Voorwoord", "De Pomp", "Een veldje achter", "de kerk")
    bold = ("Voorwoord", "De Pomp", "Een veldje", "achter de kerk")
    document = book(
        [heading("Voorwoord"), text()],
        [heading("De Pomp"), text()],
        [text()],
        [heading("Een veldje achter de kerk"), text()],
        dropped=[plain] * 3 + [bold],
        current=[("Voorwoord",), ("De Pomp",), ("De Pomp",), ()],
    )
    assert cases(document) == {"De Pomp": (2, 3), "Een veldje achter de kerk": (4,)}


def test_sections_as_large_as_chapters_are_none_when_they_return() -> None:
    def case(title: str) -> list[list[Block]]:
        first = [heading(title), text(), heading("Aanpak"), text(), heading("Effect"), text()]
        return [first, [text()]]

    document = book([heading("Inleiding"), text()], *case("De Pomp"), *case("Het Veldje"))
    assert cases(document) == {"De Pomp": (2, 3), "Het Veldje": (4, 5)}


def test_numbers_before_headings_tell_chapters_from_sections() -> None:
    document = book(
        [heading("1 Inleiding"), text()],
        [heading("2 De Pomp"), text(), heading("2.1 Een begin"), text()],
        [heading("2.2 Wat het bracht"), text()],
        [heading("3 Het Veldje"), text(), heading("3.1 Gras"), text()],
        [heading("4 Lessen"), text()],
    )
    assert cases(document) == {"De Pomp": (2, 3), "Het Veldje": (4,)}


def test_chapter_whose_text_is_about_ideas_is_no_case() -> None:
    ideas = text(
        "Sociologen maken onderscheid tussen bonding, bridging en linking. Dat begrip komt uit de "
        "theorie van het sociaal kapitaal, en in de literatuur is de definitie omstreden."
    )
    one_word = text("Hier gaat bridging vanzelf, vindt een onderzoeker. " + LONG)
    document = book(
        [heading("Voorwoord"), text()],
        [heading("Een plank"), ideas],
        [heading("De Pomp"), one_word],
        [heading("Het Veldje"), text()],
    )
    assert cases(document) == {"De Pomp": (3,), "Het Veldje": (4,)}
    assert parts(document)[1].role == "concept"


def test_number_that_is_part_of_a_name_stays() -> None:
    document = book(
        [heading("Inleiding"), text()],
        [heading("100 jaar De Pomp"), text()],
        [heading("Het Veldje"), text()],
        [heading("24 uur in de Schuur"), text()],
    )
    assert list(cases(document)) == ["100 jaar De Pomp", "Het Veldje", "24 uur in de Schuur"]


def test_chapters_that_all_begin_a_page_are_chapters_however_full_the_pages_are() -> None:
    full, half = (0.0, 50.0, 500.0, 800.0), (0.0, 500.0, 500.0, 800.0)
    names = [
        "De Pomp",
        "Het Veldje",
        "De Brug",
        "De Schuur",
        "De Kade",
        "Het Plein",
        "De Hof",
        "De Tol",
    ]
    pages = []
    for name in names[:3]:
        pages += [[heading(name), Block("paragraph", LONG, box=full)]]
        pages += [[Block("paragraph", LONG, box=half)]]
    pages += [[heading(name), Block("paragraph", LONG, box=full)] for name in names[3:]]
    assert list(cases(book(*pages))) == names


def test_case_ends_where_the_chapter_above_its_level_begins() -> None:
    outline = (
        OutlineEntry("Voorwoord", 1, 0),
        OutlineEntry("Praktijken", 1, 1),
        OutlineEntry("De Pomp", 2, 1),
        OutlineEntry("Het Veldje", 2, 2),
        OutlineEntry("Reflectie", 1, 3),
        OutlineEntry("Wat we zagen", 2, 3),
    )
    document = book(*BODY, outline=outline)
    assert cases(document) == {"De Pomp": (2,), "Het Veldje": (3,)}
    assert cases(document, POMP, VELDJE) == {"De Pomp": (2,), "Het Veldje": (3,)}
    assert parts(document)[-1].role == "reflection"


def test_case_that_the_outline_lacks_is_found_by_its_heading() -> None:
    document = book(
        [heading("De Pomp"), text()], [heading("Het Veldje"), text()], [text()],
        outline=(OutlineEntry("De Pomp", 1, 0), OutlineEntry("Colofon", 1, 2)),
    )  # fmt: skip
    assert cases(document, POMP, VELDJE) == {"De Pomp": (1,), "Het Veldje": (2,)}
    found = {part.entry.id: part.found_by for part in parts(document, POMP, VELDJE)}
    assert (found["de-pomp"], found["het-veldje"]) == ("outline", "heading")


def test_heading_that_alone_names_a_case_makes_chapters_of_its_level_and_no_sections() -> None:
    document = book(
        [
            *(heading("2 De Pomp (Waterdam)"), text("Water.")),
            *(heading("Doel", 2), text("Meer water."), heading("Aanpak", 2), text("Pompen.")),
            *(heading("Slot"), text("Klaar.")),
        ]
    )
    found = [(part.entry.title, part.kind, part.start.block) for part in parts(document, POMP)]
    assert found == [("De Pomp", "case", 0), ("Slot", "chapter", 6)]


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ([heading("Het Veldje"), text()], ["De Pomp", "Het Veldje", "De Brug", "De Kade"]),
        ([text(), heading("Het Veldje"), text()], ["De Pomp", "De Brug", "De Kade"]),
        ([heading("Het Veldje", 2), text()], ["De Pomp", "De Brug", "De Kade"]),
    ],
    ids=["heads a page", "stands within a page", "is set smaller"],
)
def test_heading_that_is_set_like_the_listed_titles_and_heads_a_page_is_a_chapter_too(
    second: list[Block], found: list[str]
) -> None:
    outline = [
        OutlineEntry(title, 1, at) for at, title in ((0, "De Pomp"), (2, "De Brug"), (3, "De Kade"))
    ]
    pages = [[heading("De Pomp"), text()], second, [heading("De Brug"), text()]]
    document = book(*pages, [heading("De Kade"), text()], outline=outline)
    assert list(cases(document)) == found


def test_blank_page_behind_a_case_is_not_its_page() -> None:
    document = book(
        [heading("De Pomp"), text()], [], [heading("Het Veldje"), text()], [],
        outline=(OutlineEntry("De Pomp", 1, 0), OutlineEntry("Het Veldje", 1, 2)),
    )  # fmt: skip
    assert cases(document, POMP, VELDJE) == {"De Pomp": (1,), "Het Veldje": (3,)}


def test_title_that_also_stands_in_a_list_above_begins_where_the_outline_points() -> None:
    titles = ("De Pomp", "Het Veldje", "De Brug")
    listed = [Block("heading", title, 1, 700 - 20 * at) for at, title in enumerate(titles)]
    own = [
        block
        for at, title in enumerate(titles)
        for block in (Block("heading", title, 1, 600 - 100 * at), text())
    ]
    tops = (600.0, 500.0, 400.0)
    outline = [OutlineEntry(title, 1, 0, top) for title, top in zip(titles, tops, strict=True)]
    document = book([*listed, *own], outline=outline)
    starts = [part.start.block for part in parts(document) if part.kind == "case"]
    assert starts == [3, 5, 7]


def test_title_right_below_itself_begins_above_with_the_running_head() -> None:
    pages = [
        [Block("heading", title, 1, 700), Block("heading", title.upper(), 1, 680), text()]
        for title in ("De Pomp", "Het Veldje")
    ]
    outline = [OutlineEntry("De Pomp", 1, 0, 690.0), OutlineEntry("Het Veldje", 1, 1, 690.0)]
    document = book(*pages, outline=outline)
    assert [part.start.block for part in parts(document)] == [0, 0]
    assert cases(document) == {"De Pomp": (1,), "Het Veldje": (2,)}


def laid(kind: str, words: str, top: float, foot: float) -> Block:
    level = 1 if kind == "heading" else 0
    return Block(kind, words, level, top, (50, foot, 350, top))  # type: ignore[arg-type]


def test_chapters_that_begin_anywhere_on_a_page_are_told_by_the_size_of_their_titles() -> None:
    """Some head a page by chance, below the little white that the next title did not fit in."""
    names = [f"Buurtplek {name}" for name in ("Noord", "Oost", "Zuid", "West", "Hart", "Rand")]
    pages = [
        [
            laid("heading", upper, 700, 680),
            laid("paragraph", LONG, 670, 420),
            laid("heading", lower, 400, 380),
            laid("paragraph", LONG, 370, foot),
        ]
        for upper, lower, foot in zip(names[::2], names[1::2], (160, 150, 50), strict=True)
    ]
    assert list(cases(book([laid("heading", "Een boek", 400, 380)], *pages))) == names


def test_small_heading_right_above_a_title_takes_nothing_from_it() -> None:
    pages = [
        [heading(f"Praktijk {at}", 2), heading(name), text(), text()]
        for at, name in enumerate(("De Pomp", "Het Veldje", "De Brug"), 1)
    ]
    assert list(cases(book([heading("Een boek")], *pages))) == ["De Pomp", "Het Veldje", "De Brug"]
