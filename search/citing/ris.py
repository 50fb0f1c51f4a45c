"""Writes RIS, as reference managers import it. Pure.

After the format specification of Research Information Systems: a tag of two characters, two spaces,
a hyphen and a space; a record begins with TY and ends with ER.
"""

from collections.abc import Iterator, Sequence

from search.citing.bibtex import about
from search.citing.names import Author
from search.citing.record import Citation


def write_ris(citations: Sequence[Citation]) -> str:
    """A record each, a blank line between them."""
    return "\n".join(map(_record, citations))


def _record(citation: Citation) -> str:
    lines = "".join(f"{tag}  - {value}\n" for tag, value in _fields(citation) if value)
    return f"{lines}ER  - \n"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    first, last = (citation.pages[0], citation.pages[-1]) if citation.pages else ("", "")
    yield "TY", {"web": "ELEC", "part": "CHAP", "whole": "GEN"}[citation.kind]
    yield "ID", citation.id
    yield from (("AU", _author(author)) for author in citation.authors)
    yield "TI", citation.title
    yield "T2", citation.container or ""
    yield "T3", citation.series
    yield "VL", str(citation.number or "")
    yield "PB", citation.publisher or ""
    yield "PY", citation.year or ""
    yield "DA", _date(citation.issued)
    yield "SP", first
    yield "EP", last
    yield "M3", citation.label
    yield "LA", "nl"
    yield "UR", citation.url or ""
    for note in (*citation.remarks, *about(citation.original)):
        yield "N1", note


def _author(author: Author) -> str:
    return f"{author.surname}, {author.given}" if author.given else author.family


def _date(issued: str | None) -> str:
    """Year, month and day between slashes, with what is not known left empty."""
    year, month, day = (*(issued or "").split("-"), "", "")[:3]
    return f"{year}/{month}/{day}/" if year else ""
