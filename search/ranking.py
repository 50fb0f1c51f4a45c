"""What a passage is worth for a question: words by BM25F, their nearness, and the case around it.

Pure. A clause counts once, however many ways it has: what its ways and zones bring is added up,
weighed, before it saturates (BM25F: Robertson, Zaragoza and Taylor 2004, "Simple BM25 extension to
multiple weighted fields"). So a word with ten synonyms weighs no more than one with none.

A passage is judged within its case: to its own score comes a share of the score of the whole case,
as if that were one long text. So a passage of a case that is about the question overtakes one that
mentions it in passing, and a case ranks by its best passage.
"""

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from search.clauses import ZONES, Reading, Zone

ZONE_WEIGHTS: Mapping[Zone, float] = {"text": 1.0, "heading": 1.0, "title": 1.5, "place": 1.5}
"""What a word counts by where it stands. A word of the title says more about a case."""

READING_WEIGHTS: Mapping[Reading, float] = {"form": 1.0, "lemma": 0.6, "part": 0.5}
"""What a word counts by how it agrees: the form as typed most, a part of a compound least."""

SATURATION = 0.9
"""k1 of BM25: how soon a word that comes again adds little."""

LENGTH_NORM = 0.75
"""b of BM25: how much a long text must have more of a word than a short one."""

CASE_WEIGHT = 4.0
"""What the score of the whole case counts in that of each of its passages."""

PAIR_WEIGHT = 0.5
"""What two words of the question near each other count, as a share of the rarer one's weight."""

PAIR_WINDOW = 8
"""Words that stand further apart than this are not near."""

LINE_WEIGHT = 0.5
"""What remains of the own score of a passage without a sentence, such as a line of keywords."""

Evidence: TypeAlias = Mapping[int, tuple[float, ...]]
"""Of a clause: for each passage that meets it, the weighed occurrences in each of `ZONES`."""

Places: TypeAlias = Mapping[int, Collection[int]]
"""Of a clause: for each passage, the positions in its text where it is met."""


@dataclass(frozen=True)
class Shelf:
    """What is ranked: the passages by number, each with its length and its case.

    Attributes:
        lengths: words of each passage.
        case_of: number of the case of each passage.
        lines: numbers of the passages without a sentence.
    """

    lengths: Sequence[int]
    case_of: Sequence[int]
    lines: frozenset[int] = frozenset()

    @cached_property
    def case_lengths(self) -> Mapping[int, int]:
        """Words of each case that has passages."""
        lengths: dict[int, int] = {}
        for case, length in zip(self.case_of, self.lengths, strict=True):
            lengths[case] = lengths.get(case, 0) + length
        return lengths

    @cached_property
    def passage_norms(self) -> Sequence[float]:
        """What occurrences in each passage are divided by."""
        average = sum(self.lengths) / max(1, len(self.lengths)) or 1.0
        return [_norm(length / average) for length in self.lengths]

    @cached_property
    def case_norms(self) -> Mapping[int, float]:
        """What occurrences in each case are divided by."""
        average = sum(self.lengths) / max(1, len(self.case_lengths)) or 1.0
        return {case: _norm(length / average) for case, length in self.case_lengths.items()}


def _norm(relative_length: float) -> float:
    return 1 - LENGTH_NORM + LENGTH_NORM * relative_length


def rank(
    shelf: Shelf,
    evidence: Sequence[Evidence],
    *,
    pairs: Sequence[tuple[int, int]] = (),
    places: Callable[[int, Collection[int]], Places] = lambda _, __: {},
    typed: Collection[int] = (),
) -> dict[int, float]:
    """The score of every passage that meets a clause.

    Args:
        shelf: all passages.
        evidence: of each clause.
        pairs: numbers of clauses that stood side by side in the question.
        places: gives, of the clause with a number, where some passages meet it.
        typed: for a question of one word the passages with that very form: they come first.
    """
    scores: dict[int, float] = {}
    by_case: dict[int, float] = {}
    for clause in evidence:
        _add(scores, clause, shelf.passage_norms, len(shelf.lengths))
        _add(by_case, _of_cases(clause, shelf), shelf.case_norms, len(shelf.case_norms))
    weights = [rarity(len(clause), len(shelf.lengths)) for clause in evidence]
    for first, second in pairs:
        weight = PAIR_WEIGHT * min(weights[first], weights[second])
        both = evidence[first].keys() & evidence[second].keys()
        for passage, near in nearness(places(first, both), places(second, both)).items():
            scores[passage] += weight * _saturated(near)
    for passage in typed:
        # The most that a clause can be worth, so that nothing else overtakes it.
        scores[passage] += weights[0] * (SATURATION + 1) * (1 + CASE_WEIGHT)
    for passage in scores:
        if passage in shelf.lines:
            scores[passage] *= LINE_WEIGHT
        scores[passage] += CASE_WEIGHT * by_case[shelf.case_of[passage]]
    return scores


def rarity(having: int, total: int) -> float:
    """Weight of what `having` of `total` texts have: BM25's idf, kept above 0."""
    return math.log(1 + (total - having + 0.5) / (having + 0.5))


def nearness(first: Places, second: Places) -> dict[int, float]:
    """Of the passages with both clauses, how near they come: the sum of 1/distance² of near pairs.

    Source: Rasolofo and Savoy (2003), "Term proximity scoring for keyword-based retrieval systems".
    """
    near: dict[int, float] = {}
    for passage in first.keys() & second.keys():
        total = sum(
            1 / (here - there) ** 2
            for here in first[passage]
            for there in second[passage]
            if 0 < abs(here - there) <= PAIR_WINDOW
        )
        if total:
            near[passage] = total
    return near


def _saturated(frequency: float) -> float:
    return frequency * (SATURATION + 1) / (frequency + SATURATION)


def _add(
    scores: dict[int, float],
    clause: Evidence,
    norms: Mapping[int, float] | Sequence[float],
    total: int,
) -> None:
    weight = rarity(len(clause), total)
    for text, zones in clause.items():
        frequency = _frequency(zones, norms[text])
        scores[text] = scores.get(text, 0.0) + weight * _saturated(frequency)


def _frequency(zones: Sequence[float], norm: float) -> float:
    """Occurrences in the zones as if in one text; only the text itself can be long."""
    text, *others = (ZONE_WEIGHTS[zone] * count for zone, count in zip(ZONES, zones, strict=True))
    return text / norm + sum(others)


def _of_cases(clause: Evidence, shelf: Shelf) -> dict[int, tuple[float, ...]]:
    """The evidence in whole cases: the text of all passages, and each heading or name once."""
    cases: dict[int, tuple[float, ...]] = {}
    for passage, (text, *others) in clause.items():
        case = shelf.case_of[passage]
        before, *names = cases.get(case, (0.0,) * len(ZONES))
        cases[case] = (before + text, *map(max, names, others))
    return cases
