"""What the furniture of pages says of chapters: the menu of an interactive PDF, running heads.

Reading drops these lines, since they are no text of a page; its report keeps them. Lines that most
pages have are the menu. A menu may set apart the chapter that the page is in.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus import Document
from indexer.segment.titles import compact

_MOST_PAGES = 0.5
_FEWEST_PAGES = 3
_FEWEST_LINES = 3
_SHORTEST = 4  # letters of a title that is looked for within the words of a menu


@dataclass(frozen=True, slots=True)
class Run:
    """Pages in a row, by index, on which the menu sets the same entry apart."""

    text: str
    first: int
    last: int


class Furniture:
    """The menu and the running heads of a document, as far as it has them.

    Attributes:
        runs: where the menu sets an entry apart, in order of the pages.
    """

    def __init__(self, document: Document) -> None:
        dropped = [report.dropped for report in document.report]
        counts = Counter(line for lines in dropped for line in dict.fromkeys(lines))
        enough = max(_MOST_PAGES * len(document.pages), _FEWEST_PAGES)
        menu = {line for line, count in counts.items() if count >= enough}
        variants = Counter(tuple(line for line in lines if line in menu) for lines in dropped)
        lines = variants.most_common(1)[0][0] if variants else ()
        self._words = tuple(filter(None, map(compact, " ".join(lines).split())))
        self._has_menu = len(lines) >= _FEWEST_LINES
        self.runs = tuple(_runs(document, menu)) if self._has_menu else ()
        self._heads = [
            tuple(compact(line) for line in lines if line not in menu) for lines in dropped
        ]

    def lists(self, short: str) -> bool:
        """Whether the menu has a title, its letters folded, as whole words."""
        if not self._has_menu or len(short) < _SHORTEST:
            return False
        return any(self._begins(short, at) for at in range(len(self._words)))

    def _begins(self, short: str, at: int) -> bool:
        for word in self._words[at:]:
            if not short.startswith(word):
                return False
            short = short[len(word) :]
            if not short:
                return True
        return False

    def heads(self, short: str) -> tuple[int, ...]:
        """The indexes of the pages whose running head or foot has a title, its letters folded."""
        if len(short) < _SHORTEST:
            return ()
        return tuple(
            number for number, heads in enumerate(self._heads) if any(short in it for it in heads)
        )


def _runs(document: Document, menu: set[str]) -> Iterator[Run]:
    said = [" ".join(line for line in report.current if line in menu) for report in document.report]
    for text, group in _in_a_row(said):
        if text:
            yield Run(text, group[0], group[-1])


def _in_a_row(said: Sequence[str]) -> Iterator[tuple[str, list[int]]]:
    for text, group in groupby(enumerate(said), key=lambda pair: pair[1]):
        yield text, [number for number, _ in group]
