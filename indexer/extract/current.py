"""Which entry of a menu is set apart on a page, to show where the reader is."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

from indexer.extract.lines import Line, Shape, Sheet

_PLACE = 6.0  # points: an entry that is set apart may be so much wider, or moved
_FEWEST = 3  # pages must have an entry before it shows how it usually looks
_MOST = 0.5  # of the pages that have an entry may have it set apart
_SMALL = 0.2  # of the page: what is drawn behind an entry alone takes no more


def current_entries(
    sheets: Sequence[Sheet], dropped: Sequence[Sequence[Line]]
) -> tuple[tuple[str, ...], ...]:
    """For each page the dropped lines that are bold, coloured or tinted there, but not elsewhere.

    A line is known again on another page by its words and its place. It is set apart where it looks
    otherwise than on most pages, and where something is drawn right behind it that most pages
    lack. That goes for the lines of a running head too: who asks must know what a menu is.

    Args:
        sheets: all pages of the document.
        dropped: the lines of each page that are no text, as long as `sheets`.
    """
    looks: dict[Hashable, Counter[Hashable]] = defaultdict(Counter)
    seen = [[(line, _place(line), _look(line, sheet)) for line in lines]
            for sheet, lines in zip(sheets, dropped, strict=True)]  # fmt: skip
    for page in seen:
        for _, place, look in page:
            looks[place][look] += 1
    return tuple(
        tuple(line.text for line, place, look in page if _is_odd(looks[place], look))
        for page in seen
    )


def _is_odd(looks: Counter[Hashable], look: Hashable) -> bool:
    usual, _ = looks.most_common(1)[0]
    count = looks.total()
    return count >= _FEWEST and look != usual and looks[look] < _MOST * count


def _place(line: Line) -> Hashable:
    return line.text, round(line.x0 / _PLACE), round(line.y0 / _PLACE)


def _look(line: Line, sheet: Sheet) -> Hashable:
    room = _SMALL * sheet.width * sheet.height
    behind = sum(_is_behind(shape, line, room) for shape in sheet.shapes)
    return line.bold, line.italic, line.colour, behind


def _is_behind(shape: Shape, line: Line, room: float) -> bool:
    """Whether something filled, no larger than this, is drawn behind a line."""
    x, y = (line.x0 + line.x1) / 2, (line.y0 + line.y1) / 2
    return (
        shape.filled
        and (shape.x1 - shape.x0) * (shape.y1 - shape.y0) < room
        and shape.x0 <= x <= shape.x1
        and shape.y0 <= y <= shape.y1
    )
