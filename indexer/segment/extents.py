"""What stands in a part of a document: its blocks, and the footnotes whose marks stand in them.

Footnotes stand at the foot of their page, below the text of another section or case where that
begins on the page. A reader takes each with the text that has its mark, and so does this.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus import Block, Document, Page, Position
from corpus.models import BLOCK_SEPARATOR
from indexer.dutch import ends_clause


class Placed(NamedTuple):
    """A block with its page, and its first character in the text of that page."""

    block: Block
    page: int
    start: int


def blocks_between(document: Document, start: Position, end: Position) -> Iterator[Placed]:
    """The blocks from one place up to another, in the order in which a reader takes them.

    A footnote stands where its mark does: in no other part, and before the heading of a section
    that begins on the page below that. One without a mark goes with the footnote above it; one
    whose mark stands nowhere on the page stays at its foot. Those at the foot of a page where a
    sentence is cut come behind the paragraph that it goes on in.
    """
    numbered = enumerate(document.pages[start.page : end.page + 1], start.page)
    pages = [list(_placed(page, number, start, end)) for number, page in numbered]
    for page, following in pairwise(pages):
        foot = _foot(page)
        if following and foot < len(page) and _goes_on(page[:foot], following[0]):
            following[1:1] = page[foot:]
            del page[foot:]
    for page in pages:
        yield from page


def _placed(page: Page, number: int, start: Position, end: Position) -> Iterator[Placed]:
    """The blocks of a page that stand between two places."""
    offsets = _offsets(page.blocks)
    for home, at in _in_order(page.blocks):
        if start <= Position(number, home) < end:
            yield Placed(page.blocks[at], number, offsets[at])


def _foot(page: Sequence[Placed]) -> int:
    """Behind how many of its blocks only footnotes stand."""
    return next((at for at in range(len(page), 0, -1) if page[at - 1].block.kind != "footnote"), 0)


def _goes_on(text: Sequence[Placed], rest: Placed) -> bool:
    """Whether the last paragraph of a page ends within a sentence that goes on."""
    before = text[-1].block if text else None
    return (
        before is not None
        and before.kind == rest.block.kind == "paragraph"
        and not ends_clause(before.text)
        and rest.block.text[:1].islower()
    )


def _offsets(blocks: Sequence[Block]) -> list[int]:
    offsets, offset = [], 0
    for block in blocks:
        offsets.append(offset)
        offset += len(block.text) + len(BLOCK_SEPARATOR)
    return offsets


def _in_order(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The places of the blocks of a page, each behind the place of the block that it belongs to."""
    homes = _homes(blocks)
    headings = [at for at, block in enumerate(blocks) if block.kind == "heading"]
    before: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for at, home in homes.items():
        place = next((heading for heading in headings if heading > home), at)
        before[place].append((home, at))
    for at in range(len(blocks)):
        yield from before[at]
        if at not in homes:
            yield at, at


def _homes(blocks: Sequence[Block]) -> dict[int, int]:
    """By the places of the footnotes of a page those of the blocks that have their marks.

    Where two footnotes have one number, as where each case counts anew, the second belongs to the
    second block with that mark.
    """
    marked: dict[str, list[int]] = defaultdict(list)
    for at, block in enumerate(blocks):
        for mark in block.notes if block.kind != "footnote" else ():
            marked[mark].append(at)
    homes: dict[int, int] = {}
    home: int | None = None
    for at, block in enumerate(blocks):
        if block.kind != "footnote":
            continue
        if block.notes:
            places = marked[block.notes[0]]
            home = (places.pop(0) if len(places) > 1 else places[0]) if places else None
        homes[at] = at if home is None else home
    return homes
