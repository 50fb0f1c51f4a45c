"""Answers a question with sentences of the bundles, verbatim, or says that they do not say.

Nothing is generated. The content words of the question are looked for; the sentences that meet most
of them, weighed by how rare they are, are quoted with their pages. When no passage meets at least
half of the content words, in number and in weight, the verdict is that the bundles do not say. A
word that occurs nowhere weighs most: who asks for the Elfstedentocht is not answered by an award
that somebody won.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import Passage
from search.clauses import Clause, Query, any_of
from search.collection import Collection
from search.explain import names_around
from search.filters import passing_cases
from search.lookup import pose
from search.matching import find_clauses
from search.models import NO_FILTERS, Answer, Filters, Match, Quote
from search.snippets import Sentence, marked_sentences

MAX_QUOTES = 5

_PASSAGES = 100
"""How many of the best passages are read for sentences."""

_ENOUGH = 0.5
"""The share of the content words, in number and in weight, that some passage must meet."""

_WIDER = frozenset({"broader", "related"})
"""Other names that do not say the same: they find a passage, and do not prove that it answers."""

_CLOSE = 0.6
"""A sentence is quoted when its weight is at least this share of the best one's."""

_FULL_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")

_CONTEXT = 0.5
"""What a word counts that stands not in the sentence but in its passage, title or place."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    passage: Passage
    sentence: Sentence
    weight: float
    rank: int


def ask(collection: Collection, question: str, filters: Filters = NO_FILTERS) -> Answer:
    """Quotes that answer the question, best first, at most `MAX_QUOTES`; or none.

    Raises:
        QuestionError: a filter names an edition or theme that the series does not have.
    """
    query, _ = pose(collection, question)
    cases = passing_cases(collection, filters)
    found = collection.engine.find(query, cases=cases, limit=_PASSAGES)
    met = [_met(collection, match.passage, query) for match in found.matches]
    weights = [_weight(collection, clause) for clause in query.clauses]
    words = [number for number, clause in enumerate(query.clauses) if not clause.concept]
    if not any(_is_enough(clauses, words, weights) for clauses in met):
        return Answer(query.text, "not-in-the-bundles", ())
    candidates = _candidates(collection, query, list(zip(found.matches, met, strict=True)), weights)
    quotes = tuple(_quote(collection, candidate) for candidate in _best(candidates))
    return Answer(query.text, "answered" if quotes else "not-in-the-bundles", quotes)


def _is_enough(clauses: frozenset[int], words: Sequence[int], weights: Sequence[float]) -> bool:
    """Whether the clauses are at least half of the words; a concept counts by its words."""
    met = [weights[number] for number in words if number in clauses]
    every = [weights[number] for number in words]
    return len(met) >= _ENOUGH * len(every) and sum(met) >= _ENOUGH * sum(every)


def _met(collection: Collection, passage: Passage, query: Query) -> frozenset[int]:
    """The clauses that a passage meets in text or headings, or by name or place of its case."""
    runs = [*find_clauses(collection.words_in(passage.text), query.clauses)]
    for zone, text in names_around(collection, passage):
        runs += find_clauses(collection.words_in(text), query.clauses, zone)
    return frozenset(run.clause for run in runs if run.way.kind not in _WIDER)


def _candidates(
    collection: Collection,
    query: Query,
    matches: Sequence[tuple[Match, frozenset[int]]],
    weights: Sequence[float],
) -> list[_Candidate]:
    return [
        _Candidate(
            match.passage,
            sentence,
            sum(weights[n] * (1.0 if n in sentence.clauses else _CONTEXT) for n in clauses),
            rank,
        )
        for rank, (match, clauses) in enumerate(matches)
        if match.passage.sentences
        for sentence in marked_sentences(
            match.passage, query.clauses, collection.words_in(match.passage.text)
        )
        if sentence.clauses
    ]


def _weight(collection: Collection, clause: Clause) -> float:
    """Rarity of a clause: log(1 + passages / passages with it), the idf of Robertson (2004).

    One that no passage meets weighs as if half a passage did.
    """
    passages = sum(info.passages for info in collection.catalogue.documents)
    with_it = collection.engine.find(any_of((clause,)), limit=0).total
    return math.log(1 + passages / (with_it or 0.5))


def _best(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The heaviest sentences, of equals the one of the better passage; the same words once.

    A line that is no full sentence (a list of keywords) is quoted only where there is nothing else.
    """
    candidates = [c for c in candidates if _FULL_SENTENCE.search(c.sentence.text)] or candidates
    heaviest = max((candidate.weight for candidate in candidates), default=0.0)
    best: dict[str, _Candidate] = {}
    for candidate in sorted(
        candidates, key=lambda c: (-c.weight, c.rank, c.sentence.span.page, c.sentence.span.start)
    ):
        if candidate.weight >= _CLOSE * heaviest:
            best.setdefault(candidate.sentence.text, candidate)
    return list(best.values())[:MAX_QUOTES]


def _quote(collection: Collection, candidate: _Candidate) -> Quote:
    passage = candidate.passage
    page = collection.page(passage, candidate.sentence.span)
    return Quote(
        text=candidate.sentence.text,
        case=collection.case_ref(passage.case),
        document=collection.document_ref(passage.document),
        page=page,
        location=collection.location(passage.document, page),
    )
