"""The marks of notes: raised signs in the text, and the signs that footnotes begin with.

A mark is no part of a word or sentence. Until the footnotes of its page are known, a raised one is
written in characters that no text has (of the last private plane of Unicode); one that is not
raised, such as "[1]" or "*", stands as it is. A mark is known by its name: that of "[1]", of "1)"
and of a raised 1 is "1".
"""

import re
from collections.abc import Iterable, Sequence

from indexer.extract.numerals import Number, parse_number

_BASE = 0x10FF00
_SYMBOLS = "*†‡§¶‖#"
_SIGNS = f"0123456789abcdefghijklmnopqrstuvwxyz{_SYMBOLS}[](),"
_HIDDEN = "".join(chr(_BASE + place) for place in range(len(_SIGNS)))
_PLAIN = dict(zip(map(ord, _HIDDEN), _SIGNS, strict=True))
_TO_MARK = {ord(sign): chr(_BASE + place) for place, sign in enumerate(_SIGNS)}
_SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FROM_SUPERSCRIPT = str.maketrans(_SUPERSCRIPT_DIGITS, "0123456789")
_SUPERSCRIPTS = re.compile(f"[{_SUPERSCRIPT_DIGITS}]+")
_SHAPE = re.compile(
    rf"[\[(]?(?:\d{{1,3}}(?:,\d{{1,3}})*|[a-z]|[ivx]{{1,5}}|[{re.escape(_SYMBOLS)}]{{1,3}})[\])]?"
)
_MARK = re.compile(rf"\s*([{_HIDDEN}]+)(?=(\w?))")
_WRITTEN = re.compile(r"(?<=[\w.,;:!?…)’”'\"])(\[\d{1,3}\]|[*†‡§¶‖]{1,3})(?!\w)")
_BEGINS = re.compile(
    rf"\A(?:([{_HIDDEN}]+)[.)]?"  # raised
    r"|(\d{1,3})(?:[.)](?!\d)|(?=\s))"  # "1", "1." and "1)"
    r"|(\d{1,3})(?=[A-Z][a-z])"  # a number that a program sets right before the text
    r"|(\[\d{1,3}\]|[*†‡§¶‖]{1,3})"
    r"|([a-z]|[ivx]{1,5})[.)]?(?=\s+[A-Z]))\s*(?=\S)"
)
_UNITS = frozenset(["m", "cm", "dm", "km", "mm", "hm", "x", "r"])
_YEAR = re.compile(r"(?<!\d)\d{4}$")
_WORD_END = re.compile(r"[^\W\d_]*$")
_FEWEST_COUNTED = 3  # marks that count up: so many are those of notes, wherever these stand


def raise_signs(text: str, signs: str) -> str:
    """The text with raised signs behind it: as a mark if they may be one, else as they are.

    None is behind a unit ("m2"), and no letter behind a space: that stands beside a large initial.
    """
    is_apart = text[-1:].isspace() and signs.isalpha()
    is_mark = _SHAPE.fullmatch(signs) is not None and _is_note_place(text) and not is_apart
    return text + (signs.translate(_TO_MARK) if is_mark else signs)


def is_mark(text: str) -> bool:
    """Whether a text is nothing but what may be the mark of a note; letters are none."""
    return not text[:1].isalpha() and _SHAPE.fullmatch(text) is not None


def raise_superscripts(text: str) -> str:
    """The text with numbers that are superscripts of Unicode as marks, where marks may stand."""
    if text.isascii() or not _SUPERSCRIPTS.search(text):
        return text
    whole, end = "", 0
    for match in _SUPERSCRIPTS.finditer(text):
        before = whole + text[end : match.start()]
        raised = raise_signs(before, match[0].translate(_FROM_SUPERSCRIPT))
        whole = raised if _has_mark(raised[len(before) :]) else before + match[0]
        end = match.end()
    return whole + text[end:]


def mark_of(text: str) -> str | None:
    """The name of the mark that a text begins with, as a footnote does, or None."""
    begins = _BEGINS.match(text)
    return _names(next(filter(None, begins.groups())))[0] if begins else None


