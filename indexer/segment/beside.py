"""The entries of a contents page whose numbers stand in a column, beside the lines they belong to.

Such a number may stand level with the first line of its entry, with the last, or between two, so
that the order of reading does not tell which lines are its own: only the places on the page do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal, TypeAlias

from corpus import Block
from indexer.extract.numerals import Number
from indexer.segment.entries import Entry, Manner, entry_of, number_alone, numbered_lines

_SAME_COLUMN = 10.0  # points: numbers of one column end, or begin, no further apart
_OVER = 4.0  # points that a line may reach into the column
_FEWEST = 2  # numbers in a column
_REACH = 5.0  # times the height of a line: so far from its number it may stand

_Level: TypeAlias = Literal["first", "last", "between"]
_Box: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A number with its place, and the words of its own block, if it has any."""

    label: Number
    box: _Box
    words: str = ""


def manners() -> tuple[Manner, ...]:
    """A manner for each side that the numbers may stand on, and each line that they may go with."""
    sides, levels = ("right", "left"), ("between", "first", "last")
    return tuple(_Beside(side, level) for side, level in product(sides, levels))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Beside:
    """Numbers on one side of their entries, level with the same line of each."""

    side: Literal["right", "left"]
    level: _Level

    def __call__(self, blocks: Sequence[Block], page: int) -> Iterator[Entry]:
        """The entries column by column, from the top down; none without places."""
        if any(block.box is None for block in blocks):
            return
        columns = _columns(blocks)
        for column in columns:
            own = [block for block in blocks if self._column(_box(block), columns) is column]
            yield from self._entries(own, column, page)

    def _entries(
        self, own: Sequence[Block], column: Sequence[_Anchor], page: int
    ) -> Iterator[Entry]:
        anchors = sorted((*column, *self._inline(own, column)), key=lambda one: -one.box[3])
        held = {anchor: [] for anchor in anchors}  # type: dict[_Anchor, list[Block]]
        for block in sorted(own, key=lambda one: (-_box(one)[3], _box(one)[0])):
            if anchor := self._anchor(_box(block), anchors):
                held[anchor].append(block)
        words = [_box(one)[0] for one in own if not _inline_number(one)]
        for anchor, lines in held.items():
            texts = [(anchor.words if _box(one) == anchor.box else one.text, one)
                     for one in lines if not number_alone(one)]  # fmt: skip
            if texts:
                count, first = len(lines) + (not anchor.words), texts[0][1]
                entry = entry_of(
                    [one for one, _ in texts], anchor.label, page, first=first, blocks=count
                )
                # A number before the words says nothing of how far they are set in.
                inline = self.side == "left" and bool(anchor.words)
                yield replace(entry, left=min(words, default=entry.left)) if inline else entry

    def _column(self, box: _Box, columns: Sequence[Sequence[_Anchor]]) -> Sequence[_Anchor] | None:
        """The next column of numbers on the right side of a block, if there is one."""
        if self.side == "right":
            right = [one for one in columns if min(at.box[0] for at in one) > box[0] + _OVER]
            return right[0] if right else None
        left = [one for one in columns if max(at.box[2] for at in one) < box[2] - _OVER]
        return left[-1] if left else None

    def _inline(self, own: Sequence[Block], column: Sequence[_Anchor]) -> Iterator[_Anchor]:
        """Entries of one line that have their number in them, where it fits between the others."""
        for block in own:
            box = _box(block)
            found = _inline_number(block)
            if not found or any(_distance(box, anchor.box) == 0 for anchor in column):
                continue
            over = [one.label.value for one in column if one.box[1] > box[1]]
            under = [one.label.value for one in column if one.box[1] < box[1]]
            if max(over, default=0) < found[1].value < min(under, default=found[1].value + 1):
                yield _Anchor(found[1], box, found[0])

    def _anchor(self, box: _Box, anchors: Sequence[_Anchor]) -> _Anchor | None:
        """The number that a line belongs to."""
        own = [one for one in anchors if one.words and one.box == box]
        height = box[3] - box[1]
        level = [
            one for one in anchors
            if (self.level != "first" or _middle(one.box) >= box[1])
            and (self.level != "last" or _middle(one.box) <= box[3])
            and _distance(box, one.box) <= _REACH * height
        ]  # fmt: skip
        return min(own or level, key=lambda one: _order(box, one.box), default=None)


def _inline_number(block: Block) -> tuple[str, Number] | None:
    """The words of a block and the number behind or before them."""
    return numbered_lines(block, behind=True) or numbered_lines(block, behind=False)


def _columns(blocks: Sequence[Block]) -> list[list[_Anchor]]:
    """The numbers that stand by themselves, by the edge that they share, from left to right."""
    alone = [_Anchor(number, _box(block)) for block in blocks if (number := number_alone(block))]
    columns: list[list[_Anchor]] = []
    for one in sorted(alone, key=lambda one: (one.box[2], -one.box[3])):
        if columns and _share_an_edge(columns[-1][-1].box, one.box):
            columns[-1].append(one)
        else:
            columns.append([one])
    return [column for column in columns if len(column) >= _FEWEST]


def _share_an_edge(one: _Box, other: _Box) -> bool:
    return min(abs(one[0] - other[0]), abs(one[2] - other[2])) < _SAME_COLUMN


def _order(box: _Box, number: _Box) -> tuple[float, float]:
    return _distance(box, number), abs(_middle(box) - _middle(number))


def _distance(box: _Box, number: _Box) -> float:
    """From the middle of a number up or down to a block; 0 where it is level with it."""
    return max(box[1] - _middle(number), _middle(number) - box[3], 0.0)


def _middle(box: _Box) -> float:
    return (box[1] + box[3]) / 2


def _box(block: Block) -> _Box:
    return block.box or (0.0, 0.0, 0.0, 0.0)
