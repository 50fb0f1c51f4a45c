"""Answers a question that asks which cases there are, by the fields that cases are listed by.

*Welke initiatieven zijn er in Almelo?* asks for no sentence but for cases, and *Almelo* is a value
of a field: a place, a theme, a target group, a year or a bundle. Where each word of the question
that says something is part of such a value, the cases that have them all are the answer, each with
the sentence that proves it where its card has one.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from corpus import Evidence, QuestionError
from indexer.dutch import Word, is_stop_word
from search.answers.question import Roll, roll_asked_for
from search.collection import Collection
from search.fields import FIELDS, Choice, Field, Row, choose, read_rows

_OF_LABELS = frozenset({"theme", "target-group"})
_CHOSEN_BY = _OF_LABELS | {"province", "municipality", "place", "neighbourhood", "year"}

_MOST_WORDS = 4
"""A value of a field has at most so many words: *mensen met een beperking*."""


class Listed(NamedTuple):
    """A case that is asked for, and the sentence that proves it, where its card has one."""

    case: str
    proof: Evidence | None


class _Pick(NamedTuple):
    """What some words of a question name: a value of one or more fields."""

    choices: tuple[tuple[Field, Choice], ...]

    @property
    def cases(self) -> frozenset[str]:
        return frozenset(case for _, choice in self.choices for case in choice.cases)


def listed_cases(collection: Collection, question: str) -> tuple[Listed, ...] | None:
    """The cases that a question asks for, in reading order; None where it asks for something else.

    Args:
        collection: the open index.
        question: as it was typed.
    """
    roll = roll_asked_for(question)
    if roll is None:
        return None
    rows = tuple(row for row in read_rows(collection) if row.case.kind == "case")
    picks = _picks(collection, roll, rows)
    if not picks:
        return None
    return tuple(
        Listed(row.case.entry.id, _proof(collection, row, picks))
        for row in rows
        if all(row.case.entry.id in pick.cases for pick in picks)
    )


def _picks(collection: Collection, roll: Roll, rows: Sequence[Row]) -> list[_Pick] | None:
    """What the words of a question name, or None where one of them names nothing."""
    words = [word for word in collection.analysis.words(roll.wanted) if word.whole]
    picks: list[_Pick] = []
    at = 0
    while at < len(words):
        if found := next(_named(collection, roll, words[at:], rows), None):
            picks.append(found[0])
            at += found[1]
        elif _says_nothing(roll, words[at]):
            at += 1
        else:
            return None
    return picks


def _says_nothing(roll: Roll, word: Word) -> bool:
    return is_stop_word(word) or roll.only_says(word.form)


def _named(
    collection: Collection, roll: Roll, words: Sequence[Word], rows: Sequence[Row]
) -> Iterator[tuple[_Pick, int]]:
    """What the first of these words name, as many as may be, and how many these are."""
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        first, last = words[0], words[count - 1]
        if is_stop_word(last) or _says_nothing(roll, first):
            continue
        typed = roll.wanted[first.start : last.end]
        choices = tuple(_choices(collection, typed, rows))
        exact = tuple(one for one in choices if one[1].values)
        if exact or (choices and count == 1):
            yield _Pick(exact or choices), count


def _choices(
    collection: Collection, typed: str, rows: Sequence[Row]
) -> Iterator[tuple[Field, Choice]]:
    """The fields that have such a value, with the cases that have it."""
    bundle = Roll.bundle(typed)
    for field in FIELDS:
        if (field.name == "edition") != bool(bundle) or field.name not in {*_CHOSEN_BY, "edition"}:
            continue
        try:
            choice = choose(collection, field, bundle or typed, rows)
        except QuestionError:
            continue
        if choice.cases:
            yield field, choice


def _proof(collection: Collection, row: Row, picks: Sequence[_Pick]) -> Evidence | None:
    """The best sentence that proves one of these values of a case."""
    card = collection.card(row.case.entry.id)
    if card is None:
        return None
    wanted = {value for pick in picks for _, choice in pick.choices for value in choice.values}
    of_labels = (
        evidence
        for label in (*card.target_groups, *card.themes)
        if label.id in wanted
        for evidence in label.evidence
    )
    return next(islice(of_labels, 1), None)
