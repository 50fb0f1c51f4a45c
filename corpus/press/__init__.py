"""The press: sets the casebooks in the box from their plain-text sources.

For developers, and not installed: what it makes is committed, so that the first run needs no PDF
writer. `python -m corpus.press [SERIES]` rebuilds one series or all; the same sources give the same
bytes.

- `manuscript` reads a Markdown source into a few frozen values.
- `book` sets a manuscript as a PDF (`book.typ` is its design), and tells on which pages it came.
- `web` writes a manuscript as a saved page of a knowledge site (`page.html`).
- `build` does this for every source of a series, and writes `pages.toml`: the truth about the
  pages, told by the typesetter and not by our own reading of the PDF.
"""

from corpus.press.build import PAGES_NAME, PagesOfSeries, Sheet, press_series, write_sheets
from corpus.press.manuscript import Book, Chapter, WebPage, parse_book, parse_page

__all__ = [
    "PAGES_NAME",
    "Book",
    "Chapter",
    "PagesOfSeries",
    "Sheet",
    "WebPage",
    "parse_book",
    "parse_page",
    "press_series",
    "write_sheets",
]
