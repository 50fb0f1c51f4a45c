"""The list of fields, and what every case has of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from corpus import Card, CardField, Case, QuestionError, Vocabulary
from corpus.library import edition_of
from indexer.dutch import fold
from search.collection import Collection
from search.editions import edition_names
from search.fields import values
from search.fields.values import Found, Reader
from search.matching import met_clauses
from search.query import parse_query
from search.themes import find_concept

FieldName: TypeAlias = Literal[
    "edition", "theme", "target-group", "province", "municipality", "place", "neighbourhood",
    "year", "initiator", "organisation", "social-capital", "keyword",
]  # fmt: skip

_TIES = {
    "bonding": "bonding: banden binnen een groep",
    "bridging": "bridging: banden tussen groepen",
    "linking": "linking: banden met instanties",
}


_OF_CARD: Mapping[CardField, FieldName] = {
    "plaats": "place",
    "gemeente": "municipality",
    "provincie": "province",
    "wijk-of-dorp": "neighbourhood",
    "jaar": "year",
    "initiatiefnemer": "initiator",
    "uitvoerende-organisaties": "organisation",
    "partners": "organisation",
    "sociaal-kapitaal": "social-capital",
}
"""By which field the cases are found that have the same value of a field of the card."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field.

    Attributes:
        name: as options and JSON have it.
        attribute: the attribute of `Filters` with its chosen values.
        label: as a reader sees it, in Dutch.
        parameter: its name in the addresses of pages.
        help: what to give, for an option.
        read: what a case has of it.
        closed: whether it knows all its values, so that another one is a mistake.
    """

    name: FieldName
    attribute: str
    label: str
    parameter: str
    help: str
    read: Reader
    closed: bool = False


class Choice(NamedTuple):
    """What a typed value stands for: values of the field, and the cases that have one of them."""

    values: frozenset[str]
    cases: frozenset[str]


class Row(NamedTuple):
    """A case with what it has of every field."""

    case: Case
    found: Mapping[str, Found]

    def listed(self, field: Field) -> tuple[str, ...]:
        """Its values of a field."""
        return self.found[field.name].listed

    def members(self, field: Field) -> frozenset[str]:
        """All values that it is found by."""
        found = self.found[field.name]
        return frozenset((*found.listed, *found.also))


def read_rows(collection: Collection) -> tuple[Row, ...]:
    """A row for each case, chapter and page, in reading order."""
    return tuple(
        Row(case, {field.name: field.read(collection, case) for field in FIELDS})
        for case in collection.catalogue.cases
    )


def find_field(name: str) -> Field:
    """The field with that name.

    Raises:
        QuestionError: there is none.
    """
    for field in FIELDS:
        if field.name == name:
            return field
    known = ", ".join(field.name for field in FIELDS)
    raise QuestionError(f"There is no field {name!r}.", remedy=f"The fields are: {known}.")


def listing_fields(row: Row, card: Card) -> dict[tuple[CardField, str], Field]:
    """The field by which each value of a card leads to the cases that share it.

    A value that describes, in a sentence, leads to none and is left out.
    """
    fields = {of: find_field(name) for of, name in _OF_CARD.items()}
    return {
        (one.field, one.value): fields[one.field]
        for one in card.values
        if one.field in fields and one.value in row.members(fields[one.field])
    }


def value_label(collection: Collection, field: Field, value: str) -> str:
    """A value as a reader sees it, in Dutch."""
    if vocabulary := _vocabulary(collection, field):
        concept = vocabulary.find(value)
        return concept.label if concept else value
    if field.name == "edition":
        return edition_names(collection.catalogue.series).get(int(value), f"Bundel {value}")
    return _TIES.get(value, value) if field.name == "social-capital" else value


def all_values(collection: Collection, field: Field, rows: Iterable[Row]) -> tuple[str, ...]:
    """The values of a field in their order: all of a closed list, else those that cases have."""
    if field.name == "edition":
        return tuple(str(edition.number) for edition in collection.catalogue.series.editions)
    if field.name == "social-capital":
        return tuple(_TIES)
    if vocabulary := _vocabulary(collection, field):
        return tuple(concept.id for concept in vocabulary.concepts)
    return tuple(sorted({v for row in rows for v in row.listed(field)}, key=lambda v: (fold(v), v)))


def choose(collection: Collection, field: Field, typed: str, rows: Iterable[Row]) -> Choice:
    """What a typed value stands for: a value itself, else every value that has its words.

    An unknown value of a closed field is refused; of an open one it stands for nothing.

    Raises:
        QuestionError: the field has no such value, and knows all it can have.
    """
    rows = tuple(rows)
    values = _values(collection, field, typed, rows)
    cases = {row.case.entry.id for row in rows if values & row.members(field)}
    if not values:
        cases = {
            row.case.entry.id
            for row in rows
            for text in row.found[field.name].words
            if _has_words(collection, typed, text)
        }
    if field.closed and not values and not cases:
        known = ", ".join(all_values(collection, field, rows))
        raise QuestionError(
            f"No {field.name} is called {typed!r}.", remedy=f"It can be: {known or 'none here'}."
        )
    return Choice(values, frozenset(cases))


def _values(
    collection: Collection, field: Field, typed: str, rows: tuple[Row, ...]
) -> frozenset[str]:
    if field.name == "edition":
        number = int(typed) if typed.isdecimal() else 0
        return frozenset({str(edition_of(collection.catalogue.series, number).number)})
    if named := _concept(collection, field, typed):
        return frozenset({named})
    known = {value for row in rows for value in row.members(field)}
    known |= set(_TIES) if field.name == "social-capital" else set()
    ways: tuple[Callable[[str], bool], ...] = (
        lambda value: value == typed,
        lambda value: fold(value) == fold(typed),
        lambda value: not _vocabulary(collection, field) and _has_words(collection, typed, value),
    )
    found = (frozenset(filter(way, known)) for way in ways)
    return next(filter(None, found), frozenset())


def _concept(collection: Collection, field: Field, typed: str) -> str | None:
    """The concept with that name, if the values of the field are concepts."""
    vocabulary = _vocabulary(collection, field)
    concept = vocabulary and find_concept(vocabulary, typed, collection.analysis)
    return concept.id if concept else None


def _has_words(collection: Collection, typed: str, text: str) -> bool:
    """Whether the text has every word that was typed, or another name of the place."""
    clauses = parse_query(typed, collection.analysis).clauses
    return bool(clauses) and len(met_clauses(text, clauses, collection.analysis)) == len(clauses)


def _vocabulary(collection: Collection, field: Field) -> Vocabulary | None:
    catalogue = collection.catalogue
    return {"theme": catalogue.themes, "target-group": catalogue.target_groups}.get(field.name)


FIELDS = (
    Field("edition", "editions", "Bundel", "bundel",
          "Number of an edition.", values.edition, closed=True),
    Field("theme", "themes", "Thema", "thema",
          "A theme, or a keyword of the case.", values.theme, closed=True),
    Field("target-group", "target_groups", "Doelgroep", "doelgroep",
          "Whom the case is for.", values.target_group, closed=True),
    Field("province", "provinces", "Provincie", "provincie", "A province.",
          values.card("provincie")),
    Field("municipality", "municipalities", "Gemeente", "gemeente",
          "A municipality.", values.card("gemeente")),
    Field("place", "places", "Plaats", "plaats", "Town, neighbourhood or province.",
          values.place),
    Field("neighbourhood", "neighbourhoods", "Wijk of dorp", "wijk",
          "District, neighbourhood or village.", values.card("wijk-of-dorp")),
    Field("year", "years", "Jaar", "jaar", "The year it began in.", values.card("jaar")),
    Field("initiator", "initiators", "Initiatiefnemer", "initiatiefnemer",
          "Who began it.", values.card("initiatiefnemer")),
    Field("organisation", "organisations", "Organisatie", "organisatie",
          "Who carries it, began it or takes part.",
          values.card("uitvoerende-organisaties", also=("initiatiefnemer", "partners"))),
    Field("social-capital", "social_capital", "Sociaal kapitaal", "kapitaal",
          "bonding, bridging or linking.", values.card("sociaal-kapitaal"), closed=True),
    Field("keyword", "keywords", "Trefwoord", "trefwoord",
          "A keyword of the series' own manifest.", values.keyword),
)  # fmt: skip
"""The fields, in the order in which they are shown."""
