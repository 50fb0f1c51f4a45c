"""Finds cases by words and filters, in the order that was asked for."""

from collections.abc import Callable, Mapping

from corpus import Card, CardField, Case, Label, QuestionError, Vocabulary
from indexer.dutch import fold
from search.cases.facets import count_facets
from search.cases.models import CaseList, CaseSummary
from search.collection import Collection
from search.fields import Row, names, read_rows
from search.filters import choices, passing
from search.lookup import pose, suggest
from search.models import NO_FILTERS, Filters

_LAST = "\uffff"

Key = Callable[[CaseSummary], str]

_KEYS: Mapping[str, Key] = {
    "title": lambda case: fold(case.title),
    "place": lambda case: fold(case.place or _LAST),
    "municipality": lambda case: fold(case.municipality or _LAST),
    "province": lambda case: fold(case.province or _LAST),
    "year": lambda case: case.year or _LAST,
}

SORTS = ("relevance", "edition", *_KEYS)
"""The orders of a list of cases; by relevance without words is by edition, in reading order."""


def list_cases(
    collection: Collection,
    text: str = "",
    filters: Filters = NO_FILTERS,
    *,
    sort: str = "relevance",
    facets: bool = False,
) -> CaseList:
    """The cases that meet the words (if any) and the filters.

    Chapters and pages that are no case are left out. Cases that are equal in an order stand in
    reading order; those of which it is not known come last.

    Args:
        collection: the open index.
        text: words to look for.
        filters: which cases to look in.
        sort: one of `SORTS`.
        facets: whether to count what else could be chosen.

    Raises:
        QuestionError: a filter names a value that the series does not have, or there is no such
            order.
    """
    if sort not in SORTS:
        raise QuestionError(f"There is no order {sort!r}.", remedy=f"Give: {', '.join(SORTS)}.")
    table = read_rows(collection)
    chosen = choices(collection, filters, table)
    every = [row for row in table if row.case.kind == "case"]
    rows = _met(collection, text, every)
    passed = passing(rows, chosen)
    cases = [summary(collection, row.case) for row in rows if row.case.entry.id in passed]
    return CaseList(
        total=len(cases),
        cases=tuple(_sorted(collection, cases, sort)),
        facets=count_facets(collection, rows, chosen) if facets else (),
        suggestion=suggest(collection, text, passing(every, chosen)) if text.strip() else None,
    )


def summary(collection: Collection, case: Case) -> CaseSummary:
    """What is known of a case."""
    entry = case.entry
    card = collection.card(entry.id) or Card(entry.id)
    first = case.pages[0] if case.pages else None
    catalogue = collection.catalogue
    return CaseSummary(
        id=entry.id,
        title=entry.display_title,
        place=entry.place or _first(card, "plaats"),
        edition=case.edition,
        pages=case.pages,
        named=entry.title is not None,
        kind=case.kind,
        neighbourhood=entry.neighbourhood or _first(card, "wijk-of-dorp"),
        municipality=entry.municipality or _first(card, "gemeente"),
        province=entry.province or _first(card, "provincie"),
        themes=_labels(card.themes, catalogue.themes) or entry.themes,
        target_groups=_labels(card.target_groups, catalogue.target_groups) or entry.target_groups,
        keywords=entry.themes,
        year=_first(card, "jaar"),
        organisations=names(card, "uitvoerende-organisaties"),
        social_capital=entry.social_capital,
        document=collection.document_ref(case.document),
        location=collection.location(case.document, first),
        found_by=case.found_by,
        confidence=case.confidence,
        reasons=case.reasons,
        role=case.role,
        sources=entry.sources,
        background_sources=entry.background_sources,
    )


def _met(collection: Collection, text: str, rows: list[Row]) -> list[Row]:
    """The cases that meet the words, best first; without words all, in reading order."""
    if not text.strip():
        return rows
    ranks = _ranks(collection, text)
    return sorted(
        (row for row in rows if row.case.entry.id in ranks), key=lambda r: ranks[r.case.entry.id]
    )


def _ranks(collection: Collection, text: str) -> dict[str, int]:
    """The rank of each case that meets the words."""
    query, _ = pose(collection, text)
    found = collection.engine.find(query, limit=0)
    return {case: rank for rank, case in enumerate(found.cases)}


def _sorted(collection: Collection, cases: list[CaseSummary], sort: str) -> list[CaseSummary]:
    if sort == "relevance":
        return cases
    order = {case.entry.id: index for index, case in enumerate(collection.catalogue.cases)}
    in_reading_order = sorted(cases, key=lambda case: order[case.id])
    return sorted(in_reading_order, key=_KEYS[sort]) if sort in _KEYS else in_reading_order


def _first(card: Card, field: CardField) -> str | None:
    return next((value.value for value in card.of(field)), None)


def _labels(labels: tuple[Label, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    concepts = (vocabulary.find(label.id) for label in labels)
    return tuple(concept.label for concept in concepts if concept)
