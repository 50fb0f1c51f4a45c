"""Coarse senses of Dutch words: what kind of thing a word means, of some sixty kinds.

Words are many and texts to learn from few; by its sense a word that was never seen counts as others
of its kind do. The senses are data, `senses.toml`, sorted by hand after the example of dictionaries
for counting words by kind (Pennebaker et al., LIWC); a word out of context may mean another thing.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import resources

from indexer.dutch.analysis import Word
from indexer.dutch.tokens import fold


def senses_of(word: Word) -> tuple[str, ...]:
    """The ids of the senses of a word, by its lemma or else by the last part of a compound.

    Returns:
        At most three ids, in the order of `senses.toml`; none where the word is not known there.
    """
    known = _senses()
    if word.lemma in known or not word.parts:
        return known.get(word.lemma, ())
    return known.get(word.parts[-1], ())


@cache
def _senses() -> Mapping[str, tuple[str, ...]]:
    """The senses of each lemma."""
    text = (resources.files("indexer.dutch") / "senses.toml").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for sense in tomllib.loads(text)["senses"]:
        for lemma in sense["words"]:
            found[fold(lemma)] += (sense["id"],)
    return dict(found)
