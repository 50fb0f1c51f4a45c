"""Cuts Dutch text into words, for documents and questions alike."""

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

from indexer.dutch.compounds import CompoundRules, Split
from indexer.dutch.lemma import LemmaSource, Lemmatizer
from indexer.dutch.lexicon import Lexicon, load_lexicon
from indexer.dutch.tokens import Token, fold, pieces_of, tokens

_REMEMBERED = 1 << 16  # different words


class Word(NamedTuple):
    """A word of a text.

    Attributes:
        form: folded; a hyphenated word is one word without its hyphens.
        lemma: folded dictionary form.
        start: where the word begins in the text, in characters.
        end: behind its last character.
        position: its number in the text. The parts of a hyphenated word are words of their own; the
            whole has the position of its first part.
        whole: False for a part of a hyphenated word.
        parts: folded lemmas of the parts of a compound, at its top joint and then deeper:
            *welzijn*, *werk* of *welzijnswerk*. Empty for other words, and for a hyphenated word,
            whose parts are words.
    """

    form: str
    lemma: str
    start: int
    end: int
    position: int
    whole: bool = True
    parts: tuple[str, ...] = ()


class Analysis:
    """The definition of a word, over a dictionary.

    Args:
        lexicon: what is known of forms (`load_lexicon`, `open_lexicon`).
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lemmatizer = Lemmatizer(lexicon, _exceptions(), _compound_rules())
        # A text repeats its words; the bound is for a server that is asked anything.
        self._read = lru_cache(_REMEMBERED)(self._read_token)

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a text in order; a hyphenated word is followed by its parts."""
        found: list[Word] = []
        position = 0
        for token in tokens(text):
            read = self._read(token.text) if token.form is None else (token.form, token.form, ())
            form, lemma, parts = read
            found.append(Word(form, lemma, token.start, token.end, position, parts=parts))
            if token.pieces:
                found += self._pieces(token, position)
            position = found[-1].position + 1
        return tuple(found)

    def _pieces(self, token: Token, position: int) -> Iterator[Word]:
        for piece in token.pieces:
            form, lemma, parts = self._read(piece.text)
            if len(form) > 1:  # the s of 's-Hertogenbosch is no word
                yield Word(form, lemma, piece.start, piece.end, position, whole=False, parts=parts)
                position += 1

    def _read_token(self, token: str) -> tuple[str, str, tuple[str, ...]]:
        """Form, lemma and parts of a token."""
        *head, last = pieces_of(token)
        lemma = self._lemmatizer.lemma(last)
        parts = () if head else tuple(dict.fromkeys(map(fold, self._parts(token))))
        return fold(token), "".join(map(fold, head)) + fold(lemma), parts

    def _parts(self, token: str) -> Iterator[str]:
        """The lemmas of the parts of a compound, then those of the parts of its parts."""
        split = self.split(token)
        for part in split.parts if split else ():
            yield part.lemma
        for part in split.parts if split else ():
            yield from self._parts(part.text)

    def lemma(self, token: str) -> str:
        """The folded lemma of a token; of a hyphenated one, its parts with the last as lemma."""
        return self._read(token)[1]

    def lemma_source(self, token: str) -> LemmaSource:
        """What gave the lemma of a token; of a hyphenated one, of its last part."""
        return self._lemmatizer.source(pieces_of(token)[-1])

    def frequency(self, token: str) -> int:
        """Ten times the Zipf frequency of a token as it stands; 0 where it was never counted."""
        return self._lemmatizer.frequency(token)

    def split(self, token: str) -> Split | None:
        """How a compound is cut at its top joint, with the reason; None for any other word."""
        pieces = pieces_of(token)
        return self._lemmatizer.split(token) if len(pieces) == 1 else None


@cache
def load_analysis() -> Analysis:
    """The definition of a word over the lexicon from the packages; one in a process.

    It remembers the words that it has read, so what is indexed next is read faster.
    """
    return Analysis(load_lexicon())


def is_stop_word(word: Word) -> bool:
    """Whether the word says nothing about what a text is about."""
    return word.form in _stop_words()


@cache
def _stop_words() -> frozenset[str]:
    """The folded stop words of `stopwords.toml`."""
    groups: dict[str, list[str]] = _data("stopwords.toml", "stopwords")
    return frozenset(fold(word) for group in groups.values() for word in group)


@cache
def place_aliases() -> tuple[frozenset[str], ...]:
    """Groups of names for one place, each in lower case: *den bosch*, *'s-hertogenbosch*."""
    groups: list[list[str]] = _data("placenames.toml", "places")
    return tuple(frozenset(group) for group in groups)


@cache
def _exceptions() -> dict[str, str]:
    lemmas: dict[str, str] = _data("exceptions.toml", "lemmas")
    return lemmas


@cache
def _compound_rules() -> CompoundRules:
    """The rules of `compounds.toml`; stop words are no parts either."""
    found: dict[str, Any] = _data("compounds.toml", "compounds")
    stop_words: dict[str, list[str]] = _data("stopwords.toml", "stopwords")
    return CompoundRules(
        linkers=tuple(found["linkers"]),
        never=frozenset(found["particles"]).union(*stop_words.values()),
        never_last=frozenset((*found["suffixes"], *found["numerals"])),
        prefixes=tuple(found["prefixes"]),
        particles=tuple(found["particles"]),
        takes_er=frozenset(found["takes_er"]),
        whole=frozenset(found["whole"]),
        not_after={last: tuple(before) for last, before in found["not_after"].items()},
    )


def _data(name: str, key: str) -> Any:  # noqa: ANN401 - TOML; each caller names its type
    text = (resources.files("indexer.dutch") / name).read_text(encoding="utf-8")
    return tomllib.loads(text)[key]
