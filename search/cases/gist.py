"""Chooses the sentences that say most of what a text says. Pure.

LexRank (Erkan and Radev, "LexRank: graph-based lexical centrality as salience in text
summarization", JAIR 22, 2004): sentences are linked by the cosine of their words, weighed by how
rare these are, and the most central ones are those that a random reader would return to most. A
sentence counts more the earlier it stands and when cues point at it (Edmundson, "New methods in
automatic extracting", JACM 16, 1969), and less the more it repeats what was chosen before it
(maximal marginal relevance; Carbonell and Goldstein, 1998).

Our own fifty lines: the packages that have it bring a tokenizer and stemmer of their own, and here
the words are those that the search knows.
"""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

SENTENCES = 3
"""How many sentences make a gist."""

DAMPING = 0.85
"""How often the reader follows a link instead of beginning anywhere; as in PageRank."""

LEAD = 0.3
"""What the first sentence gets on top of a centrality of 1; the last gets nothing."""

CUE = 1.0
"""What a sentence gets that something else points at: as much as the most central one has."""

NOVELTY = 0.3
"""How much likeness to what was chosen takes off."""

_ROUNDS = 50
_STILL = 1e-6
_MOST_SENTENCES = 150

Bag: TypeAlias = Mapping[str, int]
"""Words by lemma, with how often they stand there."""


def choose_sentences(
    bags: Sequence[Bag],
    rarity: Mapping[str, float],
    *,
    cued: Collection[int] = (),
    count: int = SENTENCES,
) -> tuple[int, ...]:
    """The numbers of the best sentences, in their order in the text.

    Args:
        bags: the words of each sentence; one without words is never chosen.
        rarity: of each word, its inverse document frequency; of others it is 1.
        cued: the numbers of sentences that something else points at.
        count: how many to choose at most.
    """
    vectors = [_unit(bag, rarity) for bag in bags[:_MOST_SENTENCES]]
    likeness = [[_dot(one, other) for other in vectors] for one in vectors]
    central = _centrality(likeness)
    length = max(len(vectors), 1)
    worth = [
        score + LEAD * (1 - index / length) + CUE * (index in cued) if vectors[index] else 0.0
        for index, score in enumerate(central)
    ]
    chosen: list[int] = []
    while len(chosen) < count:
        left = [index for index, one in enumerate(worth) if one and index not in chosen]
        if not left:
            break
        chosen.append(max(left, key=lambda i: (_marginal(i, worth, likeness, chosen), -i)))
    return tuple(sorted(chosen))


def _marginal(
    index: int, worth: Sequence[float], likeness: Sequence[Sequence[float]], chosen: Sequence[int]
) -> float:
    repeated = max((likeness[index][other] for other in chosen), default=0.0)
    return (1 - NOVELTY) * worth[index] - NOVELTY * repeated


def _unit(bag: Bag, rarity: Mapping[str, float]) -> dict[str, float]:
    """The vector of a sentence, of length 1; empty without words."""
    vector = {word: count * rarity.get(word, 1.0) for word, count in bag.items()}
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    small, large = sorted((one, other), key=len)
    return sum(weight * large.get(word, 0.0) for word, weight in small.items())


def _centrality(likeness: Sequence[Sequence[float]]) -> list[float]:
    """How often the reader is at each sentence, the most central one 1."""
    count = len(likeness)
    if not count:
        return []
    rows = [[value / (sum(row) or 1.0) for value in row] for row in likeness]
    at = [1 / count] * count
    for _ in range(_ROUNDS):
        after = [(1 - DAMPING) / count] * count
        for here, row in zip(at, rows, strict=True):
            for index, step in enumerate(row):
                if step:
                    after[index] += DAMPING * here * step
        moved = max(abs(a - b) for a, b in zip(at, after, strict=True))
        at = after
        if moved < _STILL:
            break
    return [value / max(at) for value in at]


def count_words(lemmas: Sequence[str]) -> Bag:
    """The words of a sentence as a bag."""
    return Counter(lemmas)
