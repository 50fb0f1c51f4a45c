"""Lines to paragraphs: which lines of a page belong together, by their place, size and weight."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from indexer.dutch import ends_clause
from indexer.extract.areas import Area
from indexer.extract.edges import Columns, Edges, Group
from indexer.extract.following import comes_out, is_speaker_of
from indexer.extract.lines import Line
from indexer.extract.marks import begins_with_mark, is_next_mark, mark_of
from indexer.extract.numerals import parse_number
from indexer.extract.parting import is_unfinished
from indexer.extract.pieces import BULLETS
from indexer.extract.style import HEADING_SIZE, SAME_SIZE, Style, same_size
from indexer.extract.titles import level_in

PanelOf: TypeAlias = Callable[[Line], int | None]
"""Gives the place of the panel that a line stands in."""

BULLET = re.compile(rf"\A(?:[{re.escape(BULLETS)}]\s*|[-–—*]\s+)")
SURE_BULLET = re.compile(rf"[{re.escape(BULLETS)}](?=\s|$)")
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}")

_FEWEST_DOTS = 4
_SAME_HEADING_SIZE = 1.04
_WIDE_LEADING = 1.15  # times the usual distance of two lines: a gap
_INDENT = 0.8  # times the size of the type
_COLUMN_SLACK = 3.0  # lines of one column begin within so many sizes of each other
_CENTRE_SLACK = 2.0  # points
_FLUSH = 1.0  # points: lines that begin at one place differ less
_WIDEST_TITLE = 2.0  # times the size: so far apart are the lines of one title
_MUCH_ROOM, _LITTLE_ROOM = 3.0, 5.0  # times the size
_MOST_CENTRED = 3  # lines of a page that begin at one place by chance

_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+\S")


def paragraphs(
    lines: Sequence[Line],
    style: Style,
    titles: Mapping[str, int],
    *,
    panel_of: PanelOf = lambda _line: None,
    standing: Sequence[Area] = (),
) -> tuple[tuple[Line, ...], ...]:
    """The lines of a page in groups that belong together, in their order.

    A group stands in one panel, or outside all; a row of a table is a group of its own. A text may
    run around what is `standing` in its column.
    """
    groups: list[Group] = []
    columns = Columns(lines, panel_of, standing)
    for line in lines:
        if groups and not (
            panel_of(line) != panel_of(groups[-1].last)
            or _begins(groups[-1], line, columns.edges_of(groups[-1].last), style, titles)
        ):
            groups[-1].add(line)
        else:
            groups.append(Group(line))
    return tuple(tuple(group.lines) for group in groups)


def rejoined(
    groups: Sequence[Sequence[Line]],
    style: Style,
    titles: Mapping[str, int],
    *,
    panel_of: PanelOf = lambda _line: None,
    standing: Sequence[Area] = (),
) -> tuple[tuple[Line, ...], ...]:
    """The groups in their order, with those together that only the order of the file parted.

    A file that goes to and fro between columns parts a heading of two lines, and a sentence that
    goes on after a full line.
    """
    joined: list[Group] = []
    columns = Columns(chain(*groups), panel_of, standing)
    for first, *rest in groups:
        if (
            joined
            and panel_of(first) == panel_of(joined[-1].last)
            and (peers := columns.edges_of(joined[-1].last))
            and _may_go_on(joined[-1].last, first, peers, style)
            and not _begins(joined[-1], first, peers, style, titles)
        ):
            joined[-1].add(first)
        else:
            joined.append(Group(first))
        joined[-1].add(*rest)
    return tuple(tuple(group.lines) for group in joined)


def _may_go_on(before: Line, line: Line, peers: Edges, style: Style) -> bool:
    if min(before.size, line.size) >= HEADING_SIZE * style.size:
        return True
    return _is_halfway(before, line) and _room(before, line, peers) <= 0


def _begins(
    group: Group,
    line: Line,
    peers: Edges,
    style: Style,
    titles: Mapping[str, int],
) -> bool:
    before = group.last
    if before.cells or line.cells or _moved(group, line, peers, style):
        return True
    if before.text.endswith("-") and line.text[:1].islower():
        return False
    if before.bold != line.bold or _is_apart(before, line, titles) or _is_next_note(group, line):
        return True
    if is_speaker_of(group, line):
        return True
    return not _centred(group, line, peers) and _new_by_shape(group, line, peers, style)


def _is_apart(before: Line, line: Line, titles: Mapping[str, int]) -> bool:
    """Whether one of two lines stands on its own by what it says."""
    if any(level_in(titles, one.text) or has_leaders(one.text) for one in (before, line)):
        return True
    return bool(SURE_BULLET.match(line.text)) or (_is_entry(before) and _is_entry(line))


def _is_next_note(group: Group, line: Line) -> bool:
    """Whether a line begins the footnote after the one of a group."""
    if begins_with_mark(line.text):
        return True
    one, other = mark_of(group.first.text), mark_of(line.text)
    return (
        one is not None
        and other is not None
        and is_next_mark(other, after=one)
        and abs(line.x0 - group.first.x0) < _CENTRE_SLACK
    )


def _moved(group: Group, line: Line, peers: Edges, style: Style) -> bool:
    """Whether the line is of another size, or stands higher, beside, or after a gap."""
    is_heading = line.size >= HEADING_SIZE * style.size
    if not same_size(group.last, line, _SAME_HEADING_SIZE if is_heading else SAME_SIZE):
        return True
    step = group.last.y0 - line.y0
    if step < 0.3 * line.size or step > _WIDE_LEADING * style.leading_of(line):
        return not (is_heading and step > 0 and _goes_on_title(group.last, line, peers))
    return line.x0 > group.right or line.x1 < group.left


def _is_narrow(group: Group, peers: Edges) -> bool:
    """Whether no line of a group is as long as its column is wide."""
    size = group.first.size
    return group.right < peers.end_beside(group.last, reach=_COLUMN_SLACK * size) - size


def _goes_on_title(before: Line, line: Line, peers: Edges) -> bool:
    """Whether a title that is set wide goes on, since its column had no room for the next word."""
    return (
        before.y0 - line.y0 <= _WIDEST_TITLE * line.size
        and before.bold == line.bold
        and before.colour == line.colour
        and before.text[-1] not in ".?!"
        and _lacking(before, line, peers.end_of_column(before, reach=_FLUSH)) <= 0
    )


def _new_by_shape(group: Group, line: Line, peers: Edges, style: Style) -> bool:
    before = group.last
    if _is_open_quote(group, line):
        return False
    room = _room(before, line, peers)
    short, ended = room > 0, _is_ended(before, line)
    is_large = line.size >= HEADING_SIZE * style.size  # a title or pull quote, of few words a line
    if short and not is_large and (ended or _starts_anew(before, line, room)):
        little = room < _LITTLE_ROOM * line.size or not (ended or _is_narrow(group, peers))
        goes_on = little and style.parted and _may_be_within(group, line)
        return not goes_on or _is_elsewhere(group, line, short=short)
    if is_list_start(line):
        if ended or is_list_start(group.first):
            return True
    elif not short and (group.first.initial or _is_halfway(before, line) or comes_out(group, line)):
        return False  # the text runs around something that stands in its column
    centred = is_large and group.has_centre_of(line, slack=_CENTRE_SLACK)
    return not centred and _is_elsewhere(group, line, short=short)


def _is_ended(before: Line, line: Line) -> bool:
    """Whether a sentence ends before a line; a colon ends none that goes on in small letters."""
    halfway = before.text.endswith(":") and line.text[:1].islower()
    return not halfway and ends_clause(before.text)


def _may_be_within(group: Group, line: Line) -> bool:
    """Whether a line may stand within a paragraph though the line before it is a little short.

    That is so where paragraphs are parted by more than a short line. Beside something that stands
    in its column a line may be short too, in the middle of a sentence.
    """
    begins = is_list_start(line) or line.text.startswith(("“", "„"))
    return not begins and not group.first.initial


def _is_halfway(before: Line, line: Line) -> bool:
    """Whether a line goes on in the middle of a sentence."""
    ended = ends_clause(before.text) and not before.text.endswith((":", ";"))
    return not ended and line.text[:1].islower()


def _is_elsewhere(group: Group, line: Line, *, short: bool) -> bool:
    """Whether a line begins further in or out than those before it."""
    before = group.last
    if len(group.lines) == 1:
        hangs = is_list_start(before)
        return short and not hangs and line.x0 > before.x0 + _INDENT * line.size
    return abs(line.x0 - group.start) > _INDENT * line.size


def _is_open_quote(group: Group, line: Line) -> bool:
    """Whether a paragraph that is a quote as a whole is not closed yet, and this line is in it."""
    return (
        group.is_open_quote
        and abs(line.x0 - group.last.x0) < _CENTRE_SLACK
        and line.italic == group.last.italic
    )


def _room(before: Line, line: Line, peers: Edges) -> float:
    """The white behind a line that the first word of the next would not have filled."""
    return _lacking(before, line, peers.end_beside(before, reach=_COLUMN_SLACK * before.size))


def _lacking(before: Line, line: Line, right: float) -> float:
    """The white from the end of a line to the right edge, but for the first word of the next."""
    letter = (line.x1 - line.x0) / max(len(line.text), 1)
    needed = letter * (len(line.text.split(" ", 1)[0]) + 1) + 0.5 * line.size
    return right - before.x1 - needed


def _centred(group: Group, line: Line, peers: Edges) -> bool:
    """Whether a line is centred below a group: not if the group begins where other lines do."""
    before = group.last
    if abs(before.x0 - line.x0) <= line.size:
        return False
    return (
        group.has_centre_of(line, slack=_CENTRE_SLACK)
        and peers.count_beside(before, reach=_FLUSH) <= _MOST_CENTRED
    )


def _starts_anew(before: Line, line: Line, room: float) -> bool:
    """Whether a line begins with a capital, or with a number where much room was left before it.

    A typesetter who weighs whole paragraphs leaves a little room. Nothing begins behind an article.
    """
    if is_unfinished(before.text):
        return False
    is_number = line.text[:1].isdigit() and not before.text.endswith(",")
    return line.text[:1].isupper() or (is_number and room > _MUCH_ROOM * line.size)


def _is_entry(line: Line) -> bool:
    """Whether it may stand in a table of contents: a title and the number of its page."""
    begins = line.text[:1].isupper() or line.text[:1].isdigit()
    return " " in line.text and begins and bool(parse_number(line.text.split()[-1]))


def has_leaders(text: str) -> bool:
    """Whether dots in a row lead from one thing to another, as in a table of contents."""
    return _may_have_leaders(text) and _LEADERS.search(text) is not None


def without_leaders(text: str) -> str:
    """The text with a space where dots lead from one thing to another."""
    return _LEADERS.sub(" ", text) if _may_have_leaders(text) else text


def _may_have_leaders(text: str) -> bool:
    """Whether a pattern must look; most text has hardly any dots."""
    return text.count(".") >= _FEWEST_DOTS or "……" in text


def is_list_start(line: Line) -> bool:
    """Whether a line begins with a bullet, dash or number."""
    return bool(BULLET.match(line.text) or _NUMBERED.match(line.text))
