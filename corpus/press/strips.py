"""Strips: the pieces of which the columns of the magazine are built, none of which can be broken.

A line of text is a strip, and so are a picture and the air at the end of a box. A strip knows how
tall it is, how to draw itself, which words it holds, and whether a column may end behind it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, TypeAlias

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from corpus.press.flow import FlowBlock
from corpus.press.fonts import SOURCE_SANS, SOURCE_SERIF
from corpus.press.lines import SetLine, break_lines
from corpus.press.markup import Run

Canvas: TypeAlias = Any
"""reportlab's canvas, which has no types."""

SERIF, SERIF_ITALIC = "SourceSerifPro-Regular", "SourceSerifPro-It"
SANS, SANS_ITALIC = "SourceSansPro-Regular", "SourceSansPro-It"
SANS_BOLD, SANS_LIGHT = "SourceSansPro-Bold", "SourceSansPro-Light"

INK = HexColor("#1f2328")

_MARK_SIZE, _MARK_RISE = 0.62, 0.36
"""Of a footnote's mark, as parts of the size of the text."""
_WIDEST_SPACE = 2.4
"""A line is stretched to the margin unless its spaces would become so many times as wide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a block is set; lengths in points."""

    font: str
    italic: str
    size: float
    leading: float
    colour: Color = INK
    align: Literal["justify", "left", "centre"] = "justify"
    indent: float = 0.0
    first: float = 0.0
    right: float = 0.0
    hyphenate: bool = True


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block with its number in the flow."""

    number: int
    block: FlowBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A part of a column.

    Attributes:
        height: of the strip, without the air before it.
        draw: draws it on a canvas, with its upper left corner at x and y.
        before: air above it, unless it is the first of its column.
        keeps: whether it must stay with the next strip.
        block: number of the block whose words it holds.
        line: these words.
        fill: colour behind it and the air before it.
        air: whether it is nothing but air, which no column begins with.
    """

    height: float
    draw: Callable[[Canvas, float, float], None]
    before: float = 0.0
    keeps: bool = False
    block: int | None = None
    line: SetLine | None = None
    fill: Color | None = None
    air: bool = False


@cache
def register_fonts() -> None:
    """Makes the fonts known to reportlab."""
    for folder, names in (
        (SOURCE_SERIF, (SERIF, SERIF_ITALIC)),
        (SOURCE_SANS, (SANS, SANS_ITALIC, SANS_BOLD, SANS_LIGHT)),
    ):
        for name in names:
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))


def text_strips(
    it: Numbered, style: Style, width: float, *, before: float = 0.0, marker: str = ""
) -> tuple[Strip, ...]:
    """A strip for every line of a block; a marker hangs before the first."""
    lines = break_lines(
        it.block.words,
        lambda number: _room(style, width, number),
        lambda run: _width(run, style),
        hyphenate=style.hyphenate,
    )
    return tuple(
        Strip(
            height=style.leading,
            draw=_drawer(line, style, _room(style, width, number), number, marker),
            before=0.0 if number else before,
            # Neither the first nor the last line of a block stands alone.
            keeps=len(lines) > 1 and number in (0, len(lines) - 2),
            block=it.number,
            line=line,
        )
        for number, line in enumerate(lines)
    )


def kept(strips: Iterator[Strip] | tuple[Strip, ...]) -> tuple[Strip, ...]:
    """The strips, each of which stays with the next; a column may end behind the last."""
    *front, last = strips
    return (*(replace(strip, keeps=True) for strip in front), last)


def notes_of(strip: Strip) -> tuple[str, ...]:
    """The marks of the footnotes on a strip."""
    parts = strip.line.parts if strip.line else ()
    return tuple(run.text for part in parts for run in part.runs if run.style == "note")


def _room(style: Style, width: float, number: int) -> float:
    return width - style.indent - style.right - (0.0 if number else style.first)


def _font(run: Run, style: Style) -> tuple[str, float]:
    if run.style == "note":
        return style.font, style.size * _MARK_SIZE
    return (style.italic if run.style == "emphasis" else style.font), style.size


def _width(run: Run, style: Style) -> float:
    return float(pdfmetrics.stringWidth(run.text, *_font(run, style)))


def _drawer(
    line: SetLine, style: Style, room: float, number: int, marker: str
) -> Callable[[Canvas, float, float], None]:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        base = y - style.leading * 0.5 - style.size * 0.32
        left = x + style.indent + (0.0 if number else style.first)
        if marker and not number:
            canvas.setFillColor(style.colour)
            canvas.setFont(style.font, style.size)
            canvas.drawString(x + style.indent - 11, base, marker)
        if style.align == "centre":
            left += (room - line.width) / 2
        _draw_line(canvas, line, style, (left, base), _stretch(line, style, room))

    return draw


def _stretch(line: SetLine, style: Style, room: float) -> float:
    """What every space of a justified line is wider than by nature."""
    gaps = len(line.parts) - 1
    if style.align != "justify" or line.last or not gaps:
        return 0.0
    extra = (room - line.width) / gaps
    return extra if extra < _WIDEST_SPACE * _width(Run(" "), style) * 2 else 0.0


def _draw_line(
    canvas: Canvas, line: SetLine, style: Style, start: tuple[float, float], stretch: float
) -> None:
    text = canvas.beginText(*start)
    text.setFillColor(style.colour)
    text.setWordSpace(stretch)
    for number, part in enumerate(line.parts):
        if number:
            text.setFont(style.font, style.size)
            text.textOut(" ")
        for run in part.runs:
            text.setFont(*_font(run, style))
            raised = run.style == "note"
            if raised:
                text.setRise(style.size * _MARK_RISE)
            text.textOut(run.text)
            if raised:
                text.setRise(0)
    canvas.drawText(text)
