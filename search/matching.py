"""Says which words of a text meet which clause of a query: by form, by lemma, or word by word.

Pure. The engine finds passages by the same rules; this finds the words within them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indexer.dutch import Analysis, Word
from search.models import Clause, Term


class Run(NamedTuple):
    """A run of characters, from `start` to `end`, that meets the clause with this number."""

    start: int
    end: int
    clause: int


def find_clauses(words: Sequence[Word], clauses: Sequence[Clause]) -> Iterator[Run]:
    """The runs of words that meet a clause, clause by clause."""
    by_position: dict[int, list[Word]] = {}
    for word in words:
        by_position.setdefault(word.position, []).append(word)
    for number, clause in enumerate(clauses):
        for terms in clause.alternatives:
            for run in _runs(by_position, terms, exact=clause.exact or len(terms) > 1):
                yield Run(run[0].start, run[-1].end, number)


def met_clauses(text: str, clauses: Sequence[Clause], analysis: Analysis) -> frozenset[int]:
    """The numbers of the clauses that a text meets."""
    return frozenset(run.clause for run in find_clauses(analysis.words(text), clauses))


def _runs(
    by_position: dict[int, list[Word]], terms: Sequence[Term], *, exact: bool
) -> Iterator[list[Word]]:
    """Words at following positions that meet the terms one by one."""
    for position in by_position:
        run = []
        for step, term in enumerate(terms):
            here = by_position.get(position + step, ())
            run += [word for word in here if _meets(word, term, exact=exact)][:1]
        if len(run) == len(terms):
            yield run


def _meets(word: Word, term: Term, *, exact: bool) -> bool:
    return word.form == term.form or (not exact and word.lemma == term.lemma)
