"""At which level the cases stand: chapters mostly, sections of parts in some books."""

from collections.abc import Iterator, Sequence

import pytest
from segment_books import LONG, book, cases, heading, parts, text

from corpus import Block, Document, OutlineEntry

METHOD = "Voor dit onderzoek is gesproken met mensen die meedoen, en er is meegelopen. " * 2


def told(name: str) -> str:
    """Text that returns to a name."""
    return f"Hier koken ze in {name} elke week voor elkaar, en wie wil gaat naar {name}. " * 8


def facts(town: str) -> list[Block]:
    return [Block("table-row", f"{label} {town}") for label in ("Gemeente", "Trekker", "Kosten")]


def case(title: str, *, level: int = 2, rows: bool = True, heads: bool = True) -> list[Block]:
    """A case with facts below its title and heads of its own, that returns to its name."""
    name = title.rpartition(" ")[2]
    own = [f"{name} begint", f"Wat {name} kost"] if heads else []
    body = [one for head in own for one in (heading(head, level + 1), text(told(name)))]
    return [heading(title, level), *(facts(name) if rows else []), text(told(name)), *body]


def sections(title: str, *names: str) -> list[Block]:
    """A chapter that is no case, with sections."""
    own = (one for name in names for one in (heading(name, 2), text(METHOD)))
    return [heading(title, 1), text("Zo gingen wij te werk."), *own]


def outlined(*chapters: Sequence[Block], deepest: int = 2) -> Document:
    """The chapters, each on its page, and an outline of their heads."""
    outline = [
        OutlineEntry(block.text, block.level, page)
        for page, blocks in enumerate(chapters)
        for block in blocks
        if block.kind == "heading" and block.level <= deepest
    ]
    return book(*chapters, outline=outline)


def part(title: str, *own: Sequence[Block]) -> list[Block]:
    blocks = [block for one in own for block in one]
    return [heading(title, 1), text("In dit hoofdstuk gaan wij langs bij bewoners."), *blocks]


VILLAGES = part("Initiatieven in dorpen", case("De Pomp"), case("Het Veldje"), case("De Brug"))
TOWNS = part("Initiatieven in buurten", case("De Kade"), case("De Hof"))
NAMES = ["De Pomp", "Het Veldje", "De Brug", "De Kade", "De Hof"]
OPENING = sections("Methode", "Selectie", "Gegevens")


def headed(*chapters: Sequence[Block]) -> Document:
    return book([heading("Een boek")], *chapters)


@pytest.mark.parametrize(
    "document",
    [
        outlined(OPENING, VILLAGES, TOWNS),
        outlined(OPENING, VILLAGES, TOWNS, deepest=1),
        outlined(OPENING, VILLAGES, TOWNS, deepest=3),
        headed(OPENING, VILLAGES, TOWNS),
    ],
    ids=["outline", "outline of chapters alone", "outline with heads of cases", "headings"],
)
def test_sections_of_parts_are_the_cases_and_those_of_other_chapters_are_none(
    document: Document,
) -> None:
    assert list(cases(document)) == NAMES
    others = {one.entry.title: one for one in parts(document) if one.role == "other"}
    assert list(others) == ["Methode", "Initiatieven in dorpen", "Initiatieven in buurten"]
    assert "cases are sections elsewhere" in others["Methode"].reasons[-1]
    assert "facts below their titles" in others["Initiatieven in dorpen"].reasons[-1]


