"""Sets a book as a PDF, and tells on which pages it came."""

from pathlib import Path

import msgspec
import typst

from corpus.press.layout import Layout
from corpus.press.manuscript import Book

_DESIGN = Path(__file__).with_name("book.typ")


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
