"""Sets a flow with typst, and tells of every word on which page it came.

The designs put invisible marks before and behind every word. Where the two are on different pages,
the word stands either whole on the second page or broken over the page end: such words are set once
more with a mark behind their first letter, until all that matter have one.
"""

from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
import typst

from corpus.models import Value
from corpus.press.flow import Flow, Placement
from corpus.press.fonts import LATO

_FOLDER = Path(__file__).parent

_Probe = tuple[int, int]
"""A word: the number of its block, and its own in the block."""


class _Leaf(Value, frozen=True):
    label: str
    printed: bool


class _Report(Value, frozen=True):
    """What a design says at its end: of each page its label, of each mark its page."""

    leaves: tuple[_Leaf, ...]
    words: tuple[tuple[int, int, str, int], ...]


def typeset(flow: Flow, design: str) -> tuple[bytes, Placement]:
    """The PDF of a flow in the design `design.typ`, and where its words came.

    The same flow gives the same bytes: the date is the book's own, and no fonts of the system are
    used.

    Raises:
        typst.TypstError: the design cannot be set; a mistake in it.
        typst.TypstWarning: the design can be set but not as meant: a font is missing, say.
    """
    probes: frozenset[_Probe] = frozenset()
    while True:
        compiler = _compiler(flow, design, probes)
        report = msgspec.json.decode(
            compiler.query("<report>", field="value", one=True), type=_Report
        )
        words = _pages_of_words(flow, report)
        unsure = _running_over(report) - probes
        if not unsure:
            return _pdf(compiler), Placement(
                labels=tuple(leaf.label for leaf in report.leaves),
                printed=tuple(leaf.printed for leaf in report.leaves),
                words=words,
            )
        probes |= unsure


def _compiler(flow: Flow, design: str, probes: frozenset[_Probe]) -> typst.Compiler:
    return typst.Compiler(
        input=str(_FOLDER / f"{design}.typ"),
        root=str(_FOLDER),
        font_paths=[str(LATO)],
        ignore_system_fonts=True,
        sys_inputs={"book": msgspec.json.encode(_input(flow, probes)).decode()},
    )


def _pdf(compiler: typst.Compiler) -> bytes:
    pdf, warnings = compiler.compile_with_warnings(format="pdf")
    if warnings:
        raise warnings[0]
    if not isinstance(pdf, bytes):
        raise TypeError(f"The typesetter gave {type(pdf).__name__}, not one PDF.")
    return pdf


def _input(flow: Flow, probes: frozenset[_Probe]) -> dict[str, Any]:
    """The flow as `words.typ` and the designs take it."""
    tables = [
        {"id": number, **msgspec.to_builtins(block)} for number, block in enumerate(flow.blocks)
    ]
    covers = [block for block in tables if block["kind"] == "cover"]
    return {
        "front": flow.front,
        "chapters": [chapter.title for chapter in flow.chapters],
        "cover": covers[:4],
        "title": covers[4:],
        "contents": [
            block for block in tables if block["kind"] == "contents" or _is_contents_head(block)
        ],
        "parts": [_groups(tables, index) for index in range(len(flow.chapters))],
        "notes": {
            f"{block['chapter']}/{block['marker']}": block
            for block in tables
            if block["kind"] == "footnote"
        },
        "probes": sorted(probes),
    }


def _is_contents_head(block: dict[str, Any]) -> bool:
    return block["kind"] == "heading" and "chapter" not in block


def _groups(tables: list[dict[str, Any]], chapter: int) -> list[list[dict[str, Any]]]:
    """The blocks of a chapter: those of one list, quote or box together."""
    apart = ("contents", "footnote")
    blocks = [it for it in tables if it.get("chapter") == chapter and it["kind"] not in apart]
    return [list(group) for _, group in groupby(blocks, key=lambda block: block["group"])]


def _running_over(report: _Report) -> frozenset[_Probe]:
    pages: dict[_Probe, set[int]] = {}
    for block, word, _, page in report.words:
        pages.setdefault((block, word), set()).add(page)
    return frozenset(word for word, numbers in pages.items() if len(numbers) > 1)


def _pages_of_words(flow: Flow, report: _Report) -> tuple[tuple[tuple[int, int], ...], ...]:
    marks = {(block, word, side): page for block, word, side, page in report.words}
    return tuple(
        tuple(_pages(marks, number, word) for word in range(len(block.words)))
        for number, block in enumerate(flow.blocks)
    )


def _pages(marks: dict[tuple[int, int, str], int], block: int, word: int) -> tuple[int, int]:
    before = marks[block, word, "before"]
    return marks.get((block, word, "within"), before), marks[block, word, "behind"]
