"""Derives `indexer/dutch/words.txt.xz`, the Dutch words with their frequency.

Run as `make words`, which installs `wordfreq` in a place of its own (58 MB, and no longer updated:
too much to ask of who only searches) and unpacks Debian's `hunspell-nl` and `wdutch` into a folder:

    python tests/derive_words.py FOLDER

A word is taken when OpenTaal's list has it and `wordfreq` has counted it. Of OpenTaal's tables only
the marks for making compounds are taken, not the inflections: on these the lemmas are measured.
"""

import lzma
import sys
from collections.abc import Iterator
from pathlib import Path

import click

TARGET = Path(__file__).parents[1] / "indexer" / "dutch" / "words.txt.xz"
HEADER = """\
# Dutch words with ten times their Zipf frequency (log10 of times in a billion words), then what
# OpenTaal allows them in a compound: f may stand first, l may stand last, s is followed by an s;
# n marks a name. Derived by tests/derive_words.py; words.LICENSE.txt says from what.
"""
_SHORTEST = 3
_FIRST = {"Ca", "Cb", "CA", "CB", "Ce", "Cl"}
_LAST = {"Cc"}
_TAKES_S = {"Ch", "Cd"}


def main(arguments: list[str]) -> int:
    root = Path(arguments[0])
    marks = read_marks(root / "usr/share/hunspell/nl.dic")
    words = set((root / "usr/share/dict/dutch").read_text("utf-8").split("\n"))
    text = HEADER + "\n".join(lines(words, marks)) + "\n"
    TARGET.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    click.echo(f"{text.count(chr(10)):,} lines, {TARGET.stat().st_size:,} bytes: {TARGET}")
    return 0


def read_marks(path: Path) -> dict[str, str]:
    """What OpenTaal allows each word in a compound."""
    flags: dict[str, set[str]] = {}
    for line in path.read_text("utf-8").split("\n"):
        word, _, codes = line.split("\t")[0].strip().partition("/")
        pairs = {codes[i : i + 2] for i in range(0, len(codes), 2)}
        flags.setdefault(word.replace("ĳ", "ij"), set()).update(pairs)
    kinds = (("f", _FIRST | _TAKES_S), ("l", _LAST), ("s", _TAKES_S))
    return {
        word: "".join(mark for mark, codes in kinds if found & codes)
        for word, found in flags.items()
    }


def lines(words: set[str], marks: dict[str, str]) -> Iterator[str]:
    """A line a word, in alphabetical order."""
    import wordfreq  # noqa: PLC0415 # only this script needs it

    for word in sorted(wordfreq.get_frequency_dict("nl", "large")):
        if len(word) < _SHORTEST or not word.isalpha():
            continue
        frequency = round(10 * wordfreq.zipf_frequency(word, "nl"))
        if word in words:
            yield f"{word} {frequency}{marks.get(word, '')}"
        elif word.capitalize() in words:
            yield f"{word} {frequency}n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
