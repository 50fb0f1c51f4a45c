"""The words of an index, each once, for who looks for one that is spelt almost so."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

import msgspec

from corpus import Case, Passage, Value
from indexer.dutch import Analysis, sound_of

_WORD_LIST = "words.json"

_Written: TypeAlias = tuple[str, str, tuple[str, ...]]
"""A word as it stands, with its lemma and parts."""


class IndexedWord(Value, frozen=True, array_like=True):
    """A word of the texts, headings, titles or places, or a part of a hyphenated one.

    Attributes:
        form: folded.
        spelling: as it is written most, in lower case where it ever is.
        lemma: folded; the one it has with that spelling.
        parts: of a compound, as `Word.parts`.
        sound: as `sound_of` has it.
        passages: in how many passages it stands; a title or place stands in all of its case.
    """

    form: str
    spelling: str
    lemma: str
    parts: tuple[str, ...]
    sound: str
    passages: int


def list_words(
    passages: Iterable[Passage], cases: Mapping[str, Case], analysis: Analysis
) -> tuple[IndexedWord, ...]:
    """The words of the passages and of the titles and places of their cases, by their forms."""
    counts: Counter[str] = Counter()
    written: dict[str, Counter[_Written]] = {}
    for passage in passages:
        text = ". ".join((passage.text, *passage.headings, *_names(cases[passage.case])))
        here = analysis.words(text)
        counts.update({word.form for word in here})
        for word in here:
            as_it_stands = (text[word.start : word.end], word.lemma, word.parts)
            written.setdefault(word.form, Counter())[as_it_stands] += 1
    return tuple(
        IndexedWord(form, *_most_written(written[form]), sound_of(form), counts[form])
        for form in sorted(counts)
    )


def write_word_list(folder: Path, words: Iterable[IndexedWord]) -> None:
    """Writes the words into the folder of a generation."""
    (folder / _WORD_LIST).write_bytes(msgspec.json.encode(tuple(words)))


def read_word_list(folder: Path) -> tuple[IndexedWord, ...]:
    """The words of a generation, in the order of their forms."""
    return msgspec.json.decode((folder / _WORD_LIST).read_bytes(), type=tuple[IndexedWord, ...])


def _names(case: Case) -> Iterable[str]:
    entry = case.entry
    names = (entry.place, entry.neighbourhood, entry.municipality, entry.province)
    title = entry.display_title if case.kind == "case" else None
    return dict.fromkeys(name for name in (title, *names) if name)


def _most_written(written: Mapping[_Written, int]) -> _Written:
    """How a form is written most, with its lemma; at the head of a sentence all have a capital."""
    return max(written, key=lambda one: (one[0].islower(), written[one], one))
