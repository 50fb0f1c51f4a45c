"""Counts what else could be chosen: how many cases each value of each field leads to."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from indexer.dutch import fold
from search.cases.models import Facet, FacetValue
from search.collection import Collection
from search.fields import FIELDS, Choice, Field, Row, value_label
from search.filters import passing

_IN_ORDER = frozenset({"edition", "year"})
_NOTHING = Choice(frozenset(), frozenset())


def count_facets(
    collection: Collection, rows: Sequence[Row], chosen: Mapping[Field, Choice]
) -> tuple[Facet, ...]:
    """The fields with a value that leads to cases, in the order in which they are shown.

    Args:
        collection: the open index.
        rows: the cases that meet the words, if any were given.
        chosen: the filters.
    """
    facets = (_facet(collection, field, rows, chosen) for field in FIELDS)
    return tuple(facet for facet in facets if facet.values)


def _facet(
    collection: Collection, field: Field, rows: Sequence[Row], chosen: Mapping[Field, Choice]
) -> Facet:
    """Within the other fields; what is chosen of its own field does not narrow it."""
    passed = passing(rows, dict(chosen), but=(field,))
    within = [row for row in rows if row.case.entry.id in passed]
    values = _values(collection, field, within, chosen.get(field, _NOTHING))
    key = _by_value if field.name in _IN_ORDER else _by_count
    return Facet(field.name, field.label, tuple(sorted(values, key=key)))


def _values(
    collection: Collection, field: Field, rows: Sequence[Row], choice: Choice
) -> Iterator[FacetValue]:
    listed = {value for row in rows for value in row.listed(field)}
    members = [(row.members(field), row.case.entry.id in choice.cases) for row in rows]
    counts = Counter(value for values, _ in members for value in values)
    added = Counter(value for values, is_in in members if not is_in for value in values)
    now = sum(is_in for _, is_in in members)
    for value in listed | _wider(collection, field, counts):
        yield FacetValue(
            value=value,
            label=value_label(collection, field, value),
            count=counts[value],
            total=now + added[value],
            chosen=value in choice.values,
        )


def _wider(collection: Collection, field: Field, counts: Counter[str]) -> set[str]:
    """Concepts that cases fall under without having them by name."""
    vocabularies = {
        "theme": collection.catalogue.themes,
        "target-group": collection.catalogue.target_groups,
    }
    vocabulary = vocabularies.get(field.name)
    return {c.id for c in vocabulary.concepts if counts[c.id]} if vocabulary else set()


def _by_count(value: FacetValue) -> tuple[object, ...]:
    return -value.count, fold(value.label), value.value


def _by_value(value: FacetValue) -> tuple[object, ...]:
    return int(value.value) if value.value.isdecimal() else 0, value.value
