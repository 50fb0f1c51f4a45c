"""The card of a case, and the concepts that cases are ordered by.

A card holds what is known of a case, field by field, in the terms that readers of Dutch practice
descriptions know. Every value says where it comes from: the manifest, the text (then with its
verbatim quote and page) or the list of municipalities of Statistics Netherlands. A field without
values is "niet beschreven"; nothing on a card is guessed.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from corpus.models import PageRef, Span, Value

CardField: TypeAlias = Literal[
    "plaats", "wijk-of-dorp", "gemeente", "provincie", "jaar", "sociaal-kapitaal",
    "aanleiding", "doelgroep", "doel", "aanpak", "initiatiefnemer", "uitvoerende-organisaties",
    "partners", "financiering", "randvoorwaarden", "werkzame-elementen", "resultaat",
    "knelpunten", "lessen",
]  # fmt: skip
"""The fields of a card, in the order in which they are shown."""

CARD_FIELDS: tuple[CardField, ...] = get_args(CardField)

FIELD_LABELS: Mapping[CardField, str] = MappingProxyType(
    {field: field.replace("-", " ").capitalize() for field in CARD_FIELDS}
)
"""The name of each field as a reader sees it: "Wijk of dorp"."""

Origin: TypeAlias = Literal["manifest", "text", "cbs"]
"""Who says so: the series' manifest, the text itself, or the list of Statistics Netherlands."""


class Evidence(Value, frozen=True):
    """A quote that proves something, with the place where it stands.

    Attributes:
        quote: verbatim: `pages[span.page].text[span.start:span.end]` of the document.
        document: id of the source.
        page: the page it stands on; None in files without pages.
        span: where on that page.
        pieces: of a sentence that the end of a column or page cuts, all its pieces in reading
            order, the quote being one; empty where the quote is in one piece.
    """

    quote: str
    document: str
    page: PageRef | None
    span: Span
    pieces: tuple["Evidence", ...] = ()


class CardValue(Value, frozen=True):
    """A value of a field of a card.

    Attributes:
        field: of which field.
        value: in a few words: the manifest's own, a verbatim piece of the quote, or a name of the
            list of municipalities. Where a page ends within a sentence, all of it, the quote being
            the longer piece.
        origin: who says so.
        evidence: the quote; there exactly when `origin` is "text".
        note: what a reader must know beside it, in Dutch: "sinds 2022 Maashorst".
    """

    field: CardField
    value: str
    origin: Origin
    evidence: Evidence | None = None
    note: str | None = None


class Label(Value, frozen=True):
    """A theme or target group of a case.

    Attributes:
        id: of the concept in the vocabulary.
        evidence: the passages of text that prove it, best first; empty only where the manifest
            alone says so.
        keywords: the manifest's own words that name the concept.
    """

    id: str
    evidence: tuple[Evidence, ...] = ()
    keywords: tuple[str, ...] = ()


class Card(Value, frozen=True):
    """What is known of one case.

    Attributes:
        case: id of the case.
        values: in the order of the fields, within a field in reading order.
        themes: in the order of the vocabulary.
        target_groups: in the order of the vocabulary.
        notes: where manifest, text and list contradict each other, each a sentence in Dutch.
    """

    case: str
    values: tuple[CardValue, ...] = ()
    themes: tuple[Label, ...] = ()
    target_groups: tuple[Label, ...] = ()
    notes: tuple[str, ...] = ()

    def of(self, field: CardField) -> tuple[CardValue, ...]:
        """The values of a field; empty where it is not described."""
        return tuple(value for value in self.values if value.field == field)


class Concept(Value, frozen=True, rename={"not_": "not"}):
    """A theme or target group of a controlled vocabulary.

    Attributes:
        id: lower-case letters, digits and hyphens; as a filter names it.
        label: as a reader sees it.
        definition: what falls under it, in a sentence.
        terms: words and phrases that show it, in any inflection; "taal-" is every compound that
            begins with a word, "-tuin" every one that ends in it.
        weak: words that hint at it: only together with others do they show it.
        not_: words that such a beginning or end must not take along; `not` in the file.
        broader: ids of the concepts it falls under.
        related: ids of concepts that a reader may also want.
    """

    id: str
    label: str
    definition: str
    terms: tuple[str, ...]
    weak: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


class Vocabulary(Value, frozen=True):
    """The concepts of one kind, in the order of their file."""

    concepts: tuple[Concept, ...] = ()

    def find(self, concept_id: str) -> Concept | None:
        """The concept with that id, or None."""
        return next((concept for concept in self.concepts if concept.id == concept_id), None)

    def with_narrower(self, concept_id: str) -> frozenset[str]:
        """The id and those of all concepts that fall under it, at any depth."""
        found = {concept_id}
        while more := {c.id for c in self.concepts if found.intersection(c.broader)} - found:
            found |= more
        return frozenset(found)
