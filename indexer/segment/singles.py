"""Which documents hold one case each: a web page, a factsheet or a text file to a case.

The heads below the title tell. Where most of them are parts of one practice (*Aanpak*,
*Resultaat*, `rubrics.toml`), or stand in other documents of the edition too, the document is one
case. Heads of its own do not tell by themselves: then the documents beside it do, each with one
title and no sign of chapters. What speaks for several cases goes first: heads that return below
others, facts below each head, a title that only gathers, a contents page, many pages.
"""

import tomllib
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from corpus import Block, Document, Position
from corpus.models import Confidence
from indexer.segment.alike import ENOUGH, WEAK, signs_of
from indexer.segment.chapters import Chapter, by_menu
from indexer.segment.contents import find_contents
from indexer.segment.links import find_links
from indexer.segment.menu import Furniture
from indexer.segment.places import Places, Spot, Standing
from indexer.segment.roles import gathers_cases, plain_words, role_of
from indexer.segment.sections import tree_of
from indexer.segment.titles import compact, without_number

_MOST_PAGES = 6  # of a factsheet
_HEAD = 4  # blocks: so far down its title stands
_SEVERAL = 2
_SHARES = 3  # heads of other documents that tell, where none names a part of a case
_LABELS, _LABEL = 3, 40  # labels that tell, and the most characters of one
_ALIKE = 3  # documents of one title each: so many show what is usual beside each other
_OVERVIEW = "its heads are the titles of other documents"
_NAMED = "its heads are parts of one case"
_SHARED = "its heads stand in other documents too"
_BESIDE = "it has one title, as the documents beside it"
_LABELLED = "its labels are those of one case"
_BARE = "it has no heads below its title"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A short document, as its heads show it.

    Attributes:
        title: the head that is its title; None where its text has none.
        heads: below it.
        outer: those of them of the highest level.
    """

    title: Standing | None
    heads: tuple[Standing, ...]
    outer: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Single:
    """A document that is one case.

    Attributes:
        reason: what says so, in a few words.
        is_told: whether its heads tell, and not the documents beside it.
        is_overview: whether it only goes through the others, and is no case.
    """

    reason: str
    is_told: bool
    is_overview: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether the document has no heads below its title."""
        return self.reason == _BARE

    @property
    def confidence(self) -> Confidence:
        """How sure it is."""
        return "sure" if self.is_told or self.is_bare else "likely"


def find_singles(documents: Sequence[Document]) -> dict[str, Single]:
    """The documents that are one case each, or one page that is none, by the ids of their sources.

    A source that says what it holds (`Source.holds`) is taken at its word.

    Args:
        documents: that lie beside each other, as those of an edition.
    """
    sheets = {one.source.id: sheet_of(one) for one in documents if one.source.holds != "cases"}
    short = {name: sheet for name, sheet in sheets.items() if sheet}
    times = Counter(head for one in short.values() for head in {it.short for it in one.heads})
    shared = {head for head, count in times.items() if count >= _SEVERAL}
    names = Counter(compact(one.source.title) for one in documents)
    found = {
        one.source.id: single
        for one in documents
        if (sheet := short.get(one.source.id))
        and (single := _overview(one, sheet, names) or _told(one, sheet, shared))
    }
    open_ones = [
        one.source.id
        for one in documents
        if (sheet := short.get(one.source.id))
        and one.source.id not in found
        and _is_one(one, sheet)
    ]
    if len(open_ones) + sum(bool(short[name].outer) for name in found) >= _ALIKE:
        found |= {name: Single(_BESIDE, is_told=False) for name in open_ones}
    pinned = {
        one.source.id: Single("the manifest says so", is_told=True)
        for one in documents
        if one.source.holds == "case"
    }
    return found | pinned


def sheet_of(document: Document) -> Sheet | None:
    """The heads of a document that may be one case; None for one that is too long."""
    if len(document.pages) > _MOST_PAGES:
        return None
    places = Places(document)
    if _lists_chapters(document, places):
        return None
    names = {compact(name) for name in (document.source.title, document.title or "")}
    title = _title(names - {""}, places)
    heads = tuple(
        one
        for one in places.headings
        if (title is None or one.position > title.position) and one.full not in names and one.short
    )
    return Sheet(title, heads, _outer(heads))


def _lists_chapters(document: Document, places: Places) -> bool:
    """Whether a contents page, its links or a menu show that it has chapters."""
    if find_contents(document) or find_links(document, places):
        return True
    chapters = by_menu(Furniture(document), places)
    return sum(role_of(one.title) is None for one in chapters) >= _SEVERAL


