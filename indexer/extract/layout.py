"""Lines to blocks: headings, paragraphs, boxes and items, by the place and size of lines.

A block never crosses a page, and every line ends up in exactly one block, running heads, menus and
page numbers apart (`margins`, `menus`). The words of a block are those of its page, but for a word
that breaks over a page end (`flow`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from typing import cast

from msgspec import structs

from corpus.models import Block, BlockKind, OutlineEntry
from indexer.extract.current import current_entries
from indexer.extract.drafts import Draft, drafts_of
from indexer.extract.flow import beside_text, over_columns, over_pages
from indexer.extract.likeness import sort_by_likeness
from indexer.extract.lines import Line, Sheet
from indexer.extract.margins import without_furniture
from indexer.extract.marks import mark_of, marks_in, settle, without_mark
from indexer.extract.notes import known_marks
from indexer.extract.order import by_columns
from indexer.extract.paragraphs import BULLET, without_leaders
from indexer.extract.repair import WordTest, words_of
from indexer.extract.scraps import without_scraps
from indexer.extract.sorts import sort_drafts
from indexer.extract.style import SAME_SIZE, Style, commonest, style_of
from indexer.extract.tables import cell_starts
from indexer.extract.titles import level_in, titles_of

_DEEPEST_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Laid:
    """A page laid out.

    Attributes:
        blocks: in reading order; footnotes at the end.
        dropped: the lines that are no text of the page: running heads and feet, page numbers,
            menus, and what no reader sees.
        current: those of the lines dropped that are set apart from how they look elsewhere.
    """

    blocks: tuple[Block, ...]
    dropped: tuple[str, ...]
    current: tuple[str, ...] = ()


def in_order(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """The sheets with what a file draws in scraps, or over all columns, in its line and column."""
    return tuple(
        structs.replace(sheet, lines=tuple(by_columns(without_scraps(sheet.lines))))
        for sheet in sheets
    )


def lay_out(
    sheets: Sequence[Sheet],
    *,
    outline: Iterable[OutlineEntry] = (),
    labels: Sequence[str] = (),
    is_word: WordTest | None = None,
    style: Style | None = None,
) -> tuple[Laid, ...]:
    """The blocks of each page and what was dropped there, as many pages as there are sheets.

    Args:
        sheets: all pages of the document, since headings and running heads show by comparison.
        outline: its entries are headings where a line of their page has the same words.
        labels: the label of each page; a line of its margin that is just that goes too.
        is_word: helps to join broken words; the document's own words help too.
        style: what is usual in the document, if its sheets are `in_order` already.
    """
    if style is None:
        sheets = in_order(sheets)
        style = style_of(sheets)
    titles = titles_of(outline)
    known = _word_test(sheets, is_word)
    bare = _bare(sheets, style, titles, labels)
    pages = [drafts_of(sheet, style, titles.get(at, {}), known) for at, sheet in enumerate(bare)]
    sort_drafts(pages, style, titles)
    sort_by_likeness(pages, text_size=style.size)
    flowing = [over_columns(beside_text(page), known) for page in pages]
    over_pages(flowing, known)
    levels = _levels(list(chain(*flowing)))
    marks = known_marks(flowing)
    dropped = [_dropped(before, after) for before, after in zip(sheets, bare, strict=True)]
    return tuple(
        Laid(
            _blocks(page, levels, notes),
            (*(line.text for line in lines), *sheet.hidden),
            current,
        )
        for page, notes, sheet, lines, current in zip(
            flowing, marks, sheets, dropped, current_entries(sheets, dropped), strict=True
        )
    )


def _bare(
    sheets: Sequence[Sheet],
    style: Style,
    titles: Mapping[int, Mapping[str, int]],
    labels: Sequence[str],
) -> Sequence[Sheet]:
    """The sheets without running heads and the like, but with the titles of the outline."""
    anywhere = {title: level for page in titles.values() for title, level in page.items()}
    return without_furniture(
        sheets,
        body_size=style.size,
        labels=labels,
        is_title=lambda line: level_in(titles.get(line.page, {}), line.text) > 0,
        is_entry=lambda line: level_in(anywhere, line.text) > 0,
    )


def _dropped(before: Sheet, after: Sheet) -> tuple[Line, ...]:
    if len(before.lines) == len(after.lines):
        return ()
    kept = set(after.lines)
    return tuple(line for line in before.lines if line not in kept)


def _blocks(
    page: Sequence[Draft], levels: Mapping[float, int], notes: AbstractSet[str]
) -> tuple[Block, ...]:
    blocks = (_block(draft, levels, notes) for draft in page)
    return tuple(block for block in blocks if block.text)


def _levels(drafts: Iterable[Draft]) -> dict[float, int]:
    """The level of a heading of each size: the outline's where it says one, else by rank."""
    said: dict[float, Counter[int]] = defaultdict(Counter)
    for draft in drafts:
        if draft.kind == "heading":
            said[draft.size].update([draft.level] if draft.level else [])
    levels: dict[float, int] = {}
    level, larger = 0, float("inf")
    for size in sorted(said, reverse=True):
        below = [
            int(commonest(said[smaller])) for smaller in said if smaller <= size and said[smaller]
        ]
        if said[size]:
            level = int(commonest(said[size]))
        elif larger > SAME_SIZE * size:
            level += 1
        levels[size] = level = max(min([level, _DEEPEST_LEVEL, *below]), 1)
        larger = size
    return levels


def _block(draft: Draft, levels: Mapping[float, int], notes: AbstractSet[str]) -> Block:
    text, level = draft.text, 0
    own = tuple(mark for mark in marks_in(text) if mark in notes)
    if draft.kind == "heading":
        level = min(draft.level, _DEEPEST_LEVEL) or levels[draft.size]
    elif draft.kind == "footnote":
        own = (mark,) if (mark := mark_of(text)) else ()
        text = without_mark(text)
    elif draft.kind in {"list-item", "box"}:
        text = BULLET.sub("", text, count=1)
    area = draft.area
    text = _settled(text, notes)
    cells = () if draft.kind == "footnote" else draft.first.cells
    return Block(
        kind=cast("BlockKind", "quote" if draft.kind == "speaker" else draft.kind),
        text=text,
        level=level,
        top=round(area.y1, 1),
        box=(round(area.x0, 1), round(area.y0, 1), round(area.x1, 1), round(area.y1, 1)),
        cells=cell_starts(text, (_settled(cell.text, notes) for cell in cells)),
        notes=own,
    )


def _settled(text: str, notes: AbstractSet[str]) -> str:
    return without_leaders(settle(text, notes)).replace("  ", " ").strip()


def _word_test(sheets: Iterable[Sheet], is_word: WordTest | None) -> WordTest:
    words = words_of(line.text for sheet in sheets for line in sheet.lines)
    return lambda word: word in words or (is_word is not None and is_word(word))
