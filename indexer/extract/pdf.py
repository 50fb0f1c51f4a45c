"""The one door to pypdf and PDFium: a PDF's lines, outline, labels and title.

pypdf reads the document, PDFium the glyphs. Where pypdf fails on a file that PDFium opens, the
lines are there without outline and labels, and a note says so.
"""

import ctypes
import logging
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from math import hypot
from pathlib import Path
from statistics import median_low
from typing import Any, TypeAlias

import pypdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]
from msgspec import structs
from pypdf.generic import Destination

from corpus.errors import SourceError
from corpus.models import OutlineEntry
from indexer.extract.lines import Glyph, Line, Sheet, split_lines, to_line
from indexer.extract.repair import clean

_DEEPEST_OUTLINE = 20
_MOST_ENTRIES = 10_000
_FORCE_BOLD = 1 << 18  # of the font descriptor's flags
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi|cmbx", re.IGNORECASE)
_SPACES = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0))

Box: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Paper:
    """What a PDF holds.

    Attributes:
        sheets: its pages; one that cannot be read has no lines.
        outline: its entries, in order.
        labels: of `/PageLabels`, one a page; None if it has none.
        title: of its metadata.
        notes: what could not be read, each a sentence.
    """

    sheets: tuple[Sheet, ...]
    outline: tuple[OutlineEntry, ...] = ()
    labels: tuple[str, ...] | None = None
    title: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page in the page's own coordinates, and how it is turned to be read."""

    box: Box
    rotation: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as a reader sees them."""
        left, bottom, right, top = self.box
        width, height = right - left, top - bottom
        return (height, width) if self.rotation in (90, 270) else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point from the lower left corner of the page as a reader sees it."""
        left, bottom, right, top = self.box
        return {
            0: (x - left, y - bottom),
            90: (y - bottom, right - x),
            180: (right - x, top - y),
            270: (top - y, x - left),
        }[self.rotation]


def read_pdf(path: Path, *, max_pages: int) -> Paper:
    """The lines, outline, labels and title of a PDF.

    Raises:
        SourceError: it needs a password, is damaged, has no pages or too many.
    """
    with closing(_open(path)) as document:
        count = len(document)
        if count > max_pages:
            raise SourceError(
                f"{path} has {count} pages, more than {max_pages}.",
                remedy="Split it, or raise the limit on pages.",
            )
        if count < 1:
            raise _damaged(path, "it has no pages")
        pages = [_read_page(document, index) for index in range(count)]
    frames = [frame for frame, _, _ in pages]
    notes = tuple(note for _, _, note in pages if note)
    sheets = tuple(Sheet(*frame.size, lines) for frame, lines, _ in pages)
    return _with_structure(Paper(sheets, notes=notes), path, frames)


def _open(path: Path) -> Any:  # noqa: ANN401  # pypdfium2 has no types
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise SourceError(
                f"{path} opens only with a password.", remedy="Save a copy without one."
            ) from error
        raise _damaged(path, "PDFium cannot open it") from error


def _damaged(path: Path, reason: str) -> SourceError:
    return SourceError(
        f"{path} is damaged: {reason}.",
        remedy="Get the file again, or open it in a PDF reader and save it anew.",
    )


def _read_page(document: Any, index: int) -> tuple[Frame, tuple[Line, ...], str | None]:  # noqa: ANN401  # idem
    try:
        page = document[index]
        frame = Frame(page.get_bbox(), page.get_rotation() % 360)
        return frame, _lines(page.get_textpage(), index, frame), None
    except pdfium.PdfiumError:
        return Frame((0, 0, 0, 0), 0), (), f"Page {index + 1} cannot be read."


def _lines(textpage: Any, index: int, frame: Frame) -> tuple[Line, ...]:  # noqa: ANN401  # idem
    lines = (
        to_line(
            glyphs,
            page=index,
            size=median_low(_size(textpage, place) for place in _samples(glyphs)),
            bold=all(_bold(textpage, place) for place in _samples(glyphs)),
        )
        for glyphs in split_lines(tuple(_glyphs(textpage, frame)))
    )
    return tuple(line for line in lines if line.text)


