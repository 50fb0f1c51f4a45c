"""Chooses what to show of a passage: whole sentences of one page, with the words that matched.

Pure. A snippet is always a contiguous piece of the stored text of one page; so is a quote.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus import Passage, Span
from corpus.models import BLOCK_SEPARATOR
from search.clauses import Clause
from search.matching import Run, Words, find_clauses
from search.models import Excerpt, Snippet
from search.ranking import READING_WEIGHTS

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
        clauses: numbers of the clauses it meets, each with what its best match counts, to 1.
    """

    span: Span
    text: str
    highlights: tuple[tuple[int, int], ...]
    clauses: Mapping[int, float]


def best_excerpt(passage: Passage, clauses: Sequence[Clause], words: Words) -> Excerpt:
    """The sentences of a passage that meet most of the clauses, the earliest of equals.

    The best sentence, then its neighbours on the same page while the length allows.

    Args:
        passage: as it is stored.
        clauses: of the query.
        words: of the text of the passage.
    """
    sentences = tuple(marked_sentences(passage, clauses, words))
    best = max(range(len(sentences)), key=lambda i: (sum(sentences[i].clauses.values()), -i))
    first = last = best
    while grown := _grow(sentences, first, last):
        first, last = grown
    return _excerpt(passage, sentences[first : last + 1])


def marked_sentences(
    passage: Passage, clauses: Sequence[Clause], words: Words
) -> Iterator[Sentence]:
    """The sentences of a passage; a passage that is only a heading is one sentence."""
    runs = sorted(find_clauses(words, clauses), key=lambda run: run.start)
    for span in passage.sentences or passage.spans:
        start = _offset_of(passage, span)
        end = start + span.end - span.start
        # A phrase may run on into the next sentence: each has what stands in it.
        pieces = [(piece, run) for run in runs for piece in _pieces(run, start, end)]
        yield Sentence(
            span=span,
            text=passage.text[start:end],
            highlights=_merged([(first - start, last - start) for (first, last), _ in pieces]),
            clauses=_strengths(run for _, run in pieces),
        )


def met_strengths(words: Words, clauses: Sequence[Clause]) -> dict[int, float]:
    """The clauses that the words of a text meet, each as in `Sentence.clauses`."""
    return _strengths(find_clauses(words, clauses))


def _strengths(runs: Iterable[Run]) -> dict[int, float]:
    """The clauses of the runs, each with what its best match counts."""
    met: dict[int, float] = {}
    for run in runs:
        strength = run.way.weight * READING_WEIGHTS[run.reading]
        met[run.clause] = max(met.get(run.clause, 0.0), strength)
    return met


def _pieces(run: Run, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What of a run stands between two places: all of it, or its words where others are between."""
    if run.end <= start or run.start >= end:
        return
    whole = run.way.slack is None and start <= run.start and run.end <= end
    for first, last in [(run.start, run.end)] if whole else run.words:
        if start <= first and last <= end:
            yield first, last


def _offset_of(passage: Passage, part: Span) -> int:
    """Where a part of a page begins in the text of the passage."""
    offset = 0
    for span in passage.spans:
        if span.page == part.page and span.start <= part.start and part.end <= span.end:
            return offset + part.start - span.start
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
    offset = _offset_of(passage, span)
    text = passage.text[offset : offset + span.end - span.start]
    return Excerpt(span, Snippet(text, highlights))
