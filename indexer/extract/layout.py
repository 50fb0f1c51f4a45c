"""Lines to blocks: headings, paragraphs and list items, by the place and size of lines.

The lines come in the order of the file, which in a designed document is the order of its text
frames. A block never crosses a page, and every line ends up in exactly one block, running heads and
page numbers apart (`margins`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.models import Block, OutlineEntry
from indexer.extract.lines import Line, Sheet
from indexer.extract.margins import without_furniture
from indexer.extract.paragraphs import (
    BULLET,
    HEADING_SIZE,
    LEADERS,
    SAME_SIZE,
    SURE_BULLET,
    Style,
    commonest,
    half,
    is_list_start,
    paragraphs,
    style_of,
)
from indexer.extract.repair import WordTest, join_lines, words_of
from indexer.extract.titles import level_in, titles_of

_HEADING_LINES, _HEADING_LENGTH = 3, 160
_BOLD_LINES, _BOLD_LENGTH = 2, 100
_SENTENCE_WORDS = 8  # a large line with a full stop is a heading only if no longer than this
_DEEPEST_LEVEL = 6

_OPENING_QUOTE = re.compile(r"[‘’“”„'\"«]")
_CLOSING_QUOTE = re.compile(r"[’”“'\"»][.!?]?$")


def lay_out(
    sheets: Sequence[Sheet],
    *,
    outline: Iterable[OutlineEntry] = (),
    labels: Sequence[str] = (),
    is_word: WordTest | None = None,
) -> tuple[tuple[Block, ...], ...]:
    """The blocks of each page, as many pages as there are sheets.

    Args:
        sheets: all pages of the document, since headings and running heads show by comparison.
        labels: the label of each page; a line of its margin that is just that goes too.
        outline: its entries are headings where a line of their page has the same words.
        is_word: helps to join broken words; the document's own words help too.
    """
    style = style_of(sheets)
    titles = titles_of(outline)
    anywhere = {title: level for page in titles.values() for title, level in page.items()}
    known = _word_test(sheets, is_word)
    bare = without_furniture(
        sheets,
        body_size=style.size,
        labels=labels,
        is_title=lambda line: level_in(titles.get(line.page, {}), line.text) > 0,
        is_entry=lambda line: level_in(anywhere, line.text) > 0,
    )
    pages = [paragraphs(sheet, style, titles.get(page, {})) for page, sheet in enumerate(bare)]
    sorts = [
        [_sort(groups, at, style, titles.get(page, {}), known) for at in range(len(groups))]
        for page, groups in enumerate(pages)
    ]
    levels = _levels([sort for page in sorts for sort in page])
    return tuple(
        tuple(block for sort in page if (block := _block(sort, levels)).text) for page in sorts
    )


@dataclass(frozen=True, slots=True)
class _Sort:
    """A block before the levels of its document are known."""

    kind: str
    text: str
    size: float
    level: int
    top: float


def _sort(
    groups: Sequence[Sequence[Line]],
    at: int,
    style: Style,
    titles: Mapping[str, int],
    is_word: WordTest,
) -> _Sort:
    group = groups[at]
    text = join_lines((line.text for line in group), is_word=is_word)
    size = half(group[0].size)
    level = level_in(titles, text)
    kind = "paragraph"
    if level or _is_large_heading(group, text, style):
        kind = "heading"
    elif _is_bold_heading(group, text, style, groups[at + 1 : at + 2]):
        # Smaller than any heading that stands out by its size, so that it comes below these.
        kind, size = "heading", 0.0
    elif _is_pull_quote(group, text, style):
        kind = "quote"
    elif is_list_start(group[0]):
        kind, text = "list-item", BULLET.sub("", text, count=1)
    return _Sort(kind, text, size, level, max(line.y1 for line in group))


def _is_large_heading(group: Sequence[Line], text: str, style: Style) -> bool:
    return (
        group[0].size >= HEADING_SIZE * style.size
        and len(group) <= _HEADING_LINES
        and len(text) <= _HEADING_LENGTH
        and sum(map(str.isalpha, text)) > 1
        and not LEADERS.search(text)
        and not (text.endswith(".") and text.count(" ") >= _SENTENCE_WORDS)
        and not _is_pull_quote(group, text, style)
        and not SURE_BULLET.match(text)
    )


def _is_bold_heading(
    group: Sequence[Line], text: str, style: Style, following: Sequence[Sequence[Line]]
) -> bool:
    if style.bold or not group[0].bold or not following:
        return False
    below = following[0][0]
    return (
        len(group) <= _BOLD_LINES
        and len(text) <= _BOLD_LENGTH
        and sum(map(str.isalpha, text)) > 1
        and not text.endswith((".", ",", ";", ":"))
        and not below.bold
        and not LEADERS.search(below.text)
        and below.y0 < group[-1].y0
        and below.x0 < group[-1].x1
        and below.x1 > group[0].x0
    )


def _is_pull_quote(group: Sequence[Line], text: str, style: Style) -> bool:
    return (
        group[0].size >= HEADING_SIZE * style.size
        and bool(_OPENING_QUOTE.match(text))
        and bool(_CLOSING_QUOTE.search(text))
    )


def _levels(sorts: Iterable[_Sort]) -> dict[float, int]:
    """The level of a heading of each size: the outline's where it says one, else by rank."""
    said: dict[float, Counter[int]] = defaultdict(Counter)
    for sort in sorts:
        if sort.kind == "heading":
            said[sort.size].update([sort.level] if sort.level else [])
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


def _block(sort: _Sort, levels: Mapping[float, int]) -> Block:
    if sort.kind == "heading":
        level = min(sort.level, _DEEPEST_LEVEL) or levels[sort.size]
        return Block(kind="heading", text=sort.text, level=level, top=round(sort.top, 1))
    kind = "quote" if sort.kind == "quote" else sort.kind
    return Block(kind=kind, text=sort.text, top=round(sort.top, 1))  # type: ignore[arg-type]


def _word_test(sheets: Iterable[Sheet], is_word: WordTest | None) -> WordTest:
    words = words_of(line.text for sheet in sheets for line in sheet.lines)
    return lambda word: word in words or (is_word is not None and is_word(word))
