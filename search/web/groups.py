"""Puts what was found under its case, in the order in which it was found."""

from dataclasses import dataclass

from search.collection import Collection
from search.models import CaseRef, Hit, Results

FIRST_IN_CASE = 3
"""How many passages of a case are shown at once; the others unfold."""


@dataclass(frozen=True, slots=True)
class Group:
    """The passages of one case.

    Attributes:
        case: which.
        named: False where no public source gives the name of the case.
        first: its best passages.
        others: the rest of them.
    """

    case: CaseRef
    named: bool
    first: tuple[Hit, ...]
    others: tuple[Hit, ...]


def group_hits(collection: Collection, results: Results) -> tuple[Group, ...]:
    """The hits by case; the case with the best hit first, each hit in the order of the results."""
    by_case: dict[str, list[Hit]] = {}
    for hit in results.hits:
        by_case.setdefault(hit.case.id, []).append(hit)
    return tuple(
        Group(
            case=hits[0].case,
            named=is_named(collection, case_id),
            first=tuple(hits[:FIRST_IN_CASE]),
            others=tuple(hits[FIRST_IN_CASE:]),
        )
        for case_id, hits in by_case.items()
    )


def is_named(collection: Collection, case_id: str) -> bool:
    """Whether the name of the case is known."""
    case = collection.case(case_id)
    return case is not None and case.entry.title is not None


def count_line(results: Results) -> str:
    """The count in words: "4 passages in 3 casussen".

    The results count every part of a series; only what is on the page can be told apart.
    """
    passages = _plural(results.total, "passage", "passages")
    if len(results.hits) < results.total:
        return f"{passages} in {results.cases} casussen en andere teksten"
    kinds = {hit.case.id: hit.case.kind for hit in results.hits}
    cases = sum(kind == "case" for kind in kinds.values())
    others = len(kinds) - cases
    parts = [_plural(cases, "casus", "casussen")] if cases or not others else []
    parts += [_plural(others, "andere tekst", "andere teksten")] if others else []
    return f"{passages} in {' en '.join(parts)}"


def _plural(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
