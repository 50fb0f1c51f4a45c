"""Says why a passage was found: which word of the question met which word of it, how and where."""

from collections.abc import Iterator, Sequence

from corpus import PageRef, Passage
from corpus.models import BLOCK_SEPARATOR
from indexer.store import surroundings
from search.clauses import Clause, Zone
from search.collection import Collection
from search.matching import Run, find_clauses
from search.models import How, Reason


def reasons(
    collection: Collection, passage: Passage, clauses: Sequence[Clause]
) -> tuple[Reason, ...]:
    """Every way in which a passage meets the clauses, in the order of its text, then its names.

    The same words on the same page are told once, with how often they come.
    """
    counts: dict[tuple[str, str, How, Zone, PageRef | None, str], int] = {}
    for zone, text, run in _runs(collection, passage, clauses):
        page = _page(collection, passage, run.start) if zone == "text" else None
        met = text[run.start : run.end]
        key = (clauses[run.clause].text, met, _how(run), zone, page, run.way.label)
        counts[key] = counts.get(key, 0) + 1
    return tuple(Reason(*key[:5], times, key[5]) for key, times in counts.items())


def _runs(
    collection: Collection, passage: Passage, clauses: Sequence[Clause]
) -> Iterator[tuple[Zone, str, Run]]:
    runs = find_clauses(collection.words_in(passage.text), clauses, "text")
    for run in sorted(runs, key=lambda run: (run.start, run.end, run.clause)):
        yield "text", passage.text, run
    for zone, text in names_around(collection, passage):
        for run in find_clauses(collection.words_in(text), clauses, zone):
            yield zone, text, run


def names_around(collection: Collection, passage: Passage) -> Iterator[tuple[Zone, str]]:
    """The headings above a passage, and the title and place of its case."""
    if case := collection.case(passage.case):
        around = surroundings(passage, case)
        yield from (("heading", around.heading), ("title", around.title), ("place", around.place))


def _how(run: Run) -> How:
    """One word agrees by its form, its lemma or a part of it, unless another name led to it."""
    if run.way.kind == "word":
        return run.reading
    return run.way.kind


def _page(collection: Collection, passage: Passage, start: int) -> PageRef | None:
    offset = 0
    for span in passage.spans:
        offset += span.end - span.start + len(BLOCK_SEPARATOR)
        if start < offset:
            return collection.page(passage, span)
    return collection.page(passage, passage.spans[-1])
