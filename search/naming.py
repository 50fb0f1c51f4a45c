"""Finds the case that somebody names, by its id, its title or the part of its id that tells it."""

from collections.abc import Iterator
from difflib import get_close_matches

from corpus import Case, QuestionError
from indexer.segment import slug
from search.collection import Collection

_MOST_OFFERED = 3
_ALIKE = 0.6
"""How alike two names must be for one to be offered for the other, from 0 to 1 (`difflib`)."""


def named_case(collection: Collection, name: str) -> Case:
    """The case or other part with that id or title, or the only one whose id begins or ends so.

    Raises:
        QuestionError: there is none, or more than one; the remedy offers the nearest.
    """
    if case := collection.case(name):
        return case
    wanted = slug(name)
    titled = [case for case in collection.catalogue.cases if wanted and _title(case) == wanted]
    met = titled or [case for case in collection.catalogue.cases if _is_part(wanted, case)]
    if len(met) == 1:
        return met[0]
    near = [case.entry.id for case in met] or list(_nearest(collection, wanted))
    offer = f"Did you mean {' or '.join(near[:_MOST_OFFERED])}? " if near else ""
    raise QuestionError(
        f"There is no case {name!r}.", remedy=f"{offer}`wijk cases` lists the cases with their ids."
    )


def _title(case: Case) -> str:
    return slug(case.entry.display_title)


def _is_part(wanted: str, case: Case) -> bool:
    """Whether the id begins or ends with these whole words."""
    whole = f"-{case.entry.id}-"
    return bool(wanted) and (whole.startswith(f"-{wanted}-") or whole.endswith(f"-{wanted}-"))


def _nearest(collection: Collection, wanted: str) -> Iterator[str]:
    """Ids that are spelt almost so, or whose title is."""
    names = {case.entry.id: case.entry.id for case in collection.catalogue.cases}
    names |= {_title(case): case.entry.id for case in collection.catalogue.cases}
    close = get_close_matches(wanted, names, n=_MOST_OFFERED, cutoff=_ALIKE)
    yield from dict.fromkeys(names[name] for name in close)
