"""Words that stand close together in a row, taken together before they are looked at, pure.

What `lines` and `gutters` ask of words are the ends of their rows and the wide gaps in them. So
plain words, on one height and with no more than a space between them, may pass as one piece.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from indexer.extract.frames import Box

_NARROW = 0.4  # times the height: lines that share a gutter have more white in it
_OVERLAP = 0.2  # times the height: a word that begins further back has jumped


class Word(NamedTuple):
    """Where a word starts and ends in the text of its page, and the boxes of its ends, if known.

    `plain` says that it may stand in a phrase: it has a box, stands on the page, is no letter by
    itself, which may be of a spaced title, and has no digit, which may be raised.
    """

    start: int
    end: int
    plain: bool
    first: Box | None
    last: Box | None


def phrases_of(words: Iterable[Word]) -> Iterator[Sequence[Word]]:
    """The words of a row in their order, plain ones that stand together as one phrase.

    Where a word stands before the one before it, both are by themselves: how far it jumps back,
    perhaps to another column, is measured from one to the other.
    """
    phrase: list[Word] = []
    for word in words:
        if phrase and _jumps_back(phrase[-1], word):
            yield from filter(None, (phrase[:-1], phrase[-1:], (word,)))
            phrase = []
            continue
        if phrase and not _goes_on(phrase[-1], word):
            yield phrase
            phrase = []
        phrase.append(word)
    if phrase:
        yield phrase


def _jumps_back(before: Word, word: Word) -> bool:
    return bool(before.last and word.first and word.first[0] < before.last[0])


def _goes_on(before: Word, word: Word) -> bool:
    if not (before.plain and word.plain and before.first and before.last and word.first):
        return False
    left, foot, _, top = word.first
    if before.last[1] != foot or before.last[3] != top:
        return False
    gap, height = left - max(before.first[2], before.last[2]), top - foot
    return -_OVERLAP * height <= gap <= _NARROW * height
