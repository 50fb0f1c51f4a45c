"""What a chapter is to its bundle, by its title or text: `chapters.toml` says which words tell."""

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
_FEWEST_SAID = 6  # different words about ideas in a chapter that is about them
_MOST_WORDS_EACH = 100.0  # words of text to each such word


def role_of(title: str) -> ChapterRole | None:
    """What a chapter with this title is to its bundle, or None where it can be a case."""
    said = _said(title)
    return cast("ChapterRole", said) if said in get_args(ChapterRole) else None


def gathers_cases(title: str) -> bool:
    """Whether this is the title of a part that only holds chapters ("Praktijken", "Deel 2")."""
    return _said(title) == _PART


def is_about_ideas(text: str) -> bool:
    """Whether a text treats of ideas and not of a place: it has several of the words for that.

    The three chapters of concepts of the fictional series have nine to eleven different ones, one
    in 56 words or fewer; its 24 cases, and the 139 of `tests/casebooks/`, two at most.
    """
    words = _words(text)
    said = [run for run in _runs(words) if run in _ideas()]
    return len(set(said)) >= _FEWEST_SAID and len(words) <= _MOST_WORDS_EACH * len(said)


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words, each by itself and with its next one."""
    yield from ((word,) for word in words)
    yield from pairwise(words)


@cache
def _said(title: str) -> str | None:
    whole, begins = _vocabulary()
    for words in (_words(without_number(title)), _words(title)):
        if found := whole.get(words):
            return found
        for count in range(len(words), 0, -1):
            if found := begins.get(words[:count]):
                return found
    return None


def _words(title: str) -> tuple[str, ...]:
    plain = "".join(char if char.isalnum() else " " for char in fold(title))
    return tuple(plain.split())


@cache
def _vocabulary() -> tuple[dict[tuple[str, ...], str], dict[tuple[str, ...], str]]:
    """The role of each whole title, and of each beginning of one."""
    roles = _data()
    return (
        {_words(title): role for role, words in roles.items() for title in words["titles"]},
        {_words(start): role for role, words in roles.items() for start in words["begins"]},
    )


@cache
def _ideas() -> frozenset[tuple[str, ...]]:
    return frozenset(_words(phrase) for phrase in _data()["concept"]["says"])


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    text = (resources.files("indexer.segment") / "chapters.toml").read_text("utf-8")
    return tomllib.loads(text)
