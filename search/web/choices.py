"""The filters to choose from, and the ones that are chosen."""

from collections import Counter
from dataclasses import dataclass

from search.cases import Facet
from search.collection import Collection
from search.editions import edition_names
from search.fields import Field, find_field, value_label
from search.models import ThemeRow, ThemeTable
from search.web.asked import Asked, active_filters, including, without

FIRST_VALUES = 7
"""How many values of a field are shown at once; the others unfold."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A box to tick."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter that is on, with what is asked without it."""

    name: str
    value: str
    label: str
    without: Asked


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that the filters of a page show.

    Attributes:
        bundles: one for each edition.
        themes: one for each theme that some case has, and each keyword that was chosen.
        chosen: the filters that are on.
    """

    bundles: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    chosen: tuple[Chosen, ...]

    @property
    def unlisted(self) -> tuple[Chosen, ...]:
        """Filters that stay on when the boxes change."""
        return tuple(item for item in self.chosen if item.name not in {"bundel", "thema"})


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet as a link: what is asked with it, or without it when it is chosen.

    Attributes:
        label: as a reader sees it.
        count: how many cases have it.
        more: how many cases it would add to those that are chosen in its field now.
        chosen: whether it is chosen.
        then: what is asked by the link.
    """

    label: str
    count: int
    more: int
    chosen: bool
    then: Asked


@dataclass(frozen=True, slots=True)
class Options:
    """A facet as links: the first values and the chosen ones, and the others, to unfold."""

    label: str
    is_chosen: bool
    first: tuple[Option, ...]
    others: tuple[Option, ...]


def read_choices(collection: Collection, table: ThemeTable, asked: Asked) -> Choices:
    """The filters of a page that was asked for this."""
    return Choices(
        bundles=bundle_choices(collection, asked.filters.editions),
        themes=_theme_choices(table, asked.filters.themes),
        chosen=read_chosen(collection, asked),
    )


def read_chosen(collection: Collection, asked: Asked) -> tuple[Chosen, ...]:
    """The filters that are on."""
    return tuple(
        Chosen(field.parameter, value, value_label(collection, field, value), rest)
        for field, value, rest in active_filters(asked)
    )


def facet_options(facets: tuple[Facet, ...], total: int, asked: Asked) -> tuple[Options, ...]:
    """The facets of a list of this length as links."""
    return tuple(_options(facet, total, asked) for facet in facets)


def _options(facet: Facet, total: int, asked: Asked) -> Options:
    field = find_field(facet.field)
    is_chosen = bool(getattr(asked.filters, field.attribute))
    options = [
        Option(
            label=value.label,
            count=value.count,
            more=value.total - total if is_chosen else 0,
            chosen=value.chosen,
            then=_without(asked, field, value.value)
            if value.chosen
            else including(asked, field, value.value),
        )
        for value in facet.values
    ]
    first = [o for index, o in enumerate(options) if index < FIRST_VALUES or o.chosen]
    others = [option for option in options if option not in first]
    return Options(facet.label, is_chosen, tuple(first), tuple(others))


def _without(asked: Asked, field: Field, value: str) -> Asked:
    """Without the value; what was chosen by some of its words goes with all of its field."""
    rest = without(asked, field, value)
    return without(asked, field) if rest.filters == asked.filters else rest


def bundle_choices(collection: Collection, chosen: tuple[int, ...]) -> tuple[Choice, ...]:
    """A box for each edition, with the number of its cases."""
    catalogue = collection.catalogue
    counts = Counter(case.edition for case in catalogue.cases if case.kind == "case")
    names = edition_names(catalogue.series)
    return tuple(
        Choice(str(number), name, counts[number], number in chosen)
        for number, name in names.items()
    )


def _theme_choices(table: ThemeTable, chosen: tuple[str, ...]) -> tuple[Choice, ...]:
    """A theme that no case has would lead to nothing, and is left out."""
    known = {row.id for row in table.themes}
    listed = [
        Choice(row.id, row.label, _cases(row), row.id in chosen)
        for row in table.themes
        if _cases(row) or row.id in chosen
    ]
    keywords = [Choice(name, name, 0, chosen=True) for name in chosen if name not in known]
    return (*listed, *keywords)


def _cases(row: ThemeRow) -> int:
    return sum(count.count for count in row.counts)
