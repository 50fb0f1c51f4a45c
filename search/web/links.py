"""Turns the location of a result into an address on this server, so that no path of it shows."""

from typing import TypeVar

from flask import url_for
from msgspec.structs import replace

from search.cases import (
    CardEntry,
    CaseList,
    CasePassage,
    CaseSummary,
    CaseText,
    GistSentence,
    LabelEntry,
    Proof,
)
from search.models import Answer, Hit, ListedCase, Quote, Results

_Placed = TypeVar("_Placed", Hit, ListedCase, Quote, Proof)
_Piece = TypeVar("_Piece", GistSentence, CasePassage)
_Proven = TypeVar("_Proven", CardEntry, LabelEntry)


def is_web(url: str) -> bool:
    """Whether an address leads to the web; others (`javascript:`) are never made a link."""
    return url.startswith(("https://", "http://"))


def link_results(results: Results) -> Results:
    """The results with addresses on this server."""
    return replace(results, hits=tuple(_link_page(hit) for hit in results.hits))


def link_answer(answer: Answer) -> Answer:
    """The answer with addresses on this server."""
    return replace(
        answer,
        quotes=tuple(_link_page(quote) for quote in answer.quotes),
        cases=tuple(_link_listed(listed) for listed in answer.cases),
    )


def _link_listed(listed: ListedCase) -> ListedCase:
    proof = _link_page(listed.proof) if listed.proof else None
    return replace(_link_page(listed), proof=proof)


def link_cases(found: CaseList) -> CaseList:
    """The cases with addresses on this server."""
    return replace(found, cases=tuple(link_case(case) for case in found.cases))


def link_case_text(text: CaseText) -> CaseText:
    """The case and its passages with addresses on this server."""
    document = text.case.document.id
    return replace(
        text,
        case=link_case(text.case),
        card=tuple(_link_proof(entry) for entry in text.card),
        themes=tuple(_link_proof(entry) for entry in text.themes),
        target_groups=tuple(_link_proof(entry) for entry in text.target_groups),
        gist=tuple(_link_piece(sentence, document) for sentence in text.gist),
        passages=tuple(_link_piece(passage, document) for passage in text.passages),
    )


def link_case(case: CaseSummary) -> CaseSummary:
    """The case with an address on this server."""
    return replace(case, location=address_of(case.location, case.document.id))


def address_of(location: str, document: str) -> str:
    """The address of a place in a document: on the web, else on this server."""
    if is_web(location):
        return location
    _, sign, place = location.partition("#")
    return url_for("files.source", name=document) + sign + place


def _link_page(found: _Placed) -> _Placed:
    return replace(found, location=address_of(found.location, found.document.id))


def _link_piece(piece: _Piece, document: str) -> _Piece:
    return replace(piece, location=address_of(piece.location, document))


def _link_proof(entry: _Proven) -> _Proven:
    return replace(entry, proof=tuple(_link_page(proof) for proof in entry.proof))
