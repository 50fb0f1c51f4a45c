"""The books of the fictional casebook, for their tests: manuscript, layout, truth and PDF."""

import tomllib
from functools import cache
from pathlib import Path

import msgspec
import pypdf

from corpus import Series, find_series
from corpus.press import PAGES_NAME, Chapter, PagesOfSeries, TruthOfBook, parse_book
from corpus.press.build import DocumentPages

NUMBERS = (1, 2, 3)
NOTICE = "Verzonnen: deze plaatsen en mensen bestaan niet."
MAIN_TEXT = ("heading", "paragraph", "list-item", "quote")

SERIES: Series = find_series("voorbeeld")
FOLDER = Path(SERIES.folder)


@cache
def truth(number: int) -> TruthOfBook:
    text = (FOLDER / "truth" / f"pages-{number}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), TruthOfBook)


@cache
def layout(number: int) -> DocumentPages:
    text = (FOLDER / "sources" / PAGES_NAME).read_text(encoding="utf-8")
    documents = msgspec.toml.decode(text, type=PagesOfSeries).documents
    (document,) = (it for it in documents if it.source == f"editie-{number}")
    return document


@cache
def reader(number: int) -> pypdf.PdfReader:
    return pypdf.PdfReader(FOLDER / f"editie-{number}.pdf")


@cache
def manuscript(number: int) -> tuple[Chapter, ...]:
    name = f"editie-{number}.md"
    text = (FOLDER / "sources" / name).read_text(encoding="utf-8")
    return parse_book(text, name=name, settings={"accent": "", "foot": ""}).chapters
