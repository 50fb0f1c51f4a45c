"""Writes APA 7 as it is used in Dutch, as plain text and as Markdown. Pure.

After the Publication Manual of the American Psychological Association (7th ed., 2020): a chapter
of a book with its pages, a web page; "z.d." where no date is known, in the Dutch custom.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from search.citing.names import Author
from search.citing.record import Citation, Original

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_MOST_AUTHORS = 20
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|])")


class Piece(NamedTuple):
    """A piece of a reference; titles of whole works are in italics, addresses are links."""

    text: str
    style: str = ""


def write_apa(citations: Sequence[Citation]) -> str:
    """A reference a line, without italics."""
    return "".join("".join(p.text for p in apa_pieces(one)) + "\n" for one in citations)


def write_markdown(citations: Sequence[Citation]) -> str:
    """A list of references, titles of whole works in italics, addresses as links."""
    return "".join("- " + "".join(map(_markdown, apa_pieces(one))) + "\n" for one in citations)


def apa_pieces(citation: Citation) -> tuple[Piece, ...]:
    """The reference in pieces, for who writes italics in a form of their own."""
    return tuple(_part(citation) if citation.kind == "part" else _alone(citation))


def _part(citation: Citation) -> Iterator[Piece]:
    yield Piece(f"{_head(citation.authors, citation.title, citation.year or 'z.d.')} In ")
    yield Piece(citation.container or citation.series, "title")
    if citation.source == "summary":
        yield Piece(f" [{citation.label}]")
    yield from _pages(citation)
    yield from _tail(citation.publisher, citation.authors, citation.url)
    yield from _remarks(citation)


def _alone(citation: Citation) -> Iterator[Piece]:
    """What is no part of a book; the day only of a web page, the pages only of a passage."""
    is_web = citation.kind == "web"
    date = _dutch_date(citation.issued) if is_web else citation.year or "z.d."
    if citation.authors:
        yield Piece(f"{_stopped(_authors(citation.authors))} ({date}). ")
        yield Piece(citation.title, "title")
    else:
        yield Piece(citation.title, "title")
        yield Piece(f". ({date})")
    if citation.container:
        yield Piece(". In ")
        yield Piece(citation.container, "title")
    if not is_web:
        yield from _pages(citation)
    yield from _tail(citation.publisher, citation.authors, citation.url)
    yield from _remarks(citation)


def _pages(citation: Citation) -> Iterator[Piece]:
    if citation.pages:
        mark = "p." if citation.pages[0] == citation.pages[-1] else "pp."
        yield Piece(f" ({mark} {citation.page_range('–')})")
    elif citation.unnumbered:
        yield Piece(f" ({citation.unnumbered})")


def _head(authors: Sequence[Author], title: str, date: str) -> str:
    """Author, date and title; without an author the title comes first."""
    if authors:
        return f"{_stopped(_authors(authors))} ({date}). {_stopped(title)}"
    return f"{_stopped(title)} ({date})."


def _tail(publisher: str | None, authors: Sequence[Author], url: str | None) -> Iterator[Piece]:
    """The publisher, unless it is the author, and the address."""
    yield Piece(".")
    if publisher and publisher not in {author.surname for author in authors}:
        yield Piece(f" {publisher}.")
    if url:
        yield Piece(" ")
        yield Piece(url, "link")


def _remarks(citation: Citation) -> Iterator[Piece]:
    """What a reader must know, and the publication that a summary is about.

    Behind the title a summary has been called one already.
    """
    if citation.notes and not citation.label:
        yield Piece(f" [{' '.join(citation.notes)}]")
    if citation.original:
        yield Piece(" Over: ")
        yield from _original(citation.original)


def _original(original: Original) -> Iterator[Piece]:
    date = f"({original.issued[:4] if original.issued else 'z.d.'})"
    if original.authors:
        yield Piece(f"{_stopped(_authors(original.authors))} {date}. ")
        yield Piece(original.title, "title")
    else:
        yield Piece(original.title, "title")
        yield Piece(f". {date}")
    yield from _tail(original.publisher, original.authors, original.url)


def _authors(authors: Sequence[Author]) -> str:
    """The names as "Surname, I." and an ampersand; of more than 20 the first 19 and the last."""
    names = [
        f"{author.surname}, {author.initials}" if author.given else author.surname
        for author in authors
    ]
    if len(names) > _MOST_AUTHORS:
        return ", ".join((*names[: _MOST_AUTHORS - 1], "… " + names[-1]))
    return ", & ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _stopped(text: str) -> str:
    """The text with a full stop behind it, where it has none."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _dutch_date(date: str | None) -> str:
    """The date as "2021, 5 november", "2021, maart", "2021" or "z.d."."""
    year, month, day = (*(date or "").split("-"), "", "")[:3]
    if month and 1 <= int(month) <= len(_MONTHS):
        return f"{year}, {f'{int(day)} ' if day else ''}{_MONTHS[int(month) - 1]}"
    return year or "z.d."


def _markdown(piece: Piece) -> str:
    if piece.style == "link":
        return f"<{piece.text}>"
    text = _MARKDOWN.sub(r"\\\1", piece.text)
    return f"*{text}*" if piece.style == "title" else text
