"""Text repairs, pure: what a PDF's text layer or a web page does to letters, spaces and words.

Nothing here looks at a layout. `clean` mends a string, `join_lines` makes one text of lines.
"""

import re
import unicodedata
from collections.abc import Iterable

from indexer.extract.hyphens import WordTest, is_compound, is_suspended_before, rejoin

__all__ = ["WordTest", "clean", "join_lines", "mark_line_end", "words_of"]


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
_TO_MEND = re.compile("[\ud800-\udfff´¨ˆ˜⁰¹²³⁴⁵⁶⁷⁸⁹" + "".join(map(chr, _TABLE)) + "]")

_HYPHEN = re.compile(r"[\x02\xad\u2010\u2011]")
_LINE_END_HYPHEN = re.compile(r"[\x02\xad\u2010\u2011](?=\s*$)")
_INNER_HYPHEN = re.compile(r"[\x02\u2010\u2011]")
_STEM = re.compile(r"\w(?:[\w'’-]*\w)?$")
_ADDRESS = re.compile(r"://|www\.|[@_]|/.*/|\.\w")
_ADDRESS_BEGUN = re.compile(r"\bwww\.$|\w\.\w.*/$")
_MAY_BREAK = ("-", "/", "www.")  # lines that end so may end within a word or address
_FIRST_WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*")
_ENDS_IN_SLASH = re.compile(r"(?:^|\s)[\w-]*\w-?/$")
_SLASH = re.compile(r"/\w")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_LIGATURE_WORD = re.compile(r"\bff?[il]?\b")
# A ligature that a file sets apart from the letters beside it: "ef f iciënt", "of fi cieel".
_LONE_LIGATURE = re.compile(
    rf"(?P<before>\b{_LETTER}+ )?\b(?P<it>ff?[il]?(?: [fil])*)\b(?P<after> {_LETTER}+\b)?"
)


def clean(text: str) -> str:
    """The text in NFC, on one line, without ligatures, invisible characters and double spaces.

    Soft hyphens, control characters and lone surrogates are dropped, all kinds of space become
    plain ones, and a superscript number glued to a word is set apart from it. Idempotent.
    """
    # Most text needs nothing but its spaces: that is seen much faster than it is done.
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text else text.strip()
    if _TO_MEND.search(text):
        text = _mend(text)
    elif not unicodedata.is_normalized("NFC", text):
        text = _compose(text)
    return " ".join(text.split())


def mark_line_end(text: str) -> str:
    """The line with every kind of hyphen that may break a word as a plain one.

    Within the line a U+0002 is a hyphen too; a soft hyphen is left for `clean` to drop.
    """
    if not _HYPHEN.search(text):
        return text
    return _INNER_HYPHEN.sub("-", _LINE_END_HYPHEN.sub("-", text))


def join_lines(lines: Iterable[str], *, is_word: WordTest | None = None) -> str:
    """One text of the lines of a paragraph, words broken at line ends joined, and cleaned.

    An address that a line end breaks is whole. A hyphen at a line end stays within one and, with a
    space, before "en", "of", "tot" ("wijk- en buurtteams"); else `rejoin` says whether it belongs
    to the word. Without `is_word` nothing but hyphens and spaces is added or lost; with it a
    diaeresis that the line end took comes back ("ge-", "interesseerd"), and a ligature that stands
    apart ("ef f iciënt").

    Args:
        lines: from top to bottom.
        is_word: whether a word in lower case is known; asked only about a doubtful hyphen or
            ligature.
    """
    parts: list[str] = []
    for line in lines:
        following = clean(mark_line_end(line))
        if parts and following and parts[-1].endswith(_MAY_BREAK):
            parts[-1] = _join(parts[-1], following, is_word)
        elif following:
            parts.append(following)
    text = clean(" ".join(parts))
    if is_word is None or not _LIGATURE_WORD.search(text):
        return text
    return _with_ligatures(text, is_word)


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words that stand whole in these lines, in lower case: none that touches a line end."""
    words: set[str] = set()
    for line in lines:
        words.update(_WORD.findall(line.lower())[1:-1])
    return frozenset(words)


def _mend(text: str) -> str:
    text = _pair_surrogates(text).translate(_TABLE)
    text = _compose(_LOOSE_ACCENT.sub(_put_accent, _compose(text)))
    return _NOTE_BEFORE_WORD.sub(" ", _NOTE_AFTER_WORD.sub(" ", text))


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
    if _is_slashed(left, right):
        return left + right
    token = left[left.rfind(" ") + 1 :]
    if _ADDRESS_BEGUN.search(token):
        return left + right if _may_be_address(right, is_word) else f"{left} {right}"
    stem = _STEM.search(token[:-1]) if token.endswith("-") else None
    first = _FIRST_WORD.match(right)
    if not stem or not first or is_suspended_before(first[0]):
        return f"{left} {right}"
    if _ADDRESS.search(token):
        return left + right
    word = rejoin(stem[0], first[0], is_word)
    return left[: -1 - len(stem[0])] + word + right[len(first[0]) :]


def _may_be_address(right: str, is_word: WordTest | None) -> bool:
    """Whether an address may go on with the first word of a line: it has a sign or is unknown."""
    first = right.split(" ", 1)[0].rstrip(").,;:!?’”'\"")
    if not first.isalpha():
        return bool(first)
    return first.islower() and not (is_word is not None and is_word(first))


def _with_ligatures(text: str, is_word: WordTest) -> str:
    """The text with each ligature that stands apart in the word that it makes, if that is one.

    An "f" or "ff" alone may be a word; it is one where all that it would be joined to are words.
    """

    def joined(match: re.Match[str]) -> str:
        before, it, after = (match[name] or "" for name in ("before", "it", "after"))
        for parts, left, right in (
            ((before, it, after), "", ""),
            ((it, after), before, ""),
            ((before, it), "", after),
        ):
            word = "".join(parts).replace(" ", "").lower()
            beside = [part.strip().lower() for part in parts if part.strip() and part is not it]
            alone = it in {"f", "ff"} and all(map(is_word, beside))
            if beside and not alone and is_compound(word, is_word):
                return left + "".join(parts).replace(" ", "") + right
        return match[0]

    return _LONE_LIGATURE.sub(joined, text)


def _is_slashed(left: str, right: str) -> bool:
    """Whether the line ends at the stroke of "bewoners/vrijwilligers" or "voor-/achterkant"."""
    return bool(_ENDS_IN_SLASH.search(left) or (left.endswith("-") and _SLASH.match(right)))
