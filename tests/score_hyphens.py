"""Counts the hyphens at line ends that are judged as a reader would.

Run as `python tests/score_hyphens.py`.

Prints, for each part of `hyphens.toml`, the share of real hyphens that are kept and of broken words
that are joined, and which are not, save of the held half; ends in 1 below the floors of
`score_hyphens_floors.toml`. `--dictionary` judges the dictionary's own words instead, each as if
neither it nor its other forms were known: what the rules of the spelling do by themselves.
"""

import hashlib
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pyphen

from indexer.dutch import load_lexicon
from indexer.extract.dictionary import is_known
from indexer.extract.hyphens import WordTest, rejoin
from indexer.extract.repair import join_lines

HERE = Path(__file__).parent
WORDS = HERE / "hyphens.toml"
FLOORS = HERE / "score_hyphens_floors.toml"
_SAMPLE = 40
_STEM = 5


def main(arguments: list[str]) -> int:
    if arguments == ["--dictionary"]:
        print_dictionary()
        return 0
    counts = scores()
    for half, kinds in judged().items():
        for kind, wrong in kinds.items():
            told = "" if half == "held" else ", ".join(wrong)
            click.echo(f"{half:6} {kind:7} {counts[f'{half}-{kind}']:.3f}  {told}")
    below = below_floors(counts)
    click.echo("\n".join(below))
    return 1 if below else 0


def judged() -> dict[str, dict[str, list[str]]]:
    """The words that are judged wrongly, by half and kind."""
    table = tomllib.loads(WORDS.read_text("utf-8"))
    return {
        half: {
            kind: [one for one in words if not is_right(one, kind)] for kind, words in of.items()
        }
        for half, of in table.items()
    }


def is_right(word: str, kind: str) -> bool:
    """Whether the two lines that a bar parts come together as they should."""
    left, right = word.split("|")
    whole = left + right if kind == "real" else left.removesuffix("-") + right
    found = join_lines([f"met {left.strip()}", f"{right.strip()} erbij"], is_word=is_known)
    return found == f"met {whole} erbij"


def scores() -> dict[str, float]:
    """The share that is judged rightly of each half and kind: "held-real" and so on."""
    table = tomllib.loads(WORDS.read_text("utf-8"))
    return {
        f"{half}-{kind}": 1 - len(wrong) / len(table[half][kind])
        for half, kinds in judged().items()
        for kind, wrong in kinds.items()
    }


def below_floors(counts: dict[str, float]) -> list[str]:
    """What fell below its floor, or that the words are no longer those the floors are of."""
    floors: dict[str, Any] = tomllib.loads(FLOORS.read_text("utf-8"))
    if hashlib.sha256(WORDS.read_bytes()).hexdigest() != floors["words"]:
        return ["hyphens.toml is not what the floors were measured on."]
    return [
        f"{name} is {counts[name]:.3f}, its floor is {floor}."
        for name, floor in floors["floors"].items()
        if counts[name] < floor
    ]


def print_dictionary() -> None:
    for kind, words in (("real", hyphenated()), ("broken", broken())):
        wrong = []
        total = 0
        for stem, rest, word in words:
            total += 1
            if rejoin(stem, rest, without(word)) != word:
                wrong.append(f"{stem}-{rest}")
        click.echo(f"{kind}: {total - len(wrong)} of {total} ({1 - len(wrong) / total:.3f})")
        click.echo("   " + ", ".join(wrong[:: max(1, len(wrong) // _SAMPLE)]))


def without(word: str) -> WordTest:
    """The dictionary as it would be without this word and its other forms."""
    bare = word.replace("-", "")[: max(_STEM, len(word) - 4)]
    return lambda one: not one.replace("-", "").startswith(bare) and is_known(one)


def hyphenated() -> Iterator[tuple[str, str, str]]:
    for word in sorted(load_lexicon()):
        stem, hyphen, rest = word.partition("-")
        if (
            hyphen
            and len(stem) > 1
            and stem.isalpha()
            and rest[:1].islower()
            and _is_drawn(word, 1)
        ):
            yield stem, rest, word


def broken() -> Iterator[tuple[str, str, str]]:
    breaker = pyphen.Pyphen(lang="nl_NL", left=2, right=2)
    for word in sorted(load_lexicon()):
        if word.isalpha() and word.islower() and _is_drawn(word, 40):
            for at in breaker.positions(word):
                if word[at] not in "ëïöü":
                    yield word[:at], word[at:], word


def _is_drawn(word: str, every: int) -> bool:
    return int(hashlib.sha256(word.encode()).hexdigest(), 16) % every == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
