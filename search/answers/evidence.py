"""Finds the sentences that may answer a question, and weighs them.

A sentence weighs by the words of the question that it meets, each as much as it is rare; by what
the question asks for, when it proves that field of the card of its case or has the shape of such an
answer; and by how well its case and its passage were found.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from corpus import CardField, Passage
from search.answers.question import Asked
from search.clauses import Clause, Query, any_of
from search.collection import Collection
from search.engine import Found
from search.explain import names_around
from search.matching import find_clauses
from search.snippets import Sentence, marked_sentences

PASSAGES = 100
"""How many of the best passages are read for sentences."""

_CASES = 4
"""Of so many of the best cases all passages are read: the answer may share no word of a question
that names its case."""

_WIDER = frozenset({"broader", "related"})
"""Other names that do not say the same: they find a passage, and do not prove that it answers."""

_IN_NAME = 0.8
_IN_CONTEXT = 0.5
"""What a word counts that stands not in the sentence but in the name of its case, or around it."""

_FIELD = 1.5
_SHAPE = 0.5
_CASE = 1.0
_PASSAGE = 1.0
"""What a field or shape that is asked for counts, and a case and passage as good as the best: as
many times the weight of the rarest word of the question."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer.

    Attributes:
        passage: that it stands in.
        sentence: with the clauses it meets.
        met: the clauses that it, its passage, or the name, place or headings around it meet.
        in_case: the clauses that any passage read of its case meets.
        told: whether it proves a field of the card that the question asks for.
        weight: what it is worth.
        rank: of its passage.
    """

    passage: Passage
    sentence: Sentence
    met: frozenset[int]
    in_case: frozenset[int]
    told: bool
    weight: float
    rank: int


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage that was read: what it meets, of that in names, and how well it was found."""

    passage: Passage
    met: frozenset[int]
    named: frozenset[int]
    score: float
    rank: int


def candidates(
    collection: Collection, query: Query, found: Found, asked: Asked, weights: Sequence[float]
) -> list[Candidate]:
    """The sentences of the best passages, and of all passages of the best cases.

    One that shares no word with the question only where that names its case: of another case it is
    not known that it is asked for.

    Args:
        collection: the open index.
        query: the question.
        found: what the engine found for it.
        asked: what it asks for.
        weights: of each clause.
    """
    read = [_read(collection, query, *one) for one in _passages(collection, found)]
    in_case: dict[str, frozenset[int]] = {}
    for one in read:
        case = one.passage.case
        in_case[case] = in_case.get(case, frozenset()) | one.met
    best = max(found.cases.values(), default=0.0) or 1.0
    unit = max(weights, default=1.0)
    return [
        Candidate(
            one.passage,
            sentence,
            one.met,
            in_case[one.passage.case],
            told,
            _words_weight(one, sentence, weights)
            + unit * (_FIELD * told + _SHAPE * asked.fits(sentence.text))
            + unit * (_CASE * found.cases.get(one.passage.case, 0.0) + _PASSAGE * one.score) / best,
            one.rank,
        )
        for one in read
        if one.passage.sentences
        for sentence in marked_sentences(
            one.passage, query.clauses, collection.words_in(one.passage.text)
        )
        if ((told := _tells(collection, one.passage, sentence, asked.fields)) and one.named)
        or sentence.clauses
    ]


def rarity(collection: Collection, clause: Clause) -> float:
    """Weight of a clause: log(1 + passages / passages with it), the idf of Robertson (2004).

    What only another name meets that does not say the same does not count: the question is for the
    word itself. One that no passage meets weighs as if half a passage did.
    """
    passages = sum(info.passages for info in collection.catalogue.documents)
    proving = replace(clause, ways=tuple(w for w in clause.ways if w.kind not in _WIDER))
    with_it = collection.engine.find(any_of((proving,)), limit=0).total
    return math.log(1 + passages / (with_it or 0.5))


def _passages(collection: Collection, found: Found) -> Iterator[tuple[Passage, float, int]]:
    """Each passage to read once, with its score and rank."""
    for rank, match in enumerate(found.matches):
        yield match.passage, match.score, rank
    known = {match.passage.id for match in found.matches}
    for case in islice(found.cases, _CASES):
        for passage in collection.engine.passages_of(case):
            if passage.id not in known:
                yield passage, 0.0, len(found.matches)


def _read(collection: Collection, query: Query, passage: Passage, score: float, rank: int) -> _Read:
    met = {
        run.clause
        for run in find_clauses(collection.words_in(passage.text), query.clauses)
        if run.way.kind not in _WIDER
    }
    named: set[int] = set()
    for zone, text in names_around(collection, passage):
        runs = find_clauses(collection.words_in(text), query.clauses, zone)
        clauses = {run.clause for run in runs if run.way.kind not in _WIDER}
        met |= clauses
        named |= clauses if zone in {"title", "place"} else set()
    return _Read(passage, frozenset(met), frozenset(named), score, rank)


def _words_weight(read: _Read, sentence: Sentence, weights: Sequence[float]) -> float:
    def share(clause: int) -> float:
        if clause in sentence.clauses:
            return 1.0
        return _IN_NAME if clause in read.named else _IN_CONTEXT

    return sum(weights[clause] * share(clause) for clause in read.met)


def _tells(
    collection: Collection, passage: Passage, sentence: Sentence, fields: frozenset[CardField]
) -> bool:
    """Whether a sentence is proof of one of these fields on the card of its case."""
    card = collection.card(passage.case)
    if card is None:
        return False
    return any(
        value.evidence.document == passage.document
        and value.evidence.span.page == sentence.span.page
        and value.evidence.span.start < sentence.span.end
        and sentence.span.start < value.evidence.span.end
        for value in card.values
        if value.field in fields and value.evidence
    )
