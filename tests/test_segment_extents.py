"""Which text footnotes belong to, in documents that are built here or set by typst."""

from pathlib import Path

import pytest
import typst

from corpus import Block, CaseEntry, Document, Edition, Page, PageRef, Source
from indexer.extract import read_source
from indexer.segment import cut_passages, segment_edition

SOURCE = Source("boek", "boek.pdf", "publication", "Een boek", edition=1)
EDITION = Edition(
    number=1,
    title="Een boek",
    cases=(CaseEntry("de-pomp", "De Pomp"), CaseEntry("het-veldje", "Het Veldje")),
)


def heading(text: str, level: int = 1) -> Block:
    return Block("heading", text, level)


def said(text: str, *notes: str) -> Block:
    return Block("paragraph", text, notes=notes)


def note(text: str, *mark: str) -> Block:
    return Block("footnote", text, notes=mark)


def passages(document: Document) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The headings and text of the passages of each part of a document."""
    return {
        part.entry.id: [(one.headings, one.text) for one in cut_passages(document, part)]
        for part in segment_edition(EDITION, [document])
    }


def texts(*blocks: Block) -> dict[str, list[str]]:
    document = Document(SOURCE, "pdf", (Page(PageRef("1", 1), blocks),))
    return {case: [text for _, text in found] for case, found in passages(document).items()}


def test_footnote_belongs_to_the_case_that_has_its_mark() -> None:
    found = texts(
        heading("De Pomp"), said("Water.", "4"), heading("Het Veldje"), said("Gras.", "5"),
        note("Van de gemeente.", "4"), note("Van zaad.", "5"),
    )  # fmt: skip
    assert found == {
        "de-pomp": ["Water.", "Van de gemeente."],
        "het-veldje": ["Gras.", "Van zaad."],
    }


def test_footnotes_that_each_case_numbers_anew_belong_to_their_own() -> None:
    found = texts(
        heading("De Pomp"), said("Water.", "1"), heading("Het Veldje"), said("Gras.", "1"),
        note("Van de gemeente.", "1"), note("Van zaad.", "1"),
    )  # fmt: skip
    assert found == {
        "de-pomp": ["Water.", "Van de gemeente."],
        "het-veldje": ["Gras.", "Van zaad."],
    }


def test_rest_of_a_footnote_goes_with_it() -> None:
    found = texts(
        heading("De Pomp"), said("Water.", "1"), heading("Het Veldje"), said("Gras."),
        note("Van de gemeente.", "1"), note("Sinds 2019."),
    )  # fmt: skip
    assert found["de-pomp"] == ["Water.", "Van de gemeente.\n\nSinds 2019."]


def test_footnote_without_a_mark_on_its_page_stays_at_the_foot() -> None:
    found = texts(
        heading("De Pomp"), said("Water."), heading("Het Veldje"), said("Gras."),
        note("Van zaad.", "5"),
    )  # fmt: skip
    assert found == {"de-pomp": ["Water."], "het-veldje": ["Gras.\n\nVan zaad."]}


def test_footnote_stands_under_the_heading_of_its_mark() -> None:
    blocks = (
        heading("De Pomp"), heading("Geld", 2), said("Duur.", "1"), heading("Doel", 2),
        said("Water.", "2"), note("In euro.", "1"), note("Uit de kraan.", "2"),
    )  # fmt: skip
    found = passages(Document(SOURCE, "pdf", (Page(PageRef("1", 1), blocks),)))
    assert found["de-pomp"] == [
        (("De Pomp", "Geld"), "Duur."),
        (("De Pomp", "Geld"), "In euro."),
        (("De Pomp", "Doel"), "Water."),
        (("De Pomp", "Doel"), "Uit de kraan."),
    ]


@pytest.mark.parametrize(
    ("end", "is_cut"),
    [
        ("Het water komt uit de", True),
        ("Het water is koud.", False),
        ("Het water komt uit:", False),
    ],
)
def test_footnotes_do_not_stand_within_a_sentence_that_a_page_end_cuts(
    end: str, *, is_cut: bool
) -> None:
    first = (
        heading("De Pomp"), said(end, "1", "2"),
        note("Van de gemeente.", "1"), note("Sinds 2019.", "2"),
    )  # fmt: skip
    second = (said("pomp op het plein."), said("Iedereen helpt mee."))
    pages = (Page(PageRef("1", 1), first), Page(PageRef("2", 2), second))
    found = [text for _, text in passages(Document(SOURCE, "pdf", pages))["de-pomp"]]
    notes, rest = "Van de gemeente.\n\nSinds 2019.", "pomp op het plein."
    whole = [f"{end}\n\n{rest}", notes, "Iedereen helpt mee."]
    assert found == (whole if is_cut else [f"{end}\n\n{notes}\n\n{rest}\n\nIedereen helpt mee."])


BOOK = """
#set page(width: 420pt, height: 595pt, margin: 60pt)
#set text(font: "{font}", size: 11pt, lang: "nl")
#set footnote(numbering: "{numbering}")
#show heading: set text(size: 18pt)
= De Pomp
De buren van het plein halen samen water uit de oude pomp.#footnote[De put ernaast is dicht.]
Iedere dag staat er iemand klaar die helpt met tillen, en op zaterdag is er koffie bij.

= Het Veldje
Achter de school ligt een veldje waar kinderen voetballen.#footnote[Het gras is in 2021 gezaaid.]
Ouders houden om de beurt toezicht, en de gemeente maait wanneer het nodig is.
"""


@pytest.mark.parametrize("numbering", ["1", "1)"])
@pytest.mark.parametrize("font", ["Libertinus Serif", "DejaVu Sans Mono"])
def test_footnotes_of_a_page_with_two_cases_are_parted(
    tmp_path: Path, font: str, numbering: str
) -> None:
    (tmp_path / "boek.typ").write_text(BOOK.format(font=font, numbering=numbering), "utf-8")
    typst.compile(tmp_path / "boek.typ", output=tmp_path / "boek.pdf")
    found = passages(read_source(SOURCE, tmp_path / "boek.pdf"))
    whole = {case: " ".join(text for _, text in its) for case, its in found.items()}
    assert "De put ernaast is dicht." in whole["de-pomp"]
    assert "Het gras is in 2021 gezaaid." in whole["het-veldje"]
