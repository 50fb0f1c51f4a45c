"""What a book says, in reading order: numbered blocks of words, whatever the design.

Every design sets these blocks, and tells of each word on which page it came (`Placement`); the
truth about the pages is made of the two. A word is a tuple of runs, since `(*De Kruiwagen*)` is
one word in two styles; the mark of a footnote is a run of the word it stands behind.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Literal, TypeAlias

from corpus.models import Value
from corpus.press.manuscript import Book, BookFront
from corpus.press.markup import Chapter, Line, Piece, Run, plain

Word: TypeAlias = tuple[Run, ...]

FlowKind: TypeAlias = Literal[
    "cover",
    "contents",
    "heading",
    "paragraph",
    "list-item",
    "quote",
    "box",
    "pull-quote",
    "caption",
    "footnote",
    "infographic",
]

CONTENTS_TITLE = "Inhoud"


class FlowBlock(Value, frozen=True, omit_defaults=True):
    """A block of a book.

    Attributes:
        kind: what it is; each paragraph, item and the heading of a box is a block "box".
        words: none for an infographic.
        group: equal for the blocks of one list, quote or box.
        chapter: index of its chapter; None before the first.
        level: 1 to 3 for a heading.
        part: what it is within a cover, quote or box.
        marker: number of an item ("1."), or mark of a footnote ("1").
    """

    kind: FlowKind
    words: tuple[Word, ...]
    group: int
    chapter: int | None = None
    level: int = 0
    part: str | None = None
    marker: str | None = None

    @property
    def text(self) -> str:
        """Its words, without the marks of footnotes."""
        return " ".join(map(plain, self.words))


class Flow(Value, frozen=True):
    """A book as its blocks."""

    front: BookFront
    chapters: tuple[Chapter, ...]
    blocks: tuple[FlowBlock, ...]


class Placement(Value, frozen=True):
    """Where a design set a flow, by the numbers of the file's pages, from 1.

    Attributes:
        labels: of each page: the printed number, or what a reader would call a page without.
        printed: of each page: whether the number is really printed.
        words: of each block, of each word: the page of its first and of its last letter.
    """

    labels: tuple[str, ...]
    printed: tuple[bool, ...]
    words: tuple[tuple[tuple[int, int], ...], ...]


def flow_of(book: Book, *, title_page: bool = False) -> Flow:
    """The blocks of a book: cover, title page if wanted, contents, chapters.

    A footnote follows the block with its mark; the entry of a chapter in the contents has the
    number of that chapter.
    """
    groups = count()
    blocks = [
        *_cover(book.front, groups),
        *(_cover(book.front, groups) if title_page else ()),
        FlowBlock("heading", words_of((Run(CONTENTS_TITLE),)), next(groups), level=1),
        *(
            FlowBlock("contents", words_of((Run(chapter.title),)), next(groups), chapter=index)
            for index, chapter in enumerate(book.chapters)
        ),
    ]
    for index, chapter in enumerate(book.chapters):
        blocks.extend(_with_notes(_chapter(chapter, index, groups), chapter, groups))
    return Flow(front=book.front, chapters=book.chapters, blocks=tuple(blocks))


def words_of(line: Line) -> tuple[Word, ...]:
    """The words of a line; what no white space divides stays one word, in whatever styles."""
    words: list[list[Run]] = []
    glued = False
    for run in line:
        for index, text in enumerate(run.text.split(" ")):
            if index:
                glued = False
            if text and glued:
                words[-1].append(Run(text, run.style))
            elif text:
                words.append([Run(text, run.style)])
            glued = glued or bool(text)
    return tuple(map(tuple, words))


def _cover(front: BookFront, groups: Iterator[int]) -> Iterator[FlowBlock]:
    group = next(groups)
    lines = {
        "series": front.series,
        "title": front.title,
        "subtitle": front.subtitle,
        "author": front.author,
    }
    for part, text in lines.items():
        yield FlowBlock("cover", words_of((Run(text),)), group, part=part)


def _chapter(chapter: Chapter, index: int, groups: Iterator[int]) -> Iterator[FlowBlock]:
    yield _heading(chapter.title, 1, index, groups)
    yield from _pieces(chapter.pieces, index, groups)
    for section in chapter.sections:
        yield _heading(section.title, 2, index, groups)
        yield from _pieces(section.pieces, index, groups)


def _heading(title: str, level: int, chapter: int, groups: Iterator[int]) -> FlowBlock:
    return FlowBlock("heading", words_of((Run(title),)), next(groups), chapter=chapter, level=level)


def _pieces(pieces: Iterable[Piece], chapter: int, groups: Iterator[int]) -> Iterator[FlowBlock]:
    for piece in pieces:
        if piece.kind == "box":
            yield from _box(piece, chapter, next(groups))
        else:
            yield from _piece(piece, chapter, next(groups))


def _piece(piece: Piece, chapter: int, group: int) -> Iterator[FlowBlock]:
    if piece.kind == "infographic":
        yield FlowBlock("infographic", (), group, chapter=chapter)
    kinds: dict[str, FlowKind] = {
        "list": "list-item",
        "numbered": "list-item",
        "figure": "caption",
        "subheading": "heading",
    }
    for number, line in enumerate(piece.lines, start=1):
        yield FlowBlock(
            kinds.get(piece.kind, piece.kind),  # type: ignore[arg-type]
            words_of(line),
            group,
            chapter=chapter,
            level=3 if piece.kind == "subheading" else 0,
            part=("text", "speaker")[number - 1] if piece.kind == "quote" else None,
            marker=f"{number}." if piece.kind == "numbered" else None,
        )


def _box(box: Piece, chapter: int, group: int) -> Iterator[FlowBlock]:
    head = words_of((Run(box.title or ""),))
    yield FlowBlock("box", head, group, chapter=chapter, part="heading")
    for piece in box.pieces:
        for block in _piece(piece, chapter, group):
            yield FlowBlock(
                "box", block.words, group, chapter=chapter, part=block.kind, marker=block.marker
            )


def _with_notes(
    blocks: Iterable[FlowBlock], chapter: Chapter, groups: Iterator[int]
) -> Iterator[FlowBlock]:
    notes = {note.mark: note for note in chapter.notes}
    for block in blocks:
        yield block
        marks = [run.text for word in block.words for run in word if run.style == "note"]
        for mark in marks:
            yield FlowBlock(
                "footnote",
                words_of(notes[mark].line),
                next(groups),
                chapter=block.chapter,
                marker=mark,
            )
