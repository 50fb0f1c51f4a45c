"""Reads the contents page of a bundle: titles with the numbers of their pages.

The number may stand behind the title, before it, or on a line above or below it; a long title may
take several lines. Each manner is tried, and the one counts whose titles stand in the bundle too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from corpus import Block, Document, Page
from indexer.extract.numerals import Number, format_number, parse_number
from indexer.segment.places import Places
from indexer.segment.roles import role_of
from indexer.segment.titles import number_of

_LABEL = r"(?:\d{1,4}|[ivxl]{1,7})"
_SAID = r"(?:p\.|pp\.|pag\.|blz\.|pagina|bladzijde)?\s*"
_BEHIND = re.compile(rf"(?P<title>.*?\S)[\s,;:.…|–—-]+{_SAID}(?P<label>{_LABEL})", re.IGNORECASE)
_BEFORE = re.compile(rf"{_SAID}(?P<label>{_LABEL})[\s.:|–—-]+(?P<title>\S.*)", re.IGNORECASE)
_ALONE = re.compile(rf"{_SAID}(?P<label>{_LABEL})", re.IGNORECASE)

_FRONT = 12  # pages, or a fifth of them: so far in a contents page may stand without its name
_FEWEST = 3  # entries of a contents page
_LONGEST = 240  # characters of an entry
_MOST_LINES = 4  # of a title
_MOST_STRAY = 0.4  # of the blocks of a contents page may be no part of an entry
_INDENT, _COLUMN = 5.0, 90.0  # points: an entry set in from the edge, and another column


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a contents page.

    Attributes:
        title: as it stands there.
        label: the number of its page.
        page: index of the contents page that has it.
        level: 1 for the outermost.
        left: its left edge in points; 0 off paper.
        blocks: how many blocks it takes.
    """

    title: str
    label: Number
    page: int
    level: int = 1
    left: float = 0.0
    blocks: int = 1

    @property
    def written(self) -> str:
        """The number as it is printed, in small letters."""
        return format_number(self.label).lower()

    @property
    def is_arabic(self) -> bool:
        """Whether the number is no roman one."""
        return self.label.style == "1"


