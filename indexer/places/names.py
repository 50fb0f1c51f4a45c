"""Knows how the names of places are written: *Capelle aan den IJssel*, *'t Zand*."""

from indexer.places.resolve import own_municipality
from indexer.places.table import Places, same_place

LOW = frozenset({"aan", "bij", "de", "den", "der", "het", "in", "op", "ten", "ter", "van"})
"""Words of a name that have no capital."""

MOST_WORDS = 5
"""So many has a name."""


def is_name(text: str) -> bool:
    """Whether a text may be the name of a place: few words, each with a capital or a low one."""
    words = text.split()
    return (
        0 < len(words) <= MOST_WORDS
        and all(word in LOW or _has_capital(word) for word in words)
        and _has_capital(words[0])
        and not any(char.isdigit() for char in text)
    )


def _has_capital(word: str) -> bool:
    return (
        word[0].isupper() or word.lower() in {"'s", "’s", "'t", "’t"} or word[:3] in {"'s-", "’s-"}
    )


def spelled(places: Places, name: str) -> str:
    """A name in capitals as the list writes it, or with one capital a word."""
    if not name.isupper():
        return name
    if (known := own_municipality(places, name)) and same_place(known, name):
        return known if known.casefold() == name.casefold() else _titled(name)
    return _titled(name)


def _titled(name: str) -> str:
    words = [word.lower() if word.lower() in LOW else word.title() for word in name.split()]
    return " ".join([words[0].title(), *words[1:]])
