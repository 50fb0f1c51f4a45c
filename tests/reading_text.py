"""The invented texts that `reading_layouts` lays out, as items in reading order.

A text is plain: blocks with a blank line between them, lists, boxes and tables a line an item.

    # ## ###      heading of level 1, 2, 3
    > ...         quote
    "" ...        pull quote, which repeats words of the text
    - --          item, nested item; also `1.` and `a.`
    ! ...         in a box; `! # ` its heading, `! - ` an item of it
    = ...         caption, below its picture
    | a | b       row of a table
    [^1]: ...     footnote; its mark in the text is `[^1]`
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

TEXTS = Path(__file__).parent / "reading_texts"

_NOTE = re.compile(r"\[\^(\w)\]")
_NOTE_LINE = re.compile(r"\[\^(\w)\]: (.*)")
_NARROW_TABLE = 3
_KINDS = {">": "quote", '""': "pull-quote", "=": "caption"}
_ITEM = re.compile(r"(?P<marker>--?|\d\.|[a-z]\.) (?P<text>.*)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the mark of the footnote behind it, if any."""

    text: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A block of a text.

    Attributes:
        kind: as in `corpus.models`, and "pull-quote", which is a quote to a reader.
        words: of a row, those of all cells.
        level: of a heading, from 1; of a list item, from 1 for the outermost.
        marker: "-", or the number of an item; the mark of a footnote.
        part: what it is within a box.
        cells: how many words each cell of a row has.
    """

    kind: str
    words: tuple[Word, ...]
    level: int = 0
    marker: str | None = None
    part: str | None = None
    cells: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Its words, without the marks of footnotes."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Text:
    """A text: its items in reading order, and its footnotes by their marks."""

    items: tuple[Item, ...]
    notes: dict[str, Item]

    @property
    def chapters(self) -> tuple[str, ...]:
        """The titles of its chapters."""
        return tuple(item.text for item in self.items if item.level == 1 and is_heading(item))


def read_text(name: str) -> Text:
    """The text of that name: "buurt", "verslag", "handboek" or "nota"."""
    lines = (TEXTS / f"{name}.txt").read_text("utf-8").splitlines()
    items = [_item(line) for line in lines if line and not line.startswith("//")]
    return Text(
        tuple(item for item in items if item.kind != "footnote"),
        {item.marker or "": item for item in items if item.kind == "footnote"},
    )


def shouted(text: Text, *levels: int) -> Text:
    """The text with the headings of these levels in capitals, for a design that sets them so."""

    def shout(item: Item) -> Item:
        if not is_heading(item) or item.level not in levels:
            return item
        return replace(item, words=tuple(replace(w, text=w.text.upper()) for w in item.words))

    return replace(text, items=tuple(map(shout, text.items)))


def without(text: Text, *kinds: str) -> Text:
    """The text without the items of these kinds."""
    return replace(text, items=tuple(item for item in text.items if item.kind not in kinds))


def for_narrow_columns(text: Text) -> Text:
    """The text without tables of more columns than a narrow column of text can hold."""
    wide = any(len(item.cells) > _NARROW_TABLE for item in text.items)
    return without(text, "table-row") if wide else text


def without_notes(text: Text) -> Text:
    """The text without footnotes and their marks."""
    items = tuple(
        replace(item, words=tuple(replace(word, note=None) for word in item.words))
        for item in text.items
    )
    return Text(items, {})


def groups(items: Sequence[Item]) -> Iterator[list[int]]:
    """The numbers of the items, together those of one box or table."""
    group: list[int] = []
    for number, item in enumerate(items):
        joined = item.kind in ("box", "table-row") and group and items[group[-1]].kind == item.kind
        if group and not joined:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def is_heading(item: Item) -> bool:
    """Whether it is a heading of the text, not one of a box."""
    return item.kind == "heading"


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text with marks of footnotes in it."""
    return tuple(
        Word(_NOTE.sub("", word), found[1] if (found := _NOTE.search(word)) else None)
        for word in text.split()
    )


def _item(line: str) -> Item:
    mark, _, rest = line.partition(" ")
    if mark in _KINDS:
        return Item(_KINDS[mark], words_of(rest))
    if set(mark) == {"#"}:
        return Item("heading", words_of(rest), level=len(mark))
    if mark == "!":
        return _boxed(rest)
    if mark == "|":
        return _row(rest)
    return _marked(line) or Item("paragraph", words_of(line))


def _marked(line: str) -> Item | None:
    """A footnote or list item."""
    if found := _NOTE_LINE.fullmatch(line):
        return Item("footnote", words_of(found[2]), marker=found[1])
    if found := _ITEM.fullmatch(line):
        marker = found["marker"]
        level = len(marker) if marker.startswith("-") else 1
        return Item("list-item", words_of(found["text"]), level=level, marker=marker)
    return None


def _row(line: str) -> Item:
    cells = [words_of(cell) for cell in line.split("|")]
    return Item("table-row", sum(cells, ()), cells=tuple(map(len, cells)))


def _boxed(line: str) -> Item:
    inner = _item(line)
    marker = "-" if inner.kind == "list-item" else None
    return Item("box", inner.words, part=inner.kind, marker=marker)
