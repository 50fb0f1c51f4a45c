"""Answers a question with sentences of the bundles, verbatim, or says that they do not say.

Nothing is generated. `question` says what is asked for, and `posing` what each of its words counts;
`passages` reads the passages that were found; `evidence` finds in them the sentences that may
answer, `joining` those that the end of a page cuts, and weighs them, by `fitting` and `counting`
for the kind of answer; `choice` takes the best, and further ones only where they are about as good.
Here they are quoted with their pages, if they meet enough of the question. A word that occurs
nowhere weighs most: who asks for the Elfstedentocht is not answered by an award that somebody won;
and a name in the question is met by the case, a year by the passage, or nothing is quoted. Where a
text asks itself something, as an interview does, what replies is read with that question
(`replies`). A word that only asks (*who founded*) is met by a sentence that proves that field of
the card. And what an answer must have a sentence has, or it is not quoted: how much rent was paid
is told by a sum. Who asks which cases there are gets cases, by the fields that they are listed by
(`listing`).
"""

from corpus import Evidence
from search.answers.choice import MAX_QUOTES, choose, is_enough
from search.answers.evidence import candidates
from search.answers.listing import Listed, listed_cases
from search.answers.passages import PASSAGES
from search.answers.posing import pose_question
from search.collection import Collection
from search.filters import passing_cases
from search.lookup import suggest
from search.models import NO_FILTERS, Answer, Filters, ListedCase, Quote, pieces_of

__all__ = ["MAX_QUOTES", "ask"]


def ask(collection: Collection, question: str, filters: Filters = NO_FILTERS) -> Answer:
    """Quotes that answer the question, best first, at most `MAX_QUOTES`; or cases; or none.

    Raises:
        QuestionError: a filter names an edition or theme that the series does not have.
    """
    cases = passing_cases(collection, filters)
    asked = listed_cases(collection, question)
    listed = [one for one in asked or () if cases is None or one.case in cases]
    quotes = _quotes(collection, question, cases) if asked is None else ()
    return Answer(
        question=question,
        verdict="answered" if quotes or listed else "not-in-the-bundles",
        quotes=quotes,
        cases=tuple(_case(collection, one) for one in listed),
        suggestion=suggest(collection, question, cases),
    )


def _quotes(
    collection: Collection, question: str, cases: frozenset[str] | None
) -> tuple[Quote, ...]:
    posed = pose_question(collection, question)
    found = collection.engine.find(posed.query, cases=cases, limit=PASSAGES)
    best = choose(posed, candidates(collection, posed, found))
    answers = any(is_enough(posed, one) for one in best)
    return tuple(_quote(collection, one.passage.case, one.evidence) for one in best if answers)


def _case(collection: Collection, listed: Listed) -> ListedCase:
    case = collection.case(listed.case)
    if case is None:
        raise KeyError(listed.case)
    page = case.pages[0] if case.pages else None
    return ListedCase(
        case=collection.case_ref(listed.case),
        document=collection.document_ref(case.document),
        page=page,
        location=collection.location(case.document, page),
        proof=_quote(collection, listed.case, listed.proof) if listed.proof else None,
    )


def _quote(collection: Collection, case: str, evidence: Evidence) -> Quote:
    return Quote(
        text=evidence.quote,
        case=collection.case_ref(case),
        document=collection.document_ref(evidence.document),
        page=evidence.page,
        location=collection.location(evidence.document, evidence.page, evidence.quote),
        pieces=pieces_of(evidence),
    )
