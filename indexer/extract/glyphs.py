"""A page of PDFium: its text in pieces with their place, its lines, and what is drawn around them.

A call for every glyph is what makes reading slow. So the text of a page is asked for at once, and
the place of a word only at its first and last glyph; where these do not stand on one line, or the
word has digits that may be raised, each glyph is asked after all.
"""

import ctypes
import re
from array import array
from collections.abc import Iterator, Sequence
from math import hypot, pi
from statistics import median_low
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from indexer.extract.frames import Box, Frame
from indexer.extract.gutters import split_at_gutters
from indexer.extract.lines import Line, Shape, Sheet, to_line
from indexer.extract.pieces import Glyph, split_lines

_FORCE_BOLD, _ITALIC = 1 << 18, 1 << 6  # of the font descriptor's flags
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi|cmbx", re.IGNORECASE)
_ITALIC_NAME = re.compile(rb"italic|oblique|slanted|cmti|cmsl|-it(?:alic)?$|ital$", re.IGNORECASE)
_TOKEN = re.compile(r"\r\n?|\n|[^\S\r\n]+|[^\s\x02]+\x02?|\x02")
_DIGIT = re.compile(r"\d")
_MOST_OBJECTS = 20_000
_INVISIBLE, _NEARLY_WHITE = 3, 250
_TURNED_PART = 0.6  # of the sampled glyphs stand askew on a page that is to be turned
_LONGEST_MARK = 3
_ASKEW = 0.05  # radians
_RAISED = 0.42  # of its height: so far above the foot of its line stands the ink of a mark
_SMALLEST = 2.0  # points, for a shape to be kept
_GLYPHS_ASKED = 64


class _Look(NamedTuple):
    """How a glyph is set."""

    size: float
    bold: bool
    italic: bool
    hidden: bool


def read_sheet(page: Any, index: int) -> tuple[Frame, Sheet]:  # noqa: ANN401  # no types
    """A page of PDFium as a sheet, and its frame.

    Text outside the crop box is left out; lines that are invisible, or white on white, are told
    apart as `hidden`, unless the page has hardly any other text: then it is the text layer of a
    scan.
    """
    textpage = page.get_textpage()
    text = _characters(textpage)
    frame = Frame(page.get_bbox(), _turn(textpage, text) or page.get_rotation() % 360)
    shapes = tuple(_shapes(page, frame))
    reader = _Reader(textpage, text, frame, shapes)
    lines = [reader.line(glyphs, index, cells=cells) for glyphs, cells in reader.split()]
    seen = [line for line, hidden in lines if line.text and not hidden]
    hidden = [line for line, hidden in lines if line.text and hidden]
    if sum(len(line.text) for line in hidden) > sum(len(line.text) for line in seen):
        seen, hidden = [line for line, _ in lines if line.text], []
    told = tuple(line.text for line in hidden)
    return frame, Sheet(*frame.size, tuple(seen), shapes, told, _unmapped(textpage, len(text)))


