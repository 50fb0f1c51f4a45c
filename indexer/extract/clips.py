"""What is left of a thing that a page draws behind the paths that clip it, by their boxes."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from indexer.extract.calls import clip_of, paths_in
from indexer.extract.frames import Box


def seen_part(drawn: int, box: Box) -> Box | None:
    """The part of a box that no path clips away; None where nothing is left of it.

    A figure may be drawn larger than the area that shows it: what is clipped away lies over the
    text beside that area, and no reader sees it.

    Args:
        drawn: the address of the object.
        box: its edges, in the coordinates of the page or form that it stands on.
    """
    for left, bottom, right, top in _clips(drawn):
        if box[2] <= left or box[0] >= right or box[3] <= bottom or box[1] >= top:
            return None
        box = max(box[0], left), max(box[1], bottom), min(box[2], right), min(box[3], top)
    return box


def _clips(drawn: int) -> Iterator[Box]:
    place = clip_of(drawn) or 0
    count = paths_in(place) if place else 0
    if count > 0:  # none, or only such as clip nothing of it
        clip = ctypes.cast(place, pdfium_c.FPDF_CLIPPATH)
        for at in range(count):
            if box := _box_of_path(clip, at):
                yield box


def _box_of_path(clip: Any, at: int) -> Box | None:  # noqa: ANN401  # no types
    """The box of a path that clips, by its points; curves may reach no further."""
    x, y = ctypes.c_float(), ctypes.c_float()
    xs, ys = [], []
    for number in range(pdfium_c.FPDFClipPath_CountPathSegments(clip, at)):
        segment = pdfium_c.FPDFClipPath_GetPathSegment(clip, at, number)
        if pdfium_c.FPDFPathSegment_GetPoint(segment, x, y):
            xs.append(x.value)
            ys.append(y.value)
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None