def find_contents(document: Document) -> tuple[Entry, ...]:
    """The entries of the contents page, which may run over several pages; empty without one.

    The numbers of its entries must go up, and most of what stands on it must be entries.
    """
    places = Places(document)
    found: list[Entry] = []
    front = max(_FRONT, len(document.pages) // 5)
    for number, page in enumerate(document.pages):
        named = _is_named(page)
        if found and number != found[-1].page + 1:
            break
        if number < front or named:
            found += _entries(page, number, places, after=found, named=named)
    return tuple(_levelled(found)) if len(found) >= _FEWEST else ()


def _is_named(page: Page) -> bool:
    return any(role_of(block.text) == "contents" for block in page.blocks[:4])


def _entries(
    page: Page, number: int, places: Places, *, after: Sequence[Entry], named: bool
) -> list[Entry]:
    """The entries of a page in the manner that fits it best; none where none does."""
    blocks = [block for block in page.blocks if role_of(block.text) != "contents"]
    best: list[Entry] = []
    most = (0.0, 0)
    manners = (_behind, _before, _above, _below)
    for order, manner in product(_orders(blocks), manners):
        entries = list(manner(order, number))
        if not _goes_up([*after[-1:], *entries], strict=not named) or not entries:
            continue
        if max(len(entry.title) for entry in entries) > _LONGEST:
            continue
        used = sum(entry.blocks for entry in entries) / len(blocks)
        if used < 1 - _MOST_STRAY or (not after and len(entries) < _FEWEST):
            continue
        known = sum(_stands_elsewhere(entry, places) for entry in entries)
        if (score := (round(known / len(entries), 2), len(entries))) > most:
            best, most = entries, score
    return best


def _orders(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The blocks as they were read, and where entries stand in columns also column by column."""
    yield blocks
    boxed = [(block, block.box) for block in blocks if block.box]
    edges = _edges(box[0] for _, box in boxed)
    if len(boxed) == len(blocks) and len(edges) > 1:
        placed = [(_edge(box[0], edges), -box[3], block) for block, box in boxed]
        yield [block for _, _, block in sorted(placed, key=lambda one: one[:2])]


def _stands_elsewhere(entry: Entry, places: Places) -> float:
    """How like the title the likest title elsewhere is."""
    found = places.find(entry.title)
    return max((spot.likeness for spot in found if spot.page != entry.page), default=0.0)


def _goes_up(entries: Iterable[Entry], *, strict: bool) -> bool:
    """Whether page numbers go up, roman ones first; without `strict` one may fall."""
    values = [(entry.label.style == "1", entry.label.value) for entry in entries]
    falls = sum(later < earlier for earlier, later in pairwise(values))
    return falls <= (0 if strict else 1) and len(set(values)) > len(values) / 2


def _behind(blocks: Sequence[Block], page: int) -> Iterator[Entry]:
    yield from _inline(blocks, page, _BEHIND)


def _inline(blocks: Sequence[Block], page: int, form: re.Pattern[str]) -> Iterator[Entry]:
    """Entries that end in their number; what has none is the beginning of the next title."""
    waiting: list[Block] = []
    for block in blocks:
        found = form.fullmatch(block.text)
        label = parse_number(found["label"]) if found else None
        if not found or not label:
            waiting = [*waiting, block][-_MOST_LINES:] if block.kind != "heading" else []
            continue
        lines = [*(one for one in waiting if _is_one_title(one, block)), block]
        title = " ".join([*(one.text for one in lines[:-1]), found["title"]])
        yield Entry(title, label, page, left=_left(lines[0]), blocks=len(lines))
        waiting = []


def _is_one_title(line: Block, last: Block) -> bool:
    """Whether a line may be an earlier line of the title that ends in another."""
    if line.box is None or last.box is None:
        return True
    return abs(line.box[0] - last.box[0]) < _COLUMN / 2 and line.box[1] >= last.box[1]


def _before(blocks: Sequence[Block], page: int) -> Iterator[Entry]:
    """Entries that begin with their number; what has none is the end of the title above."""
    entry: Entry | None = None
    for block in blocks:
        found = _BEFORE.fullmatch(block.text)
        label = parse_number(found["label"]) if found else None
        if found and label:
            if entry:
                yield entry
            entry = Entry(found["title"], label, page, left=_left(block))
        elif entry and entry.blocks < _MOST_LINES and block.kind != "heading":
            entry = replace(entry, title=f"{entry.title} {block.text}", blocks=entry.blocks + 1)
    if entry:
        yield entry


def _above(blocks: Sequence[Block], page: int) -> Iterator[Entry]:
    """Numbers that stand by themselves, each above its title."""
    for label, lines in _alone(blocks):
        if lines:
            title = " ".join(line.text for line in lines)
            yield Entry(title, label, page, left=_left(lines[0]), blocks=len(lines) + 1)


def _below(blocks: Sequence[Block], page: int) -> Iterator[Entry]:
    """Numbers that stand by themselves, each below or behind its title."""
    turned = [(label, list(reversed(lines))) for label, lines in _alone(list(reversed(blocks)))]
    for label, lines in reversed(turned):
        if lines:
            title = " ".join(line.text for line in lines)
            yield Entry(title, label, page, left=_left(lines[0]), blocks=len(lines) + 1)


def _alone(blocks: Sequence[Block]) -> Iterator[tuple[Number, list[Block]]]:
    """Each number that is a block by itself, with the blocks up to the next one."""
    label: Number | None = None
    lines: list[Block] = []
    for block in blocks:
        found = _ALONE.fullmatch(block.text)
        if found and (number := parse_number(found["label"])):
            if label:
                yield label, lines
            label, lines = number, []
        elif len(lines) < _MOST_LINES:
            lines.append(block)
    if label:
        yield label, lines


def _left(block: Block) -> float:
    return block.box[0] if block.box else 0.0


def _levelled(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries with their levels: by a number of several parts, else by how far set in."""
    edges = _edges(entry.left for entry in entries)
    for entry in entries:
        parts = number_of(entry.title)
        edge = _edge(entry.left, edges)
        deeper = sorted(
            {
                round((other.left - edge) / _INDENT)
                for other in entries
                if edge <= other.left <= entry.left
            }
        )
        level = len(parts) if len(parts) > 1 else len(deeper)
        yield replace(entry, level=level)


def _edges(lefts: Iterable[float]) -> list[float]:
    """The left edges of columns."""
    edges: list[float] = []
    for left in sorted(set(lefts)):
        if not edges or left - edges[-1] > _COLUMN:
            edges.append(left)
    return edges


def _edge(left: float, edges: Sequence[float]) -> float:
    return max(edge for edge in edges if edge <= left)
