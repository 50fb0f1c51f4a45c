"""The pieces of a page that a file has, and which of them form a line."""

from collections.abc import Sequence

from msgspec import Struct

BULLETS = "•‣▪■□●○◦▶►➢➤✓✔❖\u2043\u2219\uf0b7\uf0a7\uf0d8"

WIDE = 0.8
"""Times the height of a line: the narrowest white that may part columns or cells."""

SPACE = 0.2
"""Times the height of a piece: a gap this wide is a space."""

_SMALL, _RAISED = 0.8, 0.15  # times the height of the line: the mark of a note, in small type
_SMALLER, _MORE_RAISED = 0.92, 0.25  # idem, in type that is hardly smaller
_BULLET_REACH = 4.0  # times the height: how far from its bullet an item begins
_LONGEST_MARK = 3  # signs
_JUMP = 2.0  # times the height: so far back no letter of a line stands, from right to left neither


class Glyph(Struct, frozen=True, gc=False):
    """A character, word or words in a row, and its box; a space or line break has an empty box."""

    char: str
    x0: float
    y0: float
    x1: float
    y1: float
    place: int


def split_lines(glyphs: Sequence[Glyph]) -> tuple[tuple[Glyph, ...], ...]:
    """The glyphs of each line, without those of empty lines.

    PDFium marks the end of a line by CR LF, except after a hyphen (U+0002), where the next glyph
    stands lower; and it marks one where a line goes on after a superscript, which is undone here.
    """
    lines: list[list[Glyph]] = []
    last: Glyph | None = None
    ended = True
    for glyph in glyphs:
        if glyph.char[0] in "\r\n":
            ended = True
        elif glyph.char.isspace():
            if not ended:
                lines[-1].append(glyph)
        else:
            if last is None or not _follows(lines[-1], last, glyph, ended=ended):
                lines.append([])
            elif ended and glyph.x0 - last.x1 > SPACE * height_of(glyph):
                lines[-1].append(Glyph(" ", 0, 0, 0, 0, glyph.place))
            lines[-1].append(glyph)
            last, ended = glyph, False
    return tuple(map(tuple, lines))


def _follows(line: Sequence[Glyph], last: Glyph, glyph: Glyph, *, ended: bool) -> bool:
    """Whether a glyph stands on the line of the one before, where PDFium ends it or does not."""
    if ended:
        return _goes_on(line, last, glyph)
    if last.char[-1] == "\x02" and not is_level(last, glyph):  # a hyphen ends a line unseen
        return False
    if _is_below(last, glyph):
        return False
    return glyph.x1 >= last.x0 or not _jumps_back(line, last, glyph)


def _is_below(last: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph stands below the beginning of a word; those of a turned line come alone."""
    is_word = len(last.char) > 1
    return is_word and glyph.y1 <= last.y0 and glyph.x0 < last.x0 + height_of(last)


def height_of(glyph: Glyph) -> float:
    """The height of its box."""
    return glyph.y1 - glyph.y0


def is_raised(glyph: Glyph, base: float, height: float) -> bool:
    """Whether a glyph is smaller than its line and stands higher, as the mark of a note does.

    Args:
        glyph: a sign, or a few.
        base: the lower edge of the line.
        height: of the line.
    """
    size, rise = height_of(glyph), glyph.y0 - base
    return (size < _SMALL * height and rise > _RAISED * height) or (
        size < _SMALLER * height and rise > _MORE_RAISED * height
    )


def _jumps_back(line: Sequence[Glyph], last: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph stands far to the left, before its line or below it: in another column."""
    height = height_of(glyph)
    lower = last.y0 - glyph.y0 > SPACE * height and glyph.y1 < last.y1
    return last.x0 - glyph.x1 > _JUMP * height and (lower or glyph.x1 < line[0].x0)


def _goes_on(line: Sequence[Glyph], last: Glyph, glyph: Glyph) -> bool:
    """Whether the line goes on, where PDFium marks its end: close by and on one height."""
    is_mark = _is_mark_beside(last, glyph)
    is_marker = len(line) == 1 and (last.char in BULLETS or is_mark)
    gap = (glyph.x0 - last.x1) / max(height_of(glyph), 0.1)
    if not -SPACE < gap < (_BULLET_REACH if is_marker else 1.0):
        return False
    return is_mark or is_level(last, glyph)


def _is_mark_beside(last: Glyph, glyph: Glyph) -> bool:
    """Whether one of two glyphs is the mark of a note, and stands well above the foot of both."""
    mark, other = sorted((last, glyph), key=height_of)
    return (
        not mark.char.isalpha()
        and len(mark.char) <= _LONGEST_MARK
        and mark.y0 < other.y1 - _RAISED * height_of(other)
        and is_raised(mark, other.y0, height_of(other))
    )


def is_level(last: Glyph, glyph: Glyph) -> bool:
    """Whether two glyphs stand on one height."""
    overlap = min(last.y1, glyph.y1) - max(last.y0, glyph.y0)
    return overlap > 0.6 * min(height_of(last), height_of(glyph))
