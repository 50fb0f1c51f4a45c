"""Glyphs to lines: what stands together on one line, with its place, size and weight.

Lengths are in points. The origin is the lower left corner of the page as a reader sees it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from indexer.extract.repair import clean, mark_line_end

BULLETS = "•‣▪■□●○◦▶►➢➤✓✔❖\u2043\u2219\uf0b7\uf0a7\uf0d8"

_SPACE = 0.2  # times the height of a glyph: a gap this wide is a space
_BULLET_REACH = 4.0  # times the height: how far from its bullet an item begins
_UNIT_LETTERS = 2
_WORD_END = re.compile(r"[^\W\d_]*$")


class Glyph(NamedTuple):
    """A character and its box; a space or line break that PDFium added has an empty box."""

    char: str
    x0: float
    y0: float
    x1: float
    y1: float
    place: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Attributes:
        text: repaired; a hyphen at its end may be one that breaks a word.
        x0: left edge.
        y0: lower edge of most of its glyphs.
        x1: right edge.
        y1: upper edge of most of its glyphs.
        size: of the type.
        bold: whether it is bold throughout.
        page: index of the page, from 0.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    page: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page before it has blocks: its width and height, and its lines in the order of the file."""

    width: float
    height: float
    lines: tuple[Line, ...]


def split_lines(glyphs: Sequence[Glyph]) -> tuple[tuple[Glyph, ...], ...]:
    """The glyphs of each line, without those of empty lines.

    PDFium marks the end of a line by CR LF, except after a hyphen (U+0002), where the next glyph
    stands lower; and it marks one where a line goes on after a superscript, which is undone here.
    """
    lines: list[list[Glyph]] = []
    last: Glyph | None = None
    ended = True
    for glyph in glyphs:
        if glyph.char in "\r\n":
            ended = True
        elif glyph.char.isspace():
            if not ended:
                lines[-1].append(glyph)
        else:
            if last is None or not (
                _goes_on(lines[-1], last, glyph) if ended else _is_level(last, glyph)
            ):
                lines.append([])
            elif ended and glyph.x0 - last.x1 > _SPACE * _height(glyph):
                lines[-1].append(Glyph(" ", 0, 0, 0, 0, glyph.place))
            lines[-1].append(glyph)
            last, ended = glyph, False
    return tuple(map(tuple, lines))


def to_line(glyphs: Sequence[Glyph], *, page: int, size: float, bold: bool) -> Line:
    """The line that these glyphs form, on the page with that index."""
    inked = [glyph for glyph in glyphs if not glyph.char.isspace()] or list(glyphs)
    return Line(
        text=clean(mark_line_end(_text(glyphs))),
        x0=min(glyph.x0 for glyph in inked),
        y0=median(glyph.y0 for glyph in inked),
        x1=max(glyph.x1 for glyph in inked),
        y1=median(glyph.y1 for glyph in inked),
        size=size,
        bold=bold,
        page=page,
    )


def _is_level(last: Glyph, glyph: Glyph) -> bool:
    """Whether the line goes on, where PDFium marks no end: after a hyphen only on one height."""
    return last.char != "\x02" or _same_height(last, glyph)


def _goes_on(line: Sequence[Glyph], last: Glyph, glyph: Glyph) -> bool:
    """Whether the line goes on, where PDFium marks its end: close by and on one height."""
    reach = _BULLET_REACH if len(line) == 1 and last.char in BULLETS else 1.0
    gap = (glyph.x0 - last.x1) / max(_height(glyph), 0.1)
    return -_SPACE < gap < reach and _same_height(last, glyph)


def _same_height(last: Glyph, glyph: Glyph) -> bool:
    overlap = min(last.y1, glyph.y1) - max(last.y0, glyph.y0)
    return overlap > 0.6 * min(_height(last), _height(glyph))


def _height(glyph: Glyph) -> float:
    return glyph.y1 - glyph.y0


def _text(glyphs: Sequence[Glyph]) -> str:
    """The characters, footnote numbers that stick to a word set apart from it."""
    base = median(glyph.y0 for glyph in glyphs if not glyph.char.isspace())
    height = median(_height(glyph) for glyph in glyphs if not glyph.char.isspace())
    text = ""
    raised_before = False
    for glyph in glyphs:
        raised = (
            glyph.char.isdigit()
            and _height(glyph) < 0.8 * height
            and glyph.y0 > base + 0.15 * height
        )
        begins = raised and not raised_before and _is_note_place(text)
        if begins or (raised_before and not raised and glyph.char.isalpha()):
            text += " "
        text += glyph.char
        raised_before = raised
    return text


def _is_note_place(text: str) -> bool:
    """Whether a raised digit here is a footnote number: behind a word or a stop, not in "m2"."""
    if not text or text[-1].isspace() or text[-1].isdigit():
        return False
    letters = len(_WORD_END.search(text)[0])  # type: ignore[index]  # it always matches
    return letters == 0 or letters > _UNIT_LETTERS
