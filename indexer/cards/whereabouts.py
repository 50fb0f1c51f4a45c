"""Finds what the text of a case surely says of its place, each name with the quote that says so.

Surely is what a labelled line says (*Gemeente: Goes*), and what a line beside the title says that
has the name of a municipality (*REPORTAGE / KERKRADE*). What is mentioned in the text is not.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from corpus import Card, CardField, Case, CaseEntry, Document, Evidence
from indexer.cards.labelled import Labelled
from indexer.places import (
    NOWHERE,
    Located,
    Places,
    Slot,
    Whereabouts,
    bears_out,
    locate,
    read_beside_title,
    read_head,
    read_labelled,
    same_place,
)

_SLOTS: Mapping[str, Slot | None] = {
    "plaats": "place",
    "wijk-of-dorp": "neighbourhood",
    "gemeente": "municipality",
    "provincie": "province",
    "locatie": None,
}
"""What the labels of `cues.toml` say that something is."""

_FIELDS: Mapping[Slot, CardField] = {
    "place": "plaats",
    "neighbourhood": "wijk-of-dorp",
    "municipality": "gemeente",
    "province": "provincie",
}


class SaidPlace(NamedTuple):
    """A name, and the quote that says that the case is there."""

    name: str
    evidence: Evidence


def said_places(
    places: Places, lines: Iterable[Labelled], beside_title: Iterable[Evidence]
) -> dict[Slot, SaidPlace]:
    """What a text says of its place; where two lines contradict each other, the first.

    A district alone contradicts nothing: a town may have one that the list has elsewhere.

    Args:
        places: the list of places.
        lines: the labels of its sentences.
        beside_title: the title with the lines above and below it.
    """
    found: dict[Slot, SaidPlace] = {}
    for where, evidence in chain(_by_label(places, lines), _by_title(places, beside_title)):
        names = _named(where)
        before = {slot: said.name for slot, said in found.items()}
        decided = {_municipality(places, one) for one in (before, names) if _decides(one)}
        if len(decided - {None}) <= 1:
            for slot, name in names.items():
                found.setdefault(slot, SaidPlace(name, evidence))
    return found


def filled_in(
    places: Places, entry: CaseEntry, said: Mapping[Slot, SaidPlace]
) -> tuple[CaseEntry, dict[CardField, Evidence]]:
    """The manifest's entry with what the text adds to its place, and the quotes of that by field.

    What the manifest says stands. It is added to only where the text means the same municipality.
    """
    own = {slot: name for slot in _FIELDS if (name := getattr(entry, slot))}
    told = {slot: one.name for slot, one in said.items()}
    in_manifest = _municipality(places, own)
    if own and (in_manifest is None or in_manifest != _municipality(places, told)):
        return entry, {}
    new = {
        slot: name
        for slot, name in told.items()
        if slot not in own and not any(same_place(name, one) for one in own.values())
    }
    return replace(entry, **new), {_FIELDS[slot]: said[slot].evidence for slot in new}


def lies_in(
    places: Places, entry: CaseEntry, quotes: Mapping[CardField, Evidence], document: Document
) -> Located:
    """Where a case lies; nothing where only a district of the text says so, and the rest does not.

    Args:
        places: the list of places.
        entry: of the manifest, with what the text adds to its place.
        quotes: of what the text adds, by field.
        document: that the case stands in.
    """
    own = {slot: name for slot in _FIELDS if (name := getattr(entry, slot))}
    located = _located(places, own)
    district = entry.neighbourhood
    if not (located.municipality and district and "wijk-of-dorp" in quotes) or _decides(own):
        return located
    texts = (block.text for page in document.pages for block in page.blocks)
    is_there = bears_out(places, located.municipality, texts, district=district)
    return located if is_there else Located(province=entry.province)


def with_place(case: Case, card: Card) -> Case:
    """The case with what its card has of its place from the text, so that all searches know it."""
    told = {
        slot: value.value
        for slot, field in _FIELDS.items()
        for value in card.of(field)
        if value.origin == "text"
    }
    return replace(case, entry=replace(case.entry, **told)) if told else case


def _by_label(places: Places, lines: Iterable[Labelled]) -> Iterator[tuple[Whereabouts, Evidence]]:
    for line in lines:
        for field in sorted(line.fields & _SLOTS.keys()):
            yield read_labelled(places, line.value, _SLOTS[field]), line.evidence


def _by_title(places: Places, lines: Iterable[Evidence]) -> Iterator[tuple[Whereabouts, Evidence]]:
    for line in lines:
        where = read_beside_title(places, line.quote)
        yield where if where != NOWHERE else read_head(places, line.quote), line


def _named(where: Whereabouts) -> dict[Slot, str]:
    return {slot: name for slot in _FIELDS if (name := getattr(where, slot))}


def _decides(named: Mapping[Slot, str]) -> bool:
    """Whether more is named than a district."""
    return "place" in named or "municipality" in named


def _municipality(places: Places, named: Mapping[Slot, str]) -> str | None:
    return _located(places, named).municipality


def _located(places: Places, named: Mapping[Slot, str]) -> Located:
    return locate(
        places,
        place=named.get("place"),
        neighbourhood=named.get("neighbourhood"),
        municipality=named.get("municipality"),
        province=named.get("province"),
    )
