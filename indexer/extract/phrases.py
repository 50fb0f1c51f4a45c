"""Words that stand close together in a row, taken together before they are looked at, pure.

What `lines` and `gutters` ask of words are the ends of their rows and the wide gaps in them. So
plain words, on one height and with no more than a space between them, may pass as one piece.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from indexer.extract.frames import Box

_NARROW = 0.4  # times the height: lines that share a gutter have more white in it
_OVERLAP = 0.2  # times the height: a word that begins further back has jumped
_ON, _APART, _BACK = range(3)


class Word(Struct, frozen=True, gc=False):
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
        if phrase:
            step = _step(phrase[-1], word)
            if step == _BACK:
                yield from filter(None, (phrase[:-1], phrase[-1:], (word,)))
                phrase = []
                continue
            if step == _APART:
                yield phrase
                phrase = []
        phrase.append(word)
    if phrase:
        yield phrase


def _step(before: Word, word: Word) -> int:
    """Whether a word goes on with the one before it, stands apart or before it."""
    last, first = before.last, word.first
    if not last or not first:
        return _APART
    left, foot, _, top = first
    if left < last[0]:
        return _BACK
    if not (before.plain and word.plain and before.first and last[1] == foot and last[3] == top):
        return _APART
    gap, height = left - max(before.first[2], last[2]), top - foot
    return _ON if -_OVERLAP * height <= gap <= _NARROW * height else _APART
