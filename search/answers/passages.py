"""Reads the passages that may answer a question: what of it each meets, and in which names."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from corpus import Passage
from search.answers.posing import WIDER
from search.answers.question import Posed
from search.clauses import Way, Zone
from search.collection import Collection
from search.engine import Found
from search.explain import names_around
from search.matching import find_clauses

PASSAGES = 100
"""How many of the best passages are read for sentences."""

_CASES = 4
"""Of so many of the best cases all passages are read: the answer may share no word of a question
that names its case."""


@dataclass(frozen=True, slots=True)
class Read:
    """A passage that was read: what it meets, of that in names, and how well it was found."""

    passage: Passage
    met: frozenset[int]
    named: frozenset[int]
    score: float
    rank: int


def read_passages(collection: Collection, posed: Posed, found: Found) -> list[Read]:
    """The best passages, then all others of the best cases, each once.

    Args:
        collection: the open index.
        posed: the question.
        found: what the engine found for it.
    """
    return [_read(collection, posed, *one) for one in _passages(collection, found)]


def _passages(collection: Collection, found: Found) -> Iterator[tuple[Passage, float, int]]:
    """Each passage to read once, with its score and rank."""
    for rank, match in enumerate(found.matches):
        yield match.passage, match.score, rank
    known = {match.passage.id for match in found.matches}
    for case in islice(found.cases, _CASES):
        for passage in collection.engine.passages_of(case):
            if passage.id not in known:
                yield passage, 0.0, len(found.matches)


def _read(collection: Collection, posed: Posed, passage: Passage, score: float, rank: int) -> Read:
    met = proven(collection, posed, passage.text)
    named: frozenset[int] = frozenset()
    for zone, text in names_around(collection, passage):
        clauses = proven(collection, posed, text, zone)
        met |= clauses
        named |= clauses if zone in {"title", "place"} else frozenset()
    return Read(passage, met, named, score, rank)


def proven(collection: Collection, posed: Posed, text: str, zone: Zone = "text") -> frozenset[int]:
    """The clauses that a text meets by a way that proves; a name by itself or another name."""
    runs = find_clauses(collection.words_in(text), posed.query.clauses, zone)
    names = posed.names if runs else ()
    return frozenset(
        run.clause
        for run in runs
        if run.way.kind not in WIDER and not (run.clause in names and _is_noun(run.way))
    )


def _is_noun(way: Way) -> bool:
    """Whether a way leads over another name of a thing that is no name of one thing alone."""
    return bool(way.label) and way.label.islower()
