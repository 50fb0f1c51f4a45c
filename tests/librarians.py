"""Under what two librarians filed a case, and how far labels agree with them.

One librarian's choice is no truth: of what the first chose for the cases of `casebooks/` the
second, who saw only the texts, chose 69% of the themes and 62% of the target groups too, and would
not have minded another 21%; of what the second chose the first had 88% and 96%. So labels are
judged by both: right is what one of them chose, what a case must have is what both did, and what
the second alone would not have minded is neither.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from rates import f1, rates


class Filed(NamedTuple):
    """The concepts of a vocabulary under which two librarians filed a case.

    Attributes:
        first: those that the first chose: the writer of a casebook, or of the cards of the truth.
        second: those that the second chose.
        vague: those that the second would not insist on.
    """

    first: frozenset[str]
    second: frozenset[str]
    vague: frozenset[str]

    @property
    def must(self) -> frozenset[str]:
        """What both chose: a case must have it."""
        return self.first & self.second

    @property
    def may(self) -> frozenset[str]:
        """What one of them chose: a case may have it."""
        return self.first | self.second

    @property
    def spared(self) -> frozenset[str]:
        """What the second alone would not have minded: neither right nor wrong."""
        return self.vague - self.may

    @property
    def firm(self) -> frozenset[str]:
        """What the second chose, or would not have minded where the first did: to be learned."""
        return self.second | (self.first & self.vague)

    @property
    def unsure(self) -> frozenset[str]:
        """What one chose and the other did not see, or would not insist on: nothing is learned."""
        return (self.may | self.vague) - self.firm


@dataclass(slots=True)
class Agreement:
    """How far labels agree with both librarians, in counts of pairs of a case and a concept.

    Attributes:
        said: concepts that cases were given, but those that are spared.
        right: those of them that one librarian chose.
        true: concepts that both chose.
        found: those of them that cases were given.
    """

    said: int = 0
    right: int = 0
    true: int = 0
    found: int = 0

    def add(self, given: AbstractSet[str], filed: Filed) -> None:
        """Counts what a case was given."""
        self.said += len(given - filed.spared)
        self.right += len(given & filed.may)
        self.true += len(filed.must)
        self.found += len(given & filed.must)

    def rates(self) -> tuple[float, float, float]:
        """Precision by either, recall of what both chose, and their F1."""
        precision = rates(right=self.right, said=self.said, true=1)[0]
        recall = rates(right=self.found, said=1, true=self.true)[1]
        return precision, recall, f1(precision, recall)
