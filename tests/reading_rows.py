"""Lines of text as `reading_layouts` sets them: how wide, how stretched, with which marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from reading_design import Design, Style
from reading_lines import Bit, bits_of, take_line
from reading_pens import Look, Pen

_BULLET_INDENT = 10.0
_SMALL = 0.78


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an item or footnote, set in a width; the `last` of its item is not stretched."""

    item: int | str
    bits: tuple[Bit, ...]
    style: Style
    wide: float
    last: bool = False
    marker: str | None = None


@dataclass(frozen=True, slots=True)
class Stroke:
    """Words that are written at once, at a distance from the left edge."""

    dx: float
    words: tuple[str, ...]
    look: Look
    gap: float = 0.0


def width(bit: Bit, *, pen: Pen, style: Style) -> float:
    """The width of a bit with its mark."""
    note = pen.measure(bit.note, mark_of(style.look)) if bit.note else 0.0
    shown = _shown(bit, style)
    return sum(pen.measure(text, look) for text, look in _pieces(shown, style.look)) + note


def space_of(pen: Pen, style: Style) -> float:
    """The width of a space; of three where letters are typed apart."""
    return pen.measure("   " if style.apart else " ", style.look)


def mark_of(look: Look) -> Look:
    """How the mark of a footnote looks."""
    return replace(look, size=round(0.62 * look.size, 1), rise=0.36 * look.size, spacing=0.0)


def next_line(
    pen: Pen, bits: Sequence[Bit], style: Style, wide: float, hyphen: str | None
) -> tuple[list[Bit], list[Bit]]:
    """The bits of the next line, and the rest."""
    return take_line(
        bits,
        wide,
        partial(width, pen=pen, style=style),
        space=space_of(pen, style),
        hyphen=hyphen if style.hyphenate else None,
    )


def lines(
    pen: Pen, bits: Sequence[Bit], style: Style, wide: float, hyphen: str | None
) -> Iterator[tuple[Bit, ...]]:
    """The lines of bits in a width."""
    rest = list(bits)
    while rest:
        line, rest = next_line(pen, rest, style, wide, hyphen)
        yield tuple(line)


def note_rows(pen: Pen, design: Design, mark: str, wide: float) -> Iterator[Row]:
    """The rows of a footnote in a column of that width."""
    note = design.text.notes[mark]
    style = design.style(note)
    room = wide - style.indent
    found = list(lines(pen, bits_of(note.words), style, room, design.hyphen))
    for at, bits in enumerate(found):
        last = at == len(found) - 1
        yield Row(f"note-{mark}", bits, style, room, last=last, marker=None if at else mark)


def strokes(pen: Pen, row: Row) -> Iterator[Stroke]:
    """The strokes of a row: its words, and the marks of footnotes between them."""
    style, look = row.style, row.style.look
    space = space_of(pen, style)
    widths = [width(bit, pen=pen, style=style) for bit in row.bits]
    left = row.wide - sum(widths) - space * (len(widths) - 1)
    stretched = style.align == "justify" and not row.last and len(widths) > 1
    gap = max(left / (len(widths) - 1), -0.2 * space) if stretched else 0.0
    begun = x = left * {"centre": 0.5, "right": 1.0}.get(style.align, 0.0)
    if look.small_caps:
        yield from _small_caps(pen, row, x, space)
        return
    words: list[str] = []
    for bit, wide in zip(row.bits, widths, strict=True):
        # Two empty words, so that three spaces part words of which the letters are typed apart.
        words += [*([""] * 2 if style.apart and words else []), _shown(bit, style)]
        x += wide
        if bit.note:
            mark = mark_of(look)
            yield Stroke(begun, tuple(words), look, gap)
            yield Stroke(x - pen.measure(bit.note, mark), (bit.note,), mark)
            words, begun = [], x + space + gap
        x += space + gap
    if words:
        yield Stroke(begun, tuple(words), look, gap)


def draw_marker(pen: Pen, *, x: float, y: float, row: Row, design: Design) -> None:
    """Draws a bullet or number before an item, or the mark before a footnote."""
    look, marker = row.style.look, row.marker or ""
    if str(row.item).startswith("note"):
        small = replace(look, size=round(0.7 * look.size, 1), rise=0.3 * look.size)
        pen.line((x - 0.8 * row.style.indent, y), [marker], small)
        return
    indent = row.style.indent or row.style.first or _BULLET_INDENT
    if set(marker) == {"-"}:
        nested = len(marker) > 1
        marker = design.bullets[nested]
        indent = indent / 2 if nested else indent
        look = replace(look, font=design.bullet_font or look.font)
    pen.line((x - 0.9 * indent, y), [marker], look)


def _small_caps(pen: Pen, row: Row, x: float, space: float) -> Iterator[Stroke]:
    """The strokes of a row in small capitals: every change of size begins one."""
    for bit in row.bits:
        for text, look in _pieces(bit.text, row.style.look):
            yield Stroke(x, (text,), look)
            x += pen.measure(text, look)
        x += space


def _pieces(text: str, look: Look) -> list[tuple[str, Look]]:
    """A word in the sizes that it is set in."""
    if not look.small_caps:
        return [(text, look)]
    small = replace(look, size=round(_SMALL * look.size, 1))
    return [(text[:1], look), (text[1:], small)] if text[1:] else [(text, look)]


def _shown(bit: Bit, style: Style) -> str:
    return " ".join(bit.text) if style.apart else bit.text
