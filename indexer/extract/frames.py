"""Where the visible part of a page lies, and how it is turned: its coordinates as a reader's."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, lower, right and upper edge, in points."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page in the page's own coordinates, and how it is turned to be read."""

    box: Box
    rotation: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as a reader sees them."""
        left, bottom, right, top = self.box
        width, height = right - left, top - bottom
        return (height, width) if self.rotation in (90, 270) else (width, height)

    @property
    def moved(self) -> bool:
        """Whether the page's own coordinates are not those of its reader."""
        return self.rotation != 0 or self.box[:2] != (0.0, 0.0)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point from the lower left corner of the page as a reader sees it."""
        left, bottom, right, top = self.box
        return {
            0: (x - left, y - bottom),
            90: (y - bottom, right - x),
            180: (right - x, top - y),
            270: (top - y, x - left),
        }[self.rotation]

    def area(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A box as a reader sees it."""
        if not self.moved:
            return x0, y0, x1, y1
        (x0, y0), (x1, y1) = self.point(x0, y0), self.point(x1, y1)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def areas(self, boxes: Iterable[Box]) -> list[Box]:
        """Boxes as a reader sees them: most pages are neither turned nor moved."""
        if not self.moved:
            return list(boxes)
        left, bottom, _, _ = self.box
        if self.rotation == 0:
            return [(x0 - left, y0 - bottom, x1 - left, y1 - bottom) for x0, y0, x1, y1 in boxes]
        return [self.area(*box) for box in boxes]
