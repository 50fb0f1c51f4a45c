"""Opens the Dutch lexicon: forms with their lemmas, and how often and where words are used.

Two lists in one. simplemma's (MIT) brings some 370,000 forms to their lemmas. `words.txt.xz` has
some 170,000 words that OpenTaal's list knows, with their frequency and what they may do in a
compound; `words.LICENSE.txt` says where it comes from and under which licences.

Decoding takes over half a second, too long for a search from the command line. An index therefore
carries the lexicon as a trie that opens in a millisecond (`save_lexicon`, `open_lexicon`); while
building, and where there is no index, `load_lexicon` decodes it once in a process. The process that
reads a file asks only whether a form is known: `forms.marisa` has the forms of simplemma's list.
"""

import lzma
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple, cast

import marisa_trie

FORMS_NAME = "forms.marisa"
"""The forms that `known_forms` opens, derived from simplemma's list by `make forms`."""

_LANGUAGE = "nl"
_ROLES = "flsn"  # the letters of `words.txt.xz`, in the order of the bits of a role


class Entry(NamedTuple):
    """What is known of a form.

    Attributes:
        lemma: by simplemma's list, or None where that has no such form.
        frequency: ten times its Zipf frequency (log10 of its times in a billion words, van Heuven
            et al. 2014), from 10 (once in a hundred million) to 75; 0 where it was not counted.
        first: may be the first part of a compound, by OpenTaal.
        last: may be the last part.
        takes_s: is followed by an s when it stands first: *ontmoeting-s-plek*.
        name: a name only: *Rotterdam*.
    """

    lemma: str | None = None
    frequency: int = 0
    first: bool = False
    last: bool = False
    takes_s: bool = False
    name: bool = False


Lexicon = Mapping[str, Entry]
"""From a form to what is known of it; names of simplemma's list have their capital."""


class _Loaded(Mapping[str, Entry]):
    """Both lists as they come from their packages."""

    def __init__(self, lemmas: Mapping[str, str], words: Mapping[str, bytes]) -> None:
        self._lemmas = lemmas
        self._words = words

    def __getitem__(self, form: str) -> Entry:
        return _entry(self.encoded(form))

    def get(self, form: str, default: Any = None) -> Any:  # noqa: ANN401 - as `Mapping.get`
        """What is known of a form; most pieces of a word are none, and need no exception."""
        lemma, word = self._lemmas.get(form), self._words.get(form)
        if word is not None:
            return Entry(lemma, word[0], *_MARKS[word[1]])
        return default if lemma is None else Entry(lemma)

    def encoded(self, form: str) -> bytes:
        """Frequency, role and lemma as the trie keeps them; `KeyError` for an unknown form."""
        lemma, word = self._lemmas.get(form), self._words.get(form)
        if lemma is None and word is None:
            raise KeyError(form)
        return (word or b"\0\0") + (lemma or "").encode()

    def __contains__(self, form: object) -> bool:
        return form in self._lemmas or form in self._words

    def __iter__(self) -> Iterator[str]:
        yield from self._lemmas
        yield from (form for form in self._words if form not in self._lemmas)

    def __len__(self) -> int:
        return len(self._lemmas) + sum(form not in self._lemmas for form in self._words)


class _Trie(Mapping[str, Entry]):
    """The lexicon as a trie on disk, as a mapping."""

    def __init__(self, trie: "marisa_trie.BytesTrie") -> None:
        self._trie = trie

    def __getitem__(self, form: str) -> Entry:
        return _entry(self._trie[form][0])

    def get(self, form: str, default: Any = None) -> Any:  # noqa: ANN401 - as `Mapping.get`
        """What is known of a form; most pieces of a word are none, and need no exception."""
        found = self._trie.get(form)
        return _entry(found[0]) if found else default

    def __contains__(self, form: object) -> bool:
        return form in self._trie

    def __iter__(self) -> Iterator[str]:
        yield from self._trie.iterkeys()

    def __len__(self) -> int:
        return len(self._trie)


# The marks of each role by its bits; a build opens a million entries.
_MARKS = tuple(tuple(bool(role >> bit & 1) for bit in range(len(_ROLES))) for role in range(16))


def _entry(encoded: bytes) -> Entry:
    return Entry(encoded[2:].decode() or None, encoded[0], *_MARKS[encoded[1]])


@cache
def load_lemmas() -> Mapping[str, str]:
    """The list of simplemma alone; decoded on the first call, some 420 ms and 60 MB."""
    # A fifth of the time of a search that opens a trie and never decodes.
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # noqa: PLC0415

    return DefaultDictionaryFactory().get_dictionary(_LANGUAGE)


@cache
def known_forms() -> Collection[str]:
    """The forms of simplemma's list alone, mapped into memory in a millisecond."""
    with resources.as_file(resources.files("indexer.dutch") / FORMS_NAME) as path:
        return cast("Collection[str]", marisa_trie.Trie().mmap(str(path)))


def save_forms(path: Path) -> None:
    """Writes the forms of simplemma's list as a trie, some 1 MB; the same bytes each time."""
    marisa_trie.Trie(sorted(load_lemmas())).save(str(path))


def load_lexicon() -> Lexicon:
    """The lexicon from the packages; decoded on the first call."""
    return _loaded()


def save_lexicon(path: Path) -> None:
    """Writes the lexicon as a trie, some 4 MB; the same bytes each time."""
    _packed().save(str(path))


def open_lexicon(path: Path) -> Lexicon:
    """The lexicon that `save_lexicon` wrote, mapped into memory.

    Raises:
        OSError: the file is not there or is no trie.
    """
    return _Trie(marisa_trie.BytesTrie().mmap(str(path)))


@cache
def _loaded() -> _Loaded:
    return _Loaded(load_lemmas(), dict(_read_words()))


@cache
def _packed() -> "marisa_trie.BytesTrie":
    """The lexicon as a trie; a second of work, the same for each index that a process builds."""
    lexicon = _loaded()
    return marisa_trie.BytesTrie((form, lexicon.encoded(form)) for form in lexicon)


def _read_words() -> Iterator[tuple[str, bytes]]:
    """The words of `words.txt.xz`, each with its frequency and the bits of its role."""
    packed = (resources.files("indexer.dutch") / "words.txt.xz").read_bytes()
    for line in lzma.decompress(packed).decode().splitlines():
        if not line.startswith("#"):
            word, _, rest = line.partition(" ")
            roles = rest.lstrip("0123456789")
            role = sum(1 << _ROLES.index(mark) for mark in roles)
            yield word, bytes((int(rest[: len(rest) - len(roles)]), role))
