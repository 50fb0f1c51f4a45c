"""The sentences of a case, each with the headings above it and the place where it stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby, islice, takewhile

from msgspec import structs

from corpus import Block, Case, Document, Evidence, Page, Passage, Position, Span
from corpus.models import BLOCK_SEPARATOR, BlockKind
from indexer.dutch import ends_clause, ends_sentence

_LABEL_AND_FACT = 2  # cells of a row
_LONGEST_LINE = 3  # words
_MOST_TITLE_LINES, _LONGEST_TITLE_LINE = 5, 120
_JOINING = frozenset({"en", "of", "tot"})
_BETWEEN = frozenset({"box", "caption", "footnote", "margin-note", "quote", "table-row"})
"""What may stand between the two pieces of a paragraph."""


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
        kind: of the block that it stands in.
        label: the first cell of its row, in a table of two columns whose first says what the second
            is about; empty elsewhere. The first sentence of the row begins with it.
    """

    text: str
    headings: tuple[str, ...]
    evidence: Evidence
    passage: int
    first: bool = False
    joined: str = ""
    kind: BlockKind = "paragraph"
    label: str = ""

    @property
    def whole(self) -> str:
        """All of what it says; only `text` stands in one piece and may be quoted."""
        return self.joined or self.text


def case_sentences(document: Document, passages: Iterable[Passage]) -> tuple[Sentence, ...]:
    """The sentences of the passages of one case, in reading order; headings are none.

    Of one that the end of a column or page cuts, each piece is a sentence here; its evidence has
    all of them.
    """
    blocks = _BlocksOf(document)
    sentences = tuple(
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
            kind=block.kind,
            label=label,
        )
        for number, passage in enumerate(passages)
        for span in passage.sentences
        if (text := document.pages[span.page].text[span.start : span.end])
        for block, label in [blocks.at(span)]
    )
    whole = list(sentences)
    for numbers in _pieces(sentences):
        pieces = tuple(sentences[number].evidence for number in numbers)
        for number in numbers if len(numbers) > 1 else ():
            evidence = structs.replace(pieces[numbers.index(number)], pieces=pieces)
            whole[number] = replace(sentences[number], evidence=evidence)
    return tuple(whole)


def join_cut(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, those that the end of a column or page cuts in two as one.

    Such a sentence is quoted by its longer piece. A piece is known by its paragraph, which ends
    without a mark, and by the small letter that the next paragraph begins with; a box, a picture's
    caption or a table may stand between the two.
    """
    return tuple(_joined([sentences[number] for number in run]) for run in _pieces(sentences))


def _joined(pieces: Sequence[Sentence]) -> Sentence:
    """The pieces of a sentence as one."""
    if len(pieces) == 1:
        return pieces[0]
    longest = max(pieces, key=lambda piece: len(piece.text))
    whole = reduce(_whole, (piece.text for piece in pieces))
    return replace(longest, first=pieces[0].first, joined=whole)


def _whole(before: str, after: str) -> str:
    """Two pieces as one, also where a word is cut: *op-* and *gericht*; not *zorg-*, *en hulp*."""
    is_word_cut = before.endswith("-") and after.split(maxsplit=1)[0] not in _JOINING
    return before[:-1] + after if is_word_cut else f"{before} {after}"


def _pieces(sentences: Sequence[Sentence]) -> list[list[int]]:
    """The numbers of the pieces of each sentence; one number for a sentence that is not cut."""
    runs: list[list[int]] = []
    for number, sentence in enumerate(sentences):
        cut = _cut_off(runs, sentences, sentence)
        if cut is None:
            runs.append([number])
        else:
            cut.append(number)
    return runs


def _cut_off(
    runs: Sequence[list[int]], sentences: Sequence[Sentence], sentence: Sentence
) -> list[int] | None:
    """The pieces that a sentence goes on with; None where it is one by itself."""
    if not (sentence.first and sentence.kind == "paragraph" and sentence.text[:1].islower()):
        return None
    for run in reversed(runs):
        before = sentences[run[-1]]
        if before.kind not in _BETWEEN:
            is_open = before.kind == "paragraph" and not ends_clause(before.text)
            is_same = before.headings == sentence.headings and not _is_line(before)
            return run if is_open and is_same else None
    return None


def _is_line(sentence: Sentence) -> bool:
    """Whether it is a line by itself, such as the label of the line below it: *Met steun van*."""
    is_short = len(sentence.text.split()) <= _LONGEST_LINE
    return sentence.first and is_short and sentence.text[:1].isupper()


def case_headings(document: Document, case: Case) -> tuple[Evidence, ...]:
    """The headings of a case, its title first, each as a quote with its page."""
    return tuple(
        Evidence(block.text, document.source.id, page.ref, Span(number, start, end))
        for number, page in enumerate(document.pages)
        for index, (block, start, end) in enumerate(_places(page))
        if block.kind == "heading" and case.start <= Position(number, index) < case.end
    )


def title_lines(document: Document, case: Case) -> tuple[Evidence, ...]:
    """The title of a case and the short lines above and below it, each as a quote with its page."""
    blocks = (
        (block, Evidence(block.text, document.source.id, page.ref, Span(number, start, end)))
        for number, page in enumerate(document.pages)
        for index, (block, start, end) in enumerate(_places(page))
        if case.start <= Position(number, index) < case.end
    )
    beside = takewhile(lambda one: _is_title_line(one[0]), blocks)
    return tuple(evidence for _, evidence in islice(beside, _MOST_TITLE_LINES))


def _is_title_line(block: Block) -> bool:
    # Small type below a picture is taken for its caption, also where it heads the chapter.
    is_line = block.kind in {"caption", "paragraph"} and len(block.text) <= _LONGEST_TITLE_LINE
    return block.kind == "heading" or (is_line and not ends_sentence(block.text))


def _places(page: Page) -> Iterator[tuple[Block, int, int]]:
    """Each block of a page with its first and behind its last character in the page's text."""
    start = 0
    for block in page.blocks:
        yield block, start, start + len(block.text)
        start += len(block.text) + len(BLOCK_SEPARATOR)


class _BlocksOf:
    """The blocks of a document by the place of a text in them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pages: dict[int, tuple[tuple[int, Block, str], ...]] = {}

    def at(self, span: Span) -> tuple[Block, str]:
        """The block that a span begins in, and the label of its row."""
        if span.page not in self._pages:
            self._pages[span.page] = tuple(_labelled(self._document.pages[span.page]))
        return next(
            (block, label) for end, block, label in self._pages[span.page] if span.start < end
        )


def _labelled(page: Page) -> Iterator[tuple[int, Block, str]]:
    """Each block of a page with its end and the label of its row."""
    for _, run in groupby(_places(page), key=lambda place: bool(place[0].cells)):
        rows = tuple(run)
        are_facts = all(_may_be_fact(block) for block, _, _ in rows)
        for block, _, end in rows:
            label = block.text[: block.cells[1]] if are_facts and len(block.cells) > 1 else ""
            yield end, block, label.strip(" |")


def _may_be_fact(row: Block) -> bool:
    """Whether a row has no more than a label and what is told of it; a figure is no label."""
    label = row.text[slice(*row.cells[:2])] if len(row.cells) > 1 else ""
    return len(row.cells) <= _LABEL_AND_FACT and (not label or label[:1].isalpha())


def _begins_a_block(document: Document, span: Span) -> bool:
    return span.start == 0 or document.pages[span.page].text[span.start - 1] == "\n"
