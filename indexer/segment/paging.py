"""Which page of a file a number of a contents page means."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from corpus import Document
from indexer.segment.entries import Entry
from indexer.segment.places import Places, Spot

_SURE = 0.99  # likeness of the same letters


class Paging:
    """The page of a file that a number of a contents page means.

    A label that is printed counts; one that several pages have is the one that the titles bear out.
    Where the titles stand elsewhere by one distance, as in a file cut from a book, that counts.
    """

    def __init__(self, document: Document, entries: Sequence[Entry], places: Places) -> None:
        self._count = len(document.pages)
        self._labels: dict[str, list[int]] = defaultdict(list)
        for at, page in enumerate(document.pages):
            for label in page.ref.label.lower().split("-") if page.ref else ():
                self._labels[label].append(at)
        stands = [
            (entry, spot.page) for entry in entries if (spot := only(places.find(entry.title)))
        ]
        votes = Counter(page - entry.label.value for entry, page in stands if entry.is_arabic)
        best = votes.most_common(1)
        self._offset = best[0][0] if best else None
        printed = sum(page in self._labels[entry.written] for entry, page in stands)
        self._by_offset = bool(best) and best[0][1] > printed

    def of(self, entry: Entry, *, after: int) -> int | None:
        """Index of the page, not before that of the entry above where that can be.

        Where a link leads needs no number.
        """
        if entry.target is not None:
            return entry.target
        moved = None
        if self._offset is not None and entry.is_arabic:
            moved = entry.label.value + self._offset
            moved = moved if 0 <= moved < self._count else None
        pages = [page for page in self._labels[entry.written] if page > entry.page]
        pages = pages or self._labels[entry.written]
        if moved is not None and (self._by_offset or moved in pages or not pages):
            return moved
        return next((page for page in pages if page >= after), pages[0] if pages else None)


def only(spots: Sequence[Spot]) -> Spot | None:
    """The heading with the same letters, if there is but one; without one, the head of a page."""
    same = [spot for spot in spots if spot.likeness > _SURE]
    headings = {spot.standing.position: spot for spot in same if spot.standing.level}
    heads = headings or {spot.standing.position: spot for spot in same if spot.standing.first}
    return next(iter(heads.values())) if len(heads) == 1 else None