def _title(names: Collection[str], places: Places) -> Standing | None:
    """What stands as the title: the head or line that names the document, or its one highest head.

    Args:
        names: of the document, folded.
        places: where titles stand.
    """
    begin = [one for one in places.standings if one.position < Position(0, _HEAD)]
    named = [one for one in begin if one.full in names and not is_rubric(one.text)]
    highest = min((one.level for one in places.headings), default=0)
    largest = [one for one in places.headings if one.level == highest]
    alone = [one for one in largest if len(largest) == 1 and one == places.headings[0]]
    known = [one for one in named if one.level in {0, highest}]
    return next((one for one in (*known, *alone) if not is_rubric(one.text)), None)


def _outer(heads: Sequence[Standing]) -> tuple[Standing, ...]:
    """Those of the highest level that has several, and above."""
    for level in sorted({one.level for one in heads}):
        outer = tuple(one for one in heads if one.level <= level)
        if len(outer) >= _SEVERAL:
            return outer
    return tuple(heads)


def _overview(document: Document, sheet: Sheet, names: Counter[str]) -> Single | None:
    """Whether a document goes through the others: most of its heads are their titles."""
    others = names - Counter([compact(document.source.title)])
    known = [one for one in sheet.heads if one.full in others]
    if len(known) < _SEVERAL or 2 * len(known) < len(sheet.outer):
        return None
    return Single(_OVERVIEW, is_told=True, is_overview=True)


def _told(document: Document, sheet: Sheet, shared: set[str]) -> Single | None:
    """What the heads of a document tell, where they tell that it is one case."""
    if not any(is_rubric(one.text) for one in sheet.heads) and _is_labelled(document):
        return Single(_LABELLED, is_told=True) if not sheet.heads else None
    if not sheet.heads:
        return None if document.outline or document.links else Single(_BARE, is_told=False)
    telling = [one for one in sheet.outer if not role_of(one.text)]
    named = [one for one in telling if is_rubric(one.text)]
    known = [one for one in telling if is_rubric(one.text) or one.short in shared]
    if len(known) >= _SEVERAL and 2 * len(known) >= len(telling):
        most = 2 * len(named) >= len(known)
        if not _returns(sheet) and (named or len(known) >= _SHARES):
            return Single(_NAMED if most else _SHARED, is_told=True)
    return None


def _is_labelled(document: Document) -> bool:
    """Whether lines of it are labelled as parts of one case, each once ("Doel: ...")."""
    labels = Counter(
        compact(label)
        for page in document.pages
        for block in page.blocks
        if block.kind != "heading"
        for label in [_label(block)]
        if label and is_rubric(label)
    )
    return len(labels) >= _LABELS and max(labels.values()) == 1


def _label(block: Block) -> str:
    """What a line begins with that may be its label, or all of a short line."""
    if block.cells:
        return block.text[: block.cells[1]] if len(block.cells) > 1 else ""
    label, colon, _ = block.text.partition(":")
    return label if len(label) <= _LABEL and (colon or len(block.text) <= _LABEL) else ""


def _returns(sheet: Sheet) -> bool:
    """Whether the highest heads return: the titles above them are not read as heads."""
    times = Counter(one.short for one in sheet.outer)
    return sum(count > 1 for count in times.values()) >= _SEVERAL


def _is_one(document: Document, sheet: Sheet) -> bool:
    """Whether nothing says that a document with one title and heads of its own is several."""
    title = sheet.title.text if sheet.title else document.title
    if not title or gathers_cases(title) or not sheet.outer:
        return False
    if sheet.title is None and document.format == "pdf":
        return False
    inner = Counter(one.short for one in sheet.heads)
    if any(count > 1 for count in inner.values()):
        return False
    begun = [one for one in sheet.outer if one.first and one.position.page > 0]
    if len(begun) >= _SEVERAL:
        return False
    return not _has_cases(document, sheet, title)


def _has_cases(document: Document, sheet: Sheet, title: str) -> bool:
    """Whether its sections have what cases have."""
    start = sheet.title.position if sheet.title else Position(0, 0)
    chapters = [
        Chapter(title, 1, start, "heading"),
        *(Chapter(it.text, 2, it.position, "heading", spot=Spot(it, 1.0)) for it in sheet.outer),
    ]
    (signs,) = signs_of(tree_of(document, chapters)[:1])
    return len({*signs} - WEAK) >= ENOUGH - 1


def is_rubric(head: str) -> bool:
    """Whether a head names a part of one case ("2. Aanpak", "Wat is er bereikt?")."""
    words = plain_words(without_number(head))
    titles, begins = _rubrics()
    return words in titles or any(words[: len(one)] == one for one in begins)


@cache
def _rubrics() -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    text = (resources.files("indexer.segment") / "rubrics.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return frozenset(map(plain_words, data["titles"])), frozenset(map(plain_words, data["begins"]))
