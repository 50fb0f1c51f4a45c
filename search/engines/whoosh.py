"""Asks Whoosh: the only reader of Whoosh. Nothing of Whoosh leaves this module.

Of Whoosh only what holds is used: the dictionary of each field and the postings of a term, with
their positions. What a query means is worked out here, over sets of passages; what a passage is
worth, in `search.ranking`. Whoosh's parser, matchers, scorers and snippets are left alone.
"""

from collections.abc import Collection as Some
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec
from rapidfuzz.distance import OSA
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import TermNotFound

from corpus import Passage
from indexer.store.whoosh import INDEX_NAME, WHOOSH_FOLDER
from search.clauses import ZONES, Clause, Pattern, Query, Reading, Term, Way, Zone
from search.conditions import passages_meeting
from search.engine import Found
from search.matching import STRONGEST_FIRST, meeting_starts
from search.models import Match
from search.ranking import READING_WEIGHTS, Evidence, Places, Shelf, rank

_SCORE_DIGITS = 4
_KEPT_TERMS = 16_384
_KEPT_PASSAGES = 512

Postings = Mapping[int, tuple[int, ...]]
"""For each passage with a term, the positions of the term."""


class WhooshEngine:
    """Answers from the Whoosh index of a generation.

    Args:
        folder: of the generation; its stamp must have been checked, since opening runs pickles.
    """

    def __init__(self, folder: Path) -> None:
        self._index = FileStorage(str(folder / WHOOSH_FOLDER)).open_index(indexname=INDEX_NAME)
        self._reader = self._index.reader()
        self._fields = frozenset(self._index.schema.names())
        self._postings = lru_cache(_KEPT_TERMS)(self._read_postings)
        self._passage = lru_cache(_KEPT_PASSAGES)(self._read_passage)

    def find(self, query: Query, *, cases: Some[str] | None = None, limit: int) -> Found:
        """See `Engine.find`."""
        if query.condition is None:
            return Found((), 0, {})
        evidence = {clause: self._evidence(clause) for clause in query.clauses}
        found = passages_meeting(
            query.condition,
            everything=range(len(self._shelf.case_of)),
            meeting=lambda clause: evidence.get(clause) or self._evidence(clause),
            of_cases=self._of_cases,
        )
        if cases is not None:
            found &= self._of_cases(cases)
        found = {number for number in found if self._repeats.get(number) not in found}
        scores = rank(
            self._shelf,
            list(evidence.values()),
            pairs=query.pairs,
            places=lambda clause, passages: self._places(query.clauses[clause], passages),
            typed=self._typed(query.clauses[0]) if len(query.clauses) == 1 else (),
        )
        rows = sorted((-round(scores.get(number, 0.0), _SCORE_DIGITS), number) for number in found)
        best = tuple(Match(self._passage(number), -score) for score, number in rows[:limit])
        by_case: dict[str, float] = {}
        for score, number in rows:
            by_case.setdefault(self._case_ids[self._shelf.case_of[number]], -score)
        return Found(best, len(rows), by_case)

    def words_like(self, pattern: Pattern) -> tuple[str, ...]:
        """See `Engine.words_like`."""
        alike = [form for form in self._forms if _is_like(form, pattern)]
        return tuple(sorted(alike, key=lambda form: (-self._forms[form], form)))

    def passages_of(self, case: str) -> tuple[Passage, ...]:
        """See `Engine.passages_of`."""
        return tuple(self._passage(number) for number in sorted(self._of_cases((case,))))

    def close(self) -> None:
        """See `Engine.close`."""
        self._reader.close()
        self._index.close()

    @cached_property
    def _shelf(self) -> Shelf:
        reader = self._reader
        case_of = [0] * reader.doc_count_all()
        for number, case in enumerate(self._case_ids):
            for passage in self._postings("case", case):
                case_of[passage] = number
        # None where a passage has no word at all.
        lengths = [reader.doc_field_length(n, "text_form") or 0 for n in range(len(case_of))]
        return Shelf(lengths, case_of, frozenset(self._postings("prose", "no")))

    @cached_property
    def _case_ids(self) -> tuple[str, ...]:
        return tuple(term.decode() for term in self._reader.lexicon("case"))

    @cached_property
    def _repeats(self) -> Mapping[int, int]:
        """For each passage that repeats another one, the number of that one."""
        numbers = [int(term) for term in self._reader.lexicon("repeats")]
        return {
            echo: number for number in numbers for echo in self._postings("repeats", str(number))
        }

    @cached_property
    def _forms(self) -> Mapping[str, int]:
        """The forms of all texts, headings, titles and places, each with its passages."""
        forms: dict[str, int] = {}
        for zone in ZONES:
            for term in self._reader.lexicon(f"{zone}_form"):
                count = self._reader.doc_frequency(f"{zone}_form", term)
                form = term.decode()
                forms[form] = forms.get(form, 0) + count
        return forms

    def _of_cases(self, cases: Iterable[str]) -> set[int]:
        return {number for case in cases for number in self._postings("case", case)}

    def _evidence(self, clause: Clause) -> Evidence:
        found: dict[int, list[float]] = {}
        for zone in clause.zones:
            column = ZONES.index(zone)
            for way in clause.ways:
                for passage, weight in self._weighed(zone, way).items():
                    if weight:
                        found.setdefault(passage, [0.0] * len(ZONES))[column] += weight
        return {passage: tuple(counts) for passage, counts in found.items()}

    def _typed(self, clause: Clause) -> Evidence:
        """What a clause finds by the very forms that were typed."""
        ways = (replace(way, readings=("form",)) for way in clause.ways if way.kind == "word")
        return self._evidence(replace(clause, ways=tuple(ways)))

    def _weighed(self, zone: Zone, way: Way) -> dict[int, float]:
        """The occurrences of a way in a zone, weighed by how the words agree."""
        if len(way.terms) > 1:
            runs = self._runs(zone, way)
            weight = way.weight * min(READING_WEIGHTS[reading] for reading in way.readings)
            return {passage: weight * len(starts) for passage, starts in runs.items()}
        found: dict[int, float] = {}
        forms: Postings = {}
        for reading, postings in self._read(zone, way.terms[0], way.readings):
            weight = way.weight * READING_WEIGHTS[reading]
            for passage, places in postings.items():
                # What stands there as it was typed has the lemma too, and counts once.
                count = len(places) - (len(forms.get(passage, ())) if reading == "lemma" else 0)
                if count > 0:
                    found[passage] = found.get(passage, 0.0) + weight * count
            forms = postings if reading == "form" else forms
        return found

    def _places(self, clause: Clause, passages: Iterable[int]) -> Places:
        """Where single words meet a clause in the text of these passages."""
        ways = [way for way in clause.ways if len(way.terms) == 1 and "text" in clause.zones]
        read = [
            postings
            for way in ways
            for _, postings in self._read("text", way.terms[0], way.readings)
        ]
        return {
            passage: {place for postings in read for place in postings.get(passage, ())}
            for passage in passages
        }

    def _runs(self, zone: Zone, way: Way) -> dict[int, tuple[int, ...]]:
        """Where the words of a way stand together: the position of the first, in each passage."""
        terms = [self._merged(zone, term, way.readings) for term in way.terms]
        passages = set(terms[0]).intersection(*terms[1:])
        found = {
            passage: tuple(meeting_starts([places[passage] for places in terms], way.slack))
            for passage in sorted(passages)
        }
        return {passage: starts for passage, starts in found.items() if starts}

    def _merged(
        self, zone: Zone, term: Term, readings: Sequence[Reading]
    ) -> dict[int, dict[int, Reading]]:
        """Where a term stands in each passage, and by which reading: the strongest one."""
        merged: dict[int, dict[int, Reading]] = {}
        for reading, postings in self._read(zone, term, readings):
            for passage, places in postings.items():
                here = merged.setdefault(passage, {})
                for place in places:
                    here.setdefault(place, reading)
        return merged

    def _read(
        self, zone: Zone, term: Term, readings: Sequence[Reading]
    ) -> Iterator[tuple[Reading, Postings]]:
        """The postings of a term by each reading, the strongest first."""
        for reading in STRONGEST_FIRST:
            if reading in readings:
                text = term.form if reading == "form" else term.lemma
                yield reading, self._postings(f"{zone}_{reading}", text)

    def _read_postings(self, field: str, text: str) -> Postings:
        if not text or field not in self._fields:
            return {}
        try:
            matcher = self._reader.postings(field, text)
        except TermNotFound:
            return {}
        if not matcher.supports("positions"):
            return dict.fromkeys(matcher.all_ids(), ())
        decode = matcher.format.decoder("positions")
        found: dict[int, tuple[int, ...]] = {}
        while matcher.is_active():
            found[matcher.id()] = tuple(decode(matcher.value()))
            matcher.next()
        return found

    def _read_passage(self, number: int) -> Passage:
        stored: str = self._reader.stored_fields(number)["passage"]
        return msgspec.json.decode(stored, type=Passage)


def _is_like(form: str, pattern: Pattern) -> bool:
    if pattern.edits is None:
        return form.startswith(pattern.text)
    return OSA.distance(form, pattern.text, score_cutoff=pattern.edits) <= pattern.edits
