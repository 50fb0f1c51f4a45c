"""Says which title in a document names which case of the manifest."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from corpus import CaseEntry
from indexer.dutch import fold

_ALIKE = 0.85
"""From this share of equal letters on, two names are spellings of each other."""

_EXACT = 1000.0
_LONGEST_ID = 60
_FEWEST_STEPS = 2
_PARENTHESES = re.compile(r"\s*\([^)]*\)")
_NUMBERING = re.compile(
    r"^\s*(?:(?:hoofdstuk|casus|case|praktijk|praktijkvoorbeeld|verhaal|voorbeeld|initiatief)\s+)?"
    r"(?P<number>\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}(?=[.:)]))(?:\s*[.:)|](?!\d)\s*|\s+[–—-]\s+|\s+)(?=\S)",
    re.IGNORECASE,
)


def without_number(title: str) -> str:
    """The title without the number of its chapter: *7 De Pomp*, *Casus 7: De Pomp*, *VII. A*."""
    return _NUMBERING.sub("", title, count=1)


def number_of(title: str) -> tuple[int, ...]:
    """The arabic number before a title, part by part (*3.1 Aanpak* is 3 and 1); empty without."""
    found = _NUMBERING.match(title)
    if found is None or not found["number"][0].isdigit():
        return ()
    return tuple(map(int, found["number"].split(".")))


def are_numbered(titles: Sequence[str]) -> bool:
    """Whether the titles count up, so that their numbers are those of chapters.

    At least three do, each one more than the one before, and they are half of all or more: a name
    such as *100 jaar De Pomp* keeps its number. The numbers of sections count up within a chapter.
    """
    numbers = [number for title in titles if (number := number_of(title))]
    steps = sum(_is_step(before, after) for before, after in pairwise(numbers))
    return steps >= _FEWEST_STEPS and 2 * (steps + 1) >= len(titles)


def _is_step(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Whether a number comes next: 4 after 3 or 3.2, and after 3 or 3.2 also 3.1 and 3.3."""
    if after[:-1] == before:
        return after[-1] == 1
    same = before[: len(after) - 1]
    return (
        same == after[:-1] and len(before) >= len(after) and after[-1] == before[len(after) - 1] + 1
    )


def match_titles(titles: Sequence[str], entries: Sequence[CaseEntry]) -> dict[int, CaseEntry]:
    """The case that each title names, by the index of the title; each case at most once.

    A name counts when it stands in the title, whatever the spaces, case, diacritics, numbering or
    what is in parentheses (*7 Platform Keizer Karel Park (Amstelveen)*), or is spelt nearly so. A
    case without a name is found by its place and neighbourhood. The longest agreement goes first.
    """
    scores = [
        (_score(title, entry), -index, -number, index, entry)
        for index, title in enumerate(titles)
        for number, entry in enumerate(entries)
    ]
    found: dict[int, CaseEntry] = {}
    taken: set[str] = set()
    for score, _, _, index, entry in sorted(scores, key=lambda row: row[:3], reverse=True):
        if score > 0 and index not in found and entry.id not in taken:
            found[index] = entry
            taken.add(entry.id)
    return found


def is_spelt_so(title: str, entry: CaseEntry) -> bool:
    """Whether a name of the case, letter by letter, stands in the title."""
    heard = compact(title)
    return any(name in heard for name in _names(entry))


def slug(title: str) -> str:
    """The title as an id: lower-case letters, digits, single hyphens; "deel" when none is left.

    No longer than 60 characters, and cut between words.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    whole = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    words = whole[: _LONGEST_ID + 1].rpartition("-")[0] if len(whole) > _LONGEST_ID else whole
    return (words or whole)[:_LONGEST_ID] or "deel"


def _score(title: str, entry: CaseEntry) -> float:
    heard = compact(without_number(title))
    return max((_agreement(heard, name) for name in _names(entry)), default=0.0)


def _agreement(heard: str, name: str) -> float:
    if heard == name:
        return _EXACT + len(name)
    if name in heard:
        return float(len(name))
    alike = SequenceMatcher(None, heard, name, autojunk=False).ratio()
    return len(name) * alike / 2 if alike >= _ALIKE else 0.0


def _names(entry: CaseEntry) -> set[str]:
    names = {entry.display_title, *entry.variants}
    names |= {_PARENTHESES.sub("", name) for name in names if entry.title}
    if entry.title is None:
        # The place alone is a weak sign, but the only one there is.
        names |= {name for name in (entry.place, entry.neighbourhood) if name}
    return {short for name in names if (short := compact(name))}


def compact(title: str) -> str:
    """The letters and digits of a title, folded: what two spellings of it share."""
    return "".join(char for char in fold(title) if char.isalnum())
