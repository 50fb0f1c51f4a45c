"""Finds the cases of an edition in its documents: by the outline, else by the headings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from corpus import Case, CaseEntry, Document, Edition, OutlineEntry, PageRef, Position
from corpus.models import CaseKind, FoundBy
from indexer.segment.titles import match_titles, names_a_case, slug

_TOP_TOLERANCE = 4.0
"""Points that an outline entry may point below the first line of its heading."""

_FRONT = "voorin"
"""Id of what stands before the first chapter: cover, title page, colophon."""

START = Position(0, 0)


@dataclass(frozen=True, slots=True)
class _Chapter:
    title: str
    start: Position
    found_by: FoundBy


@dataclass(frozen=True, slots=True)
class _Extent:
    start: Position
    end: Position
    found_by: FoundBy


def segment_edition(edition: Edition, documents: Sequence[Document]) -> tuple[Case, ...]:
    """The cases and other chapters of an edition, document by document, in reading order.

    With cases in the manifest, a chapter is a case when its title names one; cases that no title
    names come last, without pages, `found_by` "not found". Without, every chapter is a case unless
    its title says otherwise (foreword, contents), and a document without chapters is one case.
    """
    parts = [part for document in documents for part in _segment(document, edition)]
    found = {part.entry.id for part in parts}
    parts += [_lost(entry, edition, documents) for entry in edition.cases if entry.id not in found]
    return _with_own_ids(parts)


def segment_page(document: Document) -> Case:
    """A page about the series: one part, that is no case."""
    entry = CaseEntry(id=document.source.id, title=document.source.title)
    return _part(document, entry, "page", _all_of(document))


def _lost(entry: CaseEntry, edition: Edition, documents: Sequence[Document]) -> Case:
    return Case(
        entry=entry,
        kind="case",
        edition=edition.number,
        document=documents[0].source.id,
        start=START,
        end=START,
        pages=(),
        found_by="not found",
    )


def _segment(document: Document, edition: Edition) -> list[Case]:
    if document.source.kind == "page":
        return [segment_page(document)]
    chapters = _chapters(document, edition.cases)
    if not chapters:
        return [_whole(document, edition)]
    matches = match_titles([chapter.title for chapter in chapters], edition.cases)
    parts = []
    if document.pages and chapters[0].start > _first_text(document):
        front = CaseEntry(id=f"{document.source.id}-{_FRONT}", title=document.source.title)
        extent = _Extent(START, chapters[0].start, "whole document")
        parts.append(_part(document, front, "chapter", extent))
    ends = [chapter.start for chapter in chapters[1:]] + [_end(document)]
    for index, (chapter, end) in enumerate(zip(chapters, ends, strict=True)):
        entry = matches.get(index)
        is_case = entry is not None or (not edition.cases and names_a_case(chapter.title))
        entry = entry or CaseEntry(
            id=f"{document.source.id}-{slug(chapter.title)}", title=chapter.title
        )
        kind: CaseKind = "case" if is_case else "chapter"
        extent = _Extent(chapter.start, end, chapter.found_by)
        parts.append(_part(document, entry, kind, extent))
    return parts


def _whole(document: Document, edition: Edition) -> Case:
    entry = CaseEntry(id=f"{document.source.id}-geheel", title=document.source.title)
    kind: CaseKind = "chapter" if edition.cases else "case"
    return _part(document, entry, kind, _all_of(document))


def _part(document: Document, entry: CaseEntry, kind: CaseKind, extent: _Extent) -> Case:
    return Case(
        entry=entry,
        kind=kind,
        edition=document.source.edition,
        document=document.source.id,
        start=extent.start,
        end=extent.end,
        pages=_pages(document, extent),
        found_by=extent.found_by,
    )


def _pages(document: Document, extent: _Extent) -> tuple[PageRef, ...]:
    last = extent.end.page if extent.end.block else extent.end.page - 1
    refs = (page.ref for page in document.pages[extent.start.page : last + 1])
    return tuple(ref for ref in refs if ref is not None)


def _chapters(document: Document, entries: Sequence[CaseEntry]) -> list[_Chapter]:
    """The chapters in reading order, no two at the same place."""
    candidates = _outline_chapters(document) or _heading_chapters(document)
    if not document.outline and not entries:
        # Sizes on a page say little; only several highest headings make chapters by themselves.
        highest = [candidate for candidate in candidates if candidate[0] == 1]
        candidates = highest if len(highest) > 1 else []
    level = _chapter_level(candidates, entries)
    chapters: dict[Position, _Chapter] = {}
    for depth, chapter in candidates:
        if depth == level:
            chapters.setdefault(chapter.start, chapter)
    return [chapters[start] for start in sorted(chapters)]


def _chapter_level(
    candidates: Sequence[tuple[int, _Chapter]], entries: Sequence[CaseEntry]
) -> int | None:
    """The level that names most cases; of equals, the outermost that has more than one title."""
    titles: dict[int, list[str]] = {}
    for depth, chapter in candidates:
        titles.setdefault(depth, []).append(chapter.title)
    several = {depth: names for depth, names in titles.items() if len(names) > 1} or titles
    return min(
        several,
        key=lambda depth: (-len(match_titles(several[depth], entries)), depth),
        default=None,
    )


def _outline_chapters(document: Document) -> list[tuple[int, _Chapter]]:
    return [
        (entry.level, _Chapter(entry.title, _place(document, entry), "outline"))
        for entry in document.outline
        if entry.title.strip() and entry.page < len(document.pages)
    ]


def _heading_chapters(document: Document) -> list[tuple[int, _Chapter]]:
    return [
        (block.level, _Chapter(block.text, Position(number, index), "heading"))
        for number, page in enumerate(document.pages)
        for index, block in enumerate(page.blocks)
        if block.kind == "heading"
    ]


def _place(document: Document, entry: OutlineEntry) -> Position:
    """The block that an outline entry points at: its heading, else the first block below it."""
    blocks = document.pages[entry.page].blocks
    headings = {index: block.text for index, block in enumerate(blocks) if block.kind == "heading"}
    named = match_titles(tuple(headings.values()), (CaseEntry(id="x", title=entry.title),))
    if named:
        return Position(entry.page, tuple(headings)[next(iter(named))])
    if entry.top is None:
        return Position(entry.page, 0)
    below = (
        index
        for index, block in enumerate(blocks)
        if block.top is not None and block.top <= entry.top + _TOP_TOLERANCE
    )
    return Position(entry.page, next(below, 0))


def _first_text(document: Document) -> Position:
    pages = (number for number, page in enumerate(document.pages) if page.blocks)
    return Position(next(pages, 0), 0)


def _all_of(document: Document) -> _Extent:
    return _Extent(START, _end(document), "whole document")


def _end(document: Document) -> Position:
    return Position(len(document.pages), 0)


def _with_own_ids(parts: Sequence[Case]) -> tuple[Case, ...]:
    """Gives the second and later part of one id a number, so that ids are unique in an edition."""
    seen: Counter[str] = Counter()
    own = []
    for part in parts:
        seen[part.entry.id] += 1
        if (count := seen[part.entry.id]) > 1:
            entry = msgspec.structs.replace(part.entry, id=f"{part.entry.id}-{count}")
            part = msgspec.structs.replace(part, entry=entry)  # noqa: PLW2901 - the mended part
        own.append(part)
    return tuple(own)
