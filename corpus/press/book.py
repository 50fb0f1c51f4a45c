"""Sets a book as a PDF, and tells on which pages it came."""

from pathlib import Path

import msgspec
import typst

from corpus.models import PageRef, Value
from corpus.press.manuscript import Book

_DESIGN = Path(__file__).with_name("book.typ")


class ChapterPages(Value, frozen=True, omit_defaults=True):
    """Where a chapter came: its first and its last page, and the id of its case, if any."""

    title: str
    first: PageRef
    last: PageRef
    case: str | None = None


class Layout(Value, frozen=True):
    """What the typesetter says of its pages.

    Attributes:
        labels: what is printed on each page, in the order of the file; the cover has a label too,
            although nothing is printed on it.
        chapters: in their order.
    """

    labels: tuple[str, ...]
    chapters: tuple[ChapterPages, ...]


def set_book(book: Book) -> tuple[bytes, Layout]:
    """The PDF of a book and the layout of its pages.

    The same book gives the same bytes: the date is the book's own, and only the fonts that come
    with the typesetter are used.

    Raises:
        typst.TypstError: the design cannot be set; a mistake in `book.typ`.
        typst.TypstWarning: the design can be set but not as meant: a font is missing, say.
    """
    compiler = typst.Compiler(
        input=str(_DESIGN),
        root=str(_DESIGN.parent),
        ignore_system_fonts=True,
        sys_inputs={"book": msgspec.json.encode(book).decode()},
    )
    pdf, warnings = compiler.compile_with_warnings(format="pdf")
    if warnings:
        raise warnings[0]
    if not isinstance(pdf, bytes):
        raise TypeError(f"The typesetter gave {type(pdf).__name__}, not one PDF.")
    layout = compiler.query("<layout>", field="value", one=True)
    return pdf, msgspec.json.decode(layout, type=Layout)
