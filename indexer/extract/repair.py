"""Text repairs, pure: what a PDF's text layer or a web page does to letters, spaces and words.

Nothing here looks at a layout. `clean` mends a string, `join_lines` makes one text of lines.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

WordTest = Callable[[str], bool]
"""Whether a word, perhaps with hyphens in it, is known."""

_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "ĳ": "ij", "Ĳ": "IJ",
}  # fmt: skip
# Bullets of Symbol and Wingdings, which live where Unicode has no characters.
_BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0d8", "•")
_INVISIBLE = [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF]
_NONCHARACTERS = [*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF]
_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if not chr(code).isspace()]
_TABLE = str.maketrans(_LIGATURES | _BULLETS) | dict.fromkeys(
    [*_INVISIBLE, *_NONCHARACTERS, *_CONTROLS]
)

_LETTER = r"[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹]"
_SUPERSCRIPT = r"[⁰¹²³⁴⁵⁶⁷⁸⁹]"
# Old TeX fonts draw an accent and its letter one after the other. Consonants are left alone: in
# "foto´s" the mark is an apostrophe.
_LOOSE_ACCENT = re.compile(rf"(?:(?<={_LETTER})|(?<!\w)(?=´[eE]é))([´¨ˆ˜])([aeiouAEIOUı])")
_ACCENTS = {"´": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303"}
_NOTE_AFTER_WORD = re.compile(rf"(?<={_LETTER}{{3}})(?={_SUPERSCRIPT})")
_NOTE_BEFORE_WORD = re.compile(rf"(?<={_SUPERSCRIPT})(?={_LETTER}{{2}})")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")

_LINE_END_HYPHEN = re.compile(r"[\x02\xad\u2010\u2011](?=\s*$)")
_INNER_HYPHEN = re.compile(r"[\x02\u2010\u2011]")
_STEM = re.compile(r"\w(?:[\w'’-]*\w)?$")
_ADDRESS = re.compile(r"://|www\.|[@_]|/.*/|\.\w")
_FIRST_WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_SUSPENDED_BEFORE = frozenset({"en", "of", "tot", "noch", "als"})
_SHORTEST_STEM = 2
_SHORTEST_SHOUT = 4
# Two vowels that Dutch would read as one sound never meet in a word: where they do, the hyphen is
# part of the spelling ("auto-ongeluk", "mee-eten").
_CLASHES = frozenset(
    ("aa", "ae", "ai", "au", "ee", "ei", "ie", "ii", "oe", "oi", "oo", "ou", "uu", "ui")
)


def clean(text: str) -> str:
    """The text in NFC, on one line, without ligatures, invisible characters and double spaces.

    Soft hyphens, control characters and lone surrogates are dropped, all kinds of space become
    plain ones, and a superscript number glued to a word is set apart from it. Idempotent.
    """
    text = _pair_surrogates(text).translate(_TABLE)
    text = _compose(_LOOSE_ACCENT.sub(_put_accent, _compose(text)))
    text = _NOTE_AFTER_WORD.sub(" ", text)
    text = _NOTE_BEFORE_WORD.sub(" ", text)
    return _SPACES.sub(" ", text).strip()


def mark_line_end(text: str) -> str:
    """The line with every kind of hyphen that may break a word as a plain one.

    Within the line a U+0002 is a hyphen too; a soft hyphen is left for `clean` to drop.
    """
    return _INNER_HYPHEN.sub("-", _LINE_END_HYPHEN.sub("-", text))


def join_lines(lines: Iterable[str], *, is_word: WordTest | None = None) -> str:
    """One text of the lines of a paragraph, words broken at line ends joined, and cleaned.

    A hyphen at a line end goes when the word goes on in lower case; it stays before a capital or a
    digit ("Noordoost-Friesland"), after an abbreviation, a digit or a single letter, within an
    address, where two vowels would clash, and, with a space, before "en", "of", "tot" ("wijk- en
    buurtteams"). Nothing but hyphens and spaces is added or lost.

    Args:
        lines: from top to bottom.
        is_word: decides where exactly one of the word with and without the hyphen is known.
    """
    text = ""
    for line in lines:
        following = clean(mark_line_end(line))
        text = _join(text, following, is_word) if text and following else text or following
    return clean(text)


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words that stand whole in these lines, in lower case: none that touches a line end."""
    words: set[str] = set()
    for line in lines:
        words.update(_WORD.findall(line.lower())[1:-1])
    return frozenset(words)


def _pair_surrogates(text: str) -> str:
    """Where Python has narrow characters, PDFium gives the two halves of a wide one apart."""
    if not _SURROGATES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _compose(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _put_accent(match: re.Match[str]) -> str:
    return match[2].replace("ı", "i") + _ACCENTS[match[1]]


def _join(left: str, right: str, is_word: WordTest | None) -> str:
    if left.endswith("/") and re.search(r"(?:^|\s)\w+/$", left):
        return left + right
    token = left[left.rfind(" ") + 1 :]
    stem = _STEM.search(token[:-1]) if token.endswith("-") else None
    first = _FIRST_WORD.match(right)
    if not stem or not first or first[0] in _SUSPENDED_BEFORE:
        return f"{left} {right}"
    if _ADDRESS.search(token) or _keeps_hyphen(stem[0], first[0], is_word):
        return left + right
    return left[:-1] + right


def _keeps_hyphen(stem: str, first: str, is_word: WordTest | None) -> bool:
    if _is_shouted(stem, first):
        return False
    if not first[0].islower() or _is_never_broken(re.split(r"[-'’]", stem)[-1]):
        return True
    joined, hyphened = (stem + first).lower(), f"{stem}-{first}".lower()
    if is_word is not None and is_word(joined) != is_word(hyphened):
        return is_word(hyphened)
    return (stem[-1] + first[0]).lower() in _CLASHES


def _is_shouted(stem: str, first: str) -> bool:
    """A word in capitals, long enough to be no abbreviation, broken in the middle."""
    return (stem + first).isupper() and max(len(stem), len(first)) >= _SHORTEST_SHOUT


def _is_never_broken(part: str) -> bool:
    """Whether the part before a hyphen cannot be a syllable: "e", "50", "ICT"."""
    return len(part) < _SHORTEST_STEM or part[-1].isdigit() or part.isupper()
