"""Reads the table of municipalities, districts and neighbourhoods."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from indexer.dutch import fold, place_aliases

Level = Literal["municipality", "district", "neighbourhood"]

_JOINT = re.compile(r"(?<=\w)[ \-]+(?=\w)")
_IN_BRACKETS = re.compile(r"\s*\(.*?\)")


@dataclass(frozen=True, slots=True)
class Merger:
    """What became of a municipality that is no more."""

    old: str
    new: str
    year: int


@dataclass(frozen=True, slots=True)
class Places:
    """The places of the Netherlands.

    Attributes:
        found: from the key of a name to the municipalities that have a place of that name, with the
            widest level that it has there.
        begun: the same for the beginnings of longer names: *Zaandam* of *Zaandam Noord*.
        provinces: from a municipality to its province.
        mergers: from the key of a municipality that is no more to what became of it.
    """

    found: Mapping[str, Mapping[str, Level]]
    begun: Mapping[str, Mapping[str, Level]]
    provinces: Mapping[str, str]
    mergers: Mapping[str, Merger]

    def named(self, name: str) -> Mapping[str, Level]:
        """The municipalities that have a place of that name, under any of its spellings."""
        return self.found.get(place_key(name), {})

    def begin_with(self, name: str) -> Mapping[str, Level]:
        """The municipalities that have a place whose name goes on after that name."""
        return self.begun.get(place_key(name), {})


@dataclass(frozen=True, slots=True)
class Spots:
    """What the names of spots in a town end in, in lower case.

    Attributes:
        streets: streets, squares and the like.
        areas: parts of a town.
    """

    streets: tuple[str, ...]
    areas: tuple[str, ...]


@cache
def spots() -> Spots:
    """The endings that come with the program."""
    data = tomllib.loads(_text("spots.toml"))
    return Spots(streets=tuple(data["streets"]), areas=tuple(data["areas"]))


@cache
def load_places() -> Places:
    """The table that comes with the program."""
    found: dict[str, dict[str, Level]] = defaultdict(dict)
    begun: dict[str, dict[str, Level]] = defaultdict(dict)
    for name, municipality, level in _rows():
        found[place_key(name)].setdefault(municipality, level)
        for joint in _JOINT.finditer(name):
            begun[place_key(name[: joint.start()])].setdefault(municipality, level)
    data = tomllib.loads(_text("provinces.toml"))
    return Places(
        found=found,
        begun=begun,
        provinces={
            municipality: province
            for province, municipalities in data["provinces"].items()
            for municipality in municipalities
        },
        mergers={
            place_key(old): Merger(old, new, int(year))
            for year, mergers in data["mergers"].items()
            for new, olds in mergers.items()
            for old in olds
        },
    )


def place_key(name: str) -> str:
    """What all spellings of a name have in common: *Den Bosch* is *'s-Hertogenbosch*."""
    plain = name.strip().lower().replace("’", "'")
    same = next((names for names in place_aliases() if plain in names), frozenset({plain}))
    return "".join(char for char in fold(min(same)) if char.isalnum())


def same_place(one: str, other: str) -> bool:
    """Whether two names are spellings of each other."""
    return place_key(one) == place_key(other)


def _rows() -> Iterator[tuple[str, str, Level]]:
    """Each name with its municipality, the wider levels of a municipality first."""
    for line in _text("places.tsv").splitlines():
        if line.startswith("#"):
            continue
        municipality, _, districts, neighbourhoods = line.split("\t")
        yield municipality, municipality, "municipality"
        yield _IN_BRACKETS.sub("", municipality), municipality, "municipality"
        for name in filter(None, districts.split(";")):
            yield name, municipality, "district"
        for name in filter(None, neighbourhoods.split(";")):
            yield name, municipality, "neighbourhood"


def _text(name: str) -> str:
    return (resources.files("indexer.places") / name).read_text(encoding="utf-8")
