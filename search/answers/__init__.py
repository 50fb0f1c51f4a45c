"""Answers a question with sentences of the bundles, verbatim, or says that they do not say.

Nothing is generated. `question` says what is asked for; `evidence` finds the sentences that may
answer and weighs them; here the best are quoted with their pages, if they meet enough of the
question. A word that occurs nowhere weighs most: who asks for the Elfstedentocht is not answered by
an award that somebody won. A word that only asks (*who founded*) is met by a sentence that proves
that field of the card.
"""

from collections.abc import Sequence

from corpus import Passage, Span
from indexer.dutch import ends_sentence
from indexer.segment import case_sentences
from search.answers.evidence import PASSAGES, Candidate, candidates, rarity
from search.answers.question import Asked, asked_for
from search.clauses import Query
from search.collection import Collection
from search.filters import passing_cases
from search.lookup import pose
from search.models import NO_FILTERS, Answer, Filters, Piece, Quote, pieces_of

MAX_QUOTES = 5

_ENOUGH = 0.6
"""The share of the content words, by weight, that a sentence must meet where it stands."""

_ELSEWHERE = 0.7
"""What a word counts for that, when only another passage of the case meets it."""

_CLOSE = 0.7
"""A sentence is quoted when its weight is at least this share of the best one's."""


def ask(collection: Collection, question: str, filters: Filters = NO_FILTERS) -> Answer:
    """Quotes that answer the question, best first, at most `MAX_QUOTES`; or none.

    Raises:
        QuestionError: a filter names an edition or theme that the series does not have.
    """
    query, _ = pose(collection, question)
    cases = passing_cases(collection, filters)
    found = collection.engine.find(query, cases=cases, limit=PASSAGES)
    asked = asked_for(query.text)
    weights = [rarity(collection, clause) for clause in query.clauses]
    best = _best(candidates(collection, query, found, asked, weights))
    enough = any(_coverage(one, query, asked, weights) >= _ENOUGH for one in best)
    quotes = tuple(_quote(collection, one) for one in best) if enough else ()
    return Answer(query.text, "answered" if quotes else "not-in-the-bundles", quotes)


def _coverage(candidate: Candidate, query: Query, asked: Asked, weights: Sequence[float]) -> float:
    """The share of the content words that a sentence meets where it stands, by weight.

    A concept of several words counts by its words.
    """
    met = total = 0.0
    for number, clause in enumerate(query.clauses):
        if clause.concept:
            continue
        answered = candidate.told and clause.text.lower() in asked.words
        share = 1.0 if answered or number in candidate.met else 0.0
        if not share and number in candidate.in_case:
            share = _ELSEWHERE
        met += share * weights[number]
        total += weights[number]
    return met / total if total else 0.0


def _best(found: Sequence[Candidate]) -> list[Candidate]:
    """The heaviest sentences, of equals the one of the better passage; the same words once.

    A line that is no full sentence (a list of keywords) is quoted only where there is nothing else.
    """
    found = [one for one in found if ends_sentence(one.sentence.text)] or found
    heaviest = max((one.weight for one in found), default=0.0)
    best: dict[str, Candidate] = {}
    for one in sorted(
        found, key=lambda c: (-c.weight, c.rank, c.sentence.span.page, c.sentence.span.start)
    ):
        if one.weight >= _CLOSE * heaviest:
            best.setdefault(one.sentence.text, one)
    return list(best.values())[:MAX_QUOTES]


def _quote(collection: Collection, candidate: Candidate) -> Quote:
    passage, span = candidate.passage, candidate.sentence.span
    page = collection.page(passage, span)
    return Quote(
        text=candidate.sentence.text,
        case=collection.case_ref(passage.case),
        document=collection.document_ref(passage.document),
        page=page,
        location=collection.location(passage.document, page),
        pieces=_pieces(collection, passage, span),
    )


def _pieces(collection: Collection, passage: Passage, span: Span) -> tuple[Piece, ...]:
    """The pieces of the sentence that stands there; empty where it is in one."""
    document = collection.text(passage.document)
    sentences = case_sentences(document, collection.engine.passages_of(passage.case))
    return next((pieces_of(one.evidence) for one in sentences if one.evidence.span == span), ())
