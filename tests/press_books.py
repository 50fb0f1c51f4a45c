"""The casebooks in the box, for their tests: the layout that the press wrote down, and the PDFs."""

from functools import cache
from pathlib import Path

import msgspec
import pypdfium2

from corpus import find_series
from corpus.press import PAGES_NAME, PagesOfSeries
from corpus.press.build import DocumentPages

SERIES = find_series("wij-in-de-wijk")
FOLDER = Path(SERIES.folder)
BOOKS = [source.path for edition in SERIES.editions for source in edition.sources]


@cache
def truth(path: str) -> DocumentPages:
    text = (FOLDER / "sources" / PAGES_NAME).read_text(encoding="utf-8")
    pages = msgspec.toml.decode(text, type=PagesOfSeries)
    (document,) = (document for document in pages.documents if document.path == path)
    return document


@cache
def raw_pages(path: str) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(FOLDER / path) as pdf:
        return tuple(page.get_textpage().get_text_range() for page in pdf)
