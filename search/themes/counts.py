"""Counts, per theme and edition, the cases that have it."""

from corpus import Case
from corpus.library import edition_of
from search.collection import Collection
from search.matching import met_clauses
from search.models import Clause, ThemeCount, ThemeRow, ThemeTable
from search.query import parse_query
from search.themes.taxonomy import Theme, load_themes


def count_themes(collection: Collection, editions: tuple[int, ...] = ()) -> ThemeTable:
    """How many cases of each edition have each theme, and which cases.

    Args:
        collection: the open index.
        editions: numbers of the editions to count; all when empty.

    Raises:
        QuestionError: the series has no edition with one of these numbers.
    """
    for number in editions:
        edition_of(collection.catalogue.series, number)
    cases = [case for case in collection.catalogue.cases if case.kind == "case"]
    known = (edition.number for edition in collection.catalogue.series.editions)
    numbers = tuple(number for number in known if not editions or number in editions)
    per_edition = {n: [case for case in cases if case.edition == n] for n in numbers}
    return ThemeTable(
        editions=numbers,
        described=tuple(
            sum(_described(collection, case) for case in per_edition[number]) for number in numbers
        ),
        themes=tuple(
            _row(collection, theme, per_edition)
            for theme in load_themes(collection.catalogue.series)
        ),
    )


def cases_with_theme(collection: Collection, theme: Theme) -> frozenset[str]:
    """The ids of the cases, chapters and pages that have a theme."""
    clauses = _clauses(collection, theme)
    found = collection.engine.find(clauses, cases=None, limit=0)
    keyed = {
        case.entry.id
        for case in collection.catalogue.cases
        if met_clauses(". ".join(case.entry.themes), clauses, collection.analysis)
    }
    return found.cases | keyed


def _clauses(collection: Collection, theme: Theme) -> tuple[Clause, ...]:
    """A term of several words is a phrase; a single word counts in any inflection."""
    texts = (f'"{term}"' if " " in term else term for term in theme.terms)
    queries = (parse_query(text, collection.analysis) for text in texts)
    return tuple(clause for query in queries for clause in query.clauses)


def _row(collection: Collection, theme: Theme, per_edition: dict[int, list[Case]]) -> ThemeRow:
    themed = cases_with_theme(collection, theme)
    return ThemeRow(
        id=theme.id,
        label=theme.label,
        definition=theme.definition,
        counts=tuple(
            _count(collection, number, cases, themed) for number, cases in per_edition.items()
        ),
    )


def _count(
    collection: Collection, number: int, cases: list[Case], themed: frozenset[str]
) -> ThemeCount:
    having = [case for case in cases if case.entry.id in themed]
    return ThemeCount(
        edition=number,
        count=len(having),
        of=len(cases),
        cases=tuple(collection.case_ref(case.entry.id) for case in having),
    )


def _described(collection: Collection, case: Case) -> bool:
    """Whether the index says more of a case than where it is.

    Our summaries know nothing of a case whose name no public source gives.
    """
    if case.found_by == "not found":
        return False
    ref = collection.document_ref(case.document)
    return case.entry.title is not None or ref.kind != "summary"
