"""The one door to BeautifulSoup in this package: saved pages to headings, paragraphs and items.

Only the article is read, without menus, forms, cookie and share bars. Every piece of its text is in
exactly one block.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString, PreformattedString, Tag
from bs4.exceptions import ParserRejectedMarkup
from soupsieve import SelectorSyntaxError

from corpus.errors import SourceError
from corpus.models import Block, BlockKind, Document, Page, Source
from indexer.extract.repair import clean

_DROPPED = (
    "script", "style", "noscript", "template", "nav", "form", "button", "select", "textarea",
    "dialog", "iframe", "object", "svg", "canvas", "audio", "video", "head",
)  # fmt: skip
_OF_THE_SITE = ("header", "footer", "aside")
_DROPPED_ROLES = frozenset({"navigation", "search", "dialog", "alertdialog", "menu", "menubar"})
_DROPPED_NAMES = frozenset(
    ("cookie", "cookies", "cookiebar", "cookiebanner", "cookieconsent", "consent", "share",
     "sharing", "socialshare", "addtoany", "addthis", "breadcrumb", "breadcrumbs")
)  # fmt: skip
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS: dict[str, BlockKind] = {
    "li": "list-item",
    "dt": "list-item",
    "dd": "list-item",
    "blockquote": "quote",
}
_BLOCK_TAGS = {
    "address", "article", "aside", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "header", "hgroup", "hr", "html",
    "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul", "blockquote",
    *_HEADINGS,
}  # fmt: skip
_NOT_IN_A_ROW = [*_HEADINGS, "table", "ul", "ol", "p + p", "blockquote", "pre", "tr"]
_CELL_SEPARATOR = " | "


def read_web(source: Source, path: Path, data: bytes) -> Document:
    """The article of a web page as a document of one page without a number.

    It is the element of `source.selector`; else the main part or the only article; else the body.
    The encoding is the one the page declares or, where it declares none, shows.

    Raises:
        SourceError: the page is damaged, or the selector is not valid or matches nothing.
    """
    try:
        soup, notes = _parse(data)
    except ParserRejectedMarkup as error:
        raise SourceError(
            f"{path} is damaged: it is no HTML that can be read.",
            remedy="Save the page again from a browser.",
        ) from error
    root = _article(soup, source, path)
    title = _title(soup, root)
    _prune(root)
    blocks = tuple(
        Block(kind=piece.kind, text=text, level=piece.level)
        for piece in _pieces(root)
        if (text := clean(piece.text))
    )
    page = Page(ref=None, blocks=blocks)
    return Document(source=source, format="html", pages=(page,), title=title, notes=notes)


def _parse(data: bytes) -> tuple[BeautifulSoup, tuple[str, ...]]:
    with warnings.catch_warnings():
        # XHTML is read as HTML on purpose: real pages are seldom valid XML.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(data, "html.parser", from_encoding=_certain_encoding(data))
    if soup.contains_replacement_characters:
        return soup, ("Some characters of the page are in no known encoding.",)
    return soup, ()


def _certain_encoding(data: bytes) -> str | None:
    """UTF-8 where the bytes are that, since some pages declare another encoding by mistake.

    A page that declares none is Windows-1252, as in browsers; guessing by letters goes wrong.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        declared = data.startswith(_BYTE_ORDER_MARKS) or EncodingDetector.find_declared_encoding(
            data, is_html=True
        )
        return None if declared else "windows-1252"
    return None if data.isascii() or b"\0" in data else "utf-8"


def _article(soup: BeautifulSoup, source: Source, path: Path) -> Tag:
    if source.selector is not None:
        return _selected(soup, source.selector, path)
    for selector in ("main", "[role=main]"):
        if found := soup.select_one(selector):
            return found
    articles = [one for one in soup.find_all("article") if not one.find_parent("article")]
    if len(articles) == 1:
        return articles[0]
    return soup.body or soup


def _selected(soup: BeautifulSoup, selector: str, path: Path) -> Tag:
    try:
        found = soup.select_one(selector)
    except SelectorSyntaxError as error:
        raise SourceError(
            f"{path}: {selector!r} is no CSS selector.",
            remedy="Mend `selector` of this source in series.toml.",
        ) from error
    if found is None:
        raise SourceError(
            f"{path} has no element {selector!r}.",
            remedy="Mend `selector` of this source in series.toml, or leave it out.",
        )
    return found


