"""Labels above their values, and heads above their texts, that stand in columns side by side."""

from collections.abc import Collection, Hashable, Sequence
from itertools import groupby
from math import isfinite
from typing import NamedTuple

from indexer.extract.areas import Area, columns_of
from indexer.extract.bands import parted_by_white

_FEWEST_COLUMNS = 3  # of stacks whose type is that of the text
_FEWEST_WITHOUT = 0.5  # of the columns have no two of one kind below one another


class Look(NamedTuple):
    """How type looks: its size, weight and slant, and its colour."""

    type: Hashable
    colour: Hashable


def are_stacks(
    areas: Sequence[Area], chosen: Collection[int], looks: Sequence[Look | None]
) -> bool:
    """Whether columns are stacks: in each the same kinds of type below one another.

    Such as a label and its value, or a sign, a head and its text. In a table with a row of heads
    more of one kind follow; in one with heads on the left, columns differ. What stands above all of
    them is their title.

    Args:
        areas: of the page; the last of them may be pictures, which have no look.
        chosen: the places of those in the columns.
        looks: of the areas; None where one holds others.
    """
    columns = columns_of(areas, _without_title(areas, chosen))
    kinds = [[looks[at] if at < len(looks) else None for at in column] for column in columns]
    return _are_alike([[look and look.type for look in column] for column in kinds]) or _are_alike(
        kinds
    )


def _without_title(areas: Sequence[Area], chosen: Collection[int]) -> Collection[int]:
    """These places but the uppermost, if that has nothing beside it."""
    first, *rest = sorted(chosen, key=lambda at: -areas[at].y1)
    is_alone = bool(rest) and areas[rest[0]].y1 <= areas[first].y0
    return rest if is_alone else chosen


def parted_at_stacks(
    areas: Sequence[Area], chosen: Sequence[int], looks: Sequence[Look | None], line: float
) -> list[list[int]]:
    """The parts that these areas are read in, if some of them are stacks that stand apart.

    Clear white parts them from what stands above and below, and they are of another type than that
    or of more than two columns. None, where there are no such stacks.

    Args:
        areas: of the page.
        chosen: the places of those that are asked about.
        looks: of the areas.
        line: the height of a line.
    """
    whites = parted_by_white(areas, chosen, line) if looks and isfinite(line) else []
    parts: list[list[int]] = []
    was_apart = True
    for part in whites if len(whites) > 1 else ():
        is_apart = _are_apart(areas, part, set(chosen) - part, looks)
        if is_apart or was_apart:
            parts.append(sorted(part))
        else:
            parts[-1] += sorted(part)
        was_apart = is_apart
    return parts if len(parts) > 1 else []


def _are_apart(
    areas: Sequence[Area],
    part: Collection[int],
    rest: Collection[int],
    looks: Sequence[Look | None],
) -> bool:
    """Whether these are stacks, and not columns of the text that goes on in the rest."""
    if not are_stacks(areas, part, looks) or any(at >= len(looks) or not looks[at] for at in part):
        return False
    return len(columns_of(areas, part)) >= _FEWEST_COLUMNS or not (
        {looks[at] for at in part} & {looks[at] for at in rest if at < len(looks)}
    )


def _are_alike(columns: Sequence[Sequence[Hashable]]) -> bool:
    """Whether the kinds in each column follow one another alike, and most come once."""
    runs = [[kind for kind, _ in groupby(column)] for column in columns]
    single = sum(len(run) == len(column) for run, column in zip(runs, columns, strict=True))
    return (
        len(runs) > 1
        and len(runs[0]) > 1
        and all(run == runs[0] for run in runs)
        and single > _FEWEST_WITHOUT * len(runs)
    )
