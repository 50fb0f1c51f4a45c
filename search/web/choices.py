"""The filters to choose from, and the ones that are chosen."""

from collections import Counter
from dataclasses import dataclass

from search.collection import Collection
from search.models import ThemeRow, ThemeTable
from search.web.asked import Asked, active_filters
from search.web.wording import bundle


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


def read_choices(collection: Collection, table: ThemeTable, asked: Asked) -> Choices:
    """The filters of a page that was asked for this."""
    labels = {f"thema {row.id}": row.label for row in table.themes}
    labels |= {f"bundel {number}": f"Bundel {number}" for number in table.editions}
    return Choices(
        bundles=bundle_choices(collection, asked.filters.editions),
        themes=_theme_choices(table, asked.filters.themes),
        chosen=tuple(
            Chosen(name, value, labels.get(f"{name} {value}", value), without)
            for name, value, without in active_filters(asked)
        ),
    )


def bundle_choices(collection: Collection, chosen: tuple[int, ...]) -> tuple[Choice, ...]:
    """A box for each edition, with the number of its cases."""
    catalogue = collection.catalogue
    counts = Counter(case.edition for case in catalogue.cases if case.kind == "case")
    return tuple(
        Choice(
            str(edition.number), bundle(edition), counts[edition.number], edition.number in chosen
        )
        for edition in catalogue.series.editions
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
