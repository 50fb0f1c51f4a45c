"""Edition 2: a magazine of two columns, set by ourselves and written by reportlab.

A heading keeps its section together with the first lines below it, so the blocks of a chapter are
given to the columns as one row of strips, in which `keeps` says what may not be parted.
"""

from io import BytesIO
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas as Writer

from corpus.press.columns import COLUMN, Columns, Leaf
from corpus.press.flow import Flow, Placement
from corpus.press.galley import note_strips, strips_of
from corpus.press.pages import (
    FIRST_LABEL,
    SIZE,
    draw_contents,
    draw_cover,
    draw_leaf,
    opening_strips,
)
from corpus.press.strips import SANS, Numbered, Strip, register_fonts

_BEFORE_CHAPTERS = 2
"""The cover and the contents."""


def set_magazine(flow: Flow) -> tuple[bytes, Placement]:
    """The PDF of a flow, and where its words came; the same flow gives the same bytes."""
    register_fonts()
    blocks = [Numbered(number, block) for number, block in enumerate(flow.blocks)]
    leaves = _leaves(flow, blocks)
    starts = {leaf.chapter: number for number, leaf in _numbered(leaves) if leaf.opens}
    front = [
        draw_cover([it for it in blocks if it.block.kind == "cover"]),
        draw_contents([it for it in blocks if _is_contents(it)], starts),
    ]
    return _write(flow, front, leaves), _placement(flow, front, leaves)


def _leaves(flow: Flow, blocks: list[Numbered]) -> list[Leaf]:
    notes = {
        (it.block.chapter, it.block.marker): note_strips(it, COLUMN)
        for it in blocks
        if it.block.kind == "footnote"
    }
    columns = Columns(lambda chapter, mark: notes[chapter, mark])
    for index in range(len(flow.chapters)):
        head, *groups = _groups(blocks, index)
        columns.open_chapter(index, opening_strips(head[0]))
        _fill(columns, groups)
    columns.close_chapter()
    return columns.leaves


def _groups(blocks: list[Numbered], chapter: int) -> list[list[Numbered]]:
    apart = ("contents", "footnote")
    of_chapter = [it for it in blocks if it.block.chapter == chapter and it.block.kind not in apart]
    return [list(group) for _, group in groupby(of_chapter, key=lambda it: it.block.group)]


def _fill(columns: Columns, groups: list[list[Numbered]]) -> None:
    held: tuple[Strip, ...] = ()
    after_heading = True
    for group in groups:
        kind = group[0].block.kind
        if kind == "infographic":
            columns.add_infographic()
            continue
        held += strips_of(group, COLUMN, after_heading=after_heading)
        after_heading = kind != "paragraph"
        if kind != "heading":
            columns.add(held)
            held = ()


def _is_contents(it: Numbered) -> bool:
    return it.block.kind == "contents" or (it.block.kind == "heading" and it.block.chapter is None)


def _numbered(leaves: list[Leaf]) -> list[tuple[int, Leaf]]:
    return list(enumerate(leaves, start=_BEFORE_CHAPTERS + 1))


def _placement(flow: Flow, front: list[Leaf], leaves: list[Leaf]) -> Placement:
    places: list[list[list[int]]] = [[[] for _ in block.words] for block in flow.blocks]
    pages = [*front, *leaves]
    for number, leaf in enumerate(pages, start=1):
        for placed in leaf.placed:
            if placed.strip.line is None or placed.strip.block is None:
                continue
            for part in placed.strip.line.parts:
                places[placed.strip.block][part.word].append(number)
    labels = [str(number + FIRST_LABEL - 2) for number in range(1, len(pages) + 1)]
    return Placement(
        labels=("omslag", *labels[1:]),
        printed=(False, *(leaf.kind == "text" for leaf in pages[1:])),
        words=tuple(tuple((min(word), max(word)) for word in block) for block in places),
    )


def _write(flow: Flow, front: list[Leaf], leaves: list[Leaf]) -> bytes:
    """The bytes of the PDF; dates and file id are fixed by `invariant`."""
    target = BytesIO()
    canvas = Writer(
        target,
        pagesize=SIZE,
        invariant=1,
        # Not compressed: not every Python has the same zlib, and the bytes must be the same.
        pageCompression=0,
        lang="nl-NL",
        # Else every page would name a font that is not embedded.
        initialFontName=SANS,
    )
    canvas.setCreator("corpus.press")
    canvas.setTitle(flow.front.title)
    canvas.setAuthor(flow.front.author)
    canvas.setSubject(flow.front.foot)
    canvas.addPageLabel(0, prefix="omslag")
    canvas.addPageLabel(1, style="ARABIC", start=FIRST_LABEL)
    for number, leaf in enumerate([*front, *leaves], start=1):
        draw_leaf(canvas, leaf, flow, number)
        canvas.showPage()
    canvas.save()
    return target.getvalue()
