"""Pieces of text to lines: what stands together on one line, with its place, size and weight.

Lengths are in points. The origin is the lower left corner of the page as a reader sees it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, groupby, pairwise
from operator import attrgetter
from statistics import median

from msgspec import Struct

from indexer.extract.marks import raise_signs, raise_superscripts
from indexer.extract.pieces import SPACE, WIDE, Glyph, height_of, is_raised
from indexer.extract.repair import clean, mark_line_end

_INITIAL = re.compile(r"[‘’'][stnkm]|[‘’'“”„\"«‹]?(IJ|\w)['’]?")
_MOST_SIGNS = 3  # of an initial
_LARGE = 1.8  # times the height of its line: a letter over several lines
_TURNED_PART = 0.8  # of the steps from glyph to glyph go one way
_FEWEST_TURNED = 3  # glyphs: fewer may stand above one another by chance
_FEWEST_SPACED = 4  # letters: fewer, set apart, may be initials
_SPACED_PART = 0.8  # of the pieces of a letter-spaced title are single letters
_TOUCHING = 0.03  # times the height: letters that are not spaced are no further apart
_HYPHENS = ("-", "\u2010", "\x02")
_HYPHEN_GAP = 0.17  # times the size: spaces between words are wider, also in a line set tight
_WORD_GAP = 1.6  # times the usual gap of a letter-spaced title: a gap between words


class Cell(Struct, frozen=True, gc=False, array_like=True):
    """What a row of a table has between two whites: its edges and its text, repaired."""

    x0: float
    x1: float
    text: str


class Line(Struct, frozen=True, gc=False, array_like=True):
    """A line of a page.

    Attributes:
        text: repaired; a hyphen at its end may be one that breaks a word. A raised number that
            may be the mark of a note stands in it as `marks` writes it.
        x0: left edge.
        y0: lower edge of most of its glyphs.
        x1: right edge.
        y1: upper edge of most of its glyphs.
        size: of the type.
        bold: whether it is bold throughout.
        page: index of the page, from 0.
        italic: whether it is italic throughout.
        cells: of the row of a table, from left to right; empty for another line.
        turned: whether it stands on its side or its head; then it may be several lines of a text.
        initial: whether it begins with a letter far larger than its type.
        spaced: whether its letters were set apart, and are closed up.
        colour: of its first letter: red, green and blue, each 0 to 255.
        parts: what stands between its whites, of any line that has one as wide as between cells.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    page: int
    italic: bool = False
    cells: tuple[Cell, ...] = ()
    turned: bool = False
    initial: bool = False
    spaced: bool = False
    colour: tuple[int, int, int] = (0, 0, 0)
    parts: tuple[Cell, ...] = ()

    def __hash__(self) -> int:
        # Hardly two lines agree in these, and all of a line takes three times as long.
        return hash((self.text, self.y0, self.page))


class Shape(Struct, frozen=True, gc=False, array_like=True):
    """The box of something drawn: a filled area, a line or frame, or a picture."""

    x0: float
    y0: float
    x1: float
    y1: float
    picture: bool = False
    filled: bool = False


class Sheet(Struct, frozen=True, array_like=True):
    """A page before it has blocks: its width and height, its lines and shapes as the file has them.

    `hidden` are the lines that no reader sees: invisible, or white on white. `unmapped` is the
    share of the glyphs of which the file does not say what letter they are.
    """

    width: float
    height: float
    lines: tuple[Line, ...]
    shapes: tuple[Shape, ...] = ()
    hidden: tuple[str, ...] = ()
    unmapped: float = 0.0


def to_line(  # noqa: PLR0913  # a line has as many sides
    glyphs: Sequence[Glyph],
    *,
    page: int,
    size: float,
    bold: bool,
    italic: bool = False,
    cells: bool = False,
    colour: tuple[int, int, int] = (0, 0, 0),
) -> Line:
    """The line that these glyphs form, on the page with that index.

    With `cells` it is a row of a table: its cells are parted by wide gaps and by tabs.
    """
    glyphs = _with_hyphen(glyphs, size)
    inked = [glyph for glyph in glyphs if not glyph.char.isspace()] or list(glyphs)
    base, top = _middle(inked, attrgetter("y0")), _middle(inked, attrgetter("y1"))
    turned = _is_turned(inked)
    spaced = _is_spaced(inked)
    parted = cells or (not (turned or spaced) and _has_white(inked))
    parts = tuple(_cells(glyphs, base, top - base)) if parted else ()
    row = parts if cells else ()
    text = _text(glyphs, inked, base, top - base, spaced=spaced, turned=turned)
    whole = clean(mark_line_end(text))
    return Line(
        text=" ".join(cell.text for cell in row) or whole,
        x0=min([glyph.x0 for glyph in inked]),
        y0=min([glyph.y0 for glyph in inked]) if turned else base,
        x1=max([glyph.x1 for glyph in inked]),
        y1=max([glyph.y1 for glyph in inked]) if turned else top,
        size=size,
        bold=bold,
        page=page,
        italic=italic,
        cells=row,
        turned=turned,
        initial=_has_initial(inked, top - base),
        colour=colour,
        spaced=spaced,
        parts=parts,
    )


def _with_hyphen(glyphs: Sequence[Glyph], size: float) -> Sequence[Glyph]:
    """The glyphs without a space before a hyphen at the end, where hardly any white is there.

    A justified line may have its hyphen a little apart, at the edge of its column, where no word
    ends; the white before a dash is as wide as between words.
    """
    before = [glyph for glyph in glyphs[:-1] if not glyph.char.isspace()]
    is_apart = len(glyphs) > len(before) + 1 and glyphs[-2].char.isspace()
    if not (before and is_apart and glyphs[-1].char in _HYPHENS):
        return glyphs
    last, hyphen = before[-1], glyphs[-1]
    if not last.char[-1].isalpha() or hyphen.x0 - last.x1 >= _HYPHEN_GAP * size:
        return glyphs
    end = next(at for at in range(len(glyphs) - 2, -1, -1) if glyphs[at] is last)
    return (*glyphs[: end + 1], hyphen)


