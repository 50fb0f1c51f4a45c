"""Breaks words into lines for `reading_layouts`, with hyphens as a typesetter puts them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

import pyphen
from reading_text import Word

HARD, SOFT = "-", "\N{SOFT HYPHEN}"
_LEAST_LETTERS = 3
_WITH_TREMA = "äëïöü"


@dataclass(frozen=True, slots=True)
class Bit:
    """A word on a line, or as much of it as the line has.

    Attributes:
        word: its number in the item.
        text: its characters, with the hyphen at the line end.
        note: the mark of the footnote behind it.
        begins: whether the word begins on this line.
        ends: whether it ends on it.
    """

    word: int
    text: str
    note: str | None = None
    begins: bool = True
    ends: bool = True


Measure = Callable[[Bit], float]


def bits_of(words: Sequence[Word], first: int = 0) -> list[Bit]:
    """The words, each whole, numbered from `first`."""
    return [Bit(first + at, word.text, word.note) for at, word in enumerate(words)]


def take_line(
    bits: Sequence[Bit], room: float, measure: Measure, *, space: float, hyphen: str | None
) -> tuple[list[Bit], list[Bit]]:
    """The bits of the next line, and the rest.

    Args:
        bits: what is still to be set.
        room: the width of the line.
        measure: the width of a bit.
        space: the width of a space.
        hyphen: what stands at the line end where a word breaks; None where none may.
    """
    line: list[Bit] = []
    used = 0.0
    for at, bit in enumerate(bits):
        width = measure(bit)
        if used + width <= room or not (line or hyphen):
            line.append(bit)
            used += width + space
            continue
        cut = _cut(bit, room - used, measure, hyphen) if hyphen else None
        rest = list(bits[at + 1 :])
        # A last line that is the end of a word is ugly, and on a next page it would be no text.
        if cut and rest:
            return [*line, cut[0]], [cut[1], *rest]
        if line:
            return line, [bit, *rest]
        return [bit], rest
    return line, []


def _cut(bit: Bit, room: float, measure: Measure, hyphen: str) -> tuple[Bit, Bit] | None:
    """The longest beginning that fits, and the rest."""
    if bit.note:
        return None
    for head, tail in reversed(list(_cuts(bit.text))):
        text = head if head.endswith(HARD) else head + hyphen
        front = replace(bit, text=text, ends=False)
        if measure(front) <= room:
            return front, replace(bit, text=tail, begins=False)
    return None


def breaks_of(text: str) -> list[str]:
    """The pieces of a word between the places where it may break."""
    places = [0, *(len(head) for head, _ in _cuts(text)), len(text)]
    return [text[begin:end] for begin, end in pairwise(places)]


@cache
def _cuts(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(_cuts_of(text))


def _cuts_of(text: str) -> Iterator[tuple[str, str]]:
    own = {found.end() for found in re.finditer(HARD, text)}
    for position in sorted(own | set(_syllables(text))):
        head, tail = text[:position], text[position:]
        letters = (sum(map(str.isalpha, head)), sum(map(str.isalpha, tail)))
        if min(letters) >= _LEAST_LETTERS and tail[0].isalpha():
            yield head, tail


def _syllables(text: str) -> Iterator[int]:
    for position in _dictionary().positions(text):
        # Where Dutch spells a broken word differently (drie-entwintig), it is not broken: the truth
        # would have to tell two spellings.
        if position.data is None and text[position] not in _WITH_TREMA:
            yield int(position)


@cache
def _dictionary() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=2, right=2)
