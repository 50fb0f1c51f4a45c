"""The designs, by the name that the front matter of a book or `design.toml` gives.

- `small-book` is that of the summaries in the box: `book.py`, `book.typ`.
- `brochure` has a menu of all chapters on every page: typst, `brochure.typ`.
- `magazine` has two columns, boxes, footnotes and a page without text: reportlab, `magazine.py`.
- `reader` is a quiet book without outline or page labels: typst, `reader.typ`.

Of all but the first, the truth about every page is told too.
"""

from corpus.errors import SourceError
from corpus.models import Value
from corpus.press.book import set_book
from corpus.press.flow import Flow, Placement, flow_of
from corpus.press.layout import Layout
from corpus.press.magazine import set_magazine
from corpus.press.manuscript import Book
from corpus.press.truth import TruthOfBook, layout_of, truth_of
from corpus.press.typeset import typeset


class Pressed(Value, frozen=True):
    """A book as it was set: its bytes, its pages, and what stands on them where that is told."""

    pdf: bytes
    layout: Layout
    truth: TruthOfBook | None = None


def press_book(book: Book, *, path: str) -> Pressed:
    """The book in the design that its front matter names; `path` is that of the PDF.

    Raises:
        SourceError: there is no such design.
    """
    if book.front.design == "small-book":
        pdf, layout = set_book(book)
        return Pressed(pdf=pdf, layout=layout)
    flow = flow_of(book, title_page=book.front.design == "reader")
    pdf, placement = _set(flow, path)
    return Pressed(
        pdf=pdf,
        layout=layout_of(flow, placement),
        truth=truth_of(flow, placement, path=path),
    )


def _set(flow: Flow, path: str) -> tuple[bytes, Placement]:
    design = flow.front.design
    if design in ("brochure", "reader"):
        return typeset(flow, design)
    if design == "magazine":
        return set_magazine(flow)
    raise SourceError(
        f"The manuscript of {path} wants the design {design!r}, which there is not.",
        remedy="Name small-book, brochure, magazine or reader.",
    )
