"""Decides which concepts of a vocabulary a case has, and keeps the passages that prove it.

A concept is decided by what the case has of it, and by what it has of the others: most cases are
about two to four things, and tell many more in passing. The signs (`evidence`) are added up with
what they, the terms, the other concepts and the words of the case proved to tell (`weights`); a
line of keywords and the manifest decide by themselves.

Words alone decide nothing: a concept of which the case has no term has no passage that proves it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from corpus import Evidence, Label
from indexer.segment import Sentence
from indexer.vocabulary.evidence import Kind, Setting, Tally, gather, signs, strengths
from indexer.vocabulary.terms import Terms
from indexer.vocabulary.weights import Weights
from indexer.vocabulary.words import case_words

_MOST = 6
"""A case has at most so many concepts of a vocabulary by what it tells: those that it has most of.
Nobody who labelled a case (`tests/casebooks/`) gave it more than five."""

_SHORT = 20
"""Sentences of a case in which one of them may make a theme."""


def case_labels(
    terms: Mapping[Kind, Terms],
    *,
    headings: Sequence[Evidence],
    sentences: Sequence[Sentence],
    keywords: Mapping[Kind, Sequence[str]],
    weights: Mapping[Kind, Weights],
) -> dict[Kind, tuple[Label, ...]]:
    """The concepts that a case has, of each vocabulary in its order.

    Args:
        terms: the terms of the vocabularies, of one definition of a word.
        headings: of the case, its title first.
        sentences: of the case.
        keywords: of the manifest; a concept that one of them names is always one of the case.
        weights: of the signs.
    """
    tallies = {kind: gather(these, headings, sentences) for kind, these in terms.items()}
    found = {kind: dict(signs(these, len(sentences))) for kind, these in tallies.items()}
    analysis = next(iter(terms.values())).analysis
    setting = Setting(strengths(found), case_words(analysis, headings, sentences))
    return {
        kind: tuple(
            _labels(
                these,
                tallies[kind],
                named=_named(these, keywords.get(kind, ())),
                told=_told(
                    {
                        concept: weights[kind].score(
                            concept, shown, tallies[kind][concept], setting
                        )
                        for concept, shown in found[kind].items()
                        if _comes_back(tallies[kind][concept], len(sentences))
                    }
                )
                | _in_keyword_lines(these, sentences),
            )
        )
        for kind, these in terms.items()
    }


def _told(scores: Mapping[str, float]) -> set[str]:
    """The concepts with a score of 0 or more, of many those with the most."""
    return set(sorted((c for c in scores if scores[c] >= 0), key=lambda c: -scores[c])[:_MOST])


def _labels(
    terms: Terms,
    tallies: Mapping[str, Tally],
    *,
    named: Mapping[str, tuple[str, ...]],
    told: set[str],
) -> Iterator[Label]:
    for concept in terms.vocabulary.concepts:
        if concept.id in named or concept.id in told:
            proof = tallies[concept.id].best() if concept.id in tallies else ()
            yield Label(concept.id, proof, named.get(concept.id, ()))


def _comes_back(tally: Tally, sentences: int) -> bool:
    """Whether more than a sentence tells it, or a heading; in a short case one sentence is much."""
    told = len(tally.told) + len(tally.hinted)
    return told > 1 or told * _SHORT >= sentences or tally.headings > 0


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


def _in_keyword_lines(terms: Terms, sentences: Sequence[Sentence]) -> set[str]:
    return {
        found.concept
        for sentence in sentences
        if _is_keyword_line(sentence)
        for found in terms.find(sentence.text)
        if not found.weak
    }


def _is_keyword_line(sentence: Sentence) -> bool:
    under = sentence.headings[-1] if sentence.headings else ""
    return any(line.match(f"{text}:") for line in _lines() for text in (sentence.text, under))


@cache
def _lines() -> tuple[re.Pattern[str], ...]:
    words: list[str] = tomllib.loads(_read("keywords.toml"))["lines"]
    return tuple(re.compile(rf"\s*{re.escape(word)}\s*:", re.IGNORECASE) for word in words)


def _read(name: str) -> str:
    return (resources.files("indexer.vocabulary") / name).read_text(encoding="utf-8")
