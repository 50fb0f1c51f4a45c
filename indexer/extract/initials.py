"""Initials: the letter over several lines that a chapter begins with, and its word.

A mark that opens a quote may stand before the letter, in its size: "‘S" and "nel even langs".
"""

from collections.abc import Sequence

from msgspec import structs

from indexer.extract.lines import Line, is_initial
from indexer.extract.repair import WordTest

_LARGE = 1.8  # times the size of the line beside it
_REACH = 1.0  # times the size of that line: so far from the letter it begins
_LEVEL = 1.0  # times the size of that line: so far apart their upper edges are
_APOSTROPHES = "'’"
_MARKS = "‘’'“”„\"«‹"
_WORDS = frozenset("UO")  # letters that are words of Dutch


def with_initials(lines: Sequence[Line], is_word: WordTest) -> tuple[Line, ...]:
    """The lines in their order, each initial put together with its word, and with its line.

    Args:
        lines: of a page; one that begins with an initial knows it (`Line.initial`), or the
            initial is a line by itself.
        is_word: tells "Uit" from "U it".
    """
    letters = [line for line in lines if is_initial(line.text)]
    taken: dict[Line, Line] = {}
    for letter in letters:
        beside = next((line for line in lines if _is_beside(letter, line)), None)
        if beside is not None:
            taken[beside] = letter
    if not taken:
        return tuple(_closed_up(line, is_word) for line in lines)
    put = set(taken.values())
    return tuple(
        _closed_up(_joined(taken[line], line) if line in taken else line, is_word)
        for line in lines
        if line not in put
    )


def _is_beside(letter: Line, line: Line) -> bool:
    """Whether a line is the first of those beside a large letter."""
    return (
        letter.size >= _LARGE * line.size
        and -0.2 * line.size < line.x0 - letter.x1 < _REACH * line.size
        and letter.y0 < line.y0
        and abs(letter.y1 - line.y1) < _LEVEL * line.size + 0.3 * (letter.size - line.size)
        and line.text.lstrip(_APOSTROPHES)[:1].isalpha()
    )


def _joined(letter: Line, line: Line) -> Line:
    return structs.replace(line, text=f"{letter.text} {line.text}", x0=letter.x0, initial=True)


def _closed_up(line: Line, is_word: WordTest) -> Line:
    """The line with its initial in the word that it begins, unless it is a word by itself."""
    initial, space, rest = line.text.partition(" ")
    if not (line.initial and space and is_initial(initial)):
        return line
    letter = initial.strip(_MARKS)
    word = letter + rest.split(" ", 1)[0].rstrip(".,;:!?…’”'\"")
    if letter.islower() or (letter in _WORDS and not is_word(word.lower())):
        return line
    return structs.replace(line, text=initial + rest)
