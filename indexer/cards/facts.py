"""Turns what the manifest knows of a case into values of its card."""

from collections.abc import Iterator

from corpus import CardField, CardValue, CaseEntry


def manifest_values(entry: CaseEntry) -> tuple[CardValue, ...]:
    """What the manifest says, in the order of the fields."""
    return tuple(
        CardValue(field=field, value=value, origin="manifest")
        for field, value in _facts(entry)
        if value
    )


def _facts(entry: CaseEntry) -> Iterator[tuple[CardField, str | None]]:
    yield "plaats", entry.place
    yield "wijk-of-dorp", entry.neighbourhood
    yield "gemeente", entry.municipality
    yield "provincie", entry.province
    yield "sociaal-kapitaal", entry.social_capital
    for group in entry.target_groups:
        yield "doelgroep", group
    for organisation in entry.organisations:
        yield "uitvoerende-organisaties", organisation
