"""Phrases: plain words pass as one piece, and nothing that is looked at by itself does."""

import pytest

from indexer.extract.phrases import Word, phrases_of

_HEIGHT = 12.0


def word(at: int, x0: float, x1: float, *, plain: bool = True, foot: float = 100.0) -> Word:
    """A word of which each end is a glyph of 5 points."""
    first, last = (x0, foot, x0 + 5, foot + _HEIGHT), (x1 - 5, foot, x1, foot + _HEIGHT)
    return Word(at, at + 4, plain=plain, first=first, last=last)


@pytest.mark.parametrize(
    ("words", "lengths"),
    [
        pytest.param([], [], id="no-words"),
        pytest.param([word(0, 10, 40), word(5, 43, 70), word(10, 73, 90)], [3], id="plain"),
        pytest.param([word(0, 10, 40), word(5, 46, 70)], [1, 1], id="wider-than-a-space"),
        pytest.param([word(0, 10, 40), word(5, 43, 70, plain=False)], [1, 1], id="may-be-raised"),
        pytest.param([word(0, 10, 40), word(5, 43, 70, foot=101)], [1, 1], id="not-level"),
        pytest.param(
            [word(0, 10, 40), word(5, 43, 70), word(10, 5, 8), word(15, 11, 30)],
            [1, 1, 1, 1],
            id="jump-back-to-another-column",
        ),
        pytest.param(
            [word(0, 10, 40), Word(5, 9, plain=True, first=None, last=None), word(10, 43, 70)],
            [1, 1, 1],
            id="no-box",
        ),
    ],
)
def test_words_stand_together_in_phrases(words: list[Word], lengths: list[int]) -> None:
    phrases = list(phrases_of(words))
    assert [len(phrase) for phrase in phrases] == lengths
    assert [one for phrase in phrases for one in phrase] == words
