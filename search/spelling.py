"""Did you mean: a question with its misspelt words as the index has them. It is never put in place.

Only words that find nothing are looked at, and words that the texts themselves misspell. A word
comes near another one by its sound (`indexer.dutch.sound_of`) and by its letters; of two that are
as near, the one in more passages is offered. Words that were glued together or split are tried too.

Pure: the words of the index and what else is known of words come from outside.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from indexer.dutch import Word, fold, is_stop_word, sound_of
from indexer.store import IndexedWord

SHORTEST = 4
"""Words of fewer letters are left alone: too many others are near."""

MOST_WORDS = 40
"""So many words of a question are looked at: a pasted page is no misspelt question."""

SHORTEST_PART = 3
"""Of each of two words that were glued."""

LETTERS_WEIGHT = 0.25
"""What an edit of the letters counts, beside 1 for an edit of the sound."""

OTHER_START = 0.5
"""What another first sound costs: who errs, errs later in the word."""

PER_TENFOLD = 0.1
"""What ten times as many passages are worth."""

SAME_SOUND = 0.75
"""How far the right word may be from a word that is Dutch: no edit of its sound, three letters."""

ONE_EDIT = 1.5
"""How far it may be from a compound that no dictionary has: *soeploeg* is *soepploeg*."""

LIMITS = ((5, ONE_EDIT), (8, 1.75), (12, 2.75), (math.inf, 4.0))
"""How far the right word may be, by the letters of the typed one."""

FAR_MORE = 20
"""A word of one passage gives way to one of this many: the texts have misspellings too."""

_MARK = re.compile(r"\s*:|[*~]")
"""Behind a word that is a field or a pattern, and not to be spelt."""


class Correction(NamedTuple):
    """What to write instead of the characters from `start` to `end`."""

    start: int
    end: int
    spelling: str


@dataclass(frozen=True)
class Spelling:
    """The words of an index, to find the ones that were meant.

    Attributes:
        words: of the index.
        is_dutch: whether a word in lower case stands in the dictionary.
    """

    words: Sequence[IndexedWord]
    is_dutch: Callable[[str], bool]

    def suggestion(
        self, text: str, words: Sequence[Word], finds: Callable[[str], int]
    ) -> str | None:
        """The text with its misspelt words as the index has them, or None where all is right.

        Args:
            text: as it was typed.
            words: its words, as the analysis has them.
            finds: in how many passages a text of its own finds something.
        """
        wholes = [word for word in words if word.whole][:MOST_WORDS]
        right = text
        for correction in reversed(list(self._corrections(text, wholes, finds))):
            right = right[: correction.start] + correction.spelling + right[correction.end :]
        return right if right != text else None

    def nearest(self, word: Word) -> IndexedWord | None:
        """The word of the index that is nearest to one that is not in it, if it is near enough."""
        near = self._near(word.form, self._limit(word))
        return min(near, key=_distance_then_form)[1] if near else None

    def _corrections(
        self, text: str, words: Sequence[Word], finds: Callable[[str], int]
    ) -> Iterator[Correction]:
        number = 0
        while number < len(words):
            pair = words[number : number + 2]
            glued = self._glued(text, pair, finds)
            if glued:
                yield Correction(pair[0].start, pair[1].end, glued)
            elif spelling := self._corrected(text, words[number], finds):
                yield Correction(words[number].start, words[number].end, spelling)
            number += 2 if glued else 1

    def _glued(self, text: str, pair: Sequence[Word], finds: Callable[[str], int]) -> str | None:
        """The word of the index that two words make, where they never stand side by side."""
        if len(pair) < 2 or any(map(is_stop_word, pair)):  # noqa: PLR2004 - two are a pair
            return None
        typed = text[pair[0].start : pair[1].end]
        one = self._by_form.get(pair[0].form + pair[1].form)
        # Between them stands a blank and no sign of the query language (`"a" b`, `a* b`).
        if one is None or text[pair[0].end : pair[1].start] != " " or finds(f'"{typed}"'):
            return None
        return one.spelling

    def _corrected(self, text: str, word: Word, finds: Callable[[str], int]) -> str | None:
        if not _is_spelt(word) or _MARK.match(text, word.end):
            return None
        typed = text[word.start : word.end]
        if word.form in self._by_form:
            return self._far_more_frequent(word)
        # A compound of right parts finds these apart, also when it is misspelt: *ziekehuis*.
        if word.lemma in self._lemmas or (not word.parts and finds(typed)):
            return None
        near = self.nearest(word) or self._by_parts.get(word.parts)
        return near.spelling if near else self._parted(typed, finds)

    def _far_more_frequent(self, word: Word) -> str | None:
        """A word that the texts have much more often than this one, which no dictionary knows."""
        here = self._by_form[word.form]
        known = self.is_dutch(word.form) or word.parts
        if known or here.passages > 1 or not here.spelling.islower():
            return None
        near = [pair for pair in self._near(word.form, ONE_EDIT) if pair[1].passages >= FAR_MORE]
        return min(near, key=_distance_then_form)[1].spelling if near else None

    def _parted(self, typed: str, finds: Callable[[str], int]) -> str | None:
        """Two words of the index that stand side by side there, where a blank was forgotten."""
        form = fold(typed)
        for cut in range(SHORTEST_PART, len(form) - SHORTEST_PART + 1):
            left, right = self._by_form.get(form[:cut]), self._by_form.get(form[cut:])
            if left and right and finds(f'"{left.form} {right.form}"'):
                return f"{left.spelling} {right.spelling}"
        return None

    def _near(self, form: str, limit: float) -> list[tuple[float, IndexedWord]]:
        """The words of the index within a distance, each with it, passages counted in."""
        # Some 20 ms to import, and only a misspelt word needs them.
        from rapidfuzz import process  # noqa: PLC0415
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        sound = sound_of(form)
        found = process.extract(
            sound, self._sounds, scorer=OSA.distance, score_cutoff=int(limit), limit=None
        )
        near = []
        for other, edits, number in found:
            word = self.words[number]
            distance = edits + LETTERS_WEIGHT * OSA.distance(form, word.form)
            distance += OTHER_START * (sound[:1] != other[:1])
            if distance <= limit and word.form != form and len(word.form) >= SHORTEST:
                near.append((distance - PER_TENFOLD * math.log10(word.passages), word))
        return near

    def _limit(self, word: Word) -> float:
        """How far the right word may be."""
        if self.is_dutch(word.form):
            return SAME_SOUND
        if word.parts:
            return ONE_EDIT
        return next(limit for letters, limit in LIMITS if len(word.form) <= letters)

    @cached_property
    def _by_form(self) -> dict[str, IndexedWord]:
        return {word.form: word for word in self.words}

    @cached_property
    def _by_parts(self) -> dict[tuple[str, ...], IndexedWord]:
        """The compounds, to find the one with another linker: *dorphuis* is *dorpshuis*."""
        rising = sorted(self.words, key=lambda word: word.passages)
        return {word.parts: word for word in rising if word.parts}

    @cached_property
    def _lemmas(self) -> frozenset[str]:
        return frozenset(word.lemma for word in self.words)

    @cached_property
    def _sounds(self) -> list[str]:
        return [word.sound for word in self.words]


def _is_spelt(word: Word) -> bool:
    return len(word.form) >= SHORTEST and word.form.isalpha() and not is_stop_word(word)


def _distance_then_form(pair: tuple[float, IndexedWord]) -> tuple[float, str]:
    return pair[0], pair[1].form
