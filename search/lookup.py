"""Completes a query with what only an open index knows: words behind patterns, cases of a field."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from corpus import QuestionError
from search.clauses import (
    Clause,
    Condition,
    Every,
    FieldValue,
    InCases,
    Query,
    Some,
    Term,
    Way,
    WayKind,
    Without,
)
from search.collection import Collection
from search.fields import choose, find_field, read_rows
from search.models import Expansion
from search.query import parse_query
from search.widening import EXACT, Widening

MOST_WORDS = 200
"""A pattern stands for so many words at most, those in most passages; the rest is told."""


def pose(
    collection: Collection, text: str, *, exact: bool = False
) -> tuple[Query, tuple[Expansion, ...]]:
    """The query that a text asks for of this collection, and what its patterns were taken for.

    Args:
        collection: the open index.
        text: in the query language; any text will do.
        exact: only the words as typed: no inflections, compounds or other names.
    """
    widening = EXACT if exact else Widening(parts=True, thesaurus=collection.thesaurus)
    query = parse_query(text, collection.analysis, widening=widening)
    known: dict[Clause, Clause] = {}
    expansions: list[Expansion] = []
    for clause in query.clauses:
        known[clause], *told = _expanded(collection, clause)
        expansions += told
    condition = query.condition and _known(collection, query.condition, known)
    posed = replace(query, clauses=tuple(known.values()), condition=condition)
    return posed, tuple(expansions)


def suggest(collection: Collection, text: str, cases: AbstractSet[str] | None = None) -> str | None:
    """The text as it may have been meant, if that finds something in these cases (None: in all).

    None where no word of it is misspelt (`search.spelling`).
    """

    def finds(text: str, cases: AbstractSet[str] | None = None) -> int:
        query, _ = pose(collection, text)
        return collection.engine.find(query, cases=cases, limit=1).total

    meant = collection.spelling.suggestion(text, collection.analysis.words(text), finds)
    return meant if meant and finds(meant, cases) else None


def _expanded(collection: Collection, clause: Clause) -> tuple[Clause, *tuple[Expansion, ...]]:
    """The clause with a way for each word that its pattern stands for."""
    if clause.pattern is None:
        return (clause,)
    forms = collection.engine.words_like(clause.pattern)
    kind: WayKind = "prefix" if clause.pattern.edits is None else "fuzzy"
    ways = tuple(Way((Term(form, form),), kind) for form in forms[:MOST_WORDS])
    told = Expansion(clause.text, forms[:MOST_WORDS], len(forms))
    return (replace(clause, ways=ways, pattern=None), told)


def _known(collection: Collection, part: Condition, known: Mapping[Clause, Clause]) -> Condition:
    if isinstance(part, Clause):
        return known[part] if part in known else _expanded(collection, part)[0]
    if isinstance(part, FieldValue):
        return InCases(_cases_with(collection, part))
    if isinstance(part, Without):
        return Without(_known(collection, part.part, known))
    if isinstance(part, Some | Every):
        return type(part)(tuple(_known(collection, inner, known) for inner in part.parts))
    return part


def _cases_with(collection: Collection, wanted: FieldValue) -> frozenset[str]:
    """The cases with a value in a field; none for a value that no case has."""
    try:
        field = find_field(wanted.field)
        return choose(collection, field, wanted.value, read_rows(collection)).cases
    except QuestionError:
        return frozenset()
