"""Which way the text of a page stands: most of it upright, a menu at the edge on its side.

PDFium puts text in order by the lines of an upright page, so that a word on its side comes letter
by letter, mixed with others. Here the letters that stand alike are told apart, so that each part is
read in a frame in which it is upright.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from math import pi
from operator import attrgetter

from msgspec import structs

from indexer.extract.calls import angle_of
from indexer.extract.lines import Line
from indexer.extract.pieces import WIDE, Glyph, height_of, is_level
from indexer.extract.repair import join_lines

_TURNED_PART = 0.6  # of the sampled glyphs stand askew on a page that is to be turned
_SAMPLED = 24
_ASKEW = 0.25  # of a quarter of a turn: letters may slant, what leans further is no line of text
_THIN = 0.1  # times the height: the narrowest space between words
_LEADING = 0.5  # times the height: lines of one text have less white between them
_FLUSH = 1.0  # idem: and begin no further from one edge
_WORD = re.compile(r"\S+")


def page_turn(textpage: int, text: str, asked: int) -> int:
    """By how many degrees, clockwise, a page must be turned to be read.

    Args:
        textpage: its address.
        text: of the page.
        asked: by how many the file asks a viewer to turn it; that holds unless most of its text
            stands on its side or its head in the file.
    """
    every = range(0, len(text), max(len(text) // _SAMPLED, 1))
    turns = _turns(textpage, [at for at in every if not text[at].isspace()], asked)
    for turn in (90, 180, 270):
        if turns and turns.count(turn) > _TURNED_PART * len(turns):
            return turn
    return asked


def parts_by_turn(textpage: int, text: str, turned: int) -> Iterator[tuple[int, str]]:
    """The text of a page by the way it stands: by how many degrees it must be turned to be read.

    Each part is as long as the whole, with line ends for the letters of the others. First comes
    what stands upright on the page as it is turned, also where that is nothing.

    Args:
        textpage: its address.
        text: of the page.
        turned: the page, by so many degrees.
    """
    words = [match.start() for match in _WORD.finditer(text)]
    if set(_turns(textpage, words, turned)) <= {turned}:
        yield turned, text
        return
    inked = [at for at, char in enumerate(text) if not char.isspace()]
    turns = dict(zip(inked, _turns(textpage, inked, turned), strict=True))
    for turn in dict.fromkeys((turned, *turns.values())):
        yield (
            turn,
            "".join("\n" if turns.get(at, turn) != turn else char for at, char in enumerate(text)),
        )


def _turns(textpage: int, places: Iterable[int], otherwise: int) -> list[int]:
    """By how many degrees the page must be turned for each glyph to stand upright.

    Where that is none of four sides, as of a word from corner to corner, it is what is given.
    """
    # PDFium counts the angle clockwise, and gives -1 where it knows none.
    quarters = [-max(angle, 0.0) * 2 / pi for angle in map(angle_of, repeat(textpage), places)]
    return [
        round(one) % 4 * 90 if abs(one - round(one)) < _ASKEW else otherwise for one in quarters
    ]


def lines_of_turned(glyphs: Iterable[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    """The glyphs of each line of a part that is turned, in a frame in which it is upright.

    Its order, spaces and line ends in PDFium's text say nothing: the places alone tell.
    """
    rows: list[list[Glyph]] = []
    inked = [glyph for glyph in glyphs if not glyph.char.isspace()]
    for glyph in sorted(inked, key=attrgetter("y1"), reverse=True):
        row = next((row for row in reversed(rows) if is_level(row[0], glyph)), None)
        if row is None:
            rows.append([glyph])
        else:
            row.append(glyph)
    for row in rows:
        yield from _lines_in(sorted(row, key=attrgetter("x0")))


def _lines_in(row: Iterable[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    line: list[Glyph] = []
    for glyph in row:
        gap = (glyph.x0 - line[-1].x1) / max(height_of(glyph), 0.1) if line else 0.0
        if gap > WIDE:
            yield tuple(line)
            line = []
        elif gap > _THIN:
            line.append(Glyph(" ", 0, 0, 0, 0, glyph.place))
        line.append(glyph)
    if line:
        yield tuple(line)


def joined_lines(lines: Iterable[Line]) -> list[Line]:
    """Lines of a turned part, those that follow one another as one: none is below it on the page.

    Args:
        lines: from the top, in a frame in which they are upright.
    """
    texts: list[list[Line]] = []
    for line in lines:
        before = next((text for text in reversed(texts) if _goes_on(text[-1], line)), None)
        if before is None:
            texts.append([line])
        else:
            before.append(line)
    return [_as_one(text) for text in texts]


def _goes_on(last: Line, line: Line) -> bool:
    height = last.y1 - last.y0
    return (
        last.size == line.size
        and last.bold == line.bold
        and -_LEADING * height < last.y0 - line.y1 < _LEADING * height
        and abs(last.x0 - line.x0) < _FLUSH * height
    )


def _as_one(lines: Sequence[Line]) -> Line:
    return structs.replace(
        lines[0],
        text=join_lines(line.text for line in lines),
        x0=min(line.x0 for line in lines),
        y0=min(line.y0 for line in lines),
        x1=max(line.x1 for line in lines),
        y1=max(line.y1 for line in lines),
    )
