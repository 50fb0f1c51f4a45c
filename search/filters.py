"""Which cases pass the filters: within a field any value will do, between fields all must hold."""

from collections.abc import Iterable

from search.collection import Collection
from search.fields import FIELDS, Choice, Field, Row, choose, read_rows
from search.models import Filters


def passing_cases(collection: Collection, filters: Filters) -> frozenset[str] | None:
    """The ids of the cases that pass, or None when nothing is filtered.

    Raises:
        QuestionError: an edition, theme or other listed value that the series does not have.
    """
    if not filters:
        return None
    rows = read_rows(collection)
    return passing(rows, choices(collection, filters, rows))


def choices(collection: Collection, filters: Filters, rows: Iterable[Row]) -> dict[Field, Choice]:
    """What was chosen of each field that is filtered.

    Raises:
        QuestionError: as `passing_cases`.
    """
    rows = tuple(rows)
    chosen: dict[Field, Choice] = {}
    for field in FIELDS:
        typed = getattr(filters, field.attribute)
        found = [choose(collection, field, str(value), rows) for value in typed]
        if found:
            chosen[field] = Choice(
                frozenset().union(*(choice.values for choice in found)),
                frozenset().union(*(choice.cases for choice in found)),
            )
    return chosen


def passing(
    rows: Iterable[Row], chosen: dict[Field, Choice], *, but: Iterable[Field] = ()
) -> frozenset[str]:
    """The ids of the rows that pass what was chosen, some fields left out of account."""
    tests = [choice.cases for field, choice in chosen.items() if field not in but]
    ids = (row.case.entry.id for row in rows)
    return frozenset(case for case in ids if all(case in test for test in tests))
