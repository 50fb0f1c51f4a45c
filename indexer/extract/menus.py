"""The menu of an interactive PDF: the list of chapters that stands on page after page.

It is known by its place, the same on half of the pages, and by what it says: titles of chapters.
Other lines may stand still too: the headings of a form that every case fills in.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from statistics import median

from indexer.extract.current import current_entries
from indexer.extract.lines import Line, Sheet

MENU_PAGES = 4
"""Fewer pages than this cannot show that a line stands on every page."""

_FEWEST_PAGES = 2  # of a file that may have a menu
_ENOUGH_PAGES = 3  # of a menu that stands beside the text; all, where there are fewer
_TEXT_SIZE = 0.95  # times the size of the text: what is smaller is no text beside a menu
_SAME_SIZE = 0.05
_STILL = 2.5  # points: so far a line may move from page to page
_EDGE = 3.0  # points: entries of a menu begin so close to one another
_NEXT = 3.0  # times the size: entries of a menu stand so close above one another
_LARGER = 1.15  # times the size of an entry: the title that it leads to
_LONG_ENOUGH = 6  # letters: a shorter part of a title may be one of another by chance
_TITLE_LINES = 6  # a title has no more
_TITLED = 0.5  # of the entries are titles on another page


def menu_lines(
    sheets: Sequence[Sheet], *, body_size: float, is_entry: Callable[[Line], bool]
) -> frozenset[Line]:
    """The lines of a menu on half of the pages, and at least four, with what is above it.

    Beside the text three pages are enough, or both of a file of two, if the lines are titles of
    chapters.

    Args:
        sheets: all pages of the document.
        body_size: size of its text.
        is_entry: whether the outline has this line as a title on any page.
    """
    still = _still_lines(sheets, MENU_PAGES)
    titles = _titles(sheets, body_size, still)
    menu: set[Line] = set()
    for stack in _stacks(still):
        if (
            any(map(is_entry, stack))
            or _names_chapters(stack, titles, sheets)
            or _shows_where(stack, sheets)
        ):
            menu |= stack
    return frozenset(menu | _beside_text(sheets, body_size))


def _beside_text(sheets: Sequence[Sheet], body_size: float) -> set[Line]:
    """The menu of a file of few pages: beside its text, with the entry of the page itself."""
    if len(sheets) < _FEWEST_PAGES:
        return set()
    still = _still_lines(sheets, min(_ENOUGH_PAGES, len(sheets)))
    titles = _titles(sheets, body_size, still)
    menu: set[Line] = set()
    for stack in _stacks(still):
        if _names_chapters(stack, titles, sheets) and _is_beside(stack, sheets, body_size):
            menu |= stack
            menu |= {line for sheet in sheets for line in sheet.lines if _is_entry_of(stack, line)}
    return menu


def _titles(sheets: Sequence[Sheet], body_size: float, still: frozenset[Line]) -> frozenset[str]:
    """The lines of titles, and titles of more than a line as a whole."""
    titles: set[str] = set()
    for sheet in sheets:
        whole: list[str] = []
        for line in sheet.lines:
            if not (line.size >= _LARGER * body_size or line.bold) or line in still:
                whole = []
                continue
            whole.append(_key(line.text))
            titles.add(whole[-1])
            if len(whole) <= _TITLE_LINES:
                titles.add("".join(whole))
    return frozenset(titles)


def _names_chapters(stack: set[Line], titles: frozenset[str], sheets: Sequence[Sheet]) -> bool:
    """Whether these lines, with nothing between them, are titles of chapters."""
    names = {line.text for line in stack}
    named = [text for text in names if any(_leads_to(_key(text), title) for title in titles)]
    return (
        len(names) >= MENU_PAGES - 1
        and len(named) >= _TITLED * len(names)
        and _stands_alone(stack, sheets)
    )


def _shows_where(stack: set[Line], sheets: Sequence[Sheet]) -> bool:
    """Whether most of these lines, with nothing between them, are set apart on pages of their own.

    So a menu shows the chapter that the reader is in, also where no title stands above a chapter.
    """
    names = {line.text for line in stack}
    pages = [[line for line in sheet.lines if line in stack] for sheet in sheets]
    apart = {text for texts in current_entries(sheets, pages) for text in texts}
    return (
        len(names) >= MENU_PAGES - 1
        and len(apart) >= _TITLED * len(names)
        and _stands_alone(stack, sheets)
    )


def _is_beside(stack: set[Line], sheets: Sequence[Sheet], body_size: float) -> bool:
    """Whether no text of the document stands above or below these lines, on any of their pages."""
    x0, x1 = min(line.x0 for line in stack), max(line.x1 for line in stack)
    return not any(
        line.x0 < x1 and line.x1 > x0 and line.size >= _TEXT_SIZE * body_size
        for page in {line.page for line in stack}
        for line in sheets[page].lines
        if line not in stack
    )


def _is_entry_of(stack: set[Line], line: Line) -> bool:
    """Whether a line stands with the entries of a menu, in their size."""
    return any(
        abs(one.x0 - line.x0) < _EDGE
        and abs(one.size - line.size) < _SAME_SIZE * one.size
        and abs(one.y0 - line.y0) < _NEXT * one.size
        for one in stack
    )


def _still_lines(sheets: Sequence[Sheet], fewest: int) -> frozenset[Line]:
    """The lines that half of the pages, and no fewer than these, have at the same place."""
    by_text: dict[str, list[Line]] = defaultdict(list)
    for sheet in sheets:
        for line in sheet.lines:
            by_text[line.text].append(line)
    enough = max(len(sheets) / 2, fewest)
    return frozenset(
        line
        for lines in by_text.values()
        if len({line.page for line in lines}) >= enough
        for spot in _spots(lines)
        if len({line.page for line in spot}) >= enough
        for line in spot
    )


def _spots(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines with the same words by their place."""
    spots: list[list[Line]] = []
    for line in lines:
        for spot in spots:
            if abs(spot[0].x0 - line.x0) < _STILL and abs(spot[0].y0 - line.y0) < _STILL:
                spot.append(line)
                break
        else:
            spots.append([line])
    yield from spots


