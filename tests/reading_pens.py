"""What every writer of PDFs in `reading_layouts` takes: pages, lines, looks and fonts."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from corpus.press.fonts import LATO, SOURCE_SERIF

Colour = tuple[float, float, float]
BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
Matrix = tuple[float, float, float, float, float, float]

FILES = {
    "serif": SOURCE_SERIF / "SourceSerifPro-Regular.ttf",
    "serif-bold": SOURCE_SERIF / "SourceSerifPro-Bold.ttf",
    "serif-italic": SOURCE_SERIF / "SourceSerifPro-It.ttf",
    "sans": LATO / "Lato-Regular.ttf",
    "sans-bold": LATO / "Lato-Bold.ttf",
    "sans-light": LATO / "Lato-Light.ttf",
}
CORE = {
    "serif": "Times-Roman",
    "serif-bold": "Times-Bold",
    "serif-italic": "Times-Italic",
    "sans": "Helvetica",
    "sans-bold": "Helvetica-Bold",
    "sans-light": "Helvetica-Oblique",
    "dingbats": "ZapfDingbats",
    "symbol": "Symbol",
}
"""The fonts that every reader of PDFs has; they are not embedded."""


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look: font, size in points, colour, room between letters, rise above the line.

    What is `hidden` is in the file, but not painted; what is `small_caps` is in capitals, of which
    only the first of a word is of the full size.
    """

    font: str
    size: float
    colour: Colour = BLACK
    spacing: float = 0.0
    rise: float = 0.0
    hidden: bool = False
    small_caps: bool = False


@dataclass(frozen=True, slots=True)
class PageForm:
    """The paper of a page.

    Attributes:
        size: as a reader sees the page.
        turn: 0, or 90 or 270 degrees that a viewer turns it (`/Rotate`).
        sideways: whether the text lies on its side, and no viewer turns it.
        crop: left, lower, right and upper edge of what is shown.
        label: of the page in the file: style ("D", "r" or none), prefix and first number, where a
            new series of labels begins.
    """

    size: tuple[float, float]
    turn: int = 0
    sideways: bool = False
    crop: tuple[float, float, float, float] | None = None
    label: tuple[str, str, int] | None = None

    @property
    def paper(self) -> tuple[float, float]:
        """The size of the page in the file."""
        wide, tall = self.size
        return (tall, wide) if self.turn or self.sideways else (wide, tall)

    @property
    def matrix(self) -> Matrix | None:
        """From the page that a reader sees to the paper; None where they are the same."""
        wide, tall = self.size
        if self.turn == 90 or self.sideways:
            return 0, 1, -1, 0, tall, 0
        return (0, -1, 1, 0, 0, wide) if self.turn == 270 else None


class Pen(Protocol):
    """Writes a PDF. Places are in points from the lower left corner of the page."""

    def measure(self, text: str, look: Look) -> float:
        """The width of a text."""

    def page(self, form: PageForm) -> None:
        """Begins a page."""

    def line(
        self,
        at: tuple[float, float],
        words: Sequence[str],
        look: Look,
        *,
        gap: float = 0.0,
        angle: float = 0.0,
    ) -> None:
        """Writes words on a line; `gap` is added to each space, `angle` is in degrees."""

    def rect(self, x: float, y: float, wide: float, tall: float, colour: Colour) -> None:
        """Fills a rectangle."""

    def outline(self, title: str, y: float) -> None:
        """Adds the place to the outline of the file."""

    def save(self, path: Path) -> None:
        """Writes the file."""


@cache
def register() -> None:
    """Makes the fonts known to who measures them."""
    for name, path in FILES.items():
        pdfmetrics.registerFont(TTFont(name, path))


def width_of(text: str, look: Look, font: str) -> float:
    """The width of a text in a font that is embedded or that every reader has."""
    register()
    plain = float(pdfmetrics.stringWidth(text, font, look.size))
    return plain + look.spacing * len(text)
