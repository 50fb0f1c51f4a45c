"""The one protocol that an index engine answers.

Whoosh answers it now (`search.engines.whoosh`). A second engine, for who outgrows one machine, is a
second class with these methods and a second writer beside `indexer.store.whoosh`.
"""

from collections.abc import Collection as Some
from collections.abc import Mapping
from typing import NamedTuple, Protocol

from corpus import Passage
from search.clauses import Pattern, Query
from search.models import Match


class Found(NamedTuple):
    """What an engine found.

    Attributes:
        matches: the best, highest score first; ties in reading order.
        total: how many passages met the query.
        cases: the ids of the cases these passages are of, each with the score of its best passage,
            best first.
    """

    matches: tuple[Match, ...]
    total: int
    cases: Mapping[str, float]


class Engine(Protocol):
    """Finds passages by words."""

    def find(self, query: Query, *, cases: Some[str] | None = None, limit: int) -> Found:
        """The passages that meet the query, in these cases or (None) in all.

        A passage that repeats another one that is found too (a pull quote) is left out. Patterns
        and fields of the query must have been looked up (`words_like`, `search.fields`); what was
        not is met by nothing.
        """
        ...

    def words_like(self, pattern: Pattern) -> tuple[str, ...]:
        """The forms in the texts that a pattern stands for, those in most passages first."""
        ...

    def passages_of(self, case: str) -> tuple[Passage, ...]:
        """The passages of a case in reading order."""
        ...

    def close(self) -> None:
        """Lets go of the files."""
        ...
