"""Finds the parts of a compound: *mantelzorgondersteuning* is *mantelzorg* and *ondersteuning*.

A word can be cut in many places. The best cut is the one whose parts are used most: the geometric
mean of their frequencies, as in Koehn and Knight (2003), "Empirical methods for compound
splitting", which is the mean of their Zipf frequencies. To it come what OpenTaal allows a word in a
compound, the linkers of Dutch, and a price for each cut beyond the first: *mantelzorg* is not cut
again, since its whole is known. A part is always a word that somebody could look for: no stop
words, particles or endings.

Pure: the words and what is known of them come from outside.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from indexer.dutch.lexicon import Entry

SHORTEST_PART = 3

# In tenths of the Zipf scale, as the frequencies are: 10 is ten times less often.
_LEAST = 28
"""A cut whose parts are used less than this, on average, is none."""
_RARER_THAN_WHOLE = 8
"""Nor is one whose parts are used this much less than the whole: *natuur* is no *nat uur*."""
_NOT_ALLOWED = 10
"""Off for a part that OpenTaal does not let stand there."""
_NO_CHANCE = 7
"""From this many letters on a known word is no chance, whatever OpenTaal allows it."""
_LEAST_DERIVED = 20
"""A word behind a prefix counts from this frequency on: once in ten million words."""
_SHORT = 7
"""Off for a part of three letters: many of these are endings or chance."""
_LINKED = 3
"""Off for a linker, but for an s that OpenTaal asks for."""
_CUT_AGAIN = 25
"""Off for a part that is no known word and must be cut itself."""
_DEEPEST = 2

_NOT_KNOWN = Entry()
_PLURALS = ("en", "n")
_NOTHING: tuple[str, ...] = ()


class Part(NamedTuple):
    """A part of a compound.

    Attributes:
        text: as it stands in the word, without its linker.
        linker: the letters between this part and the next.
        lemma: its dictionary form.
        frequency: ten times its Zipf frequency, or its lemma's where that is higher.
    """

    text: str
    linker: str
    lemma: str
    frequency: int


class Split(NamedTuple):
    """The best cut of a word: its parts, and the score in tenths of the Zipf scale."""

    parts: tuple[Part, ...]
    score: float


@dataclass(frozen=True, slots=True)
class CompoundRules:
    """Which words are never a part, and what may stand between parts (`compounds.toml`).

    Attributes:
        linkers: between two parts; "" among them.
        never: words that are no part.
        never_last: words that are no last part.
        prefixes: make another word of the word behind them.
        particles: make another verb of the verb behind them; no parts either.
        takes_er: words that may take the linker *er*.
        whole: words that are never cut, as lemmas.
        not_after: last parts, each with what may not stand before it.
    """

    linkers: tuple[str, ...]
    never: frozenset[str]
    never_last: frozenset[str]
    prefixes: tuple[str, ...]
    particles: tuple[str, ...]
    takes_er: frozenset[str]
    whole: frozenset[str]
    not_after: Mapping[str, tuple[str, ...]]


class Splitter:
    """Cuts compounds into their parts; the same word always in the same way.

    Args:
        lexicon: what is known of a form.
        known_lemma: the lemma of a known word, else None.
        noun_lemma: the same, for a word that is known to be a noun.
        rules: of Dutch compounds.
    """

    def __init__(
        self,
        lexicon: Mapping[str, Entry],
        known_lemma: Callable[[str], str | None],
        noun_lemma: Callable[[str], str | None],
        rules: CompoundRules,
    ) -> None:
        self._lexicon = lexicon
        self._known_lemma = known_lemma
        self._noun_lemma = noun_lemma
        self._rules = rules

    def split(self, word: str) -> Split | None:
        """The parts of a word in lower case, two or more; None where it is no compound.

        An inflected word is cut as its lemma is: there is no *ken* in *plekken*.
        """
        lemma = min(self._known_lemma(word) or word, word, key=len)
        whole = [self._lexicon.get(form, _NOT_KNOWN) for form in (word, lemma)]
        if whole[0].name or not self._rules.whole.isdisjoint((word, lemma)):
            return None
        if self._is_derived(lemma):
            return None
        least = max(_LEAST, *(entry.frequency - _RARER_THAN_WHOLE for entry in whole))
        best = self._cut(lemma, 0)
        return best if best and best.score >= least else None

    def _is_derived(self, word: str) -> bool:
        """Whether the word is a prefix and a word, or a particle and a verb.

        *Vertrekken* is not *vers* and *trekken*, *meesturen* not *mees* and *turen*.
        """
        verbal = self._rules.particles if word.endswith("en") else ()
        return any(
            self._lexicon.get(word.removeprefix(prefix), _NOT_KNOWN).frequency >= _LEAST_DERIVED
            for prefix in (*self._rules.prefixes, *verbal)
            if word.startswith(prefix)
        )

    def _cut(self, word: str, depth: int) -> Split | None:
        """The best of all cuts in two: two words, or a word and a half that is cut again."""
        best: Split | None = None
        for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            head, tail = word[:place], word[place:]
            if self._ends_badly(head, tail):
                continue
            last = self._last(tail)
            first = self._first(head) if last or self._may_be_cut(tail, depth) else None
            if last and not first:
                first = self._first_cut_again(head, depth)
            elif first and not last:
                last = self._cut_again(tail, depth)
            if first and last:
                score = (first.score + last.score) / 2
                if best is None or score > best.score:
                    best = Split(first.parts + last.parts, score)
        return best

    def _may_be_cut(self, text: str, depth: int) -> bool:
        return depth < _DEEPEST and len(text) >= 2 * SHORTEST_PART and text not in self._rules.never

    def _cut_again(self, text: str, depth: int) -> Split | None:
        cut = self._cut(text, depth + 1) if self._may_be_cut(text, depth) else None
        return cut and Split(cut.parts, cut.score - _CUT_AGAIN)

    def _first_cut_again(self, text: str, depth: int) -> Split | None:
        """A compound as the first half, with the linker behind it."""
        for linker in ("", "s", "en"):
            stem = text[: len(text) - len(linker)]
            if text.endswith(linker) and (cut := self._cut_again(stem, depth)):
                *head, tail = cut.parts
                return Split((*head, tail._replace(linker=linker)), cut.score)
        return None

    def _first(self, text: str) -> Split | None:
        """The text as the first half: a known word with its linker."""
        if text in self._rules.never:
            return None
        halves = [
            half
            for linker in self._rules.linkers
            if text.endswith(linker) and (half := self._first_word(text, linker))
        ]
        return max(halves, key=lambda half: half.score, default=None)

    def _first_word(self, text: str, linker: str) -> Split | None:
        stem = text[: len(text) - len(linker)]
        if not self._may_link(stem, linker):
            return None
        part, entries = self._part(stem, linker, self._known_lemma(stem))
        if part is None or (linker in _PLURALS and not self._may_be_plural(text, part)):
            return None
        score = self._worth(part)
        if len(stem) < _NO_CHANCE and not any(entry.first for entry in entries):
            score -= _NOT_ALLOWED
        if linker and not (linker == "s" and entries[0].takes_s):
            score -= _LINKED
        return Split((part,), score)

    def _may_be_plural(self, text: str, part: Part) -> bool:
        """Whether nothing else is known of a part with its linker: *ouderen* are no *ouder-en*."""
        return self._known_lemma(text) in (None, part.lemma)

    def _may_link(self, stem: str, linker: str) -> bool:
        if linker == "n":
            return stem.endswith("e")
        return linker != "er" or stem in self._rules.takes_er

    def _ends_badly(self, head: str, tail: str) -> bool:
        """Whether the tail is an ending here: there is no *ring* in *waardering*."""
        rules = self._rules
        return tail in rules.never_last or head.endswith(rules.not_after.get(tail, _NOTHING))

    def _last(self, text: str) -> Split | None:
        """The text as the last half: a known word."""
        part, entries = self._part(text, "", self._noun_lemma(text))
        if part is None or part.lemma in self._rules.never_last:
            return None
        allowed = len(text) >= _NO_CHANCE or any(entry.last for entry in entries)
        return Split((part,), self._worth(part) - (0 if allowed else _NOT_ALLOWED))

    def _part(
        self, text: str, linker: str, lemma: str | None
    ) -> tuple[Part | None, Sequence[Entry]]:
        """A known word as a part, with what is known of its form and of its lemma."""
        if len(text) < SHORTEST_PART or text in self._rules.never:
            return None, ()
        if lemma in self._rules.never or (lemma and not _is_like(lemma, text)):
            return None, ()
        forms = (text,) if lemma in (None, text) else (text, lemma)
        entries = [self._lexicon.get(form, _NOT_KNOWN) for form in forms]
        frequency = max(entry.frequency for entry in entries)
        if not frequency or entries[0].name:
            return None, ()
        return Part(text, linker, lemma or text, frequency), entries

    @staticmethod
    def _worth(part: Part) -> float:
        return part.frequency - (_SHORT if len(part.text) == SHORTEST_PART else 0)


def _is_like(lemma: str, text: str) -> bool:
    """Whether a reader knows the lemma from the text: *best* in a compound is not *goed*."""
    return lemma[0] == text[0] or text.startswith("ge")
