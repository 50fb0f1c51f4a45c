"""Sentences that the end of a column or page cuts are one, quoted by their longer piece."""

import pytest
from msgspec import structs

from corpus import Block, Case, CaseEntry, Document, Page, PageRef, Position, Source
from corpus.models import BlockKind
from indexer.segment import Sentence, case_sentences, cut_passages, join_cut, title_lines


def _document(*blocks: tuple[BlockKind, str]) -> Document:
    source = Source("een", "een.md", "publication", "Een")
    page = Page(ref=None, blocks=tuple(Block(kind=kind, text=text) for kind, text in blocks))
    return Document(source=source, format="text", pages=(page,))


def _joined(document: Document) -> tuple[Sentence, ...]:
    return join_cut(case_sentences(document, cut_passages(document, _case(document))))


def _case(document: Document) -> Case:
    end = Position(len(document.pages), 0)
    return Case(
        entry=CaseEntry("loods"),
        kind="case",
        edition=1,
        pages=(),
        document=document.source.id,
        start=Position(0, 0),
        end=end,
        found_by="heading",
    )


def test_a_sentence_that_is_cut_is_whole_and_quoted_by_its_longer_piece() -> None:
    document = _document(
        ("paragraph", "Het regent. De"),
        ("paragraph", "wijkagent haalt zijn schouders op. Hij lacht."),
    )
    sentences = _joined(document)
    assert [one.whole for one in sentences] == [
        "Het regent.",
        "De wijkagent haalt zijn schouders op.",
        "Hij lacht.",
    ]
    cut = sentences[1]
    assert cut.text == cut.evidence.quote == "wijkagent haalt zijn schouders op."
    span = cut.evidence.span
    assert document.pages[0].text[span.start : span.end] == cut.text


def test_a_sentence_that_is_cut_twice_is_whole() -> None:
    document = _document(
        ("paragraph", "Elke week koken de"), ("paragraph", "buren samen"), ("paragraph", "soep.")
    )
    (only,) = _joined(document)
    assert only.whole == "Elke week koken de buren samen soep."
    assert only.text == "Elke week koken de"
    assert only.first


def test_each_piece_of_a_sentence_that_a_page_end_cuts_knows_all_with_their_pages() -> None:
    first = Page(
        PageRef("7", 9),
        (
            Block("paragraph", "Het werkt. Alles draaide in het"),
            Block("box", "In het kort"),
            Block("box", "Kamers: vier."),
        ),
    )
    second = Page(PageRef("8", 10), (Block("paragraph", "begin om de uitkering. Later niet."),))
    document = structs.replace(_document(), pages=(first, second))
    pieces = [("Alles draaide in het", "7"), ("begin om de uitkering.", "8")]
    found = case_sentences(document, cut_passages(document, _case(document)))
    cut = {one.text: one.evidence for one in found if one.evidence.pieces}
    assert [*cut] == [text for text, _ in pieces]
    for evidence in cut.values():
        told = [(one.quote, one.page.label if one.page else "") for one in evidence.pieces]
        assert told == pieces
    (joined,) = (one for one in join_cut(found) if one.joined)
    assert joined.evidence == cut["begin om de uitkering."]
    assert joined.whole == "Alles draaide in het begin om de uitkering."


@pytest.mark.parametrize(
    "blocks",
    [
        (("paragraph", "Ze koken soep."), ("paragraph", "en brood.")),
        (("paragraph", "Ze koken soep"), ("paragraph", "En brood.")),
        (("list-item", "hachee met rodekool"), ("list-item", "kibbeh in de oven")),
        (("paragraph", "Ze koken"), ("caption", "een pan soep")),
        (("paragraph", "Ze koken"), ("heading", "soep"), ("paragraph", "en brood.")),
    ],
    ids=["ended", "a capital", "items of a list", "a caption", "a heading between"],
)
def test_what_is_not_cut_stays_apart(blocks: tuple[tuple[BlockKind, str], ...]) -> None:
    assert not [one.whole for one in _joined(_document(*blocks)) if one.joined]


def test_line_under_the_opening_picture_is_one_of_the_lines_beside_the_title() -> None:
    """Small type below a picture is taken for its caption; one that is a sentence is none."""
    document = _document(
        ("caption", "GROTE WAAL, HOORN"),
        ("heading", "De Loods"),
        ("caption", "Hier wordt gezaagd."),
    )
    lines = [line.quote for line in title_lines(document, _case(document))]
    assert lines == ["GROTE WAAL, HOORN", "De Loods"]