def _glyphs(textpage: Any, frame: Frame) -> Iterator[Glyph]:  # noqa: ANN401  # idem
    unicode_of, box_of = pdfium_c.FPDFText_GetUnicode, pdfium_c.FPDFText_GetLooseCharBox
    width, height = frame.size
    moved = frame.rotation != 0 or frame.box[:2] != (0.0, 0.0)
    box = pdfium_c.FS_RECTF()
    for index in range(pdfium_c.FPDFText_CountChars(textpage)):
        code = unicode_of(textpage, index)
        if code in _SPACES or not box_of(textpage, index, box):
            yield Glyph(chr(code) if code in _SPACES else " ", 0.0, 0.0, 0.0, 0.0, index)
            continue
        x0, y0, x1, y1 = box.left, box.bottom, box.right, box.top
        if moved:
            (x0, y0), (x1, y1) = frame.point(x0, y0), frame.point(x1, y1)
            x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        # Printers' marks and notes beside the page are in the file, but no reader sees them.
        if x1 > 0 and y1 > 0 and x0 < width and y0 < height:
            yield Glyph(_char(code), x0, y0, x1, y1, index)


def _samples(glyphs: Sequence[Glyph]) -> tuple[int, ...]:
    """Where to ask for size and weight: at both ends of a line and in its middle."""
    inked = [glyph.place for glyph in glyphs if not glyph.char.isspace()]
    return inked[0], inked[len(inked) // 2], inked[-1]


def _char(code: int) -> str:
    return chr(code) if code <= sys.maxunicode else "\ufffd"


def _size(textpage: Any, index: int) -> float:  # noqa: ANN401  # idem
    """The size of the type in points as it is set: the font's size knows no scaling of the page."""
    matrix = pdfium_c.FS_MATRIX()
    size = float(pdfium_c.FPDFText_GetFontSize(textpage, index))
    if pdfium_c.FPDFText_GetMatrix(textpage, index, matrix):
        size *= hypot(matrix.c, matrix.d)
    return round(size, 2)


def _bold(textpage: Any, index: int) -> bool:  # noqa: ANN401  # idem
    """By the name and the flags of the font; the weight PDFium gives is a guess and often wrong."""
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(textpage, index, name, len(name), flags)
    return bool(flags.value & _FORCE_BOLD) or _BOLD_NAME.search(name.value) is not None


def _with_structure(paper: Paper, path: Path, frames: Sequence[Frame]) -> Paper:
    """The paper with what pypdf knows of it."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    notes = list(paper.notes)
    with _noting(notes, "structure"), pypdf.PdfReader(path) as reader:
        if reader.is_encrypted:
            reader.decrypt("")
        if len(reader.pages) != len(frames):
            notes.append("The outline and labels are left out: they count other pages.")
            return replace(paper, notes=tuple(notes))
        with _noting(notes, "title"):
            title = reader.metadata.title if reader.metadata else None
            paper = replace(paper, title=clean(title or "") or None)
        with _noting(notes, "page labels"):
            if "/PageLabels" in reader.root_object:
                paper = replace(paper, labels=tuple(map(clean, reader.page_labels)))
        with _noting(notes, "outline"):
            entries = islice(_entries(reader, reader.outline, 1), _MOST_ENTRIES)
            paper = replace(paper, outline=tuple(_in_frame(entry, frames) for entry in entries))
    return replace(paper, notes=tuple(notes))


@contextmanager
def _noting(notes: list[str], what: str) -> Iterator[None]:
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  # on a damaged file pypdf raises anything
        notes.append(f"The {what} of the file cannot be read ({type(error).__name__}).")


def _entries(
    reader: pypdf.PdfReader, items: Sequence[object], level: int
) -> Iterator[OutlineEntry]:
    for item in items:
        if isinstance(item, list) and level < _DEEPEST_OUTLINE:
            yield from _entries(reader, item, level + 1)
        elif isinstance(item, Destination):
            page = reader.get_destination_page_number(item)
            title = clean(str(item.title or ""))
            if page is not None and page >= 0 and title:
                top = float(item.top) if isinstance(item.top, int | float) else None
                yield OutlineEntry(title=title, level=level, page=page, top=top)


def _in_frame(entry: OutlineEntry, frames: Sequence[Frame]) -> OutlineEntry:
    """The entry with its top from the foot of the page as a reader sees it."""
    frame = frames[entry.page]
    if entry.top is None or frame.rotation != 0:
        return structs.replace(entry, top=None)
    return structs.replace(entry, top=round(frame.point(0, entry.top)[1], 1))
