"""The press: sets the casebooks in the box from their plain-text sources.

For developers, and not installed: what it makes is committed, so that the first run needs no PDF
writer. `python -m corpus.press [SERIES]` rebuilds one series or all; the same sources give the same
bytes.

- `manuscript` reads a Markdown source into a few frozen values; `chapters` and `markup` tell what
  it can say.
- `book` sets a summary as a PDF (`book.typ` is its design), and tells on which pages it came.
- `flow` turns a book into numbered blocks of words for the other `designs`. Two are set by typst
  (`typeset`, `words.typ`, `brochure.typ`, `reader.typ`); one is set by ourselves and written by
  reportlab: `lines` breaks, `strips` and `galley` give the pieces of a column, `columns` fills
  them, `pages`, `pictures` and `magazine` do the rest.
- `truth` tells what stands on every page of these.
- `web` writes a manuscript as a saved page of a knowledge site (`page.html`).
- `build` does this for every source of a series, and writes `pages.toml` and `truth/`: the truth
  about the pages, told by the typesetter and not by our own reading of the PDF.
"""

from corpus.press.build import PAGES_NAME, PagesOfSeries, Sheet, press_series, write_sheets
from corpus.press.manuscript import Book, WebPage, parse_book, parse_page
from corpus.press.markup import Chapter
from corpus.press.truth import TruthOfBook

__all__ = [
    "PAGES_NAME",
    "Book",
    "Chapter",
    "PagesOfSeries",
    "Sheet",
    "TruthOfBook",
    "WebPage",
    "parse_book",
    "parse_page",
    "press_series",
    "write_sheets",
]
