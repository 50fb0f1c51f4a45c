"""Gathers what is cited: one value, whatever it is written as."""

import re
from collections.abc import Sequence
from typing import Literal

from corpus import (
    Case,
    Document,
    Edition,
    PageRef,
    Passage,
    QuestionError,
    Series,
    Value,
    all_sources,
)
from corpus.models import SourceKind
from indexer.imprint import published as published_by_imprint
from indexer.segment.titles import compact
from search.citing.names import Author, read_author
from search.collection import Collection
from search.naming import named_case
from search.page_names import DUTCH, full, label_ends

SUMMARY = "samenvatting in eigen woorden"

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


class Original(Value, frozen=True):
    """The publication that a summary is about."""

    title: str
    authors: tuple[Author, ...]
    publisher: str | None
    issued: str | None
    url: str | None


class Citation(Value, frozen=True):
    """A case, chapter, page or passage as it is cited.

    Attributes:
        id: of the case, or of the passage.
        kind: a part of a document, a web page, or all of another document.
        title: of the case, or the place it goes by where its name is not known.
        container: title of the document it stands in; None where it is the document.
        authors: of the document; empty where nobody is named.
        issued: "2020", "2020-03" or a date; None where it is not known.
        publisher: who published the document; None for a summary, which nobody published.
        pages: the printed labels of the first and last page, one of a single page; empty where
            these have no number, and for files without pages.
        series: title of the series.
        number: number of the edition in the series.
        url: of the document, or where its publisher offers it; None where there is none.
        source: whose text it is.
        label: of a summary, that it is one and is not the publication; else nothing. In Dutch.
        notes: what the series says of the texts in its box: that they are fiction. In Dutch.
        original: what a summary is about.
        unnumbered: where pages without a number are, in Dutch; else nothing.
    """

    id: str
    kind: Literal["part", "web", "whole"]
    title: str
    container: str | None
    authors: tuple[Author, ...]
    issued: str | None
    publisher: str | None
    pages: tuple[str, ...]
    series: str
    number: int | None
    url: str | None
    source: SourceKind
    label: str = ""
    notes: tuple[str, ...] = ()
    original: Original | None = None
    unnumbered: str = ""

    @property
    def year(self) -> str | None:
        """The year it was issued in."""
        return self.issued[:4] if self.issued else None

    def page_range(self, dash: str) -> str:
        """The printed pages with a dash of choice: "5-8", or "5" for one page."""
        return dash.join(dict.fromkeys(self.pages))

    @property
    def remarks(self) -> tuple[str, ...]:
        """The notes, with what no field of a form has room for: where unnumbered pages are."""
        where = f"{self.unnumbered.capitalize()}." if self.unnumbered else ""
        return tuple(filter(None, (where, *self.notes)))


def cite(collection: Collection, name: str) -> Citation:
    """The citation of a case by its id, or of a hit by the id of its passage (`ID/003`).

    Raises:
        QuestionError: the series has no case and no passage with that id.
    """
    named, slash, number = name.partition("/")
    case = named_case(collection, named)
    case_id = case.entry.id
    name = f"{case_id}{slash}{number}"
    if not slash:
        pages = () if _is_whole(case, collection.text(case.document)) else case.pages
        return _citation(collection, case, name, pages)
    passages = {passage.id: passage for passage in collection.engine.passages_of(case_id)}
    if name not in passages:
        raise QuestionError(
            f"{case_id} has no passage {name!r}.",
            remedy="`wijk search --json` gives the id of each passage it finds under `passage`.",
        )
    return _citation(collection, case, name, _pages(collection, passages[name]))


def _pages(collection: Collection, passage: Passage) -> tuple[PageRef, ...]:
    pages = (collection.page(passage, span) for span in passage.spans)
    return tuple(page for page in pages if page)


def _citation(collection: Collection, case: Case, name: str, pages: Sequence[PageRef]) -> Citation:
    document = collection.text(case.document)
    series, source = collection.catalogue.series, document.source
    edition = next((one for one in series.editions if one.number == case.edition), None)
    original = _original(edition, series.publisher) if edition else None
    is_whole = _is_whole(case, document)
    is_web = document.format == "html" and source.kind != "summary"
    published = original if source.kind == "publication" else None
    numbered = all(page.has_number for page in (*pages[:1], *pages[-1:]))
    return Citation(
        id=name,
        kind="web" if is_web else "whole" if is_whole else "part",
        title=_line(case.entry.display_title),
        container=None if is_whole else _line(_unlabelled(source.title)),
        authors=(published.authors if published else ()) or _authors(document),
        issued=_issued(document, edition),
        publisher=published.publisher if published else None,
        pages=label_ends(pages) if numbered else (),
        unnumbered="" if numbered else full(pages, DUTCH),
        series=series.title,
        number=case.edition,
        url=source.url or (published.url if published else None),
        source=source.kind,
        label=_label(series) if source.kind == "summary" else "",
        notes=_notes(series, source.id),
        original=original if source.kind == "summary" else None,
    )


def _is_whole(case: Case, document: Document) -> bool:
    """Whether a case, or a page about the series, is its whole document and not cited as in it."""
    same = compact(case.entry.display_title) == compact(document.source.title)
    return case.kind == "page" or (
        case.found_by == "whole document" and case.kind == "case" and same
    )


def _issued(document: Document, edition: Edition | None) -> str | None:
    """When a document appeared: a web page as it says itself, another as its edition, or so."""
    of_edition = edition.published if edition else None
    if document.source.kind != "publication":
        return _date(document.date)
    if document.format == "html":
        return _date(document.date) or _date(of_edition)
    return _date(of_edition) or published_by_imprint(document)


def _original(edition: Edition, publisher: str | None) -> Original:
    return Original(
        title=_line(edition.title),
        authors=tuple(map(read_author, edition.authors)),
        publisher=publisher,
        issued=_date(edition.published),
        url=next((url for url in edition.landing_pages if url.startswith("http")), None),
    )


def _authors(document: Document) -> tuple[Author, ...]:
    """The author that the file names; of a web page that is who signed it."""
    signed = document.source.kind == "page" or document.format == "html"
    named = document.author if signed else None
    return (read_author(named),) if named else ()


def _label(series: Series) -> str:
    of = f" van {series.publisher}" if series.publisher else ""
    return f"{SUMMARY.capitalize()}; niet de publicatie{of}"


def _notes(series: Series, document: str) -> tuple[str, ...]:
    of_the_box = any(document == source.id for source in all_sources(series))
    return (_line(series.notice),) if series.notice and of_the_box else ()


def _unlabelled(title: str) -> str:
    """The title without the label that every form gives it anyway."""
    return title.removesuffix(f"({SUMMARY})").strip() or title


def _date(date: str | None) -> str | None:
    """The date as far as it is one."""
    return date if date and _DATE.fullmatch(date) else None


def _line(text: str) -> str:
    return " ".join(text.split())
