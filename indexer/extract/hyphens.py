"""Whether a hyphen at a line end belongs to the word, pure.

The word is known with or without it to the dictionary and to the rest of the document; they decide.
Where neither knows it, the spelling does: `hyphens.toml` lists what takes a hyphen in Dutch. All
else is joined, since a line end breaks far more words than Dutch spells with a hyphen.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import resources
from typing import TypeAlias

from msgspec import Struct, convert

WordTest: TypeAlias = Callable[[str], bool]
"""Whether a word in lower case, perhaps with hyphens in it, is known."""

_SHORTEST_STEM = 2
_SHORTEST_PART = 3
_MOST_PARTS = 4
_SHORTEST_SHOUT = 4
_LONGEST_ABBREVIATION = 5
_LINKERS = ("s", "en", "e", "er")
# Two vowels that Dutch would read as one sound never meet in a word: where they do, the hyphen is
# part of the spelling ("auto-ongeluk", "mee-eten").
_CLASHES = frozenset(
    ("aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "oe", "oi", "oo", "ou", "uu", "ui")
)
# Where one sound would be cut in two: no line end does that ("zo-even" is not "zoeven").
_SPLITS_A_SOUND = re.compile(r"(?:a-[au]|o-[eou]|u-u)")
# Where they do meet: "waai-er", "vlei-erij", "ingeni-eur", "gedifferenti-eerd".
_GLIDE = re.compile(r"(?:(?:aa|oe|oo|u|e)i-[aeiou]|i-e[eu])")
_BARE = str.maketrans("éèáà", "eeaa")
_TREMAS = str.maketrans("eiou", "ëïöü")
_ONSET = re.compile(r"[^aeiouyàáâäèéêëìíîïòóôöùúûüĳ']*")
_CODA = re.compile(r"[^aeiouyàáâäèéêëìíîïòóôöùúûüĳ']{2,}$")
_SEAM = re.compile(r"[-'’]")
# What adjectives end in, and what that becomes before the -e of their inflected form.
_ADJECTIVE_ENDS = {
    "isch": "isch", "lijk": "lijk", "eel": "el", "aal": "al", "ief": "iev", "iek": "iek",
    "air": "air", "eus": "euz", "ent": "ent", "ant": "ant", "oos": "oz",
}  # fmt: skip
_ADJECTIVE = re.compile(
    r"\w{2,}(?:isch|lijk|eel|aal|ief|iek|air|eus|iële|ële|ele|ale|ieve|euze|ox)e?n?$"
)
# Adjectives that are never glued to what follows, save to an ending.
_WHOLE_ADJECTIVE = re.compile(r"\w{2}(?:isch|(?<!ge)(?<!huwe)lijk)$")
_ENDING = re.compile(r"(?:heid|heden|er$|ers|st|erwij)")
_SHORTEST_AFTER_ADJECTIVE = 4
_VOWEL = re.compile(r"[aeiouyáéíóúäëïöüàèìòùâêîôû]")


class _Spelling(Struct, frozen=True, forbid_unknown_fields=True):
    """What `hyphens.toml` holds; its comments say what each list is."""

    prefixes: frozenset[str]
    abbreviations: frozenset[str]
    onsets: frozenset[str]
    codas: frozenset[str]
    apart: tuple[str, ...]
    particles: frozenset[str]
    kin: tuple[str, ...]
    roles: tuple[str, ...]
    served: tuple[str, ...]
    serving: tuple[str, ...]
    colours: tuple[str, ...]
    pairs: tuple[str, ...]
    english: tuple[str, ...]
    adjectives: frozenset[str]
    links: frozenset[str]
    suspended: frozenset[str]


@cache
def spelling() -> _Spelling:
    """The rules of the spelling, read once."""
    text = resources.files("indexer.extract").joinpath("hyphens.toml").read_text("utf-8")
    return convert(tomllib.loads(text), _Spelling)


def is_suspended_before(word: str) -> bool:
    """Whether a hyphen before this word stands for a part left out: "wijk- en buurtteams"."""
    return word in spelling().suspended


def rejoin(stem: str, rest: str, is_word: WordTest | None = None) -> str:
    """The word that a line end broke into these two, with the hyphen where it belongs to the word.

    Args:
        stem: before the hyphen, without it; may have hyphens of its own.
        rest: the first word of the next line.
        is_word: asked only where the shape of the two does not decide already. Without it no
            word is known, and only the shape decides. With it a diaeresis that a line end took
            comes back: "ge-" and "interesseerd" are "geïnteresseerd".
    """
    hyphened = f"{stem}-{rest}"
    if _is_shouted(stem, rest):
        return stem + rest
    if (
        not rest[0].islower()
        or _is_never_broken(_SEAM.split(stem)[-1])
        or _is_chain(stem, rest, is_word)
    ):
        return hyphened
    if is_word is None:
        return hyphened if _clashes(stem, rest) else stem + rest
    return _ask(stem, rest, is_word)


def _ask(stem: str, rest: str, is_word: WordTest) -> str:
    low, joined, hyphened = stem.lower(), stem + rest, f"{stem}-{rest}"
    knows_joined, knows_hyphened = is_word(joined.lower()), _knows(hyphened.lower(), is_word)
    if _starts_pair(_SEAM.split(low)[-1], rest, (*spelling().apart, *spelling().english)):
        return hyphened
    with_trema = stem + rest[0].translate(_TREMAS) + rest[1:]
    if _clashes(stem, rest) and not knows_hyphened and is_word(with_trema.lower()):
        return with_trema
    if _is_never_glued(low, rest, is_word) or (knows_hyphened and not knows_joined):
        return hyphened
    if knows_joined:
        return hyphened if knows_hyphened and _is_spelt_so(low, rest, is_word) else joined
    return hyphened if _clashes(stem, rest) or _is_spelt_so(low, rest, is_word) else joined


def _knows(hyphened: str, is_word: WordTest) -> bool:
    """Whether a word with a hyphen is known; of adjectives dictionaries lack inflected forms."""
    return is_word(hyphened) or (hyphened.endswith("e") and is_word(hyphened[:-1]))


def _is_never_glued(stem: str, rest: str, is_word: WordTest) -> bool:
    """Whether no word has these two as neighbours, though a dictionary glues them together."""
    if _SPLITS_A_SOUND.search(f"{stem[-3:]}-{rest[:2]}"):
        return True
    return stem.endswith(("isch", "lijk")) and _are_adjectives(stem, rest, is_word)


def is_compound(word: str, is_word: WordTest, *, parts: int = _MOST_PARTS) -> bool:
    """Whether a word in lower case is known, or is made of known words with or without linkers.

    Each part has three letters or more; "s", "en", "e" and "er" link them.
    """
    if is_word(word):
        return True
    return parts > 1 and any(
        is_word(head) and any(is_compound(tail, is_word, parts=parts - 1) for tail in _tails(rest))
        for head, rest in _splits(word)
    )


def _splits(word: str) -> Iterator[tuple[str, str]]:
    for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        yield word[:at], word[at:]


def _tails(rest: str) -> Iterator[str]:
    yield rest
    for linker in _LINKERS:
        if rest.startswith(linker) and len(rest) >= len(linker) + _SHORTEST_PART:
            yield rest.removeprefix(linker)


def _is_spelt_so(stem: str, rest: str, is_word: WordTest) -> bool:
    """Whether the spelling has a hyphen between these two, of which no dictionary has the whole."""
    part = _SEAM.split(stem)[-1]
    rules = spelling()
    if _starts_pair(part, rest, (*rules.pairs, *rules.english)) or _are_equals(part, rest):
        return True
    if _are_adjectives(part, rest, is_word) or _is_row(part, rest, is_word):
        return True
    if part in rules.prefixes or part in rules.abbreviations:
        return _is_like_a_word(rest, is_word) and not _has_other_seam(part, rest, is_word)
    return bool(_WHOLE_ADJECTIVE.search(part)) and _follows_adjective(rest, is_word)


def _is_row(stem: str, rest: str, is_word: WordTest) -> bool:
    """Whether it begins a row of three or more words: "kop-hals-rompboerderij"."""
    first, *more = _SEAM.split(rest)
    rules = spelling()
    if not more or stem in rules.particles or first in rules.roles or is_word(stem + first):
        return False
    return is_word(stem) and is_word(first)


def _is_like_a_word(rest: str, is_word: WordTest) -> bool:
    """Whether it is a word or compound, or the plural of one that dictionaries lack."""
    first = _SEAM.split(rest)[0]
    return any(is_compound(first.removesuffix(end), is_word) for end in ("", "n", "s", "e", "en"))


def _follows_adjective(rest: str, is_word: WordTest) -> bool:
    """Whether it is a word of its own after "-isch" or "-lijk", and no ending ("-heid")."""
    long_enough = len(rest) >= _SHORTEST_AFTER_ADJECTIVE
    return long_enough and not _ENDING.match(rest) and _is_like_a_word(rest, is_word)


def _has_other_seam(stem: str, rest: str, is_word: WordTest) -> bool:
    """Whether the two are a compound that joins elsewhere, a syllable away: "ex-portbeleid"."""
    joined = stem + rest
    return any(
        _VOWEL.search(joined[min(at, len(stem)) : max(at, len(stem))])
        and is_word(joined[:at])
        and not is_word(f"{stem}-{joined[len(stem) : at]}")
        and any(is_word(tail) for tail in _tails(joined[at:]))
        for at in range(_SHORTEST_PART, len(joined) - _SHORTEST_PART + 1)
    )


def _starts_pair(stem: str, rest: str, pairs: Iterable[str]) -> bool:
    return any(f"{stem}-{rest}".startswith(pair) and pair.startswith(f"{stem}-") for pair in pairs)


def _are_equals(stem: str, rest: str) -> bool:
    """Persons beside each other: of a family in the singular, in their roles in either number."""
    rules = spelling()
    if stem in rules.colours and rest.startswith(rules.colours):
        return True
    if stem in rules.kin and rest.startswith(rules.kin):
        return True
    singular = {stem, stem.removesuffix("s"), stem.removesuffix("en")}.intersection(rules.roles)
    if not singular or not rest.startswith(rules.roles):
        return False
    if stem not in rules.roles and rest in rules.roles:
        return False  # equals agree in number; here a letter links: "vrijwilligerscoach"
    return not (singular.intersection(rules.served) and rest.startswith(rules.serving))


def _are_adjectives(stem: str, rest: str, is_word: WordTest) -> bool:
    """Two adjectives of equal weight: "ruimtelijk-economisch", never found without a hyphen."""
    if not _ADJECTIVE.search(rest):
        return False
    if stem in spelling().adjectives:
        return True
    return any(
        stem.endswith(end) and is_word(stem.removesuffix(end) + inflected + "e")
        for end, inflected in _ADJECTIVE_ENDS.items()
    )


def _clashes(stem: str, rest: str) -> bool:
    before, behind = stem[-3:].lower().translate(_BARE), rest[:2].lower()
    met = before[-1:] + behind[:1]
    return met in _CLASHES and not _GLIDE.search(f"{before}-{behind}")


def _is_shouted(stem: str, rest: str) -> bool:
    """A word in capitals, long enough to be no abbreviation, broken in the middle."""
    return (stem + rest).isupper() and max(len(stem), len(rest)) >= _SHORTEST_SHOUT


def _is_never_broken(part: str) -> bool:
    """Whether the part before a hyphen cannot be a syllable: "e", "50", "ICT", "ggz"."""
    if len(part) < _SHORTEST_STEM or part[-1].isdigit() or part.isupper():
        return True
    low = part.lower()
    onset = _ONSET.match(low)
    if onset and onset[0] and (onset[0] == low or onset[0] not in spelling().onsets):
        return True
    coda = _CODA.search(low) if part.islower() and len(part) <= _LONGEST_ABBREVIATION else None
    return coda is not None and coda[0] not in spelling().codas


def _is_chain(stem: str, rest: str, is_word: WordTest | None) -> bool:
    """Whether a little word links three: "kant-en-klaar", before or behind the line end.

    Before it the same letters may begin a word: "re-in-", "tegratie".
    """
    links = spelling().links
    behind, *more = rest.split("-")
    before = stem.split("-")
    if more and behind in links:
        return True
    if len(before) < 2 or before[-1] not in links:  # noqa: PLR2004  # one before the link
        return False
    if before[-2].lower() == behind:
        return True  # "face-to-", "face"
    if is_word and _is_never_broken(before[-2]) and is_word(before[-1] + behind):
        return False  # "ggz-in-", "stelling"
    return is_word is None or not (
        is_compound(before[-1] + behind, is_word) and not _is_like_a_word(behind, is_word)
    )
