"""The truth about the fictional casebook as its files have it, for the tests that measure by it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "corpus" / "series" / "voorbeeld"
TRUTH = FOLDER / "truth"
EDITIONS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Whole:
    """A block of the text, whole although it may run over a page end.

    Attributes:
        text: of the block.
        kind: of the block.
        part: which chapter it stands in: the id of a case, or such as "editie-1/reflectie".
        ends: where its text on each page ends, in characters, with the number of that page.
    """

    text: str
    kind: str
    part: str
    ends: tuple[tuple[int, int], ...]

    def pages_of(self, quote: str) -> list[int]:
        """The file numbers of the pages that a piece of the text stands on, in order."""
        start = self.text.index(quote)
        begun = 0
        pages = []
        for end, page in self.ends:
            if begun < start + len(quote) and start < end:
                pages.append(page)
            begun = end
        return pages


def read(name: str) -> dict[str, Any]:
    """A file of the truth."""
    return tomllib.loads((TRUTH / name).read_text(encoding="utf-8"))


def labels(edition: int) -> dict[int, str]:
    """The printed label of each page, by the number of the page in the file."""
    return {page["number"]: page["label"] for page in read(f"pages-{edition}.toml")["pages"]}


def wholes(edition: int) -> list[Whole]:
    """The blocks of an edition in reading order, each whole."""
    found: list[Whole] = []
    for page, block, part in _blocks(edition):
        if block.get("continued"):
            at = next(i for i in reversed(range(len(found))) if _goes_on(found[i], block, page))
            before = found[at]
            text = f"{before.text} {block['text']}"
            ends = (*before.ends, (len(text), page))
            found[at] = Whole(text, before.kind, before.part, ends)
        else:
            ends = ((len(block["text"]), page),)
            found.append(Whole(block["text"], block["kind"], part, ends))
    return found


def _goes_on(whole: Whole, block: dict[str, Any], page: int) -> bool:
    return whole.kind == block["kind"] and whole.ends[-1][1] < page


def _blocks(edition: int) -> Iterator[tuple[int, dict[str, Any], str]]:
    chapters = _chapters(edition)
    part = ""
    for page in read(f"pages-{edition}.toml")["pages"]:
        for block in page.get("blocks", ()):
            if block["kind"] == "heading" and block.get("level") == 1:
                part = chapters.get(block["text"], part)
            yield page["number"], block, part


def _chapters(edition: int) -> dict[str, str]:
    """The name of each chapter by its title: the id of its case, or what kind of chapter it is."""
    pages = tomllib.loads((FOLDER / "sources" / "pages.toml").read_text(encoding="utf-8"))
    (document,) = (d for d in pages["documents"] if d["source"] == f"editie-{edition}")
    others = {"Woord vooraf": "woord-vooraf", "Reflectie": "reflectie"}
    return {
        chapter["title"]: chapter.get("case")
        or f"editie-{edition}/{others.get(chapter['title'], 'concept')}"
        for chapter in document["chapters"]
    }
