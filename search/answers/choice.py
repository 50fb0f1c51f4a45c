"""Chooses which of the sentences that may answer are quoted, and says how much they meet. Pure."""

import re
from collections.abc import Sequence

from search.answers.evidence import Candidate
from search.answers.question import Posed

MAX_QUOTES = 5

_NO_LETTERS = re.compile(r"\W+")

_ELSEWHERE = 0.5
"""What a word counts for the coverage, when only another passage of the case meets it."""

_CLOSE = 0.7
"""A further sentence is quoted when its weight is at least this share of the first one's."""

_OWN, _OWN_OF_SURE = 0.3, 0.8
"""And when what it is worth by itself is this share of the first one's: much, when the first surely
answers; little, when it may not."""

_SURE = 0.8
"""The share of the words of a question, by weight, that a sentence or the name of its case meets
when it surely answers."""

_OTHER_CASE = 0.8
"""And of another case when it meets at least this share of what the first one meets."""


_ENOUGH = 0.6
"""The share of the content words, by weight, that a sentence must meet where it stands."""

_ENOUGH_TOLD = 0.4
"""And when the question names its case, and asks for what the card of that says this sentence
tells: other words of the question may be its own."""


def is_enough(posed: Posed, candidate: Candidate) -> bool:
    """Whether a sentence meets so much of the question that it is taken to answer.

    One that meets only the name in the question, and has nothing of what is asked for, says nothing
    of it.
    """
    if posed.asked.words and _only_names(posed, candidate):
        return False
    told = candidate.fit.told and candidate.named and not posed.asked.needs
    return coverage(posed, candidate) >= (_ENOUGH_TOLD if told else _ENOUGH)


def _only_names(posed: Posed, candidate: Candidate) -> bool:
    """Whether it meets only what names its case, and neither tells nor shows what is asked for."""
    fit = candidate.fit
    if fit.told or fit.shape or fit.counted or fit.replies:
        return False
    return candidate.met <= candidate.named.union(posed.names)


def coverage(posed: Posed, candidate: Candidate) -> float:
    """The share of the content words that a sentence meets where it stands, by weight.

    A concept of several words counts by its words.
    """
    return _share(posed, candidate, candidate.met, candidate.in_case)


def choose(posed: Posed, found: Sequence[Candidate]) -> list[Candidate]:
    """The heaviest sentence, and further ones that are about as good and say something else.

    Of equals the one of the better passage comes first.
    """
    ranked = sorted(
        found, key=lambda c: (-c.weight, c.rank, c.sentence.span.page, c.sentence.span.start)
    )
    chosen: list[Candidate] = []
    for one in ranked:
        if not chosen or (_keeps_up(posed, chosen[0], one) and not _repeats(one, chosen)):
            chosen.append(one)
    return chosen[:MAX_QUOTES]


def _keeps_up(posed: Posed, first: Candidate, other: Candidate) -> bool:
    """Whether a sentence is about as good as the first one."""
    sure = _is_sure(posed, first)
    if sure and first.fit.counted and not other.fit.counted:
        return False
    own = _OWN_OF_SURE if sure else _OWN
    if other.weight < _CLOSE * first.weight or other.own < own * first.own:
        return False
    if other.passage.case == first.passage.case:
        return True
    return coverage(posed, other) >= _OTHER_CASE * coverage(posed, first)


def _repeats(one: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether one of these says the same in the same words, as a pull quote does."""
    letters = _letters(one)
    return any(
        letters in others or others in letters for others in (_letters(other) for other in chosen)
    )


def _letters(candidate: Candidate) -> str:
    return _NO_LETTERS.sub("", candidate.sentence.text).lower()


def _is_sure(posed: Posed, candidate: Candidate) -> bool:
    """Whether it has the kind of answer and nearly all the words, itself or by its case's name."""
    itself = frozenset(candidate.sentence.clauses) | candidate.named
    return candidate.fit.worth > 0 and _share(posed, candidate, itself, itself) >= _SURE


def _share(posed: Posed, candidate: Candidate, near: frozenset[int], far: frozenset[int]) -> float:
    met = total = 0.0
    for number, clause in enumerate(posed.query.clauses):
        if clause.concept:
            continue
        weight = posed.weights[number]
        total += weight
        if number in near or clause.text.lower() in candidate.told:
            met += weight
        elif number in far:
            met += _ELSEWHERE * weight
    return met / total if total else 0.0