def numbers(chapter: int, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a chapter, their heads numbered down to the second level."""
    section = 0
    for one in blocks:
        section += one.level == 2
        number = {1: f"{chapter} ", 2: f"{chapter}.{section} "}.get(one.level, "")
        yield Block(one.kind, f"{number}{one.text}", one.level)


def test_numbers_of_sections_are_no_part_of_the_titles_of_cases() -> None:
    chapters = [list(numbers(at, own)) for at, own in enumerate((OPENING, VILLAGES, TOWNS), 1)]
    for document in (outlined(*chapters), headed(*chapters)):
        assert list(cases(document)) == NAMES


def test_sections_that_share_the_names_of_their_chapter_are_sections_of_one_case() -> None:
    """They have heads of their own, as long texts have."""
    chapters = [
        [
            heading(name),
            *(one for at in (1, 2)
              for one in (heading(f"{name} in jaar {at}", 2), text(told(name)),
                          heading(f"Wie in {at}", 3), text(told(name)),
                          heading(f"Hoe in {at}", 3), text(told(name)))),
        ]
        for name in ("Pompstraat", "Veldhof", "Brugwijk")
    ]  # fmt: skip
    document = outlined(*chapters)
    assert list(cases(document)) == ["Pompstraat", "Veldhof", "Brugwijk"]
    assert {one.confidence for one in parts(document)} == {"sure"}


def test_sections_whose_titles_return_in_other_chapters_are_none() -> None:
    chapters = [
        [heading(name), *(one for head in ("Het begin", "De kosten")
                          for one in case(head)), text(told(name))]
        for name in ("De Pomp", "Het Veldje", "De Brug")
    ]  # fmt: skip
    assert list(cases(outlined(*chapters))) == ["De Pomp", "Het Veldje", "De Brug"]


def test_chapter_with_facts_of_its_own_is_a_case_whatever_its_sections_have() -> None:
    chapter = [heading("De Pomp"), *facts("Tiel"), *case("Bij Ans"), *case("Bij Bep")]
    document = outlined(chapter, [heading("Het Veldje"), text()], [heading("De Brug"), text()])
    assert list(cases(document)) == ["De Pomp", "Het Veldje", "De Brug"]


def test_one_sign_alone_leaves_the_chapter_an_unsure_case_and_is_named() -> None:
    names = ("Pompstraat", "Veldhof", "Brugwijk")
    blocks = [one for name in names for one in (heading(f"In {name}", 2), text(told(name)))]
    document = outlined([heading("Rondgang"), *blocks], *([heading(f"De {it}"), text(LONG * 3)]
                                                         for it in ("Kade", "Hof")))  # fmt: skip
    first = parts(document)[0]
    assert (first.kind, first.confidence) == ("case", "unsure")
    assert first.reasons[-1] == "its sections have names of their own: they may be cases"


def test_cases_may_be_chapters_in_one_part_of_a_book_and_sections_in_another() -> None:
    chapters = [case("De Werf", level=1), case("De Sluis", level=1)]
    document = outlined(OPENING, *chapters, VILLAGES)
    assert list(cases(document)) == ["De Werf", "De Sluis", *NAMES[:3]]


def test_part_with_one_section_that_is_built_as_the_cases_of_another_is_a_part() -> None:
    lone = part("Langs het water", case("De Werf"))
    assert list(cases(outlined(OPENING, VILLAGES, lone))) == [*NAMES[:3], "De Werf"]


def test_parts_may_hold_parts() -> None:
    def deeper(blocks: Sequence[Block]) -> list[Block]:
        return [Block(one.kind, one.text, one.level + 1) if one.level else one for one in blocks]

    more = part("Langs het water", case("De Werf"), case("De Sluis"))
    north = [heading("Noord"), *deeper(VILLAGES), *deeper(TOWNS)]
    south = [heading("Zuid"), *deeper(more), *deeper(part("In de stad", case("De Markt")))]
    found = cases(outlined(OPENING, north, south, deepest=3))
    assert list(found) == [*NAMES, "De Werf", "De Sluis", "De Markt"]


def test_sections_on_pages_of_their_own_behind_a_page_with_hardly_any_text_are_cases() -> None:
    own = [case(name, rows=False, heads=False) for name in NAMES[:3]]
    pages = [OPENING, part("Initiatieven in dorpen"), *own]
    outline = [
        OutlineEntry(block.text, block.level, at)
        for at, page in enumerate(pages)
        for block in page
        if block.kind == "heading"
    ]
    assert list(cases(book(*pages, outline=outline))) == NAMES[:3]


def test_sections_of_a_chapter_beside_a_part_that_its_title_tells_are_none() -> None:
    practice = part("Praktijkvoorbeelden", *map(case, NAMES))
    titles = [one.entry.title for one in parts(outlined(OPENING, practice))]
    assert titles == ["Methode", "Praktijkvoorbeelden", *NAMES]


def numbered(*titles: str, level: int = 1) -> list[list[Block]]:
    return [[heading(title, level), text(), text()] for title in titles]


def test_chapter_whose_number_is_not_read_as_a_heading_ends_no_count() -> None:
    """Its own is lost; the chapters before it are not."""
    titles = [
        f"{at} {name}" for at, name in enumerate(("Pomp", "Veldje", "Brug", "Kade", "Hof"), 1)
    ]
    titles = [*titles, "6 Werf", "8 Sluis"]
    assert len(cases(book(*numbered(*titles)))) == len(titles)


def test_numbered_heads_within_one_chapter_are_sections() -> None:
    memo = numbered("1. Waarom u dit leest", "2. Resultaten", "3. Geld", "4. Besluit", level=2)
    others = numbered("De Pomp", "Het Veldje", "De Brug", "De Kade", "De Hof")
    document = book(*others[:4], [*others[4], *(block for page in memo for block in page)])
    assert list(cases(document)) == ["De Pomp", "Het Veldje", "De Brug", "De Kade", "De Hof"]


def test_titles_of_two_parts_alone_make_no_chapters() -> None:
    pages = [
        [heading("Een boek")], [heading("Deel 1: Noord")],
        *numbered("De Pomp", "Het Veldje", level=2),
        [heading("Deel 2: Zuid")], *numbered("De Brug", "De Kade", level=2),
    ]  # fmt: skip
    assert list(cases(book(*pages))) == ["De Pomp", "Het Veldje", "De Brug", "De Kade"]
