"""Searches: the passages that meet a question, each shown by its best sentences."""

from corpus import Passage
from search.clauses import Query
from search.collection import Collection
from search.explain import reasons
from search.filters import passing_cases
from search.lookup import pose, suggest
from search.models import NO_FILTERS, Filters, Hit, Results
from search.snippets import best_excerpt

DEFAULT_LIMIT = 20


def search(
    collection: Collection,
    text: str,
    filters: Filters = NO_FILTERS,
    *,
    limit: int = DEFAULT_LIMIT,
    exact: bool = False,
) -> Results:
    """The best passages for a text; any text will do, and one without words finds nothing.

    Args:
        collection: the open index.
        text: in the query language (`search.syntax`).
        filters: which cases to look in.
        limit: how many passages at most.
        exact: only the words as typed: no inflections, compounds or other names.

    Raises:
        QuestionError: a filter names an edition or theme that the series does not have.
    """
    query, expansions = pose(collection, text, exact=exact)
    cases = passing_cases(collection, filters)
    found = collection.engine.find(query, cases=cases, limit=limit)
    return Results(
        query=query.text,
        total=found.total,
        cases=len(found.cases),
        hits=tuple(_hit(collection, query, match.passage, match.score) for match in found.matches),
        ignored=query.ignored,
        expansions=expansions,
        suggestion=suggest(collection, query.text, cases),
    )


def _hit(collection: Collection, query: Query, passage: Passage, score: float) -> Hit:
    excerpt = best_excerpt(passage, query.clauses, collection.words_in(passage.text))
    page = collection.page(passage, excerpt.span)
    return Hit(
        case=collection.case_ref(passage.case),
        document=collection.document_ref(passage.document),
        page=page,
        score=score,
        snippet=excerpt.snippet,
        location=collection.location(passage.document, page, excerpt.snippet.text),
        headings=passage.headings,
        passage=passage.id,
        why=reasons(collection, passage, query.clauses),
    )
