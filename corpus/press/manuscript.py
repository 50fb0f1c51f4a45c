"""Reads a manuscript: a small subset of Markdown behind a little TOML.

    +++                      front matter
    title = "..."
    +++

    # Chapter                level 1 opens a chapter,
    ## Section               level 2 a section of it,
    ### Subheading           level 3 stands between its paragraphs.

    A paragraph with *emphasis* and https://addresses.

    - an item

What stands between the headings, and what a book may have besides, is told in `markup`. Blank
lines separate; a paragraph or an item may run over several lines.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

import msgspec

from corpus.errors import SourceError
from corpus.models import Value
from corpus.press.chapters import parse_chapters
from corpus.press.markup import Chapter

_FRONT = re.compile(r"\+\+\+\n(.*?)\n\+\+\+\n", re.DOTALL)
_FOR_BOOKS_ONLY = {"box", "pull-quote", "figure", "infographic"}

_Front = TypeVar("_Front", bound=Value)


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
        design: how it is set; see `designs`.
    """

    title: str
    subtitle: str
    series: str
    accent: str
    foot: str
    date: date
    aside: str = ""
    author: str = "wijk"
    design: str = "small-book"


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


def parse_book(text: str, *, name: str, settings: Mapping[str, object] | None = None) -> Book:
    """The book that a manuscript describes.

    Args:
        text: of the manuscript.
        name: of its file, for messages.
        settings: keys of the front matter that the manuscript itself does not give.

    Raises:
        SourceError: the front matter, the order of the headings or the markup is wrong in the file
            `name`.
    """
    front, body, line = _split_front(text, BookFront, name, settings or {})
    return Book(front=front, chapters=parse_chapters(body, name=name, first_line=line))


def parse_page(text: str, *, name: str) -> WebPage:
    """The web page that a manuscript describes.

    Raises:
        SourceError: as `parse_book`, or there is not exactly one level 1 heading, or something
            that only a book can have.
    """
    front, body, line = _split_front(text, PageFront, name, {})
    chapters = parse_chapters(body, name=name, first_line=line)
    if len(chapters) != 1:
        raise SourceError(
            f"{name} has {len(chapters)} level 1 headings.",
            remedy="Give a web page exactly one: its title.",
        )
    (article,) = chapters
    kinds = {piece.kind for piece in article.all_pieces()}
    if article.notes or kinds & _FOR_BOOKS_ONLY:
        raise SourceError(
            f"{name} has a footnote or a block ':::'.", remedy="Keep these for books."
        )
    return WebPage(front=front, article=article)


def _split_front(
    text: str, kind: type[_Front], name: str, settings: Mapping[str, object]
) -> tuple[_Front, str, int]:
    """The front matter, the text behind it, and the number of that text's first line."""
    found = _FRONT.match(text)
    if found is None:
        raise SourceError(
            f"{name} does not begin with front matter.",
            remedy="Begin with TOML between two lines +++.",
        )
    try:
        table: dict[str, Any] = {**settings, **tomllib.loads(found[1])}
        front = msgspec.convert(table, kind)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise SourceError(
            f"The front matter of {name}: {str(error).rstrip('.')}.",
            remedy="Mend the key or line that is named.",
        ) from error
    return front, text[found.end() :], found[0].count("\n") + 1
