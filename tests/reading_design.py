"""What a design of `reading_layouts` says: paper, columns, styles, and what stands around."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Literal

from reading_lines import HARD
from reading_pens import Colour, Look, PageForm, Pen
from reading_text import Item, Text

Align = Literal["left", "justify", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of block is set.

    Attributes:
        look: of its letters.
        leading: from line to line.
        before: the air above it.
        after: the air below it.
        indent: on the left.
        first: of the first line, besides.
        right: on the right.
        align: where its lines begin and end.
        hyphenate: whether its words may break.
        apart: whether its letters are typed with spaces between them, as in "W I J K".
    """

    look: Look
    leading: float
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    first: float = 0.0
    right: float = 0.0
    align: Align = "left"
    hyphenate: bool = True
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A column: left edge, upper edge, width and lower edge."""

    x: float
    top: float
    wide: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that is drawn; a line of text at its height, what lies below text without one."""

    draw: Callable[[Pen], None]
    y: float = inf


@dataclass(slots=True)
class Leaf:
    """A page that is made.

    Attributes:
        number: in the file, from 1.
        chapter: the title of the chapter that it begins in, or that begins on it.
        opens: whether a chapter begins on it.
        label: what is printed on it, or what a reader would say.
        printed: whether it is printed.
        marks: what is drawn, by the frame it belongs to.
        words: of each block in reading order the words that begin here; and whether its last word
            runs over.
        floating: the blocks that stand beside the order of the text.
        outline: titles that stand in the outline, with their heights.
    """

    number: int
    chapter: str
    opens: bool = False
    label: str = ""
    printed: bool = True
    marks: dict[str, list[Mark]] = field(default_factory=dict)
    words: dict[int | str, list[int]] = field(default_factory=dict)
    runs_over: set[int | str] = field(default_factory=set)
    floating: set[int | str] = field(default_factory=set)
    holes: list[tuple[float, float, float, float]] = field(default_factory=list)
    outline: list[tuple[str, float]] = field(default_factory=list)


def _no_furniture(_pen: Pen, _leaf: Leaf) -> None:
    """A page without anything around its text."""


def number_label(leaf: Leaf) -> tuple[str, bool]:
    """The number of the page in the file, printed."""
    return str(leaf.number), True


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A text in a layout by a producer.

    Attributes:
        name: of the file.
        shows: what is odd about it, in a line.
        text: what is laid out.
        pen: begins a PDF with this title.
        form: the paper of a page, by its number in the file.
        frames: its columns, in reading order.
        aside: the column for what stands beside the text.
        styles: by kind of block; "heading-1" and so on, "box-heading", "box".
        furniture: draws what stands around the text.
        label: what is printed on a page, and whether it is.
        hyphen: what stands where a word breaks; None where none does.
        boxes: where boxes stand.
        pulls: where pull quotes stand; "across" is over the gutter between two columns.
        bullets: of the outer and of the nested list.
        bullet_font: of the bullets, if of their own.
        list_air: the air below a list.
        initials: whether a chapter begins with a drop cap.
        opens: whether a chapter begins on a new page.
        outlined: whether the file has an outline.
        tint: of boxes; None for a thin line around them.
        ruled: whether tables have lines between their rows, and figures on the left.
        notes: where the footnotes of all columns of a page stand; None for the foot of each.
        raked: whether the file has its lines from the top to the foot, over all columns.
        before_text: whether what stands around the text comes first in the file.
    """

    name: str
    shows: str
    text: Text
    pen: Callable[[str], Pen]
    form: Callable[[int], PageForm]
    frames: Callable[[int], tuple[Frame, ...]]
    styles: Mapping[str, Style]
    aside: Callable[[int], Frame] | None = None
    furniture: Callable[[Pen, Leaf], None] = _no_furniture
    label: Callable[[Leaf], tuple[str, bool]] = number_label
    hyphen: str | None = HARD
    boxes: Literal["column", "beside"] = "column"
    pulls: Literal["column", "beside", "across"] = "column"
    bullets: tuple[str, str] = ("•", "–")
    bullet_font: str | None = None
    list_air: float = 5.0
    initials: bool = False
    opens: bool = False
    outlined: bool = False
    tint: Colour | None = (0.93, 0.93, 0.88)
    ruled: bool = True
    notes: Callable[[int], Frame] | None = None
    raked: bool = False
    before_text: bool = True

    def style(self, item: Item) -> Style:
        """How an item is set."""
        if item.kind == "heading":
            return self.styles[f"heading-{min(item.level, 3)}"]
        if item.kind == "box" and item.part == "heading":
            return self.styles["box-heading"]
        return self.styles[item.kind]


def styles(
    size: float = 10.0,
    *,
    text: str = "serif",
    heads: str = "sans-bold",
    align: Align = "left",
    colour: Colour = (0.1, 0.25, 0.4),
) -> dict[str, Style]:
    """Styles that go together, around a size of the text."""
    body = Style(Look(text, size), round(1.32 * size, 1), first=1.2 * size, align=align)

    def head(times: float, before: float) -> Style:
        look = Look(heads, round(times * size, 1), colour)
        return Style(
            look, round(1.18 * times * size, 1), before, 0.22 * times * size, hyphenate=False
        )

    small = Look("sans", round(0.86 * size, 1))
    return {
        "paragraph": body,
        "heading-1": head(2.1, 2.2 * size),
        "heading-2": head(1.35, 1.5 * size),
        "heading-3": head(1.05, 1.2 * size),
        "list-item": Style(body.look, body.leading, 0.2 * size, indent=1.4 * size, align=align),
        "quote": Style(
            Look(f"{text}-italic" if text == "serif" else "sans-light", size),
            body.leading, 0.7 * size, 0.7 * size, 1.6 * size, right=0.6 * size,
        ),
        "pull-quote": Style(
            Look("sans-light", round(1.7 * size, 1), colour), round(2.1 * size, 1),
            align="centre", hyphenate=False,
        ),
        "box": Style(small, round(1.16 * size, 1)),
        "box-heading": Style(
            Look("sans-bold", round(1.1 * size, 1), colour), 1.5 * size, hyphenate=False
        ),
        "caption": Style(Look("sans", round(0.8 * size, 1)), size, 0.4 * size, hyphenate=False),
        "table-row": Style(small, round(1.16 * size, 1), 0.4 * size, hyphenate=False),
        "footnote": Style(
            Look(text, round(0.78 * size, 1)), round(0.98 * size, 1), indent=0.9 * size
        ),
    }  # fmt: skip