class _Reader:
    """Asks PDFium for what it says of the glyphs of one page."""

    def __init__(self, textpage: Any, text: str, frame: Frame, shapes: Sequence[Shape]) -> None:  # noqa: ANN401  # no types
        self._textpage, self._text, self._frame = textpage, text, frame
        self._backdrops = [shape for shape in shapes if shape.filled or shape.picture]
        self._rect = pdfium_c.FS_RECTF()
        self._moved = frame.moved
        self._sides = tuple(ctypes.c_double() for _ in range(4))
        self._fonts: dict[int, tuple[bool, bool]] = {}

    def split(self) -> Iterator[tuple[Sequence[Glyph], bool]]:
        """The glyphs of each line, and whether they are a row of a table."""
        return split_at_gutters(split_lines(tuple(self._glyphs())))

    def line(self, glyphs: Sequence[Glyph], page: int, *, cells: bool) -> tuple[Line, bool]:
        """The line of these glyphs, and whether it is hidden."""
        inked = [glyph.place for glyph in glyphs if not glyph.char.isspace()]
        places = dict.fromkeys((inked[0], inked[len(inked) // 2], inked[-1]))
        looks = [self._look(place) for place in places]
        line = to_line(
            glyphs,
            page=page,
            size=median_low(look.size for look in looks),
            bold=all(look.bold for look in looks),
            italic=all(look.italic for look in looks),
            cells=cells,
        )
        hidden = all(look.hidden for look in looks) or self._is_unseen(inked[0], line)
        return line, hidden

    def _glyphs(self) -> Iterator[Glyph]:
        width, height = self._frame.size
        for token in _TOKEN.finditer(self._text):
            word, start = token[0], token.start()
            if word[0].isspace():
                yield Glyph(word, 0.0, 0.0, 0.0, 0.0, start)
                continue
            for glyph in self._pieces(word, start):
                # Printers' marks beside the page are in the file, but no reader sees them.
                if glyph.x1 > 0 and glyph.y1 > 0 and glyph.x0 < width and glyph.y0 < height:
                    yield glyph

    def _pieces(self, word: str, start: int) -> Iterator[Glyph]:
        first = self._box(start)
        last = first if len(word) == 1 else self._box(start + len(word) - 1)
        if first and last and _is_straight(first, last) and not _may_be_raised(word):
            yield Glyph(word, first[0], first[1], max(first[2], last[2]), first[3], start)
            return
        for at, char in enumerate(word, start):
            box = self._box_of_digit(at) if char.isdigit() else self._box(at)
            yield Glyph(char, *box, at) if box else Glyph(" ", 0.0, 0.0, 0.0, 0.0, at)

    def _box(self, place: int) -> Box | None:
        rect = self._rect
        if not pdfium_c.FPDFText_GetLooseCharBox(self._textpage, place, rect):
            return None
        box = (rect.left, rect.bottom, rect.right, rect.top)
        return self._frame.area(*box) if self._moved else box

    def _box_of_digit(self, place: int) -> Box | None:
        """The box of a digit; of a raised one that a font has as a letter of its own, its ink."""
        box = self._box(place)
        sides = self._sides
        if not box or not pdfium_c.FPDFText_GetCharBox(self._textpage, place, *sides):
            return box
        left, right, bottom, top = (side.value for side in sides)
        ink = self._frame.area(left, bottom, right, top)
        return ink if ink[1] - box[1] > _RAISED * (box[3] - box[1]) else box

    def _look(self, place: int) -> _Look:
        size = float(pdfium_c.FPDFText_GetFontSize(self._textpage, place))
        matrix = pdfium_c.FS_MATRIX()
        # The size of the type as it is set: the font's own size knows no scaling of the page.
        if pdfium_c.FPDFText_GetMatrix(self._textpage, place, matrix):
            size *= hypot(matrix.c, matrix.d)
        owner = pdfium_c.FPDFText_GetTextObject(self._textpage, place)
        invisible = bool(owner) and pdfium_c.FPDFTextObj_GetTextRenderMode(owner) == _INVISIBLE
        askew = abs(_angle(self._textpage, place) * 2 / pi % 1)
        hidden = invisible or min(askew, 1 - askew) > _ASKEW
        return _Look(round(size, 2), *self._weight(owner, place), hidden)

    def _weight(self, owner: Any, place: int) -> tuple[bool, bool]:  # noqa: ANN401  # no types
        """Bold and italic, by name and flags of the font: the weight PDFium gives is a guess."""
        font = pdfium_c.FPDFTextObj_GetFont(owner) if owner else None
        key = ctypes.cast(font, ctypes.c_void_p).value or 0 if font else 0
        if not key or key not in self._fonts:
            name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
            pdfium_c.FPDFText_GetFontInfo(self._textpage, place, name, len(name), flags)
            self._fonts[key] = (
                bool(flags.value & _FORCE_BOLD) or _BOLD_NAME.search(name.value) is not None,
                bool(flags.value & _ITALIC) or _ITALIC_NAME.search(name.value) is not None,
            )
        return self._fonts[key]

    def _is_unseen(self, place: int, line: Line) -> bool:
        """Whether a line is transparent, or set in white where nothing is drawn behind it."""
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        if not pdfium_c.FPDFText_GetFillColor(self._textpage, place, red, green, blue, alpha):
            return False
        if not alpha.value:
            return True
        if min(red.value, green.value, blue.value) < _NEARLY_WHITE:
            return False
        x, y = (line.x0 + line.x1) / 2, (line.y0 + line.y1) / 2
        return not any(
            shape.x0 <= x <= shape.x1 and shape.y0 <= y <= shape.y1 for shape in self._backdrops
        )


def _characters(textpage: Any) -> str:  # noqa: ANN401  # no types
    """The text of a page, a character for each of PDFium's, which are halves of UTF-16 pairs."""
    count = pdfium_c.FPDFText_CountChars(textpage)
    if count < 1:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(textpage, 0, count, buffer)
    if written != count + 1:
        codes = (pdfium_c.FPDFText_GetUnicode(textpage, at) for at in range(count))
        return "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)  # noqa: PLR2004
    text = "".join(map(chr, array("H", bytes(buffer))[:count]))
    return text.replace("\ufffe", "\x02").replace("\0", " ")


def _unmapped(textpage: Any, count: int) -> float:  # noqa: ANN401  # no types
    """The share of the glyphs, asked of a few, of which the font does not say what letter it is."""
    asked = range(0, count, max(count // _GLYPHS_ASKED, 1))
    without = sum(pdfium_c.FPDFText_HasUnicodeMapError(textpage, at) == 1 for at in asked)
    return without / len(asked) if asked else 0.0


def _turn(textpage: Any, text: str) -> int:  # noqa: ANN401  # no types
    """By how many degrees a page must be turned to read it, if most of its text is not upright."""
    inked = [at for at in range(0, len(text), max(len(text) // 24, 1)) if not text[at].isspace()]
    # PDFium counts the angle clockwise.
    turns = [round(-_angle(textpage, at) * 2 / pi) % 4 for at in inked]
    for turn in (1, 2, 3):
        if inked and turns.count(turn) > _TURNED_PART * len(inked):
            return turn * 90
    return 0


def _angle(textpage: Any, place: int) -> float:  # noqa: ANN401  # no types
    return max(float(pdfium_c.FPDFText_GetCharAngle(textpage, place)), 0.0)


def _is_straight(first: Box, last: Box) -> bool:
    height = first[3] - first[1]
    return (
        abs(first[1] - last[1]) < 0.1 * height
        and abs(first[3] - last[3]) < 0.1 * height
        and last[0] >= first[0]
    )


def _may_be_raised(word: str) -> bool:
    """Whether a word has digits beside other signs, or is so short a number as marks are."""
    return _DIGIT.search(word) is not None and (len(word) < _LONGEST_MARK or not word.isdigit())


def _shapes(page: Any, frame: Frame) -> Iterator[Shape]:  # noqa: ANN401  # no types
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    count = min(pdfium_c.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    for at in range(count):
        drawn = pdfium_c.FPDFPage_GetObject(page, at)
        kind = pdfium_c.FPDFPageObj_GetType(drawn)
        if kind not in (pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE):
            continue
        pdfium_c.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
        box = frame.area(left.value, bottom.value, right.value, top.value)
        if max(box[2] - box[0], box[3] - box[1]) < _SMALLEST:
            continue
        is_path = kind == pdfium_c.FPDF_PAGEOBJ_PATH
        if is_path:
            pdfium_c.FPDFPath_GetDrawMode(drawn, fill, stroke)
        yield Shape(*box, picture=not is_path, filled=is_path and fill.value != 0)
