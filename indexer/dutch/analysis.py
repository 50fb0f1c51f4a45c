"""Cuts Dutch text into words, for documents and questions alike."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from indexer.dutch.lemma import Lemmatizer

# A web or mail address is one word, its host: the words in a path are not the author's. 's, 't and
# 'n belong to the word; other apostrophes and hyphens only between letters.
_WORD = re.compile(
    r"""
    (?:https?://(?:www\.)? | www\.) (?P<host>[\w-]+(?:\.[\w-]+)+) (?:/\S*)?
    | (?:[\w.+-]+@)? (?P<bare>(?:[a-z0-9-]+\.)+(?:nl|com|org|net|eu|info|nu|frl|be|de)\b) (?:/\S*)?
    | \d+(?:[.,]\d+)+
    | (?:['’‘](?=[sStTnN]\b))? [^\W_]+ (?:['’\-\u2010\u2011][^\W_]+)*
    """,
    re.VERBOSE,
)
_HYPHENS = re.compile(r"[-\u2010\u2011]")
_NOT_IN_A_FORM = str.maketrans("", "", "'’‘-\u2010\u2011.,")


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
    """

    form: str
    lemma: str
    start: int
    end: int
    position: int
    whole: bool = True


class Analysis:
    """The definition of a word, over a dictionary.

    Args:
        lexicon: from a form in lower case to its lemma (`load_lexicon`, `open_lexicon`).
    """

    def __init__(self, lexicon: Mapping[str, str]) -> None:
        self._lemmatize = Lemmatizer(lexicon, _exceptions())

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a text in order; a hyphenated word is followed by its parts."""
        found: list[Word] = []
        position = 0
        for match in _WORD.finditer(text):
            if host := match["host"] or match["bare"]:
                form = fold(host)
                words = [Word(form, form, match.start(), match.end(), position)]
            else:
                words = self._words_of(match.group(), match.start(), position)
            found += words
            position = words[-1].position + 1
        return tuple(found)

    def _words_of(self, token: str, start: int, position: int) -> list[Word]:
        whole = Word(fold(token), self.lemma(token), start, start + len(token), position)
        words = [whole]
        offset = start
        for part in _HYPHENS.split(token) if _HYPHENS.search(token) else ():
            form = fold(part)
            if len(form) > 1:  # the s of 's-Hertogenbosch is no word
                end = offset + len(part)
                words.append(Word(form, self.lemma(part), offset, end, position, whole=False))
                position += 1
            offset += len(part) + 1
        return words

    def lemma(self, token: str) -> str:
        """The folded lemma of a token; of a hyphenated one, its parts with the last as lemma."""
        *head, last = _HYPHENS.split(token)
        return "".join(map(fold, head)) + fold(self._lemmatize(unicodedata.normalize("NFC", last)))


def fold(text: str) -> str:
    """The text without case, diacritics, apostrophes and hyphens: *Súdwest* is *sudwest*."""
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return plain.casefold().translate(_NOT_IN_A_FORM)


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


def _data(name: str, key: str) -> Any:  # noqa: ANN401 - TOML; each caller names its type
    text = (resources.files("indexer.dutch") / name).read_text(encoding="utf-8")
    return tomllib.loads(text)[key]
