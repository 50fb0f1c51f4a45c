"""Sets the invented bundles of `chapter_books.toml`, with the truth about each of their chapters.

    python tests/chapter_books.py OUT_DIR [--set held-out]

The cases are those of `casebooks/`, which many hands wrote; the chapters that are none come from
`chapter_kinds/`. The truth about pages comes from invisible marks (`chapter_kinds.typ`).
"""

import argparse
import hashlib
import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec
import typst
from casebooks import casebooks

from corpus.press.fonts import LATO

HERE = Path(__file__).parent
_PLACES = ("Waterdam", "Oosterveen", "Lindeloo", "Rietbroek", "Klaverbeek", "Hoogmeer", "Zandhorst")
_TREKKERS = ("een groep buren", "de dorpsraad", "twee zussen", "de speeltuinvereniging")
_RUBRICS = {
    "essay": "Essay",
    "column": "Column",
    "interview": "Interview",
    "reflectie": "Nabeschouwing",
}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SENTENCE = re.compile(r".*?[.?!](?=\s|$)")

Shows = Literal["outline", "contents", "headings", "menu", "links", "menu-links"]


class Book(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A bundle, as the head of `chapter_books.toml` says."""

    name: str
    set: str
    hand: str
    shows: Shows
    chapters: tuple[str | int, ...]
    number: str = ""
    above: str = ""
    place: bool = False
    facts: Literal["", "table", "box"] = ""
    rubric: Literal["", "above", "below"] = ""
    lead: bool = False
    most: int = 100
    flow: bool = False
    capitals: bool = False
    heads: bool = False
    deep: bool = False
    columns: int = 1
    width: int = 460
    height: int = 640


class Part(msgspec.Struct, frozen=True):
    """A paragraph, section head or item of a list."""

    kind: Literal["text", "section", "item"]
    text: str


class Chapter(msgspec.Struct, frozen=True, kw_only=True):
    """A chapter as it is set: `role` is "case", or what it is to the bundle."""

    title: str
    role: str
    blocks: tuple[Part, ...] = ()
    above: str = ""
    below: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    rubric: str = ""

    @property
    def is_case(self) -> bool:
        """Whether it is one."""
        return self.role == "case"


class Truth(msgspec.Struct, frozen=True):
    """A chapter with its first and last page in the file, from 1."""

    chapter: Chapter
    first: int
    last: int


def books(wanted: str) -> tuple[Book, ...]:
    """The bundles of a set."""
    text = (HERE / "chapter_books.toml").read_text("utf-8")
    found = msgspec.convert(tomllib.loads(text)["books"], tuple[Book, ...])
    return tuple(book for book in found if book.set == wanted)


def texts_hash() -> str:
    """Of what the bundles are made of, but for the casebooks."""
    files = [*sorted(HERE.glob("chapter_*.*")), *sorted((HERE / "chapter_kinds").glob("*.md"))]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


def write_book(book: Book, path: Path) -> list[Truth]:
    """Writes the PDF; gives the truth."""
    chapters = list(_chapters(book))
    compiler = typst.Compiler(
        input=str(HERE / "chapter_kinds.typ"),
        root=str(HERE),
        font_paths=[str(LATO)],
        ignore_system_fonts=True,
        sys_inputs={"book": json.dumps(_input(book, chapters))},
    )
    pdf = compiler.compile(format="pdf")
    if not isinstance(pdf, bytes):
        raise TypeError(f"The typesetter gave {type(pdf).__name__}, not one PDF.")
    path.write_bytes(pdf)
    pages: dict[tuple[int, str], int] = {
        (at, side): page for at, side, page in json.loads(compiler.query("<mark>", field="value"))
    }
    return [
        Truth(chapter, pages[at, "first"], pages[at, "last"]) for at, chapter in enumerate(chapters)
    ]


def _input(book: Book, chapters: list[Chapter]) -> dict[str, Any]:
    shows = book.shows
    return {
        "title": f"Bundel {book.name}",
        "chapters": [{**msgspec.to_builtins(one), "listed": one.title} for one in chapters],
        "options": {
            **{key: getattr(book, key) for key in ("columns", "width", "height", "facts", "flow")},
            **{key: getattr(book, key) for key in ("capitals", "heads", "deep")},
            "size": 10,
            "outline": shows == "outline",
            "listing": shows in {"contents", "links"},
            "numbers": shows == "contents",
            "links": shows in {"links", "menu-links"},
            "menu": shows in {"menu", "menu-links"},
            "current": shows == "menu",
            "folios": shows != "menu",
        },
    }


def _chapters(book: Book) -> Iterator[Chapter]:
    cases = iter(casebooks()[book.hand])
    wanted = sum(one for one in book.chapters if isinstance(one, int))
    titles = [case.title for case in casebooks()[book.hand][:wanted]]
    number = 0
    for one in book.chapters:
        if isinstance(one, int):
            for _ in range(one):
                number += 1
                yield _case(book, next(cases).markdown, number)
        elif one.startswith("#"):
            yield Chapter(title=one.removeprefix("#").strip(), role="other")
        else:
            yield _other(book, one, titles)


def _case(book: Book, markdown: str, number: int) -> Chapter:
    title, blocks = _blocks(markdown)
    blocks = blocks[: book.most]
    lead, blocks = _lead(blocks) if book.lead else ("", blocks)
    said = {"n": number, "roman": _ROMAN[number - 1]}
    place = _PLACES[number % len(_PLACES)]
    facts = (
        ("Gemeente", place),
        ("Sinds", str(2008 + number)),
        ("Trekker", _TREKKERS[number % len(_TREKKERS)]),
    )
    return Chapter(
        title=book.number.format(**said) + title,
        role="case",
        blocks=blocks,
        above=book.above.format(**said),
        below=" ".join(filter(None, [place if book.place else "", lead])),
        facts=facts if book.facts else (),
    )


def _other(book: Book, name: str, titles: list[str]) -> Chapter:
    role, title, text = _texts()[book.set, name]
    _, blocks = _blocks(text.format(*titles))
    lead, blocks = _lead(blocks) if book.lead else ("", blocks)
    rubric = _RUBRICS.get(name.partition("-")[0], "")
    return Chapter(
        title=title,
        role=role,
        blocks=blocks,
        above=rubric if book.rubric == "above" else "",
        below=" ".join(filter(None, [rubric if book.rubric == "below" else "", lead])),
    )


def _lead(blocks: tuple[Part, ...]) -> tuple[str, tuple[Part, ...]]:
    """The first sentence of the first paragraph, and what is left."""
    first = blocks[0]
    found = _SENTENCE.match(first.text) if first.kind == "text" else None
    if found is None or found.end() == len(first.text):
        return "", blocks
    return found[0], (Part("text", first.text[found.end() :].strip()), *blocks[1:])


def _blocks(markdown: str) -> tuple[str, tuple[Part, ...]]:
    """The title, and what stands below it."""
    title, blocks = "", list[Part]()
    for line in filter(None, map(str.strip, markdown.splitlines())):
        if line.startswith("# "):
            title = line[2:]
        elif line.startswith("#"):
            blocks.append(Part("section", line.lstrip("# ")))
        elif line.startswith("- "):
            blocks.append(Part("item", line[2:]))
        else:
            blocks.append(Part("text", line))
    return title, tuple(blocks)


@cache
def _texts() -> dict[tuple[str, str], tuple[str, str, str]]:
    """Role, title and text of each chapter that is none, by its set and name."""
    found = {}
    for path in (HERE / "chapter_kinds").glob("*.md"):
        for part in re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            name, role, title, text = part.split("\n", 3)
            found[path.stem, name] = (
                role.removeprefix("role:").strip(),
                title.removeprefix("title:").strip(),
                text.replace("### ", "## "),
            )
    return found


def main() -> None:
    """Writes the bundles."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--set", default="development", choices=("development", "held-out"))
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for book in books(asked.set):
        path = asked.folder / f"{book.name}.pdf"
        for one in write_book(book, path):
            print(path.name, one.chapter.role, f"{one.first}-{one.last}", one.chapter.title)  # noqa: T201


if __name__ == "__main__":
    main()
