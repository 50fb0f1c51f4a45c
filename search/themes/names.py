"""Finds the concept of a vocabulary that a reader names."""

from corpus import Concept, Vocabulary
from indexer.dutch import Analysis


def find_concept(vocabulary: Vocabulary, name: str, analysis: Analysis) -> Concept | None:
    """The concept with that id or label, in any inflection and spelling of case, or None."""
    wanted = _key(name, analysis)
    for concept in vocabulary.concepts:
        if wanted in {_key(concept.id, analysis), _key(concept.label, analysis)}:
            return concept
    return None


def _key(name: str, analysis: Analysis) -> tuple[str, ...]:
    return tuple(word.lemma for word in analysis.words(name) if word.whole)
