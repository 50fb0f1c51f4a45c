"""Where the links of a contents page or of a menu lead: chapters, whatever numbers are printed.

Links count where most of their texts are the titles that they lead to. Those that half of the pages
have are a menu; other pages of several links are a contents page. What leads to a note tells of no
chapter.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus import Document, Link
from indexer.extract.numerals import Number
from indexer.segment.chapters import Chapter, by_contents
from indexer.segment.contents import levelled
from indexer.segment.entries import Entry
from indexer.segment.naming import name_entries
from indexer.segment.places import Places, Spot
from indexer.segment.titles import compact

MENU = -1
"""The page of what stands on every page."""

_FEWEST = 3  # pages that a listing leads to, and pages that have a menu
_MOST_PAGES = 0.5  # of all: so many have a menu
_BORNE = 0.5  # of the entries: so many are the title of where they lead
_SAME = 8  # letters that a block and a link on it begin with
_NUMBER = re.compile(r"[\s.…·_]*(?<!\w)\d{1,4}$")


def find_links(document: Document, places: Places) -> tuple[Entry, ...]:
    """The entries of the contents page, or else of the menu, whose links lead to chapters.

    Each has the page and place that it leads to, in their order; empty where no links do so. The
    page of the entries of a menu is `MENU`.

    Args:
        document: the whole of it.
        places: where titles stand in it.
    """
    count = max(_MOST_PAGES * len(document.pages), _FEWEST)
    menu = [links for links in _same(document.links) if _pages(links) >= count]
    for listing in (*_contents(document.links, menu), {MENU: [links[0] for links in menu]}):
        entries = [
            entry
            for page, links in listing.items()
            for entry in _entries(document, places, page, links)
        ]
        if len({entry.target for entry in entries}) < _FEWEST:
            continue
        entries.sort(key=lambda entry: (entry.target or 0, -(entry.top or float("inf"))))
        named = name_entries(entries, document, places)
        if sum(_is_borne(one.entry, places) for one in named) >= _BORNE * len(named):
            titled = [one.entry for one in named]
            return tuple(titled if _are_in_rows(listing.values()) else levelled(titled))
    return ()


def _are_in_rows(listing: Iterable[Sequence[Link]]) -> bool:
    """Whether links stand beside each other, so that their edges say nothing of their levels."""
    links = [link for own in listing for link in own]
    rows = {(link.pages[0], round(link.box[3])) for link in links}
    return len(rows) < len(links) / 2


def _is_borne(entry: Entry, places: Places) -> bool:
    """Whether a title like this one, or that begins so, stands on the page that it leads to."""
    return any(spot.page == entry.target for spot in places.find(entry.title))


def _contents(
    links: Sequence[Link], menu: Sequence[Sequence[Link]]
) -> Iterator[dict[int, list[Link]]]:
    """Pages in a row with links to several others, those that lead to most places first."""
    by_page: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if link.text and not any(_is_of(link, own) for own in menu):
            for page in link.pages:
                by_page[page].append(link)
    pages = [page for page in sorted(by_page) if len(_targets(by_page[page])) >= _FEWEST]
    runs: list[dict[int, list[Link]]] = []
    for page in pages:
        if not runs or page - 1 not in runs[-1]:
            runs.append({})
        runs[-1][page] = by_page[page]
    yield from sorted(runs, key=lambda run: -sum(len(_targets(own)) for own in run.values()))


def _is_of(link: Link, menu: Sequence[Link]) -> bool:
    """Whether a link is this one of the menu: the contents page may have it once more."""
    if (link.text, link.target) != (menu[0].text, menu[0].target):
        return False
    left, lower, right, upper = max(menu, key=lambda one: len(one.pages)).box
    x0, y0, x1, y1 = link.box
    return x0 < right and x1 > left and y0 < upper and y1 > lower


def by_links(document: Document, entries: Sequence[Entry], places: Places) -> tuple[Chapter, ...]:
    """The chapters that the entries lead to; a menu may shorten their titles."""
    found = by_contents(document, entries, places, found_by="links")
    if not entries or entries[0].page != MENU:
        return found
    heads = {one.position: Spot(one, 1.0) for one in places.headings}
    spots = [one.spot or heads.get(one.start) for one in found]
    return tuple(
        replace(one, title=spot.standing.text, spot=spot) if spot else one
        for one, spot in zip(found, spots, strict=True)
    )


def _same(links: Sequence[Link]) -> Iterator[list[Link]]:
    """Links of the same text to the same page, which may stand a little apart from page to page."""
    same: dict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in links:
        if link.text:
            same[link.text, link.target].append(link)
    yield from same.values()


def _pages(links: Sequence[Link]) -> int:
    return len({page for link in links for page in link.pages})


def _targets(links: Sequence[Link]) -> set[int]:
    return {link.target for link in links if link.text}


def _entries(
    document: Document, places: Places, page: int, links: Sequence[Link]
) -> Iterator[Entry]:
    """The links by where they lead; the lines of one title, and its number, are one entry."""
    ahead = [link for link in links if link.target != page]
    groups: dict[tuple[int, float], list[Link]] = defaultdict(list)
    for link in ahead:
        groups[link.target, -(link.top or float("inf"))].append(link)
    numbered = 2 * sum(bool(_NUMBER.search(link.text)) for link in ahead) > len(groups)
    for (target, _), group in groups.items():
        for own in _parted(group, target, places):
            lines = [line for link in own for line in link.text.split("\n")]
            lines = [_NUMBER.sub("", line) for line in lines] if numbered else lines
            if lines := [line for line in lines if any(map(str.isalpha, line))]:
                yield _entry(document, page, own, lines)


def _parted(group: Sequence[Link], target: int, places: Places) -> Iterator[Sequence[Link]]:
    """The links of an entry; to the head of a page those of several titles on it may lead."""
    own = sorted(group, key=lambda link: (-link.box[3], link.box[0]))
    titles = [
        link for link in own if target in {one.position.page for one in places.same(link.text)}
    ]
    if own[0].top is None and len(titles) > 1:
        yield from ([link] for link in titles)
    else:
        yield own


def _left(document: Document, link: Link) -> float:
    """The left edge of the text of a link, that may itself begin at the margin."""
    words = compact(link.text)
    lefts = [
        block.box[0]
        for block in document.pages[link.pages[0]].blocks
        if block.box and link.box[1] <= (block.box[1] + block.box[3]) / 2 <= link.box[3]
        and block.box[0] < link.box[2] and words.startswith(compact(block.text)[:_SAME])
    ]  # fmt: skip
    return max(link.box[0], min(lefts, default=link.box[0]))


def _entry(document: Document, page: int, own: Sequence[Link], lines: Sequence[str]) -> Entry:
    target = own[0].target
    ref = document.pages[target].ref
    return Entry(
        " ".join(lines),
        Number("1", ref.number if ref else target + 1),
        page,
        tuple(lines),
        left=min(_left(document, link) for link in own),
        target=target,
        top=own[0].top,
    )
