"""Lines and sheets as a file has them, for the tests of the layout."""

from collections.abc import Sequence
from typing import Any

from corpus import Block, OutlineEntry
from indexer.extract import layout
from indexer.extract.lines import Line, Sheet
from indexer.extract.pieces import Glyph

WIDTH, HEIGHT = 400.0, 600.0
FULL = "Deze regel is vol en loopt door tot aan de kantlijn van de zetspiegel hier"


def lay_out(sheets: Sequence[Sheet], **options: Any) -> list[tuple[Block, ...]]:  # noqa: ANN401  # as `layout.lay_out` has them
    """The blocks of each page."""
    return [page.blocks for page in layout.lay_out(sheets, **options)]


def line(  # noqa: PLR0913  # a line has as many sides
    text: str, y: float, *, x: float = 50, size: float = 10, bold: bool = False, page: int = 0
) -> Line:
    return Line(text, x, y, x + len(text) * size * 0.4, y + size, size, bold, page)


def sheet(*lines: Line) -> Sheet:
    return Sheet(WIDTH, HEIGHT, lines)


def page_of(*lines: Line, outline: tuple[OutlineEntry, ...] = ()) -> tuple[Block, ...]:
    """The blocks of these lines on the first of two pages; the second is plain text."""
    rest = sheet(*(line(FULL, 400 - 12 * at, page=1) for at in range(20)))
    return lay_out([sheet(*lines), rest], outline=outline)[0]


def kinds(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


def row(y: float, *cells: tuple[float, str]) -> list[Glyph]:
    """A line of words, each cell beginning at its x; letters are 5 wide and 10 high."""
    glyphs: list[Glyph] = []
    for left, text in cells:
        x = left
        for word in text.split():
            glyphs += [Glyph(word, x, y, x + 5 * len(word), y + 10, len(glyphs))]
            glyphs += [Glyph(" ", 0, 0, 0, 0, len(glyphs))]
            x += 5 * len(word) + 3
    return glyphs
