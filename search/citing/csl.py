"""Writes CSL-JSON, the input of citation processors. Pure.

After the schema of the Citation Style Language, version 1.0.2 (csl-data.json).
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from search.citing.bibtex import about
from search.citing.names import Author
from search.citing.record import Citation, Original


def write_csl(citations: Sequence[Citation]) -> str:
    """A list with an item each."""
    items = [_item(citation) for citation in citations]
    return msgspec.json.format(msgspec.json.encode(items), indent=2).decode() + "\n"


def _item(citation: Citation) -> dict[str, Any]:
    item = {
        "id": citation.id,
        "type": {"web": "webpage", "part": "chapter", "whole": "document"}[citation.kind],
        "title": citation.title,
        "container-title": citation.container,
        "author": [_name(author) for author in citation.authors],
        "issued": _date(citation.issued),
        "publisher": citation.publisher,
        "page": citation.page_range("-"),
        "collection-title": citation.series,
        "collection-number": citation.number,
        "genre": citation.label,
        "language": "nl-NL",
        "URL": citation.url,
        "note": " ".join((*citation.remarks, *about(citation.original))),
        **_original(citation.original),
    }
    return {name: value for name, value in item.items() if value}


def _original(original: Original | None) -> dict[str, Any]:
    """What a summary is about, in the variables that the schema has for it."""
    if original is None:
        return {}
    return {
        "original-title": original.title,
        "original-author": [_name(author) for author in original.authors],
        "original-publisher": original.publisher,
        "original-date": _date(original.issued),
    }


def _name(author: Author) -> dict[str, str]:
    if author.given is None:
        return {"literal": author.family}
    name = {"family": author.family, "given": author.given}
    return name | ({"non-dropping-particle": author.prefix} if author.prefix else {})


def _date(issued: str | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[int(part) for part in issued.split("-")]]} if issued else None
