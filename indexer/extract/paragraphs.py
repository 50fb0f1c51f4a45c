"""Lines to paragraphs: which lines of a page belong together, by their place, size and weight."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from statistics import median
from typing import TypeAlias

from indexer.extract.lines import Line
from indexer.extract.marks import begins_with_mark, mark_of
from indexer.extract.numerals import parse_number
from indexer.extract.pieces import BULLETS
from indexer.extract.style import HEADING_SIZE, SAME_SIZE, Style, same_size
from indexer.extract.titles import level_in

PanelOf: TypeAlias = Callable[[Line], int | None]
"""Gives the place of the panel that a line stands in."""

BULLET = re.compile(rf"[{re.escape(BULLETS)}]\s*|[-–—*]\s+")
SURE_BULLET = re.compile(rf"[{re.escape(BULLETS)}](?=\s|$)")
LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}")

_SAME_HEADING_SIZE = 1.04
_WIDE_LEADING = 1.15  # times the usual distance of two lines: a gap
_INDENT = 0.8  # times the size of the type
_COLUMN_SLACK = 3.0  # lines of one column begin within so many sizes of each other
_CENTRE_SLACK = 2.0  # points
_MUCH_ROOM = 3.0  # times the size
_MOST_CENTRED = 3  # lines of a page that begin at one place by chance

_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+\S")
_SENTENCE_END = re.compile(r"[.!?…:;][)\]’”'\"]*$")


def paragraphs(
    lines: Sequence[Line],
    style: Style,
    titles: Mapping[str, int],
    *,
    panel_of: PanelOf = lambda _line: None,
) -> tuple[tuple[Line, ...], ...]:
    """The lines of a page in groups that belong together, in their order.

    A group stands in one panel, or outside all; a row of a table is a group of its own.
    """
    groups: list[list[Line]] = []
    peers = _peers(lines, panel_of)
    for line in lines:
        if groups and not (
            panel_of(line) != panel_of(groups[-1][-1])
            or _begins(groups[-1], line, peers[panel_of(line)], style, titles)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(map(tuple, groups))


def rejoined(
    groups: Sequence[Sequence[Line]],
    style: Style,
    titles: Mapping[str, int],
    *,
    panel_of: PanelOf = lambda _line: None,
) -> tuple[tuple[Line, ...], ...]:
    """The groups in their order, with those together that only the order of the file parted.

    A file that goes to and fro between columns parts a heading of two lines, and a sentence that
    goes on after a full line.
    """
    joined: list[list[Line]] = []
    peers = _peers(chain(*groups), panel_of)
    for group in groups:
        first, panel = group[0], panel_of(group[0])
        if (
            joined
            and panel == panel_of(joined[-1][-1])
            and _may_go_on(joined[-1][-1], first, peers[panel], style)
            and not _begins(joined[-1], first, peers[panel], style, titles)
        ):
            joined[-1] += group
        else:
            joined.append(list(group))
    return tuple(map(tuple, joined))


def _peers(lines: Iterable[Line], panel_of: PanelOf) -> Mapping[int | None, Sequence[Line]]:
    """The lines of each panel, and of none."""
    peers: dict[int | None, list[Line]] = defaultdict(list)
    for line in lines:
        peers[panel_of(line)].append(line)
    return peers


def _may_go_on(before: Line, line: Line, lines: Sequence[Line], style: Style) -> bool:
    if min(before.size, line.size) >= HEADING_SIZE * style.size:
        return True
    return _is_halfway(before, line) and _room(before, line, lines) <= 0


def _begins(
    group: Sequence[Line],
    line: Line,
    lines: Sequence[Line],
    style: Style,
    titles: Mapping[str, int],
) -> bool:
    before = group[-1]
    if before.cells or line.cells or _moved(group, line, style):
        return True
    if before.text.endswith("-") and line.text[:1].islower():
        return False
    if before.bold != line.bold or _is_apart(before, line, titles) or _is_next_note(group, line):
        return True
    return not _centred(group, line, lines) and _new_by_shape(group, line, lines, style)


def _is_apart(before: Line, line: Line, titles: Mapping[str, int]) -> bool:
    """Whether one of two lines stands on its own by what it says."""
    if any(level_in(titles, one.text) or LEADERS.search(one.text) for one in (before, line)):
        return True
    return bool(SURE_BULLET.match(line.text)) or (_is_entry(before) and _is_entry(line))


def _is_next_note(group: Sequence[Line], line: Line) -> bool:
    """Whether a line begins the footnote after the one of a group."""
    if begins_with_mark(line.text):
        return True
    one, other = mark_of(group[0].text), mark_of(line.text)
    return (
        bool(one and other)
        and int(other or 0) == int(one or 0) + 1
        and abs(line.x0 - group[0].x0) < _CENTRE_SLACK
    )


def _moved(group: Sequence[Line], line: Line, style: Style) -> bool:
    """Whether the line is of another size, or stands higher, beside, or after a gap."""
    is_heading = line.size >= HEADING_SIZE * style.size
    if not same_size(group[-1], line, _SAME_HEADING_SIZE if is_heading else SAME_SIZE):
        return True
    step = group[-1].y0 - line.y0
    if step < 0.3 * line.size or step > _WIDE_LEADING * style.leading_of(line):
        return True
    left, right = min(one.x0 for one in group), max(one.x1 for one in group)
    return line.x0 > right or line.x1 < left


def _new_by_shape(group: Sequence[Line], line: Line, lines: Sequence[Line], style: Style) -> bool:
    before = group[-1]
    if _is_open_quote(group, line):
        return False
    room = _room(before, line, lines)
    short, ended = room > 0, bool(_SENTENCE_END.search(before.text))
    is_large = line.size >= HEADING_SIZE * style.size  # a title or pull quote, of few words a line
    if short and not is_large and (ended or _starts_anew(line, room)):
        return True
    if is_list_start(line):
        if ended or is_list_start(group[0]):
            return True
    elif not short and (group[0].initial or _is_halfway(before, line)):
        return False  # the text runs around something that stands in its column
    return not (is_large and _has_centre_of(group, line)) and _is_elsewhere(
        group, line, short=short
    )


def _is_halfway(before: Line, line: Line) -> bool:
    """Whether a line goes on in the middle of a sentence."""
    ended = _SENTENCE_END.search(before.text) and not before.text.endswith((":", ";"))
    return not ended and line.text[:1].islower()


def _is_elsewhere(group: Sequence[Line], line: Line, *, short: bool) -> bool:
    """Whether a line begins further in or out than those before it."""
    before = group[-1]
    if len(group) == 1:
        hangs = is_list_start(before)
        return short and not hangs and line.x0 > before.x0 + _INDENT * line.size
    left = median(one.x0 for one in group[1:])
    return abs(line.x0 - left) > _INDENT * line.size


def _is_open_quote(group: Sequence[Line], line: Line) -> bool:
    """Whether a paragraph that is a quote as a whole is not closed yet, and this line is in it."""
    text = " ".join(one.text for one in group)
    return (
        text[:1] in "“„"
        and text.count("“") + text.count("„") > text.count("”")
        and abs(line.x0 - group[-1].x0) < _CENTRE_SLACK
        and line.italic == group[-1].italic
    )


def _room(before: Line, line: Line, lines: Sequence[Line]) -> float:
    """The white behind a line that the first word of the next would not have filled."""
    right = max(
        one.x1
        for one in lines
        if same_size(one, before) and abs(one.x0 - before.x0) < _COLUMN_SLACK * before.size
    )
    letter = (line.x1 - line.x0) / max(len(line.text), 1)
    needed = letter * (len(line.text.split(" ", 1)[0]) + 1) + 0.5 * line.size
    return right - before.x1 - needed


def _centred(group: Sequence[Line], line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is centred below a group: not if the group begins where other lines do."""
    before = group[-1]
    if abs(before.x0 - line.x0) <= line.size or not _has_centre_of(group, line):
        return False
    flush = sum(abs(one.x0 - before.x0) < 1 and one.size == before.size for one in lines)
    return flush <= _MOST_CENTRED


def _has_centre_of(group: Sequence[Line], line: Line) -> bool:
    middle = line.x0 + line.x1
    return all(abs(one.x0 + one.x1 - middle) < 2 * _CENTRE_SLACK for one in group)


def _starts_anew(line: Line, room: float) -> bool:
    """Whether a line begins with a capital, or with a number where much room was left before it.

    A typesetter who weighs whole paragraphs leaves a little room.
    """
    return line.text[:1].isupper() or (line.text[:1].isdigit() and room > _MUCH_ROOM * line.size)


def _is_entry(line: Line) -> bool:
    """Whether it may stand in a table of contents: a title and the number of its page."""
    begins = line.text[:1].isupper() or line.text[:1].isdigit()
    return " " in line.text and begins and bool(parse_number(line.text.split()[-1]))


def is_list_start(line: Line) -> bool:
    """Whether a line begins with a bullet, dash or number."""
    return bool(BULLET.match(line.text) or _NUMBERED.match(line.text))
