"""Searches: the passages that meet a question, each shown by its best sentences."""

from corpus import Passage
from search.collection import Collection
from search.filters import passing_cases
from search.models import NO_FILTERS, Filters, Hit, Query, Results
from search.query import parse_query
from search.snippets import best_excerpt

DEFAULT_LIMIT = 20


def search(
    collection: Collection, text: str, filters: Filters = NO_FILTERS, *, limit: int = DEFAULT_LIMIT
) -> Results:
    """The best passages for a text; any text will do, and one without words finds nothing.

    Raises:
        QuestionError: a filter names an edition or theme that the series does not have.
    """
    query = parse_query(text, collection.analysis)
    cases = passing_cases(collection, filters)
    found = collection.engine.find(query.clauses, cases=cases, limit=limit)
    return Results(
        query=query.text,
        total=found.total,
        cases=len(found.cases),
        hits=tuple(_hit(collection, query, match.passage, match.score) for match in found.matches),
        ignored=query.ignored,
    )


def _hit(collection: Collection, query: Query, passage: Passage, score: float) -> Hit:
    excerpt = best_excerpt(passage, query, collection.analysis)
    page = collection.page(passage, excerpt.span)
    return Hit(
        case=collection.case_ref(passage.case),
        document=collection.document_ref(passage.document),
        page=page,
        score=score,
        snippet=excerpt.snippet,
        location=collection.location(passage.document, page),
        headings=passage.headings,
        passage=passage.id,
    )
