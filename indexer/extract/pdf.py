"""A PDF as paper: PDFium reads its pages (`glyphs`), pypdf what it says of itself (`structure`)."""

import shlex
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]
from msgspec import structs

from corpus.errors import SourceError
from corpus.models import Link, OutlineEntry
from indexer.extract.frames import Frame
from indexer.extract.glyphs import read_sheet
from indexer.extract.helper import FEWEST, MOST, Helper
from indexer.extract.lines import Sheet
from indexer.extract.links import links_of
from indexer.extract.structure import read_structure, unlocked

if TYPE_CHECKING:  # Pillow is for drawing alone
    from PIL import Image


class _PageRead(NamedTuple):
    """A page as paper, and what could not be read of it."""

    frame: Frame
    sheet: Sheet
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """What a PDF holds.

    Attributes:
        sheets: its pages; one that cannot be read has no lines.
        outline: its entries, in order.
        labels: of `/PageLabels`, one a page; None if it has none.
        title: of its metadata.
        notes: what could not be read, each a sentence.
        links: within the file, in order of their pages.
    """

    sheets: tuple[Sheet, ...]
    outline: tuple[OutlineEntry, ...] = ()
    labels: tuple[str, ...] | None = None
    title: str | None = None
    notes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


def read_pdf(path: Path, *, max_pages: int, password: str = "", helped: bool = False) -> Paper:
    """The lines, outline, links, labels and title of a PDF.

    With `helped` a second process reads part of the pages of a long file, where the system can fork
    one; that is for a process of one thread.

    Raises:
        SourceError: it needs another password, is damaged, has no pages or too many.
    """
    with closing(open_pdf(path, password)) as document:
        count = len(document)
        if count > max_pages:
            raise SourceError(
                f"{path} has {count} pages, more than {max_pages}.",
                remedy="Split it, or raise the limit on pages.",
            )
        if count < 1:
            raise _damaged(path, "it has no pages")
        helper = None
        if helped and FEWEST <= count <= MOST and sys.platform == "linux":
            helper = Helper(count, partial(_pages_anew, path, password), _PageRead)
        found = read_structure(path, pages=count, password=password)
        pages = _pages(document, count, helper)
    frames = [page.frame for page in pages]
    sheets = tuple(page.sheet for page in pages)
    return Paper(
        sheets=sheets,
        outline=tuple(_in_frame(entry, frames) for entry in found.outline),
        labels=found.labels,
        title=found.title,
        notes=(*(page.note for page in pages if page.note), *found.notes),
        links=links_of(found.areas, sheets, frames),
    )


def _pages(document: Any, count: int, helper: Helper[_PageRead] | None) -> list[_PageRead]:  # noqa: ANN401  # pypdfium2 has no types
    if helper is None:
        return [_read_page(document, index) for index in range(count)]
    read = {index: _read_page(document, index) for index in helper.share()}
    read |= helper.brought()
    return [read.get(index) or _read_page(document, index) for index in range(count)]


def _pages_anew(path: Path, password: str, indexes: Iterable[int]) -> Iterator[_PageRead]:
    """These pages, of the file opened once more: two processes cannot share an open one."""
    with closing(open_pdf(path, password)) as document:
        for index in indexes:
            yield _read_page(document, index)


def open_pdf(path: Path, password: str = "") -> Any:  # noqa: ANN401  # pypdfium2 has no types
    """A PDFium document, to be closed; where PDFium fails on a lock, of what pypdf unlocks.

    Raises:
        SourceError: it needs another password, or is damaged.
    """
    try:
        return pdfium.PdfDocument(path, password or None)
    except pdfium.PdfiumError as error:
        if data := unlocked(path, password):
            return _open_data(path, data)
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise _locked(path, password) from error
        raise _damaged(path, "PDFium cannot open it") from error


def _open_data(path: Path, data: bytes) -> Any:  # noqa: ANN401  # idem
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _damaged(path, "PDFium cannot open it unlocked") from error


def _locked(path: Path, password: str) -> SourceError:
    name = shlex.quote(str(path))
    return SourceError(
        f"{path} opens only with {'another' if password else 'a'} password.",
        remedy=f"Save a copy without one: qpdf --decrypt --password=PW {name} OUT\n"
        f"To look into it as it is: wijk inspect {name} --password PW",
    )


def _damaged(path: Path, reason: str) -> SourceError:
    return SourceError(
        f"{path} is damaged: {reason}.",
        remedy="Get the file again, or open it in a PDF reader and save it anew.",
    )


def _read_page(document: Any, index: int) -> _PageRead:  # noqa: ANN401  # idem
    try:
        page = document[index]
        try:
            return _PageRead(*read_sheet(page, index))
        finally:
            page.close()
    except pdfium.PdfiumError:
        frame = Frame((0, 0, 0, 0), 0)
        return _PageRead(frame, Sheet(*frame.size, ()), f"Page {index + 1} cannot be read.")


def _in_frame(entry: OutlineEntry, frames: Sequence[Frame]) -> OutlineEntry:
    """The entry with its top from the foot of the page as a reader sees it."""
    frame = frames[entry.page]
    if entry.top is None or frame.rotation != 0:
        return structs.replace(entry, top=None)
    return structs.replace(entry, top=round(frame.point(0, entry.top)[1], 1))


def render_page(
    path: Path, index: int, *, density: float, most: int, password: str = ""
) -> "tuple[Image.Image, float]":
    """A picture of a page as its reader turns it, and its pixels a point.

    Args:
        path: the file.
        index: of the page, from 0.
        density: pixels a point, fewer where a side would be longer than `most`.
        most: pixels on the longer side.
        password: that opens the file.

    Raises:
        SourceError: the file needs another password, or it or the page is damaged.
    """
    with closing(open_pdf(path, password)) as document:
        try:
            page = document[index]
            frame, _ = read_sheet(page, index)
            scale = min(density, most / max(*frame.size, 1.0))
            # Text that runs up the page is turned when it is read, beyond what the file asks for.
            turn = (frame.rotation - page.get_rotation()) % 360
            bitmap = page.render(scale=scale, rotation=turn)
        except pdfium.PdfiumError as error:
            raise _damaged(path, f"page {index + 1} cannot be drawn") from error
        return bitmap.to_pil().convert("RGB"), scale
