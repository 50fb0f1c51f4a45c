"""Sentences of cases with the fields that they are known to tell, to fit and judge the cards by.

A *hand* is a casebook that one writer wrote and tagged (`casebooks.py`), or the half of the
fictional series in the box that may be looked at, where `score_cards.py` says what is right. In
both a second reader says what is right too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from casebooks import casebooks, read_casebook
from score_cards import is_right
from voorbeeld_halves import second_reader, truth

from corpus import CardValue, find_series
from indexer.cards.context import contexts
from indexer.cards.cues import Cues
from indexer.cards.features import features
from indexer.extract import read_source
from indexer.segment import Sentence, case_sentences, cut_passages, join_cut, segment_edition

SERIES = "voorbeeld"

SHORTEST = 3
"""A piece of so few words is like any quote, so nothing is learned from a shorter one."""


@dataclass(frozen=True, slots=True)
class Item:
    """A true value of a card: its field, and the numbers of the sentences that prove it."""

    field: str
    proofs: frozenset[int]


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case of which it is known what it tells.

    Attributes:
        hand: who wrote and judged it.
        id: of the case.
        sentences: of the case.
        items: the true values that its card must have.
        also: numbers of other sentences with a field that each proves too, by a second reader.
        unsure: numbers of sentences with a field that each tells only vaguely: neither right nor
            wrong.
    """

    hand: str
    id: str
    sentences: tuple[Sentence, ...]
    items: tuple[Item, ...]
    also: frozenset[tuple[int, str]]
    unsure: frozenset[tuple[int, str]]

    def proven(self) -> frozenset[tuple[int, str]]:
        """The numbers of the sentences with each field that they prove."""
        return self.also | {(number, one.field) for one in self.items for number in one.proofs}


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence that can tell something: what it shows, and the fields that it tells."""

    case: KnownCase
    number: int
    shown: frozenset[str]
    fields: frozenset[str]
    unsure: frozenset[str]


def known_cases() -> tuple[KnownCase, ...]:
    """The cases of all hands."""
    return (*_of_casebooks(), *_of_series())


def rows_of(case: KnownCase, cues: Cues) -> Iterator[Row]:
    """The sentences of a case that can tell something."""
    numbers = {id(sentence): number for number, sentence in enumerate(case.sentences)}
    proven = case.proven()
    for sentence, context in contexts(case.sentences, cues):
        number = numbers[id(sentence)]
        fields = frozenset(field for at, field in proven if at == number)
        unsure = frozenset(field for at, field in case.unsure if at == number)
        yield Row(case, number, features(sentence, context, cues), fields, unsure - fields)


def _of_casebooks() -> Iterator[KnownCase]:
    for name in casebooks():
        for one in read_casebook(name):
            told = list(enumerate(one.tagged.sentences))
            yield KnownCase(
                hand=name,
                id=one.tagged.id,
                sentences=one.sentences,
                items=tuple(
                    Item(field, frozenset({number}))
                    for number, sentence in told
                    for field in sorted(sentence.sure)
                ),
                also=frozenset((number, field) for number, s in told for field in s.also),
                unsure=frozenset((number, field) for number, s in told for field in s.unsure),
            )


def _of_series() -> Iterator[KnownCase]:
    sentences = dict(_sentences_of_series())
    second = second_reader("tune")
    for case_id, card in truth("tune").items():
        own = sentences[case_id]
        items = tuple(Item(item["field"], _proofs(item, own)) for item in card["card"])
        also, vague = (_marked(marks, own) for marks in second[case_id])
        yield KnownCase(SERIES, case_id, own, items, also, vague)


def _sentences_of_series() -> Iterator[tuple[str, tuple[Sentence, ...]]]:
    """The sentences of each case, without the index, which would need the model."""
    series = find_series(SERIES)
    for edition in series.editions:
        documents = [
            read_source(source, Path(series.folder) / source.path) for source in edition.sources
        ]
        by_id = {document.source.id: document for document in documents}
        for case in segment_edition(edition, documents):
            document = by_id[case.document]
            sentences = case_sentences(document, cut_passages(document, case))
            yield case.entry.id, join_cut(sentences)


def _proofs(item: dict[str, str], sentences: Sequence[Sentence]) -> frozenset[int]:
    value = partial(CardValue, field=item["field"], value="", origin="text")
    return frozenset(
        number
        for number, sentence in enumerate(sentences)
        if len(sentence.text.split()) >= SHORTEST
        and is_right(value(evidence=sentence.evidence), item)
    )


def _marked(
    marks: dict[str, list[str]], sentences: Sequence[Sentence]
) -> frozenset[tuple[int, str]]:
    """The sentences that a reader marked, each with the field; a mark may be a piece of one."""
    at = {
        piece.quote: number
        for number, sentence in enumerate(sentences)
        for piece in (sentence.evidence, *sentence.evidence.pieces)
    }
    return frozenset((at[quote], field) for field, quotes in marks.items() for quote in quotes)
