"""How the glyphs of a page are set: asked once for each text object, whose glyphs are set alike."""

import ctypes
import re
from math import atan2, hypot, pi
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]
from msgspec import Struct

from indexer.extract.calls import (
    address_of,
    addresses_in,
    ascent_of,
    colour_at,
    descent_of,
    font_of,
    matrix_at,
    mode_of,
    object_at,
    size_at,
)
from indexer.extract.clips import seen_part

_FORCE_BOLD, _ITALIC = 1 << 18, 1 << 6  # of the font descriptor's flags
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi|cmbx", re.IGNORECASE)
_ITALIC_NAME = re.compile(rb"italic|oblique|slanted|cmti|cmsl|-it(?:alic)?$|ital$", re.IGNORECASE)
_INVISIBLE = 3
_ASKEW = 0.05  # of a quarter of a turn
_SLANT = 0.1  # the sine of the angle: programs slant by 11 to 20 degrees
_SMALL = 1e-6
_LOWEST = 0.8  # of the size: the type of the fonts of real files is 0.83 high and more

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, each 0 to 255."""


class Look(Struct, frozen=True, gc=False):
    """How a glyph is set; `hidden` where it is invisible, askew, or clipped away.

    Its colour is black, and it is opaque, 255, where PDFium does not say.
    """

    size: float
    bold: bool
    italic: bool
    hidden: bool
    colour: Colour = (0, 0, 0)
    alpha: int = 255


class Looks:
    """How the glyphs of one page are set."""

    def __init__(self, textpage: Any) -> None:  # noqa: ANN401  # no types
        self._textpage, self._handle = textpage, address_of(textpage.raw)
        self._matrix = (ctypes.c_float * 6)()  # an FS_MATRIX
        self._matrix_place = ctypes.addressof(self._matrix)
        self._ink = (ctypes.c_uint * 4)()
        self._ink_places = addresses_in(self._ink)
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._looks: dict[int, Look] = {}
        self._low: dict[int, bool] = {}
        self._rises: dict[int, tuple[float, float] | None] = {}

    def at(self, place: int) -> Look:
        """How the glyph at this place of the text is set."""
        owner = object_at(self._handle, place) or 0
        if not owner or owner not in self._looks:
            self._looks[owner] = self._ask(owner, place)
        return self._looks[owner]

    def rise_at(self, place: int) -> tuple[float, float] | None:
        """How far and which way type rises that is lower than any by its font; else None.

        As long as the size of the type, in the coordinates of the file.
        """
        owner = object_at(self._handle, place) or 0
        if owner not in self._rises:
            self._rises[owner] = self._rise(owner, place)
        return self._rises[owner]

    def _rise(self, owner: int, place: int) -> tuple[float, float] | None:
        font = (font_of(owner) if owner else 0) or 0
        if not font or not self._is_low(font):
            return None
        if not matrix_at(self._handle, place, self._matrix_place):
            return None
        size = size_at(self._handle, place)
        return size * self._matrix[2], size * self._matrix[3]

    def _is_low(self, font: int) -> bool:
        """Whether a font has no height of its type, or one of its ink."""
        if font not in self._low:
            ascent, descent = ctypes.c_float(), ctypes.c_float()
            ascent_of(font, 1.0, ctypes.addressof(ascent))
            descent_of(font, 1.0, ctypes.addressof(descent))
            self._low[font] = ascent.value - descent.value < _LOWEST
        return self._low[font]

    def _ask(self, owner: int, place: int) -> Look:
        size = size_at(self._handle, place)
        askew, slants = 0.0, False
        if matrix_at(self._handle, place, self._matrix_place):
            a, b, c, d, _, _ = self._matrix
            # The size of the type as it is set: the font's own size knows no scaling of the page.
            size *= hypot(c, d)
            if b or c or a <= 0:
                askew, slants = _leaning(a, b, c, d)
        invisible = bool(owner) and mode_of(owner) == _INVISIBLE
        hidden = invisible or askew > _ASKEW or (owner and _is_clipped(owner))
        bold, italic = self._weight(owner, place)
        return Look(round(size, 2), bold, italic or slants, bool(hidden), *self._colour(place))

    def _colour(self, place: int) -> tuple[Colour, int]:
        if not colour_at(self._handle, place, *self._ink_places):
            return (0, 0, 0), 255
        red, green, blue, alpha = self._ink
        return (red, green, blue), alpha

    def _weight(self, owner: int, place: int) -> tuple[bool, bool]:
        """Bold and italic, by name and flags of the font: the weight PDFium gives is a guess."""
        font = (font_of(owner) if owner else 0) or 0
        if not font or font not in self._fonts:
            name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
            pdfium_c.FPDFText_GetFontInfo(self._textpage, place, name, len(name), flags)
            self._fonts[font] = (
                bool(flags.value & _FORCE_BOLD) or _BOLD_NAME.search(name.value) is not None,
                bool(flags.value & _ITALIC) or _ITALIC_NAME.search(name.value) is not None,
            )
        return self._fonts[font]


def _leaning(a: float, b: float, c: float, d: float) -> tuple[float, bool]:
    """How far a line is from level or upright, in quarters of a turn, and whether letters slant.

    A program that has no italics of a font slants its letters; their line is level all the same.
    """
    quarters = abs(atan2(b, a)) * 2 / pi % 1
    slant = (a * c + b * d) / max(hypot(a, b) * hypot(c, d), _SMALL)
    return min(quarters, 1 - quarters), slant > _SLANT


def _is_clipped(owner: int) -> bool:
    """Whether a text object lies outside the paths that clip it, by their boxes."""
    drawn = ctypes.cast(owner, pdfium_c.FPDF_PAGEOBJECT)
    sides = tuple(ctypes.c_float() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetBounds(drawn, *sides):
        return False
    left, bottom, right, top = (side.value for side in sides)
    return seen_part(owner, (left, bottom, right, top)) is None
