"""How a text tells: of one place, its people and figures, or of many and of anyone.

A case names its place and its people, tells figures and what happened; an essay, a reflection or a
method seldom does, and speaks of people in general (`telling.toml`).
"""

import re
import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

from corpus import Block
from indexer.dutch import fold

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NAME = re.compile(r"(?<=[a-zà-ÿ,;\d] )[A-ZÀ-Þ][a-zà-ÿ]{2,}")
"""A word with a capital within a sentence."""

_FIGURE = re.compile(r"\d[\d.,]*|€|\beuro\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Telling:
    """What a text has of the signs that tell a case from another chapter.

    Attributes:
        words: how many it has, its headings apart.
        figures: numbers in digits, and amounts.
        names: words with a capital within a sentence, in a hundred words.
        general: words of people in general, in a hundred.
        own: words of who says *I*, in a hundred.
        past: share of the past among its commonest verbs; where it has none or few, all of them.
        signed: whether it ends in a name and what its bearer is.
        asks: share of its headings that are questions; 0 with fewer than three.
        together: how many different words speak of the cases together.
    """

    words: int
    figures: int
    names: float
    general: float
    own: float
    past: float
    signed: bool
    asks: float
    together: int


_FIRST = r"[A-ZÀ-Þ][\w’'.-]*"
_SIGNATURE = re.compile(
    rf"(?:(?:{_FIRST}|van|de|den|der|el|ten|ter|en|&|['’]t) ){{1,9}}?{_FIRST}"
    r",? [a-zà-ÿ][^.:!?]{3,70}"
)
"""A name and what its bearer is: *Marga Olthof, wethouder Wonen en Welzijn*."""

_FEWEST_VERBS = 5
_FEWEST_HEADS = 3


def telling_of(blocks: Sequence[Block]) -> Telling:
    """How the text of a chapter tells; its headings do not count."""
    text = "\n".join(block.text for block in blocks if block.kind != "heading")
    words = _WORD.findall(fold(text))
    hundreds = max(len(words), 1) / 100
    past, present = (_count(words, of) for of in ("past", "present"))
    pairs = {" ".join(pair) for pair in pairwise(words)}
    return Telling(
        words=len(words),
        figures=len(_FIGURE.findall(text)),
        names=len(_NAME.findall(text)) / hundreds,
        general=_count(words, "general") / hundreds,
        own=_count(words, "own") / hundreds,
        past=past / (past + present) if past + present >= _FEWEST_VERBS else 1.0,
        signed=_SIGNATURE.fullmatch(text.rpartition("\n")[2].strip()) is not None,
        asks=_share_of_questions([block.text for block in blocks if block.kind == "heading"][1:]),
        together=len(_of("together") & {*words, *pairs}),
    )


def _share_of_questions(heads: Sequence[str]) -> float:
    return sum(map(_ends_in_question, heads)) / len(heads) if len(heads) >= _FEWEST_HEADS else 0.0


def _ends_in_question(head: str) -> bool:
    return head.rstrip("’”'\" ").endswith("?")


def titles_in(blocks: Sequence[Block], titles: Sequence[str]) -> int:
    """How many of these titles a text names.

    A title of one or two words counts only as it is written: *De Brug* is no bridge.
    """
    text = " ".join(block.text for block in blocks)
    folded = f" {' '.join(_WORD.findall(fold(text)))} "
    return sum(_is_named(title, text, folded) for title in titles)


_LONG_TITLE = 3  # words


def _is_named(title: str, text: str, folded: str) -> bool:
    words = _WORD.findall(fold(title))
    if len(words) >= _LONG_TITLE:
        return f" {' '.join(words)} " in folded
    return bool(words) and re.search(rf"(?<!\w){re.escape(title)}(?!\w)", text) is not None


def _count(words: Collection[str], of: str) -> int:
    own = _of(of)
    return sum(word in own for word in words)


@cache
def _of(key: str) -> frozenset[str]:
    text = (resources.files("indexer.segment") / "telling.toml").read_text("utf-8")
    return frozenset(map(fold, tomllib.loads(text)[key]))
