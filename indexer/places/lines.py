"""Reads where a line says that something is: *Blerick, gemeente Venlo*, *REPORTAGE / KERKRADE*.

Only what is surely a place is taken: what the line says to be one, or what has the name of one in
the list of Statistics Netherlands. A line that names two municipalities says nothing, and neither
does the name of one that a district elsewhere bears too, unless what stands beside it tells which.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from indexer.places.names import LOW, MOST_WORDS, is_name, spelled
from indexer.places.resolve import bears_name, known_municipality, lies_in, own_municipality
from indexer.places.table import Places, same_place, spots

Slot = Literal["place", "neighbourhood", "municipality", "province"]
SLOTS: tuple[Slot, ...] = ("place", "neighbourhood", "municipality", "province")

_MARK = re.compile(r"\s*([,;/|·•()])\s*|\s+([–—-])\s+")
_SAID = re.compile(
    r"(?i)(?:de |het )?(gemeente|wijk|buurt|buurtschap|stadsdeel|dorp|provincie) (.+)"
)
_SOMEWHERE_IN = re.compile(
    r"(?i)(?!.*\b(?:buiten|grens|naast|niet|behalve|nabij|rond|rondom|tegen)\b)"
    r".*\b(?:in|van|binnen|over) (?:(?:de|heel|hele|gehele) ){0,2}(gemeente \S.*)"
)
"""What lies in a municipality that it names: *buitengebied van de gemeente Dalfsen*."""

_SAID_SLOTS: dict[str, Slot] = {"gemeente": "municipality", "provincie": "province"}
_AROUND = re.compile(r"(?i) (?:en (?:wijde )?omgeving|en omstreken|e\.?\s?o\.?)$")
_SIDE = re.compile(
    r"(?i)(.+?)[ -](?:noord|oost|zuid|west|nieuw-west|centrum|(?:noord|zuid)(?:oost|west))"
)
_NEAR = frozenset({",", "(", ")"})  # marks between a town and a part of it
_WHEN = re.compile(
    r"(?:^|\s+)(?:(?:sinds|vanaf|najaar|voorjaar|zomer|winter) )?(?:19|20)\d\d"
    r"(?:[–-](?:(?:19|20)?\d\d|heden|nu))?$",
    re.IGNORECASE,
)
"""A year, or years, at the end of a part: when it was stands beside where it is."""

_LONGEST_LINE = 60
_WITH_RUBRIC = 2
_CREDITS = re.compile(r"(?i)\b(?:tekst|foto\w*|beeld\w*|auteurs?|redactie|vormgeving|door)\b")
_SHORTEST_TOWN = 5
_HEAD = re.compile(r"([^:]{2,40}):\s+\S")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What a text says of where something is; None where it does not say.

    Attributes:
        place: town or village.
        neighbourhood: district, neighbourhood or village.
        municipality: as the text names it.
        province: as the text names it.
    """

    place: str | None = None
    neighbourhood: str | None = None
    municipality: str | None = None
    province: str | None = None


NOWHERE = Whereabouts()


class _Part(NamedTuple):
    """What stands between two marks of a line.

    Attributes:
        name: of the place, without the word that says what it is.
        slot: what it surely is.
        is_said: whether such a word says so.
        mark: what stands before it.
    """

    name: str
    slot: Slot | None
    is_said: bool
    mark: str


def read_labelled(places: Places, text: str, slot: Slot | None) -> Whereabouts:
    """Where something is by what stands behind a label.

    Args:
        places: the list of places.
        text: what stands behind the label.
        slot: what the label says that it is; None for one that only asks where: what follows may
            be a building, so that only what else is surely a place is taken.
    """
    parts = tuple(_somewhere_in(places, part) for part in _parts(places, text))
    towns = _towns(parts)
    if len(towns) > 1 or not parts:
        return NOWHERE
    found: dict[Slot, str] = {}
    first = parts[0]
    if slot == "municipality":
        if not known_municipality(places, first.name):
            return NOWHERE
        found["municipality"] = first.name
    elif slot in {"place", "neighbourhood"} and first.slot is None and is_name(first.name):
        found[slot] = first.name
    for own, name in _told_by(places, parts, parts[: 1 if found else 0], slot):
        found.setdefault(own, name)
    return Whereabouts(**found)


