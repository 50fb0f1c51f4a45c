"""From a word as it stands to its dictionary form.

Asked in this order: the exceptions, simplemma's dictionary, an ending whose stem is a known word,
the last part of a compound (*ontmoetingsplekken*), the longest known word at the end, and for what
nobody knows a light stemmer.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, TypeAlias

from indexer.dutch.compounds import CompoundRules, Split, Splitter
from indexer.dutch.lexicon import Entry, Lexicon
from indexer.dutch.stems import light_stem, stems

_SHORTEST_TAIL = 4
"""A known word at the end of an unknown one counts as its last part from this many letters on."""

_SHORTEST_HEAD = 3

_RARER = 12
"""How much rarer, in tenths of the Zipf scale, a stem may be than its inflection: 16 times."""

_PAST = ("de", "te", "den", "ten")

_REMEMBERED = 1 << 17  # different pieces of words

_NOT_KNOWN = Entry()


LemmaSource: TypeAlias = Literal["exception", "dictionary", "ending", "compound", "stemmer"]
"""What gave a lemma: our exceptions, a word list, an ending off a known word, the last part of a
compound, or the stemmer for words that nobody knows."""


class Lemmatizer:
    """Gives the lemma and the parts of a word; the same word always gets the same.

    Args:
        lexicon: what is known of forms; in lower case, or capitalised for names.
        exceptions: from a form to its lemma, where the lexicon is wrong.
        rules: of compounds.
    """

    def __init__(
        self, lexicon: Lexicon, exceptions: Mapping[str, str], rules: CompoundRules
    ) -> None:
        self._lexicon = lexicon
        self._exceptions = exceptions
        # Cutting a compound asks for the same pieces again and again.
        self._known = lru_cache(_REMEMBERED)(self._known_lemma)
        self._splitter = Splitter(lexicon, self._known, self._noun, rules)

    def lemma(self, word: str) -> str:
        """The lemma of a word, in lower case."""
        return self._lemma(plain(word))

    def source(self, word: str) -> LemmaSource:
        """What gave the lemma of a word."""
        word = plain(word)
        known = self._known(word)
        if known is None:
            if word.endswith("'s"):
                return "ending"
            return "compound" if self._splitter.split(word) or self._by_tail(word) else "stemmer"
        if word in self._exceptions:
            return "exception"
        return "dictionary" if known in (self._look_up(word), word) else "ending"

    def frequency(self, word: str) -> int:
        """Ten times the Zipf frequency of a word, 0 for one that was never counted."""
        return self._lexicon.get(plain(word), _NOT_KNOWN).frequency

    def split(self, word: str) -> Split | None:
        """The parts of a compound; None for any other word."""
        return self._splitter.split(plain(word))

    def _lemma(self, word: str) -> str:
        if (known := self._known(word)) is not None:
            return known
        if (singular := word.removesuffix("'s")) != word:
            return self._lemma(singular)
        if split := self._splitter.split(word):
            last = split.parts[-1]
            return word.removesuffix(last.text) + last.lemma
        return self._by_tail(word) or light_stem(word)

    def _known_lemma(self, word: str) -> str | None:
        listed = self._look_up(word)
        if listed is None:
            return self._by_ending(word)
        if word in self._exceptions:
            return listed
        return self._unlinked(word) if listed == word else self._weighed(word, listed)

    def _unlinked(self, word: str) -> str:
        """The noun of a first part that stands alone with its s: *welzijns- en zorgwerk*."""
        noun = word.removesuffix("s")
        takes_s = self._lexicon.get(noun, _NOT_KNOWN).takes_s
        commoner = self._frequency(noun) > self._frequency(word)
        return noun if noun != word and takes_s and commoner else word

    def _weighed(self, word: str, listed: str) -> str:
        """The lemma of the list, or a commoner word that this is as well an inflection of.

        The list knows a rare verb where readers see an adjective (*nuttige* is *nuttig*, not
        *nuttigen*), and takes *velden* for *vellen*.
        """
        found = tuple(stems(word))
        regular = any(word.removesuffix(ending) + "en" == listed for ending in _PAST)
        if regular or listed in found:
            return listed
        lemmas = (self._look_up(stem) or stem for stem in found)
        return max((listed, *lemmas), key=self._frequency)

    def _look_up(self, word: str) -> str | None:
        """Follows the dictionary to its end.

        It is not always idempotent: *poolse* is *Pools* is *pool*, and *tuin* is *tuinen* is
        *tuin*. A chain is followed to its last word; of a circle the shortest word is taken.
        """
        seen: list[str] = []
        while word not in seen:
            seen.append(word)
            if word in self._exceptions:
                return self._exceptions[word]
            found = self._listed_lemma(word)
            if found is None:
                return word if len(seen) > 1 else None
            word = found.lower()
        circle = seen[seen.index(word) :]
        return min(circle, key=lambda w: (len(w), w))

    def _listed_lemma(self, word: str) -> str | None:
        """The lemma of the list, unless that is longer than the word and (much) rarer.

        The list likes rare verbs: *kogel* is no form of *kogelen*, nor *geel* of *vergelen*.
        """
        for spelling in (word, word.capitalize(), word.replace("'", "’")):
            if lemma := self._lexicon.get(spelling, _NOT_KNOWN).lemma:
                lemma = lemma.replace("_", "")  # it has gemeente_raad
                rarer = self._frequency(word) - self._frequency(lemma.lower())
                if len(lemma) <= len(word) or rarer <= 0:
                    return lemma
                # What may end a compound is a noun: a bond is no form of binden. Klus stays with
                # klussen, which is its plural as well.
                if self._lexicon.get(word, _NOT_KNOWN).last and word not in stems(lemma):
                    return word
                return None if rarer > _RARER else lemma
        return None

    def _by_ending(self, word: str) -> str | None:
        """The commonest known word that this is an inflection of, else the word where it is known.

        A stem that is much rarer than the word is chance: *trots* is no plural of *trot*.
        """
        own = self._lexicon.get(word, _NOT_KNOWN)
        found = [(self._frequency(stem), stem) for stem in stems(word)]
        frequency, stem = max(found, default=(0, word))
        if not own.name and frequency and frequency >= own.frequency - _RARER:
            return self._look_up(stem) or stem
        return word if own.frequency else None

    def _noun(self, word: str) -> str | None:
        """The lemma of a last part, which is a noun: the *koppen* of tables are no verb."""
        known = self._known(word)
        if known == word and word.endswith("en"):
            return max((word, *stems(word)), key=self._frequency)
        return known

    def _frequency(self, form: str) -> int:
        entry = self._lexicon.get(form, _NOT_KNOWN)
        return 0 if entry.name else entry.frequency

    def _by_tail(self, word: str) -> str | None:
        """The lemma of a compound by the longest known word at its end: *ontmoetings|plekken*."""
        for start in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1):
            tail = word[start:]
            lemma = self._look_up(tail)
            # The tail must be an inflection, not another word: *gezocht* is no tail for *zoeken*.
            if lemma is not None and lemma[:2] == tail[:2]:
                return word[:start] + lemma
        return None


def plain(word: str) -> str:
    """The word in lower case, with one kind of apostrophe and without ligatures."""
    return word.lower().replace("’", "'").replace("‘", "'").replace("ĳ", "ij")
