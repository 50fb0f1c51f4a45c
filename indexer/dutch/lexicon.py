"""Opens the Dutch dictionary: simplemma's list of some 370,000 forms with their lemmas.

Decoding it takes about half a second, too long for a search from the command line. An index
therefore carries it as a trie that opens in a millisecond (`save_lexicon`, `open_lexicon`); while
building, and where there is no index, `load_lexicon` decodes it once in a process.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import marisa_trie

_LANGUAGE = "nl"


class _Trie(Mapping[str, str]):
    """A trie of forms, each with its lemma, as a mapping."""

    def __init__(self, trie: "marisa_trie.BytesTrie") -> None:
        self._trie = trie

    def __getitem__(self, form: str) -> str:
        lemma: bytes = self._trie[form][0]
        return lemma.decode()

    def __iter__(self) -> Iterator[str]:
        yield from self._trie.iterkeys()

    def __len__(self) -> int:
        return len(self._trie)


@cache
def load_lexicon() -> Mapping[str, str]:
    """The dictionary from the package; decoded on the first call, some 420 ms and 60 MB."""
    # A fifth of the time of a search that opens a trie and never decodes.
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # noqa: PLC0415

    return DefaultDictionaryFactory().get_dictionary(_LANGUAGE)


def save_lexicon(path: Path) -> None:
    """Writes the dictionary as a trie, some 2.6 MB; the same bytes each time."""
    items = ((form, lemma.encode()) for form, lemma in load_lexicon().items())
    marisa_trie.BytesTrie(items).save(str(path))


def open_lexicon(path: Path) -> Mapping[str, str]:
    """The dictionary that `save_lexicon` wrote, mapped into memory.

    Raises:
        OSError: the file is not there or is no trie.
    """
    return _Trie(marisa_trie.BytesTrie().mmap(str(path)))
