"""What stands around the text in the designs of `reading_layouts`, and how pages are numbered."""

from collections.abc import Sequence
from dataclasses import replace

from reading_design import Leaf, Style
from reading_pens import WHITE, Look, Pen

Size = tuple[float, float]

SERIES = "Buurtblad De Sluis"
_HIDDEN = ("Onzichtbaar", "geheim", "dat", "niemand", "op", "deze", "bladzijde", "leest")
_WHITE = ("zoekwoorden", "verborgen", "wit", "op", "papier", "voor", "machines")
_CHECK = ("Snijrand", "controleren", "voor", "het", "drukken")
_SMALL = Look("sans", 8)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_FIRST = 14


def number_in_foot(pen: Pen, leaf: Leaf, *, size: Size) -> None:
    """The printed number in the middle of the foot."""
    if leaf.printed:
        wide = pen.measure(leaf.label, _SMALL)
        pen.line((size[0] / 2 - wide / 2, 30), [leaf.label], _SMALL)


def heads_left_right(pen: Pen, leaf: Leaf, *, size: Size) -> None:
    """The number and the magazine's name on the left, the chapter and the number on the right."""
    if leaf.number % 2 == 0:
        pen.line((34, size[1] - 32), f"{leaf.label} | {SERIES}".split(), _SMALL)
        return
    text = f"{leaf.chapter} | {leaf.label}"
    pen.line((size[0] - 34 - pen.measure(text, _SMALL), size[1] - 32), text.split(), _SMALL)


def menu_beside(pen: Pen, leaf: Leaf, *, size: Size, titles: Sequence[str]) -> None:
    """The chapters in a tinted column on the left, the current one bold."""
    number_in_foot(pen, leaf, size=size)
    pen.rect(0, 0, 138, size[1], (0.9, 0.93, 0.95))
    y = size[1] - 90
    pen.line((18, y + 26), ["Inhoud"], Look("sans-bold", 10))
    for title in titles:
        look = Look("sans-bold" if title == leaf.chapter else "sans", 8.5, (0.1, 0.25, 0.4))
        for line in _broken(pen, title, look, 104):
            pen.line((18, y), line, look)
            y -= 11
        y -= 8


def menu_band(pen: Pen, leaf: Leaf, *, size: Size, titles: Sequence[str]) -> None:
    """The chapters in a row along the top, the current one bold; number in the foot."""
    number_in_foot(pen, leaf, size=size)
    pen.rect(0, size[1] - 46, size[0], 46, (0.15, 0.25, 0.35))
    step = (size[0] - 60) / len(titles)
    for at, title in enumerate(titles):
        look = Look("sans-bold" if title == leaf.chapter else "sans", 9, WHITE)
        for row, line in enumerate(_broken(pen, title, look, step - 12)):
            pen.line((30 + at * step, size[1] - 22 - 11 * row), line, look)


def _broken(pen: Pen, title: str, look: Look, room: float) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    for word in title.split():
        if lines[-1] and pen.measure(" ".join([*lines[-1], word]), look) > room:
            lines.append([])
        lines[-1].append(word)
    return lines


def thumb_tab(pen: Pen, leaf: Leaf, *, size: Size) -> None:
    """The chapter along the outer edge, turned a quarter; number in the foot."""
    number_in_foot(pen, leaf, size=size)
    x = size[0] - 16 if leaf.number % 2 else 22
    pen.rect(x - 13, size[1] / 2 - 20, 18, 220, (0.85, 0.88, 0.8))
    pen.line((x, size[1] / 2), leaf.chapter.split(), Look("sans-bold", 8), angle=90)


def spread_numbers(pen: Pen, leaf: Leaf, *, size: Size) -> None:
    """Two numbers in the foot, one a half."""
    for at, label in enumerate(leaf.label.split("-")):
        pen.line((size[0] * (0.25 + 0.5 * at), 30), [label], _SMALL)


def invisible(pen: Pen, leaf: Leaf, *, size: Size) -> None:
    """A paragraph that is not painted, over the text, as a bad scan has below its picture."""
    number_in_foot(pen, leaf, size=size)
    for at in range(4):
        pen.line((60, size[1] - 120 - 60 * at), _HIDDEN, Look("sans", 9, hidden=True))


def white_on_white(pen: Pen, leaf: Leaf, *, size: Size) -> None:
    """Key words for search engines, in white."""
    number_in_foot(pen, leaf, size=size)
    pen.line((48, size[1] - 40), _WHITE, Look("sans", 7, WHITE))
    pen.line((48, 44), _WHITE, Look("sans", 7, WHITE))


def printers_notes(pen: Pen, leaf: Leaf, *, size: Size) -> None:
    """Notes for the printer outside the crop box; number in the foot within it."""
    wide = pen.measure(leaf.label, _SMALL)
    pen.line((size[0] / 2 - wide / 2, 60), [leaf.label], _SMALL)
    words = f"buurtblad_binnenwerk_def2.indd {leaf.number} drukproef".split()
    pen.line((40, 12), words, Look("sans", 7))
    pen.line((40, size[1] - 16), _CHECK, Look("sans", 7))


def watermark(pen: Pen, leaf: Leaf, *, size: Size) -> None:
    """A large light word from corner to corner."""
    number_in_foot(pen, leaf, size=size)
    look = Look("sans-bold", 72, (0.9, 0.9, 0.9))
    pen.line((0.2 * size[0], 0.25 * size[1]), ["CONCEPT"], look, angle=52)


def white_boxes(styles: dict[str, Style]) -> dict[str, Style]:
    """The styles with white letters in boxes."""
    white = {
        name: replace(styles[name], look=replace(styles[name].look, colour=WHITE))
        for name in ("box", "box-heading")
    }
    return styles | white


def unprinted(leaf: Leaf) -> tuple[str, bool]:
    """The number in the file, not printed."""
    return str(leaf.number), False


def roman_then_arabic(leaf: Leaf) -> tuple[str, bool]:
    """i, ii, iii, 1, 2 and on."""
    return (_ROMAN[leaf.number - 1] if leaf.number < 4 else str(leaf.number - 3)), True


def silent_roman(leaf: Leaf) -> tuple[str, bool]:
    """The same, not printed."""
    return roman_then_arabic(leaf)[0], False


def begun_anew(leaf: Leaf) -> tuple[str, bool]:
    """i, ii, 1, 2, 3, 1, 2 and on."""
    starts = ((6, 5), (3, 2), (1, 0))
    first, before = next(it for it in starts if leaf.number >= it[0])
    return (_ROMAN[leaf.number - 1] if first == 1 else str(leaf.number - before)), True


def from_fourteen(leaf: Leaf) -> tuple[str, bool]:
    """14, 15 and on."""
    return str(leaf.number + _FIRST - 1), True


def not_on_openings(leaf: Leaf) -> tuple[str, bool]:
    """The number in the file and twelve, printed where no chapter opens."""
    return str(leaf.number + 12), not leaf.opens


def two_numbers(leaf: Leaf) -> tuple[str, bool]:
    """Two numbers a page: "2-3", "4-5"."""
    return f"{2 * leaf.number}-{2 * leaf.number + 1}", True
