"""Finds cases and shows one: the case is what readers look for."""

from collections.abc import Iterator

from corpus import Case, Passage, QuestionError
from corpus.models import BLOCK_SEPARATOR
from search.collection import Collection
from search.filters import passing_cases
from search.lookup import pose
from search.models import NO_FILTERS, CaseList, CasePassage, CaseSummary, CaseText, Filters


def list_cases(collection: Collection, text: str = "", filters: Filters = NO_FILTERS) -> CaseList:
    """The cases that meet the words (if any) and the filters.

    With words the case with the best passage comes first, else they are in reading order. Chapters
    and pages that are no case are left out.

    Raises:
        QuestionError: a filter names an edition or theme that the series does not have.
    """
    passing = passing_cases(collection, filters)
    cases = [
        case
        for case in collection.catalogue.cases
        if case.kind == "case" and (passing is None or case.entry.id in passing)
    ]
    if text.strip():
        ranks = _ranks(collection, text)
        cases = sorted(
            (case for case in cases if case.entry.id in ranks), key=lambda c: ranks[c.entry.id]
        )
    return CaseList(total=len(cases), cases=tuple(summary(collection, case) for case in cases))


def read_case(collection: Collection, case_id: str) -> CaseText:
    """A case (or other part) with its passages in reading order.

    Raises:
        QuestionError: the series has no part with that id.
    """
    case = collection.case(case_id)
    if case is None:
        raise QuestionError(
            f"There is no case {case_id!r}.", remedy="`wijk cases` lists the cases with their ids."
        )
    passages = collection.engine.passages_of(case_id)
    return CaseText(
        case=summary(collection, case),
        passages=tuple(piece for passage in passages for piece in _pieces(collection, passage)),
    )


def summary(collection: Collection, case: Case) -> CaseSummary:
    """What is known of a case."""
    entry = case.entry
    first = case.pages[0] if case.pages else None
    return CaseSummary(
        id=entry.id,
        title=entry.display_title,
        place=entry.place,
        edition=case.edition,
        pages=case.pages,
        named=entry.title is not None,
        kind=case.kind,
        neighbourhood=entry.neighbourhood,
        municipality=entry.municipality,
        province=entry.province,
        themes=entry.themes,
        target_groups=entry.target_groups,
        organisations=entry.organisations,
        social_capital=entry.social_capital,
        document=collection.document_ref(case.document),
        location=collection.location(case.document, first),
        found_by=case.found_by,
        confidence=case.confidence,
        reasons=case.reasons,
        role=case.role,
        sources=entry.sources,
        background_sources=entry.background_sources,
    )


def _ranks(collection: Collection, text: str) -> dict[str, int]:
    """The rank of each case by its best passage."""
    query, _ = pose(collection, text)
    found = collection.engine.find(query, limit=0)
    return {case: rank for rank, case in enumerate(found.cases)}


def _pieces(collection: Collection, passage: Passage) -> Iterator[CasePassage]:
    """The passage cut at page ends, so that each text stands on the page beside it."""
    offset = 0
    for span in passage.spans:
        end = offset + span.end - span.start
        page = collection.page(passage, span)
        yield CasePassage(
            headings=passage.headings,
            text=passage.text[offset:end],
            page=page,
            location=collection.location(passage.document, page),
        )
        offset = end + len(BLOCK_SEPARATOR)
