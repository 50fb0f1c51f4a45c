"""Takes the endings of Dutch inflection off a word: what its stem may be, likeliest first.

Undoes what the ending did to the spelling: *plekken* is *plek*, *buren* is *buur*, *brieven* is
*brief*. The rules are those of Dutch spelling (open and closed syllables, f/v and s/z). Pure.
"""

import re
from collections.abc import Iterator

_SHORTEST_STEM = 3
_VOWELS = "aeiouyáéíóúàèäëïöü"
_PLURAL_S = re.compile(r"(?<=[aeiouylrnmkptgdfw])s$")
_DIMINUTIVES = (
    (re.compile(r"nkjes?$"), "ng"),  # woninkje, woning
    (re.compile(r"(?<=[bdfglmnpr])etjes?$"), ""),  # bloemetje, mannetje
    (re.compile(r"(?<=m)pjes?$"), ""),  # boompje
    (re.compile(r"(?<=[aeiouéylrnw])tjes?$"), ""),  # tuintje
    (re.compile(r"jes?$"), ""),  # huisje
)
_LATIN = ((re.compile(r"a$"), "um"), (re.compile(r"ici$"), "icus"))


def stems(word: str) -> Iterator[str]:
    """The words, in lower case, that this may be an inflection of; none when it is too short."""
    if len(word) <= _SHORTEST_STEM:
        return
    found = dict.fromkeys((*_of_heden(word), *_of_diminutive(word), *_of_s(word), *_of_e(word)))
    for pattern, ending in _LATIN:
        found.setdefault(pattern.sub(ending, word))
    yield from (stem for stem in found if stem != word and len(stem) >= _SHORTEST_STEM)


def light_stem(word: str) -> str:
    """The stem of a word that nobody knows: plural, diminutive and adjective endings gone.

    Words of five letters and fewer stay as they are.
    """
    if len(word) <= _SHORTEST_STEM + 2:
        return word
    rules = (_of_heden, _of_diminutive, _of_s, _of_e)
    return next(
        (stem for rule in rules for stem in rule(word) if len(stem) >= _SHORTEST_STEM), word
    )


def _of_heden(word: str) -> Iterator[str]:
    if word.endswith("heden"):
        yield word[:-5] + "heid"


def _of_diminutive(word: str) -> Iterator[str]:
    for pattern, ending in _DIMINUTIVES:
        stem = pattern.sub(ending, word)
        if stem != word:
            yield from _undoubled(stem)


def _undoubled(stem: str) -> Iterator[str]:
    """The noun of a diminutive: *mann(etje)* is *man*, *autoo(tje)* is *auto*."""
    last, before = stem[-1], stem[-2:-1]
    if last == before:
        yield stem[:-1]
        if last == "e":
            yield stem[:-2] + "é"
    yield stem


def _of_s(word: str) -> Iterator[str]:
    stem = _PLURAL_S.sub("", word)
    if stem != word:
        yield stem


def _of_e(word: str) -> Iterator[str]:
    for ending in ("en", "e", "ën", "ë", "n"):
        stem = word.removesuffix(ending)
        # The e of covariantie is no ending.
        if stem == word or len(stem) < _SHORTEST_STEM or (ending[0] == "e" and stem[-1] == "i"):
            continue
        if ending == "n" and len(stem) == _SHORTEST_STEM:  # leen is no plural of lee
            continue
        if ending in ("en", "e"):
            yield from _respelt(stem)
        if ending != "n" or stem[-1] == "e":  # gemeente-n
            yield stem


def _respelt(stem: str) -> Iterator[str]:
    """The stem as it may be written without the e behind it."""
    last, before, third = stem[-1], stem[-2], stem[-3:-2]
    final = {"v": "f", "z": "s"}.get(last, last)
    open_syllable = last not in _VOWELS and before in "aeou" and third not in _VOWELS
    if last == before and last not in _VOWELS:
        yield stem[:-1]
    elif open_syllable and last not in "wxj":
        # An e is short as often as not: tafel-en, problem-en.
        if before == "e":
            yield stem[:-1] + final
        yield stem[:-1] + before + final
    elif final != last:
        yield stem[:-1] + final
