"""Invented books whose cases stand at any level, set by typst, with the truth about each case.

The cases are those of `casebooks/`; what stands around them is in `level_books.toml`. In most books
of the world cases are chapters with sections of their own; in others they are sections of a part,
beside sections that are none.
"""

import hashlib
import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any, Literal

import typst
from casebooks import TaggedCase, casebooks

from corpus.press.fonts import LATO, SOURCE_SERIF

_HERE = Path(__file__).parent
_LABELS = (
    ("Gemeente", "Gestart", "Trekker", "Kosten"),
    ("Plaats", "Sinds", "Wie doet het", "Geld"),
    ("Waar", "Begonnen in", "Beheer", "Budget"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """How a book is built.

    Attributes:
        name: of its file.
        hand: the casebook that its cases are from.
        cases: how many cases each part has; one number where the cases are chapters.
        shows: what shows its chapters.
        depth: how many levels of heads the outline or contents page has.
        numbered: whether heads are numbered through, as *3.1*.
        divided: the title above all parts or chapters, or *Deel*, that the parts then say.
        bare: whether parts have no text of their own.
        around: whether chapters that are no cases stand before and behind.
        chapters: how many cases, of a book of parts, stand as chapters before the first part.
        facts: what stands below the title of a case.
        scheme: heads that all cases share, instead of their own; none for those of the casebook.
        sections: whether cases have heads.
        deep: whether two of three of those heads stand below the one before.
        breaks: down to which level a head begins a page.
        sizes: of the heads by level, in points.
        font: of all text.
    """

    name: str
    hand: str
    cases: tuple[int, ...]
    shows: Literal["outline", "contents", "headings"]
    depth: int = 2
    numbered: bool = False
    divided: str = ""
    bare: bool = False
    around: bool = True
    chapters: int = 0
    facts: Literal["", "table", "labels", "line"] = ""
    scheme: tuple[str, ...] = ()
    sections: bool = True
    deep: bool = False
    breaks: int = 1
    sizes: tuple[float, ...] = (20, 15, 11.5, 10)
    font: str = "Source Serif 4"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text, or a head of a level; `begins` says of which kind of chapter."""

    kind: Literal["heading", "text", "item", "rows"]
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, str], ...] = ()
    begins: str = ""
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A case as it was set: its title without number, its first and last page in the file."""

    title: str
    first: int
    last: int


def texts_hash() -> str:
    """Of what the books are made of, but for the casebooks."""
    files = sorted(_HERE.glob("level_*.*"))
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


def write_book(build: Build, half: str, path: Path) -> list[Told]:
    """Writes the PDF; gives the cases in order.

    Args:
        build: of the book.
        half: which of the two hands of `level_books.toml` wrote what stands around the cases.
        path: of the PDF.
    """
    pieces = list(_broken(build, _numbered(build, _pieces(build, _around(half)))))
    compiler = typst.Compiler(
        input=str(_HERE / "level_books.typ"),
        root=str(_HERE),
        font_paths=[str(LATO), str(SOURCE_SERIF)],
        ignore_system_fonts=True,
        sys_inputs={"book": json.dumps(_input(build, pieces))},
    )
    path.write_bytes(compiler.compile(format="pdf"))
    marks = json.loads(compiler.query("<mark>", field="value"))
    return list(_truth(pieces, {(at, side): page for at, side, page in marks}))


def _truth(pieces: Sequence[Piece], pages: dict[tuple[int, str], int]) -> Iterator[Told]:
    begins = [at for at, piece in enumerate(pieces) if piece.begins]
    for at, after in zip(begins, [*begins[1:], len(pieces)], strict=True):
        if pieces[at].begins == "case":
            title = pieces[at].text.lstrip("0123456789. ") if _has_number(pieces[at]) else ""
            yield Told(title or pieces[at].text, pages[at, "begin"], pages[after - 1, "end"])


def _has_number(piece: Piece) -> bool:
    return piece.text.split(" ")[0].replace(".", "").isdigit()


def _input(build: Build, pieces: Sequence[Piece]) -> dict[str, Any]:
    return {
        "title": f"Wat er groeit {build.hand.removeprefix('hand-')}",
        "pieces": [asdict(piece) for piece in pieces],
        "outline": build.depth if build.shows == "outline" else 0,
        "contents": build.depth if build.shows == "contents" else 0,
        "sizes": build.sizes,
        "font": build.font,
    }


def _around(half: str) -> dict[str, Any]:
    own: dict[str, Any] = tomllib.loads((_HERE / "level_books.toml").read_text("utf-8"))[half]
    return own


def _pieces(build: Build, around: dict[str, Any]) -> Iterator[Piece]:
    """The book without numbers: what stands before, its cases, what stands behind."""
    cases = iter(casebooks()[build.hand])
    towns = iter(around["towns"])
    numbers = count()
    if build.around:
        yield from _others(around["before"])
    in_parts = len(build.cases) > 1 or build.chapters or build.bare or build.divided == "-"
    for _ in range(build.chapters):
        yield from _case(build, next(cases), next(towns), next(numbers), level=1)
    for part, own in enumerate(build.cases):
        level = 1
        if in_parts:
            title = around["parts"][part]
            title = f"{build.divided} {part + 1}: {title}" if len(build.divided) > 1 else title
            yield Piece("heading", title, level, begins="part")
            if not build.bare:
                yield Piece("text", around["openings"][part])
            level = 2
        for _ in range(own):
            yield from _case(build, next(cases), next(towns), next(numbers), level=level)
    if build.around:
        yield from _others(around["after"])


def _others(chapters: Sequence[dict[str, Any]]) -> Iterator[Piece]:
    for chapter in chapters:
        yield Piece("heading", chapter["title"], 1, begins="other")
        yield from (Piece("text", text) for text in chapter["text"])
        for title, text in chapter.get("sections", ()):
            yield Piece("heading", title, 2)
            yield Piece("text", text)


def _case(build: Build, case: TaggedCase, town: str, number: int, *, level: int) -> Iterator[Piece]:
    yield Piece("heading", case.title, level, begins="case")
    yield from _facts(build, town, number)
    heads, told = iter(build.scheme), count()
    for block in filter(None, map(str.strip, case.markdown.split("\n")[1:])):
        if block.startswith("## "):
            head = next(heads, "") if build.scheme else block.removeprefix("## ")
            if head and build.sections:
                below = build.deep and next(told) % 3 > 0
                yield Piece("heading", head, level + 1 + below)
        elif block.startswith("- "):
            yield Piece("item", block.removeprefix("- "))
        else:
            yield Piece("text", block)


def _facts(build: Build, town: str, number: int) -> Iterator[Piece]:
    labels = _LABELS[number % len(_LABELS)] if build.facts == "table" else _LABELS[0]
    values = (town, str(2014 + number % 9), "een groep bewoners", f"{4 + number}.500 euro per jaar")
    if build.facts == "table":
        yield Piece("rows", rows=tuple(zip(labels, values, strict=True)))
    elif build.facts == "labels":
        yield from (Piece("text", f"{one}: {it}") for one, it in zip(labels, values, strict=True))
    elif build.facts == "line":
        yield Piece("text", f"Gemeente {town}")


def _numbered(build: Build, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces with the numbers of their heads, down to the second level."""
    counts = [0, 0]
    unnumbered = {"Voorwoord", "Waarom dit boek", "Bronnen", "Literatuur"}
    for piece in pieces:
        if not build.numbered or piece.level not in {1, 2} or piece.text in unnumbered:
            yield piece
            continue
        counts = [counts[0] + 1, 0] if piece.level == 1 else [counts[0], counts[1] + 1]
        number = ".".join(map(str, counts[: piece.level]))
        yield replace(piece, text=f"{number} {piece.text}")


def _broken(build: Build, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces with the heads that begin a page."""
    for piece in pieces:
        at_head = piece.kind == "heading" and bool(piece.begins) and piece.level <= build.breaks
        yield replace(piece, breaks=at_head)
