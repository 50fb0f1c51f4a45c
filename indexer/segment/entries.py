"""The entries of a contents page, by each manner in which their numbers may stand.

The number may stand behind the title, before it, or on a line above or below it; a long title may
take several lines, and a line about the chapter may follow it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from corpus import Block
from indexer.extract.numerals import Number, format_number, parse_number

_LABEL = r"(?:\d{1,4}|[ivxl]{1,7})"
_SAID = r"(?:p\.|pp\.|pag\.|blz\.|pagina|bladzijde)?\s*"
_BEHIND = re.compile(rf"(?P<title>.*?\S)[\s,;:.…|–—-]+{_SAID}(?P<label>{_LABEL})", re.IGNORECASE)
_BEFORE = re.compile(rf"{_SAID}(?P<label>{_LABEL})[\s.:|–—-]+(?P<title>\S.*)", re.IGNORECASE)
_LEADERS = re.compile(r"[\s.·]+$")  # what is left of the dots from a title to its number
_ALONE = re.compile(rf"[\s.…·]*{_SAID}(?P<label>{_LABEL})", re.IGNORECASE)

_MOST_LINES = 4  # of a title
_COLUMN = 90.0  # points: lines of one title begin less than half of this apart


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a contents page.

    Attributes:
        title: as it stands there; all of the lines, until it is known which of them are the title.
        label: the number of its page.
        page: index of the contents page that has it.
        lines: what stands there, block by block, without the number of its page.
        level: 1 for the outermost.
        left: its left edge in points; 0 off paper.
        blocks: how many blocks it takes.
        note: what stands there beside the title: its place, a line about it.
        target: index of the page that its link leads to; None without a link.
        top: where on that page, in points from its foot; None for the head of the page.
    """

    title: str
    label: Number
    page: int
    lines: tuple[str, ...] = ()
    level: int = 1
    left: float = 0.0
    blocks: int = 1
    note: str = ""
    target: int | None = None
    top: float | None = None

    @property
    def written(self) -> str:
        """The number as it is printed, in small letters."""
        return format_number(self.label).lower()

    @property
    def is_arabic(self) -> bool:
        """Whether the number is no roman one."""
        return self.label.style == "1"


Manner: TypeAlias = Callable[[Sequence[Block], int], Iterator[Entry]]
"""From blocks in their order and the index of their page to entries."""


def entry_of(lines: Sequence[str], label: Number, page: int, *, first: Block, blocks: int) -> Entry:
    """The entry that takes so many blocks, of which the first with words is given."""
    left = first.box[0] if first.box else 0.0
    own = tuple(filter(None, (_LEADERS.sub("", line) for line in lines)))
    return Entry(" ".join(own), label, page, own, left=left, blocks=blocks)


def number_alone(block: Block) -> Number | None:
    """The number that a block is, and nothing else."""
    found = _ALONE.fullmatch(block.text)
    return parse_number(found["label"]) if found else None


def numbered_lines(block: Block, *, behind: bool) -> tuple[str, Number] | None:
    """The words of a block and the number at its end, or at its beginning."""
    found = (_BEHIND if behind else _BEFORE).fullmatch(block.text)
    label = parse_number(found["label"]) if found else None
    return (found["title"], label) if found and label else None


def behind(blocks: Sequence[Block], page: int, *, heads: bool = False) -> Iterator[Entry]:
    """Entries that end in their number; what has none is the beginning of the next title.

    With `heads` it may be read as a heading, as where titles are bold; else that parts entries.
    """
    waiting: list[Block] = []
    for block in blocks:
        found = numbered_lines(block, behind=True)
        if not found:
            waiting = [*waiting, block][-_MOST_LINES:] if heads or block.kind != "heading" else []
            continue
        title, label = found
        lines = [*(one for one in waiting if _is_one_title(one, block)), block]
        texts = [*(one.text for one in lines[:-1]), title]
        yield entry_of(texts, label, page, first=lines[0], blocks=len(lines))
        waiting = []


def _is_one_title(line: Block, last: Block) -> bool:
    """Whether a line may be an earlier line of the title that ends in another."""
    if line.box is None or last.box is None:
        return True
    return abs(line.box[0] - last.box[0]) < _COLUMN / 2 and line.box[1] >= last.box[1]


def before(blocks: Sequence[Block], page: int, *, heads: bool = False) -> Iterator[Entry]:
    """Entries that begin with their number; what has none is the end of the title above.

    With `heads` it may be read as a heading.
    """
    entry: Entry | None = None
    for block in blocks:
        if found := numbered_lines(block, behind=False):
            if entry:
                yield entry
            entry = entry_of(found[:1], found[1], page, first=block, blocks=1)
        elif entry and entry.blocks < _MOST_LINES and (heads or block.kind != "heading"):
            title, lines = f"{entry.title} {block.text}", (*entry.lines, block.text)
            entry = replace(entry, title=title, lines=lines, blocks=entry.blocks + 1)
    if entry:
        yield entry


def above(blocks: Sequence[Block], page: int) -> Iterator[Entry]:
    """Numbers that stand by themselves, each above its title."""
    for label, lines in _alone(blocks):
        if lines:
            texts = [line.text for line in lines]
            yield entry_of(texts, label, page, first=lines[0], blocks=len(lines) + 1)


def below(blocks: Sequence[Block], page: int) -> Iterator[Entry]:
    """Numbers that stand by themselves, each below or behind its title."""
    turned = [(label, list(reversed(lines))) for label, lines in _alone(list(reversed(blocks)))]
    for label, lines in reversed(turned):
        if lines:
            texts = [line.text for line in lines]
            yield entry_of(texts, label, page, first=lines[0], blocks=len(lines) + 1)


def _alone(blocks: Sequence[Block]) -> Iterator[tuple[Number, list[Block]]]:
    """Each number that is a block by itself, with the blocks up to the next one."""
    label: Number | None = None
    lines: list[Block] = []
    for block in blocks:
        if number := number_alone(block):
            if label:
                yield label, lines
            label, lines = number, []
        elif len(lines) < _MOST_LINES:
            lines.append(block)
    if label:
        yield label, lines
