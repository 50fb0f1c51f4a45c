"""How pages are said: by what is printed on them, and in words where nothing is. Pure.

The labels of `PageRef` tell pages apart and are kept as they are in JSON and CSV. A reader of the
browser, of the terminal or of a reference is told what this module makes of them.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from corpus import PageRef

_SPREAD = re.compile(r"([0-9]+)-([0-9]+)|([ivxlc]+)-([ivxlc]+)")


class Wording(NamedTuple):
    """The words of a language for pages; `{}` stands for a number or a range of numbers."""

    cover: str
    unnumbered: tuple[str, str]
    in_file: tuple[str, str]
    dash: str
    joint: str


DUTCH = Wording(
    cover="omslag",
    unnumbered=("ongenummerde pagina", "{} ongenummerde pagina’s"),
    in_file=("blad {} van de pdf", "blad {} van de pdf"),
    dash="–",
    joint=" en ",
)
ENGLISH = Wording(
    cover="cover",
    unnumbered=("unnumbered page", "{} unnumbered pages"),
    in_file=("page {} of the file", "pages {} of the file"),
    dash="-",
    joint=" and ",
)


def printed(pages: Sequence[PageRef], words: Wording) -> str:
    """What is printed on the pages: "p. 12", "p. 12–15", "omslag en p. 1–4".

    Pages without a number are counted ("ongenummerde pagina", "2 ongenummerde pagina’s"), unless
    they lie between pages that have one: what tells them apart is where they are in the file.

    Args:
        pages: of a text that runs on, in order; none give an empty text.
        words: the language to say it in.
    """
    if pages and pages[0].has_number and pages[-1].has_number:
        return f"p. {words.dash.join(label_ends(pages))}"
    runs = groupby(pages, key=lambda page: (page.has_number, page.is_cover))
    return words.joint.join(_run(tuple(run), words) for _, run in runs)


def short(pages: Sequence[PageRef], words: Wording) -> str:
    """The first and last label, where there is little room: "p. 5-6", "cover-ii"."""
    ends = words.dash.join(label_ends(pages))
    if pages and pages[0].is_cover:
        return words.cover + ends.removeprefix(pages[0].label)
    return ends and f"p. {ends}"


def in_file(pages: Sequence[PageRef], words: Wording) -> str:
    """Where the pages are in their file: "blad 4–5 van de pdf"; empty for no pages."""
    numbers = [str(page.number) for page in pages]
    ends = dict.fromkeys((*numbers[:1], *numbers[-1:]))
    return words.in_file[len(ends) > 1].format(words.dash.join(ends)) if ends else ""


def full(pages: Sequence[PageRef], words: Wording) -> str:
    """What is printed, and the place in the file too where that alone tells the page."""
    if is_numbered(pages):
        return printed(pages, words)
    return f"{printed(pages, words)}, {in_file(pages, words)}"


def is_numbered(pages: Iterable[PageRef]) -> bool:
    """Whether what is printed tells where the pages are: the first and last are no other's."""
    ends = tuple(pages)
    return all(page.has_number or page.is_cover for page in (*ends[:1], *ends[-1:]))


def label_ends(pages: Sequence[PageRef]) -> tuple[str, ...]:
    """The printed labels of the first and last page, once if the same; empty for no pages.

    Of sheets with two pages side by side (*12-13*, *14-15*) the outermost: 12 and 15.
    """
    sides = [side for page in (*pages[:1], *pages[-1:]) for side in _sides(page.label)]
    return tuple(dict.fromkeys((*sides[:1], *sides[-1:])))


def _run(pages: tuple[PageRef, ...], words: Wording) -> str:
    """Pages that all have a number, are all without, or are the cover."""
    if pages[0].is_cover:
        return words.cover
    if pages[0].has_number:
        return f"p. {words.dash.join(label_ends(pages))}"
    return words.unnumbered[len(pages) > 1].format(len(pages))


def _sides(label: str) -> tuple[str, ...]:
    """The two numbers of a sheet with two pages side by side, else the label itself."""
    return tuple(label.split("-")) if _SPREAD.fullmatch(label) else (label,)