def read_beside_title(places: Places, text: str) -> Whereabouts:
    """Where something is by the line above or below its title: *Berkumerweide, Zwolle*."""
    parts = tuple(_parts(places, text))
    if len(text) > _LONGEST_LINE or not all(_may_stand_there(part, parts) for part in parts):
        return NOWHERE
    towns = _towns(parts)
    if not towns and len(parts) > 1 and _is_other_town(places, parts[-1].name):
        return Whereabouts(place=parts[-1].name)
    if len(towns) != 1:
        return NOWHERE
    town = parts[towns[0]]
    found: dict[Slot, str] = {} if town.is_said else {"place": town.name}
    for number, part in enumerate(parts):
        beside = abs(number - towns[0]) == 1 and parts[max(number, towns[0])].mark in _NEAR
        if part.slot:
            found.setdefault(part.slot, part.name)
        elif _is_of(places, part, town, beside=beside):
            found.setdefault("place" if town.is_said else "neighbourhood", part.name)
        elif beside and not _ends_in(part.name, spots().streets):
            return NOWHERE  # a person of that town, or what is in it
    return Whereabouts(**found)


def read_head(places: Places, text: str) -> Whereabouts:
    """Where something is by a title that begins with a municipality: *Heerlen: een avondronde*."""
    match = _HEAD.match(text)
    if not match or own_municipality(places, match[1]) is None:
        return NOWHERE
    name = spelled(places, match[1])
    return Whereabouts(place=name, municipality=name)


def _parts(places: Places, text: str) -> Iterator[_Part]:
    """The parts of a line; of two municipalities of which the last is the province, that is it."""
    pieces = _MARK.split(text.strip(" ."))
    parts = [
        _part(places, name, comma or dash or "")
        for piece, comma, dash in zip(
            pieces[::3], ["", *pieces[1::3]], ["", *pieces[2::3]], strict=True
        )
        for name in _town_and_side(places, _WHEN.sub("", piece))
        if name
    ]
    for number, part in enumerate(parts):
        before = [one.name for one in parts[:number] if one.slot == "municipality"]
        if any(_is_province_of(places, town, part.name) for town in before):
            yield part._replace(slot="province")
        else:
            yield part if _is_sure(places, part, parts) else part._replace(slot=None)


def _somewhere_in(places: Places, part: _Part) -> _Part:
    """A part, or the municipality that it says to lie in: *heel de gemeente Goes*."""
    match = None if part.slot else _SOMEWHERE_IN.fullmatch(part.name)
    return _part(places, match[1], part.mark) if match else part


def _told_by(
    places: Places, parts: Sequence[_Part], done: Sequence[_Part], slot: Slot | None
) -> Iterator[tuple[Slot, str]]:
    """What the parts surely are, and what alone of them lies in their town by the list."""
    for part in parts:
        if part.slot == "municipality" and not part.is_said and slot in {"place", None}:
            yield "place", part.name
        if part.slot:
            yield part.slot, part.name
    for town in (parts[number] for number in _towns(parts)):
        own = [one.name for one in parts if _is_of(places, one, town, beside=False)]
        if len(own) == 1 and own[0] not in {one.name for one in done}:
            yield "place" if town.is_said else "neighbourhood", own[0]


def _town_and_side(places: Places, name: str) -> tuple[str, ...]:
    """The town before a side of it, that said to be one: *Rotterdam-Zuid*."""
    match = _SIDE.fullmatch(name)
    is_side = match is not None and own_municipality(places, match[1])
    return (match[1], f"wijk {name}") if match and is_side else (name,)


