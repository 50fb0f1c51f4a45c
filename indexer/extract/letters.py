"""The letters of a page as PDFium gives them, and for how many it cannot say what they are."""

import ctypes
from array import array
from typing import Any

import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

_GLYPHS_ASKED = 64


def characters_of(textpage: Any) -> str:  # noqa: ANN401  # no types
    """The text of a page, a character for each of PDFium's, which are halves of UTF-16 pairs."""
    count = pdfium_c.FPDFText_CountChars(textpage)
    if count < 1:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(textpage, 0, count, buffer)
    if written != count + 1:
        codes = (pdfium_c.FPDFText_GetUnicode(textpage, at) for at in range(count))
        return "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)  # noqa: PLR2004
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
    if len(text) != count:  # halves of pairs became one
        text = "".join(map(chr, array("H", bytes(buffer))[:count]))
    return text.replace("\ufffe", "\x02").replace("\0", " ")


def unmapped_part(textpage: Any, count: int) -> float:  # noqa: ANN401  # no types
    """The share of the glyphs, asked of a few, of which the font does not say what letter it is."""
    asked = range(0, count, max(count // _GLYPHS_ASKED, 1))
    without = sum(pdfium_c.FPDFText_HasUnicodeMapError(textpage, at) == 1 for at in asked)
    return without / len(asked) if asked else 0.0
