"""How a file or source is read, page by page: what is on it, what looks wrong, what to do."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from corpus import Block, Document, Page, PageReport, QuestionError, Series, Source, Value
from corpus.library import ReadingItem, reading_list
from corpus.manifest import all_sources, source_path
from corpus.models import Method, Suspicion
from indexer.extract import inspect_source, remedy


class InspectedPage(Value, frozen=True):
    """A page, and how its reading went.

    Attributes:
        label: what is printed on it; None in a file without pages.
        number: its place in the file, from 1; None in a file without pages.
        method: which reader gave its text.
        characters: of its stored text.
        blocks: in reading order.
        dropped: lines that were left out as no text.
        suspicions: what looks wrong.
        remedies: what to do about each suspicion, in the same order.
    """

    label: str | None
    number: int | None
    method: Method
    characters: int
    blocks: tuple[Block, ...]
    dropped: tuple[str, ...]
    suspicions: tuple[Suspicion, ...]
    remedies: tuple[str, ...]


class Advice(Value, frozen=True):
    """What to do about a suspicion on all pages that give it, by their numbers in the file."""

    suspicion: Suspicion
    pages: tuple[int, ...]
    remedy: str


class Inspection(Value, frozen=True):
    """How a file is read.

    Attributes:
        source: id of the source, or the path of the file.
        format: what kind of file it is.
        title: that the file itself gives.
        notes: what looked wrong while reading.
        pages: those asked for.
        advice: on the suspicions of these pages, each once.
        has_text: whether any page of the file has text.
    """

    source: str
    format: Literal["pdf", "html", "text"]
    title: str | None
    notes: tuple[str, ...]
    pages: tuple[InspectedPage, ...]
    advice: tuple[Advice, ...]
    has_text: bool


def inspect_item(
    item: ReadingItem, *, page: int | None = None, password: str = "", picture: bool = False
) -> tuple[Inspection, bytes | None]:
    """How a file is read, and where `picture` the one page as a PNG with its blocks outlined.

    Args:
        item: what to read; `find_item` gives it.
        page: number in the file of the only page to tell of; None for all.
        password: that opens the file.
        picture: whether to draw that page.

    Raises:
        SourceError: the file cannot be read, or the page not drawn.
        QuestionError: the file has no such page.
    """
    draw = page - 1 if picture and page else None
    reading = inspect_source(item.source, item.path, password=password, draw=draw)
    document = reading.document
    count = len(document.pages)
    if page is not None and page > count:
        raise QuestionError(
            f"{item.path} has no page {page}.",
            remedy=f"Its pages in the file are 1 to {count}.",
        )
    shown = range(count) if page is None else (page - 1,)
    return _inspection(document, item, shown), reading.picture


def find_item(series: Series, home: Path, name: str) -> ReadingItem:
    """The source of a series with that id, in the library or in the manifest.

    Raises:
        QuestionError: the series has no such source.
    """
    items = list(reading_list(series, home))
    items += [ReadingItem(source, source_path(series, source)) for source in all_sources(series)]
    for item in items:
        if item.source.id == name:
            return item
    raise QuestionError(
        f"There is no file {name}, and {series.title} has no source of that id.",
        remedy=f"Its sources are {', '.join(dict.fromkeys(item.source.id for item in items))}.",
    )


def edition_items(series: Series, home: Path, item: ReadingItem) -> tuple[ReadingItem, ...]:
    """What is read of the edition of a source, it among them; nothing where it is not read."""
    pages = {page.id for page in series.pages}
    own = [
        one
        for one in reading_list(series, home)
        if one.source.edition == item.source.edition and one.source.id not in pages
    ]
    return tuple(own) if item in own else ()


def file_item(path: Path) -> ReadingItem:
    """A file that is in no manifest, as something to read."""
    return ReadingItem(Source(str(path), path.name, "publication", path.stem), path)


def _inspection(document: Document, item: ReadingItem, shown: Sequence[int]) -> Inspection:
    file = str(item.path)
    mixed = any(page.blocks for page in document.pages)
    pages = tuple(
        _page(document.pages[at], document.report[at], file=file, mixed=mixed) for at in shown
    )
    return Inspection(
        source=document.source.id,
        format=document.format,
        title=document.title,
        notes=document.notes,
        pages=pages,
        advice=_advice(pages, file=file, mixed=mixed),
        has_text=mixed,
    )


def _page(page: Page, report: PageReport, *, file: str, mixed: bool) -> InspectedPage:
    numbers = (page.ref.number,) if page.ref else ()
    return InspectedPage(
        label=page.ref.label if page.ref else None,
        number=page.ref.number if page.ref else None,
        method=report.method,
        characters=report.characters,
        blocks=page.blocks,
        dropped=report.dropped,
        suspicions=report.suspicions,
        remedies=tuple(
            remedy(one, file=file, pages=numbers, mixed=mixed) for one in report.suspicions
        ),
    )


def _advice(pages: Sequence[InspectedPage], *, file: str, mixed: bool) -> tuple[Advice, ...]:
    found: dict[Suspicion, list[int]] = {}
    for page in pages:
        for suspicion in page.suspicions:
            found.setdefault(suspicion, []).extend([page.number] if page.number else [])
    return tuple(
        Advice(one, tuple(numbers), remedy(one, file=file, pages=numbers, mixed=mixed))
        for one, numbers in found.items()
    )
