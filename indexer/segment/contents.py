"""Reads the contents page of a bundle: titles with the numbers of their pages.

Each manner in which a number may stand with its title is tried. The one counts whose titles stand
in the bundle too, on the pages that are said.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise, product

from corpus import Block, Document, Page
from indexer.segment.beside import manners
from indexer.segment.entries import Entry, Manner, above, before, behind, below
from indexer.segment.naming import Named, name_entries
from indexer.segment.places import Places
from indexer.segment.roles import role_of
from indexer.segment.titles import number_of

_FRONT = 12  # pages, or a fifth of them: so far in a contents page may stand without its name
_FEWEST = 3  # entries of a contents page
_LONGEST = 240  # characters of an entry
_TO_A_PAGE, _TO_A_PAGE_TOLD = 2, 5  # entries with one number, on average
_MOST_STRAY = 0.4  # of the blocks of a contents page may be no part of an entry
_IN_LINES = (behind, before, partial(behind, heads=True), partial(before, heads=True))
_MANNERS: tuple[Manner, ...] = (*_IN_LINES, above, below, *manners())
_INDENT, _COLUMN = 5.0, 90.0  # points: an entry set in from the edge, and another column


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
            found += _entries(document, number, places, after=found, named=named)
    return tuple(levelled(found)) if len(found) >= _FEWEST else ()


def _is_named(page: Page) -> bool:
    return any(role_of(block.text) == "contents" for block in page.blocks[:4])


def _entries(
    document: Document, number: int, places: Places, *, after: Sequence[Entry], named: bool
) -> list[Entry]:
    """The entries of a page in the manner that fits it best; none where none does."""
    page = document.pages[number]
    blocks = [block for block in page.blocks if role_of(block.text) != "contents"]
    best: list[Entry] = []
    most = (0, 0, 0.0, 0, 0)
    for order, manner in product(_orders(blocks), _MANNERS):
        entries = [entry for entry in manner(order, number) if entry.title]
        told = named or bool(after)
        if not _goes_up([*after[-1:], *entries], strict=not named, told=told) or not entries:
            continue
        if max(len(entry.title) for entry in entries) > _LONGEST:
            continue
        used = sum(entry.blocks for entry in entries) / len(blocks)
        if used < 1 - _MOST_STRAY or (not after and len(entries) < _FEWEST):
            continue
        titled = name_entries(entries, document, places)
        if (score := _score(titled, places)) > most:
            best, most = [one.entry for one in titled], score
    return best


def _score(named: Sequence[Named], places: Places) -> tuple[int, int, float, int, int]:
    """How well entries fit the bundle.

    By the titles that stand on their pages and head them, those that stand anywhere, those that
    begin their entry, and all.
    """
    known = sum(_stands_elsewhere(one.entry, places) for one in named)
    first = sum(one.lines is not None and not one.lines[0] for one in named)
    borne, heads = sum(one.borne for one in named), sum(one.heads for one in named)
    return borne, heads, round(known / len(named), 2), first, len(named)


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


def _goes_up(entries: Iterable[Entry], *, strict: bool, told: bool) -> bool:
    """Whether page numbers go up, roman ones first; without `strict` one may fall.

    More entries share a page where it is told that this is a contents page: it may have sections.
    """
    values = [(entry.label.style == "1", entry.label.value) for entry in entries]
    falls = sum(later < earlier for earlier, later in pairwise(values))
    most = _TO_A_PAGE_TOLD if told else _TO_A_PAGE
    return falls <= (0 if strict else 1) and len(set(values)) > len(values) / most


def levelled(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries with their levels: by a number of several parts, else by how far set in.

    What is set in no further than the first entry is none of a section: a number before the title
    may hang out.
    """
    edges = _edges(entry.left for entry in entries)
    insets = [round((entry.left - _edge(entry.left, edges)) / _INDENT) for entry in entries]
    steps = sorted({max(inset, insets[0]) for inset in insets})
    numbers = [number_of(entry.title) for entry in entries]
    for entry, inset, parts in zip(entries, insets, numbers, strict=True):
        # *9.15 uur* is the time of day: no other entry is 9 or another part of it.
        is_section = len(parts) > 1 and any(
            one == parts[:-1] or (one[:-1] == parts[:-1] and one != parts) for one in numbers
        )
        level = len(parts) if is_section else steps.index(max(inset, insets[0])) + 1
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
