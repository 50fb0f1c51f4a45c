"""What a chapter is to its bundle, by its title or text: `chapters.toml` says which words tell."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import cast, get_args

from corpus.models import ChapterRole
from indexer.dutch import fold
from indexer.segment.titles import without_number

_PART = "part"
PARTS = re.compile(r"[/|·•:;–—]|\s-\s")
"""What parts a line beside a title, or a title and what it says behind a dash."""

_AFTER_RUBRIC = frozenset(("over", "van", "door", "op"))  # "essay over", "column van"
FEWEST_SAID = 6
"""So many different words about ideas has a chapter that is about them."""

_MOST_WORDS_EACH = 100.0  # words of text to each such word


def role_of(title: str) -> ChapterRole | None:
    """What a chapter with this title is to its bundle, or None where it can be a case."""
    said = _said(title)
    return cast("ChapterRole", said) if said in get_args(ChapterRole) else None


def gathers_cases(title: str) -> bool:
    """Whether this is the title of a part that only holds chapters ("Praktijken", "Deel 2")."""
    return _said(title) == _PART


def rubric_of(text: str) -> ChapterRole | None:
    """What a line beside a title says that the chapter is (*Essay*, *Utrecht | Column*), if so."""
    parts = [plain_words(part) for part in PARTS.split(text)]
    for role, words in _data().items():
        rubrics = [plain_words(rubric) for rubric in words.get("rubrics", ())]
        if any(_is_rubric(part, one) for part in parts for one in rubrics):
            return cast("ChapterRole", role)
    return None


def _is_rubric(words: tuple[str, ...], rubric: tuple[str, ...]) -> bool:
    after = words[len(rubric) :]
    return words[: len(rubric)] == rubric and (not after or after[0] in _AFTER_RUBRIC)


def is_about_ideas(text: str, *, fewest: int = FEWEST_SAID) -> bool:
    """Whether a text treats of ideas and not of a place: it has several of the words for that.

    The three chapters of concepts of the fictional series have nine to eleven different ones, one
    in 56 words or fewer; its 24 cases, and the 139 of `tests/casebooks/`, two at most.

    Args:
        text: of a chapter.
        fewest: so many different words.
    """
    said = _said_of("concept", text)
    return len(set(said)) >= fewest and len(plain_words(text)) <= _MOST_WORDS_EACH * len(said)


def says_it_is(role: ChapterRole, text: str, *, fewest: int) -> bool:
    """Whether a text has so many different words of such a chapter."""
    return len(set(_said_of(role, text))) >= fewest


def _said_of(role: ChapterRole, text: str) -> list[tuple[str, ...]]:
    phrases = _phrases(role)
    return [run for run in _runs(plain_words(text)) if run in phrases]


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words, each by itself and with its next one."""
    yield from ((word,) for word in words)
    yield from pairwise(words)


@cache
def _said(title: str) -> str | None:
    whole, begins, names = _vocabulary()
    for words in (plain_words(without_number(title)), plain_words(title)):
        if found := whole.get(words):
            return found
        for count in range(len(words), 0, -1):
            if found := begins.get(words[:count]):
                return found
        if found := next((names[pair] for pair in pairwise(words) if pair in names), None):
            return found
    return None


def plain_words(title: str) -> tuple[str, ...]:
    """The words of a title, folded and without marks."""
    plain = "".join(char if char.isalnum() else " " for char in fold(title))
    return tuple(plain.split())


@cache
def _vocabulary() -> tuple[dict[tuple[str, ...], str], ...]:
    """The role of each whole title, of each beginning of one, and of two words within one."""
    return tuple(
        {plain_words(said): role for role, words in _data().items() for said in words.get(key, ())}
        for key in ("titles", "begins", "names")
    )


@cache
def _phrases(role: ChapterRole) -> frozenset[tuple[str, ...]]:
    return frozenset(plain_words(phrase) for phrase in _data()[role]["says"])


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    text = (resources.files("indexer.segment") / "chapters.toml").read_text("utf-8")
    return tomllib.loads(text)
