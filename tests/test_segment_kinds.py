"""Which chapters are no cases, by what stands with their titles, their texts and their scheme."""

from collections.abc import Sequence

import pytest
from segment_books import LONG, book, cases, heading, parts, text

from corpus import Block, Document, OutlineEntry

NAMES = ("De Pomp", "Het Veldje", "De Brug", "De Kade", "De Hof")


def bundle(*chapters: tuple[str, Sequence[Block]], contents: Sequence[str] = ()) -> Document:
    """A bundle of chapters of a page, which its outline has, or the contents page before them."""
    listing = [[heading("Inhoud"), *map(text, contents)]] if contents else []
    at = len(listing)
    outline = [OutlineEntry(title, 1, at + number) for number, (title, _) in enumerate(chapters)]
    pages = [[heading(title), *blocks] for title, blocks in chapters]
    return book(*listing, *pages, outline=() if contents else outline)


def plain(*names: str) -> list[tuple[str, list[Block]]]:
    return [(name, [text(LONG * 3)]) for name in names]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Essay", "concept"),
        ("ESSAY | UTRECHT", "concept"),
        ("Essay over opschuiven", "concept"),
        ("Beschouwing", "reflection"),
        ("Column van de redactie", "reflection"),
    ],
)
def test_rubric_with_a_title_says_that_its_chapter_is_no_case(line: str, role: str) -> None:
    """It may stand below the title, above it, behind it, or on the contents page alone."""
    below = bundle(*plain(*NAMES[:3]), ("Een stoel", [text(line), text(LONG * 3)]))
    above = bundle(*plain(*NAMES[:3]), ("Een stoel", [text(LONG * 3)]))
    pages = [list(page.blocks) for page in above.pages]
    above = book(*pages[:3], [text(line), *pages[3]], outline=above.outline)
    behind = bundle(*plain(*NAMES[:3]), (f"Een stoel – {line}", [text(LONG * 3)]))
    lines = [f"{name} {at}" for at, name in enumerate((*NAMES[:3], "Een stoel"), 2)]
    lines[-1] = f"Een stoel {line} 5"
    listed = bundle(*plain(*NAMES[:3]), ("Een stoel", [text(LONG * 3)]), contents=lines)
    for document in (below, above, behind, listed):
        assert list(cases(document)) == list(NAMES[:3])
        assert parts(document)[-1].role == role


@pytest.mark.parametrize(
    "line", ["Essaywedstrijd voor de straat", "Over een essay", "Krant en column"]
)
def test_word_of_a_rubric_within_a_line_is_none(line: str) -> None:
    document = bundle(*plain(*NAMES[:3]), ("Een stoel", [text(line), text(LONG * 3)]))
    assert len(cases(document)) == 4


def test_rubric_that_most_chapters_have_is_the_name_of_the_cases() -> None:
    chapters = [(name, [text("Essay"), text(LONG)]) for name in NAMES]
    assert list(cases(bundle(*chapters))) == list(NAMES)


FOREWORD = "Met dit nummer gaan we langs bij wie iets begon. De redactie groet u."
MAKERS = "Teksten: Ans. Vormgeving: Bep. Fotografie: Cor. Druk: De Pers."


def test_first_chapter_that_speaks_of_the_book_and_last_that_names_its_makers_are_no_cases() -> (
    None
):
    document = bundle(
        ("Er brandt licht", [text(FOREWORD)]), *plain(*NAMES), ("Wie wat deed", [text(MAKERS)])
    )
    assert list(cases(document)) == list(NAMES)
    assert [parts(document)[at].role for at in (0, -1)] == ["introduction", "back matter"]


def test_short_chapter_among_the_others_is_a_case_whatever_it_speaks_of() -> None:
    document = bundle(*plain(*NAMES[:2]), ("De Krant", [text(FOREWORD)]), *plain(*NAMES[2:]))
    assert "De Krant" in cases(document)


def in_scheme(name: str) -> tuple[str, list[Block]]:
    rows = [Block("table-row", f"{label} Waterdam") for label in ("Gemeente", "Trekker")]
    return name, [*rows, text(LONG)]


def test_chapter_outside_the_scheme_of_the_others_is_no_case_if_it_is_about_ideas() -> None:
    ideas = "In de literatuur maakt een onderzoeker onderscheid tussen tellen en kijken."
    chapters = [*map(in_scheme, NAMES), ("Meten", [text(ideas)])]
    document = bundle(*chapters)
    assert list(cases(document)) == list(NAMES)
    assert parts(document)[-1].role == "concept"


def test_chapter_outside_the_scheme_of_the_others_is_an_unsure_case() -> None:
    document = bundle(*map(in_scheme, NAMES), ("Meten", [text(LONG)]))
    *others, last = parts(document)
    assert (last.kind, last.confidence) == ("case", "unsure")
    assert last.reasons[-1] == "it has nothing that the other chapters share: it may be no case"
    assert {part.confidence for part in others} == {"sure"}


def test_chapters_that_share_nothing_cast_no_doubt_on_each_other() -> None:
    found = parts(bundle(*plain(*NAMES)))
    assert {part.confidence for part in found} == {"sure"}
