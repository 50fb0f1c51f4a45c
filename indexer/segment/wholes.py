"""The documents that are one text each, judged together: a case, or what is none.

What the chapters of a bundle are to each other, these documents are: one that has nothing of what
the others share, or speaks of them, is no case.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from corpus import Block, CaseEntry, Document, Position
from indexer.segment.kinds import Kind, kinds_of
from indexer.segment.roles import says_it_is
from indexer.segment.singles import Single, find_singles
from indexer.segment.starts import Start
from indexer.segment.titles import match_titles

_FEWEST = 3  # texts of which one may be unlike the others
_SAID = 2  # different words about a publication
_SHORT = 0.5  # times the words of the usual text
_MOST = 0.75  # of the others: what so many have, a case has here
_HEADLESS = "it has no heads, as the others have"
_SPEAKS = "it speaks of the publication"
_OVERVIEW = "it goes through the other documents"


@dataclass(frozen=True, slots=True)
class Whole:
    """A document that is one text.

    Attributes:
        document: it.
        start: its beginning, with the case of the manifest that it is.
        kind: whether it may be a case.
        is_told: whether its own heads, or the manifest, tell that it is one text.
    """

    document: Document
    start: Start
    kind: Kind
    is_told: bool


def find_wholes(
    documents: Sequence[Document], entries: Sequence[CaseEntry] = (), *, named: bool = False
) -> Iterator[Whole]:
    """The documents that are one text each, in their order.

    Args:
        documents: that lie beside each other.
        entries: the cases of the manifest that they may be.
        named: whether the manifest names cases.
    """
    singles = find_singles(documents)
    alone = [document for document in documents if document.source.id in singles]
    titles = match_titles([document.source.title for document in alone], entries)
    starts = [
        _start(document, singles[document.source.id], titles.get(at))
        for at, document in enumerate(alone)
    ]
    texts = [[block for page in document.pages for block in page.blocks] for document in alone]
    told = [singles[document.source.id].is_told for document in alone]
    speaks = _speak_of_the_series(texts, told)
    kinds = kinds_of(starts, texts, named=named)
    for at, (document, start, kind) in enumerate(zip(alone, starts, kinds, strict=True)):
        single = singles[document.source.id]
        others = [singles[one.source.id] for one in alone if one is not document]
        own = _unbuilt(kind, single, others)
        if speaks[at] and kind.may_be_case:
            own = Kind("other", doubts=(_SPEAKS,))
        if single.is_overview:
            own = Kind("contents", doubts=(_OVERVIEW,))
        if document.source.holds == "case":
            own = Kind(None, may_be_case=True)
        yield Whole(document, start, own, told[at])


def _unbuilt(kind: Kind, single: Single, others: Sequence[Single]) -> Kind:
    """The kind of a text; what its words leave in doubt is none where only it has no heads."""
    headed = sum(not one.is_bare for one in others)
    apart = single.is_bare and headed >= max(_FEWEST, _MOST * len(others))
    if kind.may_be_case and kind.doubts and apart:
        return Kind("other", doubts=(*kind.doubts, _HEADLESS))
    return kind


def _speak_of_the_series(texts: Sequence[Sequence[Block]], told: Sequence[bool]) -> list[bool]:
    """Which texts speak of a publication, its makers and readers, where the others tell cases.

    Those have heads that tell, or are far longer: a case may well say in which bundle it stood.
    """
    words = [" ".join(block.text for block in blocks) for blocks in texts]
    sizes = [len(text.split()) for text in words]
    most = 2 * sum(told) > len(told) >= _FEWEST
    return [
        not is_told
        and says_it_is("introduction", text, fewest=_SAID)
        and (most or (len(sizes) >= _FEWEST and size < _SHORT * median(sizes)))
        for is_told, text, size in zip(told, words, sizes, strict=True)
    ]


def _start(document: Document, single: Single, entry: CaseEntry | None) -> Start:
    return Start(
        document.source.title,
        Position(0, 0),
        entry,
        "whole document",
        single.confidence,
        (single.reason,),
    )
