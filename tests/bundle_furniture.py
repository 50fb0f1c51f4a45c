"""What stands around the text of an invented bundle, and its contents page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bundle_design import Bundle
from reading_pens import Look, Pen

Entry = tuple[str, str, int]
"""A title, the label of its page, and the number of that page in the file."""

_TINT = (0.80, 0.88, 0.80)
_PANEL = (0.93, 0.94, 0.96)
_RED = (0.75, 0.1, 0.1)


def draw_furniture(  # noqa: PLR0913  # a page has as many sides
    pen: Pen, bundle: Bundle, titles: Sequence[str], *, current: str, label: str, cover: bool
) -> None:
    """The menu, running head and number of a page."""
    if bundle.shows == "menu":
        _MENUS[bundle.menu](pen, bundle, titles, current)
    small = replace(bundle.body, size=8)
    if bundle.running and not cover:
        pen.line((bundle.frames[0].x, bundle.tall - 24), current.split() or ["–"], small)
    if bundle.numbered and label and not cover:
        pen.line((bundle.wide / 2, 20), [label], small)


def draw_contents(pen: Pen, bundle: Bundle, entries: Sequence[Entry], page: int) -> None:
    """A page of the table of contents, in the manner that the design names."""
    share = -(-len(entries) // bundle.contents_pages)
    own = entries[page * share : (page + 1) * share]
    left, y = bundle.frames[0].x, bundle.tall - 80
    if not page:
        pen.line((left, y), ["Inhoud"], bundle.title)
    _CONTENTS[bundle.contents](pen, bundle, own, y - 40)


def _leaders(pen: Pen, bundle: Bundle, entries: Sequence[Entry], y: float) -> None:
    """Title, a row of dots, number on the right; long titles on two lines, number on the last."""
    left, right, look = bundle.frames[0].x, bundle.wide - bundle.frames[0].x, bundle.body
    for entry in entries:
        *above, last = _lines(pen, entry[0], look, right - left - 60)
        for line in above:
            pen.line((left, y), line.split(), look)
            y -= 1.3 * look.size
        end = right - pen.measure(entry[1], look)
        x = left + pen.measure(last + " ", look)
        dots = "." * int((end - x - 4) / pen.measure(".", look))
        pen.line((left, y), [*last.split(), dots, entry[1]], look)
        _link(pen, bundle, (left, y - 3, right, y + look.size), entry)
        y -= 1.9 * look.size


def _number_left(pen: Pen, bundle: Bundle, entries: Sequence[Entry], y: float) -> None:
    """Number in a column of its own on the left, titles beside it."""
    left, look = bundle.frames[0].x, bundle.body
    for entry in entries:
        pen.line((left, y), [entry[1]], replace(look, colour=_RED))
        top = y
        for line in _lines(pen, entry[0], look, bundle.wide - left - 80):
            pen.line((left + 36, y), line.split(), look)
            y -= 1.3 * look.size
        _link(pen, bundle, (left, y + 3, bundle.wide - left, top + look.size), entry)
        y -= 0.8 * look.size


def _right(pen: Pen, bundle: Bundle, entries: Sequence[Entry], y: float) -> None:
    """Number on the right, no dots; of a long title on its first line."""
    left, right, look = bundle.frames[0].x, bundle.wide - bundle.frames[0].x, bundle.body
    for entry in entries:
        pen.line((right - pen.measure(entry[1], look), y), [entry[1]], look)
        for line in _lines(pen, entry[0], look, right - left - 60):
            pen.line((left, y), line.split(), look)
            y -= 1.3 * look.size
        y -= 0.9 * look.size


def _behind(pen: Pen, bundle: Bundle, entries: Sequence[Entry], y: float) -> None:
    """Number right behind the title, as a word."""
    left, look = bundle.frames[0].x, bundle.body
    for entry in entries:
        text = f"{entry[0]}, p. {entry[1]}"
        for line in _lines(pen, text, look, bundle.wide - 2 * left):
            pen.line((left, y), line.split(), look)
            y -= 1.3 * look.size
        y -= 0.9 * look.size


def _columns(pen: Pen, bundle: Bundle, entries: Sequence[Entry], y: float) -> None:
    """Two columns of entries, each number on a line of its own above its title, bold."""
    half = -(-len(entries) // 2)
    wide = (bundle.wide - 2 * bundle.frames[0].x - 30) / 2
    for side, own in enumerate((entries[:half], entries[half:])):
        x, at = bundle.frames[0].x + side * (wide + 30), y
        for entry in own:
            pen.line((x, at), [entry[1]], replace(bundle.section, size=bundle.body.size))
            for line in _lines(pen, entry[0], bundle.body, wide):
                at -= 1.3 * bundle.body.size
                pen.line((x, at), line.split(), bundle.body)
            at -= 2 * bundle.body.size


_CONTENTS: dict[str, Callable[[Pen, Bundle, Sequence[Entry], float], None]] = {
    "leaders": _leaders,
    "number-left": _number_left,
    "right": _right,
    "behind": _behind,
    "columns": _columns,
}


def _menu_left(pen: Pen, bundle: Bundle, titles: Sequence[str], current: str) -> None:
    _stack(pen, bundle, titles, current, x=14, wide=100)


def _menu_right(pen: Pen, bundle: Bundle, titles: Sequence[str], current: str) -> None:
    _stack(pen, bundle, titles, current, x=bundle.wide - 112, wide=100)


def _stack(  # noqa: PLR0913  # idem
    pen: Pen, bundle: Bundle, titles: Sequence[str], current: str, *, x: float, wide: float
) -> None:
    pen.rect(x - 8, 0, wide + 16, bundle.tall, _PANEL)
    y = bundle.tall - 60
    for title in titles:
        look = _menu_look(bundle, title, current)
        lines = list(_lines(pen, title, look, wide))
        if bundle.current == "tint" and title == current:
            pen.rect(x - 4, y + 9 - 10 * len(lines) - 3, wide + 8, 10 * len(lines) + 4, _TINT)
        _link(pen, bundle, (x, y + 9 - 10 * len(lines), x + wide, y + 8), (title, "", 0))
        for line in lines:
            pen.line((x, y), line.split(), look)
            y -= 10
        y -= 8


def _menu_top(pen: Pen, bundle: Bundle, titles: Sequence[str], current: str) -> None:
    _band(pen, bundle, titles, current, top=bundle.tall - 14)


def _menu_foot(pen: Pen, bundle: Bundle, titles: Sequence[str], current: str) -> None:
    _band(pen, bundle, titles, current, top=66)


def _band(pen: Pen, bundle: Bundle, titles: Sequence[str], current: str, *, top: float) -> None:
    step = (bundle.wide - 40) / len(titles)
    for at, title in enumerate(titles):
        look = _menu_look(bundle, title, current)
        x = 20 + at * step
        if bundle.current == "tint" and title == current:
            pen.rect(x - 2, top - 34, step - 2, 42, _TINT)
        for row, line in enumerate(_lines(pen, title, look, step - 8)):
            pen.line((x, top - 9 * row), line.split(), look)


_MENUS: dict[str, Callable[[Pen, Bundle, Sequence[str], str], None]] = {
    "left": _menu_left,
    "right": _menu_right,
    "top": _menu_top,
    "foot": _menu_foot,
}


def _menu_look(bundle: Bundle, title: str, current: str) -> Look:
    family = bundle.body.font.split("-")[0]
    here = title == current
    colour = _RED if here and bundle.current == "colour" else (0.1, 0.2, 0.3)
    bold = here and bundle.current == "bold"
    return Look(f"{family}-bold" if bold else family, 7.5, colour)


def _link(pen: Pen, bundle: Bundle, box: tuple[float, float, float, float], entry: Entry) -> None:
    """A link over an entry, where the design has links and its producer makes them."""
    if bundle.linked:
        pen.link(box, entry)  # type: ignore[attr-defined]


def _lines(pen: Pen, text: str, look: Look, room: float) -> Iterator[str]:
    line: list[str] = []
    for word in text.split():
        if line and pen.measure(" ".join([*line, word]), look) > room:
            yield " ".join(line)
            line = []
        line.append(word)
    yield " ".join(line)
