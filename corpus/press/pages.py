"""What stands around the columns of the magazine: cover, contents, heads, feet and openings."""

from dataclasses import replace

from reportlab.lib.colors import white
from reportlab.pdfbase import pdfmetrics

from corpus.press.columns import COLUMN, MARGIN, OPENING, TALL, TOP, WIDE, Leaf, Placed
from corpus.press.flow import Flow
from corpus.press.galley import BRICK, NIGHT, OCHRE
from corpus.press.pictures import draw_band, draw_infographic, draw_scene
from corpus.press.strips import (
    SANS,
    SANS_BOLD,
    SANS_LIGHT,
    Canvas,
    Numbered,
    Strip,
    Style,
    text_strips,
)

SIZE = (WIDE, TALL)
FIRST_LABEL = 3
"""What is printed on page 2 of the file: the inside of the cover counts, but is not in the file."""

_FULL = WIDE - 2 * MARGIN
_TITLE = Style(
    font=SANS_BOLD,
    italic=SANS_BOLD,
    size=31,
    leading=34,
    colour=NIGHT,
    align="left",
    hyphenate=False,
)
_COVER_STYLES = {
    "series": replace(_TITLE, size=17, leading=22, colour=OCHRE),
    "title": replace(_TITLE, size=42, leading=45, colour=white),
    "subtitle": replace(_TITLE, font=SANS_LIGHT, size=19, leading=24, colour=white),
    "author": replace(_TITLE, font=SANS, size=11, leading=14, colour=OCHRE),
}
_COVER_TOPS = {"series": TALL - 70, "title": TALL - 104, "subtitle": TALL - 258, "author": 84.0}
_ENTRY = replace(_TITLE, font=SANS, size=13, leading=17)


def draw_cover(blocks: list[Numbered]) -> Leaf:
    """The cover, with its words placed."""
    leaf = Leaf("text", -1)
    for it in blocks:
        part = it.block.part or ""
        strips = text_strips(it, _COVER_STYLES[part], _FULL)
        _stack(leaf, strips, _COVER_TOPS[part])
    return leaf


def draw_contents(blocks: list[Numbered], starts: dict[int, int]) -> Leaf:
    """The contents, with dots that lead to the printed numbers."""
    leaf = Leaf("text", -1)
    head, *entries = blocks
    _stack(leaf, text_strips(head, _TITLE, _FULL), TOP - 20)
    for row, it in enumerate(entries):
        page = str(starts[it.block.chapter or 0] + FIRST_LABEL - 2)
        (line,) = text_strips(it, _ENTRY, _FULL - 60)
        _stack(leaf, (_led(line, page),), TOP - 92 - row * 27)
    return leaf


def opening_strips(head: Numbered) -> list[Placed]:
    """The title of a chapter, over both columns."""
    strips = text_strips(head, _TITLE, _FULL)
    y = OPENING + 22 + len(strips) * _TITLE.leading
    return [
        Placed(strip, MARGIN, y - row * _TITLE.leading, 0.0) for row, strip in enumerate(strips)
    ]


def draw_leaf(canvas: Canvas, leaf: Leaf, flow: Flow, number: int) -> None:
    """Draws a page: what stands around its text, and its text."""
    if leaf.kind == "infographic":
        draw_infographic(canvas, SIZE, seed=number)
    elif number == 1:
        _cover_art(canvas)
    else:
        _furniture(canvas, leaf, flow, number)
    for placed in leaf.placed:
        _draw(canvas, placed)
    _rules(canvas, leaf)
    canvas.setFillColor(white if number == 1 else NIGHT)
    canvas.setFont(SANS, 7.6)
    canvas.drawCentredString(WIDE / 2, 30, flow.front.foot)


def _stack(leaf: Leaf, strips: tuple[Strip, ...], top: float) -> None:
    for strip in strips:
        leaf.placed.append(Placed(strip, MARGIN, top, 0.0))
        top -= strip.height


def _led(strip: Strip, page: str) -> Strip:
    """An entry of the contents with its dots and number."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        strip.draw(canvas, x, y)
        base = y - _ENTRY.leading * 0.5 - _ENTRY.size * 0.32
        dot = pdfmetrics.stringWidth(" .", SANS, _ENTRY.size)
        room = _FULL - 34 - (strip.line.width if strip.line else 0.0)
        canvas.setFillColor(BRICK)
        canvas.setFont(SANS, _ENTRY.size)
        canvas.drawRightString(x + _FULL - 30, base, " ." * int(room // dot))
        canvas.setFont(SANS_BOLD, _ENTRY.size)
        canvas.drawRightString(x + _FULL, base, page)

    return replace(strip, draw=draw)


def _cover_art(canvas: Canvas) -> None:
    canvas.setFillColor(NIGHT)
    canvas.rect(0, 0, WIDE, TALL, stroke=0, fill=1)
    draw_scene(canvas, (0, 120), (WIDE, 300), seed=2)


def _furniture(canvas: Canvas, leaf: Leaf, flow: Flow, number: int) -> None:
    label = number + FIRST_LABEL - 2
    left = label % 2 == 0
    _number(canvas, str(label), 0 if left else WIDE - 42)
    canvas.setFillColor(NIGHT)
    canvas.setFont(SANS, 8.4)
    if left:
        canvas.drawString(MARGIN, TALL - 40, flow.front.title)
    else:
        title = flow.chapters[leaf.chapter].title if leaf.chapter >= 0 else flow.front.series
        canvas.drawRightString(WIDE - MARGIN, TALL - 40, title)
    if leaf.opens:
        _opening(canvas, leaf, flow)


def _number(canvas: Canvas, label: str, x: float) -> None:
    canvas.setFillColor(OCHRE)
    canvas.rect(x, TALL - 50, 42, 24, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.setFont(SANS_BOLD, 11)
    canvas.drawCentredString(x + 21, TALL - 42, label)


def _opening(canvas: Canvas, leaf: Leaf, flow: Flow) -> None:
    title = flow.chapters[leaf.chapter].title
    key = f"chapter-{leaf.chapter}"
    canvas.bookmarkPage(key)
    canvas.addOutlineEntry(title, key, level=0)
    draw_band(canvas, (0, TALL - 142), (WIDE, 72), seed=leaf.chapter + 5)


def _draw(canvas: Canvas, placed: Placed) -> None:
    strip = placed.strip
    if strip.fill is not None:
        canvas.setFillColor(strip.fill)
        # A little more than its height, lest hairlines show between the strips of a box.
        canvas.rect(
            placed.x,
            placed.y - strip.height - 0.2,
            COLUMN,
            strip.height + placed.air + 0.4,
            stroke=0,
            fill=1,
        )
    strip.draw(canvas, placed.x, placed.y)


def _rules(canvas: Canvas, leaf: Leaf) -> None:
    canvas.setStrokeColor(OCHRE)
    canvas.setLineWidth(0.8)
    for x, y in leaf.rules:
        canvas.line(x, y, x + 60, y)
