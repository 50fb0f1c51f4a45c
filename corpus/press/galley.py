"""The blocks of a flow as strips, in the styles of edition 2."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from reportlab.lib.colors import HexColor, white

from corpus.press.pictures import draw_scene
from corpus.press.strips import (
    SANS,
    SANS_BOLD,
    SANS_ITALIC,
    SANS_LIGHT,
    SERIF,
    SERIF_ITALIC,
    Canvas,
    Numbered,
    Strip,
    Style,
    kept,
    text_strips,
)

NIGHT, OCHRE, PAPER, BRICK = map(HexColor, ("#1d2f4f", "#d99a2b", "#fbf3e2", "#b5482f"))

_PICTURE = 118.0
_BOX_PAD = 9.0
_SMALL_BOX = 210.0
"""A box that is not taller stays whole."""

_TEXT = Style(font=SERIF, italic=SERIF_ITALIC, size=10.4, leading=14.2)
_INDENTED = replace(_TEXT, first=12)
_ITEM = replace(_TEXT, indent=13)
_QUOTE = Style(font=SERIF_ITALIC, italic=SERIF, size=10.4, leading=14.2, indent=14, right=6)
_SPEAKER = Style(
    font=SANS_BOLD, italic=SANS_BOLD, size=8, leading=11, indent=14, colour=BRICK, align="left"
)
_PULL = Style(
    font=SANS_LIGHT,
    italic=SANS_LIGHT,
    size=17,
    leading=21,
    colour=BRICK,
    align="centre",
    hyphenate=False,
    indent=8,
    right=8,
)
_CAPTION = Style(
    font=SANS_ITALIC, italic=SANS, size=8.2, leading=10.6, colour=NIGHT, align="left", right=20
)
_NOTE = Style(font=SERIF, italic=SERIF_ITALIC, size=7.8, leading=10, indent=11)
_SECTION = Style(
    font=SANS_BOLD,
    italic=SANS_BOLD,
    size=13,
    leading=15.5,
    colour=NIGHT,
    align="left",
    hyphenate=False,
)
_SUBHEAD = replace(_SECTION, size=10, leading=13, colour=BRICK)
_BOX_TEXT = Style(
    font=SANS,
    italic=SANS_ITALIC,
    size=8.9,
    leading=12,
    indent=_BOX_PAD,
    right=_BOX_PAD,
    align="left",
)
_BOX_ITEM = replace(_BOX_TEXT, indent=_BOX_PAD + 12)
_BOX_HEAD = replace(_BOX_TEXT, font=SANS_BOLD, size=11, leading=15, colour=white, hyphenate=False)


def strips_of(group: list[Numbered], width: float, *, after_heading: bool) -> tuple[Strip, ...]:
    """The strips of the blocks of one paragraph, heading, list, quote, box or picture.

    Args:
        group: the blocks.
        width: of the column.
        after_heading: whether it stands first under a heading, where a paragraph is not indented.
    """
    head, kind = group[0], group[0].block.kind
    if kind in _MAKERS:
        return _MAKERS[kind](group, width)
    return text_strips(head, _TEXT if after_heading else _INDENTED, width)


def note_strips(note: Numbered, width: float) -> tuple[Strip, ...]:
    """The strips of a footnote."""
    marker = note.block.marker or ""
    return text_strips(note, _NOTE, width, marker=marker)


def _heading(group: list[Numbered], width: float) -> tuple[Strip, ...]:
    (it,) = group
    style = _SECTION if it.block.level <= 2 else _SUBHEAD  # noqa: PLR2004 - a section's level
    strips = text_strips(it, style, width, before=15)
    return (*(replace(strip, keeps=True) for strip in strips), replace(_air(3), keeps=True))


def _list(group: list[Numbered], width: float) -> tuple[Strip, ...]:
    return _with_air(_items(group, _ITEM, width))


def _items(items: list[Numbered], style: Style, width: float) -> Iterator[Strip]:
    for it in items:
        marker = it.block.marker or "•"
        yield from text_strips(it, style, width, before=2, marker=marker)


def _quote(parts: list[Numbered], width: float) -> tuple[Strip, ...]:
    strips = list(text_strips(parts[0], _QUOTE, width))
    for part in parts[1:]:
        strips[-1] = replace(strips[-1], keeps=True)
        strips += text_strips(part, _SPEAKER, width, before=2)
    return _with_air(_ruled(strip) for strip in strips)


def _ruled(strip: Strip) -> Strip:
    """The strip with a piece of the vertical rule of a quote."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFillColor(OCHRE)
        canvas.rect(x + 3, y - strip.height, 1.6, strip.height + strip.before, stroke=0, fill=1)
        strip.draw(canvas, x, y)

    return replace(strip, draw=draw)


