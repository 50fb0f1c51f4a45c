"""Scores which word is offered for a misspelt one, and how often a right one is questioned.

Run as `python tests/score_spelling.py [--held] [--time]`.

Builds the index of the fictional casebook and asks for each word of `spelling.toml` what was meant:
prints the share of the misspelt ones whose right word is offered, the shares of right words that
got an offer all the same, and which these are. `--held` scores the half that is not looked at while
tuning, and prints none of its words; `--time` also prints how long an offer takes on 10,000 words.
Ends in 1 below the floors of `score_spelling_floors.toml`.
"""

import hashlib
import sys
import tempfile
import time
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from corpus import find_series
from indexer.dutch import fold
from indexer.pipeline import build_index
from search.collection import Collection, open_collection
from search.hits import search
from search.spelling import Spelling

HERE = Path(__file__).parent
WORDS = HERE / "spelling.toml"
FLOORS = HERE / "score_spelling_floors.toml"
_MANY = 10_000
_ROUNDS = 20


def main(arguments: list[str]) -> int:
    half = "held" if "--held" in arguments else "tune"
    with tempfile.TemporaryDirectory() as home:
        series = find_series("voorbeeld")
        build_index(series, Path(home), report=lambda *_: None)
        with open_collection(series, Path(home)) as collection:
            figures = scores(collection, half)
            for name, figure in figures.items():
                click.echo(f"{name:16} {figure:.3f}")
            print_scores(collection, half)
            if "--time" in arguments:
                middle, slow = milliseconds(collection)
                click.echo(f"an offer on {_MANY} words: {middle:.1f} ms, 95% within {slow:.1f} ms")
    below = below_floors(figures)
    click.echo("\n".join(below))
    return 1 if below else 0


def print_scores(collection: Collection, half: str) -> None:
    """Prints which words of the half are missed, if they may be seen, and the false offers."""
    table = read_words()
    for typed, right, offered in missed(collection, table[half]) if half == "tune" else ():
        click.echo(f"    {typed} is {right}, not {offered}")
    for words in table["right"].values():
        for word, offer in questioned(collection, words):
            click.echo(f"    {word} is right, and no {offer}")


def scores(collection: Collection, half: str) -> dict[str, float]:
    """The share that is right in a half, and those of false offers."""
    table = read_words()
    false = {
        name: len(questioned(collection, words)) / len(words)
        for name, words in table["right"].items()
    }
    return {half: 1 - len(missed(collection, table[half])) / len(table[half]), **false}


def read_words() -> dict[str, Any]:
    """The words of `spelling.toml`."""
    return tomllib.loads(WORDS.read_text("utf-8"))


def missed(collection: Collection, pairs: Mapping[str, str]) -> list[tuple[str, str, str | None]]:
    """What was typed, meant and offered, where these last two differ but for case and accents."""
    offered = {typed: search(collection, typed, limit=1).suggestion for typed in pairs}
    return [
        (typed, right, offered[typed])
        for typed, right in pairs.items()
        if fold(offered[typed] or "") != fold(right)
    ]


def questioned(collection: Collection, words: Sequence[str]) -> list[tuple[str, str]]:
    """The words for which another is offered, each with that one."""
    offers = ((word, search(collection, word, limit=1).suggestion) for word in words)
    return [(word, offer) for word, offer in offers if offer]


def milliseconds(collection: Collection) -> tuple[float, float]:
    """The median processor time of an offer for the misspelt words, and what 95% stay within.

    The words of the index are doubled until they are enough, each with another end.
    """
    words = list(collection.spelling.words)
    for ending in ("loos", "baar"):
        words += [
            msgspec.structs.replace(word, form=word.form + ending, sound=word.sound + ending)
            for word in collection.spelling.words
        ]
    spelling = Spelling(words[:_MANY], collection.spelling.is_dutch)
    times = []
    for typed in list(read_words()["tune"]) * _ROUNDS:
        analysed = collection.analysis.words(typed)
        begun = time.process_time()
        spelling.suggestion(typed, analysed, lambda _: 0)
        times.append(time.process_time() - begun)
    times.sort()
    return times[len(times) // 2] * 1_000, times[len(times) * 95 // 100] * 1_000


def below_floors(figures: Mapping[str, float]) -> list[str]:
    """Which figures are worse than their floor, or not of the words that the floors are of."""
    floors: dict[str, Any] = tomllib.loads(FLOORS.read_text("utf-8"))
    if hashlib.sha256(WORDS.read_bytes()).hexdigest() != floors["words"]:
        return ["The words are not those that the floors were measured on."]
    floored = [name for name in figures if name in floors["floors"]]
    ceiled = [name for name in figures if name in floors["ceilings"]]
    return [
        *(f"{n}: {figures[n]} is too low." for n in floored if figures[n] < floors["floors"][n]),
        *(f"{n}: {figures[n]} is too high." for n in ceiled if figures[n] > floors["ceilings"][n]),
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