def begins_with_mark(text: str) -> bool:
    """Whether a text begins with a raised mark."""
    return text[:1] in _HIDDEN and bool(text)


def is_next_mark(mark: str, *, after: str) -> bool:
    """Whether a mark follows another: 2 after 1, b after a, ii after i, † after *."""
    if mark[0] in _SYMBOLS or after[0] in _SYMBOLS:
        return mark != after and mark[0] in _SYMBOLS and after[0] in _SYMBOLS
    if len(mark) == len(after) == 1 and ord(mark) == ord(after) + 1:
        return True
    number, before = parse_number(mark), parse_number(after)
    if number is None or before is None:
        return False
    return number == Number(before.style, before.value + 1)


def begins_with_symbol(text: str) -> bool:
    """Whether a text begins with a mark that begins little but notes: "[1]", "*"."""
    begins = _BEGINS.match(text)
    return bool(begins and begins[4])


def without_mark(text: str) -> str:
    """A footnote without the mark it begins with."""
    return _BEGINS.sub("", text, count=1)


def marks_in(text: str) -> tuple[str, ...]:
    """The names of the marks that stand in a text, raised or not, in order."""
    found = [*_WRITTEN.finditer(text), *(_MARK.finditer(text) if _has_mark(text) else ())]
    marks = [mark[1] for mark in sorted(found, key=lambda mark: mark.start())]
    return tuple(name for mark in marks for name in _names(mark))


def settle(text: str, notes: Iterable[str]) -> str:
    """The text without the marks of these notes; other marks as they are.

    A raised number that is the mark of no note is set apart from the word.
    """
    known = frozenset(notes)

    def write(match: re.Match[str]) -> str:
        if known.issuperset(_names(match[1])):
            return " " if match[2] else ""
        plain = match[1].translate(_PLAIN)
        return f" {plain}" + (" " if match[2] else "") if plain[0].isdigit() else plain

    def leave_out(match: re.Match[str]) -> str:
        return "" if known.issuperset(_names(match[1])) else match[1]

    settled = _MARK.sub(write, text).strip() if _has_mark(text) else text
    return _WRITTEN.sub(leave_out, settled) if known else settled


def counted(marks: Sequence[str], known: Iterable[str]) -> frozenset[str]:
    """The numbers, of the raised marks of a document in their order, that count up from 1.

    Such are the marks of notes, wherever these stand: at the end of the chapter, or of the book.
    A run of them counts up from 1 by one; a number may return.

    Args:
        marks: the names of all raised marks, in reading order.
        known: those of which the note is known.
    """
    notes = frozenset(known)
    found: set[str] = set()
    run: list[str] = []
    for mark in [*filter(str.isdigit, marks), "0"]:
        if run and mark in run:
            continue
        if run and int(mark) == int(run[-1]) + 1:
            run.append(mark)
            continue
        if len(run) >= _FEWEST_COUNTED or notes.intersection(run):
            found.update(run)
        run = [mark] if mark == "1" else []
    return frozenset(found)


def raised_in(text: str) -> Sequence[str]:
    """The names of the raised marks of a text, in their order."""
    if not _has_mark(text):
        return ()
    return [name for mark in _MARK.finditer(text) for name in _names(mark[1])]


def _names(mark: str) -> Sequence[str]:
    """The names of a mark; of "1,2" two."""
    return mark.translate(_PLAIN).strip("[]()").split(",")


def _has_mark(text: str) -> bool:
    return not text.isascii() and any(sign in text for sign in _HIDDEN)


def _is_note_place(text: str) -> bool:
    """Whether a raised sign here may be a mark: at a start, behind a word, a year or a stop."""
    if not text or text[-1].isspace() or text[-1] in _HIDDEN:
        return True
    if text[-1].isdigit():
        return _YEAR.search(text) is not None
    word = _WORD_END.search(text)
    return word is None or word[0].lower() not in _UNITS
