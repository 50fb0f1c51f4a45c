"""Finds passages that repeat another one: pull quotes, and boxes that say the text again."""

from collections.abc import Iterator, Mapping, Sequence

from corpus import Passage

_RUN = 4
"""Passages are compared by their runs of so many words."""

_REPEATED = 0.8
"""The share of a passage's runs that another one must have too."""


def find_echoes(passages: Sequence[Passage], words: Sequence[Sequence[str]]) -> Mapping[int, int]:
    """For each passage that repeats another one of its case, the numbers of both, from 0.

    The longer of the two is the one that is repeated; of equals the earlier. A passage of fewer
    words than make a run repeats nothing.

    Args:
        passages: in reading order.
        words: the folded words of each.
    """
    runs = [_runs(forms) for forms in words]
    by_case: dict[str, list[int]] = {}
    for number, passage in enumerate(passages):
        by_case.setdefault(passage.case, []).append(number)
    return dict(pair for numbers in by_case.values() for pair in _echoes_of_a_case(numbers, runs))


def _echoes_of_a_case(
    numbers: Sequence[int], runs: Sequence[frozenset[tuple[str, ...]]]
) -> Iterator[tuple[int, int]]:
    longest_first = sorted(numbers, key=lambda number: (-len(runs[number]), number))
    for place, number in enumerate(longest_first):
        own = runs[number]
        for other in longest_first[:place] if own else ():
            if len(own & runs[other]) >= _REPEATED * len(own):
                yield number, other
                break


def _runs(forms: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(forms[start:] for start in range(_RUN)), strict=False))
