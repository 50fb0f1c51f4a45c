"""The truth about the pages of a book: which blocks stand on which page, and with what text.

Made of what the manuscript says and of where the typesetter put each word; nothing here reads the
PDF. It is the measure for whoever does.
"""

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from corpus.models import PageRef, Value
from corpus.press.flow import Flow, FlowBlock, FlowKind, Placement
from corpus.press.layout import ChapterPages, Layout

_HEAD = """\
# What stands on which page of {path}: the truth, as its typesetter laid it out and its manuscript
# says it. Written by the press (`make casebooks`); do not edit. Everything in it is fiction.
#
# A page has its number in the file and the label that is printed on it; where nothing is printed
# (`printed = false`), what a reader would say. Its blocks stand in reading order: the main text in
# its order, a box, pull quote or caption where the manuscript has it, footnotes at the end of the
# page. (A picture may stand at the head of the page, or on the next; its caption then belongs to
# that page, in the order of the manuscript.) Each paragraph, item and the heading of a box is a
# block of its own, and so are the words and the speaker of a quote: `part` tells which. Running
# heads, menus, feet and page numbers are no blocks; nor are bullets, the numbers of items
# (`marker`) and the dots of the contents, whose entries tell the printed `page`.
#
# The text is exact, with the hyphens of line ends taken out again. A block that began on an earlier
# page is `continued`. A word that breaks over the page end belongs whole to the page where it
# begins, and its block says `word_runs_over`. The mark of a footnote is not in the text: `notes`
# tells each mark and how many characters of the text stand before it.
"""


class NoteMark(Value, frozen=True):
    """A mark of a footnote, and how many characters of the block's text stand before it."""

    mark: str
    at: int


class TrueBlock(Value, frozen=True, omit_defaults=True):
    """A block, or the part of it that stands on one page; see the head of the file for the keys."""

    kind: FlowKind
    text: str
    level: int = 0
    part: str | None = None
    marker: str | None = None
    page: str | None = None
    notes: tuple[NoteMark, ...] = ()
    continued: bool = False
    word_runs_over: bool = False


class TruePage(Value, frozen=True, omit_defaults=True):
    """A page and its blocks in reading order."""

    number: int
    label: str
    printed: bool = True
    blocks: tuple[TrueBlock, ...] = ()


class TruthOfBook(Value, frozen=True):
    """The content of a `pages-N.toml`."""

    path: str
    pages: tuple[TruePage, ...]


def truth_of(flow: Flow, placement: Placement, *, path: str) -> TruthOfBook:
    """Every page of a book with what stands on it."""
    pages: dict[int, list[TrueBlock]] = {n: [] for n in range(1, len(placement.labels) + 1)}
    labels = _chapter_labels(flow, placement)
    for block, places in zip(flow.blocks, placement.words, strict=True):
        for number, part in _parts(block, places, labels):
            pages[number].append(part)
    return TruthOfBook(
        path=path,
        pages=tuple(
            TruePage(
                number=number,
                label=placement.labels[number - 1],
                printed=placement.printed[number - 1],
                blocks=tuple(sorted(blocks, key=lambda block: block.kind == "footnote")),
            )
            for number, blocks in pages.items()
        ),
    )


def layout_of(flow: Flow, placement: Placement) -> Layout:
    """The labels of the pages, and the first and last page of each chapter."""
    chapters = []
    for index, chapter in enumerate(flow.chapters):
        numbers = [
            number
            for block, places in zip(flow.blocks, placement.words, strict=True)
            if block.chapter == index and block.kind != "contents"
            for place in places
            for number in place
        ]
        first, last = (
            PageRef(label=placement.labels[number - 1], number=number)
            for number in (min(numbers), max(numbers))
        )
        chapters.append(ChapterPages(chapter.title, first=first, last=last, case=chapter.case))
    return Layout(labels=placement.labels, chapters=tuple(chapters))


def write_truth(truth: TruthOfBook) -> bytes:
    """The truth as TOML, a line a value: tables in a row would be written across."""
    lines = [_HEAD.format(path=truth.path), f"path = {_value(truth.path)}"]
    for page in truth.pages:
        lines += ["", "[[pages]]", *_pairs(page)]
        for block in page.blocks:
            lines += ["", "[[pages.blocks]]", *_pairs(block)]
    return ("\n".join(lines) + "\n").encode()


def _chapter_labels(flow: Flow, placement: Placement) -> dict[int | None, str]:
    starts: dict[int | None, str] = {}
    for block, places in zip(flow.blocks, placement.words, strict=True):
        if block.kind == "heading" and block.level == 1:
            starts[block.chapter] = placement.labels[places[0][0] - 1]
    return starts


def _parts(
    block: FlowBlock, places: tuple[tuple[int, int], ...], labels: dict[int | None, str]
) -> Iterator[tuple[int, TrueBlock]]:
    """The block on each of its pages."""
    numbers = sorted({first for first, _ in places})
    for number in numbers:
        chosen = [i for i, (first, _) in enumerate(places) if first == number]
        words = FlowBlock(block.kind, tuple(block.words[i] for i in chosen), block.group)
        yield (
            number,
            TrueBlock(
                kind=block.kind,
                text=words.text,
                level=block.level,
                part=block.part,
                marker=block.marker if number == numbers[0] else None,
                page=labels[block.chapter] if block.kind == "contents" else None,
                notes=_marks(words),
                continued=number != numbers[0],
                word_runs_over=places[chosen[-1]][1] > number,
            ),
        )


def _marks(block: FlowBlock) -> tuple[NoteMark, ...]:
    marks = []
    at = -1
    for word in block.words:
        at += 1
        for run in word:
            if run.style == "note":
                marks.append(NoteMark(run.text, at))
            else:
                at += len(run.text)
    return tuple(marks)


def _pairs(value: TruePage | TrueBlock) -> Iterator[str]:
    # The types leave out what is not said.
    for name, content in msgspec.to_builtins(value).items():
        if name != "blocks":
            yield f"{name} = {_value(content)}"


def _value(content: Any) -> str:  # noqa: ANN401 - a string, number, truth value or marks
    if isinstance(content, list | tuple):
        marks = (f"{{ mark = {_value(it['mark'])}, at = {it['at']} }}" for it in content)
        return f"[{', '.join(marks)}]"
    # JSON's strings, numbers and truth values are TOML's too.
    return json.dumps(content, ensure_ascii=False)