def _pull_quote(group: list[Numbered], width: float) -> tuple[Strip, ...]:
    (it,) = group
    lines = text_strips(it, _PULL, width, before=5)
    return kept((_rule(width, before=16), *lines, _rule(width, before=8), _air(14)))


def _rule(width: float, *, before: float) -> Strip:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFillColor(OCHRE)
        canvas.rect(x, y - 2, width, 2, stroke=0, fill=1)

    return Strip(height=2, draw=draw, before=before)


def _figure(group: list[Numbered], width: float) -> tuple[Strip, ...]:
    (it,) = group

    def draw(canvas: Canvas, x: float, y: float) -> None:
        draw_scene(canvas, (x, y - _PICTURE), (width, _PICTURE), seed=it.number)

    caption = text_strips(it, _CAPTION, width, before=5)
    return kept((Strip(height=_PICTURE, draw=draw, before=12), *caption, _air(12)))


def _box(group: list[Numbered], width: float) -> tuple[Strip, ...]:
    head = _filled(text_strips(group[0], _BOX_HEAD, width, before=5), NIGHT)
    body = _filled(tuple(_box_body(group[1:], width)), PAPER)
    strips = (*_opened(head), *body, replace(_air(_BOX_PAD), fill=PAPER))
    strips = (*strips[:-2], replace(strips[-2], keeps=True), strips[-1])
    whole = sum(strip.height + strip.before for strip in strips) <= _SMALL_BOX
    return (_air(12), *(kept(strips) if whole else strips), _air(12))


def _opened(head: tuple[Strip, ...]) -> Iterator[Strip]:
    """The head of a box, which stays with what follows, and the air below it."""
    yield replace(_air(3), fill=NIGHT, keeps=True, air=False)
    for strip in head:
        yield replace(strip, before=0, keeps=True)
    yield replace(_air(4), fill=NIGHT, keeps=True)
    yield replace(_air(5), fill=PAPER, keeps=True)


def _box_body(blocks: list[Numbered], width: float) -> Iterator[Strip]:
    for it in blocks:
        if it.block.part == "list-item":
            yield from _items([it], _BOX_ITEM, width)
        else:
            yield from text_strips(it, _BOX_TEXT, width, before=3)


def _filled(strips: tuple[Strip, ...], colour: object) -> tuple[Strip, ...]:
    return tuple(replace(strip, fill=colour) for strip in strips)


def _with_air(strips: Iterator[Strip]) -> tuple[Strip, ...]:
    """The strips with air above and below."""
    first, *rest = strips
    return (replace(first, before=7), *rest, _air(7))


def _air(height: float) -> Strip:
    return Strip(height=height, draw=lambda _canvas, _x, _y: None, air=True)


_MAKERS: dict[str, Callable[[list[Numbered], float], tuple[Strip, ...]]] = {
    "heading": _heading,
    "list-item": _list,
    "quote": _quote,
    "pull-quote": _pull_quote,
    "caption": _figure,
    "box": _box,
}
"""How a kind of block is made; what is not here is a paragraph."""
