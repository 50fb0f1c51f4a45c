"""Where the cases and chapters of a file begin and end, how sure that is, and what to do."""

from collections.abc import Iterator, Sequence

from corpus import Case, Document, Edition, PageRef, Series, Value
from corpus.library import ReadingItem
from corpus.models import CaseKind, ChapterRole, Confidence, FoundBy
from indexer.extract import inspect_source, read_sources
from indexer.segment import how_to_settle, said_against, segment_edition, segment_page


class InspectedCase(Value, frozen=True):
    """A case or chapter, and how its start was found.

    Attributes:
        id: that the index gives it.
        title: of the manifest, else of the document.
        kind: whether it is a case.
        role: what a chapter that is no case is to the bundle.
        pages: that it touches, in order; empty where it was not found, and in files without pages.
        found_by: the sign that leads to its start.
        confidence: how sure the start is.
        reasons: which signs agree, and which do not.
        doubts: what its text says against a case, and what follows; None where nothing does, or
            where a manifest names the cases.
        remedy: what to do where it is not found, or its start is unsure; else None.
    """

    id: str
    title: str
    kind: CaseKind
    role: ChapterRole | None
    pages: tuple[PageRef, ...]
    found_by: FoundBy
    confidence: Confidence
    reasons: tuple[str, ...]
    doubts: str | None
    remedy: str | None


class InspectedCases(Value, frozen=True):
    """How a file falls apart.

    Attributes:
        source: id of the source, or the path of the file.
        named: whether a manifest names the cases of its edition.
        cases: its parts in reading order, then the cases that were not found.
    """

    source: str
    named: bool
    cases: tuple[InspectedCase, ...]


def inspect_cases(
    item: ReadingItem,
    series: Series | None = None,
    *,
    beside: Sequence[ReadingItem] = (),
    password: str = "",
) -> InspectedCases:
    """How a file falls apart into cases and chapters.

    Args:
        item: what to read.
        series: whose manifest names the cases; None for a file by itself.
        beside: the files of its edition, in their order, which tell what their heads are; those
            that cannot be read tell nothing.
        password: that opens the file.

    Raises:
        SourceError: the file cannot be read.
        ManifestError: a `start_page` of the manifest is a page that the file does not have.
    """
    document = inspect_source(item.source, item.path, password=password).document
    edition = _edition(item, series)
    if item.source.kind == "page":
        return InspectedCases(item.source.id, named=False, cases=(_told(segment_page(document)),))
    parts = segment_edition(edition, list(_with(document, beside)))
    own = [one for one in parts if one.document == item.source.id or one.found_by == "not found"]
    return InspectedCases(item.source.id, bool(edition.cases), tuple(map(_told, own)))


def _with(document: Document, beside: Sequence[ReadingItem]) -> Iterator[Document]:
    """The document among those beside it, each in its place."""
    others = [one for one in beside if one.source.id != document.source.id]
    with read_sources([(one.source, one.path) for one in others]) as reading:
        coming = {one.source.id: future for one, future in zip(others, reading, strict=True)}
        if document.source.id not in {one.source.id for one in beside}:
            yield document
        for one in beside:
            if one.source.id == document.source.id:
                yield document
            elif coming[one.source.id].exception() is None:
                yield coming[one.source.id].result()


def _edition(item: ReadingItem, series: Series | None) -> Edition:
    editions = series.editions if series else ()
    own = [edition for edition in editions if edition.number == item.source.edition]
    return own[0] if own else Edition(number=1, title=item.source.title)


def _told(case: Case) -> InspectedCase:
    return InspectedCase(
        id=case.entry.id,
        title=case.entry.display_title,
        kind=case.kind,
        role=case.role,
        pages=case.pages,
        found_by=case.found_by,
        confidence=case.confidence,
        reasons=case.reasons,
        doubts=said_against(case),
        remedy=how_to_settle(case) if case.confidence == "unsure" else None,
    )
