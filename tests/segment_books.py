"""Documents that are built value by value, and the cases that they fall apart into."""

from collections.abc import Sequence

from corpus import Block, Case, CaseEntry, Document, Edition, OutlineEntry, Page, PageRef, Source
from corpus.models import PageReport
from indexer.segment import segment_edition

SOURCE = Source("boek", "boek.pdf", "publication", "Een boek", edition=1)
LONG = "Bewoners koken hier elke week voor elkaar, en wie wil eten schuift aan. " * 4


def heading(text: str, level: int = 1) -> Block:
    return Block("heading", text, level)


def text(words: str = LONG) -> Block:
    return Block("paragraph", words)


def book(
    *pages: Sequence[Block],
    labels: Sequence[str] = (),
    outline: Sequence[OutlineEntry] = (),
    dropped: Sequence[Sequence[str]] = (),
    current: Sequence[Sequence[str]] = (),
) -> Document:
    reports = tuple(
        PageReport(
            "pdfium",
            0,
            dropped=tuple(dropped[at]) if dropped else (),
            current=tuple(current[at]) if current else (),
        )
        for at in range(len(pages))
    )
    names = labels or [str(at + 1) for at in range(len(pages))]
    return Document(
        source=SOURCE,
        format="pdf",
        pages=tuple(
            Page(PageRef(name, number), tuple(blocks))
            for number, (name, blocks) in enumerate(zip(names, pages, strict=True), start=1)
        ),
        outline=tuple(outline),
        report=reports,
    )


def parts(document: Document, *entries: CaseEntry) -> tuple[Case, ...]:
    return segment_edition(Edition(1, "Een boek", cases=entries), [document])


def cases(document: Document, *entries: CaseEntry) -> dict[str, tuple[int, ...]]:
    found = (part for part in parts(document, *entries) if part.kind == "case")
    return {part.entry.display_title: tuple(page.number for page in part.pages) for part in found}


POMP, VELDJE = CaseEntry("de-pomp", "De Pomp"), CaseEntry("het-veldje", "Het Veldje")
BODY = (
    [text()],
    [text()],
    [text()],
    [text()],
)
