"""Puts the signs of a document together: where its cases and other chapters begin, and how sure.

The sign that names most cases of the manifest leads; without a manifest the first that gives
several chapters, in the order outline, links, contents, menu, headings. What it lacks, the others
may give. A page that a person has pinned goes before all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import CaseEntry, Document, Position
from corpus.models import Confidence, FoundBy
from indexer.segment.chapters import Chapter, by_contents, by_menu, by_outline
from indexer.segment.contents import find_contents
from indexer.segment.evidence import contradictions, judge, stray_titles
from indexer.segment.headings import by_headings
from indexer.segment.kickers import begin_above
from indexer.segment.levels import chapters_of, level_of_cases
from indexer.segment.links import MENU, by_links, find_links
from indexer.segment.menu import Furniture
from indexer.segment.nesting import find_level
from indexer.segment.pins import pinned_position
from indexer.segment.places import Places, Spot
from indexer.segment.roles import gathers_cases, role_of
from indexer.segment.sections import with_sections
from indexer.segment.titles import compact, match_titles, without_number

_SEVERAL = 2
_RULE = 3  # titles that are set alike show how a chapter begins
_LISTINGS = 3  # the signs that list chapters with their pages: outline, links, contents page
_TOLD = ("outline", "links", "contents")
_SURENESS: tuple[Confidence, ...] = ("unsure", "likely", "sure")
_LIKE = 0.8  # how like its name a heading must be that no other sign leads to


@dataclass(frozen=True, slots=True)
class Start:
    """Where a case or other chapter begins.

    Attributes:
        title: as the document has it.
        position: its first block.
        entry: the case of the manifest that it is; None for another chapter.
        found_by: the sign that leads to it.
        confidence: how sure it is.
        reasons: which signs agree, and which do not.
        gathers: whether it is a part that holds chapters.
        beside: whether it stands beside such parts and is not built as the cases in them.
        note: what the contents page says of it beside its title.
    """

    title: str
    position: Position
    entry: CaseEntry | None
    found_by: FoundBy
    confidence: Confidence
    reasons: tuple[str, ...]
    gathers: bool = False
    beside: bool = False
    note: str = ""


def find_starts(
    document: Document, entries: Sequence[CaseEntry], pinned: Sequence[CaseEntry] = ()
) -> tuple[Start, ...]:
    """The starts in reading order, no two at one place; empty where a document shows no chapters.

    Args:
        document: the whole of it.
        entries: the cases that the manifest names; where it names none, every chapter may be one.
        pinned: those of them whose page in this document is set by hand.
    """
    signs = _Signs(document, entries)
    chapters = signs.leading(entries)
    matches = match_titles([chapter.title for chapter in chapters], entries)
    starts: dict[Position, Start] = {}
    for at, chapter in enumerate(chapters):
        start = signs.start(chapter, matches.get(at))
        held = starts.get(chapter.start)
        if held is None or held.gathers or _goes_before(start, held):
            starts[chapter.start] = start
    named = {start.entry.id for start in starts.values() if start.entry}
    for start in signs.elsewhere([entry for entry in entries if entry.id not in named]):
        held = starts.get(start.position)
        if held is None or _goes_before(start, held):
            starts[start.position] = start
    if not named:
        starts = signs.with_their_level(starts)
    for start in (*signs.without_case(list(starts.values())), *signs.unlisted(list(starts))):
        starts.setdefault(start.position, start)
    for entry in pinned:
        starts = {at: one for at, one in starts.items() if one.entry != entry}
        position = pinned_position(document, entry, signs.places)
        reasons = ("the manifest says this page",)
        starts[position] = Start(entry.display_title, position, entry, "pinned", "sure", reasons)
    return tuple(_from_above(document, [starts[position] for position in sorted(starts)]))


def _goes_before(start: Start, held: Start) -> bool:
    """Whether a case has a place of which another was held to be the start, by what is surer."""
    if start.entry is None or held.entry is None:
        return start.entry is not None
    return _SURENESS.index(start.confidence) >= _SURENESS.index(held.confidence)


def _from_above(document: Document, starts: Sequence[Start]) -> Iterator[Start]:
    """The starts, each from the line above its title on that goes with it."""
    taken = {start.position for start in starts}
    for start in starts:
        begin = begin_above(document, start.position)
        between = {Position(begin.page, at) for at in range(begin.block, start.position.block)}
        yield start if between & taken else replace(start, position=begin)


class _Signs:
    """All signs of one document, the strongest first."""

    def __init__(self, document: Document, entries: Sequence[CaseEntry]) -> None:
        self._document = document
        self._furniture = Furniture(document)
        contents = find_contents(document)
        everywhere = Places(document)
        linked = find_links(document, everywhere)
        listed = {entry.page for entry in (*contents, *linked)} - {MENU}
        self.places = Places(document, skip=listed) if listed else everywhere
        self._all: tuple[tuple[Chapter, ...], ...] = (
            by_outline(document, everywhere),
            by_links(document, linked, self.places),
            by_contents(document, contents, self.places),
            by_menu(self._furniture, self.places),
            by_headings(document, self._furniture, self.places),
        )

        told = [chapter.title for chapters in self._all[:_LISTINGS] for chapter in chapters]
        told += [entry.title for entry in entries if entry.title]
        self._titles = {compact(without_number(title)) for title in told}

    def leading(self, entries: Sequence[CaseEntry]) -> tuple[Chapter, ...]:
        """The chapters by the sign that names most cases, or without names has several.

        Where no sign does, an outline still tells where chapters begin.
        """
        best: tuple[Chapter, ...] = ()
        led: tuple[Chapter, ...] = ()
        most = 0
        for chapters in self._all:
            own = chapters_of(chapters, entries)
            titles = [chapter.title for chapter in own]
            if entries:
                count = len(match_titles(titles, entries))
            else:
                count = int(sum(map(_may_be_case, titles)) >= _SEVERAL)
            if count > most:
                best, led, most = own, chapters, count
        if not best and entries:
            return self.leading(())
        return best if entries else self._of_their_level(led or self._all[0])

    def _of_their_level(self, chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
        """The chapters of one sign that may be cases, where no manifest names them."""
        if not chapters:
            return ()
        level = level_of_cases(chapters, ())
        if all(chapter.level <= level for chapter in chapters):
            chapters = with_sections(self._document, chapters, level, self.places)
        return find_level(self._document, chapters, level)

    def elsewhere(self, entries: Sequence[CaseEntry]) -> Iterator[Start]:
        """Cases that the leading sign does not name: by another sign, else by a heading."""
        lacking = list(entries)
        for chapters in self._all:
            matches = match_titles([chapter.title for chapter in chapters], lacking)
            for at, entry in matches.items():
                yield self.start(chapters[at], entry)
            lacking = [entry for entry in lacking if entry not in matches.values()]
        named = match_titles([one.text for one in self.places.headings], lacking)
        titled = {entry.id: Spot(self.places.headings[at], 1.0) for at, entry in named.items()}
        for entry in lacking:
            spot = _best_spot(self.places, entry) if entry.title else None
            if spot := spot or titled.get(entry.id):
                yield self.start(_headed(spot), entry)

    def with_their_level(self, starts: dict[Position, Start]) -> dict[Position, Start]:
        """The starts of cases that only a heading names, and the other headings of their level.

        What other headings begin below these is a section; where another sign tells of chapters,
        nothing changes.
        """
        level = max((self._level(at) for at, one in starts.items() if one.entry), default=0)
        if not level or any(self._all[:-1]):
            return starts
        kept = {at: one for at, one in starts.items() if one.entry or self._level(at) <= level}
        for one in self.places.headings:
            if one.level <= level and one.position not in kept:
                kept[one.position] = self.start(_headed(Spot(one, 1.0)), None)
        return kept

    def without_case(self, starts: Iterable[Start]) -> Iterator[Start]:
        """Chapters that no case may run on into, since their titles say that they are none.

        They stand in the outline or contents page, or are headings at the head of a page.
        """
        known = {compact(without_number(start.title)) for start in starts}
        for chapters in self._all[:_LISTINGS]:
            for chapter in chapters_of(chapters, ()):
                if role_of(chapter.title) and compact(without_number(chapter.title)) not in known:
                    yield self.start(chapter, None)
        levels = [level for start in starts if (level := self._level(start.position))]
        headings = self.places.headings
        texts = [one.short for one in headings]
        for one in headings:
            alone = texts.count(one.short) == 1 and one.short not in known
            if alone and one.first and role_of(one.text) and one.level <= max(levels, default=0):
                yield self.start(_headed(Spot(one, 1.0)), None)

    def unlisted(self, starts: Sequence[Position]) -> Iterator[Start]:
        """Chapters that the outline or contents page leaves out, by their headings.

        They are set as the titles of the others are, where all headings that are set so or larger
        head a page: sections that are set like chapters stand anywhere.
        """
        levels = Counter(level for at in starts if (level := self._level(at)))
        level, count = next(iter(levels.most_common(1)), (0, 0))
        large = [
            one for one in self.places.headings if one.level <= level and one.position > min(starts)
        ]
        if count < _RULE or not any(self._all[:_LISTINGS]) or not all(one.first for one in large):
            return
        texts = Counter(one.short for one in large)
        same = [one for one in large if one.level == level and one.position not in starts]
        new = [one for one in same if texts[one.short] == 1]
        if len(new) < count:
            yield from (self.start(_headed(Spot(one, 1.0)), None) for one in new)

    def start(self, chapter: Chapter, entry: CaseEntry | None) -> Start:
        """The start that a chapter is, judged by all signs."""
        short = compact(without_number(chapter.title))
        same = [
            one
            for chapters in self._all
            for one in chapters
            if compact(without_number(one.title)) == short
        ]
        told = [one for one in same if one.found_by in _TOLD]
        differ = [
            *contradictions(chapter, told, self._document),
            *stray_titles(chapter, self._titles, self.places),
        ]
        confidence, reasons = judge(chapter, entry, told, self._furniture, differ)
        return Start(
            chapter.title,
            chapter.start,
            entry,
            next((one.found_by for one in same if one.start == chapter.start), chapter.found_by),
            "unsure" if chapter.is_open else confidence,
            (*reasons, *filter(None, [chapter.says])),
            gathers=chapter.gathers or gathers_cases(chapter.title),
            beside=chapter.beside,
            note=next((one.note for one in same if one.note), ""),
        )

    def _level(self, position: Position) -> int:
        blocks = self._document.pages[position.page].blocks[position.block :]
        return blocks[0].level if blocks else 0


def _headed(spot: Spot) -> Chapter:
    """The chapter that a heading begins."""
    return Chapter(spot.standing.text, 1, spot.standing.position, "heading", spot=spot)


def _may_be_case(title: str) -> bool:
    return not role_of(title) and not gathers_cases(title)


def _best_spot(places: Places, entry: CaseEntry) -> Spot | None:
    """The heading, or text at the head of a page, that says the name of a case."""
    spots = [
        spot
        for name in (entry.display_title, *entry.variants)
        for spot in places.find(name)
        if spot.likeness >= _LIKE and (spot.standing.level or spot.standing.first)
    ]
    return max(
        spots,
        key=lambda spot: (spot.likeness, spot.standing.first, -spot.standing.level),
        default=None,
    )
