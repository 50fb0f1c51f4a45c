"""Cuts the documents of an edition into cases and other chapters, at their starts."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from corpus import Case, CaseEntry, Document, Edition, PageRef, Position
from corpus.models import CaseKind, ChapterRole, Confidence, FoundBy
from indexer.segment.extents import blocks_between
from indexer.segment.kinds import Kind, kinds_of
from indexer.segment.pins import how_to_pin, pinned_document
from indexer.segment.starts import Start, find_starts
from indexer.segment.titles import are_numbered, match_titles, slug, without_number
from indexer.segment.wholes import Whole, find_wholes

_FRONT = "voorin"
"""Id of what stands before the first chapter: cover, title page, contents."""

START = Position(0, 0)
_MAY_BE_NONE, _IS_NONE = "it may be no case", "so it is no case"
_NOT_FOUND = ("no outline, link, contents page, menu or heading names it",)


def segment_edition(edition: Edition, documents: Sequence[Document]) -> tuple[Case, ...]:
    """The cases and other chapters of an edition, document by document, in reading order.

    Together the parts of a document hold each of its blocks once. With cases in the manifest, a
    chapter is a case when its title names one; cases that nothing names come last, without pages,
    `found_by` "not found". Without, every chapter is a case unless its title, a rubric or its text
    says otherwise (`kinds`), and a document without chapters is one case.

    Raises:
        ManifestError: a `start_page` of the manifest is a page that no document has.
    """
    readable = [document for document in documents if document.source.kind != "page"]
    pinned = {
        entry.id: pinned_document(entry, readable)
        for entry in edition.cases
        if entry.start_page is not None
    }
    whole = _wholes(edition, readable, pinned)
    parts = [
        part
        for document in documents
        for part in whole.get(document.source.id) or _segment(document, edition, pinned)
    ]
    found = {part.entry.id for part in parts}
    parts += [_lost(entry, edition, documents) for entry in edition.cases if entry.id not in found]
    return _with_own_ids(parts)


def _wholes(
    edition: Edition, documents: Sequence[Document], pinned: dict[str, Document]
) -> dict[str, list[Case]]:
    """The documents that are one case each, or one text that is none, by the ids of their sources.

    Of an edition whose cases the manifest names it is one where its title is, or its heads tell.
    """
    taken = {document.source.id for document in pinned.values()}
    free = [entry for entry in edition.cases if entry.id not in pinned]
    own = [
        document
        for document in documents
        if document.source.id not in taken and not _heads_name_others(document, free)
    ]
    return {
        one.document.source.id: [_single(one)]
        for one in find_wholes(own, free, named=bool(edition.cases))
        if one.start.entry or not edition.cases or one.is_told
    }


def _heads_name_others(document: Document, entries: Sequence[CaseEntry]) -> bool:
    """Whether the heads of a document name cases of the manifest that it is not as a whole."""
    heads = [b.text for page in document.pages for b in page.blocks if b.kind == "heading"]
    named = match_titles(heads, entries)
    return len(named) > 1 or (bool(named) and not match_titles([document.source.title], entries))


def _single(one: Whole) -> Case:
    part = _part(one.document, one.start, _end(one.document), one.kind, title=one.start.title)
    if one.start.entry:
        return part
    entry = CaseEntry(id=one.document.source.id, title=one.start.title)
    return msgspec.structs.replace(part, entry=entry)


def segment_page(document: Document) -> Case:
    """A page about the series: one part, that is no case."""
    entry = CaseEntry(id=document.source.id, title=document.source.title)
    return _whole(document, entry, "page")


def said_against(case: Case) -> str | None:
    """What the text of a part says against a case, and what follows; None where nothing does."""
    last = case.reasons[-1] if case.reasons else ""
    return last if last.endswith((_MAY_BE_NONE, _IS_NONE)) else None


def how_to_settle(case: Case) -> str:
    """What to write in the manifest where a case may begin elsewhere, or may be none."""
    if said_against(case) is None:
        return how_to_pin(case)
    if case.found_by == "whole document":
        return (
            'Look whether it is a case. If it is, write holds = "case" with its source in the '
            "manifest; if it is none, move that source to the [[pages]]."
        )
    return (
        "Look whether it is a case. If it is none, name the cases of its edition in the manifest "
        "([[editions.cases]]): what is not named there is none."
    )


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
        confidence="unsure",
        reasons=_NOT_FOUND,
    )


def _segment(document: Document, edition: Edition, pinned: dict[str, Document]) -> list[Case]:
    if document.source.kind == "page":
        return [segment_page(document)]
    free = [entry for entry in edition.cases if entry.id not in pinned]
    own = [entry for entry in edition.cases if pinned.get(entry.id) is document]
    starts = find_starts(document, free, own)
    if not starts:
        entry = CaseEntry(id=document.source.id, title=document.source.title)
        return [_whole(document, entry, "chapter" if edition.cases else "case")]
    ends = [start.position for start in starts[1:]] + [_end(document)]
    numbered = are_numbered([start.title for start in starts])
    named = bool(edition.cases)
    extents = list(zip((start.position for start in starts), ends, strict=True))
    blocks = [[placed.block for placed in blocks_between(document, *it)] for it in extents]
    kinds = kinds_of(starts, blocks, named=named)
    parts = [
        _part(
            document,
            start,
            end,
            kind,
            title=without_number(start.title) if numbered else start.title,
        )
        for start, end, kind in zip(starts, ends, kinds, strict=True)
    ]
    return [*_front(document, starts[0].position), *parts]


def _front(document: Document, first: Position) -> list[Case]:
    """What stands before the first chapter, where anything does."""
    before = any(page.blocks for page in document.pages[: first.page]) or first.block > 0
    if not before:
        return []
    entry = CaseEntry(id=f"{document.source.id}-{_FRONT}", title=document.source.title)
    return [_whole(document, entry, "chapter", end=first, role="front matter")]


def _whole(
    document: Document,
    entry: CaseEntry,
    kind: CaseKind,
    *,
    end: Position | None = None,
    role: ChapterRole | None = None,
) -> Case:
    """All of a document, or all up to a place."""
    return _case(document, entry, kind, (START, end or _end(document)), "whole document", role=role)


def _part(document: Document, start: Start, end: Position, kind: Kind, *, title: str) -> Case:
    """The part from a start to the next, or to the end of the document; its title as it is said."""
    is_case = start.entry is not None or kind.may_be_case
    own = CaseEntry(id=f"{document.source.id}-{slug(title)}", title=title)
    doubts = () if start.entry else kind.doubts
    verdict = _MAY_BE_NONE if is_case else _IS_NONE
    return _case(
        document,
        start.entry or own,
        "case" if is_case else "chapter",
        (start.position, end),
        start.found_by,
        confidence="unsure" if is_case and doubts else start.confidence,
        reasons=(*start.reasons, *([f"{', '.join(doubts)}: {verdict}"] if doubts else [])),
        role=None if is_case else kind.role or "other",
    )


def _case(  # noqa: PLR0913  # a case has as many sides
    document: Document,
    entry: CaseEntry,
    kind: CaseKind,
    extent: tuple[Position, Position],
    found_by: FoundBy,
    *,
    confidence: Confidence = "sure",
    reasons: tuple[str, ...] = (),
    role: ChapterRole | None = None,
) -> Case:
    return Case(
        entry=entry,
        kind=kind,
        edition=document.source.edition,
        document=document.source.id,
        start=extent[0],
        end=extent[1],
        pages=_pages(document, *extent),
        found_by=found_by,
        confidence=confidence,
        reasons=reasons,
        role=role,
    )


def _pages(document: Document, start: Position, end: Position) -> tuple[PageRef, ...]:
    """The pages that a part touches, without blank ones behind it."""
    last = end.page if end.block else end.page - 1
    while last > start.page and _is_blank(document, last):
        last -= 1
    refs = (page.ref for page in document.pages[start.page : last + 1])
    return tuple(ref for ref in refs if ref is not None)


def _is_blank(document: Document, number: int) -> bool:
    """Whether a page has neither text nor a picture that fills it."""
    scanned = document.report and "no-text" in document.report[number].suspicions
    return not document.pages[number].blocks and not scanned


def _end(document: Document) -> Position:
    return Position(len(document.pages), 0)


def _with_own_ids(parts: Iterable[Case]) -> tuple[Case, ...]:
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
