"""What is drawn on a page of PDFium: its areas, lines and pictures, by their boxes."""

import ctypes
from collections.abc import Iterator
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from indexer.extract.calls import address_of, addresses_in, bounds_of, drawn_at, kind_of
from indexer.extract.clips import seen_part
from indexer.extract.frames import Frame
from indexer.extract.lines import Shape

_MOST_OBJECTS = 20_000
_SMALLEST = 2.0  # points, for a shape to be kept
_DRAWN = (pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE)


def shapes_on(page: Any, frame: Frame) -> Iterator[Shape]:  # noqa: ANN401  # no types
    """What is seen on a page, as far as it is no text and no speck, in the order of the file."""
    sides = (ctypes.c_float * 4)()
    places = addresses_in(sides)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    count = min(pdfium_c.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    objects = list(map(drawn_at, repeat(address_of(page.raw)), range(count)))
    for drawn, kind in zip(objects, map(kind_of, objects), strict=True):
        if kind not in _DRAWN:
            continue
        bounds_of(drawn, *places)
        left, bottom, right, top = sides
        if not (part := seen_part(drawn, (left, bottom, right, top))):
            continue
        box = frame.area(*part)
        if max(box[2] - box[0], box[3] - box[1]) < _SMALLEST:
            continue
        is_path = kind == pdfium_c.FPDF_PAGEOBJ_PATH
        if is_path:
            path = ctypes.cast(drawn, pdfium_c.FPDF_PAGEOBJECT)
            pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke)
        yield Shape(*box, picture=not is_path, filled=is_path and fill.value != 0)
