"""Turns the location of a result into an address on this server, so that no path of it shows."""

from flask import url_for
from msgspec.structs import replace

from corpus import PageRef
from search.models import (
    Answer,
    CaseList,
    CasePassage,
    CaseSummary,
    CaseText,
    Hit,
    Quote,
    Results,
)


def is_web(url: str) -> bool:
    """Whether an address leads to the web; others (`javascript:`) are never made a link."""
    return url.startswith(("https://", "http://"))


def link_results(results: Results) -> Results:
    """The results with addresses on this server."""
    return replace(results, hits=tuple(_link_page(hit) for hit in results.hits))


def link_answer(answer: Answer) -> Answer:
    """The answer with addresses on this server."""
    return replace(answer, quotes=tuple(_link_page(quote) for quote in answer.quotes))


def link_cases(found: CaseList) -> CaseList:
    """The cases with addresses on this server."""
    return replace(found, cases=tuple(link_case(case) for case in found.cases))


def link_case_text(text: CaseText) -> CaseText:
    """The case and its passages with addresses on this server."""
    document = text.case.document.id
    return CaseText(
        case=link_case(text.case),
        passages=tuple(_link_passage(passage, document) for passage in text.passages),
    )


def link_case(case: CaseSummary) -> CaseSummary:
    """The case with an address on this server."""
    first = case.pages[0] if case.pages else None
    return replace(case, location=address_of(case.location, case.document.id, first))


def address_of(location: str, document: str, page: PageRef | None) -> str:
    """The address of a page of a document: on the web, else on this server."""
    if is_web(location):
        return location
    anchor = f"page={page.number}" if page else None
    return url_for("files.source", name=document, _anchor=anchor)


def _link_page(found: Hit | Quote) -> Hit | Quote:
    return replace(found, location=address_of(found.location, found.document.id, found.page))


def _link_passage(passage: CasePassage, document: str) -> CasePassage:
    return replace(passage, location=address_of(passage.location, document, passage.page))
