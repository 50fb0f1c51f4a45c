"""The outer margins of pages: page numbers and running heads, told from the text by repetition.

Readers see them, but they are not part of what the page says: a running head would be found on
every page, and would stand in the middle of a sentence that goes on overleaf.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from msgspec import structs

from indexer.dutch import ends_sentence
from indexer.extract.lines import Line, Sheet
from indexer.extract.menus import MENU_PAGES, menu_lines
from indexer.extract.numerals import edge_numbers, parse_number
from indexer.extract.sayings import only_here
from indexer.extract.style import HEADING_SIZE
from indexer.extract.tabs import tab_lines

MARGIN = 0.15
"""The part of the height of a page that its head and its foot may take, each."""

ENOUGH_PAGES = 3
"""On so many pages a line must return to be a running head; on all, where there are fewer."""

SMALL = 0.95
"""Times the size of the text: lines no larger than this are smaller than the text."""

LARGE = 1.3
"""Times the size of the text: so large, a line is a heading unless most pages have it."""


_WIDEST = 0.22
_EDGE_NUMBERS = re.compile(r"^\d{1,4}\b|\b\d{1,4}$")
_TRIMMINGS = "-–—•·.()[]|~ "
_SLOT = 4.0  # points: lines of two pages stand at the same height if no further apart

_Outer: TypeAlias = Sequence[tuple[bool, Line]]
"""The lines of the margins of a page, as `outer_lines` gives them."""


def outer_lines(sheet: Sheet) -> Iterator[tuple[bool, Line]]:
    """The lines of the head (True) and foot (False) margin, from the edges inwards."""
    # Most lines stand in neither: that is seen without looking twice.
    low, high = 2 * _WIDEST * sheet.height, 2 * (1 - _WIDEST) * sheet.height
    outer = [line for line in sheet.lines if not low <= line.y0 + line.y1 <= high]
    for at_head in (True, False):
        lines = [line for line in outer if _in_margin(line, sheet, at_head=at_head)]
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
    """The sheets without running heads, running feet, page numbers, menus and tabs.

    Dropped is a line of an outer margin that is the page's own label; that stands at the same
    height on at least three pages in a row (left and right pages may differ), with the same words
    or with a number that goes up with the pages; or that stands where a third of the pages have
    such a line, in the same size. Nothing is dropped further inwards than a line that stays.

    Dropped too are small lines of a margin that say what a running head says elsewhere, lines that
    stand where a third of the pages have their head in a size smaller than the text, and, wherever
    they stand, the menu of an interactive PDF (`menus`) and the tabs at the edge (`tabs`).

    A heading may stand at the top of several pages too, below their running heads: so a line that
    is not the outermost goes only where a third of the pages have such a line. And headings may
    have numbers that go up with the pages: so what is set as large as a heading goes by a number
    only if it says the same beside it.

    And nothing goes that stands nowhere else in the document (`sayings`).

    Args:
        sheets: all pages of the document.
        body_size: size of the text; a line much larger is dropped only if most pages have it.
        labels: the label of each page; empty where they are not known.
        is_title: whether the outline has this line as a title on its page; the last such line of
            a page stays.
        is_entry: whether the outline has this line as a title on any page.
    """
    beside = menu_lines(sheets, body_size=body_size, is_entry=is_entry) | tab_lines(sheets)
    if beside:
        sheets = [_without(sheet, beside) for sheet in sheets]
    furniture = _Furniture(sheets, body_size, labels)
    dropped = [_dropped(sheet, furniture, is_title) for sheet in sheets]
    kept = only_here(sheets, dropped, body_size=body_size, is_entry=is_entry)
    bare = tuple(_without(sheet, gone - kept) for sheet, gone in zip(sheets, dropped, strict=True))
    # A file of which nothing would be left has no running heads: its pages are a line each.
    return bare if any(sheet.lines for sheet in bare) else tuple(sheets)


class _Furniture:
    """Knows the running heads and feet of a document."""

    def __init__(self, sheets: Sequence[Sheet], body_size: float, labels: Sequence[str]) -> None:
        self._body_size, self._labels = body_size, labels
        outer = [tuple(outer_lines(sheet)) for sheet in sheets]
        recurring = _recurring(outer, body_size)
        self._recurring = recurring - _in_the_text(sheets, outer, recurring, body_size)
        self._slots = _slots_of_heads(outer, self._recurring)
        self._slots |= _slots_of_small_heads(outer, body_size)
        self._sayings = {_saying(line): line.size for line in self._recurring}

    def has(self, line: Line, *, outermost: bool) -> bool:
        """Whether a line of a margin is a running head or foot, or the number of its page."""
        in_slot = _slot(line) in self._slots
        if in_slot and line.size < LARGE * self._body_size:
            return True
        if line in self._recurring and (outermost or in_slot):
            return True
        said = 1.2 * self._sayings.get(_saying(line), 0.0)
        if outermost and line.size <= min(SMALL * self._body_size, said):
            return True
        label = self._labels[line.page] if self._labels else ""
        return bool(label) and line.text.strip(_TRIMMINGS).lower() == label.lower()


def _in_margin(line: Line, sheet: Sheet, *, at_head: bool) -> bool:
    middle = (line.y0 + line.y1) / 2
    if middle > (1 - MARGIN) * sheet.height if at_head else middle < MARGIN * sheet.height:
        return True
    if middle <= (1 - _WIDEST) * sheet.height if at_head else middle >= _WIDEST * sheet.height:
        return False
    # A number by itself may stand further in, where the page is smaller than its sheet.
    return parse_number(line.text.strip(_TRIMMINGS)) is not None


def _recurring(outer: Sequence[_Outer], body_size: float) -> frozenset[Line]:
    """The lines of the margins that many pages have, at the same height.

    Lines smaller than the text need not stand on pages in a row: no heading is so small.
    """
    marked = [(line, tuple(_marks(line, body_size))) for lines in outer for _, line in lines]
    pages: dict[tuple[Hashable, int], set[int]] = defaultdict(set)
    for line, marks in marked:
        for mark in marks:
            pages[mark, int(line.y0 // _SLOT)].add(line.page)
    few = max(min(ENOUGH_PAGES, len(outer)), 2)
    most = max(len(outer) // 2 + 1, few)
    return frozenset(
        line
        for line, marks in marked
        if _most(pages, line, marks) >= (most if line.size >= LARGE * body_size else few)
        or (line.size <= SMALL * body_size and len(pages[line.text, int(line.y0 // _SLOT)]) >= few)
    )


def _in_the_text(
    sheets: Sequence[Sheet], outer: Sequence[_Outer], recurring: frozenset[Line], body_size: float
) -> frozenset[Line]:
    """The recurring lines that are headings, though they stand at the head of many pages.

    Every case may have the same heads. One that a page begins with stands close above its text, no
    higher than other pages have theirs, and is not smaller.
    """
    tops = [
        max((line.y1 for at_head, line in lines if at_head and line not in recurring), default=0.0)
        for lines in outer
    ]
    enough = max(ENOUGH_PAGES, len(outer) / 4)
    return frozenset(
        line
        for line in recurring
        if line.size >= body_size
        and _words(line)
        and sum(top > line.y1 - _SLOT for top in tops) >= enough
        and _is_close_above(line, sheets[line.page])
    )


def _is_close_above(line: Line, sheet: Sheet) -> bool:
    """Whether a line has other lines below it, no further away than the height of its type."""
    below = [one.y1 for one in sheet.lines if one.y1 < line.y1 and one != line]
    return bool(below) and line.y0 - max(below) < line.size


def _marks(line: Line, body_size: float) -> Iterator[Hashable]:
    """By what a line may be known again on another page, its height aside."""
    yield line.text
    # What ends as a sentence may be a note, whose number goes up with the pages by chance.
    is_saying = line.size >= HEADING_SIZE * body_size or ends_sentence(line.text)
    words = _words(line) if is_saying else ""
    for number in edge_numbers(line.text):
        yield number.style, number.value - line.page, words
        yield number.style, number.value - 2 * line.page, words, "spread"


def _most(
    pages: Mapping[tuple[Hashable, int], set[int]], line: Line, marks: Iterable[Hashable]
) -> int:
    """On how many pages in a row a line stands, by the mark that most of them share."""
    slot = int(line.y0 // _SLOT)
    near = (slot - 1, slot, slot + 1)
    return max(
        _in_a_row(set().union(*(pages.get((mark, at), ()) for at in near)), line.page)
        for mark in marks
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


def _slots_of_heads(outer: Sequence[_Outer], recurring: frozenset[Line]) -> frozenset[Hashable]:
    """Where running heads stand: the rest of the lines there are heads of shorter chapters."""
    lines = [line for lines in outer for _, line in lines]
    all_there = Counter(_slot(line) for line in lines)
    known = Counter(_slot(line) for line in lines if line in recurring)
    third = max(len(outer) / 3, ENOUGH_PAGES)
    return frozenset(
        slot for slot, count in known.items() if count >= third and 2 * count >= all_there[slot]
    )


def _slots_of_small_heads(outer: Sequence[_Outer], body_size: float) -> frozenset[Hashable]:
    """Where a third of the pages have their uppermost line, each time smaller than the text."""
    counts: Counter[Hashable] = Counter()
    for lines in outer:
        head = next((line for at_head, line in lines if at_head), None)
        if head is not None and head.size <= SMALL * body_size:
            counts[_slot(head)] += 1
    third = max(len(outer) / 3, MENU_PAGES)
    return frozenset(slot for slot, count in counts.items() if count >= third)


def _saying(line: Line) -> str:
    """What a running head or foot says, the number of its page aside if it says more."""
    return _words(line) or line.text


def _words(line: Line) -> str:
    return _EDGE_NUMBERS.sub("", line.text).strip(_TRIMMINGS).lower()


def _slot(line: Line) -> Hashable:
    return round(line.y0), round(line.size)


def _dropped(
    sheet: Sheet, furniture: _Furniture, is_title: Callable[[Line], bool]
) -> AbstractSet[Line]:
    """The running heads and feet of a page."""
    dropped: set[Line] = set()
    stopped: set[bool] = set()
    begun: set[bool] = set()
    for at_head, line in outer_lines(sheet):
        if at_head in stopped:
            continue
        if furniture.has(line, outermost=at_head not in begun) and not (
            is_title(line) and _is_last(line, sheet, dropped, is_title)
        ):
            dropped.add(line)
        else:
            stopped.add(at_head)
        begun.add(at_head)
    return dropped


def _without(sheet: Sheet, dropped: AbstractSet[Line]) -> Sheet:
    if not dropped:
        return sheet
    return structs.replace(sheet, lines=tuple(line for line in sheet.lines if line not in dropped))


def _is_last(
    title: Line, sheet: Sheet, dropped: AbstractSet[Line], is_title: Callable[[Line], bool]
) -> bool:
    """Whether no other title is left on a page."""
    rest = (line for line in sheet.lines if line not in dropped and line != title)
    return not any(map(is_title, rest))
