"""Reads a manuscript: a small subset of Markdown behind a little TOML.

    +++                      front matter
    title = "..."
    +++

    # Chapter                level 1 opens a chapter,
    ## Section               level 2 a section of it,
    ### Subheading           level 3 stands between its paragraphs.

    A paragraph with *emphasis* and https://addresses.

    - an item

Blank lines separate; a paragraph or an item may run over several lines.
"""

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeAlias, TypeVar

import msgspec

from corpus.errors import SourceError
from corpus.models import Value

_FRONT = re.compile(r"\+\+\+\n(.*?)\n\+\+\+\n", re.DOTALL)
_RUN = re.compile(r"\*(?P<emphasis>[^*]+)\*|(?P<link>https?://\S*[\w/])")
_ITEM = re.compile(r"^- ", re.MULTILINE)
_TOO_DEEP = re.compile(r"#{4,} ")

_Front = TypeVar("_Front", bound=Value)


class Run(Value, frozen=True):
    """A run of characters in one style; the text of a link is its address."""

    text: str
    style: Literal["plain", "emphasis", "link"] = "plain"


Line: TypeAlias = tuple[Run, ...]
"""What a paragraph or an item says."""


class Piece(Value, frozen=True):
    """A subheading or paragraph (one line), or a list (a line an item)."""

    kind: Literal["subheading", "paragraph", "list"]
    lines: tuple[Line, ...]


class Section(Value, frozen=True):
    """A level 2 heading and what stands under it."""

    title: str
    pieces: tuple[Piece, ...]


class Chapter(Value, frozen=True):
    """A level 1 heading and what stands under it.

    Attributes:
        title: the heading.
        pieces: what comes before the first section.
        sections: in their order.
        case: id of the case it describes; None for another chapter. Not in the manuscript itself.
    """

    title: str
    pieces: tuple[Piece, ...]
    sections: tuple[Section, ...]
    case: str | None = None


class BookFront(Value, frozen=True):
    """The front matter of a book.

    Attributes:
        title: of the book, on the cover and in the properties of the PDF.
        subtitle: under it.
        series: what the running head says.
        accent: the one colour, as `#rrggbb`.
        foot: the notice in the foot of every page.
        aside: title of the sections that are set apart in a box.
        date: of the book.
        author: who wrote the text.
    """

    title: str
    subtitle: str
    series: str
    accent: str
    foot: str
    aside: str
    date: date
    author: str = "wijk"


class PageFront(Value, frozen=True):
    """The front matter of a web page.

    Attributes:
        title: in the head of the file, the menus and the lists of links.
        description: in the head of the file.
        notice: whose words these are; stands under the title.
        date: of the page.
        author: who wrote the text.
    """

    title: str
    description: str
    notice: str
    date: date
    author: str = "wijk"


class Book(Value, frozen=True):
    """A manuscript to be set as a PDF."""

    front: BookFront
    chapters: tuple[Chapter, ...]


class WebPage(Value, frozen=True):
    """A manuscript to be written as HTML: one chapter, whose title is that of the page."""

    front: PageFront
    article: Chapter


def parse_book(text: str, *, name: str) -> Book:
    """The book that a manuscript describes.

    Raises:
        SourceError: the front matter or the order of the headings is wrong in the file `name`.
    """
    front, body = _split_front(text, BookFront, name)
    return Book(front=front, chapters=_chapters(body, name))


def parse_page(text: str, *, name: str) -> WebPage:
    """The web page that a manuscript describes.

    Raises:
        SourceError: as `parse_book`, or there is not exactly one level 1 heading.
    """
    front, body = _split_front(text, PageFront, name)
    chapters = _chapters(body, name)
    if len(chapters) != 1:
        raise SourceError(
            f"{name} has {len(chapters)} level 1 headings.",
            remedy="Give a web page exactly one: its title.",
        )
    return WebPage(front=front, article=chapters[0])


def _split_front(text: str, kind: type[_Front], name: str) -> tuple[_Front, str]:
    found = _FRONT.match(text)
    if found is None:
        raise SourceError(
            f"{name} does not begin with front matter.",
            remedy="Begin with TOML between two lines +++.",
        )
    try:
        return msgspec.convert(tomllib.loads(found[1]), kind), text[found.end() :]
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise SourceError(
            f"The front matter of {name}: {str(error).rstrip('.')}.",
            remedy="Mend the key or line that is named.",
        ) from error


def _chapters(body: str, name: str) -> tuple[Chapter, ...]:
    blocks = [block.strip() for block in re.split(r"\n\s*\n", body.strip())]
    before, parts = _split_at("# ", blocks)
    if before or any(_TOO_DEEP.match(block) for block in blocks):
        raise SourceError(
            f"{name} has text before its first chapter, or a heading below level 3.",
            remedy="Begin with a line '# Title', and use #, ## and ### only.",
        )
    return tuple(_chapter(title, under) for title, under in parts)


def _chapter(title: str, blocks: list[str]) -> Chapter:
    before, parts = _split_at("## ", blocks)
    return Chapter(
        title=title,
        pieces=_pieces(before),
        sections=tuple(Section(title=head, pieces=_pieces(under)) for head, under in parts),
    )


def _split_at(mark: str, blocks: Iterable[str]) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """What comes before the first heading with this mark; and each such heading with the rest."""
    before: list[str] = []
    parts: list[tuple[str, list[str]]] = []
    for block in blocks:
        if block.startswith(mark):
            parts.append((block.removeprefix(mark), []))
        else:
            (parts[-1][1] if parts else before).append(block)
    return before, parts


def _pieces(blocks: Iterable[str]) -> tuple[Piece, ...]:
    return tuple(map(_piece, blocks))


def _piece(block: str) -> Piece:
    if block.startswith("### "):
        return Piece(kind="subheading", lines=(_runs(block.removeprefix("### ")),))
    if block.startswith("- "):
        return Piece(kind="list", lines=tuple(map(_runs, _ITEM.split(block)[1:])))
    return Piece(kind="paragraph", lines=(_runs(block),))


def _runs(text: str) -> Line:
    text = " ".join(text.split())
    runs: list[Run] = []
    end = 0
    for found in _RUN.finditer(text):
        runs.append(Run(text[end : found.start()]))
        if found["link"]:
            runs.append(Run(found["link"], "link"))
        else:
            runs.append(Run(found["emphasis"], "emphasis"))
        end = found.end()
    runs.append(Run(text[end:]))
    return tuple(run for run in runs if run.text)
