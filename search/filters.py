"""Which cases pass the filters: edition, theme, place and target group."""

from collections.abc import Callable, Iterable, Iterator

from corpus import Case, QuestionError
from corpus.library import edition_of
from search.clauses import Clause
from search.collection import Collection
from search.matching import met_clauses
from search.models import Filters
from search.query import parse_query
from search.themes import cases_with_theme, find_concept


def passing_cases(collection: Collection, filters: Filters) -> frozenset[str] | None:
    """The ids of the cases that pass, or None when nothing is filtered.

    Raises:
        QuestionError: an edition or theme that the series does not have.
    """
    if not filters:
        return None
    tests = tuple(_tests(collection, filters))
    return frozenset(
        case.entry.id for case in collection.catalogue.cases if all(test(case) for test in tests)
    )


def _tests(collection: Collection, filters: Filters) -> Iterator[Callable[[Case], bool]]:
    if filters.editions:
        numbers = {edition_of(collection.catalogue.series, n).number for n in filters.editions}
        yield lambda case: case.edition in numbers
    if filters.themes:
        themed = set().union(*(_cases_with_theme(collection, name) for name in filters.themes))
        yield lambda case: case.entry.id in themed
    if filters.places:
        names = _parsed(collection, filters.places)
        yield lambda case: any(_names(collection, name, _places(case)) for name in names)
    if filters.target_groups:
        groups = _parsed(collection, filters.target_groups)
        yield lambda case: any(
            _names(collection, name, (group,))
            for name in groups
            for group in case.entry.target_groups
        )


def _parsed(collection: Collection, names: Iterable[str]) -> list[tuple[Clause, ...]]:
    return [parse_query(name, collection.analysis).clauses for name in names]


def _places(case: Case) -> tuple[str, ...]:
    entry = case.entry
    places = (entry.place, entry.neighbourhood, entry.municipality, entry.province)
    return tuple(place for place in places if place)


def _names(collection: Collection, clauses: tuple[Clause, ...], texts: Iterable[str]) -> bool:
    """Whether the texts together have every word of a name, or another name of the same place."""
    met = met_clauses(" . ".join(texts), clauses, collection.analysis)
    return bool(clauses) and len(met) == len(clauses)


def _cases_with_theme(collection: Collection, name: str) -> frozenset[str]:
    """By a theme of the vocabulary, or else by a keyword of the manifest."""
    themes = collection.catalogue.themes
    theme = find_concept(themes, name, collection.analysis)
    if theme:
        return cases_with_theme(collection, theme.id)
    (clauses,) = _parsed(collection, (name,))
    keyed = frozenset(
        case.entry.id
        for case in collection.catalogue.cases
        if any(_names(collection, clauses, (keyword,)) for keyword in case.entry.themes)
    )
    if not keyed:
        known = ", ".join(theme.id for theme in themes.concepts)
        raise QuestionError(f"No theme is called {name!r}.", remedy=f"The themes are: {known}.")
    return keyed
