"""Typed text to a `Query`: what the query language asks for, in words, names and phrases.

`search.syntax` reads the language; here its words become clauses, each with the ways to meet it.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from indexer.dutch import Analysis, Word, fold, is_stop_word, place_aliases
from search.clauses import (
    ZONES,
    Clause,
    Condition,
    Every,
    FieldValue,
    Pattern,
    Query,
    Reading,
    Some,
    Term,
    Way,
    Without,
    Zone,
)
from search.syntax import Field, Fuzzy, Group, Not, Prefix, Quoted, Tree, Words, parse_syntax
from search.widening import PLAIN, Typed, Widening, part_ways, widened

MAX_CLAUSES = 40
"""A question of more different words than this is cut off, and says so."""

_MAX_CHARACTERS = 20_000
_ZONE_FIELDS: Mapping[str, tuple[Zone, ...]] = {
    "text": ("text",), "heading": ("heading",), "title": ("title",),
}  # fmt: skip
"""Fields that say where words stand; the others say what a case is."""

_LONG_WORD = 6
"""From this length on two letters may differ in a word that is spelt almost so, else one."""


def parse_query(text: str, analysis: Analysis, *, widening: Widening = PLAIN) -> Query:
    """The query that a text asks for, in the language of `search.syntax`; any text will do.

    Stop words are dropped while other words remain. A place by one of its names also asks for its
    other names (*den bosch*, *'s-hertogenbosch*). The same word twice counts once.

    Args:
        text: as it was typed.
        analysis: the definition of a word.
        widening: what else than the words themselves may meet them.
    """
    text = _readable(text)
    tree = parse_syntax(text[:_MAX_CHARACTERS])
    builder = _Builder(analysis, widening, keep_all=not _has_content(tree, analysis))
    condition = builder.condition(tree)
    numbers = {clause: number for number, clause in enumerate(builder.clauses.values())}
    pairs = ((numbers[one], numbers[other]) for one, other in builder.pairs)
    return Query(
        text, tuple(numbers), condition, tuple(dict.fromkeys(pairs)), ignored=builder.ignored
    )


def _readable(text: str) -> str:
    """The text composed as documents are, without lone surrogates, which no JSON can carry."""
    whole = text.encode("utf-8", "replace").decode()
    return unicodedata.normalize("NFC", whole)


def _has_content(tree: Tree, analysis: Analysis) -> bool:
    """Whether something is asked for beside stop words and what narrows."""
    if isinstance(tree, Group):
        return any(_has_content(item, analysis) for item in tree.items)
    if isinstance(tree, Words):
        return any(not is_stop_word(word) for word in analysis.words(tree.text))
    return isinstance(tree, Quoted | Prefix | Fuzzy) and bool(analysis.words(tree.text))


@dataclass
class _Builder:
    """Turns a tree into clauses and their condition."""

    analysis: Analysis
    widening: Widening
    keep_all: bool

    def __post_init__(self) -> None:
        self.clauses: dict[object, Clause] = {}
        self.pairs: list[tuple[Clause, Clause]] = []
        self.ignored = 0

    def condition(self, tree: Tree, *, wanted: bool = True) -> Condition | None:
        """What a passage must meet; clauses that are `wanted` are also what ranks it."""
        if isinstance(tree, Group):
            return self._group(tree, wanted=wanted)
        if isinstance(tree, Not):
            part = self.condition(tree.item, wanted=False)
            return Without(part) if part else None
        if isinstance(tree, Field):
            return self._field(tree, wanted=wanted)
        kept = [self._kept(clause, wanted=wanted) for clause in self._made(tree, ZONES)]
        if isinstance(tree, Words) and wanted:
            words = [clause for clause in kept if clause and not clause.concept]
            self.pairs += [pair for pair in pairwise(words) if pair[0] != pair[1]]
        return _one_of(kept)

    def _group(self, group: Group, *, wanted: bool) -> Condition | None:
        found = (self.condition(item, wanted=wanted) for item in group.items)
        parts = [part for part in found if part]
        if group.kind == "or" or not parts:
            return _one_of(parts)
        if group.kind == "and":
            return parts[0] if len(parts) == 1 else Every(tuple(parts))
        words = [part for part in parts if not _narrows(part)]
        every = [_one_of(words), *_by_field(part for part in parts if _narrows(part))]
        return _all_of([part for part in every if part])

    def _field(self, field: Field, *, wanted: bool) -> Condition | None:
        if zones := _ZONE_FIELDS.get(field.name):
            made = self._made(field.item, zones)
            return _one_of([self._kept(clause, wanted=wanted) for clause in made])
        return FieldValue(field.name, field.item.text)

    def _kept(self, clause: Clause, *, wanted: bool) -> Clause | None:
        """The clause, or its equal that is there already; None beyond the most there may be."""
        if not wanted:
            return clause
        key = (clause.ways, clause.zones, clause.pattern)
        if key not in self.clauses and len(self.clauses) >= MAX_CLAUSES:
            self.ignored += 1
            return None
        return self.clauses.setdefault(key, clause)

    def _made(self, item: Words | Quoted | Prefix | Fuzzy, zones: tuple[Zone, ...]) -> list[Clause]:
        if isinstance(item, Words):
            return list(self._of_words(item.text, zones))
        if isinstance(item, Quoted):
            return self._quoted(item, zones)
        if isinstance(item, Prefix):
            return [Clause(f"{item.text}*", (), zones, Pattern(fold(item.text)))]
        edits = item.edits or 1 + (len(item.text) >= _LONG_WORD)
        return [Clause(f"{item.text}~", (), zones, Pattern(fold(item.text), edits))]

    def _quoted(self, item: Quoted, zones: tuple[Zone, ...]) -> list[Clause]:
        words = [word for word in self.analysis.words(item.text) if word.whole]
        if not words:
            return []
        text = item.text.strip()
        if item.slack is None or len(words) == 1:
            return [Clause(text, (Way(_terms(words), "phrase"),), zones)]
        way = Way(_terms(words), "near", self._readings(), slack=item.slack)
        return [Clause(text, (way,), zones)]

    def _of_words(self, text: str, zones: tuple[Zone, ...]) -> Iterator[Clause]:
        words = self.analysis.words(text)
        wholes = [word for word in words if word.whole]
        plain = list(self._plain(text, words, wholes, zones))
        yield from widened(text, wholes, plain, self.widening)

    def _plain(
        self, text: str, words: Sequence[Word], wholes: Sequence[Word], zones: tuple[Zone, ...]
    ) -> Iterator[Typed]:
        index = 0
        while index < len(wholes):
            word = wholes[index]
            if names := _place_at(wholes, index, self.analysis):
                end = index + len(names[0].terms)
                clause = Clause(text[word.start : wholes[end - 1].end], names, zones)
                yield Typed(index, end, clause)
                index = end
                continue
            if self.keep_all or not is_stop_word(word):
                parts = [w for w in words if not w.whole and word.start <= w.start < word.end]
                ways = (Way(_terms([word]), "word", self._readings()), *_in_parts(parts))
                if self.widening.parts:
                    ways = (*ways, *part_ways(word))
                clause = Clause(text[word.start : word.end], ways, zones)
                yield Typed(index, index + 1, clause)
            index += 1

    def _readings(self) -> tuple[Reading, ...]:
        if not self.widening.inflections:
            return ("form",)
        return ("form", "lemma", "part") if self.widening.parts else ("form", "lemma")


def _one_of(parts: Sequence[Condition | None]) -> Condition | None:
    kept = tuple(dict.fromkeys(part for part in parts if part))
    return kept[0] if len(kept) == 1 else Some(kept) if kept else None


def _all_of(parts: Sequence[Condition]) -> Condition | None:
    return parts[0] if len(parts) == 1 else Every(tuple(parts)) if parts else None


def _narrows(part: Condition) -> bool:
    """Whether a part of a sequence holds without any word: a field of the case, an exclusion."""
    if isinstance(part, Some | Every):
        return all(_narrows(inner) for inner in part.parts)
    return isinstance(part, FieldValue | Without)


def _by_field(parts: Iterable[Condition]) -> Iterator[Condition]:
    """Values of one field side by side are alternatives, as they are in the options."""
    fields: dict[str, list[Condition | None]] = {}
    for part in parts:
        if isinstance(part, FieldValue):
            fields.setdefault(part.field, []).append(part)
        else:
            yield part
    for values in fields.values():
        if one := _one_of(values):
            yield one


def _terms(words: Iterable[Word]) -> tuple[Term, ...]:
    return tuple(Term(word.form, word.lemma) for word in words)


def _in_parts(parts: Sequence[Word]) -> tuple[Way, ...]:
    """The way of a hyphenated word through its parts, one after the other."""
    return (Way(_terms(parts), "phrase"),) if parts else ()


def _place_at(words: Sequence[Word], index: int, analysis: Analysis) -> tuple[Way, ...]:
    """All names of the place whose name begins at this word, the one that was typed first."""
    for group in _places(analysis):
        for name in group:
            typed = tuple(word.form for word in words[index : index + len(name)])
            if typed == tuple(term.form for term in name):
                others = (Way(other, "name") for other in group if other != name)
                return (Way(name, "word" if len(name) == 1 else "phrase"), *others)
    return ()


@cache
def _places(analysis: Analysis) -> tuple[tuple[tuple[Term, ...], ...], ...]:
    """The groups of place names as terms; longer names first, so that they win."""
    return tuple(
        tuple(
            _terms(word for word in analysis.words(name) if word.whole)
            for name in sorted(group, key=lambda name: (-len(name), name))
        )
        for group in place_aliases()
    )
