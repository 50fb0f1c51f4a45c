"""The outer margins of pages: page numbers and running heads, told from the text by repetition.

Readers see them, but they are not part of what the page says: a running head would be found on
every page, and would stand in the middle of a sentence that goes on overleaf.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Protocol

from indexer.extract.lines import Line, Sheet
from indexer.extract.menus import MENU_PAGES, menu_lines
from indexer.extract.numerals import edge_numbers, parse_number

MARGIN = 0.15
"""The part of the height of a page that its head and its foot may take, each."""

ENOUGH_PAGES = 3
"""On so many pages a line must return to be a running head; on all, where there are fewer."""

SMALL = 0.95
"""Times the size of the text: lines no larger than this are smaller than the text."""

LARGE = 1.3
"""Times the size of the text: so large, a line is a heading unless most pages have it."""


class _FurnitureTest(Protocol):
    def __call__(self, line: Line, *, outermost: bool) -> bool: ...


_WIDEST = 0.22
_EDGE_NUMBERS = re.compile(r"^\d{1,4}\b|\b\d{1,4}$")
_TRIMMINGS = "-–—•·.()[]|~ "
_SLOT = 4.0  # points: lines of two pages stand at the same height if no further apart


def outer_lines(sheet: Sheet) -> Iterator[tuple[bool, Line]]:
    """The lines of the head (True) and foot (False) margin, from the edges inwards."""
    for at_head in (True, False):
        lines = [line for line in sheet.lines if _in_margin(line, sheet, at_head=at_head)]
        for line in sorted(lines, key=lambda line: line.y0, reverse=at_head):
            yield at_head, line


def without_furniture(
    sheets: Sequence[Sheet],
    *,
    body_size: float,
    labels: Sequence[str] = (),
    is_title: Callable[[Line], bool] = lambda _line: False,
    is_entry: Callable[[Line], bool] = lambda _line: False,
) -> tuple[Sheet, ...]:
    """The sheets without running heads, running feet and page numbers.

    Dropped is a line of an outer margin that is the page's own label; that stands at the same
    height on at least three pages in a row (left and right pages may differ), with the same words
    or with a number that goes up with the pages; or that stands where a third of the pages have
    such a line, in the same size. Nothing is dropped further inwards than a line that stays.

    Dropped too are small lines of a margin that say what a running head says elsewhere, lines that
    stand where a third of the pages have their head in a size smaller than the text, and, wherever
    it stands, the menu of an interactive PDF (`menus`).

    A heading may stand at the top of several pages too, below their running heads: so a line that
    is not the outermost goes only where a third of the pages have such a line.

    Args:
        sheets: all pages of the document.
        body_size: size of the text; a line much larger is dropped only if most pages have it.
        labels: the label of each page; empty where they are not known.
        is_title: whether the outline has this line as a title on its page; the last such line of
            a page stays.
        is_entry: whether the outline has this line as a title on any page.
    """
    menu = menu_lines(sheets, body_size=body_size, is_entry=is_entry)
    sheets = [replace(s, lines=tuple(line for line in s.lines if line not in menu)) for s in sheets]
    recurring = _recurring(sheets, body_size)
    slots = _slots_of_heads(sheets, recurring) | _slots_of_small_heads(sheets, body_size)
    sayings = {_saying(line): line.size for line in recurring}

    def is_furniture(line: Line, *, outermost: bool) -> bool:
        if line.size < LARGE * body_size and _slot(line) in slots:
            return True
        if line in recurring and (outermost or _slot(line) in slots):
            return True
        if outermost and line.size <= min(SMALL * body_size, 1.2 * sayings.get(_saying(line), 0.0)):
            return True
        return bool(labels) and line.text.strip(_TRIMMINGS).lower() == labels[line.page].lower()

    bare = tuple(_without(sheet, is_furniture, is_title) for sheet in sheets)
    # A file of which nothing would be left has no running heads: its pages are a line each.
    return bare if any(sheet.lines for sheet in bare) else tuple(sheets)


def _in_margin(line: Line, sheet: Sheet, *, at_head: bool) -> bool:
    middle = (line.y0 + line.y1) / 2
    if parse_number(line.text.strip(_TRIMMINGS)):
        # A number by itself may stand further in, where the page is smaller than its sheet.
        return middle > (1 - _WIDEST) * sheet.height if at_head else middle < _WIDEST * sheet.height
    return middle > (1 - MARGIN) * sheet.height if at_head else middle < MARGIN * sheet.height


def _recurring(sheets: Sequence[Sheet], body_size: float) -> frozenset[Line]:
    """The lines of the margins that many pages have, at the same height.

    Lines smaller than the text need not stand on pages in a row: no heading is so small.
    """
    outer = [line for sheet in sheets for _, line in outer_lines(sheet)]
    pages: dict[tuple[Hashable, int], set[int]] = defaultdict(set)
    for line in outer:
        for mark in _marks(line):
            pages[mark, int(line.y0 // _SLOT)].add(line.page)
    few = max(min(ENOUGH_PAGES, len(sheets)), 2)
    most = max(len(sheets) // 2 + 1, few)
    return frozenset(
        line
        for line in outer
        if _most(pages, line) >= (most if line.size >= LARGE * body_size else few)
        or (line.size <= SMALL * body_size and len(pages[line.text, int(line.y0 // _SLOT)]) >= few)
    )


def _marks(line: Line) -> Iterator[Hashable]:
    """By what a line may be known again on another page, its height aside."""
    yield line.text
    for number in edge_numbers(line.text):
        yield number.style, number.value - line.page
        yield number.style, number.value - 2 * line.page, "spread"


def _most(pages: Mapping[tuple[Hashable, int], set[int]], line: Line) -> int:
    """On how many pages in a row a line stands, by the mark that most of them share."""
    slot = int(line.y0 // _SLOT)
    near = (slot - 1, slot, slot + 1)
    return max(
        _in_a_row(set().union(*(pages.get((mark, at), ()) for at in near)), line.page)
        for mark in _marks(line)
    )


def _in_a_row(pages: AbstractSet[int], page: int) -> int:
    """How many of these pages follow each other around a page, every other page counting too."""
    count = 1
    for step in (1, -1):
        at: int | None = page
        while at is not None:
            at = next((at + step * gap for gap in (1, 2) if at + step * gap in pages), None)
            count += at is not None
    return count


def _slots_of_heads(sheets: Sequence[Sheet], recurring: frozenset[Line]) -> frozenset[Hashable]:
    """Where running heads stand: the rest of the lines there are heads of shorter chapters."""
    lines = [line for sheet in sheets for _, line in outer_lines(sheet)]
    all_there = Counter(_slot(line) for line in lines)
    known = Counter(_slot(line) for line in lines if line in recurring)
    third = max(len(sheets) / 3, ENOUGH_PAGES)
    return frozenset(
        slot for slot, count in known.items() if count >= third and 2 * count >= all_there[slot]
    )


def _slots_of_small_heads(sheets: Sequence[Sheet], body_size: float) -> frozenset[Hashable]:
    """Where a third of the pages have their uppermost line, each time smaller than the text."""
    counts: Counter[Hashable] = Counter()
    for sheet in sheets:
        head = next((line for at_head, line in outer_lines(sheet) if at_head), None)
        if head is not None and head.size <= SMALL * body_size:
            counts[_slot(head)] += 1
    third = max(len(sheets) / 3, MENU_PAGES)
    return frozenset(slot for slot, count in counts.items() if count >= third)


def _saying(line: Line) -> str:
    """What a running head or foot says, the number of its page aside."""
    return _EDGE_NUMBERS.sub("", line.text).strip(_TRIMMINGS).lower() or line.text


def _slot(line: Line) -> Hashable:
    return round(line.y0), round(line.size)


def _without(
    sheet: Sheet, is_furniture: "_FurnitureTest", is_title: Callable[[Line], bool]
) -> Sheet:
    titles = {line for line in sheet.lines if is_title(line)}
    dropped: set[Line] = set()
    stopped: set[bool] = set()
    begun: set[bool] = set()
    for at_head, line in outer_lines(sheet):
        if at_head in stopped:
            continue
        if is_furniture(line, outermost=at_head not in begun) and titles - dropped != {line}:
            dropped.add(line)
        else:
            stopped.add(at_head)
        begun.add(at_head)
    return replace(sheet, lines=tuple(line for line in sheet.lines if line not in dropped))
