"""Finds the cases that are most like one, and says in what.

The likeness of two cases is a weighed mean of the likeness of their words and of their controlled
values. Words: the cosine of their vectors, each word counting as (1 + log frequency) times its
rarity (Salton and Buckley, 1988). Values of a field: the rarity of those that both have over the
rarity of those that either has (weighted Jaccard). Each is a sum over what is shared, so every bit
of a score has a reason that can be shown.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from corpus import QuestionError
from indexer.store import CaseWords, read_words
from search.cases.models import Likeness, Shared, SimilarCase, SimilarCases
from search.cases.rarity import rarities
from search.collection import Collection
from search.fields import Field, Row, find_field, read_rows, value_label
from search.filters import passing_cases
from search.models import NO_FILTERS, Filters
from search.naming import named_case

DEFAULT_LIMIT = 5

WORDS = 0.5
"""How much the words count; the fields share the rest."""

FIELDS = {"theme": 0.2, "target-group": 0.15, "social-capital": 0.1, "province": 0.05}
"""How much each field counts: what it is about and for whom, before what kind and where it is."""

SHOWN_WORDS = 8
_DIGITS = 4


@dataclass(frozen=True)
class _Measure:
    """What the comparing needs of all cases: vectors of words, and how rare each value is."""

    collection: Collection
    words: CaseWords
    vectors: Mapping[str, Mapping[str, float]]
    rarity: Mapping[str, Mapping[str, float]]


def similar_cases(
    collection: Collection,
    case_id: str,
    filters: Filters = NO_FILTERS,
    *,
    limit: int = DEFAULT_LIMIT,
) -> SimilarCases:
    """The cases that are most like a case, most alike first; equals in reading order.

    Raises:
        QuestionError: there is no such case, or a filter names a value that the series lacks.
    """
    case_id = named_case(collection, case_id).entry.id
    rows = {row.case.entry.id: row for row in read_rows(collection) if row.case.kind == "case"}
    if case_id not in rows:
        raise QuestionError(
            f"{case_id} is no case.", remedy="`wijk cases` lists the cases with their ids."
        )
    passed = passing_cases(collection, filters)
    measure = _measure(collection, list(rows.values()))
    others = [
        _compare(measure, rows[case_id], row)
        for name, row in rows.items()
        if name != case_id and (passed is None or name in passed)
    ]
    alike = sorted((one for one in others if one.score > 0), key=lambda one: -one.score)
    return SimilarCases(collection.case_ref(case_id), tuple(alike[:limit]))


def _measure(collection: Collection, rows: Sequence[Row]) -> _Measure:
    words = read_words(collection.folder)
    rare = rarities(used.keys() for used in words.values())
    fields = [find_field(name) for name in FIELDS]
    return _Measure(
        collection=collection,
        words=words,
        vectors={
            case: _unit({lemma: (1 + math.log(w.count)) * rare[lemma] for lemma, w in used.items()})
            for case, used in words.items()
        },
        rarity={field.name: rarities(row.members(field) for row in rows) for field in fields},
    )


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / length for word, weight in vector.items()}


def _compare(measure: _Measure, one: Row, other: Row) -> SimilarCase:
    fields = (_shared_values(measure, find_field(name), one, other) for name in FIELDS)
    reasons = [reason for reason in chain(fields, [_shared_words(measure, one, other)]) if reason]
    return SimilarCase(
        case=measure.collection.case_ref(other.case.entry.id),
        score=round(sum(reason.weight for reason in reasons), _DIGITS),
        reasons=tuple(sorted(reasons, key=lambda reason: -reason.weight)),
    )


def _shared_values(measure: _Measure, field: Field, one: Row, other: Row) -> Likeness | None:
    mine, theirs = one.members(field), other.members(field)
    rarity = measure.rarity[field.name]
    whole = sum(rarity[value] for value in sorted(mine | theirs))
    shared = [
        Shared(
            value,
            value_label(measure.collection, field, value),
            round(FIELDS[field.name] * rarity[value] / whole, _DIGITS),
        )
        for value in sorted(mine & theirs)
    ]
    return _likeness(field.name, field.label, shared, len(shared))


def _shared_words(measure: _Measure, one: Row, other: Row) -> Likeness | None:
    mine, theirs = one.case.entry.id, other.case.entry.id
    shared = list(_words(measure, mine, theirs))
    return _likeness("words", "Woorden", shared, SHOWN_WORDS)


def _words(measure: _Measure, mine: str, theirs: str) -> Iterator[Shared]:
    vectors, words = measure.vectors, measure.words
    other = vectors.get(theirs, {})
    for lemma, weight in vectors.get(mine, {}).items():
        if lemma in other:
            yield Shared(
                lemma, words[mine][lemma].form, round(WORDS * weight * other[lemma], _DIGITS)
            )


def _likeness(field: str, label: str, shared: Sequence[Shared], shown: int) -> Likeness | None:
    if not shared:
        return None
    heaviest = sorted(shared, key=lambda one: (-one.weight, one.value))
    weight = round(sum(one.weight for one in shared), _DIGITS)
    return Likeness(field, label, weight, tuple(heaviest[:shown]))
