"""Typed text to a `Query`: words, names of places, and phrases in quotes. No text is an error."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from indexer.dutch import Analysis, Word, is_stop_word, place_aliases
from search.models import Clause, Query, Term

MAX_CLAUSES = 40
"""A question of more different words than this is cut off, and says so."""

_MAX_CHARACTERS = 20_000
_QUOTED = re.compile(r'["“”„]([^"“”„]+)["“”„]')


def parse_query(text: str, analysis: Analysis) -> Query:
    """The query that a text asks for.

    Words between double quotes must follow each other as typed. Stop words are dropped while other
    words remain. A place by one of its names also asks for its other names (*den bosch*,
    *'s-hertogenbosch*). The same word twice counts once.
    """
    text = _readable(text)
    clauses: dict[object, Clause] = {}
    plain = _QUOTED.sub(" ", text[:_MAX_CHARACTERS])
    for quoted in _QUOTED.findall(text[:_MAX_CHARACTERS]):
        words = [word for word in analysis.words(quoted) if word.whole]
        if words:
            phrase = Clause(quoted.strip(), (_terms(words),), exact=True)
            clauses.setdefault(phrase.alternatives, phrase)
    words = list(analysis.words(plain))
    keep = {word for word in words if not is_stop_word(word)} or set(() if clauses else words)
    for clause in _clauses(plain, words, keep, analysis):
        clauses.setdefault(clause.alternatives, clause)
    kept = tuple(clauses.values())
    return Query(text, kept[:MAX_CLAUSES], ignored=max(0, len(kept) - MAX_CLAUSES))


def _readable(text: str) -> str:
    """The text composed as documents are, without lone surrogates, which no JSON can carry."""
    whole = text.encode("utf-8", "replace").decode()
    return unicodedata.normalize("NFC", whole)


def _clauses(text: str, words: list[Word], keep: set[Word], analysis: Analysis) -> Iterator[Clause]:
    wholes = [word for word in words if word.whole]
    index = 0
    while index < len(wholes):
        names = _place_at(wholes, index, analysis)
        if names:
            length = len(names[0])
            last = wholes[index + length - 1]
            yield Clause(text[wholes[index].start : last.end], names)
            index += length
            continue
        word = wholes[index]
        parts = [w for w in words if not w.whole and word.start <= w.start < word.end]
        if word in keep:
            alternatives = [_terms([word])]
            if parts:
                alternatives.append(_terms(parts))
            yield Clause(text[word.start : word.end], tuple(alternatives))
        index += 1


def _terms(words: list[Word]) -> tuple[Term, ...]:
    return tuple(Term(word.form, word.lemma) for word in words)


def _place_at(words: list[Word], index: int, analysis: Analysis) -> tuple[tuple[Term, ...], ...]:
    """All names of the place whose name begins at this word, the one that was typed first."""
    for group in _places(analysis):
        for name in group:
            typed = tuple(word.form for word in words[index : index + len(name)])
            if typed == tuple(term.form for term in name):
                return (name, *(other for other in group if other != name))
    return ()


@cache
def _places(analysis: Analysis) -> tuple[tuple[tuple[Term, ...], ...], ...]:
    """The groups of place names as terms; longer names first, so that they win."""
    return tuple(
        tuple(
            _terms([word for word in analysis.words(name) if word.whole])
            for name in sorted(group, key=lambda name: (-len(name), name))
        )
        for group in place_aliases()
    )
