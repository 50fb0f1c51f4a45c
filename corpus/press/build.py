"""Makes every file of a series that comes from a manuscript."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import tomli_w

from corpus.errors import ManifestError, SourceError
from corpus.manifest import all_sources
from corpus.models import CaseEntry, Series, Source, Value
from corpus.press.designs import press_book
from corpus.press.layout import ChapterPages
from corpus.press.manuscript import Book, WebPage, parse_book, parse_page
from corpus.press.truth import write_truth
from corpus.press.web import write_page

SOURCES_FOLDER = "sources"
PAGES_NAME = "pages.toml"
DESIGN_NAME = "design.toml"
TRUTH_FOLDER = "truth"

_HEAD = """\
# Which page is which: the pages and chapters of the PDFs of this series, as the typesetter laid
# them out. Written by the press (`make casebooks`); do not edit.
#
# `labels` are the printed numbers in the order of the file. A chapter has its first and its last
# page, each with the printed label and the number in the file; `case` is the id in the manifest.

"""


class Sheet(Value, frozen=True):
    """A file as the press makes it.

    Attributes:
        path: relative to the folder of the series, with forward slashes.
        content: its bytes.
    """

    path: str
    content: bytes


class DocumentPages(Value, frozen=True):
    """What `pages.toml` says of one PDF.

    Attributes:
        source: id of the source.
        path: of the PDF.
        pages: how many.
        labels: the printed number of each page.
        chapters: the level 1 headings, each with its pages.
    """

    source: str
    path: str
    pages: int
    labels: tuple[str, ...]
    chapters: tuple[ChapterPages, ...]


class PagesOfSeries(Value, frozen=True):
    """The content of a `pages.toml`."""

    documents: tuple[DocumentPages, ...]


def press_series(series: Series) -> tuple[Sheet, ...]:
    """Every PDF and web page of a series, and the truth about its pages; nothing is written.

    A source `name.pdf` or `name.html` is made from the manuscript `sources/name.md`; a source of
    another kind is its own manuscript, and is left alone. What stands on the pages of edition N is
    told in `truth/pages-N.toml`, where its design can tell it.

    Raises:
        SourceError: a manuscript is missing or cannot be parsed.
        ManifestError: a case has no chapter of its own.
    """
    sources = all_sources(series)
    books = [source for source in sources if source.path.endswith(".pdf")]
    pages = [source for source in sources if source.path.endswith(".html")]
    pressed = [_press_book(series, source) for source in books]
    truth = tuple(pages_of for _, pages_of in pressed)
    return (
        *(sheet for sheets, _ in pressed for sheet in sheets),
        *_web_sheets(series, pages),
        Sheet(path=f"{SOURCES_FOLDER}/{PAGES_NAME}", content=_pages_toml(truth)),
    )


def write_sheets(series: Series, sheets: tuple[Sheet, ...]) -> tuple[str, ...]:
    """Writes the sheets that differ from what is there, each whole; returns their paths."""
    changed = []
    for sheet in sheets:
        path = Path(series.folder) / sheet.path
        if path.is_file() and path.read_bytes() == sheet.content:
            continue
        path.parent.mkdir(exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(sheet.content)
        beside.replace(path)
        changed.append(sheet.path)
    return tuple(changed)


def _press_book(series: Series, source: Source) -> tuple[tuple[Sheet, ...], DocumentPages]:
    pressed = press_book(_read_book(series, source), path=source.path)
    sheets = [Sheet(path=source.path, content=pressed.pdf)]
    if pressed.truth:
        name = f"{TRUTH_FOLDER}/pages-{source.edition}.toml"
        sheets.append(Sheet(path=name, content=write_truth(pressed.truth)))
    return tuple(sheets), DocumentPages(
        source=source.id,
        path=source.path,
        pages=len(pressed.layout.labels),
        labels=pressed.layout.labels,
        chapters=pressed.layout.chapters,
    )


def _read_book(series: Series, source: Source) -> Book:
    book = parse_book(
        _manuscript(series, source),
        name=_manuscript_name(source),
        settings=_design_settings(series, source),
    )
    entries = [
        case
        for edition in series.editions
        if edition.number == source.edition
        for case in edition.cases
    ]
    return _name_cases(book, entries, source)


def _name_cases(book: Book, entries: list[CaseEntry], source: Source) -> Book:
    """The book with the id of the case in each chapter that has a case's title."""
    titles = [chapter.title for chapter in book.chapters]
    for entry in entries:
        if titles.count(entry.display_title) != 1:
            raise ManifestError(
                f"{_manuscript_name(source)} has not one chapter {entry.display_title!r}.",
                remedy=f"Give the case {entry.id!r} a chapter with its title.",
            )
    ids = {entry.display_title: entry.id for entry in entries}
    chapters = tuple(
        msgspec.structs.replace(chapter, case=ids.get(chapter.title)) for chapter in book.chapters
    )
    return msgspec.structs.replace(book, chapters=chapters)


def _design_settings(series: Series, source: Source) -> dict[str, Any]:
    """What `design.toml` says of this manuscript; nothing where there is no such file."""
    path = Path(series.folder) / SOURCES_FOLDER / DESIGN_NAME
    if not path.is_file():
        return {}
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SourceError(
            f"{path} is not valid TOML: {error}.", remedy="Mend the line that is named."
        ) from error
    return dict(settings.get(Path(source.path).stem, {}))


def _web_sheets(series: Series, sources: list[Source]) -> list[Sheet]:
    manuscripts = [(source, _read_page(series, source)) for source in sources]
    links = tuple((source.path, page.front.title) for source, page in manuscripts)
    return [
        Sheet(path=source.path, content=write_page(page, source.path, links, series.title))
        for source, page in manuscripts
    ]


def _read_page(series: Series, source: Source) -> WebPage:
    return parse_page(_manuscript(series, source), name=_manuscript_name(source))


def _manuscript_name(source: Source) -> str:
    return f"{SOURCES_FOLDER}/{Path(source.path).stem}.md"


def _manuscript(series: Series, source: Source) -> str:
    path = Path(series.folder) / _manuscript_name(source)
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise SourceError(
            f"{path} cannot be read: {error.strerror}.",
            remedy=f"Write the manuscript of source {source.id!r} there.",
        ) from error


def _pages_toml(documents: tuple[DocumentPages, ...]) -> bytes:
    tables = msgspec.to_builtins(PagesOfSeries(documents=documents))
    return (_HEAD + tomli_w.dumps(tables)).encode()
