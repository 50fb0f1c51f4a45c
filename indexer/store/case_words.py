"""Keeps which words each case uses, and how often: what cases are compared by."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

import msgspec

from corpus import Case, Passage, Value
from indexer.dutch import Analysis, is_stop_word

_FILE = "case-words.json"
_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’‘\-\u2010\u2011][^\W\d_]+)*")


class UsedWord(Value, frozen=True):
    """A word of a case: how often it stands there, and the form in which it mostly does."""

    count: int
    form: str


CaseWords: TypeAlias = dict[str, dict[str, UsedWord]]
"""Of each case, by its id: its words by their lemma, without stop words and numbers."""


def write_words(
    folder: Path, passages: Iterable[Passage], cases: Mapping[str, Case], analysis: Analysis
) -> None:
    """Writes the words of every case into the folder of a generation."""
    forms: dict[str, dict[str, Counter[str]]] = {}
    for passage in passages:
        if cases[passage.case].kind == "case":
            _count(passage.text, forms.setdefault(passage.case, {}), analysis)
    words = {
        case: {
            lemma: UsedWord(counts.total(), max(counts, key=lambda form: (counts[form], form)))
            for lemma, counts in by_lemma.items()
        }
        for case, by_lemma in forms.items()
    }
    (folder / _FILE).write_bytes(msgspec.json.encode(words))


def read_words(folder: Path) -> CaseWords:
    """The words of every case of a generation; a case without text has none."""
    return msgspec.json.decode((folder / _FILE).read_bytes(), type=CaseWords)


def _count(text: str, by_lemma: dict[str, Counter[str]], analysis: Analysis) -> None:
    for word in analysis.words(text):
        form = text[word.start : word.end].lower()
        is_word = word.whole and len(word.lemma) >= _SHORTEST and _WORD.fullmatch(form)
        if is_word and not is_stop_word(word):
            by_lemma.setdefault(word.lemma, Counter())[form] += 1
