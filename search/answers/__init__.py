"""Answers a question with sentences of the bundles, verbatim, or says that they do not say.

Nothing is generated. `question` says what is asked for, and `posing` what each of its words counts;
`evidence` finds the sentences that may answer, `joining` those that the end of a page cuts, and
weighs them, by `fitting` and `counting` for the kind of answer; `choice` takes the best, and
further ones only where they are about as good. Here they are quoted with their pages, if they meet
enough of the question. A word that occurs nowhere weighs most: who asks for the Elfstedentocht is
not answered by an award that somebody won; and a name in the question is met by the case, a year by
the passage, or nothing is quoted. Where a text asks itself something, as an interview does, what
replies is read with that question (`replies`). A word that only asks (*who founded*) is met by a
sentence that proves that field of the card. And what an answer must have a sentence has, or it is
not quoted: how much rent was paid is told by a sum.
"""

from search.answers.choice import MAX_QUOTES, choose, is_enough
from search.answers.evidence import PASSAGES, Candidate, candidates
from search.answers.posing import pose_question
from search.collection import Collection
from search.filters import passing_cases
from search.lookup import suggest
from search.models import NO_FILTERS, Answer, Filters, Quote, pieces_of

__all__ = ["MAX_QUOTES", "ask"]


def ask(collection: Collection, question: str, filters: Filters = NO_FILTERS) -> Answer:
    """Quotes that answer the question, best first, at most `MAX_QUOTES`; or none.

    Raises:
        QuestionError: a filter names an edition or theme that the series does not have.
    """
    posed = pose_question(collection, question)
    cases = passing_cases(collection, filters)
    found = collection.engine.find(posed.query, cases=cases, limit=PASSAGES)
    best = choose(posed, candidates(collection, posed, found))
    answers = any(is_enough(posed, one) for one in best)
    quotes = tuple(_quote(collection, one) for one in best) if answers else ()
    return Answer(
        question=posed.asked.question,
        verdict="answered" if quotes else "not-in-the-bundles",
        quotes=quotes,
        suggestion=suggest(collection, posed.asked.question, cases),
    )


def _quote(collection: Collection, candidate: Candidate) -> Quote:
    evidence = candidate.evidence
    return Quote(
        text=evidence.quote,
        case=collection.case_ref(candidate.passage.case),
        document=collection.document_ref(evidence.document),
        page=evidence.page,
        location=collection.location(evidence.document, evidence.page),
        pieces=pieces_of(evidence),
    )
