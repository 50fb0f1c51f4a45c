"""Judges lemmas and compounds by lists that were written before either was made.

Run as `python tests/score_words.py [--show]`.

Prints how many word groups of `lemmas.toml` are joined and how many pairs are apart, and, for each
half of `compounds.toml`, the share of compounds that are split right among those whose parts the
lexicon knows, and how many other words are split. `--show` adds what is wrong, save of the held
half. Ends in 1 below the floors of `score_words_floors.toml`.
"""

import hashlib
import sys
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import click
from halves import half_of

from indexer.dutch import Analysis, load_lexicon

HERE = Path(__file__).parent
LISTS = ("lemmas", "compounds")
FLOORS = HERE / "score_words_floors.toml"


class Score(NamedTuple):
    """How many of a list are right, and which are not; those of the held half are not named."""

    right: int
    total: int
    wrong: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        return self.right / self.total


def main(arguments: list[str]) -> int:
    for name, score in scores().items():
        click.echo(f"{name:16} {score.share:.3f}  {score.right} of {score.total}")
        if "--show" in arguments:
            click.echo("".join(f"    {word}\n" for word in score.wrong), nl=False)
    below = below_floors()
    click.echo("\n".join(below))
    return 1 if below else 0


@cache
def scores() -> dict[str, Score]:
    """The scores by name; shares are of what is right, so higher is better everywhere."""
    analysis = Analysis(load_lexicon())
    lemmas, compounds = map(_read, LISTS)
    found = {
        "joined": _score(lemmas["joined"], lambda group: len(_lemmas(analysis, group)) == 1),
        "apart": _score(lemmas["apart"], lambda pair: len(_lemmas(analysis, pair)) == 2),
    }
    splits, others = compounds["compounds"], compounds["no-compounds"]["words"]
    known = [word for word in splits if _parts_are_known(splits[word])]
    for half in ("tune", "held"):
        mine = [word for word in known if half_of(word) == half]
        found[f"split-{half}"] = _score(
            mine, lambda word: is_split_as(analysis, word, splits[word])
        )
        mine = [word for word in others if half_of(word) == half]
        found[f"whole-{half}"] = _score(mine, lambda word: analysis.split(word) is None)
    return {
        name: score._replace(wrong=()) if name.endswith("held") else score
        for name, score in found.items()
    }


def is_split_as(analysis: Analysis, word: str, right: list[str]) -> bool:
    """Whether the parts of a word are, as lemmas, those of one of the right splits."""
    split = analysis.split(word)
    parts = [analysis.lemma(part.lemma) for part in split.parts] if split else []
    return parts in [[analysis.lemma(part) for part in parts.split()] for parts in right]


def below_floors() -> list[str]:
    """What is below its floor, and the lists that are not the ones the floors are for."""
    table = tomllib.loads(FLOORS.read_text("utf-8"))
    found = [
        f"{name}: not the list that the floors are for"
        for name in LISTS
        if hashlib.sha256((HERE / f"{name}.toml").read_bytes()).hexdigest() != table["lists"][name]
    ]
    return found + [
        f"{name}: {scores()[name].share:.3f} is below {floor}"
        for name, floor in table["floors"].items()
        if scores()[name].share < floor
    ]


def _score(words: list[str], is_right: Callable[[str], bool]) -> Score:
    wrong = tuple(word for word in words if not is_right(word))
    return Score(len(words) - len(wrong), len(words), wrong)


def _lemmas(analysis: Analysis, words: str) -> set[str]:
    return {analysis.lemma(word) for word in words.split()}


def _parts_are_known(splits: list[str]) -> bool:
    lexicon = load_lexicon()
    return any(all(part in lexicon for part in split.split()) for split in splits)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
