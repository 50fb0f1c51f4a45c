"""Gathers what a case has of each concept of a vocabulary, and measures it."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from corpus import Evidence
from indexer.segment import Sentence
from indexer.vocabulary.terms import Found, Terms

Kind = Literal["themes", "target_groups"]
KINDS: tuple[Kind, ...] = ("themes", "target_groups")

Known = tuple[Kind, str]
"""A vocabulary and the id of a concept of it."""

_USUAL_LENGTH = 40
"""Sentences of a case as casebooks have them; counts of sentences are brought to it."""

_SHORTEST = 10
"""A shorter case counts as one of so many sentences where sentences are counted."""

_STRETCHES = 8
"""So many stretches a case is cut into, to see over how much of it a concept spreads."""

# What counts for how much where the concepts of a case are put in order.
_WEAK = 0.3
_HEADING, _WEAK_HEADING = 1.5, 0.5
_TITLE, _WEAK_TITLE = 3.0, 1.0
_MOST_HEADINGS = 7.5

_MOST_EVIDENCE = 8

# What counts for how much where the proof of a concept is put in order.
_OWN_WORDS = 1.5
_AS_HEADING = 0.5
_TIMES = 0.3


class Signs(NamedTuple):
    """What shows that a case has a concept; each is weighed (`weights.toml`).

    Attributes:
        strong: ln(1 + how many different terms it has of it).
        weak: the same of weak terms.
        spread: the share of the stretches of the case, from 0 to 1, that have a term.
        rank: ln(1 + how many concepts the case has more of).
        behind: how much less the case has of it than of the concept it has most of, below 0.
    """

    strong: float
    weak: float
    spread: float
    rank: float
    behind: float


class Setting(NamedTuple):
    """What a case has beside what was found of one concept.

    Attributes:
        strengths: of all its concepts (`strengths`).
        words: how much of it each of its words is (`words.case_words`).
    """

    strengths: Mapping[Known, float]
    words: Mapping[str, float]


class _Quote(NamedTuple):
    """A sentence or heading with what was found in it; `own` of that names the concept itself."""

    evidence: Evidence
    found: tuple[Found, ...]
    own: frozenset[Found]
    is_heading: bool


@dataclass(slots=True)
class Tally:
    """What was found of one concept.

    Attributes:
        strong: its terms.
        weak: its weak terms.
        times: how many sentences and headings have each of them.
        told: the numbers of the sentences with a term.
        hinted: of those with weak terms only.
        headings: what the title and headings count for.
        quotes: each sentence and heading with a term, and what was found in it.
    """

    strong: set[str] = field(default_factory=set)
    weak: set[str] = field(default_factory=set)
    times: Counter[str] = field(default_factory=Counter)
    told: set[int] = field(default_factory=set)
    hinted: set[int] = field(default_factory=set)
    headings: float = 0.0
    quotes: list[_Quote] = field(default_factory=list)

    def amount(self, sentences: int) -> float:
        """How much there is of it, in a case of so many sentences; logarithmic."""
        terms = len(self.strong) + _WEAK * len(self.weak)
        told = (len(self.told) + _WEAK * len(self.hinted)) * _USUAL_LENGTH / sentences
        return math.log1p(terms + told + min(self.headings, _MOST_HEADINGS))

    def best(self) -> tuple[Evidence, ...]:
        """The quotes that prove it best, of equals the earliest.

        What is said of the concept in the words that come back in the case and that name it proves
        more than a word that is met once; a sentence more than a heading, which says nothing of it.
        """
        ranked = sorted(self.quotes, key=lambda quote: -self._proves(quote))
        return tuple(quote.evidence for quote in ranked[:_MOST_EVIDENCE])

    def _proves(self, quote: _Quote) -> float:
        worth = sum(
            (_WEAK if one.weak else 1.0)
            * (1 + _TIMES * math.log(self.times[one.term]))
            * (_OWN_WORDS if one in quote.own else 1.0)
            for one in quote.found
        )
        return worth * (_AS_HEADING if quote.is_heading else 1.0)


def gather(
    terms: Terms, headings: Sequence[Evidence], sentences: Sequence[Sentence]
) -> Mapping[str, Tally]:
    """What a case has of each concept that it has anything of.

    Args:
        terms: the terms of the vocabulary.
        headings: of the case, its title first.
        sentences: of the case.
    """
    tallies: dict[str, Tally] = defaultdict(Tally)
    for number, heading in enumerate(headings):
        worth = (_HEADING, _WEAK_HEADING) if number else (_TITLE, _WEAK_TITLE)
        for concept, found in _by_concept(terms.find(heading.quote)):
            weight = worth[all(one.weak for one in found)]
            tallies[concept].headings += weight
            _count(tallies[concept], found)
            tallies[concept].quotes.append(_quote(terms, found, heading, is_heading=True))
    for number, sentence in enumerate(sentences):
        for concept, found in _by_concept(terms.find(sentence.text)):
            weak = all(one.weak for one in found)
            (tallies[concept].hinted if weak else tallies[concept].told).add(number)
            _count(tallies[concept], found)
            tallies[concept].quotes.append(_quote(terms, found, sentence.evidence))
    return tallies


def signs(tallies: Mapping[str, Tally], sentences: int) -> Iterator[tuple[str, Signs]]:
    """The signs of each concept of which something was found, in a case of so many sentences."""
    stretches = max(1, min(_STRETCHES, sentences))
    amounts = {
        concept: tally.amount(max(sentences, _SHORTEST)) for concept, tally in tallies.items()
    }
    order = sorted(amounts.values(), reverse=True)
    for concept, tally in tallies.items():
        yield (
            concept,
            Signs(
                strong=math.log1p(len(tally.strong)),
                weak=math.log1p(len(tally.weak)),
                spread=len({n * stretches // sentences for n in tally.told}) / stretches,
                rank=math.log1p(order.index(amounts[concept])),
                behind=amounts[concept] - order[0],
            ),
        )


def strengths(found: Mapping[Kind, Mapping[str, Signs]]) -> dict[Known, float]:
    """How much a case has of each concept, beside the one of its vocabulary that it has most of.

    Above 0 to 1, by the vocabulary and the id of the concept.
    """
    return {
        (kind, concept): math.exp(one.behind)
        for kind, concepts in found.items()
        for concept, one in concepts.items()
    }


def _by_concept(found: Sequence[Found]) -> Iterator[tuple[str, list[Found]]]:
    of_concept: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        of_concept[one.concept].append(one)
    yield from of_concept.items()


def _count(tally: Tally, found: Sequence[Found]) -> None:
    tally.strong |= {one.term for one in found if not one.weak}
    tally.weak |= {one.term for one in found if one.weak}
    tally.times.update({one.term for one in found})


def _quote(
    terms: Terms, found: Sequence[Found], evidence: Evidence, *, is_heading: bool = False
) -> _Quote:
    own = frozenset(one for one in found if terms.names_concept(one))
    return _Quote(evidence, tuple(found), own, is_heading)
