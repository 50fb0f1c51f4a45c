"""Chapters that are lists by their build: of years, of sources, of terms, of people."""

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from corpus import Block
from corpus.models import ChapterRole
from indexer.segment.titles import compact

_FEWEST = 4  # entries of a list
_MOST = 0.6  # of the lines of the chapter: so many are entries
_LONGEST_TERM = 45  # characters
_YEAR = re.compile(r"(?P<year>1[4-9]\d\d|20\d\d)\b\W*")
_SOURCE = re.compile(r"[^\W\d_][^()]{2,140}\((?:1[89]|20)\d\d[a-z]?\)")
_TERM = re.compile(r"(?P<term>[^\W\d_][^:–.?!]*?)\s*(?::|\s[–—-]\s?)\s*\S.{20,}", re.DOTALL)

_PERSON = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+(?: (?:[a-z]{2,4} )*[A-ZÀ-Þ][\w’'-]+){1,3}(?:,| \([^)]*\))?"
    r" (?:is|was|werkt|werkte|schrijft|studeerde|studeert|doceert|geeft|maakt|maakte|tekende|"
    r"fotografeert|fotografeerde|publiceert|onderzoekt|leidt|adviseert|promoveerde)\b"
)
_FEWEST_PEOPLE = 2
_MOST_OF_PEOPLE = 150  # words: of whom more is told, that is a portrait


def listed(blocks: Sequence[Block], *, shared: Collection[str] = ()) -> ChapterRole | None:
    """What a chapter is that is a list: "other" of years, else "back matter".

    Years go up from entry to entry; the others are lists of sources, terms or people.

    Args:
        blocks: of the chapter.
        shared: the labels that other chapters have too, folded: those are no terms.
    """
    lines = [block.text for block in blocks if block.kind != "heading"]
    years = [_YEAR.match(line) for line in [block.text for block in blocks]]
    found = [int(year["year"]) for year in years if year]
    if _are_most(len(found), lines) and all(one <= other for one, other in pairwise(found)):
        return "other"
    if _are_most(sum(map(_is(_SOURCE), lines)), lines):
        return "back matter"
    people = sum(map(_is(_PERSON), lines))
    if people >= max(_FEWEST_PEOPLE, _MOST * len(lines)) and _is_brief(lines):
        return "back matter"
    if 4 * sum(any(char.isdigit() for char in line) for line in lines) > len(lines):
        return None  # labels of facts are no terms
    terms = [term for line in lines if (term := _term(line)) and term not in shared]
    return "back matter" if _are_most(len(set(terms)), lines) else None


def _are_most(count: int, lines: Sequence[str]) -> bool:
    return count >= max(_FEWEST, _MOST * len(lines))


def _is_brief(lines: Sequence[str]) -> bool:
    return sum(len(line.split()) for line in lines) <= _MOST_OF_PEOPLE


def _is(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda line: pattern.match(line) is not None


def _term(line: str) -> str | None:
    found = _TERM.fullmatch(line)
    short = found is not None and len(found["term"]) <= _LONGEST_TERM
    return compact(found["term"]) if found and short else None
