"""Where chapters begin by each sign that a bundle gives: outline, links, contents, menu.

Each gives chapters of its own, as `headings` does; `starts` compares them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Document, Position
from corpus.models import FoundBy
from indexer.segment.entries import Entry
from indexer.segment.menu import Furniture
from indexer.segment.paging import Paging, only
from indexer.segment.places import Places, Spot

_TOP_TOLERANCE = 4.0
"""Points that an outline entry may point below the first line of its heading."""

_NEAR = 1  # pages: so far from where it is said to be a title may stand
_SURE = 0.99  # likeness of the same letters


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter as one sign tells of it.

    Attributes:
        title: as the sign has it.
        level: 1 for the outermost.
        start: its first block.
        found_by: the sign.
        said: index of the page where the sign says that it begins; None where it says no page.
        label: that page as the contents page prints it.
        spot: where its title stands in the text; None where it does not stand at its start.
        gathers: whether it is a part that holds chapters.
        beside: whether it stands beside such parts and is not built as the cases in them.
        says: what tells that it is a part, or beside parts; else what leaves that open.
        is_open: whether it may be otherwise.
        note: what a contents page says of it beside its title.
    """

    title: str
    level: int
    start: Position
    found_by: FoundBy
    said: int | None = None
    label: str | None = None
    spot: Spot | None = None
    gathers: bool = False
    beside: bool = False
    says: str = ""
    is_open: bool = False
    note: str = ""


def by_outline(document: Document, places: Places) -> tuple[Chapter, ...]:
    """The entries of the outline, each at its heading, else at the block it points at."""
    found = []
    for entry in document.outline:
        if not entry.title.strip() or entry.page >= len(document.pages):
            continue
        at = _pointed_at(document, entry.page, entry.top)
        spot = nearest(places.find(entry.title), entry.page, within=0, at=at)
        spot = spot or _overleaf(document, places, entry.title, entry.page)
        start = spot.standing.position if spot else at
        found.append(
            Chapter(entry.title, entry.level, start, "outline", said=entry.page, spot=spot)
        )
    return tuple(found)


def _overleaf(document: Document, places: Places, title: str, page: int) -> Spot | None:
    """The title at the head of the next page, where the page that is pointed at is blank."""
    if document.pages[page].blocks:
        return None
    spots = (spot for spot in places.find(title) if spot.page == page + 1)
    return next((spot for spot in spots if spot.standing.first), None)


def _pointed_at(document: Document, page: int, top: float | None) -> Position:
    if top is None:
        return Position(page, 0)
    below = (
        index
        for index, block in enumerate(document.pages[page].blocks)
        if block.top is not None and block.top <= top + _TOP_TOLERANCE
    )
    return Position(page, next(below, 0))


def by_contents(
    document: Document,
    entries: Sequence[Entry],
    places: Places,
    *,
    found_by: FoundBy = "contents",
) -> tuple[Chapter, ...]:
    """The entries of a contents page, each at its heading, else where it leads.

    Args:
        document: the whole of it.
        entries: in the order of their chapters.
        places: where titles stand.
        found_by: the sign that they are: the numbers of the contents page, or its links.
    """
    pages = Paging(document, entries, places)
    found: list[Chapter] = []
    for entry in entries:
        said = pages.of(entry, after=found[-1].start.page if found else 0)
        spots = places.find(entry.title)
        at = _pointed_at(document, said or 0, entry.top)
        spot = nearest(spots, said, within=_NEAR, at=at) if said is not None else None
        spot = spot or only(spots)
        if spot is None and said is None:
            continue
        start = spot.standing.position if spot else at
        found.append(
            Chapter(
                entry.title,
                entry.level,
                start,
                found_by,
                said=said,
                label=entry.written,
                spot=spot,
                note=entry.note,
            )
        )
    return tuple(found)


def by_menu(furniture: Furniture, places: Places) -> tuple[Chapter, ...]:
    """The titles that the menu has, where they stand; and where it sets another entry apart.

    Where it does set entries apart, they lead: a title of the menu then counts by itself on pages
    that have none, as where an entry breaks into other lines when it is set in bold.
    """
    found: dict[Position, Chapter] = {}
    for run in furniture.runs:
        spot = nearest(places.find(run.text), run.first, within=0) or _titled(
            run.first, furniture, places
        )
        start = spot.standing.position if spot else Position(run.first, 0)
        title = spot.standing.text if spot else run.text
        chapter = Chapter(title, 1, start, "menu", said=run.first, spot=spot)
        found.setdefault(start, chapter)
    told = {page for run in furniture.runs for page in range(run.first, run.last + 1)}
    for spot in _listed(furniture, places):
        if spot.page not in told:
            at = spot.standing.position
            found.setdefault(at, Chapter(spot.standing.text, 1, at, "menu", spot=spot))
    return tuple(found[start] for start in sorted(found))


def _titled(page: int, furniture: Furniture, places: Places) -> Spot | None:
    """The title on a page that the menu has."""
    return next((spot for spot in _listed(furniture, places) if spot.page == page), None)


def _listed(furniture: Furniture, places: Places) -> Iterator[Spot]:
    """Where the titles of the menu stand: as a heading, at the head of a page if it can be."""
    spots: dict[str, list[Spot]] = defaultdict(list)
    for one in places.standings:
        if (one.level or one.first) and (furniture.lists(one.full) or furniture.lists(one.short)):
            spots[one.short].append(Spot(one, 1.0))
    best = [
        min(several, key=lambda spot: (not spot.standing.level, not spot.standing.first, spot.page))
        for several in spots.values()
    ]
    yield from sorted(best, key=lambda spot: spot.standing.position)


def nearest(
    spots: Sequence[Spot], page: int, *, within: int, at: Position | None = None
) -> Spot | None:
    """The best spot no further from a page than this: the likest, and of equals the nearest.

    With `at`, of several on that page the nearest to that place: a title may stand in a list above.
    Of two right below each other the upper one: it may be the running head.
    """
    place = at or Position(page, 0)
    near = [spot for spot in spots if abs(spot.page - page) <= within]
    return min(
        near,
        key=lambda spot: (
            spot.likeness < _SURE,
            abs(spot.page - page),
            -spot.likeness,
            not spot.standing.level,
            max(abs(spot.standing.position.block - place.block) - 1, 0),
            spot.standing.position,
        ),
        default=None,
    )
