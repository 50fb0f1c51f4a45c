"""A picture of a page with its blocks: outlined, and numbered in reading order.

Runs in the worker process, since drawing a page trusts the file as much as reading it does.
"""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from corpus.models import Block, BlockKind
from indexer.extract.pdf import render_page

MOST_PIXELS = 2_000
"""On the longer side of the page; the picture grows downwards by the list beneath."""

_DENSITY = 2.0  # pixels a point: 144 to the inch
_TEXT_SIZE, _LINE, _MARGIN, _LISTED = 18, 24, 12, 100
_MOST_LISTED = 200
_PAPER, _INK = "#ffffff", "#222222"
_COLOURS: dict[BlockKind, str] = {
    "heading": "#c0392b",
    "paragraph": "#1f6fb2",
    "list-item": "#1e8449",
    "quote": "#8e44ad",
    "box": "#b9770e",
    "caption": "#117a8b",
    "footnote": "#6e6e6e",
    "margin-note": "#9c640c",
    "table-row": "#7b3f00",
}


def draw_page(path: Path, index: int, blocks: Sequence[Block], *, password: str = "") -> bytes:
    """A PNG of the page with that index: every block with its number, at most 2,000 pixels high.

    Blocks without a place are listed beneath. The page stands as its reader turns it.

    Raises:
        SourceError: the file needs another password, or it or the page is damaged.
    """
    image, scale = render_page(path, index, density=_DENSITY, most=MOST_PIXELS, password=password)
    canvas = ImageDraw.Draw(image)
    for number, block in enumerate(blocks, start=1):
        if block.box is not None:
            _outline(canvas, block, number, scale, image.height)
    placeless = [(at, block) for at, block in enumerate(blocks, start=1) if block.box is None]
    placeless = placeless[:_MOST_LISTED]
    stream = BytesIO()
    _with_list(image, placeless).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _outline(
    canvas: ImageDraw.ImageDraw, block: Block, number: int, scale: float, height: int
) -> None:
    left, lower, right, upper = (edge * scale for edge in block.box or (0, 0, 0, 0))
    colour = _COLOURS[block.kind]
    corner = (left - 2, height - upper - 2)
    canvas.rectangle((*corner, max(right, left) + 2, height - lower + 2), outline=colour, width=2)
    tag = canvas.textbbox(corner, str(number), font=_font(), anchor="rt")
    canvas.rectangle((tag[0] - 3, tag[1] - 3, tag[2] + 1, tag[3] + 3), fill=colour)
    canvas.text(corner, str(number), fill=_PAPER, font=_font(), anchor="rt")


def _with_list(image: Image.Image, blocks: Sequence[tuple[int, Block]]) -> Image.Image:
    if not blocks:
        return image
    height = image.height + 2 * _MARGIN + _LINE * len(blocks)
    longer = Image.new("RGB", (image.width, height), _PAPER)
    longer.paste(image)
    canvas = ImageDraw.Draw(longer)
    canvas.line((0, image.height, image.width, image.height), fill=_INK)
    for row, (number, block) in enumerate(blocks):
        text = f"{number} {block.kind}: {block.text[:_LISTED]}"
        place = (_MARGIN, image.height + _MARGIN + row * _LINE)
        canvas.text(place, text, fill=_COLOURS[block.kind], font=_font())
    return longer


def _font() -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(_TEXT_SIZE)
