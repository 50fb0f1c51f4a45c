"""Finds the terms of a vocabulary in a text, by the one definition of a word."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus import Concept, Vocabulary
from indexer.dutch import Analysis, Word, fold

_SHORTEST_REST = 3
"""The other part of a compound has at least so many letters: *taal|les*, not *taal|t*."""

_SHORTEST_NAME = 4
"""A word of a label with so many letters names its concept: *zorg*, and not *en*."""


@dataclass(frozen=True, slots=True)
class Found:
    """A term of a concept in a text.

    Attributes:
        concept: its id.
        term: as the vocabulary has it.
        weak: whether it only hints at the concept.
    """

    concept: str
    term: str
    weak: bool


class _Phrase(NamedTuple):
    """A term as its lemmas; `form` where it is not written in its dictionary form."""

    lemmas: tuple[str, ...]
    form: str | None
    found: Found


class _Part(NamedTuple):
    """A beginning or end of compounds."""

    text: str
    exceptions: frozenset[str]
    found: Found


class Terms:
    """The terms of a vocabulary, ready to be found.

    Args:
        vocabulary: whose terms.
        analysis: the definition of a word.
        compounds: whether a term that is part of a compound hints at its concept, as *soep* in
            *soepavond* does.
    """

    def __init__(
        self, vocabulary: Vocabulary, analysis: Analysis, *, compounds: bool = False
    ) -> None:
        self.vocabulary = vocabulary
        self._compounds_hint = compounds
        self.analysis = analysis
        self._phrases: dict[str, list[_Phrase]] = defaultdict(list)
        self._heads: list[_Part] = []
        self._tails: list[_Part] = []
        self._compounds: dict[str, tuple[Found, ...]] = {}
        self._naming: dict[Found, bool] = {}
        for concept in vocabulary.concepts:
            exceptions = frozenset(map(analysis.lemma, concept.not_))
            for found in _terms_of(concept):
                self._add(found, exceptions)

    def find(self, text: str) -> tuple[Found, ...]:
        """Each term that the text has, once."""
        words = self.analysis.words(text)
        whole = tuple(word for word in words if word.whole)
        found = [*self._found_phrases(whole)]
        for word in words:
            if not word.whole:
                found += self._found_phrases((word,))
            found += self._in_compound(word)
            if self._compounds_hint:
                found += self._of_parts(word)
        return tuple(dict.fromkeys(found))

    def is_whole(self, found: Found, text: str) -> bool:
        """Whether a term that was found is all there is of the text."""
        return self._lemmas(found.term) == self._lemmas(text)

    def names_concept(self, found: Found) -> bool:
        """Whether a term has a word of the label of its concept, or a compound of one."""
        if found not in self._naming:
            concept = self.vocabulary.find(found.concept)
            label = self._lemmas(concept.label) if concept else ()
            self._naming[found] = any(
                own in word
                for word in self._lemmas(found.term)
                for own in label
                if len(own) >= _SHORTEST_NAME
            )
        return self._naming[found]

    def _lemmas(self, text: str) -> tuple[str, ...]:
        return tuple(word.lemma for word in self.analysis.words(text) if word.whole)

    def _add(self, found: Found, exceptions: frozenset[str]) -> None:
        if found.term.endswith("-"):
            self._heads.append(_Part(fold(found.term), exceptions, found))
        elif found.term.startswith("-"):
            self._tails.append(_Part(self.analysis.lemma(found.term[1:]), exceptions, found))
        else:
            words = [word for word in self.analysis.words(found.term) if word.whole]
            phrase = _Phrase(
                lemmas=tuple(word.lemma for word in words),
                form=words[0].form if len(words) == 1 and words[0].form != words[0].lemma else None,
                found=found,
            )
            same = self._phrases[phrase.lemmas[0]]
            if all((p.lemmas, p.found.concept) != (phrase.lemmas, found.concept) for p in same):
                same.append(phrase)

    def _found_phrases(self, words: Sequence[Word]) -> Iterator[Found]:
        lemmas = tuple(word.lemma for word in words)
        for start, word in enumerate(words):
            for phrase in self._phrases.get(word.lemma, ()):
                if _follow(lemmas[start : start + 2 * len(phrase.lemmas)], phrase.lemmas):
                    as_written = phrase.form in {None, word.form}
                    yield phrase.found if as_written else replace(phrase.found, weak=True)

    def _of_parts(self, word: Word) -> Iterator[Found]:
        """The terms that are parts of a compound: *soepavond* hints at soup."""
        for part in word.parts:
            for phrase in self._phrases.get(part, ()):
                if phrase.lemmas == (part,) and not phrase.found.weak:
                    yield replace(phrase.found, weak=True)

    def _in_compound(self, word: Word) -> tuple[Found, ...]:
        if word.lemma not in self._compounds:
            self._compounds[word.lemma] = tuple(
                part.found
                for parts, has in ((self._heads, str.startswith), (self._tails, str.endswith))
                for part in parts
                if has(word.lemma, part.text)
                and len(word.lemma) >= len(part.text) + _SHORTEST_REST
                and word.lemma not in part.exceptions
            )
        return self._compounds[word.lemma]


def _follow(lemmas: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether the words of a phrase follow each other, with at most one other word between two."""
    at = 0
    for wanted in phrase[1:]:
        step = next((n for n in (1, 2) if lemmas[at + n : at + n + 1] == (wanted,)), 0)
        if not step:
            return False
        at += step
    return True


def _terms_of(concept: Concept) -> Iterator[Found]:
    for term in concept.terms:
        yield Found(concept.id, term, weak=False)
    for term in concept.weak:
        yield Found(concept.id, term, weak=True)
