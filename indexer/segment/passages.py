"""Cuts a case into passages: a few paragraphs under one heading, never across a case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Block, Case, Document, Passage, Position, Span
from corpus.models import BLOCK_SEPARATOR
from indexer.dutch import sentence_spans

TARGET_WORDS = 120
"""A passage takes no further paragraph when that would bring it over this many words."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph, or some sentences of a long one, with the headings above it."""

    headings: tuple[str, ...]
    span: Span
    sentences: tuple[Span, ...]
    words: int


def cut_passages(document: Document, case: Case) -> tuple[Passage, ...]:
    """The passages of a case in reading order; together they hold all its text but the headings.

    A heading goes into `Passage.headings`. Where a heading has no text below it, it is a passage
    itself, so that nothing is lost. A passage may run over a page end; its sentences do not.
    """
    groups: list[list[_Piece]] = []
    for piece in _pieces(document, case):
        if groups and _fits(groups[-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return tuple(
        _passage(document, case, number, group) for number, group in enumerate(groups, start=1)
    )


def _fits(group: Sequence[_Piece], piece: _Piece) -> bool:
    words = sum(member.words for member in group)
    return group[0].headings == piece.headings and words + piece.words <= TARGET_WORDS


def _passage(document: Document, case: Case, number: int, group: Sequence[_Piece]) -> Passage:
    spans = _joined([piece.span for piece in group])
    texts = (document.pages[span.page].text[span.start : span.end] for span in spans)
    return Passage(
        id=f"{case.entry.id}/{number:03}",
        case=case.entry.id,
        document=document.source.id,
        headings=group[0].headings,
        spans=spans,
        text=BLOCK_SEPARATOR.join(texts),
        sentences=tuple(sentence for piece in group for sentence in piece.sentences),
    )


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbouring spans of a page as one."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].page == span.page:
            joined[-1] = Span(span.page, joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _pieces(document: Document, case: Case) -> Iterator[_Piece]:
    headings: tuple[tuple[int, str], ...] = ()
    bare: _Piece | None = None
    for block, page, start in _blocks(document, case):
        if block.kind == "heading":
            if bare and block.level <= headings[-1][0]:
                yield bare
            headings = (*(h for h in headings if h[0] < block.level), (block.level, block.text))
            bare = _piece(headings[:-1], page, start, start + len(block.text), ())
            continue
        bare = None
        yield from _split(tuple(text for _, text in headings), block, page, start)
    if bare:
        yield bare


def _piece(
    headings: tuple[tuple[int, str], ...], page: int, start: int, end: int,
    sentences: tuple[Span, ...],
) -> _Piece:  # fmt: skip
    return _Piece(tuple(text for _, text in headings), Span(page, start, end), sentences, 0)


def _split(headings: tuple[str, ...], block: Block, page: int, start: int) -> Iterator[_Piece]:
    """The block as one piece, or as several at sentence ends when it is long."""
    run: list[Span] = []
    words = 0
    for first, last in sentence_spans(block.text):
        count = len(block.text[first:last].split())
        if run and words + count > TARGET_WORDS:
            yield _Piece(headings, Span(page, run[0].start, run[-1].end), tuple(run), words)
            run, words = [], 0
        run.append(Span(page, start + first, start + last))
        words += count
    if run:
        yield _Piece(headings, Span(page, run[0].start, run[-1].end), tuple(run), words)


def _blocks(document: Document, case: Case) -> Iterator[tuple[Block, int, int]]:
    """Each block of the case with its page and its first character in the text of that page."""
    for number, page in enumerate(document.pages):
        offset = 0
        for index, block in enumerate(page.blocks):
            if case.start <= Position(number, index) < case.end:
                yield block, number, offset
            offset += len(block.text) + len(BLOCK_SEPARATOR)
