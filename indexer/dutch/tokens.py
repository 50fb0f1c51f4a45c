"""Cuts Dutch text into tokens: what stands between spaces and marks, as a reader sees it.

    token                              form, where it is not the folded token      pieces
    www.movisie.nl/wijken              movisienl: a path is not the author's words
    15.000   2.5 or 2,5   12.05.2021   15000   2,5   12.05.2021
    m.b.v.   o.a.   t/m                mbv   oa   t/m
    24/7                               24/7                                        24, 7
    65-plus   65+   65+'ers            65plus   65plus   65plussers                65, plus(sers)
    zorg-op-maat                       zorgopmaat                                  zorg, op, maat
    's-Gravenhage   zo'n               sgravenhage   zo (and 'n)                   s, gravenhage

Pure.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_LETTERS = r"[^\W_]+(?:[\u00ad\u200b-\u200d\u2060\u0300-\u036f]+[^\W_]*)*"
"""Letters and digits with what nobody sees (soft hyphens) or what stands on them (diacritics)."""

# First what most tokens are, a word before a space or comma: then nothing else need be tried.
# 's, 't and 'n belong to the word; other apostrophes and hyphens only between letters.
_TOKEN = re.compile(
    rf"""
    [^\W\d_]{(2,)}(?=[\s,;:!?)])
    | (?:https?://(?:www\.)? | www\.) (?P<host>[\w-]+(?:\.[\w-]+)+) (?:/\S*)?
    | (?:[\w.+-]+@)? (?P<bare>(?:[a-z0-9-]+\.)+(?:nl|com|org|net|eu|info|nu|frl|be|de)\b) (?:/\S*)?
    | (?P<number>\d+(?:[.,]\d+)+)
    | (?P<plus>\d+)\+(?P<er>['’]?ers?\b)?
    | (?P<slashed>\d+(?:/\d+)+(?!\w))
    | (?P<short>(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)\.? | (?<!\w)[^\W\d_]/[^\W\d_](?!\w))
    | (?:['’‘](?=[sStTnN]\b))? {_LETTERS}
      (?:(?:[-\u2010\u2011] | ['’](?!(?<=[zZ][oO]['’])[nN]\b)) {_LETTERS})*
    """,
    re.VERBOSE,
)
_JOINTS = re.compile(r"[-\u2010\u2011]")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_NOT_IN_A_FORM = str.maketrans(
    {
        **dict.fromkeys("'’‘-\u2010\u2011.,", ""),
        **dict.fromkeys(_UNSEEN, ""),
        # Letters that do not come apart into a letter and a diacritic.
        "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
    }
)  # fmt: skip
_NOT_SEEN = str.maketrans("", "", _UNSEEN)


class Piece(NamedTuple):
    """A word within a token: as it is read, and where it stands in the text."""

    text: str
    start: int
    end: int


class Token(NamedTuple):
    """A token of a text.

    Attributes:
        text: as it is read: composed, without what nobody sees.
        start: where it begins in the text, in characters.
        end: behind its last character.
        form: of what is no word of letters (numbers, addresses, abbreviations); None for words,
            whose form is the folded text.
        pieces: the words it is joined of by hyphens; empty for one word.
    """

    text: str
    start: int
    end: int
    form: str | None = None
    pieces: tuple[Piece, ...] = ()


def fold(text: str) -> str:
    """The text without case, diacritics, apostrophes and hyphens: *Súdwest* is *sudwest*."""
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return plain.casefold().translate(_NOT_IN_A_FORM)


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text in order."""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if kind is None:
            token = match.group()
            # Nearly every token is one plain word.
            yield (
                Token(token, start, end)
                if token.isascii() and token.isalnum()
                else _word(token, start, end)
            )
        elif kind in ("plus", "er"):
            yield _with_plus(match)
        elif kind == "slashed":
            pieces = tuple(
                Piece(part.group(), start + part.start(), start + part.end())
                for part in re.finditer(r"\d+", match.group())
            )
            yield Token(match.group(), start, end, match.group(), pieces)
        else:
            yield Token(match.group(), start, end, _form(match, kind))


def pieces_of(token: str) -> tuple[str, ...]:
    """The words that a typed token is joined of by hyphens; itself when it is one."""
    return tuple(_JOINTS.split(_seen(token)))


def _word(token: str, start: int, end: int) -> Token:
    pieces: list[Piece] = []
    cursor = start
    for piece in _JOINTS.split(token):
        pieces.append(Piece(_seen(piece), cursor, cursor + len(piece)))
        cursor += len(piece) + 1
    return Token(_seen(token), start, end, pieces=tuple(pieces) if len(pieces) > 1 else ())


def _with_plus(match: re.Match[str]) -> Token:
    """The token *65+* or *65+'ers*, read as *65-plus* and *65-plussers*."""
    plus = {"": "plus", "er": "plusser", "ers": "plussers"}[(match["er"] or "").strip("'’")]
    start, middle, end = match.start(), match.end("plus"), match.end()
    pieces = (Piece(match["plus"], start, middle), Piece(plus, middle, end))
    return Token(f"{match['plus']}-{plus}", start, end, pieces=pieces)


def _form(match: re.Match[str], kind: str) -> str:
    found = match[kind]
    if kind in ("host", "bare"):
        return fold(found)
    if kind == "short":
        return fold(found)
    if _THOUSANDS.fullmatch(found):
        return found.replace(".", "")
    return found.replace(".", ",") if found.count(".") == 1 else found


def _seen(token: str) -> str:
    if token.isascii():
        return token
    return unicodedata.normalize("NFC", token.translate(_NOT_SEEN))
