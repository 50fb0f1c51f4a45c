"""Numbers as pages carry them: arabic, and roman in either case."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

NumberStyle: TypeAlias = Literal["1", "i", "I"]

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ARABIC = re.compile(r"0{0,3}([1-9][0-9]{0,3})")
_ROMAN_LETTERS = re.compile(r"[ivxlcdm]{1,15}|[IVXLCDM]{1,15}")
_SEPARATORS = re.compile(r"[\s/|]+")
_TRIMMINGS = "-–—•·.,:;()[]<>~*"


class Number(NamedTuple):
    """A number and the way it is written."""

    style: NumberStyle
    value: int


def parse_number(token: str) -> Number | None:
    """The number that a token is, or None: "12", "007", "iv", "XII", but not "iiii" or "1,5"."""
    if arabic := _ARABIC.fullmatch(token):
        return Number("1", int(arabic[1]))
    if not _ROMAN_LETTERS.fullmatch(token):
        return None
    value = _roman_value(token.lower())
    if to_roman(value) != token.lower():
        return None
    return Number("i" if token.islower() else "I", value)


def format_number(number: Number) -> str:
    """The number as it is written: the inverse of `parse_number`, without leading zeros."""
    if number.style == "1":
        return str(number.value)
    roman = to_roman(number.value)
    return roman if number.style == "i" else roman.upper()


def to_roman(value: int) -> str:
    """A number from 1 in small roman numerals; empty below 1."""
    digits = []
    for unit, letters in _ROMAN:
        count, value = divmod(max(value, 0), unit)
        digits.append(letters * count)
    return "".join(digits)


@lru_cache(maxsize=4096)  # the lines of a margin are asked for more than once
def edge_numbers(text: str) -> tuple[Number, ...]:
    """The numbers at the start and end of a line, where a page number stands.

    "Inleiding 19", "19 Inleiding", "- 19 -", "Pagina 19 van 87" and "19/87" all give 19.
    """
    tokens = [token.strip(_TRIMMINGS) for token in _SEPARATORS.split(text.strip())]
    tokens = [token for token in tokens if token]
    edges = dict.fromkeys((*tokens[:2], *tokens[-3:]))
    return tuple(number for token in edges if (number := parse_number(token)))


def _roman_value(letters: str) -> int:
    values = {letter: unit for unit, letter in _ROMAN if len(letter) == 1}
    total = 0
    for letter, following in zip(letters, (*letters[1:], None), strict=True):
        value = values[letter]
        total += -value if following and values[following] > value else value
    return total
