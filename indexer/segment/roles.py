"""What a chapter is to its bundle, by its title: `chapters.toml` says which words tell."""

import tomllib
from functools import cache
from importlib import resources
from typing import cast, get_args

from corpus.models import ChapterRole
from indexer.dutch import fold
from indexer.segment.titles import without_number

_PART = "part"


def role_of(title: str) -> ChapterRole | None:
    """What a chapter with this title is to its bundle, or None where it can be a case."""
    said = _said(title)
    return cast("ChapterRole", said) if said in get_args(ChapterRole) else None


def gathers_cases(title: str) -> bool:
    """Whether this is the title of a part that only holds chapters ("Praktijken", "Deel 2")."""
    return _said(title) == _PART


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
    text = (resources.files("indexer.segment") / "chapters.toml").read_text("utf-8")
    roles = tomllib.loads(text)
    return (
        {_words(title): role for role, words in roles.items() for title in words["titles"]},
        {_words(start): role for role, words in roles.items() for start in words["begins"]},
    )
