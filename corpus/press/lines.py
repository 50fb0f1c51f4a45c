"""Breaks words into lines, with hyphens: for the design that is not set by typst.

Pure: how wide something is, is asked of a function.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

import pyphen

from corpus.models import Value
from corpus.press.flow import Word
from corpus.press.markup import Run

_LEAST_LETTERS = 3
"""So many letters stand at least before and behind a hyphen."""

_WITH_TREMA = "äëïöü"


class Part(Value, frozen=True):
    """A word on a line, or what of it the line has.

    Attributes:
        word: its number in the block.
        runs: its characters, with the hyphen at the line end.
        begins: whether the first letter of the word is in it.
        ends: whether the last is.
    """

    word: int
    runs: Word
    begins: bool = True
    ends: bool = True


class SetLine(Value, frozen=True):
    """The parts of a line, their natural width, and whether a paragraph ends with it."""

    parts: tuple[Part, ...]
    width: float
    last: bool = False


Measure = Callable[[Run], float]


class _Filler:
    """The line that is being filled."""

    def __init__(self, room: Callable[[int], float], measure: Measure) -> None:
        self.measure = measure
        self.space = measure(Run(" "))
        self.lines: list[SetLine] = []
        self._room = room
        self._parts: list[Part] = []
        self._used = 0.0

    def left(self) -> float:
        """The room behind the space that a next part needs."""
        return self._room(len(self.lines)) - self._used - (self.space if self._parts else 0.0)

    def add(self, part: Part) -> None:
        if self._parts:
            self._used += self.space
        self._used += self.width(part.runs)
        self._parts.append(part)

    def end_line(self, *, last: bool = False) -> bool:
        """Ends the line; False if there was none."""
        if not self._parts:
            return False
        self.lines.append(SetLine(tuple(self._parts), self._used, last))
        self._parts, self._used = [], 0.0
        return True

    def width(self, runs: Word) -> float:
        return sum(map(self.measure, runs))


def break_lines(
    words: tuple[Word, ...],
    room: Callable[[int], float],
    measure: Measure,
    *,
    hyphenate: bool = True,
) -> tuple[SetLine, ...]:
    """The lines of a block.

    Args:
        words: of the block.
        room: the width of the line with that number, from 0.
        measure: the width of a run.
        hyphenate: whether words may be broken.
    """
    filler = _Filler(room, measure)
    for index, word in enumerate(words):
        rest = Part(index, word)
        while filler.width(rest.runs) > filler.left():
            cut = _cut(rest, filler) if hyphenate else None
            if cut is not None:
                filler.add(cut[0])
                rest = cut[1]
            if not filler.end_line():
                # A word that no line can hold sticks out, rather than being lost.
                break
        filler.add(rest)
    filler.end_line(last=True)
    return tuple(filler.lines)


def _cut(part: Part, filler: _Filler) -> tuple[Part, Part] | None:
    """The longest beginning that still fits on the line, and the rest."""
    if any(run.style == "note" for run in part.runs):
        # Its mark would come on the next line, and perhaps on another page than its footnote.
        return None
    for head, hyphen, tail in reversed(list(_cuts(part.runs[0].text))):
        style = part.runs[0].style
        runs = (Run(head + hyphen, style),)
        if filler.width(runs) <= filler.left():
            rest = (Run(tail, style), *part.runs[1:])
            return (
                Part(part.word, runs, begins=part.begins, ends=False),
                Part(part.word, rest, begins=False, ends=part.ends),
            )
    return None


@cache
def _cuts(text: str) -> tuple[tuple[str, str, str], ...]:
    """Beginning, hyphen if there is none yet, and end, for every place where a word may break."""
    return tuple(_cuts_of(text))


def _cuts_of(text: str) -> Iterator[tuple[str, str, str]]:
    for position in sorted({*_syllables(text), *_hyphens(text)}):
        head, tail = text[:position], text[position:]
        letters = (sum(map(str.isalpha, head)), sum(map(str.isalpha, tail)))
        if min(letters) >= _LEAST_LETTERS and tail[0].isalpha():
            yield head, "" if head.endswith("-") else "-", tail


def _syllables(text: str) -> Iterator[int]:
    for position in _dictionary().positions(text):
        # Where Dutch spells a broken word differently (drieëntwintig, drie-entwintig), it is not
        # broken: the truth about the page would have to tell two spellings.
        if position.data is None and text[position] not in _WITH_TREMA:
            yield int(position)


def _hyphens(text: str) -> Iterator[int]:
    """Behind the hyphens that the word has itself."""
    return (found.end() for found in re.finditer("-", text))


@cache
def _dictionary() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=2, right=2)
