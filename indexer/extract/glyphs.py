"""A page of PDFium: its text in pieces with their place, its lines, and what is drawn around them.

A call for every glyph makes reading slow. So the text of a page is asked for at once, the place of
a word only at its first and last glyph; where these do not stand on one line, or the word has
digits that may be raised, at each glyph. How a glyph is set is asked once for each text object.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import structs

from indexer.extract.boxes import Boxes
from indexer.extract.calls import address_of
from indexer.extract.drawings import shapes_on
from indexer.extract.frames import Box, Frame
from indexer.extract.grids import grids_of, parted_by
from indexer.extract.gutters import split_at_gutters
from indexer.extract.letters import characters_of, unmapped_part
from indexer.extract.lines import Line, Shape, Sheet, to_line
from indexer.extract.looks import Looks
from indexer.extract.phrases import Word, phrases_of
from indexer.extract.pieces import Glyph, split_lines
from indexer.extract.turns import joined_lines, lines_of_turned, page_turn, parts_by_turn

# A line end, or a word: one of two signs or more without digits, or another.
_TOKEN = re.compile(r"(\r\n?|\n)|([^\s\d\x02]{2,}+(?![^\s\x02])\x02?)|[^\s\x02]+\x02?|\x02")
_LINE_END, _PLAIN = 1, 2
_HYPHEN = "\x02"  # as PDFium writes one at the end of a line
_DIGIT = re.compile(r"\d")
_LIGATED = frozenset("fijltbhk")  # letters of ligatures: fi, fl, ff, fj, ft, tt, fb, fh, fk
_NEARLY_WHITE = 250
_LONGEST_MARK = 3
_OF_MARKS = frozenset("0123456789()[]")

_SPACE = Glyph(" ", 0.0, 0.0, 0.0, 0.0, -1)
_BREAK = Glyph("\n", 0.0, 0.0, 0.0, 0.0, -1)


def read_sheet(page: Any, index: int) -> tuple[Frame, Sheet]:  # noqa: ANN401  # no types
    """A page of PDFium as a sheet, and its frame.

    Text outside the crop box is left out; lines that are invisible, or white on white, are told
    apart as `hidden`, unless the page has hardly any other text: then it is the text layer of a
    scan.
    """
    textpage = page.get_textpage()
    text = characters_of(textpage)
    handle = address_of(textpage.raw)
    frame = Frame(page.get_bbox(), page_turn(handle, text, page.get_rotation() % 360))
    shapes = tuple(shapes_on(page, frame))
    lines: list[tuple[Line, bool]] = []
    for turn, part in parts_by_turn(handle, text, frame.rotation):
        reader = _Reader(textpage, part, frame, shapes, turn)
        lines += reader.lines(index)
    seen = [line for line, hidden in lines if line.text and not hidden]
    hidden = [line for line, hidden in lines if line.text and hidden]
    if sum(len(line.text) for line in hidden) > sum(len(line.text) for line in seen):
        seen, hidden = [line for line, _ in lines if line.text], []
    told = tuple(line.text for line in hidden)
    return frame, Sheet(*frame.size, tuple(seen), shapes, told, unmapped_part(textpage, len(text)))


class _Reader:
    """Asks PDFium for what it says of the glyphs of one page that stand alike.

    They are read in a frame in which they are upright; their lines are those of the page.
    """

    def __init__(
        self,
        textpage: Any,  # noqa: ANN401  # no types
        text: str,
        frame: Frame,
        shapes: Sequence[Shape],
        turn: int,
    ) -> None:
        self._text, self._frame = text, Frame(frame.box, turn)
        self._back = Frame((0.0, 0.0, *self._frame.size), (frame.rotation - turn) % 360)
        self._backdrops = [shape for shape in shapes if shape.filled or shape.picture]
        self._grids = grids_of(shapes)
        self._looks = Looks(textpage)
        self._boxes = Boxes(address_of(textpage.raw), text, self._frame, self._looks)
        self._places: dict[int, Sequence[int]] = {}
        self._asked: dict[int, Box | None] = {}

    def lines(self, page: int) -> Iterator[tuple[Line, bool]]:
        """The lines on the page, and whether they are hidden."""
        glyphs = tuple(self._glyphs())
        if not self._back.rotation:
            split = split_at_gutters(parted_by(self._grids, split_lines(glyphs)))
            yield from (self._line(line, page, cells=cells) for line, cells in split)
            return
        read = [self._line(line, page, cells=False) for line in lines_of_turned(glyphs)]
        for hidden in (False, True):
            for line in joined_lines(line for line, is_hidden in read if is_hidden == hidden):
                yield structs.replace(self._on_page(line), turned=True), hidden

    def _line(self, glyphs: Sequence[Glyph], page: int, *, cells: bool) -> tuple[Line, bool]:
        """The line of these glyphs in their frame, and whether it is hidden."""
        shown = [glyph for glyph in glyphs if not glyph.char.isspace()]
        # A number may be the mark of a note, which is set smaller than its line.
        inked: list[int] = []
        for glyph in [glyph for glyph in shown if not glyph.char.isdigit()] or shown:
            inked += self._places.get(glyph.place) or (glyph.place,)
        places = dict.fromkeys((inked[0], inked[len(inked) // 2], inked[-1]))
        looks = [self._looks.at(place) for place in places]
        line = to_line(
            glyphs,
            page=page,
            size=sorted([look.size for look in looks])[(len(looks) - 1) // 2],
            bold=all(look.bold for look in looks),
            italic=all(look.italic for look in looks),
            cells=cells,
            colour=looks[0].colour,
        )
        if line.text.isupper() and not line.initial:
            # Small capitals are of the size of the first letter of their words.
            line = structs.replace(line, size=max(self._looks.at(place).size for place in inked))
        hidden = all(look.hidden for look in looks) or self._is_unseen(line, looks[0].alpha)
        return line, hidden

    def _on_page(self, line: Line) -> Line:
        """A line at its place on the page."""
        x0, y0, x1, y1 = self._back.area(line.x0, line.y0, line.x1, line.y1)
        return structs.replace(line, x0=x0, y0=y0, x1=x1, y1=y1)

    def _glyphs(self) -> Iterator[Glyph]:
        text = self._text
        for words, ends in self._rows():
            end = None
            for phrase in phrases_of(words):
                start = phrase[0].start
                if end != start and text[start - 1 : start].isspace():
                    yield _SPACE
                if len(phrase) > 1:
                    self._places[start] = [word.start for word in phrase]
                if phrase[0].plain:
                    yield _glyph_of(phrase, text)
                else:
                    yield from self._pieces(phrase[0])
                end = phrase[-1].end
            if ends:
                yield _BREAK

    def _rows(self) -> Iterator[tuple[Sequence[Word], bool]]:
        """The words up to each line end or hyphen that PDFium sees, and whether the line ends."""
        tokens = [(token.lastindex, *token.span()) for token in _TOKEN.finditer(self._text)]
        inked = [token for token in tokens if token[0] != _LINE_END]
        self._ask_raised([span for kind, *span in inked if kind != _PLAIN])
        boxes = self._boxes.of([token[1] for token in inked] + [token[2] - 1 for token in inked])
        width, height = self._frame.size
        words = [
            Word(
                start,
                end,
                kind == _PLAIN
                and first is not None
                and last is not None
                and first[1] == last[1] < height
                and last[1] < first[3] == last[3] > 0
                and first[0] <= last[0]
                and first[0] < width
                and last[2] > 0,
                first,
                last,
            )
            for (kind, start, end), first, last in zip(
                inked, boxes[: len(inked)], boxes[len(inked) :], strict=True
            )
        ]
        begin = at = 0
        for kind, _, end in tokens:
            is_end = kind == _LINE_END
            at += not is_end
            if is_end or self._text[end - 1] == _HYPHEN:
                yield words[begin:at], is_end
                begin = at
        yield words[begin:], False

    def _ask_raised(self, spans: Sequence[Sequence[int]]) -> None:
        """Asks for the boxes of all glyphs of words with digits that may be raised, at once."""
        places = [
            place
            for start, end in spans
            if _may_be_raised(self._text[start:end])
            for place in range(start, end)
        ]
        self._asked = dict(zip(places, self._boxes.of(places), strict=True))

    def _pieces(self, word: Word) -> Sequence[Glyph]:
        """A word, or its glyphs, as far as they stand on the page."""
        first, last = word.first, word.last
        if first and last and word.start not in self._asked and _is_straight(first, last):
            pieces: Iterable[Glyph] = (_glyph_of((word,), self._text),)
        else:
            pieces = self._one_by_one(word)
        width, height = self._frame.size
        # Printers' marks beside the page are in the file, but no reader sees them.
        return [
            glyph
            for glyph in pieces
            if glyph.char == " "
            or (glyph.x1 > 0 and glyph.y1 > 0 and glyph.x0 < width and glyph.y0 < height)
        ]

    def _one_by_one(self, word: Word) -> Iterator[Glyph]:
        places = range(word.start, word.end)
        if word.start not in self._asked:
            self._asked.update(zip(places, self._boxes.of(places), strict=True))
        boxes = [box for at in places if self._text[at].isalpha() and (box := self._asked[at])]
        tallest = max(boxes, key=lambda box: box[3] - box[1], default=None)
        for at in places:
            char, box = self._text[at], self._asked[at]
            if box and char in _OF_MARKS:
                box = self._boxes.of_sign(at, box)
            elif box and tallest and char in _LIGATED:
                box = self._boxes.of_letter(at, box, tallest)
            yield Glyph(char, *box, at) if box else Glyph(" ", 0.0, 0.0, 0.0, 0.0, at)

    def _is_unseen(self, line: Line, alpha: int) -> bool:
        """Whether a line is transparent, or set in white where nothing is drawn behind it."""
        if not alpha:
            return True
        if min(line.colour) < _NEARLY_WHITE:
            return False
        at = self._on_page(line)
        x, y = (at.x0 + at.x1) / 2, (at.y0 + at.y1) / 2
        return not any(
            shape.x0 <= x <= shape.x1 and shape.y0 <= y <= shape.y1 for shape in self._backdrops
        )


def _glyph_of(phrase: Sequence[Word], text: str) -> Glyph:
    """A phrase as one piece, from the first glyph of its first word to the last of its last."""
    first, end, last = phrase[0].first, phrase[-1].first, phrase[-1].last
    if first is None or end is None or last is None:
        raise ValueError(phrase)  # only words with boxes come here
    return Glyph(
        text[phrase[0].start : phrase[-1].end],
        first[0], first[1], max(end[2], last[2]), first[3], phrase[0].start,
    )  # fmt: skip


def _is_straight(first: Box, last: Box) -> bool:
    height = first[3] - first[1]
    return (
        abs(first[1] - last[1]) < 0.1 * height
        and abs(first[3] - last[3]) < 0.1 * height
        and last[0] >= first[0]
    )


def _may_be_raised(word: str) -> bool:
    """Whether a word has digits beside other signs, or is so short a number as marks are."""
    return _DIGIT.search(word) is not None and (len(word) < _LONGEST_MARK or not word.isdigit())
