"""Counts, per theme and edition, the cases that have it."""

from corpus import Case, Concept
from corpus.library import edition_of
from search.collection import Collection
from search.models import ThemeCount, ThemeRow, ThemeTable


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
            _row(collection, theme, per_edition) for theme in collection.catalogue.themes.concepts
        ),
    )


def cases_with_theme(collection: Collection, theme: str) -> frozenset[str]:
    """The ids of the cases that have the theme with that id, or one that falls under it."""
    ids = collection.catalogue.themes.with_narrower(theme)
    return frozenset(
        card.case
        for card in collection.catalogue.cards
        if any(label.id in ids for label in card.themes)
    )


def cases_with_target_group(collection: Collection, group: str) -> frozenset[str]:
    """The ids of the cases for the target group with that id, or for one that falls under it."""
    ids = collection.catalogue.target_groups.with_narrower(group)
    return frozenset(
        card.case
        for card in collection.catalogue.cards
        if any(label.id in ids for label in card.target_groups)
    )


def _row(collection: Collection, theme: Concept, per_edition: dict[int, list[Case]]) -> ThemeRow:
    themed = cases_with_theme(collection, theme.id)
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
