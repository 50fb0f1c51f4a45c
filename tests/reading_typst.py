"""The designs of `reading_layouts` that typst sets, with its own lines, hyphens and footnotes.

The truth comes from invisible marks around every word, which tell its page (`reading_pages.typ`).
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import typst
from reading_design import Leaf
from reading_text import Item, Text, for_narrow_columns, groups, read_text, without, without_notes
from reading_truth import PageTruth, truth_of

from corpus.press.fonts import LATO, SOURCE_SERIF

_HERE = Path(__file__).parent

_Mark = tuple[str, int, str, int]
"""The block, the word, the side of it, and the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `reading_pages.typ` can vary; sizes are in points."""

    columns: int = 1
    width: float = 420
    height: float = 595
    size: float = 10
    hyphens: bool = True
    menu: bool = False
    heads: bool = False
    floats: bool = False


@dataclass(frozen=True, slots=True)
class TypstDesign:
    """A text in a layout by typst."""

    name: str
    shows: str
    text: Text
    options: Options


def typst_designs(name: str = "buurt") -> list[TypstDesign]:
    """Every design, with the text of that name."""
    text = read_text(name)
    bare = without_notes(text)
    wide = {"width": 500, "height": 660}
    return [
        TypstDesign("01-typst", "One column, hyphens, footnotes.", text, Options(heads=True)),
        TypstDesign(
            "02-typst-two-columns", "Two columns, hyphens, footnotes.", text,
            Options(columns=2, **wide),
        ),
        TypstDesign(
            "03-typst-three-columns", "Three columns, ragged right.", for_narrow_columns(text),
            Options(columns=3, size=9, hyphens=False, **wide),
        ),
        TypstDesign(
            "05-typst-menu", "A menu beside two columns.", bare,
            Options(columns=2, menu=True, width=595, height=700, size=9.5),
        ),
        TypstDesign(
            "06-typst-boxes-on-top", "Boxes over both columns, at the head of the page.", text,
            Options(columns=2, floats=True, heads=True, **wide),
        ),
        TypstDesign(
            "09-typst-hyphens", "Four narrow columns on a landscape page.",
            without(text, "table-row"), Options(columns=4, width=842, height=595, size=9.5),
        ),
        TypstDesign(
            "14-typst-split", "Small pages: sentences and words run over them.", text,
            Options(width=290, height=350, size=9.5, heads=True),
        ),
    ]  # fmt: skip


def write_typst(design: TypstDesign, path: Path) -> list[PageTruth]:
    """Writes the PDF of a design; gives the truth about its pages."""
    probes: frozenset[tuple[str, int]] = frozenset()
    while True:
        compiler = _compiler(design, probes)
        marks: list[_Mark] = [
            tuple(it) for it in json.loads(compiler.query("<report>", field="value", one=True))
        ]
        unsure = _running_over(marks) - probes
        if not unsure:
            path.write_bytes(_pdf(compiler))
            return truth_of(design.text, _leaves(design, marks))
        probes |= unsure


def _compiler(design: TypstDesign, probes: frozenset[tuple[str, int]]) -> typst.Compiler:
    return typst.Compiler(
        input=str(_HERE / "reading_pages.typ"),
        root=str(_HERE),
        font_paths=[str(LATO), str(SOURCE_SERIF)],
        ignore_system_fonts=True,
        sys_inputs={"book": json.dumps(_input(design, probes))},
    )


def _pdf(compiler: typst.Compiler) -> bytes:
    pdf, warnings = compiler.compile_with_warnings(format="pdf")
    if warnings:
        raise warnings[0]
    if not isinstance(pdf, bytes):
        raise TypeError(f"The typesetter gave {type(pdf).__name__}, not one PDF.")
    return pdf


def _input(design: TypstDesign, probes: frozenset[tuple[str, int]]) -> dict[str, Any]:
    text = design.text
    return {
        "title": design.name,
        "options": asdict(design.options),
        "chapters": text.chapters,
        "heads": {"1": text.chapters[0], "3": text.chapters[1], "5": text.chapters[2]},
        "notes": {mark: _table(f"note-{mark}", note) for mark, note in text.notes.items()},
        "groups": list(_groups(text)),
        "probes": sorted(probes),
    }


def _groups(text: Text) -> Iterator[dict[str, Any]]:
    """The items, together those of one list, box or table; nested items within their item."""
    found = [[(at, text.items[at]) for at in group] for group in groups(text.items)]
    for kind, parts in groupby(found, key=lambda group: group[0][1].kind):
        if kind == "list-item":
            yield _list([pair for part in parts for pair in part])
            continue
        for part in parts:
            yield {"items": [_table(str(at), item) for at, item in part]}


def _list(pairs: Sequence[tuple[int, Item]]) -> dict[str, Any]:
    items: list[dict[str, Any]] = []
    for at, item in pairs:
        if item.level > 1:
            items[-1]["children"].append(_table(str(at), item))
        else:
            items.append(_table(str(at), item))
    marker = pairs[0][1].marker or "-"
    return {"items": items, "numbering": None if marker == "-" else marker}


def _table(key: str, item: Item) -> dict[str, Any]:
    return {"id": key, "children": [], **asdict(item)}


def _running_over(marks: Sequence[_Mark]) -> frozenset[tuple[str, int]]:
    pages: dict[tuple[str, int], set[int]] = {}
    for block, word, _, page in marks:
        pages.setdefault((block, word), set()).add(page)
    return frozenset(word for word, numbers in pages.items() if len(numbers) > 1)


def _leaves(design: TypstDesign, marks: Sequence[_Mark]) -> list[Leaf]:
    pages = {(block, word, side): page for block, word, side, page in marks}
    leaves = [Leaf(number, "", label=str(number)) for number in range(1, max(pages.values()) + 1)]
    keys: list[int | str] = [
        *range(len(design.text.items)),
        *map("note-{}".format, design.text.notes),
    ]
    for key in keys:
        item = design.text.items[key] if isinstance(key, int) else design.text.notes[key[5:]]
        for at in range(len(item.words)):
            before, behind = pages[str(key), at, "before"], pages[str(key), at, "behind"]
            first = pages.get((str(key), at, "within"), before)
            leaf = leaves[first - 1]
            leaf.words.setdefault(key, []).append(at)
            if behind > first:
                leaf.runs_over.add(key)
            if design.options.floats and item.kind == "box":
                leaf.floating.add(key)
    return leaves
