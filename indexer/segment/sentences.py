"""The sentences of a case, each with the headings above it and the place where it stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import Block, Case, Document, Evidence, Page, Passage, Position, Span
from corpus.models import BLOCK_SEPARATOR
from indexer.dutch import ends_clause


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a case.

    Attributes:
        text: as it stands on its page.
        headings: it stands under, outermost first; the title of the case is one of them.
        evidence: its text as a quote with its page.
        passage: the number of its passage in the case, from 0.
        first: whether it begins a paragraph.
        joined: with what the end of a column or page cut off of it; empty where nothing was.
    """

    text: str
    headings: tuple[str, ...]
    evidence: Evidence
    passage: int
    first: bool = False
    joined: str = ""

    @property
    def whole(self) -> str:
        """All of what it says; only `text` stands in one piece and may be quoted."""
        return self.joined or self.text


def case_sentences(document: Document, passages: Iterable[Passage]) -> tuple[Sentence, ...]:
    """The sentences of the passages of one case, in reading order; headings are none."""
    return tuple(
        Sentence(
            text=text,
            headings=passage.headings,
            evidence=Evidence(
                quote=text,
                document=document.source.id,
                page=document.pages[span.page].ref,
                span=span,
            ),
            passage=number,
            first=_begins_a_block(document, span),
        )
        for number, passage in enumerate(passages)
        for span in passage.sentences
        if (text := document.pages[span.page].text[span.start : span.end])
    )


def join_cut(document: Document, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, those that the end of a column or page cuts in two as one.

    Such a sentence is quoted by its longer piece. A piece is known by its paragraph, which ends
    without a mark, and by the small letter that the next paragraph begins with.
    """
    found: list[Sentence] = []
    for sentence in sentences:
        if found and _goes_on(document, found[-1], sentence):
            before = found.pop()
            longer = max(before, sentence, key=lambda piece: len(piece.text))
            whole = f"{before.whole} {sentence.text}"
            found.append(replace(longer, first=before.first, joined=whole))
        else:
            found.append(sentence)
    return tuple(found)


def case_headings(document: Document, case: Case) -> tuple[Evidence, ...]:
    """The headings of a case, its title first, each as a quote with its page."""
    return tuple(
        Evidence(block.text, document.source.id, page.ref, Span(number, start, end))
        for number, page in enumerate(document.pages)
        for index, (block, start, end) in enumerate(_places(page))
        if block.kind == "heading" and case.start <= Position(number, index) < case.end
    )


def _places(page: Page) -> Iterator[tuple[Block, int, int]]:
    """Each block of a page with its first and behind its last character in the page's text."""
    start = 0
    for block in page.blocks:
        yield block, start, start + len(block.text)
        start += len(block.text) + len(BLOCK_SEPARATOR)


def _goes_on(document: Document, before: Sentence, sentence: Sentence) -> bool:
    return (
        sentence.first
        and sentence.text[:1].islower()
        and not ends_clause(before.text)
        and before.headings == sentence.headings
        and all(_kind(document, one) == "paragraph" for one in (before, sentence))
    )


def _kind(document: Document, sentence: Sentence) -> str:
    """The kind of the block that a sentence stands in."""
    span = sentence.evidence.span
    return next(
        (block.kind for block, _, end in _places(document.pages[span.page]) if span.start < end), ""
    )


def _begins_a_block(document: Document, span: Span) -> bool:
    return span.start == 0 or document.pages[span.page].text[span.start - 1] == "\n"
