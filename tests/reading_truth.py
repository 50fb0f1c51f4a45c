"""The truth about the pages of a laid out text, in the shape of the casebook's `pages-N.toml`.

A page has its number in the file, its label and whether that is printed, and its blocks in reading
order; see the head of a file for the keys of a block.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from reading_design import Leaf
from reading_text import Item, Text

PageTruth = dict[str, Any]

_HEAD = """\
# What stands on which page of {path}: the truth, as it was laid out. {shows}
#
# Blocks stand in reading order: the text in its order, footnotes at the end of the page. Running
# heads, menus, page numbers, bullets and the numbers of items (`marker`) are no blocks. A block
# that `floats` stands beside the order of the text: anywhere on its page is right. The text of a
# row is that of its cells, from left to right. A block that began on an earlier page is
# `continued`; a word that breaks over the page end belongs whole to the page where it begins
# (`word_runs_over`).
"""


def truth_of(text: Text, leaves: Sequence[Leaf]) -> list[PageTruth]:
    """The truth about each page."""
    begun: set[int | str] = set()
    pages = []
    for leaf in leaves:
        blocks = [
            _block(text, leaf, key, words, continued=key in begun)
            for key, words in leaf.words.items()
            if words
        ]
        begun |= set(leaf.words)
        blocks.sort(key=lambda block: block["kind"] == "footnote")
        pages.append(
            {
                "number": leaf.number,
                "label": leaf.label,
                "printed": leaf.printed,
                "blocks": blocks,
            }
        )
    return pages


def toml_of(path: str, shows: str, pages: Sequence[PageTruth]) -> str:
    """The truth as TOML, a line a value."""
    parts = [_HEAD.format(path=path, shows=shows), f"path = {json.dumps(path)}"]
    for page in pages:
        parts += ["", "[[pages]]", *_pairs(page)]
        for block in page["blocks"]:
            parts += ["", "[[pages.blocks]]", *_pairs(block)]
    return "\n".join(parts) + "\n"


def _block(
    text: Text, leaf: Leaf, key: int | str, words: Sequence[int], *, continued: bool
) -> dict[str, Any]:
    item = _item(text, key)
    block: dict[str, Any] = {
        "kind": item.kind,
        "text": " ".join(item.words[at].text for at in words),
    }
    said = {
        "level": item.level if item.kind in ("heading", "list-item") else 0,
        "part": item.part,
        "marker": None if continued else item.marker,
        "continued": continued,
        "word_runs_over": key in leaf.runs_over,
        "floats": key in leaf.floating,
    }
    return block | {name: value for name, value in said.items() if value}


def _item(text: Text, key: int | str) -> Item:
    return text.items[key] if isinstance(key, int) else text.notes[key.removeprefix("note-")]


def _pairs(value: dict[str, Any]) -> Iterator[str]:
    for name, content in value.items():
        if name != "blocks":
            # JSON's strings, numbers and truth values are TOML's too.
            yield f"{name} = {json.dumps(content, ensure_ascii=False)}"
