"""Which documents are one case each, and which pages beside them are none."""

from collections.abc import Sequence

import pytest
from msgspec import structs
from segment_books import LONG, book, heading, text

from corpus import Block, CaseEntry, Document, Edition, Page
from corpus.models import Holding
from indexer.segment import how_to_settle, segment_edition
from indexer.segment.singles import is_rubric

RUBRIC = ("Aanleiding", "Doel", "Aanpak", "Resultaten")
OWN = (("De sleutel", "Een emmer sop"), ("Regen", "De buurvrouw"), ("Een bel", "Het hek"))
NAMES = ("De Pomp", "Het Veldje", "De Brug")


def sheet(
    title: str, heads: Sequence[str], *, pages: int = 1, holds: Holding | None = None
) -> Document:
    """A short document: its title, a place, and a paragraph under each head."""
    blocks: list[Block] = [heading(title), text("Het is hier altijd druk." + LONG)]
    for head in heads:
        blocks += [heading(head, 2), text()]
    document = book(blocks, *([text()] for _ in range(pages - 1)))
    name = title.lower().replace(" ", "-")
    source = structs.replace(document.source, id=name, title=title, holds=holds)
    return structs.replace(document, source=source)


def cases(*documents: Document, named: Sequence[CaseEntry] = ()) -> dict[str, tuple[int, ...]]:
    parts = segment_edition(Edition(1, "Een boek", cases=tuple(named)), documents)
    return {
        part.entry.display_title: tuple(page.number for page in part.pages)
        for part in parts
        if part.kind == "case"
    }


def test_document_whose_heads_are_parts_of_one_case_is_one_case() -> None:
    assert cases(sheet("De Pomp", RUBRIC, pages=3)) == {"De Pomp": (1, 2, 3)}


def test_heads_that_stand_in_other_documents_too_are_parts_of_one_case() -> None:
    heads = ("De vonk", "De rekening", "Het staartje")
    found = cases(*(sheet(name, heads) for name in NAMES[:2]))
    assert found == dict.fromkeys(NAMES[:2], (1,))


def test_documents_of_one_title_show_each_other_that_heads_of_their_own_are_no_cases() -> None:
    sheets = [sheet(name, heads) for name, heads in zip(NAMES, OWN, strict=True)]
    assert cases(*sheets) == dict.fromkeys(NAMES, (1,))
    assert set(cases(sheets[0])) >= set(OWN[0])


def test_heads_that_return_below_others_leave_those_the_titles_of_cases() -> None:
    blocks: list[Block] = [heading("Praktijkverhalen"), text()]
    for name in NAMES:
        blocks += [heading(name, 2), text("Waterdam, 2019")]
        for head in RUBRIC:
            blocks += [heading(head, 3), text()]
    assert set(cases(book(blocks))) == set(NAMES)


def test_document_of_many_pages_or_with_a_menu_is_a_bundle() -> None:
    assert "Doel" in cases(sheet("De Pomp", RUBRIC, pages=12))


def test_manifest_says_what_a_document_holds() -> None:
    assert cases(sheet("De Pomp", OWN[0], holds="case")) == {"De Pomp": (1,)}
    assert "Doel" in cases(sheet("De Pomp", RUBRIC, holds="cases"))


def test_case_of_the_manifest_that_a_document_is_has_all_of_it() -> None:
    entry = CaseEntry("pomp", "De Pomp")
    sheets = [sheet(name, RUBRIC, pages=2) for name in NAMES]
    (part, *others) = segment_edition(Edition(1, "Een boek", cases=(entry,)), sheets)
    assert (part.entry, part.kind, len(part.pages)) == (entry, "case", 2)
    assert {other.kind for other in others} == {"chapter"}


def test_page_unlike_the_cases_beside_it_is_none_and_says_why() -> None:
    own = [sheet(f"{name} {at}", RUBRIC) for at, name in enumerate((*NAMES, "De Kade"))]
    blocks = [heading("Nieuwe bundel verschenen"), text("De redactie dankt de lezer.")]
    news = structs.replace(
        book(blocks), source=structs.replace(own[0].source, id="nieuws", title=blocks[0].text)
    )
    *_, part = segment_edition(Edition(1, "Een boek"), [*own, news])
    assert (part.kind, part.entry.id) == ("chapter", "nieuws")
    assert part.reasons[-1] == "it speaks of the publication: so it is no case"
    assert "[[pages]]" in how_to_settle(part)


def test_doubted_text_without_heads_beside_cases_with_heads_is_none() -> None:
    own = [sheet(f"{name} {at} in 2019", RUBRIC) for at, name in enumerate((*NAMES, "De Kade"))]
    years = [structs.replace(one, pages=(with_year(one), *one.pages[1:])) for one in own]
    general = "Wie meedoet, leert mensen kennen. Men helpt iedereen die dat wil, altijd en overal. "
    page = book([heading("Wat wij doen"), text(general * 3)])
    page = structs.replace(
        page, source=structs.replace(page.source, id="wij", title="Wat wij doen")
    )
    *_, part = segment_edition(Edition(1, "Een boek"), [*years, page])
    assert (part.kind, part.role) == ("chapter", "other")


def with_year(document: Document) -> Page:
    """The first page, with what a case tells in figures."""
    page = document.pages[0]
    return structs.replace(page, blocks=(*page.blocks, text("In 2019 kwamen 60 buren uit Goes.")))


def test_document_that_goes_through_the_others_is_none() -> None:
    blocks: list[Block] = [heading("Alle voorbeelden op een rij"), text()]
    for name in NAMES:
        blocks += [heading(name, 2), text()]
    all_of_them = book(blocks)
    own = [sheet(name, RUBRIC) for name in NAMES]
    assert cases(*own, all_of_them) == dict.fromkeys(NAMES, (1,))


@pytest.mark.parametrize("head", ["Aanpak", "2. Doelgroep", "Wat is er bereikt?", "RESULTATEN:"])
def test_head_that_names_a_part_of_a_case_is_known(head: str) -> None:
    assert is_rubric(head)


@pytest.mark.parametrize("head", ["De Pomp", "Voorwoord", "Samen aan tafel", "Lessen"])
def test_head_that_may_name_a_case_or_chapter_is_no_part_of_one(head: str) -> None:
    assert not is_rubric(head)
