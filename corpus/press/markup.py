"""What a manuscript can say between two headings, and how it is marked.

    A paragraph with *emphasis*, an https://address and a footnote.[^1]

    - an item                     1. a numbered item

    > “What a speaker says.”      a quote,
    > — role of the speaker       and who says it

    ::: kader Title               a box: paragraphs and lists
    ::: uitgelicht                a sentence of the chapter, set large
    ::: beeld                     a picture, which the press draws, and its caption
    ::: infographic               a full page without text

    [^1]: The text of the footnote.

Each block `:::` ends with a line `:::`.
"""

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from corpus.errors import SourceError
from corpus.models import Value

FENCE = ":::"
NOTE_TEXT = re.compile(r"\[\^(\d+)\]:\s+")

_RUN = re.compile(r"\*(?P<emphasis>[^*]+)\*|(?P<link>https?://\S*[\w/])|\[\^(?P<note>\d+)\]")
_ITEM = re.compile(r"^- ", re.MULTILINE)
_NUMBER = re.compile(r"^(\d+)\. ", re.MULTILINE)
_QUOTE_MARK = re.compile(r"^> ?", re.MULTILINE)
_FENCES = {"uitgelicht": "pull-quote", "beeld": "figure", "infographic": "infographic"}


class Run(Value, frozen=True):
    """A run of characters in one style; the text of a link is its address, of a note its mark."""

    text: str
    style: Literal["plain", "emphasis", "link", "note"] = "plain"


Line: TypeAlias = tuple[Run, ...]
"""What a paragraph or an item says."""

PieceKind: TypeAlias = Literal[
    "subheading",
    "paragraph",
    "list",
    "numbered",
    "quote",
    "pull-quote",
    "box",
    "figure",
    "infographic",
]


class Piece(Value, frozen=True):
    """What stands between two blank lines, or between `:::` and `:::`.

    Attributes:
        kind: what it is.
        lines: one for a subheading, paragraph, pull quote or the caption of a figure; one an item
            for a list; the words and the speaker for a quote; none for a box or infographic.
        title: of a box.
        pieces: of a box.
    """

    kind: PieceKind
    lines: tuple[Line, ...] = ()
    title: str | None = None
    pieces: "tuple[Piece, ...]" = ()


class Section(Value, frozen=True):
    """A level 2 heading and what stands under it."""

    title: str
    pieces: tuple[Piece, ...]


class Note(Value, frozen=True):
    """A footnote: its mark, numbered anew in each chapter, and what it says."""

    mark: str
    line: Line


class Chapter(Value, frozen=True):
    """A level 1 heading and what stands under it.

    Attributes:
        title: the heading.
        pieces: what comes before the first section.
        sections: in their order.
        case: id of the case it describes; None for another chapter. Not in the manuscript itself.
        notes: the footnotes, in the order of their marks.
    """

    title: str
    pieces: tuple[Piece, ...]
    sections: tuple[Section, ...]
    case: str | None = None
    notes: tuple[Note, ...] = ()

    def all_pieces(self) -> Iterator[Piece]:
        """Its pieces and those of its sections, in order; the pieces of a box behind the box."""
        under = (piece for section in self.sections for piece in section.pieces)
        for piece in (*self.pieces, *under):
            yield piece
            yield from piece.pieces


class Source(Value, frozen=True):
    """A heading, `:::` line or block of a manuscript, and the number of its first line."""

    line: int
    text: str


def plain(line: Line) -> str:
    """The characters of a line, without the marks of its footnotes."""
    return "".join(run.text for run in line if run.style != "note")


def parse_pieces(sources: list[Source], *, name: str) -> tuple[Piece, ...]:
    """The pieces that these blocks describe.

    Raises:
        SourceError: a `:::` is unknown, not closed or without its text, or a `*` stands alone.
    """
    pieces: list[Piece] = []
    rest = iter(sources)
    for source in rest:
        if source.text.startswith(FENCE):
            pieces.append(_fenced(source, rest, name))
        else:
            pieces.append(_piece(source, name))
    return tuple(pieces)


def parse_line(text: str, *, line: int, name: str) -> Line:
    """The runs of a text whose lines may break anywhere.

    Raises:
        SourceError: a `*` or `[^` is left over when all markup is read.
    """
    text = " ".join(text.split())
    runs: list[Run] = []
    end = 0
    for found in _RUN.finditer(text):
        runs.append(Run(text[end : found.start()]))
        runs.append(_marked(found))
        end = found.end()
    runs.append(Run(text[end:]))
    if any("*" in run.text or "[^" in run.text for run in runs):
        raise _refusal(name, line, "an unbalanced '*' or '[^'", "Close it, or take it out.")
    return tuple(run for run in runs if run.text)


def _marked(found: re.Match[str]) -> Run:
    if found["emphasis"]:
        return Run(found["emphasis"], "emphasis")
    return Run(found["link"], "link") if found["link"] else Run(found["note"], "note")


def _fenced(opening: Source, rest: Iterator[Source], name: str) -> Piece:
    """The piece between this `:::` and the next, which are taken from the rest."""
    kind, _, title = opening.text.removeprefix(FENCE).strip().partition(" ")
    inner: list[Source] = []
    for source in rest:
        if source.text == FENCE:
            break
        inner.append(source)
    else:
        raise _refusal(name, opening.line, f"'{opening.text}' not closed", "Add a line ':::'.")
    if any(source.text.startswith((FENCE, "#")) for source in inner):
        raise _refusal(name, opening.line, "a block in a block", "Close the first with ':::'.")
    if kind == "kader" and title and inner:
        return Piece("box", title=title, pieces=parse_pieces(inner, name=name))
    if kind not in _FENCES or title or len(inner) != (kind != "infographic"):
        raise _refusal(
            name,
            opening.line,
            f"'{opening.text}' that is unknown or has not its text",
            "Write kader with a title and text, uitgelicht or beeld with one paragraph, "
            "or infographic with nothing.",
        )
    lines = tuple(parse_line(it.text, line=it.line, name=name) for it in inner)
    return Piece(_FENCES[kind], lines=lines)  # type: ignore[arg-type]


def _piece(source: Source, name: str) -> Piece:
    kind, texts = _texts(source.text)
    if kind == "paragraph" and _ITEM.search(source.text):
        raise _refusal(name, source.line, "a list within a paragraph", "Put a blank line before.")
    return Piece(
        kind, tuple(parse_line(text, line=source.line, name=name) for text in texts if text)
    )


def _texts(block: str) -> tuple[PieceKind, list[str]]:
    """What a block is, and the text of each of its lines."""
    if block.startswith("### "):
        return "subheading", [block.removeprefix("### ")]
    if block.startswith("- "):
        return "list", _ITEM.split(block)[1:]
    if block.startswith("1. "):
        return "numbered", _numbered(block)
    if block.startswith(">"):
        return "quote", re.split(r"^— ", _QUOTE_MARK.sub("", block), maxsplit=1, flags=re.MULTILINE)
    return "paragraph", [block]


def _numbered(block: str) -> list[str]:
    """The items; a line that happens to begin with a year and a full stop does not start one."""
    starts: list[re.Match[str]] = []
    for found in _NUMBER.finditer(block):
        if int(found[1]) == len(starts) + 1:
            starts.append(found)
    ends = [found.start() for found in starts[1:]] + [len(block)]
    return [block[found.end() : end] for found, end in zip(starts, ends, strict=True)]


def _refusal(name: str, line: int, what: str, remedy: str) -> SourceError:
    return SourceError(f"{name}, line {line}, has {what}.", remedy=remedy)
