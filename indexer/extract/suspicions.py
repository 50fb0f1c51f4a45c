"""What looks wrong with a text, measured: words glued together or scattered, odd characters.

Pure. A measure is a share, so that pages of any length compare; a threshold stands beside each,
with what it was measured on. `python tests/score_suspicions.py` prints what they say of real files.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from string import ascii_lowercase

from corpus.models import Suspicion

LONG_WORD = 25
"""Letters: longer words are rare in Dutch, but *dienstenniveauovereenkomst* is one."""

LONGEST_WORD = 40
"""Letters: hardly a word is longer, compounds included. At most 31 on pages that are read well, 43
to 99 in sentences that pypdf glues, also where a number within makes them look like code."""

MOST_LONG = 0.03
"""Share of the letters that may stand in different long words. Pages of Dutch manuals that are read
well have at most 0.024 in two words; five pages that pypdf glues have 0.031 to 0.107, and four are
told by their longest word alone."""

MOST_GLUED_STOPS = 0.4
"""Share of the words with a comma or colon that have it inside ("eten,drinken"), each counted once.
At most 0.29 on pages with code, 0.50 where words are glued that are too short to be long."""

MOST_SINGLE = 0.02
"""Share of the words that may be single letters in a row ("h u i s"). At most 0.013 on pages of
text, 0.13 in a score of music, 0.11 to 0.65 where pypdf scatters words."""

SHORTEST_MEAN = 3.0
"""Letters of a word: 3.1 in a score of music, 4.3 and more in text."""

MOST_ODD = 0.005
"""Share of the words with letters of two scripts, and of control characters."""

MOST_UNMAPPED = 0.005
"""Share of the characters that are no letter of any script: private use, U+FFFD. One on a page of
text may be an ornament."""

MOST_UNMAPPED_GLYPHS = 0.02
"""Share of the glyphs, asked of some 64 on a page, of which the font does not say what letter they
are: two of these. One (0.016) is a bullet or bracket on pages of text; eleven pages with scores of
music have 0.03 to 0.26, and one with brackets that are read as letters 0.03."""

VOWELS = (0.2, 0.65)
"""Share of the letters a to z that are vowels, y among them: 0.35 to 0.46 in text. With every
letter shifted by 29, as fonts without names give it, 349 of 351 pages of the Dutch files have less
than 0.2 (the middle one 0.16)."""

_FEWEST_STOPS = 5
_FEWEST_LONG = 2
_SHORTEST_RUN = 4  # "T A B" is a label
_A_WORD = 6  # so many single letters in a row are a word on a page of any length
_ENOUGH_SIGNS = 100  # fewer words give no share
_ENOUGH_LETTERS = 200  # fewer say nothing about vowels and length

_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"://|www\.|@")
_ADDRESS_OR_CODE = re.compile(r"://|www\.|[@/\\_=<>{}()\[\]$%|+*#]|\w\.\w|\d")
_STOP = re.compile(r"(?<=[^\W\d_])[,;:]")
_GLUED_STOP = re.compile(r"(?<=[^\W\d_])[,;:](?=\w\w)")
_SCRIPTS = frozenset(("LATIN", "GREEK", "CYRILLIC"))
_NO_CHARACTERS = frozenset(("Co", "Cn"))
_CONTROLS = frozenset(("Cc", "Cs"))


@dataclass(frozen=True, slots=True)
class Measures:
    """What a text measures; all but the counts are shares from 0 to 1.

    Attributes:
        signs: letters and digits.
        letters: letters.
        long: of the letters, in different words over `LONG_WORD`.
        long_words: how many different words that are.
        longest: letters of the longest word, also in code, but not in an address.
        stops: how many different words have a comma, colon or semicolon.
        glued: of these, with the next word stuck to it.
        single: of the words, single letters in a row.
        longest_run: the longest row of single letters.
        mean: letters of a word.
        odd: of the words, with letters of two scripts or control characters.
        unmapped: of the characters, no character at all.
        vowels: of the letters a to z; 0.4 where there are too few to tell.
    """

    signs: int
    letters: int
    long: float
    long_words: int
    longest: int
    stops: int
    glued: float
    single: float
    longest_run: int
    mean: float
    odd: float
    unmapped: float
    vowels: float


def measure(texts: Sequence[str]) -> Measures:
    """The measures of a page, its blocks (or lines) given one by one: a row ends with a block."""
    tokens = [text.split() for text in texts]
    every = list(chain(*tokens))
    # Most words are letters alone: no pattern need look at those.
    mixed = [one for one in every if not one.isalpha()]
    words = [one for one in every if one.isalpha()]
    signs = sum(map(len, words)) + sum(map(str.isalnum, "".join(mixed)))
    plain = [one for one in mixed if not _ADDRESS_OR_CODE.search(one)]
    words += [word for token in plain for word in _WORD.findall(token)]
    long = {word for word in words if len(word) > LONG_WORD}
    letters = sum(map(len, words))
    stops = {token for token in plain if _STOP.search(token)}
    runs = [len(run) for block in tokens for run in _single_letters(block)]
    foreign = [one for one in every if not one.isascii() or not one.isprintable()]
    return Measures(
        signs=signs,
        letters=letters,
        long=_share(sum(map(len, long)), letters),
        long_words=len(long),
        longest=_longest(every),
        stops=len(stops),
        glued=_share(sum(_GLUED_STOP.search(token) is not None for token in stops), len(stops)),
        single=_share(sum(runs), len(every)),
        longest_run=max(runs, default=0),
        mean=_share(letters, len(words)),
        odd=_share(sum(map(_is_odd, foreign)), len(every)),
        unmapped=_share(sum(map(_is_unmapped, "".join(foreign))), sum(map(len, texts))),
        vowels=_vowels(words),
    )


def suspicions_in(measures: Measures) -> Iterator[Suspicion]:
    """What the measures of a text make us suspect, each once."""
    if _is_glued(measures):
        yield "glued-words"
    if _is_scattered(measures):
        yield "scattered-words"
    if measures.odd > MOST_ODD or not VOWELS[0] <= measures.vowels <= VOWELS[1]:
        yield "odd-characters"
    if measures.unmapped > MOST_UNMAPPED:
        yield "unmapped-glyphs"


def _is_glued(measures: Measures) -> bool:
    return (
        (measures.long > MOST_LONG and measures.long_words >= _FEWEST_LONG)
        or measures.longest > LONGEST_WORD
        or (measures.stops >= _FEWEST_STOPS and measures.glued > MOST_GLUED_STOPS)
    )


def _is_scattered(measures: Measures) -> bool:
    return (
        (measures.signs >= _ENOUGH_SIGNS and measures.single > MOST_SINGLE)
        or measures.longest_run >= _A_WORD
        or (measures.letters >= _ENOUGH_LETTERS and measures.mean < SHORTEST_MEAN)
    )


def _longest(tokens: Iterable[str]) -> int:
    suspect = (token for token in tokens if len(token) > LONG_WORD and not _ADDRESS.search(token))
    return max((len(word) for token in suspect for word in _WORD.findall(token)), default=0)


def _single_letters(tokens: Iterable[str]) -> Iterator[list[str]]:
    """Single letters in a row; not in the order of the alphabet, as an index has them."""
    run: list[str] = []
    for token in chain(tokens, ("",)):
        if len(token) == 1 and token.isalpha():
            run.append(token)
            continue
        if not run:
            continue
        rising = sum(one < other for one, other in pairwise(run))
        if len(run) >= _SHORTEST_RUN and rising < len(run) - 1:
            yield run
        run = []


def _is_odd(token: str) -> bool:
    """Whether a token that is not plain ASCII has letters of two scripts or control characters."""
    if any(unicodedata.category(char) in _CONTROLS for char in token):
        return True
    return any(len(_scripts(word)) > 1 for word in _WORD.findall(token))


def _scripts(word: str) -> frozenset[str]:
    """The scripts of a word; a single Greek letter is a sign, as in "Δt"."""
    names = [unicodedata.name(char, "").split(" ", 1)[0] for char in word]
    return frozenset(name for name in names if name in _SCRIPTS and names.count(name) > 1)


def _is_unmapped(char: str) -> bool:
    return char == "\ufffd" or unicodedata.category(char) in _NO_CHARACTERS


def _vowels(words: Iterable[str]) -> float:
    plain = unicodedata.normalize("NFD", "".join(words)).lower()
    counts = {letter: plain.count(letter) for letter in ascii_lowercase}
    count = sum(counts.values())
    return sum(counts[vowel] for vowel in "aeiouy") / count if count >= _ENOUGH_LETTERS else 0.4


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
