"""The texts around a passage that are searched with it: one definition for index and reader."""

from typing import NamedTuple

from corpus import Case, Passage


class Surroundings(NamedTuple):
    """The headings above a passage, and the title and the place of its case; empty where none."""

    heading: str
    title: str
    place: str


def surroundings(passage: Passage, case: Case) -> Surroundings:
    """What is searched with a passage."""
    entry = case.entry
    places = (entry.place, entry.neighbourhood, entry.municipality, entry.province)
    return Surroundings(
        heading=". ".join(passage.headings),
        # A chapter that is no case is about the book; its title would put it above the cases.
        title=entry.display_title if case.kind == "case" else "",
        place=". ".join(dict.fromkeys(filter(None, places))),
    )