def _title(soup: BeautifulSoup, root: Tag) -> str | None:
    """The heading of the article, else what the page says of itself."""
    heading = root.find("h1")
    if isinstance(heading, Tag) and (text := clean(heading.get_text(" "))):
        return text
    shared = soup.select_one('meta[property="og:title"]')
    if shared and (text := clean(str(shared.get("content") or ""))):
        return text
    named = soup.find("title")
    return (clean(named.get_text()) or None) if isinstance(named, Tag) else None


def _prune(root: Tag) -> None:
    """Takes away what is not the article."""
    for tag in root.find_all(name=True):
        if not tag.decomposed and (_is_dropped(tag) or _is_of_the_site(tag, root)):
            tag.decompose()


def _is_dropped(tag: Tag) -> bool:
    if tag.name in _DROPPED or str(tag.get("role", "")).lower() in _DROPPED_ROLES:
        return True
    if tag.has_attr("hidden") or str(tag.get("aria-hidden", "")).lower() == "true":
        return True
    if _HIDDEN_STYLE.search(str(tag.get("style") or "")):
        return True
    return not _DROPPED_NAMES.isdisjoint(_names(tag)) and not tag.find(["h1", "main", "article"])


def _names(tag: Tag) -> Iterator[str]:
    """The words in the class and id of an element: `cookie-Bar` gives "cookie" and "bar"."""
    for name in (*(tag.get_attribute_list("class")), tag.get("id")):
        yield str(name or "").lower()
        yield from (part.lower() for part in _NAME_PARTS.findall(str(name or "")))


def _is_of_the_site(tag: Tag, root: Tag) -> bool:
    """Whether it is a header, footer or aside of the page and not of the article."""
    if tag.name not in _OF_THE_SITE or (tag.name == "header" and tag.find("h1")):
        return False
    return root.name != "article" and not any(
        parent.name == "article" for parent in tag.parents if parent is not root.parent
    )


class _Piece(NamedTuple):
    kind: BlockKind
    level: int
    text: str


class _Context(NamedTuple):
    """What text is that stands in an element: the element itself or one around it says."""

    kind: BlockKind = "paragraph"
    level: int = 0


def _pieces(root: Tag) -> Iterator[_Piece]:
    """The text between two block boundaries, with the kind of the element it stands in."""
    around = [_Context()]
    text: list[str] = []
    row: Tag | None = None
    for event, node in _events(root):
        if isinstance(node, NavigableString):
            text.append(str(node))
        elif row is not None and node is not row:
            # Both at its start and its end: old pages leave out `</td>`.
            text.append(_CELL_SEPARATOR if node.name in {"td", "th"} else " ")
        else:
            yield _piece(around[-1], text)
            text = []
            row = node if event == "open" and _is_row(node) else None
            if event == "open":
                around.append(_context(node, around[-1], is_row=row is not None))
            else:
                around.pop()
    yield _piece(around[-1], text)


def _context(tag: Tag, outer: _Context, *, is_row: bool) -> _Context:
    if is_row:
        return _Context("table-row")
    if tag.name in _HEADINGS:
        return _Context("heading", _HEADINGS[tag.name])
    return _Context(_KINDS[tag.name]) if tag.name in _KINDS else outer


def _piece(context: _Context, text: Iterable[str]) -> _Piece:
    joined = "".join(text)
    if context.kind == "table-row":
        cells = (clean(cell) for cell in joined.split(_CELL_SEPARATOR))
        joined = _CELL_SEPARATOR.join(cell for cell in cells if cell)
    return _Piece(context.kind, context.level, joined)


def _events(root: Tag) -> Iterator[tuple[str, Tag | NavigableString]]:
    """The block elements of a tree as they open and close, and the text between.

    Walks with a stack of its own: a hostile page nests deeper than Python recurses.
    """
    todo: list[tuple[str, Tag | NavigableString]] = [("open", root)]
    while todo:
        event, node = todo.pop()
        if isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                yield "text", node
        elif event == "close":
            yield event, node
        elif node.name == "br":
            yield "text", NavigableString(" ")
        else:
            if node.name in _BLOCK_TAGS:
                yield event, node
                todo.append(("close", node))
            todo.extend(("open", child) for child in reversed(node.contents))  # type: ignore[misc]


def _is_row(tag: Tag) -> bool:
    """Whether it is a row of data: a table may also be there to lay out a whole page."""
    return tag.name == "tr" and not tag.select_one(", ".join(_NOT_IN_A_ROW))
