"""Where the glyphs of a page stand: the box of each, as high as its type and as wide as its room.

The boxes of PDFium are so, but where a font does not say how high its type is, as those that are
drawings (Type 3): then they are little more than the ink. The whites between words, of a stretched
line too, are judged by the height of their line, so such boxes are made as high as others.
"""

import ctypes
from collections.abc import Sequence
from itertools import count, repeat

import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from indexer.extract.calls import addresses_in, box_at, ink_at, origin_at
from indexer.extract.frames import Box, Frame
from indexer.extract.looks import Looks

_SAME = 0.1  # points
_RAISED = 0.42  # of its height: so far above the foot of its line stands the ink of a mark
_ASCENT, _DESCENT = 0.8, 0.2  # of the size of the type
_SAMPLED = 64


class Boxes:
    """Asks PDFium for the boxes of the glyphs of one page, in a frame."""

    def __init__(self, textpage: int, text: str, frame: Frame, looks: Looks) -> None:
        self._handle, self._frame, self._looks = textpage, frame, looks
        self._sides = (ctypes.c_double * 4)()
        self._side_places = addresses_in(self._sides)
        every = range(0, len(text), max(len(text) // _SAMPLED, 1))
        inked = (at for at in every if not text[at].isspace())
        self._has_low = any(looks.rise_at(at) for at in inked)

    def of(self, places: Sequence[int]) -> Sequence[Box | None]:
        """The boxes of these glyphs, None where PDFium knows none."""
        room = (pdfium_c.FS_RECTF * len(places))()
        addresses = count(ctypes.addressof(room), ctypes.sizeof(pdfium_c.FS_RECTF))
        found = list(map(box_at, repeat(self._handle), places, addresses))
        edges = memoryview(room).cast("B").cast("f").tolist()
        lefts, tops, rights, bottoms = (edges[side::4] for side in range(4))
        own = zip(lefts, bottoms, rights, tops, strict=True)
        boxes = self._frame.areas(map(self._as_high, places, own) if self._has_low else own)
        return (
            boxes
            if all(found)
            else [box if is_there else None for box, is_there in zip(boxes, found, strict=True)]
        )

    def of_sign(self, place: int, box: Box) -> Box:
        """The box of a sign; of a raised one that a font has as a letter of its own, its ink."""
        ink = self._ink(place)
        return ink if ink and ink[1] - box[1] > _RAISED * (box[3] - box[1]) else box

    def of_letter(self, place: int, box: Box, tallest: Box) -> Box:
        """The box of a letter; as high as its word where PDFium has the ink only: in a ligature."""
        ink = self._ink(place) if tallest[1] < box[1] and box[3] < tallest[3] else None
        is_ink = ink is not None and max(abs(ink[1] - box[1]), abs(ink[3] - box[3])) < _SAME
        return (box[0], tallest[1], box[2], tallest[3]) if is_ink else box

    def _ink(self, place: int) -> Box | None:
        if not ink_at(self._handle, place, *self._side_places):
            return None
        left, right, bottom, top = self._sides
        return self._frame.area(left, bottom, right, top)

    def _as_high(self, place: int, box: Box) -> Box:
        """A box, as high as the type of its glyph, in the coordinates of the file."""
        rise = self._looks.rise_at(place)
        if not rise or not origin_at(self._handle, place, *self._side_places[:2]):
            return box
        (x, y), (right, up) = self._sides[:2], rise
        if abs(up) >= abs(right):
            low, high = sorted((y - _DESCENT * up, y + _ASCENT * up))
            return box[0], low, box[2], high
        low, high = sorted((x - _DESCENT * right, x + _ASCENT * right))
        return low, box[1], high, box[3]
