"""The line or two above a title that go with it: a rubric, a place, a number, a name.

A reader sees them as the beginning of the chapter; in the order of reading they stand before its
title, where the case before would run on into them.
"""

from collections.abc import Sequence
from typing import TypeAlias

from corpus import Block, Document, Position
from indexer.dutch import ends_clause

_LONGEST = 100  # characters
_MOST = 2  # blocks
_CLOSE = 40.0  # points: no such line stands further above its title

_Box: TypeAlias = tuple[float, float, float, float]


def begin_above(document: Document, title: Position) -> Position:
    """Where a chapter begins whose title stands at a place: at the first line that goes with it."""
    blocks = document.pages[title.page].blocks
    if not title.block or blocks[title.block].kind not in {"heading", "box"}:
        return title
    return Position(title.page, first_above(blocks, title.block))


def first_above(blocks: Sequence[Block], title: int) -> int:
    """The index of the first block that goes with a title; that of the title itself without any.

    Lines that head the page go with a title that follows them closely. Others must stand closer to
    it than to what is above them, and begin below each other.
    """
    at = title
    while at > max(title - _MOST, 0) and _may_go_with(blocks[at - 1], blocks[title]):
        if not _is_near(blocks[at - 1], blocks[at]):
            break
        at -= 1
    if at in (title, 0):
        return at
    if any(block.kind in {"caption", "heading"} for block in blocks[at:title]):
        return title  # a picture of this page, or a section of the case before it, goes before
    above, own, below = blocks[at - 1].box, blocks[at].box, blocks[at + 1].box
    if above is None or own is None or below is None:
        return title
    aligned = abs(own[0] - below[0]) < own[3] - own[1]
    return at if aligned and _gap(own, below) < _gap(above, own) else title


def _may_go_with(block: Block, title: Block) -> bool:
    text = block.text
    short = len(text) <= _LONGEST and not text[:1].islower() and not ends_clause(text)
    if block.kind == "heading":
        return short and title.kind == "heading" and block.level > title.level
    return short and block.kind in {"paragraph", "box", "caption"}


def _is_near(block: Block, below: Block) -> bool:
    if block.box is None or below.box is None:
        return True
    return 0 <= _gap(block.box, below.box) <= _CLOSE


def _gap(above: _Box, below: _Box) -> float:
    """The white between two blocks; much where the first is no higher: it stands in a column."""
    return above[1] - below[3] if above[3] > below[3] else float("inf")
