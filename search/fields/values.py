"""Reads what a case has of each field: from its card, its manifest, its place in the series."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from corpus import Card, CardField, Case, Vocabulary
from indexer.dutch import ends_sentence
from search.collection import Collection

_LONGEST_NAME = 6
"""A value with more words, or a sentence, describes: it is found by its words, and not listed."""


class Found(NamedTuple):
    """What a case has of a field.

    Attributes:
        listed: the values that are shown.
        also: more values that it is found by: broader concepts, the province of a place.
        words: texts that it is found by where what was typed is no value at all.
    """

    listed: tuple[str, ...]
    also: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


Reader = Callable[[Collection, Case], Found]


def edition(_collection: Collection, case: Case) -> Found:
    """Its number, as text."""
    return Found((str(case.edition),) if case.edition else ())


def theme(collection: Collection, case: Case) -> Found:
    """The ids of its themes, and of those they fall under; the manifest's keywords as words."""
    card = collection.card(case.entry.id)
    ids = tuple(label.id for label in card.themes) if card else ()
    return Found(ids, tuple(_broader(collection.catalogue.themes, ids)), case.entry.themes)


def target_group(collection: Collection, case: Case) -> Found:
    """The ids of its target groups, as those of themes; what its card says of them as words."""
    card = collection.card(case.entry.id)
    ids = tuple(label.id for label in card.target_groups) if card else ()
    wider = tuple(_broader(collection.catalogue.target_groups, ids))
    words = tuple(value.value for value in card.of("doelgroep")) if card else ()
    return Found(ids, wider, (*case.entry.target_groups, *words))


def place(collection: Collection, case: Case) -> Found:
    """The words of all its places together: "Kanaleneiland Utrecht" is one place."""
    found = _of_card(
        collection, case, fields=("plaats",), also=("wijk-of-dorp", "gemeente", "provincie")
    )
    return found._replace(words=(" . ".join((*found.listed, *found.also)),))


def _broader(vocabulary: Vocabulary, ids: tuple[str, ...]) -> Iterator[str]:
    """The concepts that these fall under, at any depth."""
    seen = set(ids)
    waiting = list(ids)
    while waiting:
        concept = vocabulary.find(waiting.pop())
        for wider in concept.broader if concept else ():
            if wider not in seen:
                seen.add(wider)
                waiting.append(wider)
                yield wider


def keyword(_collection: Collection, case: Case) -> Found:
    """The manifest's keywords."""
    return Found(case.entry.themes)


def _of_card(
    collection: Collection,
    case: Case,
    *,
    fields: tuple[CardField, ...],
    also: tuple[CardField, ...],
) -> Found:
    card = collection.card(case.entry.id)
    if card is None:
        return Found(())
    listed = dict.fromkeys(value.value for field in fields for value in card.of(field))
    more = dict.fromkeys(value.value for field in also for value in card.of(field))
    names = [value for value in (*listed, *more) if _is_name(value)]
    return Found(
        tuple(value for value in listed if value in names),
        tuple(value for value in more if value in names),
        tuple(value for value in (*listed, *more) if value not in names),
    )


def names(card: Card, field: CardField) -> tuple[str, ...]:
    """The values of a field that are names, each once; sentences that tell of it are none."""
    return tuple(dict.fromkeys(one.value for one in card.of(field) if _is_name(one.value)))


def _is_name(value: str) -> bool:
    return len(value.split()) <= _LONGEST_NAME and not ends_sentence(value)


def card(*fields: CardField, also: tuple[CardField, ...] = ()) -> Reader:
    """Reads the values of these fields of the card; by those of the others it is found too."""
    return partial(_of_card, fields=fields, also=also)
