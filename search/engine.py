"""The one protocol that an index engine answers.

Whoosh answers it now (`search.engines.whoosh`). A second engine, for who outgrows one machine, is a
second class with these methods and a second writer beside `indexer.store.whoosh`.
"""

from collections.abc import Collection as Some
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from corpus import Passage
from search.models import Clause, Match


class Found(NamedTuple):
    """What an engine found.

    Attributes:
        matches: the best, highest score first; ties in the order of the passages' ids.
        total: how many passages met the query.
        cases: the ids of the cases these passages are of.
    """

    matches: tuple[Match, ...]
    total: int
    cases: frozenset[str]


class Engine(Protocol):
    """Finds passages by words."""

    def find(self, clauses: Sequence[Clause], *, cases: Some[str] | None, limit: int) -> Found:
        """The passages that meet any of the clauses, in these cases or (None) in all."""
        ...

    def passages_of(self, case: str) -> tuple[Passage, ...]:
        """The passages of a case in reading order."""
        ...

    def close(self) -> None:
        """Lets go of the files."""
        ...
