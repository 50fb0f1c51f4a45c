"""How rare words and values are among cases: what few have says more than what most have. Pure."""

import math
from collections import Counter
from collections.abc import Iterable


def rarities(groups: Iterable[Iterable[str]]) -> dict[str, float]:
    """The rarity of each thing: log(1 + (cases - with + .5) / (with + .5)).

    Robertson, "Understanding inverse document frequency" (2004), as BM25 has it: what every case
    has counts for next to nothing, and nothing counts less than that.
    """
    sets = [frozenset(group) for group in groups]
    counts = Counter(thing for group in sets for thing in group)
    return {
        thing: math.log(1 + (len(sets) - count + 0.5) / (count + 0.5))
        for thing, count in counts.items()
    }
