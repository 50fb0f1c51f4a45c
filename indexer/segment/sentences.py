"""The sentences of a case, each with the headings above it and the place where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus import Block, Case, Document, Evidence, Page, Passage, Position, Span
from corpus.models import BLOCK_SEPARATOR


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a case.

    Attributes:
        text: as it stands on its page.
        headings: it stands under, outermost first; the title of the case is one of them.
        evidence: its text as a quote with its page.
        passage: the number of its passage in the case, from 0.
        first: whether it begins a paragraph.
    """

    text: str
    headings: tuple[str, ...]
    evidence: Evidence
    passage: int
    first: bool = False


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


def _begins_a_block(document: Document, span: Span) -> bool:
    return span.start == 0 or document.pages[span.page].text[span.start - 1] == "\n"
