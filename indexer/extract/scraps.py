"""Lines that a file draws in scraps, put together.

Such are a bullet or number before its item, and the rest of a line behind the mark of a note.
Browsers and programs for design draw the markers of a list by themselves, often after its text;
and where a file draws line by line over all columns, what stands behind the mark of a note may come
by itself. It is put in its line at the place where that begins in the file. So are marks of notes
that stand so high that they are lines by themselves.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import TypeAlias

from msgspec import structs

from indexer.extract.lines import Line
from indexer.extract.marks import is_mark, raise_signs
from indexer.extract.pieces import BULLETS

_APART = re.compile(r"\w(?: \S){1,12}")
_MARKER = re.compile(rf"[{re.escape(BULLETS)}–—*-]|\(?(?:\d{{1,2}}|[a-z])[.)]")
_REACH = 4.0  # times the size: how far from its bullet an item begins
_LEVEL = 0.25  # times the size: a bullet stands so little above or below its line
_STEP = 40.0  # points
_SPACE = 0.6  # times the size: no further goes a line on
_MARK_SIZE, _MARK_RISE = 0.85, 0.25  # idem: so small and high is the mark of a note
_BEFORE, _BEHIND = 0.8, 0.35  # idem: so near its note or its word
_SAME_HEIGHT, _SAME_SIZE = 0.1, 0.05  # times the size

_Places: TypeAlias = Mapping[tuple[int, int], Sequence[Line]]


def without_scraps(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines in their order, each scrap put together with the line that it belongs to."""
    lines = _closed_up(_with_marks(lines))
    if len({int(line.y0) for line in lines}) == len(lines):
        return lines
    places = _by_place(lines)
    following = _rests(lines, places)
    begun = set(following.values())
    whole = [_whole(line, following) for line in lines if line not in begun]
    return _with_markers(whole)


def _with_marks(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with the raised marks of notes in them that are lines by themselves."""
    marks = {at: line for at, line in enumerate(lines) if is_mark(line.text)}
    whole = dict(enumerate(lines)) if marks else {}
    for at, mark in marks.items():
        near = [to for to, line in whole.items() if _is_mark_of(mark, line)]
        of = min(near, key=lambda to: _white(mark, whole[to]), default=None)
        if of is not None:
            whole[of] = _marked(mark, whole[of])
            del whole[at]
    return list(whole.values()) if marks else lines


def _is_mark_of(mark: Line, line: Line) -> bool:
    """Whether a mark stands at the upper edge of a line of larger type: within it, or close by."""
    height = line.y1 - line.y0
    return (
        mark.size < _MARK_SIZE * line.size
        and _MARK_RISE * height < mark.y0 - line.y0 < height
        and _white(mark, line) < (_BEFORE if mark.x1 < line.x0 else _BEHIND) * line.size
        and not (line.cells or line.turned or is_mark(line.text))
    )


def _white(mark: Line, line: Line) -> float:
    """How far a mark stands before or behind a line; 0 or less within it."""
    return max(line.x0 - mark.x1, mark.x0 - line.x1)


def _marked(mark: Line, line: Line) -> Line:
    """The line with a mark before it, behind it, or behind the word where it stands."""
    if mark.x0 <= line.x0:
        text = f"{raise_signs('', mark.text)} {line.text}"
        return structs.replace(line, text=text, x0=mark.x0)
    letter = (line.x1 - line.x0) / len(line.text)
    ends = [place for place, char in enumerate(f"{line.text} ") if char == " "]
    end = min(ends, key=lambda place: abs(line.x0 + place * letter - mark.x0))
    text = raise_signs(line.text[:end], mark.text) + line.text[end:]
    return structs.replace(line, text=text, x1=max(line.x1, mark.x1))


def _rests(lines: Iterable[Line], places: _Places) -> dict[Line, Line]:
    """The rest of each line that has one; of lines over one another the closest has it."""
    found = [(line, rest) for line in lines if (rest := _nearest(places, line, _goes_on))]
    closest: dict[Line, Line] = {}
    for line, rest in found:
        closest[rest] = max(closest.get(rest, line), line, key=attrgetter("x1"))
    return {line: rest for line, rest in found if closest[rest] == line}


def _closed_up(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with the figures of a spaced title closed up, where they are a line of it."""
    if not any(line.spaced for line in lines):
        return lines
    closed = list(lines)
    for at, (before, line) in enumerate(pairwise(lines), start=1):
        if (
            before.spaced
            and _APART.fullmatch(line.text)
            and (before.size, before.bold) == (line.size, line.bold)
        ):
            closed[at] = structs.replace(line, text=line.text.replace(" ", ""), spaced=True)
    return closed


def _with_markers(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without those that are a marker only, each marker before the line it marks."""
    markers = [line for line in lines if _MARKER.fullmatch(line.text)]
    if not markers:
        return lines
    places = _by_place(lines)
    marked = {line: marker for marker in markers if (line := _nearest(places, marker, _is_marked))}
    used = set(marked.values())
    return [
        _together(marked[line], line) if line in marked else line
        for line in lines
        if line not in used
    ]


def _by_place(lines: Sequence[Line]) -> _Places:
    places: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        places[int(line.y0), int(line.x0 // _STEP)].append(line)
    return places


def _nearest(places: _Places, line: Line, belongs: Callable[[Line, Line], bool]) -> Line | None:
    """The first line to the right of one that belongs to it."""
    near = [other for other in _level(places, line) if belongs(line, other)]
    return min(near, key=lambda other: other.x0, default=None)


def _level(places: _Places, line: Line) -> Iterator[Line]:
    slack = _LEVEL * line.size
    steps = range(int(line.x1 // _STEP), int((line.x1 + _REACH * line.size) // _STEP) + 1)
    for height in range(int(line.y0 - slack), int(line.y0 + slack) + 1):
        for step in steps:
            yield from places.get((height, step), ())


def _is_marked(marker: Line, line: Line) -> bool:
    """Whether a line begins close behind a marker."""
    return (
        abs(line.y0 - marker.y0) <= _LEVEL * marker.size
        and 0 <= line.x0 - marker.x1 < _REACH * marker.size
        and not (line.cells or line.turned)
        and not _MARKER.fullmatch(line.text)
    )


def _goes_on(line: Line, rest: Line) -> bool:
    """Whether a line goes on with another on its height."""
    return (
        0 < rest.x0 - line.x1 < _SPACE * line.size
        and abs(line.y0 - rest.y0) < _SAME_HEIGHT * line.size
        and abs(line.size - rest.size) < _SAME_SIZE * line.size
        and not (line.cells or rest.cells or line.turned or rest.turned)
        and not _MARKER.fullmatch(line.text)
    )


def _whole(line: Line, following: Mapping[Line, Line]) -> Line:
    whole = line
    while rest := following.get(line):
        whole, line = _together(whole, rest), rest
    return whole


def _together(line: Line, rest: Line) -> Line:
    return structs.replace(
        rest if _MARKER.fullmatch(line.text) else line,
        text=f"{line.text} {rest.text}",
        x0=line.x0,
        x1=rest.x1,
        bold=line.bold and rest.bold,
        italic=line.italic and rest.italic,
        parts=(),
    )
