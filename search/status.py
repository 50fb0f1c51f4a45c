"""What is in the index, how old it is, and what is missing with the way to get it."""

from collections.abc import Iterator
from pathlib import Path

from corpus import Case, PageRef, Series, Value
from corpus.library import publication
from corpus.models import FoundBy, SourceKind, Suspicion
from indexer.extract import summary
from indexer.segment import how_to_settle
from search.collection import Collection, is_stale


class SuspectPages(Value, frozen=True):
    """What looks wrong with how many pages of a document."""

    suspicion: Suspicion
    pages: int


class DocumentStatus(Value, frozen=True):
    """A document in the index; `wijk inspect` tells more of its suspicions, page by page."""

    id: str
    title: str
    kind: SourceKind
    edition: int | None
    path: str
    pages: int | None
    passages: int
    notes: tuple[str, ...]
    suspicions: tuple[SuspectPages, ...]


class LostCase(Value, frozen=True):
    """A case of the manifest that was not found in its document."""

    id: str
    title: str
    edition: int | None
    found_by: FoundBy


class Contradiction(Value, frozen=True):
    """A case of which two sources say different things."""

    id: str
    note: str


class UnsureStart(Value, frozen=True):
    """A case that may begin elsewhere, with the reasons and what to do; its page as it is now."""

    id: str
    title: str
    edition: int | None
    document: str
    page: PageRef | None
    found_by: FoundBy
    reasons: tuple[str, ...]
    remedy: str


class MissingPublication(Value, frozen=True):
    """An edition of which only our summary is in the index, and what to do about it."""

    edition: int
    title: str
    offered_at: tuple[str, ...]
    command: str


class Status(Value, frozen=True):
    """The state of an index.

    Attributes:
        series: id of the series.
        title: of the series.
        folder: of the generation that answers.
        stamp: eight digits that change with the sources, the manifest and the program.
        built: when, ISO 8601 in UTC.
        stale: whether sources, manifest or program changed since.
        sources: number of documents.
        pages: number of pages of the documents that have pages.
        cases: number of cases.
        passages: number of passages.
        documents: each document.
        lost_cases: cases that were not found.
        contradictions: where the manifest and the list of municipalities disagree, in Dutch.
        unsure_starts: cases of which it is unsure where they begin.
        missing: editions without their publication.
    """

    series: str
    title: str
    folder: str
    stamp: str
    built: str
    stale: bool
    sources: int
    pages: int
    cases: int
    passages: int
    documents: tuple[DocumentStatus, ...]
    lost_cases: tuple[LostCase, ...]
    contradictions: tuple[Contradiction, ...]
    unsure_starts: tuple[UnsureStart, ...]
    missing: tuple[MissingPublication, ...]


def read_status(collection: Collection, series: Series, home: Path) -> Status:
    """The state of the open index against the series and library as they are now."""
    catalogue = collection.catalogue
    cases = [case for case in catalogue.cases if case.kind == "case"]
    documents = tuple(_documents(collection))
    return Status(
        series=series.id,
        title=series.title,
        folder=str(collection.folder),
        stamp=collection.stamp.short(),
        built=collection.stamp.built,
        stale=is_stale(collection, series, home),
        sources=len(documents),
        pages=sum(document.pages or 0 for document in documents),
        cases=len(cases),
        passages=sum(document.passages for document in documents),
        documents=documents,
        lost_cases=tuple(
            LostCase(case.entry.id, case.entry.display_title, case.edition, case.found_by)
            for case in cases
            if case.found_by == "not found"
        ),
        contradictions=tuple(
            Contradiction(card.case, note) for card in catalogue.cards for note in card.notes
        ),
        unsure_starts=tuple(
            _unsure(case)
            for case in cases
            if case.confidence == "unsure" and case.found_by != "not found"
        ),
        missing=_missing(series, home),
    )


def _documents(collection: Collection) -> Iterator[DocumentStatus]:
    for info in collection.catalogue.documents:
        yield DocumentStatus(
            id=info.source.id,
            title=info.source.title,
            kind=info.source.kind,
            edition=info.source.edition,
            path=info.path,
            pages=_count_pages(info.pages),
            passages=info.passages,
            notes=info.notes,
            suspicions=tuple(
                SuspectPages(suspicion, count)
                for suspicion, count in summary(collection.text(info.source.id).report)
            ),
        )


def _unsure(case: Case) -> UnsureStart:
    return UnsureStart(
        id=case.entry.id,
        title=case.entry.display_title,
        edition=case.edition,
        document=case.document,
        page=case.pages[0] if case.pages else None,
        found_by=case.found_by,
        reasons=case.reasons,
        remedy=how_to_settle(case),
    )


def _count_pages(pages: tuple[PageRef | None, ...]) -> int | None:
    numbered = sum(page is not None for page in pages)
    return numbered or None


def _missing(series: Series, home: Path) -> tuple[MissingPublication, ...]:
    """Editions whose only text is a summary; a publication in the manifest or library counts."""
    return tuple(
        MissingPublication(
            edition.number,
            edition.title,
            edition.landing_pages,
            f"wijk add FILE --edition {edition.number}",
        )
        for edition in series.editions
        if not publication(series, edition, home)
        and all(source.kind == "summary" for source in edition.sources)
    )
