"""Which words of a contents entry are the title: those that its chapter's own page prints as one.

A contents page may set a place, a rubric or a line about the chapter below a title, above it or
behind it. Only the title stands at the head of the chapter.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import Document
from indexer.segment.entries import Entry
from indexer.segment.paging import Paging, only
from indexer.segment.places import Places, Spot, Standing
from indexer.segment.titles import compact

_FEWEST = 4  # letters of a title that is a part of its entry
_NEAR = 1  # pages: so far from where it is said to be a title may stand
_RULE = 2  # entries that are named by their page make a rule for the others


@dataclass(frozen=True, slots=True)
class Named:
    """An entry with its title.

    Attributes:
        entry: its title is the part of its lines that is one, its note is the rest.
        borne: whether its title stands on the page that it says.
        heads: whether it is the first on that page.
        lines: the first line of the title, and the line behind its last; none where the title is
            not borne out, or ends within a line.
    """

    entry: Entry
    borne: bool
    heads: bool
    lines: tuple[int, int] | None


def name_entries(entries: Sequence[Entry], document: Document, places: Places) -> list[Named]:
    """The entries with their titles; one that its page does not name is parted as the others are.

    Args:
        entries: of one contents page.
        document: the whole of it.
        places: where titles stand in it.
    """
    paging = Paging(document, [_guess(entry, places) for entry in entries], places)
    named: list[Named] = []
    said = 0
    for entry in entries:
        page = paging.of(entry, after=said)
        said = said if page is None else page
        named.append(_name(entry, places, page))
    lines = Counter(one.lines for one in named if one.lines and len(one.entry.lines) > 1)
    rule, count = next(iter(lines.most_common(1)), (None, 0))
    if rule and count >= _RULE and 2 * count > lines.total():
        named = [one if one.borne else _parted(one, rule) for one in named]
    return named


def _guess(entry: Entry, places: Places) -> Entry:
    """The entry with the longest run of its lines that is a heading somewhere, and only there."""
    count = len(entry.lines)
    runs = [(start, end) for start in range(count) for end in range(start + 1, count + 1)]
    for start, end in sorted(runs, key=lambda run: run[0] - run[1]):
        title = " ".join(entry.lines[start:end])
        spots = [Spot(one, 1.0) for one in places.same(title) if one.position.page != entry.page]
        if only([spot for spot in spots if not (spot.standing.deeper or spot.standing.under)]):
            return replace(entry, title=title)
    return entry


def _name(entry: Entry, places: Places, page: int | None) -> Named:
    """The title nearest to the page that is said; of several the one that heads it, the longest."""
    best: tuple[tuple[int, bool, int, int], int | None, int] | None = None
    for start, end, words in _parts(entry.lines):
        place = _place(places.same(" ".join(words)), entry, page, whole=end is not None)
        if place is None or (page is not None and place[0] > _NEAR):
            continue
        rank = (*place, start, -len(words))
        if best is None or rank < best[0]:
            best = rank, end, len(words)
    if best is None:
        return Named(entry, borne=False, heads=False, lines=None)
    (_, below, start, _), end, count = best
    words = " ".join(entry.lines[start:]).split()
    title, rest = " ".join(words[:count]), [*entry.lines[:start], " ".join(words[count:])]
    own = replace(entry, title=title, note=" ".join(filter(None, rest)))
    lines = (start, end) if end else None
    return Named(own, borne=page is not None, heads=page is not None and not below, lines=lines)


def _parts(lines: Sequence[str]) -> Iterator[tuple[int, int | None, list[str]]]:
    """Runs of words from the beginning of a line, and the line behind them if they end one."""
    for start in range(len(lines)):
        words: list[str] = []
        for end, line in enumerate(lines[start:], start + 1):
            for at, word in enumerate(own := line.split(), 1):
                words.append(word)
                yield start, end if at == len(own) else None, words


def _place(
    standings: Sequence[Standing], entry: Entry, page: int | None, *, whole: bool
) -> tuple[int, bool] | None:
    """How many pages from the one that is said a title stands, and whether below another text.

    A part of a line is a title only where it is a heading or heads its page. Where no page is said
    the only place counts. None where it stands nowhere.
    """
    at = [
        (abs(one.position.page - (page or 0)), not one.first)
        for one in standings
        if one.position.page != entry.page
        and not one.deeper
        and not one.under
        and len(one.short) >= _FEWEST
        and (one.level or one.first or whole)
    ]
    if page is None:
        return (0, at[0][1]) if len(at) == 1 else None
    return min(at, default=None)


def _parted(named: Named, rule: tuple[int, int]) -> Named:
    """The entry parted by its lines as a rule says, where it has as many."""
    start, end = rule
    lines = named.entry.lines
    if len(lines) < end or not compact(" ".join(lines[start:end])):
        return named
    note = " ".join((*lines[:start], *lines[end:]))
    return replace(named, entry=replace(named.entry, title=" ".join(lines[start:end]), note=note))
