"""Asks a hundred thousand odd questions; any text must be one.

Run as `python tests/fuzz_queries.py [COUNT] [SEED]` (default 100,000 and 1).

The texts are made of the signs of the query language, words, and characters of every kind, and of
pieces cut out of earlier texts. Each is parsed, completed with words and cases, and looked for in
the index of the series in the box; one in a hundred also goes the whole way to snippets and
reasons. Ends in 1 at the first text that raises, which it prints.
"""

import random
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

import click

from corpus import find_series
from indexer.pipeline import build_index
from search.collection import open_collection
from search.hits import search
from search.lookup import pose
from search.syntax import FIELDS

_SIGNS = (
    *'()"“”„-*~:^?[]{}+&|!\\/.,;\'’', " ", "  ", "\t", "\n", "\0",
    "AND", "EN", "OR", "OF", "NOT", "NIET",
    "~1", "~2", "~99", "~100", '"~3', "**", "--", "((", "))", '""', "\udcff",
    "é", "e\u0301", "\u200b", "😀", "ĳ",
    *(f"{name}:" for name in FIELDS),
)  # fmt: skip
_WORDS = (
    "de", "wijk", "samen", "koken", "moestuin", "den", "bosch", "'s-Hertogenbosch", "24/7",
    "65-plus",
    "www.movisie.nl", "buurthuiskamer", "ouderen", "2", "a", "x" * 300, "İ", "ß", "ﬁ", "٣",
)  # fmt: skip
_WHOLE = 100


def main(arguments: list[str]) -> int:
    count, seed = (*map(int, arguments), *(100_000, 1)[len(arguments) :])
    series = find_series("wij-in-de-wijk")
    with tempfile.TemporaryDirectory() as home:
        build_index(series, Path(home), report=lambda *_: None)
        with open_collection(series, Path(home)) as collection:
            start, longest = time.perf_counter(), 0.0
            for number, text in zip(range(count), texts(seed), strict=False):
                begin = time.perf_counter()
                try:
                    query, _ = pose(collection, text)
                    query.text.encode()
                    collection.engine.find(query, limit=1)
                    if number % _WHOLE == 0:
                        search(collection, text)
                except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
                    click.echo(f"{text!r}\n{traceback.format_exc()}")
                    return 1
                longest = max(longest, time.perf_counter() - begin)
    seconds = time.perf_counter() - start
    click.echo(f"{count} texts in {seconds:.0f} s, the longest {longest * 1_000:.0f} ms")
    return 0


def texts(seed: int) -> Iterator[str]:
    """Odd texts without end; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - texts, no secrets
    seen: list[str] = [""]
    while True:
        pieces = [
            chance.choice((_piece, _character, lambda c: _cut(c, seen)))(chance)
            for _ in range(chance.randint(0, 12))
        ]
        text = "".join(pieces)
        if len(seen) > 1_000:
            seen[chance.randrange(len(seen))] = text
        else:
            seen.append(text)
        yield text


def _piece(chance: random.Random) -> str:
    return chance.choice(_SIGNS if chance.random() < 0.5 else _WORDS) + chance.choice(("", " "))


def _character(chance: random.Random) -> str:
    return chr(chance.choice((chance.randrange(0x250), chance.randrange(0x110000))))


def _cut(chance: random.Random, seen: list[str]) -> str:
    text = chance.choice(seen)
    start = chance.randint(0, len(text))
    return text[start : chance.randint(start, len(text))][:80]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
