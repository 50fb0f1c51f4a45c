"""Chooses the sentences that say most of what a text says. Pure.

LexRank (Erkan and Radev, "LexRank: graph-based lexical centrality as salience in text
summarization", JAIR 22, 2004): sentences are linked by the cosine of their words, weighed by how
rare these are, and the most central ones are those that a random reader would return to most. A
sentence counts more the earlier it stands and when cues point at it (Edmundson, "New methods in
automatic extracting", JACM 16, 1969), and less the more it repeats what was chosen before it
(maximal marginal relevance; Carbonell and Goldstein, 1998). A cue for what was told already counts
less (diminishing returns; Lin and Bilmes, "A class of submodular functions for document
summarization", ACL 2011).

Our own fifty lines: the packages that have it bring a tokenizer and stemmer of their own, and here
the words are those that the search knows.
"""

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

SENTENCES = 3
"""How many sentences make a gist."""

DAMPING = 0.85
"""How often the reader follows a link instead of beginning anywhere; as in PageRank."""

LEAD = 0.3
"""What the first sentence gets on top of a centrality of 1; the last gets nothing."""

AGAIN = 0.5
"""What is left of a cue for something that a chosen sentence has told."""

NOVELTY = 0.3
"""How much likeness to what was chosen takes off."""

_ROUNDS = 50
_STILL = 1e-6
_MOST_SENTENCES = 150

Bag: TypeAlias = Mapping[str, int]
"""Words by lemma, with how often they stand there."""

Cues: TypeAlias = Mapping[str, float]
"""What a sentence is known to tell, each with what it adds to a centrality of at most 1."""


def choose_sentences(
    bags: Sequence[Bag],
    rarity: Mapping[str, float],
    *,
    cues: Mapping[int, Cues] = MappingProxyType({}),
    count: int = SENTENCES,
) -> tuple[int, ...]:
    """The numbers of the best sentences, in their order in the text.

    Args:
        bags: the words of each sentence; one without words is never chosen.
        rarity: of each word, its inverse document frequency; of others it is 1.
        cues: by the number of a sentence, what it is known to tell; the weightiest counts.
        count: how many to choose at most.
    """
    vectors = [_unit(bag, rarity) for bag in bags[:_MOST_SENTENCES]]
    likeness = [[_dot(one, other) for other in vectors] for one in vectors]
    central = _centrality(likeness)
    length = max(len(vectors), 1)
    worth = [score + LEAD * (1 - index / length) for index, score in enumerate(central)]
    left = {index for index, vector in enumerate(vectors) if vector}
    chosen: list[int] = []
    while left and len(chosen) < count:
        told = {thing for index in chosen for thing in cues.get(index, ())}
        gain = {
            index: (1 - NOVELTY) * (worth[index] + _cue(cues.get(index, {}), told))
            - NOVELTY * max((likeness[index][other] for other in chosen), default=0.0)
            for index in left
        }
        best = max(left, key=lambda index: (gain[index], -index))
        chosen.append(best)
        left.remove(best)
    return tuple(sorted(chosen))


def _cue(cues: Cues, told: Container[str]) -> float:
    """What its weightiest cue adds to a sentence."""
    weights = (weight * (AGAIN if thing in told else 1) for thing, weight in cues.items())
    return max(weights, default=0.0)


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
