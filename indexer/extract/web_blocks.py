"""Elements of a web page to pieces of text, each with its kind; every letter is in one piece."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bs4.element import NavigableString, PreformattedString, Tag

from corpus.models import BlockKind
from indexer.extract.repair import clean
from indexer.extract.tables import CELL_SEPARATOR

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS: dict[str, BlockKind] = {
    "li": "list-item",
    "dt": "list-item",
    "dd": "list-item",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
}
_BLOCK_TAGS = {
    "address", "article", "aside", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "header", "hgroup", "hr", "html",
    "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul", "blockquote",
    *HEADINGS,
}  # fmt: skip
_NOT_IN_A_ROW = [*HEADINGS, "table", "ul", "ol", "p + p", "blockquote", "pre", "tr"]


@dataclass(frozen=True, slots=True)
class Piece:
    """The text between two block boundaries.

    Attributes:
        kind: of the element it stands in, or of one around that.
        level: of a heading, 1 to 6; else 0.
        text: cleaned; never empty.
        element: the block element it stands in.
        linked: the share of its characters that are a link, 0 to 1.
    """

    kind: BlockKind
    level: int
    text: str
    element: Tag
    linked: float


class _Text(NamedTuple):
    text: str
    linked: bool = False


class _Context(NamedTuple):
    """What text is that stands in an element: the element itself or one around it says."""

    element: Tag
    kind: BlockKind = "paragraph"
    level: int = 0


class _Event(NamedTuple):
    """A block element opens or closes, or there is text."""

    name: str
    node: Tag | NavigableString
    linked: bool = False


def pieces(root: Tag) -> Iterator[Piece]:
    """The pieces of an element, in the order of the page; a row of data is one piece."""
    around = [_Context(root)]
    texts: list[_Text] = []
    row: Tag | None = None
    for name, node, linked in _events(root):
        if isinstance(node, NavigableString):
            texts.append(_Text(str(node), linked))
        elif row is not None and node is not row:
            # Both at its start and its end: old pages leave out `</td>`.
            texts.append(_Text(CELL_SEPARATOR if node.name in {"td", "th"} else " "))
        else:
            yield from _piece(around[-1], texts)
            texts = []
            row = node if name == "open" and _is_row(node) else None
            if name == "open":
                around.append(_context(node, around[-1], is_row=row is not None))
            else:
                around.pop()
    yield from _piece(around[-1], texts)


def _context(tag: Tag, outer: _Context, *, is_row: bool) -> _Context:
    if is_row:
        return _Context(tag, "table-row")
    if tag.name in HEADINGS:
        return _Context(tag, "heading", HEADINGS[tag.name])
    return _Context(tag, _KINDS.get(tag.name, outer.kind), 0 if tag.name in _KINDS else outer.level)


def _piece(context: _Context, texts: Iterable[_Text]) -> Iterator[Piece]:
    joined = "".join(one.text for one in texts)
    if context.kind == "table-row":
        cells = (clean(cell) for cell in joined.split(CELL_SEPARATOR))
        joined = CELL_SEPARATOR.join(cell for cell in cells if cell)
    if text := clean(joined):
        linked = sum(len("".join(one.text.split())) for one in texts if one.linked)
        share = min(1.0, linked / len("".join(text.split())))
        yield Piece(context.kind, context.level, text, context.element, share)


def _events(root: Tag) -> Iterator[_Event]:
    """The block elements of a tree as they open and close, and the text between.

    Walks with a stack of its own: a hostile page nests deeper than Python recurses.
    """
    pending: list[_Event] = [_Event("open", root)]
    while pending:
        name, node, linked = event = pending.pop()
        if isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                yield event
        elif name == "close":
            yield event
        elif node.name == "br":
            yield _Event("text", NavigableString(" "), linked)
        else:
            if node.name in _BLOCK_TAGS:
                yield event
                pending.append(_Event("close", node))
            linked = linked or (node.name == "a" and node.has_attr("href"))
            pending.extend(
                _Event("open", child, linked)
                for child in reversed(node.contents)
                if isinstance(child, (Tag, NavigableString))
            )


def _is_row(tag: Tag) -> bool:
    """Whether it is a row of data: a table may also be there to lay out a whole page."""
    return tag.name == "tr" and not tag.select_one(", ".join(_NOT_IN_A_ROW))
