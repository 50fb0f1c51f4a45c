"""Tells whether a sentence makes sense alone, or leans on what stands before it. Pure.

A pronoun wants somebody who was named, a demonstrative and a pronominal adverb (*daarvan*) what was
spoken of (Grosz, Joshi and Weinstein, "Centering: a framework for modeling the local coherence of
discourse", Computational Linguistics 21, 1995). Only the first clause is looked at: what stands
further on mostly points back within the sentence. There is no parser here: the words of
`openings.toml` and their order decide, and `tests/score_gist.py` tells how often they are right.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import pairwise

import msgspec

from corpus import Value

_LONGEST_CLAUSE = 9
_FIRST_WORDS = 3
"""Of so many words none but a subordinate clause can have named the person of a pronoun."""

_WORD = re.compile(r"[\w’'-]*\w")
_CLAUSE_END = re.compile(r"[,;:–—()]")
_TOLD_BY = re.compile(r"[”’\"'][,.]? \w+ (?:hij|zij|ze)\b")
_SAID = re.compile(r"[“‘\"][^”’\"]*[”’\"]")


class _Data(Value, frozen=True):
    words: frozenset[str]
    phrases: tuple[str, ...]
    subordinators: frozenset[str]
    prepositions: frozenset[str]
    verbs: frozenset[str]
    ends: frozenset[str]
    demonstratives: frozenset[str]
    subjects: frozenset[str]
    objects: frozenset[str]
    owners: frozenset[str]
    links: frozenset[str]
    speakers: frozenset[str]


def stands_alone(text: str) -> bool:
    """Whether a sentence makes sense to who has not read what stands before it."""
    data = _data()
    told = _SAID.sub("", text)
    clause = _WORD.findall(_CLAUSE_END.split(text, maxsplit=1)[0])[:_LONGEST_CLAUSE]
    if not clause or text.endswith("?"):
        return False
    lower = [word.lower() for word in clause]
    return not (
        _opens_so(text, lower, data)
        or _points_back(lower, data)
        or _lacks_person(clause, lower, data)
        or any(word.lower() in data.speakers for word in _WORD.findall(told))
        or not _WORD.search(told)
        or _TOLD_BY.search(text)
    )


def _opens_so(text: str, clause: Sequence[str], data: _Data) -> bool:
    """Whether it begins as the rest of something does."""
    if clause[0] in data.words or _phrases().match(" ".join(clause)):
        return True
    return clause[0] in data.subordinators and "," not in text


def _points_back(clause: Sequence[str], data: _Data) -> bool:
    """Whether its first clause has *daarvan*, *er ... op*, *in die*, *nu was die* or *het was*."""
    if "daar" in clause or any(_adverbs().fullmatch(word) for word in clause):
        return True
    if "er" in clause and (clause.count("er") > 1 or clause[-1] in data.ends):
        return True
    pairs = tuple(pairwise(clause))
    behind = data.prepositions | data.verbs
    return (
        any(before in behind and word in data.demonstratives for before, word in pairs)
        or any(before == "het" and word in data.ends for before, word in pairs)
        or (clause[0] == "het" and clause[1] in data.verbs if pairs else False)
    )


def _lacks_person(clause: Sequence[str], lower: Sequence[str], data: _Data) -> bool:
    """Whether its first clause has a pronoun for somebody whom it did not name before."""
    for at, word in enumerate(lower):
        if at and clause[at][0].isupper():
            return False
        if word in data.objects or (word in data.subjects and not _is_linked(lower, at, data)):
            return True
        if word in data.owners and _owns_early(lower, at, data):
            return True
    return False


def _is_linked(clause: Sequence[str], at: int, data: _Data) -> bool:
    """Whether a subject may be the one of the clause before: *de man zegt dat hij komt*."""
    return at >= _FIRST_WORDS and clause[at - 1] in data.links


def _owns_early(clause: Sequence[str], at: int, data: _Data) -> bool:
    """Whether an owner stands where none can have been named (*in haar zaal*), or owns nothing."""
    if clause[at] == "haar" and clause[at + 1 : at + 2] and clause[at + 1] in data.ends | {"als"}:
        return True
    return 0 < at <= _FIRST_WORDS and clause[at - 1] in data.prepositions


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase})" for phrase in _data().phrases))


@cache
def _adverbs() -> re.Pattern[str]:
    """*Er*, *daar* or *hier* and a preposition in one word, as it is written then."""
    ends = sorted(
        (_data().prepositions - {"met", "tot"}) | {"heen", "mee", "omheen", "toe", "vandaan"}
    )
    return re.compile(f"(?:er|daar|hier)(?:{'|'.join(ends)})")


@cache
def _data() -> _Data:
    text = (resources.files("indexer.dutch") / "openings.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Data)
