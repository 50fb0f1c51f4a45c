"""Says which words of a text meet which clause of a query, and how.

Pure. The engine finds passages by the same rules; this finds the words within them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from indexer.dutch import Analysis, Word
from search.clauses import Clause, Reading, Term, Way, Zone


class Run(NamedTuple):
    """A run of characters, from `start` to `end`, that meets the clause with this number.

    Attributes:
        start: where it begins in the text, in characters.
        end: behind its last character.
        clause: number of the clause.
        way: the way of the clause that it meets.
        reading: the weakest reading among its words.
        words: where each of its words stands; other words may stand between them.
    """

    start: int
    end: int
    clause: int
    way: Way
    reading: Reading
    words: tuple[tuple[int, int], ...]


_Positions = Mapping[int, Sequence[Word]]
_STRENGTH: Mapping[Reading, int] = {"form": 0, "lemma": 1, "part": 2}


def find_clauses(
    words: Sequence[Word], clauses: Sequence[Clause], zone: Zone = "text"
) -> Iterator[Run]:
    """The runs of words that meet a clause, clause by clause."""
    by_position: dict[int, list[Word]] = {}
    for word in words:
        by_position.setdefault(word.position, []).append(word)
    for number, clause in enumerate(clauses):
        if zone in clause.zones:
            for way in clause.ways:
                yield from _runs(by_position, number, way)


def met_clauses(text: str, clauses: Sequence[Clause], analysis: Analysis) -> frozenset[int]:
    """The numbers of the clauses that a text meets."""
    return frozenset(run.clause for run in find_clauses(analysis.words(text), clauses))


def meeting_starts(places: Sequence[Mapping[int, object]], slack: int | None) -> Iterator[int]:
    """Where a run of several words begins: positions of the first word, in order.

    Args:
        places: for each word of the run, the positions where it stands.
        slack: None where they must follow each other; else they may stand in any order with at most
            so many other words among them, all within reach of the first one.
    """
    first, *others = places
    for position in sorted(first):
        if slack is None:
            met = all(position + step in place for step, place in enumerate(others, start=1))
        else:
            met = nearest(position, others, len(others) + slack) is not None
        if met:
            yield position


def nearest(
    position: int, others: Sequence[Mapping[int, object]], width: int
) -> tuple[int, ...] | None:
    """For each other word of a run its place nearest to a position, all within one window."""
    for begin in range(position - width, position + 1):
        window = range(begin, begin + width + 1)
        inside = [[p for p in window if p in place and p != position] for place in others]
        if all(inside):
            return tuple(min(spots, key=lambda p: (abs(p - position), p)) for spots in inside)
    return None


def _runs(by_position: _Positions, number: int, way: Way) -> Iterator[Run]:
    places = [_places_of(by_position, term, way.readings) for term in way.terms]
    if not all(places):
        return
    for start in meeting_starts(places, way.slack):
        if way.slack is None:
            spots: tuple[int, ...] = tuple(range(start, start + len(places)))
        else:
            spots = (start, *(nearest(start, places[1:], len(places) - 1 + way.slack) or ()))
        met = [place[spot] for place, spot in zip(places, spots, strict=True)]
        words = tuple((word.start, word.end) for word, _ in met)
        reading = max((reading for _, reading in met), key=_STRENGTH.__getitem__)
        begin, end = min(start for start, _ in words), max(end for _, end in words)
        yield Run(begin, end, number, way, reading, words)


def _places_of(
    by_position: _Positions, term: Term, readings: Sequence[Reading]
) -> dict[int, tuple[Word, Reading]]:
    """Where a term stands, and how: of several words at a position the one that meets it best."""
    places: dict[int, tuple[Word, Reading]] = {}
    for position, words in by_position.items():
        met = [(word, how) for word in words if (how := _reading(word, term, readings))]
        if met:
            places[position] = min(met, key=lambda pair: _STRENGTH[pair[1]])
    return places


def _reading(word: Word, term: Term, readings: Sequence[Reading]) -> Reading | None:
    if "form" in readings and word.form == term.form:
        return "form"
    if "lemma" in readings and word.lemma == term.lemma:
        return "lemma"
    return "part" if "part" in readings and term.lemma in word.parts else None
