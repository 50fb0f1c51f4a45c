"""Sentences that the end of a column or page cuts are one, quoted by their longer piece."""

import pytest

from corpus import Block, Case, CaseEntry, Document, Page, Position, Source
from corpus.models import BlockKind
from indexer.segment import Sentence, case_sentences, cut_passages, join_cut


def _document(*blocks: tuple[BlockKind, str]) -> Document:
    source = Source("een", "een.md", "publication", "Een")
    page = Page(ref=None, blocks=tuple(Block(kind=kind, text=text) for kind, text in blocks))
    return Document(source=source, format="text", pages=(page,))


def _joined(document: Document) -> tuple[Sentence, ...]:
    end = Position(len(document.pages), 0)
    case = Case(
        entry=CaseEntry("loods"),
        kind="case",
        edition=1,
        pages=(),
        document=document.source.id,
        start=Position(0, 0),
        end=end,
        found_by="heading",
    )
    return join_cut(case_sentences(document, cut_passages(document, case)))


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
