"""What a design of an invented bundle says: its paper, its looks, how it shows its chapters."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from reading_pens import Look, Pen

Setting = Literal["outline", "contents", "headings", "menu"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A column: left edge, upper edge, width and lower edge."""

    x: float
    top: float
    wide: float
    bottom: float


def file_numbers(_front: int, pages: int) -> list[str]:
    """1, 2, 3: the cover counts."""
    return [str(number) for number in range(1, pages + 1)]


def roman_front(front: int, pages: int) -> list[str]:
    """i, ii, iii before the first chapter, then 1, 2, 3."""
    roman = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
    return [*roman[:front], *(str(number) for number in range(1, pages - front + 1))]


def after_cover(_front: int, pages: int) -> list[str]:
    """The page after the cover is 1."""
    return ["", *(str(number) for number in range(1, pages))]


def from_forty(_front: int, pages: int) -> list[str]:
    """The bundle is a part of a larger book: its first page is 41."""
    return [str(number) for number in range(41, pages + 41)]


def repeated(front: int, pages: int) -> list[str]:
    """1, 2, 3 before the first chapter, and 1, 2, 3 again from there."""
    return [*(str(n) for n in range(1, front + 1)), *(str(n) for n in range(1, pages - front + 1))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A design.

    Attributes:
        name: of the file.
        shows: the one way in which the bundle shows its chapters.
        pen: begins a PDF with this title.
        body: the look of the text.
        title: of the heads of chapters.
        section: of the heads within chapters.
        wide, tall: the paper.
        frames: its columns.
        opens: where a chapter begins: a new page, a right-hand page, or right below the last.
        titled: whether a chapter has its title above it; else only the menu tells.
        shouted: whether the titles above chapters are in capitals.
        above, below: the air around heads.
        labels: what is printed on the pages, by the number of pages before the first chapter.
        numbered: whether labels are printed at all.
        running: whether the chapter stands in the head of each page.
        contents: how the contents page looks; see `bundle_furniture`.
        contents_pages: how many pages it takes.
        menu: where the menu stands: "left", "top", "right", "foot".
        current: how the menu shows where you are: "bold", "tint", "colour" or not at all.
        linked: whether contents and menu are links.
        blank: empty pages before the first chapter.
    """

    name: str
    shows: Setting
    pen: Callable[[str], Pen]
    body: Look
    title: Look
    section: Look
    wide: float = 420
    tall: float = 595
    frames: tuple[Frame, ...]
    opens: Literal["page", "right", "flow"] = "page"
    titled: bool = True
    shouted: bool = False
    above: float = 10
    below: float = 5
    labels: Callable[[int, int], list[str]] = file_numbers
    numbered: bool = True
    running: bool = False
    contents: str = ""
    contents_pages: int = 1
    menu: str = ""
    current: str = ""
    linked: bool = False
    blank: int = 0