def is_initial(text: str) -> bool:
    """Whether this may be the large sign or signs that a chapter begins with.

    A capital, perhaps behind the mark that opens a quote; or a word that is an apostrophe and a
    letter: "’s", "’t".
    """
    match = _INITIAL.fullmatch(text)
    return match is not None and (match[1] is None or match[1].isupper())


def _has_initial(inked: Sequence[Glyph], height: float) -> bool:
    return any(
        is_initial("".join(glyph.char for glyph in inked[:count]))
        and height_of(inked[count - 1]) > _LARGE * height
        for count in range(1, min(len(inked), _MOST_SIGNS + 1))
    )


def _is_turned(inked: Sequence[Glyph]) -> bool:
    """Whether each glyph stands right above, or each right below, the one before."""
    if len(inked) < _FEWEST_TURNED or inked[-1].x0 >= inked[0].x1:
        return False
    if max(glyph.x0 for glyph in inked) >= min(glyph.x1 for glyph in inked):
        return False
    # One line may hold several titles that stand above one another, such as those of all tabs.
    steps = [glyph.y0 - last.y0 for last, glyph in pairwise(inked)]
    upwards = sum(step > 0 for step in steps)
    return max(upwards, len(steps) - upwards) >= _TURNED_PART * len(steps) and 0.0 not in steps


def _has_white(inked: Sequence[Glyph]) -> bool:
    """Whether a gap in a line is as wide as those that part cells."""
    return any(glyph.x0 - last.x1 > WIDE * height_of(glyph) for last, glyph in pairwise(inked))


def _cells(glyphs: Sequence[Glyph], base: float, height: float) -> Iterator[Cell]:
    """What stands between the whites of a row; a space between cells belongs to neither."""
    part: list[Glyph] = []
    tabbed = False
    for glyph in glyphs:
        tabbed |= glyph.char == "\t"
        if part and not glyph.char.isspace():
            last = next(one for one in reversed(part) if not one.char.isspace())
            if tabbed or glyph.x0 - last.x1 > WIDE * height_of(glyph):
                yield _cell(part, base, height)
                part = []
            tabbed = False
        if part or not glyph.char.isspace():
            part.append(glyph)
    if part:
        yield _cell(part, base, height)


def _cell(part: Sequence[Glyph], base: float, height: float) -> Cell:
    inked = [glyph for glyph in part if not glyph.char.isspace()]
    text = _text(part, inked, base, height, spaced=_is_spaced(inked))
    return Cell(
        min(glyph.x0 for glyph in inked),
        max(glyph.x1 for glyph in inked),
        clean(mark_line_end(text)),
    )


def _middle(inked: Sequence[Glyph], side: Callable[[Glyph], float]) -> float:
    """The median of a side over the letters; most lines stand on one height, quickly seen."""
    values = set(map(side, inked))
    if len(values) > 1:
        return median(chain.from_iterable([side(glyph)] * len(glyph.char) for glyph in inked))
    return values.pop()


def _words(glyph: Glyph) -> int:
    return glyph.char.count(" ") + 1


def _text(  # noqa: PLR0913  # a line has as many sides
    glyphs: Sequence[Glyph],
    inked: Sequence[Glyph],
    base: float,
    height: float,
    *,
    spaced: bool,
    turned: bool = False,
) -> str:
    """The characters, raised signs as marks, the letters of a spaced title together."""
    if spaced:
        return _closed_up(inked)
    if turned or not any(is_raised(glyph, base, height) for glyph in inked):
        return raise_superscripts("".join([glyph.char for glyph in glyphs]))
    text = ""
    for raised, run in groupby(glyphs, key=lambda glyph: is_raised(glyph, base, height)):
        signs = "".join([glyph.char for glyph in run])
        text = raise_signs(text, signs) if raised else text + signs
    return raise_superscripts(text)


def _is_spaced(inked: Sequence[Glyph]) -> bool:
    if len(inked) < _FEWEST_SPACED:
        return False
    singles = [glyph for glyph in inked if len(glyph.char) == 1 and glyph.char.isalnum()]
    letters = [glyph for glyph in singles if glyph.char.isalpha()]
    if not all(glyph.char.isupper() for glyph in letters):
        singles = letters  # figures among small letters are of a code, glyph by glyph
    return (
        len(letters) >= _FEWEST_SPACED
        and len(singles) >= _SPACED_PART * sum(map(_words, inked))
        and inked[-1].x0 > inked[0].x1
        and _usual_gap(inked) > _TOUCHING * height_of(inked[0])
    )


def _usual_gap(inked: Sequence[Glyph]) -> float:
    """The white between two letters of a title, fewer words than letters."""
    gaps = sorted(right.x0 - left.x1 for left, right in pairwise(inked))
    return gaps[len(gaps) // 3]


def _closed_up(inked: Sequence[Glyph]) -> str:
    """A letter-spaced title: a space only where the gap is wider than between its letters."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(inked)]
    usual = _usual_gap(inked)
    widest = max(_WORD_GAP * usual, usual + SPACE * height_of(inked[0]))
    text = inked[0].char
    for gap, glyph in zip(gaps, inked[1:], strict=True):
        text += (" " if gap > widest else "") + glyph.char
    return text
