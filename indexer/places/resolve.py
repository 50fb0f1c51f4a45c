"""Says in which municipality and province a place lies, and never guesses."""

from collections.abc import Mapping
from dataclasses import dataclass

from indexer.places.table import Level, Places, place_key, same_place


@dataclass(frozen=True, slots=True)
class Located:
    """Where a place lies.

    Attributes:
        municipality: of today; None where the names are not enough to tell.
        province: of that municipality.
        note: in Dutch, where a municipality merged: *Uden, sinds 2022 Maashorst*.
        conflict: in Dutch, where the names contradict each other.
    """

    municipality: str | None = None
    province: str | None = None
    note: str | None = None
    conflict: str | None = None


def locate(
    places: Places,
    *,
    place: str | None,
    neighbourhood: str | None,
    municipality: str | None,
    province: str | None,
) -> Located:
    """Where a case lies, by what is said of it.

    A municipality that is named decides. Else the place does, when one municipality has that name
    or a district or neighbourhood of it; where several have, the district or neighbourhood that is
    named with it may decide, and else nothing is said. A municipality's own name is taken for the
    municipality, unless a district elsewhere bears it: *Hengelo* may be the one in Bronckhorst.
    """
    named = known_municipality(places, municipality) if municipality else None
    if municipality and named is None:
        return Located()
    found = named or _by_place(places, place, neighbourhood)
    if found is None:
        return Located()
    lies_in = places.provinces.get(found)
    return Located(
        municipality=found,
        province=lies_in,
        note=_note(places, found, (municipality, place)),
        conflict=_conflict(places, found, lies_in, place=place, province=province),
    )


def known_municipality(places: Places, municipality: str) -> str | None:
    """The municipality of today by its name or that of a former one."""
    if merger := places.mergers.get(place_key(municipality)):
        return merger.new
    same = [name for name, level in places.named(municipality).items() if level == "municipality"]
    return same[0] if len(same) == 1 else None


def own_municipality(places: Places, name: str) -> str | None:
    """The municipality of that name, unless a district elsewhere bears it too."""
    return _own_name(places.named(name))


def bears_name(places: Places, name: str) -> str | None:
    """The municipality of that name, also where a district or village elsewhere bears it too."""
    return _only(
        {one: level for one, level in places.named(name).items() if level == "municipality"}
    )


def lies_in(places: Places, name: str) -> frozenset[str]:
    """The municipalities that have a place of that name, or several whose names begin with it."""
    return frozenset({**places.begin_with(name), **places.named(name)})


def _by_place(places: Places, place: str | None, neighbourhood: str | None) -> str | None:
    """The one municipality that the names leave."""
    if not place:
        return _by_neighbourhood(places, neighbourhood) if neighbourhood else None
    candidates = places.named(place) or places.begin_with(place)
    if (found := _own_name(candidates) or _only(candidates)) or not neighbourhood:
        return found
    near = places.named(neighbourhood)
    return _only({name: level for name, level in candidates.items() if name in near})


def _by_neighbourhood(places: Places, name: str) -> str | None:
    """By a neighbourhood alone, unless a longer name elsewhere may be meant: *Kanaleneiland*."""
    found = lies_in(places, name)
    return next(iter(found)) if len(found) == 1 else None


def _own_name(candidates: Mapping[str, Level]) -> str | None:
    own = _only({name: level for name, level in candidates.items() if level == "municipality"})
    rest = [level for name, level in candidates.items() if name != own]
    return own if "district" not in rest else None


def _only(candidates: Mapping[str, Level]) -> str | None:
    return next(iter(candidates)) if len(candidates) == 1 else None


def _note(places: Places, found: str, names: tuple[str | None, ...]) -> str | None:
    for name in names:
        merger = places.mergers.get(place_key(name)) if name else None
        if merger and merger.new == found:
            return f"{merger.old}, sinds {merger.year} {merger.new}"
    return None


def _conflict(
    places: Places, found: str, lies_in: str | None, *, place: str | None, province: str | None
) -> str | None:
    if province and lies_in and not same_place(province, lies_in):
        return f"Volgens het CBS ligt {found} in {lies_in}, niet in {province}."
    elsewhere = places.named(place) if place else {}
    if place and elsewhere and found not in {*elsewhere, *places.begin_with(place)}:
        return f"Volgens het CBS ligt {place} niet in {found} maar in {' of '.join(elsewhere)}."
    return None
