"""Writes BibTeX: letters as they are (UTF-8), what TeX reads as commands escaped. Pure."""

import re
from collections.abc import Iterator, Sequence

from search.citing.names import Author
from search.citing.record import Citation, Original

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    # With babel's Dutch this is a command; in a group of its own it has nothing to act on.
    '"': '{"}',
    # These are ligatures: TeX would draw a dash or a quotation mark.
    "--": "-{}-",
    "''": "'{}'",
    ",,": ",{},",
    "<<": "<{}<",
    ">>": ">{}>",
}
_ESCAPED = re.compile("|".join(map(re.escape, _ESCAPES)))
_NOT_IN_A_KEY = re.compile(r"[^A-Za-z0-9:-]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write_bibtex(citations: Sequence[Citation]) -> str:
    """An entry each, a blank line between them."""
    return "\n".join(map(_entry, citations))


def _entry(citation: Citation) -> str:
    kind = {"web": "online", "part": "incollection", "whole": "misc"}[citation.kind]
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(citation) if value)
    month = _month(citation.issued)
    fields += f"  month = {month},\n" if month else ""
    key = _NOT_IN_A_KEY.sub(":", citation.id)
    return f"@{kind}{{{key},\n{fields}}}\n"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    """Titles stand in braces of their own: styles must not take their capitals."""
    yield "author", " and ".join(map(_author, citation.authors))
    yield "title", f"{{{_escape(citation.title)}}}"
    yield "booktitle", f"{{{_escape(citation.container)}}}" if citation.container else ""
    yield "publisher", _escape(citation.publisher or "")
    yield "year", citation.year or ""
    yield "series", _escape(citation.series)
    yield "number", str(citation.number or "")
    yield "pages", "--".join(map(_escape, dict.fromkeys(citation.pages)))
    yield "type", _escape(citation.label)
    yield "url", citation.url or ""
    yield "note", _escape(" ".join((*citation.remarks, *about(citation.original))))
    yield "langid", "dutch"


def about(original: Original | None) -> Iterator[str]:
    """The publication that a summary is about, in a sentence."""
    if original:
        names = ", ".join(" ".join(filter(None, (a.given, a.surname))) for a in original.authors)
        year = original.issued[:4] if original.issued else ""
        parts = (names, original.title, original.publisher, year, original.url)
        yield f"Over: {', '.join(filter(None, parts))}"


def _author(author: Author) -> str:
    """A person as "prefix Surname, Given"; an organisation in braces, whole."""
    if author.given is None:
        return f"{{{_escape(author.family)}}}"
    return f"{_escape(author.surname)}, {_escape(author.given)}"


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda match: _ESCAPES[match[0]], text)


def _month(issued: str | None) -> str:
    month = int(issued[5:7]) if issued and issued[5:7] else 0
    return _MONTHS[month - 1] if 1 <= month <= len(_MONTHS) else ""
