"""Says which words of a text meet which clause of a query, and how.

Pure. The engine finds passages by the same rules; this finds the words within them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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


class Words:
    """The words of a text, to be looked up by any reading.

    Args:
        words: as the analysis gives them.
    """

    def __init__(self, words: Iterable[Word]) -> None:
        self._found: dict[Reading, dict[str, list[Word]]] = {"form": {}, "lemma": {}, "part": {}}
        for word in words:
            self._found["form"].setdefault(word.form, []).append(word)
            self._found["lemma"].setdefault(word.lemma, []).append(word)
            for part in word.parts:
                self._found["part"].setdefault(part, []).append(word)

    def places(self, term: Term, readings: Sequence[Reading]) -> dict[int, tuple[Word, Reading]]:
        """Where a term stands, by position: of several words there the one that meets it best."""
        places: dict[int, tuple[Word, Reading]] = {}
        for reading in STRONGEST_FIRST:
            if reading in readings:
                text = term.form if reading == "form" else term.lemma
                for word in self._found[reading].get(text, ()):
                    places.setdefault(word.position, (word, reading))
        return places


STRONGEST_FIRST: tuple[Reading, ...] = ("form", "lemma", "part")


def find_clauses(words: Words, clauses: Sequence[Clause], zone: Zone = "text") -> Iterator[Run]:
    """The runs of words that meet a clause, clause by clause."""
    for number, clause in enumerate(clauses):
        if zone in clause.zones:
            for way in clause.ways:
                yield from _runs(words, number, way)


def met_clauses(text: str, clauses: Sequence[Clause], analysis: Analysis) -> frozenset[int]:
    """The numbers of the clauses that a text meets."""
    return frozenset(run.clause for run in find_clauses(Words(analysis.words(text)), clauses))


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


def _runs(words: Words, number: int, way: Way) -> Iterator[Run]:
    places = [words.places(term, way.readings) for term in way.terms]
    if not all(places):
        return
    for start in meeting_starts(places, way.slack):
        if way.slack is None:
            spots: tuple[int, ...] = tuple(range(start, start + len(places)))
        else:
            spots = (start, *(nearest(start, places[1:], len(places) - 1 + way.slack) or ()))
        met = [place[spot] for place, spot in zip(places, spots, strict=True)]
        spans = tuple((word.start, word.end) for word, _ in met)
        reading = max((reading for _, reading in met), key=STRONGEST_FIRST.index)
        begin, end = min(start for start, _ in spans), max(end for _, end in spans)
        yield Run(begin, end, number, way, reading, spans)