def _stacks(still: Iterable[Line]) -> Iterator[set[Line]]:
    """The lines that stand still by their edge: left, or right or centre of what is next to it."""
    spots: dict[tuple[str, int, int], list[Line]] = defaultdict(list)
    for line in still:
        spots[line.text, round(line.x0), round(line.y0)].append(line)
    stacks: list[list[list[Line]]] = []
    for spot in sorted(spots.values(), key=lambda spot: (-spot[0].y0, spot[0].x0, spot[0].text)):
        joined = [stack for stack in stacks if any(_is_in_line(one[0], spot[0]) for one in stack)]
        stacks = [stack for stack in stacks if not any(stack is one for one in joined)]
        stacks.append([*chain(*joined), spot])
    for stack in stacks:
        yield set(chain(*stack))


def _is_in_line(one: Line, other: Line) -> bool:
    if abs(one.x0 - other.x0) < _EDGE:
        return True
    sides = (one.x1 - other.x1, (one.x0 + one.x1 - other.x0 - other.x1) / 2)
    return min(map(abs, sides)) < _EDGE and abs(one.y0 - other.y0) < _NEXT * one.size


def _stands_alone(stack: Iterable[Line], sheets: Sequence[Sheet]) -> bool:
    """Whether on most pages nothing else stands between the lines of a stack."""
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in stack:
        by_page[line.page].append(line)
    return median(_between(lines, sheets[page]) for page, lines in by_page.items()) == 0


def _between(stack: Sequence[Line], sheet: Sheet) -> int:
    own = set(stack)
    x0, x1 = min(line.x0 for line in stack), max(line.x1 for line in stack)
    y0, y1 = min(line.y0 for line in stack), max(line.y1 for line in stack)
    return sum(
        line not in own and line.x0 < x1 and line.x1 > x0 and y0 < (line.y0 + line.y1) / 2 < y1
        for line in sheet.lines
    )


def _leads_to(entry: str, title: str) -> bool:
    """Whether an entry names a title, or a part of one; or the title is known in part."""
    if len(entry) >= _LONG_ENOUGH and entry in title:
        return True
    return entry == title or (len(title) > len(entry) / 2 and entry.startswith(title))


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
