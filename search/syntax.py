"""The query language: from a text to the tree of what it asks for. No text is an error.

    samen eten              words; a passage that meets one is found, more words rank higher
    "samen eten"            a phrase: these forms, following each other
    "eten wijk"~5           near: in any order and inflection, at most 5 other words among them
    wijk*   buurthuis~      words that begin so; words spelt almost so (~1, ~2: how many letters)
    eten AND jongeren       both; EN too. OR, OF: one of both. NOT, NIET, or -word: not this
    plaats:Utrecht          a field; FIELDS has them all
    (eten OR koken) AND ... parentheses

NOT binds first, then words side by side, then AND, then OR; operators are in capitals and stand
between what they combine. Whatever has no meaning here is taken as plain words.

Written by hand, not on luqum: that raises on unbalanced text and knows no Dutch operators, so that
its grammar would have to be wrapped on both sides; this is one expression and a short descent.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

FIELDS: Mapping[str, str] = {
    "titel": "title", "title": "title",
    "kop": "heading", "heading": "heading",
    "tekst": "text", "text": "text",
    "bundel": "edition", "editie": "edition", "edition": "edition",
    "thema": "theme", "theme": "theme",
    "plaats": "place", "place": "place",
    "wijk": "neighbourhood", "neighbourhood": "neighbourhood",
    "gemeente": "municipality", "municipality": "municipality",
    "provincie": "province", "province": "province",
    "doelgroep": "target-group", "target-group": "target-group",
}  # fmt: skip
"""The names of the fields, Dutch and English, and what each is called inside."""

DEEPEST = 20
"""Parentheses further within each other than this are left out."""

LARGEST_SLACK = 99

_OPERATORS = {"AND": "and", "EN": "and", "OR": "or", "OF": "or", "NOT": "not", "NIET": "not"}
_NAMES = "|".join(sorted(FIELDS, key=len, reverse=True))
_TOKEN = re.compile(
    rf"""
    (?P<open>\() | (?P<close>\))
    | (?P<not>(?:(?<=\s)|(?<=\()|(?<![\s\S]))-(?=[^\W_]|["“”„(]))
    | (?P<field>(?<![^\s(\-])(?i:{_NAMES})):(?=[^\W_]|["“”„'’])
    | ["“”„](?P<phrase>[^"“”„]*)["“”„](?:~(?P<slack>\d{{1,2}})(?!\w))?
    | (?P<word>[^\s()"“”„]+)
    """,
    re.VERBOSE,
)
_PREFIX = re.compile(r"([^\W_]{2,})\*")
_FUZZY = re.compile(r"([^\W\d_]{3,})~([12])?")


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotes, with how many others may stand among them (None: they follow each other)."""

    text: str
    slack: int | None = None


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin with this."""

    text: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words spelt almost like this; `edits` is None where it was not said how nearly."""

    text: str
    edits: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """Something within one field, by its inside name."""

    name: str
    item: "Words | Quoted | Prefix | Fuzzy"


@dataclass(frozen=True, slots=True)
class Not:
    """Not this."""

    item: "Tree"


@dataclass(frozen=True, slots=True)
class Group:
    """Several items, side by side or combined by an operator."""

    kind: Literal["beside", "and", "or"]
    items: "tuple[Tree, ...]"


Tree: TypeAlias = Words | Quoted | Prefix | Fuzzy | Field | Not | Group


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    start: int
    end: int
    item: Words | Quoted | Prefix | Fuzzy | None = None
    name: str = ""


def parse_syntax(text: str) -> Tree:
    """The tree of a text; of a text without words, a group of nothing."""
    tokens = _with_balanced_parentheses(list(_tokens(text)))
    return _Descent(text, _with_real_operators(tokens)).tree()


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if match["phrase"] is not None:
            slack = min(int(match["slack"]), LARGEST_SLACK) if match["slack"] else None
            yield _Token("item", *match.span(), Quoted(match["phrase"], slack))
        elif match["word"] is not None:
            yield _word(match["word"], *match.span())
        elif match["field"] is not None:
            yield _Token("field", *match.span(), name=FIELDS[match["field"].lower()])
        else:
            yield _Token(kind, *match.span())


def _word(text: str, start: int, end: int) -> _Token:
    if text in _OPERATORS:
        return _Token(_OPERATORS[text], start, end)
    if prefix := _PREFIX.fullmatch(text):
        return _Token("item", start, end, Prefix(prefix[1]))
    if fuzzy := _FUZZY.fullmatch(text):
        return _Token("item", start, end, Fuzzy(fuzzy[1], int(fuzzy[2]) if fuzzy[2] else None))
    return _Token("word", start, end)


def _with_balanced_parentheses(tokens: list[_Token]) -> list[_Token]:
    """Without parentheses that have no partner, nothing within, or lie too deep."""
    drop: set[int] = set()
    opened: list[int] = []
    for number, token in enumerate(tokens):
        if token.kind == "open":
            opened.append(number)
        elif token.kind == "close":
            if not opened:
                drop.add(number)
                continue
            first = opened.pop()
            if len(opened) >= DEEPEST or all(n in drop for n in range(first + 1, number)):
                drop.update((first, number))
    drop.update(opened)
    return [token for number, token in enumerate(tokens) if number not in drop]


_BEGINS = frozenset({"open", "item", "word", "field", "not"})
_ENDS = frozenset({"close", "item", "word"})
_ITEM = frozenset({"item", "word"})


def _with_real_operators(tokens: Sequence[_Token]) -> list[_Token]:
    """With operators and fields that stand where they mean nothing as plain words."""
    real: list[_Token] = []
    for number, token in enumerate(tokens):
        after = tokens[number + 1].kind if number + 1 < len(tokens) else ""
        between = bool(real) and real[-1].kind in _ENDS and after in _BEGINS
        wrong = (
            (token.kind in {"and", "or"} and not between)
            or (token.kind == "not" and (after not in _BEGINS or after == "not"))
            or (token.kind == "field" and after not in _ITEM)
        )
        real.append(_Token("word", token.start, token.end) if wrong else token)
    return real


class _Descent:
    """Reads tokens from left to right; what they hold is well formed by now."""

    def __init__(self, text: str, tokens: Sequence[_Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._at = 0

    def tree(self) -> Tree:
        """Sequences with AND between them, and OR between those."""
        return self._combined("or", lambda: self._combined("and", self._beside))

    def _kind(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""

    def _next(self) -> _Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _combined(self, kind: Literal["and", "or"], part: Callable[[], Tree]) -> Tree:
        items = [part()]
        while self._kind() == kind:
            self._next()
            items.append(part())
        return items[0] if len(items) == 1 else Group(kind, tuple(items))

    def _beside(self) -> Tree:
        items: list[Tree] = []
        while self._kind() in _BEGINS:
            items.append(self._item())
        return items[0] if len(items) == 1 else Group("beside", tuple(items))

    def _item(self) -> Tree:
        token = self._next()
        if token.kind == "not":
            return Not(self._item() if self._kind() != "word" else self._words(single=True))
        if token.kind == "open":
            tree = self.tree()
            self._next()
            return tree
        if token.kind == "field":
            item = self._next()
            return Field(token.name, item.item or Words(self._text[item.start : item.end]))
        if token.item is not None:
            return token.item
        self._at -= 1
        return self._words()

    def _words(self, *, single: bool = False) -> Words:
        """Plain words as far as they go, so that a name of several words stays whole."""
        first = last = self._next()
        while not single and self._kind() == "word":
            last = self._next()
        return Words(self._text[first.start : last.end])
