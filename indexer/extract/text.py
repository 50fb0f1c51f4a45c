"""Plain text and Markdown to a document of one page without a number."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.models import Block, BlockKind, Document, Page, Source
from indexer.extract.dictionary import is_known
from indexer.extract.repair import WordTest, clean, join_lines
from indexer.extract.report import page_report
from indexer.extract.tables import CELL_SEPARATOR, cell_starts

_BLANK_LINES = re.compile(r"\n\s*\n")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_BULLET = re.compile(r"\s*[-*+•][ \t]+(?=\S)")
_NUMBERED = re.compile(r"\s*\d{1,3}[.)][ \t]+(?=\S)")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_TABLE_RULE = re.compile(r"\|?[\s:|-]+\|?$")
_IMAGE_OR_LINK = re.compile(
    r"!?\[([^\[\]]*)\]\([^()\s]*(?:\([^()]*\)[^()]*)?(?:[ \t]+\"[^\"]*\")?\)"
)
_STRONG = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_CODE = re.compile(r"(`+)(.+?)\1")


def read_text(
    source: Source, data: bytes, *, markdown: bool, is_word: WordTest = is_known
) -> Document:
    """The paragraphs of a plain text, or the headings, paragraphs and items of Markdown.

    The bytes are UTF-8 (with or without a byte-order mark), UTF-16 with one, or else Windows-1252.

    Args:
        source: which source it is.
        data: the whole file.
        markdown: whether it is Markdown.
        is_word: asked whether a hyphen at a line end belongs to the word; the dictionary.
    """
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    blocks_of = markdown_blocks if markdown else plain_blocks
    blocks = tuple(blocks_of(text, is_word=is_word))
    title = next((block.text for block in blocks if block.kind == "heading"), None)
    page = Page(ref=None, blocks=blocks)
    return Document(
        source=source,
        format="text",
        pages=(page,),
        title=title,
        report=(page_report(page, method="text"),),
    )


def decode(data: bytes) -> str:
    """The text of a file that does not say its encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def plain_blocks(text: str, *, is_word: WordTest | None = None) -> Iterator[Block]:
    """A paragraph for each run of lines between blank lines."""
    for paragraph in _BLANK_LINES.split(text):
        if joined := join_lines(paragraph.split("\n"), is_word=is_word):
            yield Block(kind="paragraph", text=joined)


def markdown_blocks(text: str, *, is_word: WordTest | None = None) -> Iterator[Block]:
    """The blocks of Markdown, their marks taken away: `**moestuin**` gives "moestuin"."""
    text = _COMMENT.sub("", _FRONT_MATTER.sub("", text))
    for piece in _pieces(text.split("\n")):
        plain = join_lines(piece.lines, is_word=is_word)
        if not piece.code:
            plain = clean(_without_marks(plain))
        if plain:
            cells = plain.split(CELL_SEPARATOR) if piece.kind == "table-row" else ()
            yield Block(
                kind=piece.kind, text=plain, level=piece.level, cells=cell_starts(plain, cells)
            )


class _Piece(NamedTuple):
    kind: BlockKind
    lines: Sequence[str]
    level: int = 0
    code: bool = False


def _pieces(lines: Iterable[str]) -> Iterator[_Piece]:
    """The pieces of Markdown, marks of the lines taken away, those within them not."""
    gathered = _Piece("paragraph", [])
    for line in lines:
        if _FENCE.match(line):
            yield gathered
            gathered = _Piece("paragraph", [], code=not gathered.code)
        elif gathered.code:
            gathered = gathered._replace(lines=[*gathered.lines, line])
        elif gathered.lines and gathered.kind == "paragraph" and _UNDERLINE.match(line):
            yield gathered._replace(kind="heading", level=1 if "=" in line else 2)
            gathered = _Piece("paragraph", [])
        elif (piece := _first_line(line, gathered.kind)) is None:
            gathered = gathered._replace(lines=[*gathered.lines, _QUOTE.sub("", line)])
        else:
            yield gathered
            gathered = piece
    yield gathered


def _first_line(line: str, before: BlockKind) -> _Piece | None:
    """The piece that a line begins (empty if it only ends one), or None if it goes on with it."""
    if not line.strip() or _RULE.match(line) or _TABLE_RULE.fullmatch(line.strip()):
        return _Piece("paragraph", [])
    if heading := _HEADING.match(line):
        return _Piece("heading", [heading[2] or ""], level=len(heading[1]))
    if line.lstrip().startswith("|"):
        cells = (cell.strip() for cell in line.strip().strip("|").split("|"))
        return _Piece("table-row", [CELL_SEPARATOR.join(cell for cell in cells if cell)])
    if _BULLET.match(line) or _NUMBERED.match(line):
        return _Piece("list-item", [_BULLET.sub("", line, count=1)])
    kind: BlockKind = "quote" if _QUOTE.match(line) else "paragraph"
    if kind == "paragraph" and before not in {"heading", "table-row"}:
        return None
    return None if kind == before else _Piece(kind, [_QUOTE.sub("", line)])


def _without_marks(text: str) -> str:
    text = _IMAGE_OR_LINK.sub(r"\1", text)
    text = _CODE.sub(r"\2", text)
    return _STRONG.sub(r"\2", text)
