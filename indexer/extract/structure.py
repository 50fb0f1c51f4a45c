"""The one door to pypdf: the outline, links, page labels and title of a PDF.

Where pypdf fails on a file that PDFium opens, a part is missing and a note says so.
"""

import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import islice
from pathlib import Path

import pypdf
from pypdf.generic import ArrayObject, Destination, DictionaryObject, IndirectObject

from corpus.models import OutlineEntry
from indexer.extract.repair import clean

_DEEPEST_OUTLINE = 20
_MOST_ENTRIES = 10_000
_MOST_LINKS = 20_000
_DOUBLED = re.compile(r"(?P<once>[^\W_a-z].{3,}?)(?P=once)+")
"""Chromium names a heading that it sets in several parts as often as it has parts."""


@dataclass(frozen=True, slots=True)
class Area:
    """What can be clicked to come to another place of the file; in the coordinates of the file.

    Attributes:
        page: index of its page.
        box: left, lower, right and upper edge.
        target: index of the page that it leads to.
        top: where on that page; None for the head of the page.
    """

    page: int
    box: tuple[float, float, float, float]
    target: int
    top: float | None


@dataclass(frozen=True, slots=True)
class Structure:
    """What a PDF says of itself.

    Attributes:
        outline: its entries, in order; their tops in the coordinates of the file.
        labels: of `/PageLabels`, one a page; None if it has none.
        title: of its metadata.
        notes: what could not be read, each a sentence.
        areas: the links within the file, page by page.
    """

    outline: tuple[OutlineEntry, ...] = ()
    labels: tuple[str, ...] | None = None
    title: str | None = None
    areas: tuple[Area, ...] = ()
    notes: list[str] = field(default_factory=list)


def read_structure(path: Path, *, pages: int, password: str = "") -> Structure:
    """What the file says of itself; nothing but a note if it counts other pages."""
    found = Structure()
    with _noting(found.notes, "structure"), _reader(path, password) as reader:
        if len(reader.pages) != pages:
            found.notes.append("The outline and labels are left out: they count other pages.")
            return found
        with _noting(found.notes, "title"):
            title = reader.metadata.title if reader.metadata else None
            found = replace(found, title=clean(title or "") or None)
        with _noting(found.notes, "page labels"):
            if "/PageLabels" in reader.root_object:
                found = replace(found, labels=tuple(map(clean, reader.page_labels)))
        with _noting(found.notes, "outline"):
            entries = tuple(islice(_entries(reader, reader.outline, 1), _MOST_ENTRIES))
            found = replace(found, outline=entries)
        with _noting(found.notes, "links"):
            found = replace(found, areas=tuple(islice(_areas(reader), _MOST_LINKS)))
    return found


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
            title = _once(clean(str(item.title or "")))
            if page is not None and page >= 0 and title:
                top = float(item.top) if isinstance(item.top, int | float) else None
                yield OutlineEntry(title=title, level=level, page=page, top=top)


def _areas(reader: pypdf.PdfReader) -> Iterator[Area]:
    numbers = {
        page.indirect_reference.idnum: at
        for at, page in enumerate(reader.pages)
        if page.indirect_reference
    }
    for at, page in enumerate(reader.pages):
        annotations = page.get("/Annots")
        for one in annotations.get_object() if annotations else ():
            link = one.get_object()
            if link.get("/Subtype") != "/Link":
                continue
            target, top = _leads_to(reader, link, numbers)
            if target is not None:
                x0, y0, x1, y1 = map(float, link["/Rect"])
                box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
                yield Area(at, box, target, top)


def _leads_to(
    reader: pypdf.PdfReader, link: DictionaryObject, numbers: Mapping[int, int]
) -> tuple[int | None, float | None]:
    """The index of the page that a link leads to and the place on it; None for one outside."""
    action = link.get("/A", DictionaryObject()).get_object()
    place = action.get("/D") if action.get("/S") == "/GoTo" else link.get("/Dest")
    place = place.get_object() if place is not None else None
    if isinstance(place, str | bytes):
        name = place.decode("latin-1") if isinstance(place, bytes) else str(place)
        named = reader.named_destinations.get(name)
        place = named.dest_array if named else None
    if not isinstance(place, ArrayObject) or not place:
        return None, None
    page, fit, *rest = (*list.__iter__(place), None)
    number = page.idnum if isinstance(page, IndirectObject) else -1
    at = {"/XYZ": 1, "/FitH": 0, "/FitBH": 0}.get(str(fit), len(rest))
    top = rest[at] if at < len(rest) else None
    return numbers.get(number), float(top) if isinstance(top, int | float) else None


def _once(title: str) -> str:
    """A title without its own repetition: *Ten geleideTen geleide*."""
    doubled = _DOUBLED.fullmatch(title)
    return doubled["once"] if doubled else title


def pypdf_texts(path: Path, *, password: str = "") -> Callable[[int], str]:
    """A reader of pages by their index, for a second opinion; empty where pypdf cannot read one.

    It opens the file for the first page. Text outside the crop box is left out: printers' marks
    are no second opinion of a photograph.
    """
    opened: list[pypdf.PdfReader] = []

    def text_of(page_index: int) -> str:
        pieces: list[str] = []
        with _noting([], "text"):
            if not opened:
                opened.append(_reader(path, password))
            _collect(opened[0].pages[page_index], pieces)
        return "".join(pieces)

    return text_of


def _reader(path: Path, password: str) -> pypdf.PdfReader:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(path)
    if reader.is_encrypted:
        reader.decrypt(password)
    return reader


def _collect(page: pypdf.PageObject, pieces: list[str]) -> None:
    """Adds the text of a page within its crop box; as far as it comes, where pypdf fails on it."""
    (left, lower), (right, upper) = page.cropbox.lower_left, page.cropbox.upper_right

    def see(text: str, cm: Sequence[float], tm: Sequence[float], *_font: object) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if not text.strip() or (left <= x <= right and lower <= y <= upper):
            pieces.append(text)

    page.extract_text(visitor_text=see)


def unlocked(path: Path, password: str) -> bytes | None:
    """The file without its lock, as pypdf writes it; None where pypdf finds or opens none."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    stream = BytesIO()
    with _noting([], "lock"), pypdf.PdfReader(path) as reader:
        if reader.is_encrypted and reader.decrypt(password):
            pypdf.PdfWriter(clone_from=reader).write(stream)
    return stream.getvalue() or None
