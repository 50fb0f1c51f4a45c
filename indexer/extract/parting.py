"""How the paragraphs of a document are parted: by an indent or air, or by neither.

What ends no paragraph at all, in Dutch, stands in `paragraphs.toml`.
"""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from itertools import pairwise

from indexer.dutch import ends_clause
from indexer.extract.lines import Line, Sheet

_SHORT = 6.0  # times the size: a line so much shorter than the one above it ends a paragraph
_SAME_PLACE = 1.0  # points
_SAME_STEP = 0.75  # points
_FEWEST = 3  # paragraphs, to know what is usual
_SELDOM = 0.1  # of the paragraphs are parted by nothing, where all others are by indent or air


def parts_its_paragraphs(sheets: Iterable[Sheet]) -> bool:
    """Whether paragraphs of a document usually begin with an indent or have air above them."""
    parted = flush = 0
    for sheet in sheets:
        for (first, last), (_, following) in pairwise(pairwise(sheet.lines)):
            if _ends(first, last) and _may_be_next(last, following):
                is_flush = _is_flush(first, last, following)
                flush, parted = flush + is_flush, parted + (not is_flush)
    return parted + flush >= _FEWEST and flush <= _SELDOM * (parted + flush)


def is_unfinished(text: str) -> bool:
    """Whether a line ends in a word after which more must come, such as an article."""
    return text[text.rfind(" ") + 1 :] in _never_last()


@cache
def _never_last() -> frozenset[str]:
    text = resources.files("indexer.extract").joinpath("paragraphs.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)["never_last"])


def _ends(first: Line, last: Line) -> bool:
    """Whether the second of two lines surely ends a paragraph."""
    return (
        first.size == last.size
        and abs(first.x0 - last.x0) < _SAME_PLACE
        and last.x1 < first.x1 - _SHORT * last.size
        and first.y0 > last.y0
        and ends_clause(last.text)
    )


def _may_be_next(last: Line, following: Line) -> bool:
    """Whether a line may begin the next paragraph in the same column, and no item."""
    return (
        following.size == last.size
        and following.y0 < last.y0
        and following.text[:1].isalpha()
        and following.bold == last.bold
    )


def _is_flush(first: Line, last: Line, following: Line) -> bool:
    """Whether the line after a paragraph begins where the paragraph does, without air."""
    step = first.y0 - last.y0
    return abs(following.x0 - last.x0) < _SAME_PLACE and last.y0 - following.y0 < step + _SAME_STEP
