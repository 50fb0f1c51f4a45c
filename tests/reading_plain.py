"""The plain page that the designs of `reading_layouts` begin from, each with its own oddity."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from reading_design import Design, Frame, Style, styles
from reading_furniture import number_in_foot
from reading_pens import PageForm, Pen
from reading_text import Text

Size = tuple[float, float]
Frames = Callable[[int], tuple[Frame, ...]]

A5: Size = (420.0, 595.0)
MAGAZINE: Size = (500.0, 660.0)
A4: Size = (595.0, 842.0)


@dataclass(frozen=True, slots=True)
class Margins:
    """The room around the columns, in points."""

    left: float = 48
    right: float = 48
    top: float = 62
    bottom: float = 58


@dataclass(frozen=True, slots=True)
class Plain:
    """A text by a producer, on paper of a size; `design` makes a design of it."""

    text: Text
    pen: Callable[[str], Pen]
    size: Size = A5
    columns: int = 1

    def design(self, name: str, shows: str, **oddities: object) -> Design:
        """A page with so many columns and a number in its foot, but for what is odd."""
        plain = Design(
            name=name,
            shows=shows,
            text=self.text,
            pen=self.pen,
            form=on(self.size),
            frames=frames(self.size, self.columns),
            styles=styles(),
            furniture=partial(number_in_foot, size=self.size),
        )
        return replace(plain, **oddities)  # type: ignore[arg-type]


def on(size: Size) -> Callable[[int], PageForm]:
    """The same paper for every page."""
    form = PageForm(size)
    return lambda _number: form


def frames(
    size: Size,
    count: int = 1,
    margins: Margins = Margins(),
    *,
    gutter: float = 20,
) -> Frames:
    """So many columns within these margins, on every page."""
    wide = (size[0] - margins.left - margins.right - gutter * (count - 1)) / count
    found = tuple(
        Frame(margins.left + at * (wide + gutter), size[1] - margins.top, wide, margins.bottom)
        for at in range(count)
    )
    return lambda _number: found


def changed(all_styles: Mapping[str, Style], name: str, **changes: object) -> dict[str, Style]:
    """The styles with one that differs."""
    style = replace(all_styles[name], **changes)  # type: ignore[arg-type]
    return {**all_styles, name: style}
