"""The page on which a case begins as a person has set it in the manifest."""

from collections.abc import Sequence

from corpus import Case, CaseEntry, Document, ManifestError, Position
from indexer.segment.chapters import nearest
from indexer.segment.places import Places

_NUMBER = "#"


def pinned_document(entry: CaseEntry, documents: Sequence[Document]) -> Document:
    """The first document that has the page on which a case is said to begin.

    Raises:
        ManifestError: none has.
    """
    for document in documents:
        if _page(document, entry.start_page or "") is not None:
            return document
    shown = "; ".join(map(_pages, documents)) or "there is nothing to read"
    raise ManifestError(
        f"The case {entry.id!r} is to begin on page {entry.start_page!r}, which is not there.",
        remedy="Set its start_page to a printed label, or to # and the number of the page in the "
        f"file. The pages are: {shown}.",
    )


def pinned_position(document: Document, entry: CaseEntry, places: Places) -> Position:
    """The heading on that page that names the case, else the head of the page."""
    page = _page(document, entry.start_page or "") or 0
    names = (entry.display_title, *entry.variants)
    spots = [spot for name in names for spot in places.find(name)]
    spot = nearest(spots, page, within=0)
    return spot.standing.position if spot else Position(page, 0)


def how_to_pin(case: Case) -> str:
    """What to write where, so that a case begins on the page that a person says."""
    page = f'"{case.pages[0].label}"' if case.pages else '"12"'
    number = f'"#{case.pages[0].number}"' if case.pages else '"#14"'
    return (
        f"Look where it begins, and set in the manifest, with the case {case.entry.id}: "
        f"start_page = {page} (the printed label), or {number} (the page of the file)."
    )


def _page(document: Document, said: str) -> int | None:
    """The index of the page that is meant; of a label that several have, the first."""
    for at, page in enumerate(document.pages):
        if page.ref is None:
            continue
        if said in (page.ref.label, f"{_NUMBER}{page.ref.number}"):
            return at
    return None


def _pages(document: Document) -> str:
    refs = [page.ref for page in document.pages if page.ref]
    if not refs:
        return f"{document.source.id} has no pages"
    return (
        f"{refs[0].label} to {refs[-1].label} (#{refs[0].number} to #{refs[-1].number}) "
        f"of {document.source.id}"
    )
