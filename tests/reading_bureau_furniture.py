"""What stands around the text in the designs of `reading_bureau`."""

from collections.abc import Sequence

from reading_design import Leaf
from reading_furniture import number_in_foot, two_numbers
from reading_pens import WHITE, Look, Pen

__all__ = ["band", "number_by_form", "outer_numbers", "ruled_heads", "thumb_tabs", "two_numbers"]

Size = tuple[float, float]

_SMALL = Look("sans", 8)
_GREY = (0.45, 0.45, 0.45)


def ruled_heads(pen: Pen, leaf: Leaf, *, size: Size) -> None:
    """The place on the left, the chapter in capitals on the right; title and number in the foot."""
    wide, tall = size
    left = leaf.number % 2 == 0
    head = "Dorp en wijk in beweging" if left else leaf.chapter.upper()
    look = Look("sans-light", 7.5, _GREY, spacing=0.6)
    x = 60 if left else wide - 60 - pen.measure(head, look)
    pen.line((max(x, 20), tall - 56), head.split(), look)
    pen.rect(60, tall - 62, wide - 120, 0.5, _GREY)
    pen.rect(60, 58, wide - 120, 0.5, _GREY)
    foot = f"{leaf.label}  Jaaroverzicht" if left else f"Jaaroverzicht  {leaf.label}"
    x = 60 if left else wide - 60 - pen.measure(foot, _SMALL)
    pen.line((x, 44), foot.split(" "), _SMALL)


def band(pen: Pen, leaf: Leaf, *, size: Size) -> None:
    """A picture between the upper and lower columns where no quote stands; number in the foot."""
    number_in_foot(pen, leaf, size=size)
    if leaf.number % 2 and not leaf.floating:
        pen.rect(48, 284, size[0] - 96, 74, (0.6, 0.7, 0.75))


def thumb_tabs(pen: Pen, leaf: Leaf, *, size: Size, titles: Sequence[str]) -> None:
    """Tabs with the first words of the chapters, upright; the number in the outer corner."""
    wide, tall = size
    right = bool(leaf.number % 2)
    x = wide - 26 if right else 0
    step = (tall - 160) / len(titles)
    for at, title in enumerate(titles):
        y = tall - 80 - (at + 1) * step
        current = title == leaf.chapter
        pen.rect(x, y + 4, 26, step - 8, (0.2, 0.4, 0.45) if current else (0.85, 0.9, 0.9))
        look = Look("sans-bold", 7, WHITE if current else _GREY)
        pen.line((x + 16, y + 10), title.split()[:3], look, angle=90)
    at = wide - 40 - pen.measure(leaf.label, _SMALL) if right else 40
    pen.line((at, 26), [leaf.label], Look("sans-bold", 8))


def outer_numbers(pen: Pen, leaf: Leaf, *, size: Size) -> None:
    """Two numbers in the outer corners, with the chapter behind the first."""
    first, second = leaf.label.split("-")
    pen.line((30, 26), [first, *leaf.chapter.split()], _SMALL)
    pen.line((size[0] - 30 - pen.measure(second, _SMALL), 26), [second], _SMALL)


def number_by_form(pen: Pen, leaf: Leaf) -> None:
    """The number in the lower right corner, also of the pages that lie on their side."""
    wide = 595 if leaf.number % 3 == 0 else 420
    pen.line((wide - 50, 28), [leaf.label], _SMALL)
