"""The titles of a document's outline, as lines of its pages may repeat them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from corpus.models import OutlineEntry

_LONGEST = 320  # characters: a longer text is no title
_NUMBERING = re.compile(r"^(?:[0-9]+(?:\.[0-9]+)*|[ivxlc]+)[.):]?\s+", re.IGNORECASE)
_NOT_A_WORD = re.compile(r"[\W_]+")
_MARKS = {code: None for code in range(128) if not chr(code).isalnum()}


def titles_of(outline: Iterable[OutlineEntry]) -> dict[int, dict[str, int]]:
    """For each page the levels of its titles, folded, with and without their numbering."""
    titles: dict[int, dict[str, int]] = defaultdict(dict)
    for entry in outline:
        for title in (entry.title, _NUMBERING.sub("", entry.title)):
            if folded := _fold(title):
                titles[entry.page].setdefault(folded, entry.level)
    return titles


def level_in(titles: Mapping[str, int], text: str) -> int:
    """The level of the title that a text equals, case, numbering and marks apart; 0 if none."""
    if not titles or len(text) > _LONGEST:
        return 0
    whole, bare = _folds(text)
    return titles.get(whole) or titles.get(bare, 0)


@lru_cache(maxsize=4096)  # each line is asked for more than once
def _folds(text: str) -> tuple[str, str]:
    """A text folded, with and without its numbering."""
    bare = _NUMBERING.sub("", text)
    whole = _fold(text)
    return whole, whole if bare == text else _fold(bare)


def _fold(text: str) -> str:
    if text.isascii():  # most titles are, and so it is five times as fast
        return text.lower().translate(_MARKS)
    return _NOT_A_WORD.sub("", text.casefold())
