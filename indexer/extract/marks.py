"""The marks of notes: raised numbers in the text, and the numbers that footnotes begin with.

A mark is no part of a word or sentence. Until the footnotes of its page are known, its digits are
written as characters that no text has (of the last private plane of Unicode).
"""

import re
from collections.abc import Iterable

_BASE = 0x10FF00
_DIGITS = "".join(chr(_BASE + digit) for digit in range(10))
_PLAIN = {_BASE + digit: str(digit) for digit in range(10)}
_TO_MARK = {ord(str(digit)): chr(_BASE + digit) for digit in range(10)}
_TO_MARK |= {ord(char): chr(_BASE + digit) for digit, char in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_SUPERSCRIPTS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_MARK = re.compile(rf"\s*([{_DIGITS}]+)(?=(\w?))")
_BEGINS = re.compile(rf"^([{_DIGITS}]+|\d{{1,3}}(?=\s|[.)](?!\d)))[.)]?\s*(?=\S)")
_UNIT_LETTERS = 2
_YEAR = re.compile(r"(?<!\d)\d{4}$")
_WORD_END = re.compile(r"[^\W\d_]*$")


def raise_digits(text: str, digits: str) -> str:
    """The text with raised digits behind it: as a mark, but plain behind a unit ("m2")."""
    return text + (digits.translate(_TO_MARK) if _is_note_place(text) else digits)


def raise_superscripts(text: str) -> str:
    """The text with numbers that are superscripts of Unicode as marks, where marks may stand."""
    if text.isascii():
        return text
    return _SUPERSCRIPTS.sub(
        lambda match: raise_digits(match.string[: match.start()], match[0])[match.start() :], text
    )


def mark_of(text: str) -> str | None:
    """The number that a text begins with, as a footnote does, or None."""
    begins = _BEGINS.match(text)
    return begins[1].translate(_PLAIN) if begins else None


def begins_with_mark(text: str) -> bool:
    """Whether a text begins with a raised number."""
    return text[:1] in _DIGITS and bool(text)


def without_mark(text: str) -> str:
    """A footnote without the number it begins with."""
    return _BEGINS.sub("", text, count=1)


def marks_in(text: str) -> tuple[str, ...]:
    """The numbers that stand as marks in a text, in order."""
    if not _has_mark(text):
        return ()
    return tuple(mark[1].translate(_PLAIN) for mark in _MARK.finditer(text))


def settle(text: str, notes: Iterable[str]) -> str:
    """The text without the marks of these notes; other marks as numbers set apart from the word."""
    known = frozenset(notes)

    def write(match: re.Match[str]) -> str:
        if match[1].translate(_PLAIN) in known:
            return " " if match[2] else ""
        return f" {match[1].translate(_PLAIN)}" + (" " if match[2] else "")

    return _MARK.sub(write, text).strip() if _has_mark(text) else text


def _has_mark(text: str) -> bool:
    return not text.isascii() and any(digit in text for digit in _DIGITS)


def _is_note_place(text: str) -> bool:
    """Whether a raised digit here may be a mark: at a start, behind a word, a year or a stop."""
    if not text or text[-1].isspace() or text[-1] in _DIGITS:
        return True
    if text[-1].isdigit():
        return _YEAR.search(text) is not None
    letters = len(_WORD_END.search(text)[0])  # type: ignore[index]  # it always matches
    return letters == 0 or letters > _UNIT_LETTERS
