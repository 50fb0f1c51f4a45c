"""Bands of what stands on a page, from top to bottom, and which of them are read as one."""

from collections.abc import Sequence
from itertools import chain, pairwise
from math import isfinite

from indexer.extract.areas import Area, around, columns_of, from_left, strip_in

_FLUSH = 5.0  # points: what begins on the left begins no further in
_COMMON_WHITE = 1.5  # times the height of a line: so much parts what stands above and below
_LOW = 2.0  # times the height of a line: a head or a sign is no higher
_CLOSER = 1.5  # times the white below it stands above a head


def bands_of(areas: Sequence[Area], chosen: Sequence[int]) -> list[list[int]]:
    """The areas in bands from top to bottom; within a band in the order of the file."""
    bands: list[list[int]] = []
    low = 0.0
    for at in sorted(chosen, key=lambda at: -areas[at].y1):
        middle = (areas[at].y0 + areas[at].y1) / 2
        if bands and middle > low:
            bands[-1].append(at)
        else:
            bands.append([at])
            low = areas[at].y0
        low = min(low, areas[at].y0)
    return [sorted(band) for band in bands]


def parted_by_white(
    areas: Sequence[Area], chosen: Sequence[int], line: float
) -> list[frozenset[int]]:
    """The areas from top to bottom, parted where clear white lies over all of the width."""
    parts: list[set[int]] = []
    low = 0.0
    for at in sorted(chosen, key=lambda at: -areas[at].y1):
        if not parts or low - areas[at].y1 > _COMMON_WHITE * line:
            parts.append(set())
            low = areas[at].y0
        parts[-1].add(at)
        low = min(low, areas[at].y0)
    return [frozenset(part) for part in parts]


def joined(areas: Sequence[Area], bands: Sequence[Sequence[int]], line: float) -> list[list[int]]:
    """Bands that follow each other and have a white strip together are one.

    So is a band with all that follows, if it reaches to it: a column may begin a little
    higher than the one before it, with a heading that has nothing beside it yet. Heads right above
    a band that goes over the strip are of what is below them.
    """
    groups: list[list[Sequence[int]]] = []
    for band in bands:
        if groups and _go_on(areas, list(chain(*groups[-1])), band, line):
            groups[-1].append(band)
        else:
            groups.append([band])
    for upper, lower in pairwise(groups) if isfinite(line) else ():
        if count := _heads_of(areas, upper, lower, line):
            end = next(at for at, band in enumerate(bands) if band is lower[0])
            parts = bands[: end - count], bands[end - count :]
            return [group for part in parts for group in joined(areas, part, line)]
    return _reaching(areas, [sorted(chain(*group)) for group in groups])


def _go_on(areas: Sequence[Area], upper: Sequence[int], lower: Sequence[int], line: float) -> bool:
    """Whether a band has a white strip with those above; not, if clear white parts it from one."""
    if not _share_a_strip(areas, upper, lower):
        return False
    is_near = _white(areas, upper, lower) <= _COMMON_WHITE * line
    return is_near or _share_a_strip(areas, upper, ())


def _heads_of(
    areas: Sequence[Area],
    upper: Sequence[Sequence[int]],
    lower: Sequence[Sequence[int]],
    line: float,
) -> int:
    """How many of the last bands of columns are heads of what stands below all of them.

    They are low, and stand closer to that than to what is above them.
    """
    best, count = _CLOSER * _white(areas, upper[-1], lower[0]), 0
    for place in range(len(upper) - 1, 0, -1):
        if any(areas[at].y1 - areas[at].y0 > _LOW * line for at in upper[place]):
            break
        white = _white(areas, list(chain(*upper[:place])), upper[place])
        if white >= max(best, line / 2):
            best, count = white, len(upper) - place
    return count


def _white(areas: Sequence[Area], upper: Sequence[int], lower: Sequence[int]) -> float:
    """The height of the white between two bands."""
    return min(areas[at].y0 for at in upper) - max(areas[at].y1 for at in lower)


def _reaching(areas: Sequence[Area], bands: list[list[int]]) -> list[list[int]]:
    """The bands, each that reaches to the one below it put together with that."""
    for at in reversed(range(len(bands) - 1)):
        upper, lower = bands[at : at + 2]
        if _reaches(areas, upper, lower) and _parts_alike(areas, upper, lower):
            bands[at : at + 2] = [sorted(upper + lower)]
    return bands


def _reaches(areas: Sequence[Area], upper: Sequence[int], lower: Sequence[int]) -> bool:
    """Whether a band begins a column of what is below it: flush with one, hardly above all."""
    box = around(areas[at] for at in upper)
    white = box.y0 - max(areas[at].y1 for at in lower)
    is_flush = any(abs(areas[at].x0 - box.x0) < _FLUSH for at in lower)
    return white <= 0 or (is_flush and white < box.y1 - box.y0)


def _parts_alike(areas: Sequence[Area], upper: Sequence[int], lower: Sequence[int]) -> bool:
    """Whether two bands have a white strip together, and the upper, if in one column, no less."""
    if not _share_a_strip(areas, upper, lower):
        return False
    count = len(columns_of(areas, (*upper, *lower)))
    return _share_a_strip(areas, upper, ()) or count >= len(columns_of(areas, lower))


def _share_a_strip(areas: Sequence[Area], upper: Sequence[int], lower: Sequence[int]) -> bool:
    return strip_in(areas, from_left(areas, (*upper, *lower))) is not None
