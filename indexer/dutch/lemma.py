"""From a word as it stands to its dictionary form: exceptions, dictionary, then a light stemmer."""

import re
from collections.abc import Mapping

_SHORTEST_TAIL = 4
"""A known word at the end of an unknown one counts as its last part from this many letters on."""

_SHORTEST_HEAD = 3

_SHORTEST_STEM = 3

_VOWELS = "aeiouyáéíóúäëïöü"


class Lemmatizer:
    """Gives the lemma of a word; the same word always gets the same lemma.

    Args:
        lexicon: from a form to its lemma; keys in lower case, or capitalised for names.
        exceptions: from a form to its lemma, where the lexicon is wrong.
    """

    def __init__(self, lexicon: Mapping[str, str], exceptions: Mapping[str, str]) -> None:
        self._lexicon = lexicon
        self._exceptions = exceptions
        self._known: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        """The lemma of a word, in lower case."""
        word = word.lower().replace("’", "'").replace("ĳ", "ij")
        if word not in self._known:
            self._known[word] = self._lemma(word)
        return self._known[word]

    def _lemma(self, word: str) -> str:
        if (known := self._look_up(word)) is not None:
            return known
        if (singular := word.removesuffix("'s")) != word:
            return self(singular)
        return self._by_tail(word) or light_stem(word)

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
            found = self._entry(word)
            if found is None:
                return word if len(seen) > 1 else None
            word = found.lower()
        circle = seen[seen.index(word) :]
        return min(circle, key=lambda w: (len(w), w))

    def _entry(self, word: str) -> str | None:
        spellings = (word, word.capitalize(), word.replace("'", "’"))
        return next((self._lexicon[form] for form in spellings if form in self._lexicon), None)

    def _by_tail(self, word: str) -> str | None:
        """The lemma of a compound by the longest known word at its end: *ontmoetings|plekken*."""
        for start in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1):
            tail = word[start:]
            lemma = self._look_up(tail)
            # The tail must be an inflection, not another word: *gezocht* is no tail for *zoeken*.
            if lemma is not None and lemma[:2] == tail[:2]:
                return word[:start] + lemma
        return None


_DIMINUTIVE = re.compile(r"(?:(?<=[bdglmnpr])etje|(?<=[aeiouylrnw])tje|(?<=m)pje|je)s?$")
_PLURAL_S = re.compile(r"(?<=[aeiouylrnm])s$")


def light_stem(word: str) -> str:
    """The stem of a word that no dictionary knows: plural, diminutive and adjective endings gone.

    Undoes what the ending did to the spelling: *plekken* is *plek*, *buren* is *buur*, *brieven* is
    *brief*. Words of five letters and fewer stay as they are.
    """
    if len(word) <= _SHORTEST_STEM + 2:
        return word
    if word.endswith("heden"):
        return word[:-5] + "heid"
    for ending in (_DIMINUTIVE, _PLURAL_S):
        stem = ending.sub("", word)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            return stem
    for suffix in ("en", "e"):
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            return _respell(stem)
    return word


def _respell(stem: str) -> str:
    last, before = stem[-1], stem[-2]
    if last in _VOWELS:
        return stem
    if last == before:
        return stem[:-1]
    if before in "aou" and stem[-3:-2] not in _VOWELS and last not in "wxj":
        stem = stem[:-1] + before + last
    return stem[:-1] + {"v": "f", "z": "s"}.get(last, last)
