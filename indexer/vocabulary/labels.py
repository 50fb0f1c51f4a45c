"""Decides which concepts of a vocabulary a case has, and keeps the passages that prove it.

A concept counts by its evidence: each sentence that has one of its terms adds to it, weak terms add
a little, headings more and lines of keywords most. Many different terms tell more than one that
comes back, and a long case must come back to a theme more often than a short one. So a word in
passing gives no theme. The weights were set on half of the cases of the fictional casebook; see
`tests/score_labels.py`.
"""

import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from corpus import Concept, Evidence, Label, Vocabulary
from indexer.segment import Sentence
from indexer.vocabulary.terms import Found, Terms

_TERM = 1.0
_SECOND_TERM = 0.25
_WEAK_TERM = 0.3
_MOST_OF_A_SENTENCE = 1.5
_HEADING = 1.5
_WEAK_HEADING = 0.4
_TITLE = 3.0
_WEAK_TITLE = 0.6
_KEYWORD = 4.0
_AIM = 1.5

_USUAL_LENGTH = 50
"""Sentences of a case as casebooks have them; the evidence is weighed by the root of this share."""

_SHORTEST = 4
"""A shorter case counts as one of so many sentences."""

_MOST_EVIDENCE = 8


@dataclass(slots=True)
class _Tally:
    """The evidence of one concept so far, in the order in which it was found."""

    weight: float = 0.0
    terms: set[str] = field(default_factory=set)
    evidence: list[tuple[float, Evidence]] = field(default_factory=list)

    def add(self, weight: float, evidence: Evidence, terms: Iterable[str]) -> None:
        """Counts a quote."""
        self.weight += weight
        self.terms.update(terms)
        self.evidence.append((weight, evidence))

    def score(self, sentences: int) -> float:
        """What the evidence amounts to in a case of so many sentences."""
        variety = 1 - math.pow(0.5, len(self.terms) + 0.5)
        return self.weight * variety / math.sqrt(max(sentences, _SHORTEST) / _USUAL_LENGTH)

    def best(self) -> tuple[Evidence, ...]:
        """The quotes that weigh most, of equals the earliest."""
        ranked = sorted(self.evidence, key=lambda pair: -pair[0])
        return tuple(evidence for _, evidence in ranked[:_MOST_EVIDENCE])


def case_labels(
    terms: Terms,
    *,
    headings: Sequence[Evidence],
    sentences: Sequence[Sentence],
    keywords: Sequence[str],
    threshold: float,
) -> tuple[Label, ...]:
    """The concepts that a case has, in the order of the vocabulary.

    Args:
        terms: the terms of the vocabulary.
        headings: of the case, its title first.
        sentences: of the case.
        keywords: of the manifest; a concept that one of them names is always one of the case.
        threshold: the score from which on the text says so.
    """
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    _count_headings(tallies, terms, headings)
    _count_sentences(tallies, terms, sentences)
    named = _named(terms, keywords)
    return tuple(
        Label(concept.id, tallies[concept.id].best(), named.get(concept.id, ()))
        for concept in terms.vocabulary.concepts
        if concept.id in named or tallies[concept.id].score(len(sentences)) >= threshold
    )


def _count_headings(tallies: dict[str, _Tally], terms: Terms, headings: Sequence[Evidence]) -> None:
    for number, heading in enumerate(headings):
        for found in terms.find(heading.quote):
            strong, weak = (_HEADING, _WEAK_HEADING) if number else (_TITLE, _WEAK_TITLE)
            tallies[found.concept].add(weak if found.weak else strong, heading, ())


def _count_sentences(
    tallies: dict[str, _Tally], terms: Terms, sentences: Sequence[Sentence]
) -> None:
    aims = terms.with_same_words(_aims())
    for sentence in sentences:
        of_concept: dict[str, list[Found]] = defaultdict(list)
        for found in terms.find(sentence.text):
            of_concept[found.concept].append(found)
        keyword = _is_keyword_line(sentence)
        for concept, all_found in of_concept.items():
            strong = [found.term for found in all_found if not found.weak]
            weight = _weight(len(strong), len(all_found) - len(strong))
            weight = weight * _AIM if aims.find(sentence.text) else weight
            weight += _KEYWORD if keyword and strong else 0
            tallies[concept].add(weight, sentence.evidence, strong)


def _weight(strong: int, weak: int) -> float:
    """What the terms in one sentence add."""
    first = _TERM + _SECOND_TERM * (strong - 1) if strong else 0.0
    return min(_MOST_OF_A_SENTENCE, first + _WEAK_TERM * weak)


def _named(terms: Terms, keywords: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The concepts that a keyword names: by a term in it, or by a weak term that is all of it."""
    named: dict[str, tuple[str, ...]] = {}
    for keyword in keywords:
        concepts = {
            found.concept: None
            for found in terms.find(keyword)
            if not found.weak or terms.is_whole(found, keyword)
        }
        for concept in concepts:
            named[concept] = (*named.get(concept, ()), keyword)
    return named


def _is_keyword_line(sentence: Sentence) -> bool:
    under = sentence.headings[-1] if sentence.headings else ""
    return any(line.match(f"{text}:") for line in _lines() for text in (sentence.text, under))


@cache
def _lines() -> tuple[re.Pattern[str], ...]:
    words: list[str] = _data()["lines"]
    return tuple(re.compile(rf"\s*{re.escape(word)}\s*:", re.IGNORECASE) for word in words)


@cache
def _aims() -> Vocabulary:
    return Vocabulary((Concept("aim", "Doel", "Waarvoor en voor wie.", tuple(_data()["aims"])),))


@cache
def _data() -> dict[str, list[str]]:
    text = (resources.files("indexer.vocabulary") / "keywords.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
