"""Cases and passages of documents that are built here, value by value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import (
    Block,
    CaseEntry,
    Document,
    Edition,
    OutlineEntry,
    Page,
    PageRef,
    Position,
    Source,
)
from corpus.models import BLOCK_SEPARATOR, BlockKind
from indexer.segment import cut_passages, segment_edition, segment_page
from indexer.segment.passages import TARGET_WORDS

SOURCE = Source("boek", "boek.pdf", "publication", "Een boek", edition=1)


def _heading(text: str, level: int = 1, top: float | None = None) -> Block:
    return Block("heading", text, level, top)


def _paragraph(text: str, top: float | None = None) -> Block:
    return Block("paragraph", text, top=top)


def _document(*pages: tuple[Block, ...], outline: tuple[OutlineEntry, ...] = ()) -> Document:
    return Document(
        source=SOURCE,
        format="pdf",
        pages=tuple(
            Page(PageRef(label, number), blocks)
            for number, (label, blocks) in enumerate(
                zip(("i", "1", "2", "3", "4", "5"), pages, strict=False), start=1
            )
        ),
        outline=outline,
    )


BOOK = _document(
    (_heading("Een boek"), _paragraph("Titelblad.")),
    (_heading("De Pomp"), _paragraph("Water.")),
    (_paragraph("Nog meer water."),),
    (_heading("Het Veldje"), _paragraph("Gras.")),
    (_heading("Reflectie"), _paragraph("Lessen.")),
    outline=(
        OutlineEntry("1 De Pomp (Waterdam)", 1, 1),
        OutlineEntry("2 Het Veldje", 1, 3),
        OutlineEntry("3 Reflectie", 1, 4),
    ),
)
CASES = (CaseEntry("de-pomp", "De Pomp"), CaseEntry("het-veldje", "Het Veldje"))


def _edition(*cases: CaseEntry) -> Edition:
    return Edition(number=1, title="Een boek", cases=cases)


def test_cases_are_found_by_the_outline_with_their_pages() -> None:
    parts = segment_edition(_edition(*CASES), [BOOK])
    assert [(part.entry.id, part.kind, part.found_by) for part in parts] == [
        ("boek-voorin", "chapter", "whole document"),
        ("de-pomp", "case", "outline"),
        ("het-veldje", "case", "outline"),
        ("boek-reflectie", "chapter", "outline"),
    ]
    assert parts[1].pages == (PageRef("1", 2), PageRef("2", 3))
    assert parts[2].pages == (PageRef("3", 4),)


def test_cases_are_found_by_headings_where_there_is_no_outline() -> None:
    bare = Document(SOURCE, "pdf", BOOK.pages)
    parts = segment_edition(_edition(*CASES), [bare])
    found = {part.entry.id: (part.found_by, part.pages[0].number) for part in parts}
    assert found["de-pomp"] == ("heading", 2)
    assert found["het-veldje"] == ("heading", 4)


def test_case_that_no_title_names_is_kept_without_pages() -> None:
    parts = segment_edition(_edition(*CASES, CaseEntry("weg", "De Weg")), [BOOK])
    assert parts[-1].entry.id == "weg"
    assert parts[-1].found_by == "not found"
    assert parts[-1].pages == ()


def test_every_chapter_is_a_case_where_the_manifest_names_none() -> None:
    parts = segment_edition(_edition(), [BOOK])
    assert [part.entry.id for part in parts if part.kind == "case"] == [
        "boek-de-pomp-waterdam",
        "boek-het-veldje",
    ]


def test_document_without_chapters_is_one_case() -> None:
    flat = _document((_paragraph("Alles in een."),))
    (part,) = segment_edition(_edition(), [flat])
    assert (part.kind, part.found_by) == ("case", "whole document")
    assert part.pages == (PageRef("i", 1),)


def test_outermost_level_with_several_chapters_is_taken() -> None:
    nested = (OutlineEntry("Het hele boek", 1, 0), *(_deeper(entry) for entry in BOOK.outline))
    document = Document(SOURCE, "pdf", BOOK.pages, nested)
    parts = segment_edition(_edition(), [document])
    assert [part.entry.title for part in parts if part.kind == "case"] == [
        "De Pomp (Waterdam)",
        "Het Veldje",
    ]


def _deeper(entry: OutlineEntry) -> OutlineEntry:
    return OutlineEntry(entry.title, entry.level + 1, entry.page)


def test_case_that_begins_halfway_a_page_shares_the_page() -> None:
    shared = _document(
        (_heading("De Pomp", top=700), _paragraph("Water.", 650), _paragraph("Gras.", 300)),
        outline=(OutlineEntry("De Pomp", 1, 0, 705), OutlineEntry("Het Veldje", 1, 0, 301)),
    )
    pomp, veldje = segment_edition(_edition(*CASES), [shared])
    assert (pomp.end, veldje.start) == (Position(0, 2), Position(0, 2))
    assert pomp.pages == veldje.pages == (PageRef("i", 1),)
    assert [p.text for p in cut_passages(shared, veldje)] == ["Gras."]


def test_two_chapters_with_one_title_have_ids_of_their_own() -> None:
    twice = _document(
        (_heading("Slot"), _paragraph("Een.")),
        (_heading("Slot"), _paragraph("Twee.")),
        outline=(OutlineEntry("Slot", 1, 0), OutlineEntry("Slot", 1, 1)),
    )
    ids = [part.entry.id for part in segment_edition(_edition(*CASES), [twice])]
    assert ids[:2] == ["boek-slot", "boek-slot-2"]


def test_page_about_the_series_is_no_case() -> None:
    source = Source("over", "over.html", "page", "Over de serie")
    page = Document(source, "html", (Page(None, (_paragraph("Hallo."),)),))
    part = segment_page(page)
    assert (part.kind, part.edition, part.pages) == ("page", None, ())


def test_passages_never_cross_a_case_and_know_their_page() -> None:
    parts = segment_edition(_edition(*CASES), [BOOK])
    passages = [passage for part in parts for passage in cut_passages(BOOK, part)]
    texts = {passage.id: (passage.headings, passage.text) for passage in passages}
    assert texts["de-pomp/001"] == (("De Pomp",), "Water.\n\nNog meer water.")
    assert texts["het-veldje/001"] == (("Het Veldje",), "Gras.")
    (pomp,) = (passage for passage in passages if passage.case == "de-pomp")
    assert [span.page for span in pomp.spans] == [1, 2]


def test_heading_without_text_is_a_passage_itself() -> None:
    document = _document((_heading("Deel een"), _heading("Deel twee"), _paragraph("Tekst.")))
    (part,) = segment_edition(_edition(), [Document(SOURCE, "text", document.pages[:1])])[:1]
    whole = cut_passages(document, part)
    assert whole[0].text == "Deel een"


def test_box_is_never_in_one_passage_with_the_text_around_it() -> None:
    box = tuple(Block("box", text) for text in ("In cijfers", "Er komen 40 mensen.", "Elke week."))
    blocks = (_heading("De Pomp"), _heading("Doel", 2), _paragraph("Water."), *box)
    document = Document(SOURCE, "pdf", _document((*blocks, _paragraph("Meer."))).pages)
    (part,) = segment_edition(_edition(), [document])
    passages = cut_passages(document, part)
    assert [(passage.headings, passage.text) for passage in passages] == [
        (("De Pomp", "Doel"), "Water."),
        (("De Pomp", "In cijfers"), "Er komen 40 mensen.\n\nElke week."),
        (("De Pomp", "Doel"), "Meer."),
    ]


def test_box_keeps_the_title_of_a_case_that_is_a_section_of_a_chapter() -> None:
    box = tuple(Block("box", text) for text in ("In cijfers", "Er komen 40 mensen."))
    pomp = (_heading("De Pomp", 2), _paragraph("Water."), _heading("Doel", 3), _paragraph("Nat."))
    veldje = (_heading("Het Veldje", 2), _paragraph("Gras."))
    book = _document((_heading("In het dorp"), _paragraph("Hier."), *pomp, *box), veldje)
    parts = segment_edition(_edition(*CASES), [Document(SOURCE, "pdf", book.pages)])
    passages = [one for part in parts for one in cut_passages(book, part)]
    assert [one.headings for one in passages if one.text == "Er komen 40 mensen."] == [
        ("De Pomp", "In cijfers")
    ]


def test_two_sections_of_one_title_are_never_in_one_passage() -> None:
    blocks = (_heading("Tip", 2), _paragraph("Begin klein."), _heading("Tip", 2))
    document = Document(SOURCE, "pdf", _document((*blocks, _paragraph("Vraag hulp."))).pages)
    (part,) = segment_edition(_edition(), [document])
    assert [p.text for p in cut_passages(document, part)] == ["Begin klein.", "Vraag hulp."]


def test_box_without_a_title_is_a_passage_of_its_own() -> None:
    box = Block("box", "Er komen 40 mensen, elke week.")
    document = Document(SOURCE, "pdf", _document((_paragraph("Water."), box)).pages)
    (part,) = segment_edition(_edition(), [document])
    assert [p.text for p in cut_passages(document, part)] == ["Water.", box.text]


def test_title_of_a_box_with_nothing_below_it_is_a_passage_itself() -> None:
    box = Block("box", "Waar Aa en Hunze")
    document = Document(
        SOURCE, "pdf", _document((_heading("De Pomp"), box, _paragraph("W."))).pages
    )
    (part,) = segment_edition(_edition(), [document])
    found = [(passage.headings, passage.text) for passage in cut_passages(document, part)]
    assert found == [(("De Pomp",), box.text), (("De Pomp",), "W.")]


WORDS = st.lists(
    st.sampled_from(["de", "wijk", "is", "mooi", "en", "groen"]), min_size=1, max_size=60
)
SENTENCE = WORDS.map(lambda words: " ".join(words).capitalize() + ".")
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=8).map(" ".join).map(_paragraph)
BLOCK = st.one_of(PARAGRAPH, st.builds(_heading, st.just("Kop"), st.integers(1, 3)))


@given(st.lists(st.lists(BLOCK, max_size=5).map(tuple), min_size=1, max_size=5))
def test_passages_rejoin_to_the_text_of_the_document(pages: list[tuple[Block, ...]]) -> None:
    document = _document(*pages)
    parts = segment_edition(_edition(), [document])
    passages = [passage for part in parts for passage in cut_passages(document, part)]
    paragraphs = [block.text for page in pages for block in page if block.kind != "heading"]
    headings = {block.text for page in pages for block in page if block.kind == "heading"}
    blocks = [text for p in passages for text in p.text.split(BLOCK_SEPARATOR)]
    held = " ".join(text for text in blocks if text not in headings).split()
    assert held == " ".join(paragraphs).split()


BOX = st.builds(Block, st.just("box"), st.one_of(SENTENCE, st.uuids().map(str)))


@given(st.lists(st.lists(st.one_of(BLOCK, BOX), max_size=6).map(tuple), min_size=1, max_size=5))
def test_no_box_is_lost(pages: list[tuple[Block, ...]]) -> None:
    document = _document(*pages)
    parts = segment_edition(_edition(), [document])
    passages = [passage for part in parts for passage in cut_passages(document, part)]
    held = [(*passage.headings, passage.text) for passage in passages]
    boxes = [block.text for page in pages for block in page if block.kind == "box"]
    assert not [text for text in boxes if not any(text in one for texts in held for one in texts)]


@given(st.lists(st.lists(BLOCK, max_size=5).map(tuple), min_size=1, max_size=5))
def test_passages_and_sentences_stand_in_the_stored_text(pages: list[tuple[Block, ...]]) -> None:
    document = _document(*pages)
    for part in segment_edition(_edition(), [document]):
        for passage in cut_passages(document, part):
            texts = [document.pages[s.page].text[s.start : s.end] for s in passage.spans]
            assert passage.text == BLOCK_SEPARATOR.join(texts)
            for sentence in passage.sentences:
                assert document.pages[sentence.page].text[sentence.start : sentence.end].strip()
            assert len(passage.text.split()) <= TARGET_WORDS or len(passage.sentences) == 1


@pytest.mark.parametrize("format_", ["html", "text"])
def test_file_with_one_highest_heading_is_one_case(format_: str) -> None:
    blocks = (_heading("De Pomp"), _heading("Aanpak", 2), _heading("Doel", 2), _paragraph("Ja."))
    document = Document(SOURCE, format_, (Page(None, blocks),))  # type: ignore[arg-type]
    (part,) = segment_edition(_edition(), [document])
    assert part.entry.title == "Een boek"


def _placed(kind: BlockKind, text: str, low: float, high: float) -> Block:
    return Block(kind, text, int(kind == "heading"), high, (50.0, low, 300.0, high))


@pytest.mark.parametrize(
    ("above", "belongs"),
    [
        (_placed("paragraph", "Berkum, Zwolle", 560, 570), True),
        (_placed("paragraph", "en daar bleef het bij", 560, 570), False),
        (_placed("paragraph", "Daar bleef het bij.", 560, 570), False),
        (_placed("paragraph", "Namens de redactie", 620, 630), False),
        (_placed("list-item", "Kopjes", 560, 570), False),
    ],
    ids=["a kicker", "rest of a sentence", "a sentence", "far above", "an item"],
)
def test_what_stands_above_a_title_begins_its_case_if_it_is_a_kicker(
    above: Block, *, belongs: bool
) -> None:
    title = _placed("heading", "De Pomp", 520, 548)
    text = _placed("paragraph", "Water.", 400, 500)
    book = _document(
        (_heading("Vooraf"), text), (above, title, text), (_heading("Het Veldje"), text)
    )
    (case,) = segment_edition(Edition(1, "Een boek", cases=CASES[:1]), [book])[1:2]
    assert case.entry.title == "De Pomp"
    assert case.start == Position(1, 0 if belongs else 1)
