"""Turns what the manifest knows of a case into values of its card, with where the place lies."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from corpus import CardField, CardValue, CaseEntry, Evidence
from indexer.places import Located, same_place


def known_values(
    entry: CaseEntry, located: Located, quotes: Mapping[CardField, Evidence]
) -> tuple[CardValue, ...]:
    """What the manifest says; where it names no municipality or province, the list of CBS may.

    A municipality that merged is shown as the one of today, with a note that says so.

    Args:
        entry: of the manifest, with what the text adds to its place.
        located: where that is.
        quotes: of what the text adds, by field.
    """
    told = (CardValue(field, value, "manifest") for field, value in _facts(entry) if value)
    return tuple(
        replace(value, origin="text", evidence=quotes[value.field])
        if value.origin == "manifest" and value.field in quotes
        else value
        for value in (*told, *_lies_in(entry, located))
    )


def _lies_in(entry: CaseEntry, located: Located) -> Iterator[CardValue]:
    own, found = entry.municipality, located.municipality
    if own and (found is None or same_place(own, found)):
        yield CardValue("gemeente", own, "manifest", note=located.note)
    elif found:
        yield CardValue("gemeente", found, "cbs", note=located.note)
    if province := entry.province or located.province:
        yield CardValue("provincie", province, "manifest" if entry.province else "cbs")


def _facts(entry: CaseEntry) -> Iterator[tuple[CardField, str | None]]:
    yield "plaats", entry.place
    yield "wijk-of-dorp", entry.neighbourhood
    yield "sociaal-kapitaal", entry.social_capital
    for group in entry.target_groups:
        yield "doelgroep", group
    for organisation in entry.organisations:
        yield "uitvoerende-organisaties", organisation
