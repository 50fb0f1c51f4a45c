"""Works out which passages meet a condition, over sets of their numbers. Pure."""

from collections.abc import Callable, Collection, Iterable

from search.clauses import Clause, Condition, Every, InCases, Some, Without


def passages_meeting(
    condition: Condition,
    *,
    everything: Collection[int],
    meeting: Callable[[Clause], Iterable[int]],
    of_cases: Callable[[Iterable[str]], Iterable[int]],
) -> set[int]:
    """The numbers of the passages that meet a condition.

    Args:
        condition: a field that was not looked up is met by nothing.
        everything: all numbers.
        meeting: gives those that meet a clause.
        of_cases: gives those of some cases.
    """

    def met(part: Condition) -> set[int]:
        if isinstance(part, Clause):
            return set(meeting(part))
        if isinstance(part, InCases):
            return set(of_cases(part.cases))
        if isinstance(part, Without):
            return set(everything) - met(part.part)
        if isinstance(part, Some):
            return set().union(*map(met, part.parts))
        if isinstance(part, Every):
            return set(everything).intersection(*map(met, part.parts))
        return set()

    return met(condition)