def _part(places: Places, text: str, mark: str) -> _Part:
    name = _AROUND.sub("", text)
    if bears_name(places, name):
        return _Part(spelled(places, name), "municipality", is_said=False, mark=mark)
    if match := _SAID.fullmatch(name):
        slot = _SAID_SLOTS.get(match[1].lower(), "neighbourhood")
        known = {"municipality": known_municipality, "province": _known_province}.get(slot)
        is_said = known(places, match[2]) is not None if known else is_name(match[2])
        return _Part(spelled(places, match[2]), slot if is_said else None, is_said, mark)
    is_province = _known_province(places, name) is not None
    return _Part(
        spelled(places, name), "province" if is_province else None, is_said=False, mark=mark
    )


def _towns(parts: Sequence[_Part]) -> list[int]:
    """The numbers of the parts that are municipalities, each name once."""
    found: dict[str, int] = {}
    for number, part in enumerate(parts):
        if part.slot == "municipality":
            found.setdefault(part.name.casefold(), number)
    return list(found.values())


def _may_stand_there(part: _Part, parts: Sequence[_Part]) -> bool:
    """Whether a line with this part may only say where and what: names, a rubric before them.

    A rubric may stand behind what says that it is a municipality: *Gemeente Goes | Factsheet 3*.
    """
    if part.slot or is_name(part.name):
        return True
    is_first = part is parts[0] and len(parts) > 1 and parts[1].mark not in _NEAR
    is_band = len(parts) == _WITH_RUBRIC and parts[0].is_said and part.mark not in _NEAR
    is_behind = is_band and not _CREDITS.search(part.name)
    return (is_first or is_behind) and len(part.name.split()) <= MOST_WORDS and ":" not in part.name


def _is_of(places: Places, part: _Part, town: _Part, *, beside: bool) -> bool:
    """Whether a part is one of the town: by the list, or a single name before or behind it."""
    if part.slot or not is_name(part.name):
        return False
    if known_municipality(places, town.name) in lies_in(places, part.name):
        return True
    return beside and (" " not in part.name or _ends_in(part.name, spots().areas))


def _ends_in(name: str, words: Sequence[str]) -> bool:
    """Whether a name ends in one of these words, as *Grote Markt*; no *Piet van der Weg*."""
    is_person = not LOW.isdisjoint(name.split()[1:])
    return not is_person and name.casefold().endswith(tuple(words))


def _is_sure(places: Places, part: _Part, parts: Sequence[_Part]) -> bool:
    """Whether a part is the municipality that it names: it may be a village elsewhere."""
    town = bears_name(places, part.name)
    if part.slot != "municipality" or part.is_said or own_municipality(places, part.name):
        return True
    return town is not None and any(_is_in(places, one, town) for one in parts if one is not part)


def _is_in(places: Places, part: _Part, town: str) -> bool:
    """Whether a part is the province of a municipality, or lies in it."""
    if part.slot == "province":
        return same_place(places.provinces.get(town, ""), part.name)
    return part.slot is None and town in lies_in(places, part.name)


def _is_other_town(places: Places, name: str) -> bool:
    """Whether one municipality has a district of that name, or several that begin with it."""
    return (
        len(name) >= _SHORTEST_TOWN
        and " " not in name
        and len(lies_in(places, name)) == 1
        and "neighbourhood" not in places.named(name).values()
    )


def _known_province(places: Places, name: str) -> str | None:
    provinces = sorted(set(places.provinces.values()))
    return next((one for one in provinces if same_place(one, name)), None)


def _is_province_of(places: Places, town: str, name: str) -> bool:
    """Whether a town lies in the province of that name, and is not of that name itself."""
    municipality = known_municipality(places, town)
    province = places.provinces.get(municipality) if municipality else None
    return province is not None and same_place(province, name) and not same_place(town, name)
