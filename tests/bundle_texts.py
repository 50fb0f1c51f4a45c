"""The invented bundles that `bundle_press` sets: `bundle_books.toml`, with paragraphs to fill them.

python tests/bundle_press.py OUT_DIR     sets them
"""

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
from reading_text import TEXTS, read_text

BOOKS = Path(__file__).parent / "bundle_books.toml"
_FILLERS = ("buurt", "verslag")
_SHORTEST = 25  # words


class Chapter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A chapter: its title, what it is to the bundle, and how a manifest names it."""

    title: str
    role: str
    length: int
    place: str | None = None
    manifest: str | None = None
    variants: tuple[str, ...] = ()


class Book(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A bundle. With `every_section` each case has all sections, else one in so many paragraphs."""

    name: str
    shows: str
    set: str
    title: str
    sections: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    numbered: bool = False
    prefix: str = ""
    every_section: bool = False


class Piece(msgspec.Struct, frozen=True):
    """A part of a chapter: "chapter", "section" or "text"."""

    kind: str
    text: str


def books(wanted: str) -> tuple[Book, ...]:
    """The books of a set."""
    found = msgspec.convert(tomllib.loads(BOOKS.read_text("utf-8"))["books"], tuple[Book, ...])
    return tuple(book for book in found if book.set == wanted)


def sources() -> Iterator[Path]:
    """The files that the bundles are made of."""
    yield BOOKS
    yield from (TEXTS / f"{name}.txt" for name in _FILLERS)


def shown_title(book: Book, chapter: Chapter) -> str:
    """The title as the bundle prints it, with its number."""
    if book.numbered:
        return f"{book.chapters.index(chapter) + 1} {chapter.title}"
    if book.prefix and chapter.role == "case":
        cases = [one for one in book.chapters if one.role == "case"]
        return f"{book.prefix} {cases.index(chapter) + 1}: {chapter.title}"
    return chapter.title


def pieces(book: Book, chapter: Chapter) -> list[Piece]:
    """What stands in a chapter, its title first; a case is named in its own text and elsewhere."""
    chance = random.Random(f"{book.name}/{chapter.title}")  # noqa: S311  # no secret
    texts = chance.sample(_fillers(), chapter.length)
    cases = [one.title for one in book.chapters if one.role == "case"]
    texts[0] = f"{chapter.title}: zo heet het hier. {texts[0]}"
    texts[-1] = f"{texts[-1]} Lees ook over {chance.choice(cases)}."
    found = [Piece("chapter", shown_title(book, chapter))]
    step = max(chapter.length // len(book.sections), 2) if book.every_section else 4
    sections = iter(book.sections)
    for at, text in enumerate(texts):
        if at % step == (0 if book.every_section else 2) and chapter.role == "case":
            number = f"{book.chapters.index(chapter) + 1}.{at // step + 1} " * book.numbered
            if section := next(sections, None):
                found.append(Piece("section", f"{number}{section}"))
        found.append(Piece("text", text))
    return found


def _fillers() -> list[str]:
    items = [item for name in _FILLERS for item in read_text(name).items]
    texts = [item.text for item in items if item.kind == "paragraph"]
    return [text for text in texts if len(text.split()) >= _SHORTEST]
