"""Gives one case whole: its card, its gist, and its text with pages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from corpus import (
    CARD_FIELDS,
    FIELD_LABELS,
    Card,
    CardField,
    CardValue,
    Evidence,
    Label,
    Passage,
    Span,
    Vocabulary,
)
from corpus.models import BLOCK_SEPARATOR
from indexer.dutch import is_stop_word, stands_alone
from indexer.store import read_words
from search.cases.gist import Cues, choose_sentences, count_words
from search.cases.listing import summary
from search.cases.models import (
    CardEntry,
    CasePassage,
    CaseText,
    GistSentence,
    LabelEntry,
    Proof,
)
from search.cases.rarity import rarities
from search.collection import Collection
from search.models import pieces_of
from search.naming import named_case

_WHOLE = re.compile(r"^[“‘\"'(]?[A-ZÀ-Þ’‘'].*[.!?…][\"'”’)]*$", re.DOTALL)
_FEWEST_WORDS, _MOST_WORDS = 6, 45

_CORE: Mapping[CardField, float] = {"aanpak": 1.25, "doel": 1.25, "doelgroep": 1.25}
"""What proof of these fields adds to a sentence of a gist; that of others adds 1, as much as the
most central sentence has."""


def read_case(collection: Collection, case_id: str) -> CaseText:
    """A case (or other part) with its card, its best sentences, and its text in reading order.

    Args:
        collection: the open index.
        case_id: its id, its title, or what its id alone begins or ends with.

    Raises:
        QuestionError: the series has no part with that id.
    """
    case = named_case(collection, case_id)
    case_id = case.entry.id
    passages = collection.engine.passages_of(case_id)
    card = collection.card(case_id) or Card(case_id)
    described = {value.field for value in card.values}
    catalogue = collection.catalogue
    return CaseText(
        case=summary(collection, case),
        card=tuple(_entry(collection, value) for value in card.values),
        undescribed=tuple(
            FIELD_LABELS[field]
            for field in CARD_FIELDS
            if field not in described and case.kind == "case"
        ),
        themes=_labels(collection, card.themes, catalogue.themes),
        target_groups=_labels(collection, card.target_groups, catalogue.target_groups),
        notes=card.notes,
        gist=tuple(_gist(collection, passages, card)),
        passages=tuple(piece for passage in passages for piece in _pieces(collection, passage)),
    )


def _entry(collection: Collection, value: CardValue) -> CardEntry:
    return CardEntry(
        field=value.field,
        label=FIELD_LABELS[value.field],
        value=value.value,
        origin=value.origin,
        proof=(_proof(collection, value.evidence),) if value.evidence else (),
        note=value.note,
    )


def _labels(
    collection: Collection, labels: Sequence[Label], vocabulary: Vocabulary
) -> tuple[LabelEntry, ...]:
    known = ((label, vocabulary.find(label.id)) for label in labels)
    return tuple(
        LabelEntry(
            concept.id,
            concept.label,
            concept.definition,
            tuple(_proof(collection, evidence) for evidence in label.evidence),
        )
        for label, concept in known
        if concept
    )


def _proof(collection: Collection, evidence: Evidence) -> Proof:
    return Proof(
        text=evidence.quote,
        document=collection.document_ref(evidence.document),
        page=evidence.page,
        location=collection.location(evidence.document, evidence.page, evidence.quote),
        pieces=pieces_of(evidence),
    )


def _gist(
    collection: Collection, passages: Sequence[Passage], card: Card
) -> Iterator[GistSentence]:
    """The sentences that say most, each on its page: none that leans, unless all do.

    What proves a value of the card says more than its words do by themselves, and most where it
    says what is done, why and for whom.
    """
    sentences = list(whole_sentences(collection, passages))
    alone = [sentence for sentence in sentences if stands_alone(sentence[2])]
    whole = alone or sentences
    rarity = rarities(used.keys() for used in read_words(collection.folder).values())
    bags = [count_words(_lemmas(collection, text)) for _, _, text in whole]
    cues = {n: _cues(card, passage, span) for n, (passage, span, _) in enumerate(whole)}
    for index in choose_sentences(bags, rarity, cues=cues):
        passage, span, text = whole[index]
        page = collection.page(passage, span)
        yield GistSentence(text, page, collection.location(passage.document, page, text))


def _cues(card: Card, passage: Passage, span: Span) -> Cues:
    """The fields of the card that a sentence proves, each with its weight."""
    return {
        value.field: _CORE.get(value.field, 1.0)
        for value in card.values
        if _proves(value, passage, span)
    }


def _proves(value: CardValue, passage: Passage, span: Span) -> bool:
    """Whether the quote of a value stands at that place, or some of it."""
    if value.evidence is None:
        return False
    other = value.evidence.span
    same_page = (value.evidence.document, other.page) == (passage.document, span.page)
    return same_page and span.start < other.end and other.start < span.end


def whole_sentences(
    collection: Collection, passages: Sequence[Passage]
) -> Iterator[tuple[Passage, Span, str]]:
    """Sentences with a beginning and an end, neither a cry nor a page long."""
    for document, group in groupby(passages, key=lambda passage: passage.document):
        pages = collection.text(document).pages
        for passage in group:
            for span in passage.sentences:
                text = pages[span.page].text[span.start : span.end]
                if _is_whole(text):
                    yield passage, span, text


def _is_whole(text: str) -> bool:
    """Whether it has a beginning, an end and every quotation mark that it opens or closes."""
    return (
        _WHOLE.match(text) is not None
        and _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
    )


def _lemmas(collection: Collection, text: str) -> list[str]:
    words = collection.analysis.words(text)
    return [word.lemma for word in words if word.whole and not is_stop_word(word)]


def _pieces(collection: Collection, passage: Passage) -> Iterator[CasePassage]:
    """The passage cut at page ends, so that each text stands on the page beside it."""
    offset = 0
    for span in passage.spans:
        end = offset + span.end - span.start
        page = collection.page(passage, span)
        text = passage.text[offset:end]
        yield CasePassage(
            headings=passage.headings,
            text=text,
            page=page,
            location=collection.location(passage.document, page, text),
        )
        offset = end + len(BLOCK_SEPARATOR)
