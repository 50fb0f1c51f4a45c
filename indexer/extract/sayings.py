"""What running heads say, and which of them may go: nothing goes that stands nowhere else.

A running head repeats: itself from page to page, or titles of the document. What stands at the edge
of a page and does neither, such as the place of a case above its title, is text.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, groupby, pairwise

from indexer.extract.lines import Line, Sheet
from indexer.extract.numerals import parse_number
from indexer.extract.style import HEADING_SIZE

_MOST = 1 / 3  # of the pages: what so many have tells nothing of one; left and right may differ
_NEXT = 2  # pages: a running head returns on the next page, or on the next of its side
_NEAR = 3  # pages: so far before it stands the title of a chapter that has its head only once
_ENOUGH = 2  # pages that follow one another: so many show that a line runs
_LONG_ENOUGH = 4  # letters: a shorter title may be part of any text
_TITLE_LINES = 4
_MOST_LINES = 12  # more lines in a row that stand out are text: of a file that is set in bold
_FEWEST_WORDS = 3  # so many words that begin a title anywhere are a title cut short
_COMMON = 3  # heads that have a word: so many, and a third of them, for "chapter" and the like
_WORD = re.compile(r"[^\W\d_]{2,}")


def only_here(
    sheets: Sequence[Sheet],
    dropped: Sequence[AbstractSet[Line]],
    *,
    body_size: float,
    is_entry: Callable[[Line], bool],
) -> frozenset[Line]:
    """The lines, of those that would be dropped, whose words stand nowhere else in the document.

    A line that a third of the pages have is none of them, nor one of numbers only. Of a line that
    runs on from page to page it is the first, unless the text has its words. Any other is one
    unless it says titles, or the beginning of a title.

    Args:
        sheets: all pages of the document.
        dropped: for each, the lines of its margins that would go.
        body_size: size of the text.
        is_entry: whether the outline has a line as a title on any page.
    """
    by_saying: dict[_Saying, list[Line]] = defaultdict(list)
    for line in chain(*dropped):
        by_saying[_saying(line)].append(line)
    often = {
        saying
        for saying, lines in by_saying.items()
        if len({line.page for line in lines}) >= _MOST * len(sheets)
    }
    rare = {
        saying: lines
        for saying, lines in by_saying.items()
        if saying and saying not in often and not any(map(is_entry, lines))
    }
    if not rare:
        return frozenset()
    stays = [
        [line for line in sheet.lines if line not in gone]
        for sheet, gone in zip(sheets, dropped, strict=True)
    ]
    said = _Said(stays, often, _common_words(by_saying), body_size)
    return frozenset(
        line for saying, lines in rare.items() for line in _unsaid(saying, lines, said)
    )


_Saying = tuple[str, ...]
"""The words of a line, by which it is known again; without numbers and single letters."""


def _saying(line: Line) -> _Saying:
    words = _WORD.findall(line.text.lower())
    return tuple(word for word in words if not parse_number(word))


def _common_words(sayings: Iterable[_Saying]) -> AbstractSet[str]:
    """What many running heads say beside what tells them apart."""
    all_sayings = list(sayings)
    counts = Counter(word for saying in all_sayings for word in set(saying))
    enough = max(_COMMON, len(all_sayings) / 3)
    return {word for word, count in counts.items() if count >= enough}


class _Said:
    """What a document says elsewhere: its running heads, the text that stays, and its titles."""

    def __init__(
        self,
        pages: Sequence[Sequence[Line]],
        heads: Iterable[_Saying],
        common: AbstractSet[str],
        body_size: float,
    ) -> None:
        self._common = common
        self._heads = ["".join(head) for head in heads]
        self._text = "\n".join("".join(chain(*map(_saying, page))) for page in pages)
        self._by_page = [frozenset(_titles(page, body_size)) for page in pages]
        self._titles = sorted({title for titles in self._by_page for title in titles})

    def has(self, saying: _Saying, page: int) -> bool:
        """Whether the text has these words, or they are titles."""
        return "".join(saying) in self._text or self.has_titles(saying, page)

    def has_titles(self, saying: _Saying, page: int) -> bool:
        """Whether these words are titles, the beginnings of titles, or part of one nearby."""
        words = saying
        while words:
            count = next(
                (n for n in range(len(words), 0, -1) if self._is_title(words[:n], page)), 0
            )
            if not count and words[0] not in self._common:
                return False
            words = words[max(count, 1) :]
        return True

    def _is_title(self, words: _Saying, page: int) -> bool:
        letters = "".join(words)
        if any(letters in head for head in self._heads):
            return True
        at = bisect_left(self._titles, letters)
        first = self._titles[at] if at < len(self._titles) else ""
        if first == letters or (len(words) >= _FEWEST_WORDS and first.startswith(letters)):
            return True
        near = self._by_page[max(page - _NEAR, 0) : page + 1]
        return any(letters in title for titles in near for title in titles)


def _titles(page: Iterable[Line], body_size: float) -> Iterator[str]:
    """The letters of lines that are set as titles, and of several together."""
    for stands_out, group in groupby(
        page, key=lambda line: line.bold or line.size >= HEADING_SIZE * body_size
    ):
        lines = ["".join(_saying(line)) for line in group] if stands_out else []
        for first in range(len(lines) if len(lines) <= _MOST_LINES else 0):
            for last in range(first + 1, min(first + _TITLE_LINES, len(lines)) + 1):
                title = "".join(lines[first:last])
                if len(title) >= _LONG_ENOUGH:
                    yield title


def _unsaid(saying: _Saying, lines: Sequence[Line], said: _Said) -> Iterator[Line]:
    for run in _runs(sorted(lines, key=lambda line: line.page)):
        if len({line.page for line in run}) >= _ENOUGH:
            if not said.has(saying, run[0].page):
                yield run[0]
        else:
            yield from (line for line in run if not said.has_titles(saying, line.page))


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines on pages that follow one another."""
    run = [lines[0]]
    for before, line in pairwise(lines):
        if line.page - before.page > _NEXT:
            yield run
            run = []
        run.append(line)
    yield run
