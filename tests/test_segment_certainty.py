"""How sure a start is, pages that are pinned by hand, and that nothing of a document is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from segment_books import BODY, LONG, POMP, VELDJE, book, heading, parts, text

from corpus import Block, CaseEntry, ManifestError, OutlineEntry, Position
from indexer.segment import how_to_settle


def test_start_is_sure_when_signs_agree_and_says_which() -> None:
    document = book(
        [heading("De Pomp"), text()], [heading("Het Veldje"), text()],
        outline=(OutlineEntry("De Pomp", 1, 0), OutlineEntry("Het Veldje", 1, 1)),
    )  # fmt: skip
    pomp = parts(document, POMP, VELDJE)[0]
    assert pomp.confidence == "sure"
    assert pomp.reasons == (
        "the outline points here",
        "its title stands here as a heading",
        "the manifest has this name",
    )


def test_start_is_not_sure_when_the_contents_page_contradicts_the_outline() -> None:
    listing = [heading("Inhoud"), *map(text, ("Vooraf 2", "De Pomp 4", "Het Veldje 5"))]
    outline = (OutlineEntry("De Pomp", 1, 2), OutlineEntry("Het Veldje", 1, 4))
    document = book(listing, *BODY, outline=outline)
    pomp = next(part for part in parts(document) if part.entry.title == "De Pomp")
    assert pomp.pages[0].number == 3
    assert pomp.confidence == "unsure"
    assert "the contents page has p. 4" in pomp.reasons


def test_pinned_page_goes_before_every_sign() -> None:
    outline = (OutlineEntry("De Pomp", 1, 0), OutlineEntry("Het Veldje", 1, 1))
    document = book(*BODY, labels=("i", "1", "2", "3"), outline=outline)
    for said, first in (("2", 3), ("#4", 4), ("i", 1)):
        pinned = CaseEntry("het-veldje", "Het Veldje", start_page=said)
        found = {part.entry.id: part for part in parts(document, POMP, pinned)}
        assert found["het-veldje"].pages[0].number == first
        assert (found["het-veldje"].found_by, found["het-veldje"].confidence) == ("pinned", "sure")


def test_pinned_page_that_is_not_there_names_the_pages_that_are() -> None:
    pinned = CaseEntry("de-pomp", "De Pomp", start_page="#9")
    with pytest.raises(ManifestError) as raised:
        parts(book(*BODY, labels=("i", "1", "2", "3")), pinned)
    assert "'de-pomp' is to begin on page '#9'" in raised.value.message
    assert "i to 3 (#1 to #4) of boek" in raised.value.remedy


def test_case_that_is_not_found_says_how_to_pin_it() -> None:
    lost = parts(book(*BODY), POMP)[-1]
    assert (lost.found_by, lost.confidence) == ("not found", "unsure")
    assert "with the case de-pomp: start_page = " in how_to_settle(lost)


TITLES = st.sampled_from(["De Pomp", "Het Veldje", "Inleiding", "Reflectie", "1 Aanpak", "Inhoud"])
BLOCKS = st.one_of(
    st.builds(heading, TITLES, st.integers(1, 3)),
    st.builds(text, st.sampled_from([LONG, "De Pomp 2", "Het Veldje, p. 3", "4", "Kort."])),
)
PAGES = st.lists(st.lists(BLOCKS, max_size=5), min_size=1, max_size=7)
OUTLINES = st.lists(
    st.builds(OutlineEntry, TITLES, st.integers(1, 2), st.integers(0, 8)), max_size=5
)
MENUS = st.lists(TITLES, max_size=4)


@given(PAGES, OUTLINES, MENUS, st.sampled_from([(), (POMP,), (POMP, VELDJE)]), st.data())
def test_parts_hold_every_block_once_and_in_order(
    pages: list[list[Block]],
    outline: list[OutlineEntry],
    menu: list[str],
    entries: tuple[CaseEntry, ...],
    data: st.DataObject,
) -> None:
    pin = data.draw(st.none() | st.integers(1, len(pages)))
    pinned = (CaseEntry("de-brug", "De Brug", start_page=f"#{pin}"),) if pin else ()
    document = book(
        *pages, outline=outline, dropped=[menu] * len(pages), current=[menu[:1]] * len(pages)
    )
    found = [part for part in parts(document, *entries, *pinned) if part.found_by != "not found"]
    first = next((at for at, page in enumerate(pages) if page), len(pages))
    assert found[0].start <= Position(first, 0)
    assert found[-1].end == Position(len(pages), 0)
    for part, after in pairwise(found):
        assert part.start < part.end == after.start
    assert len({part.entry.id for part in found}) == len(found)


def test_start_is_not_sure_where_the_title_of_another_chapter_heads_its_page() -> None:
    listing = [heading("Inhoud"), *map(text, ("Vooraf 2", "De Pomp 3", "De Brug 4", "De Hof 5"))]
    pages = [
        [heading("De Brug"), text()],
        [heading("Het Veldje"), text()],
        [heading("De Hof"), text()],
    ]
    document = book(listing, [heading("Vooraf"), text()], *pages)
    found = {part.entry.id: part for part in parts(document, POMP, VELDJE)}
    assert found["de-pomp"].confidence == "unsure"
    assert "the title of another chapter heads this page" in found["de-pomp"].reasons
    assert [page.number for page in found["het-veldje"].pages] == [4]


def test_name_in_the_manifest_makes_no_place_sure_where_the_title_does_not_stand() -> None:
    listing = [heading("Inhoud"), *map(text, ("Vooraf 2", "De Pomp 3", "Het Veldje 5"))]
    document = book(listing, [heading("Vooraf"), text()], *BODY)
    pomp = next(part for part in parts(document, POMP, VELDJE) if part.entry.id == "de-pomp")
    assert (pomp.pages[0].number, pomp.confidence) == (3, "likely")
    assert "the manifest has this name" in pomp.reasons


def test_of_two_cases_with_one_place_the_one_whose_title_stands_there_has_it() -> None:
    listing = [heading("Inhoud"), *map(text, ("Vooraf 2", "De Pomp 3", "Het Veldje 5"))]
    titled = ([heading("De Brug"), text()], [text()], [heading("Het Veldje"), text()])
    document = book(listing, [heading("Vooraf"), text()], *titled)
    brug = CaseEntry("de-brug", "De Brug")
    found = {part.entry.id: part for part in parts(document, POMP, VELDJE, brug)}
    assert [page.number for page in found["de-brug"].pages] == [3, 4]
    assert (found["de-pomp"].found_by, found["de-pomp"].confidence) == ("not found", "unsure")
