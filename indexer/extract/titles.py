"""The titles of a document's outline, as lines of its pages may repeat them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from corpus.models import OutlineEntry

_LONGEST = 320  # characters: a longer text is no title
_NUMBERING = re.compile(r"^(?:[0-9]+(?:\.[0-9]+)*|[ivxlc]+)[.):]?\s+", re.IGNORECASE)
_NOT_A_WORD = re.compile(r"[\W_]+")


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
    return titles.get(_fold(text)) or titles.get(_fold(_NUMBERING.sub("", text)), 0)


def _fold(text: str) -> str:
    return _NOT_A_WORD.sub("", text.casefold())
