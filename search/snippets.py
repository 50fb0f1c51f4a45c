"""Chooses what to show of a passage: whole sentences of one page, with the words that matched.

Pure. A snippet is always a contiguous piece of the stored text of one page; so is a quote.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus import Passage, Span
from corpus.models import BLOCK_SEPARATOR
from indexer.dutch import Analysis
from search.matching import find_clauses
from search.models import Excerpt, Query, Snippet

MAX_CHARACTERS = 320
"""Further sentences of a paragraph are added to the best one up to this length."""

MIN_CHARACTERS = 80
"""Below this length the neighbouring paragraph is added too."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage and which clauses of the query it meets.

    Attributes:
        span: where it stands.
        text: verbatim.
        highlights: [start, end] of the words that met a clause, within `text`.
        clauses: numbers of the clauses it meets.
    """

    span: Span
    text: str
    highlights: tuple[tuple[int, int], ...]
    clauses: frozenset[int]


def best_excerpt(passage: Passage, query: Query, analysis: Analysis) -> Excerpt:
    """The sentences of a passage that meet most of the query, the earliest of equals.

    The best sentence, then its neighbours on the same page while the length allows.
    """
    sentences = tuple(marked_sentences(passage, query, analysis))
    best = max(range(len(sentences)), key=lambda i: (len(sentences[i].clauses), -i))
    first = last = best
    while grown := _grow(sentences, first, last):
        first, last = grown
    return _excerpt(passage, sentences[first : last + 1])


def marked_sentences(passage: Passage, query: Query, analysis: Analysis) -> Iterator[Sentence]:
    """The sentences of a passage; a passage that is only a heading is one sentence."""
    for span in passage.sentences or passage.spans:
        text = _text_of(passage, span)
        found = tuple(find_clauses(analysis.words(text), query.clauses))
        yield Sentence(
            span=span,
            text=text,
            highlights=_merged([(run.start, run.end) for run in found]),
            clauses=frozenset(run.clause for run in found),
        )


def _text_of(passage: Passage, part: Span) -> str:
    offset = 0
    for span in passage.spans:
        if span.page == part.page and span.start <= part.start and part.end <= span.end:
            begin = offset + part.start - span.start
            return passage.text[begin : begin + part.end - part.start]
        offset += span.end - span.start + len(BLOCK_SEPARATOR)
    message = f"{part} is no part of passage {passage.id}"
    raise ValueError(message)


def _merged(ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The ranges in order, overlapping ones as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _grow(sentences: Sequence[Sentence], first: int, last: int) -> tuple[int, int] | None:
    """The run with one neighbour more: the following sentence if it fits, else the one before."""
    for begin, end in ((first, last + 1), (first - 1, last)):
        if begin < 0 or end >= len(sentences):
            continue
        head, tail = sentences[begin].span, sentences[end].span
        length = sentences[last].span.end - sentences[first].span.start
        near = length < MIN_CHARACTERS or _in_one_paragraph(sentences[begin : end + 1])
        if head.page == tail.page and tail.end - head.start <= MAX_CHARACTERS and near:
            return begin, end
    return None


def _in_one_paragraph(run: Sequence[Sentence]) -> bool:
    return all(
        after.span.start - before.span.end < len(BLOCK_SEPARATOR) for before, after in pairwise(run)
    )


def _excerpt(passage: Passage, run: Sequence[Sentence]) -> Excerpt:
    start = run[0].span.start
    span = Span(run[0].span.page, start, run[-1].span.end)
    highlights = tuple(
        (sentence.span.start - start + begin, sentence.span.start - start + end)
        for sentence in run
        for begin, end in sentence.highlights
    )
    return Excerpt(span, Snippet(_text_of(passage, span), highlights))
