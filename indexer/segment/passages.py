"""Cuts a case into passages: a few paragraphs under one heading, never across a case."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from corpus import Block, Case, Document, Passage, Span
from corpus.models import BLOCK_SEPARATOR
from indexer.dutch import ends_clause, sentence_spans
from indexer.segment.extents import blocks_between

TARGET_WORDS = 120
"""A passage takes no further paragraph when that would bring it over this many words."""


_BOX_LEVEL = 7
"""The title of a box counts as a heading below all others, until the box ends."""

_LONGEST_TITLE = 80
_MOST_TITLE_BLOCKS = 3  # a line may stand above the title of a case
_FACT = re.compile(r"[^\W\d][^:.!?]{0,39}[:?] +\S")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph, or some sentences of a long one, with the headings above it.

    `section` counts the headings before it: two sections may have the same headings.
    """

    headings: tuple[str, ...]
    section: int
    span: Span
    sentences: tuple[Span, ...]
    words: int
    boxed: bool = False
    aside: bool = False


def cut_passages(document: Document, case: Case) -> tuple[Passage, ...]:
    """The passages of a case in reading order; together they hold all its text but the headings.

    A heading goes into `Passage.headings`, and so does the title of a box: what stands in a box is
    never in one passage with the text around it, nor is a margin note. Where a heading has no text
    below it, it is a passage itself, so that nothing is lost. A passage may run over a page end;
    its sentences do not.
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
    first = group[0]
    together = (first.section, first.headings, first.boxed, first.aside) == (
        piece.section,
        piece.headings,
        piece.boxed,
        piece.aside,
    )
    # A footnote of a section that ends above on the page stands apart from its text.
    last = group[-1].span
    apart = piece.span.page == last.page and piece.span.start - last.end > len(BLOCK_SEPARATOR)
    return together and not apart and words + piece.words <= TARGET_WORDS


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
    boxed = False
    section = at = 0
    blocks = [*blocks_between(document, case.start, case.end)]
    title = _title_level([placed.block for placed in blocks[:_MOST_TITLE_BLOCKS]])
    for (block, page, start), after in zip_longest(blocks, blocks[1:]):
        level = _heading_level(block, after and after.block, boxed=boxed)
        boxed = block.kind == "box"
        if level:
            if bare and level <= headings[-1][0]:
                yield bare
            headings = (*(h for h in headings if h[0] < level), (level, block.text))
            span = Span(page, start, start + len(block.text))
            words = len(block.text.split())
            bare = _Piece(_path(headings, title)[:-1], section, span, (), words, boxed=boxed)
            section += 1
            continue
        if not boxed:
            if bare and bare.boxed:
                yield bare  # it is no heading of what stands outside its box
            headings = tuple(h for h in headings if h[0] < _BOX_LEVEL)
        bare = None
        aside = block.kind == "margin-note" or page < at  # a footnote of the page before
        at = max(at, page)
        for span, sentences, words in _split(block, page, start):
            yield _Piece(_path(headings, title), section, span, sentences, words, boxed, aside)
    if bare:
        yield bare


def _heading_level(block: Block, after: Block | None, *, boxed: bool) -> int:
    """The level of a heading, or of the title that a box begins with; 0 for any other block."""
    if block.kind == "box" and not boxed:
        is_title = len(block.text) <= _LONGEST_TITLE and not ends_clause(block.text)
        is_fact = bool(block.cells) or (after is not None and _are_facts(block, after))
        return _BOX_LEVEL if is_title and not is_fact else 0
    return block.level if block.kind == "heading" else 0


def _are_facts(block: Block, after: Block) -> bool:
    """Whether two lines that follow each other both have a label: *Sinds: 2019*."""
    return all(_FACT.match(line.text) for line in (block, after))


def _title_level(blocks: Sequence[Block]) -> int:
    """The level of the title that a case begins with: cases may be sections of a chapter."""
    return min((block.level for block in blocks if block.kind == "heading"), default=1)


def _path(headings: tuple[tuple[int, str], ...], title: int) -> tuple[str, ...]:
    """The headings above a text; above a box only the title: it belongs to no section below it."""
    in_box = bool(headings) and headings[-1][0] == _BOX_LEVEL
    return tuple(
        text for level, text in headings if not in_box or level <= title or level == _BOX_LEVEL
    )


def _split(block: Block, page: int, start: int) -> Iterator[tuple[Span, tuple[Span, ...], int]]:
    """The block as one run of sentences, or as several when it is long.

    Of each run its span, its sentences and how many words it has.
    """
    run: list[Span] = []
    words = 0
    for first, last in sentence_spans(block.text):
        count = len(block.text[first:last].split())
        if run and words + count > TARGET_WORDS:
            yield _over(run), tuple(run), words
            run, words = [], 0
        run.append(Span(page, start + first, start + last))
        words += count
    if run:
        yield _over(run), tuple(run), words


def _over(run: Sequence[Span]) -> Span:
    return Span(run[0].page, run[0].start, run[-1].end)
