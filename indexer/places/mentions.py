"""Says whether a text bears out the municipality that the name of a district alone would tell.

Names of districts repeat: the list has one *Hagenbroek*, and more towns may have one that is not in
it. A text that names other municipalities, and neither this one nor another district of it, is not
about it.
"""

import re
from collections.abc import Iterable, Iterator

from indexer.places.resolve import known_municipality
from indexer.places.table import Places, place_key

_CAPITAL = re.compile(r"(?<![\w’'-])[’']?[^\W\d_a-zà-ÿ]")
_WORDS = re.compile(r"[\w’'-]+(?: [\w’'-]+){0,4}")
_WITHIN = re.compile(r"[\w,;:)] $")
_SHORTEST_DISTRICT = 5


def bears_out(places: Places, municipality: str, texts: Iterable[str], *, district: str) -> bool:
    """Whether texts name a municipality or another district of it, or no municipality at all.

    A word that begins a text or sentence speaks for the municipality, but for no other one: *Buren*
    are neighbours as well.

    Args:
        places: the list of places.
        municipality: that has a district of that name.
        texts: of the document.
        district: the name by which alone the municipality was found.
    """
    others = False
    for name, is_within in _names(texts):
        found = known_municipality(places, name)
        if found == municipality or _is_district(places, name, municipality, but=district):
            return True
        others |= is_within and found is not None
    return not others


def _names(texts: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """All that begins with a capital, one word to five, each once, and whether words precede it."""
    seen: set[tuple[str, bool]] = set()
    for text in texts:
        for start in (match.start() for match in _CAPITAL.finditer(text)):
            is_within = _WITHIN.search(text, max(0, start - 2), start) is not None
            words = _WORDS.match(text, start)
            parts = words[0].split(" ") if words else []
            for count in range(1, len(parts) + 1):
                one = " ".join(parts[:count]), is_within
                if one not in seen:
                    seen.add(one)
                    yield one


def _is_district(places: Places, name: str, municipality: str, *, but: str) -> bool:
    """Whether no other municipality has a district of that name, which is not the one left out."""
    is_other = len(name) >= _SHORTEST_DISTRICT and place_key(name) != place_key(but)
    return is_other and dict(places.named(name)) == {municipality: "district"}
