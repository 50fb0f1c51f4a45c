"""Takes the name of an author apart: persons have a surname, organisations stay whole. Pure."""

import re
import tomllib
from functools import cache
from importlib import resources

from corpus import Value

_WORD = re.compile(r"[\w'’]+")


class Author(Value, frozen=True):
    """An author.

    Attributes:
        family: surname without prefixes; the whole name of an organisation.
        given: given names or initials as they stand; None for an organisation.
        prefix: of the surname ("van de"), or nothing.
    """

    family: str
    given: str | None = None
    prefix: str = ""

    @property
    def surname(self) -> str:
        """The surname with its prefix, or the name of the organisation."""
        return f"{self.prefix} {self.family}".strip()

    @property
    def initials(self) -> str:
        """The given names as initials: "Jan-Willem Maria" is "J.-W. M."."""
        names = (self.given or "").replace(".", ". ").split()
        return " ".join("-".join(f"{part[0]}." for part in _parts(name)) for name in names)


def read_author(name: str) -> Author:
    """The author of that name, as "Radboud Engbersen", "E. van Gent" or "Gent, E. van".

    One word, a name without a capital at its last word, one with brackets, and one with the word
    of an organisation are taken for an organisation.
    """
    name = " ".join(name.split())
    family, comma, given = name.partition(", ")
    words = f"{given} {family}".split() if comma else name.split()
    if len(words) < 2 or _is_organisation(name, words):  # noqa: PLR2004 - a given name and a surname
        return Author(name)
    begin = _surname_at(words)
    after = next(i for i in range(begin, len(words)) if not _is_prefix(words[i]))
    return Author(
        family=" ".join(words[after:]),
        given=" ".join(words[:begin]),
        prefix=" ".join(words[begin:after]),
    )


def _surname_at(words: list[str]) -> int:
    """Where the surname begins: at its first prefix, else behind the last initial or at the end."""
    for index in range(1, len(words) - 1):
        if _is_prefix(words[index]) and words[index][0].islower():
            return index
    initials = [index for index, word in enumerate(words[:-1]) if word.endswith(".")]
    return initials[-1] + 1 if initials else len(words) - 1


def _is_prefix(word: str) -> bool:
    return word.lower() in _data("prefixes")


def _is_organisation(name: str, words: list[str]) -> bool:
    known = {word.lower() for word in _WORD.findall(name)} & _data("organisations")
    return bool(known) or "(" in name or not words[-1][0].isupper()


def _parts(name: str) -> list[str]:
    return [part for part in name.split("-") if part]


@cache
def _data(key: str) -> frozenset[str]:
    text = (resources.files("search.citing") / "names.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[key])
