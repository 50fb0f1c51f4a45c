"""Functions of PDFium that are called for very many glyphs, by their address.

Called as pypdfium2 has them, each call makes and checks pointers, which takes longer than PDFium
does. Here pointers are plain numbers; so a call can also be mapped over many places at once.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int


def address_of(pointer: Any) -> int:  # noqa: ANN401  # no types
    """A pointer as a number; 0 for none."""
    return ctypes.cast(pointer, _POINTER).value or 0


def addresses_in(array: "ctypes.Array[Any]") -> tuple[int, ...]:
    """Where each value of an array stands, for a call that writes them one by one."""
    start = ctypes.addressof(array)
    return tuple(range(start, start + ctypes.sizeof(array), ctypes.sizeof(array) // len(array)))


def _typed(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:  # noqa: ANN401  # idem
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(function))


box_at = _typed(pdfium_c.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
ink_at = _typed(
    pdfium_c.FPDFText_GetCharBox, _INT, _POINTER, _INT, _POINTER, _POINTER, _POINTER, _POINTER
)
origin_at = _typed(pdfium_c.FPDFText_GetCharOrigin, _INT, _POINTER, _INT, _POINTER, _POINTER)
object_at = _typed(pdfium_c.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
size_at = _typed(pdfium_c.FPDFText_GetFontSize, ctypes.c_double, _POINTER, _INT)
matrix_at = _typed(pdfium_c.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
mode_of = _typed(pdfium_c.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
font_of = _typed(pdfium_c.FPDFTextObj_GetFont, _POINTER, _POINTER)
ascent_of = _typed(pdfium_c.FPDFFont_GetAscent, _INT, _POINTER, ctypes.c_float, _POINTER)
descent_of = _typed(pdfium_c.FPDFFont_GetDescent, _INT, _POINTER, ctypes.c_float, _POINTER)
angle_of = _typed(pdfium_c.FPDFText_GetCharAngle, ctypes.c_float, _POINTER, _INT)
colour_at = _typed(
    pdfium_c.FPDFText_GetFillColor, _INT, _POINTER, _INT, _POINTER, _POINTER, _POINTER, _POINTER
)
clip_of = _typed(pdfium_c.FPDFPageObj_GetClipPath, _POINTER, _POINTER)
paths_in = _typed(pdfium_c.FPDFClipPath_CountPaths, _INT, _POINTER)
drawn_at = _typed(pdfium_c.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
kind_of = _typed(pdfium_c.FPDFPageObj_GetType, _INT, _POINTER)
bounds_of = _typed(
    pdfium_c.FPDFPageObj_GetBounds, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER
)
