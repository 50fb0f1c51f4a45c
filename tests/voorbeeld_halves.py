"""The two halves of the cases of the fictional casebook, for whoever tunes what is made of them.

The first, third, fifth and seventh case of each edition may be looked at while tuning; the second,
fourth, sixth and eighth are held back: what is scored on them was set without them.
"""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from librarians import Filed
from voorbeeld_truth import EDITIONS, read

from indexer.vocabulary import KINDS, Kind

Half = Literal["tune", "held"]
HALVES: tuple[Half, ...] = ("tune", "held")


def truth(half: Half) -> dict[str, dict[str, Any]]:
    """The true card of each case of a half, by the id of the case."""
    first = HALVES.index(half)
    return {
        card["id"]: card
        for edition in EDITIONS
        for card in read(f"cards-{edition}.toml")["cases"][first::2]
    }


class SecondReader(NamedTuple):
    """What a second reader found in a case, by field: the sentences, word for word.

    Attributes:
        sure: that prove the field.
        vague: that touch it.
    """

    sure: dict[str, list[str]]
    vague: dict[str, list[str]]


def second_reader(half: Half) -> dict[str, SecondReader]:
    """What a second reader found in each case of a half, who saw the manuscript alone."""
    found = {
        case: SecondReader(**marks)
        for edition in EDITIONS
        for case, marks in read(f"second-reader-{edition}.toml").items()
    }
    return {case: found[case] for case in truth(half)}


def filed(half: Half) -> dict[str, Mapping[Kind, Filed]]:
    """Under what two librarians filed each case of a half."""
    second = read("second-librarian.toml")
    return {
        case: {
            kind: Filed(
                first=frozenset(item["id"] for item in card[kind]),
                second=frozenset(second[case][kind]["sure"]),
                vague=frozenset(second[case][kind]["vague"]),
            )
            for kind in KINDS
        }
        for case, card in truth(half).items()
    }
