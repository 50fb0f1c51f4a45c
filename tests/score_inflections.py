"""Counts how many inflections come to the lemma of their word, by tables that others made.

Run by `make inflections`, which unpacks what Debian packages into a folder: `hunspell-nl`, the
tables of OpenTaal, and Dutch documentation, a corpus. A pair counts when both its words stand in
the corpus.

    python tests/score_inflections.py FOLDER [--show KIND] [--floors]

Prints the share of pairs that are joined, by kind and half; the half of a pair is that of its word
(`halves.half_of`). The held half is counted and never shown. With `--floors`, ends in 1 below
`score_inflections_floors.toml`.

The lexicon knows of OpenTaal's list which words exist, not which belongs to which; no lemma comes
from the tables that are measured here.
"""

import gzip
import html
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
from halves import half_of

from indexer.dutch import Analysis, load_lexicon

FLOORS = Path(__file__).parent / "score_inflections_floors.toml"
TABLES = Path("usr/share/hunspell/nl.aff"), Path("usr/share/hunspell/nl.dic")
_KINDS = {"Z": "plural", "A": "adjective", "Y": "diminutive"}
_TAGS = {
    "plural": {"ts:NN2"},
    "adjective": {"ts:AJe", "ts:AJce"},
    "diminutive": {"ts:NN1r", "ts:NN2r"},
}
_OTHER_WORDS = {"Zk", "Zm"}  # nouns made of adjectives
_MARKUP = re.compile(r"<script.*?</script>|<style.*?</style>|<[^>]*>|\\f[BIR]", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Rule(NamedTuple):
    """An ending of OpenTaal's: what goes off, what comes on, and behind which words."""

    kind: str
    off: str
    on: str
    condition: re.Pattern[str]


class Pair(NamedTuple):
    """A word and an inflection of it."""

    kind: str
    word: str
    inflection: str


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--show", type=click.Choice(list(_TAGS)), help="The pairs of the tune half that part."
)
@click.option("--floors", is_flag=True, help="End in 1 below the floors.")
def main(folder: Path, show: str | None, *, floors: bool) -> None:
    """Prints how many inflections are joined with their word."""
    analysis = Analysis(load_lexicon())
    joined, total = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for pair in pairs_of(folder):
        key = pair.kind, half_of(pair.word)
        same = analysis.lemma(pair.word) == analysis.lemma(pair.inflection)
        total[key] += 1
        joined[key] += same
        if show == pair.kind and not same and key[1] == "tune":
            lemmas = analysis.lemma(pair.word), analysis.lemma(pair.inflection)
            click.echo(f"  {pair.word} {pair.inflection}: {' / '.join(lemmas)}")
    shares = {"-".join(key): joined[key] / total[key] for key in sorted(total)}
    for key in sorted(total):
        click.echo(f"{'-'.join(key):16} {shares['-'.join(key)]:.3f}  of {total[key]}")
    if floors:
        least = tomllib.loads(FLOORS.read_text("utf-8"))["floors"]
        sys.exit(int(any(shares[key] < floor for key, floor in least.items())))


def pairs_of(folder: Path) -> Iterator[Pair]:
    """The inflections of OpenTaal's tables whose both words stand in the corpus."""
    affixes, dictionary = ((folder / name).read_text("utf-8") for name in TABLES)
    words = corpus_words(folder)
    yield from (
        pair for pair in expand(affixes, dictionary) if {pair.word, pair.inflection} <= words
    )


def expand(affixes: str, dictionary: str) -> Iterator[Pair]:
    """Every inflection that the tables make, once each, in the order of the dictionary."""
    rules = _rules(affixes)
    seen: set[Pair] = set()
    for line in dictionary.split("\n"):
        word, _, flags = line.split("\t")[0].strip().replace("ĳ", "ij").partition("/")
        for rule in (
            rule for i in range(0, len(flags), 2) for rule in rules.get(flags[i : i + 2], ())
        ):
            if word.islower() and word.endswith(rule.off) and rule.condition.search(word):
                pair = Pair(rule.kind, word, word[: len(word) - len(rule.off)] + rule.on)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _rules(affixes: str) -> dict[str, list[Rule]]:
    """The endings by flag: those for plurals, adjectives with -e and diminutives."""
    rules: dict[str, list[Rule]] = {}
    for line in affixes.split("\n"):
        fields = line.split()
        if len(fields) < 5 or fields[0] != "SFX" or fields[1] in _OTHER_WORDS:
            continue
        flag, off, on, condition = fields[1:5]
        kind = _KINDS.get(flag[0])
        ending = on.partition("/")[0]
        if kind and _TAGS[kind] & set(fields[5:]) and not ending.endswith("-"):
            pattern = re.compile(f"(?:{condition})$")
            rule = Rule(kind, "" if off == "0" else off, ending, pattern)
            rules.setdefault(flag, []).append(rule)
    return rules


def corpus_words(folder: Path) -> set[str]:
    """The words of all HTML, text and manual pages under the folder, in lower case."""
    words: set[str] = set()
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file() or "hunspell" in path.parts:
            continue
        if path.suffix in {".html", ".txt"}:
            text = path.read_text("utf-8", "replace")
        elif path.suffix == ".gz" and "changelog" not in path.name:
            text = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        else:
            continue
        plain = html.unescape(_MARKUP.sub(" ", text)).replace("’", "'").lower()
        words.update(_WORD.findall(plain))
    return words


if __name__ == "__main__":
    main()
