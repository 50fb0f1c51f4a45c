"""How sure the start of a chapter is: which signs of the document agree on it, and which do not."""

from collections.abc import Collection, Iterator, Sequence

from corpus import CaseEntry, Document, PageRef
from corpus.models import Confidence
from indexer.segment.chapters import Chapter
from indexer.segment.menu import Furniture
from indexer.segment.places import Places
from indexer.segment.titles import compact, is_spelt_so, without_number

_SAME, _LIKE = 0.99, 0.8  # likeness of the same letters, and of a heading that counts as a sign
_NAMES = {"outline": "the outline", "links": "a link", "contents": "the contents page"}
_ENOUGH = 2  # signs that agree make sure


def judge(
    chapter: Chapter,
    entry: CaseEntry | None,
    told: Sequence[Chapter],
    furniture: Furniture,
    differ: Sequence[str],
) -> tuple[Confidence, tuple[str, ...]]:
    """How sure it is that a chapter begins where it is said to, with the reasons in words.

    Two signs that agree on the place make sure, if none speaks against it; one makes it likely. The
    name in the manifest is such a sign where it stands there, for it says no place itself.

    Args:
        chapter: with its place.
        entry: the case of the manifest that it is taken for, if any.
        told: what outline, links and contents page say of a chapter with its title.
        furniture: menu and running heads of the document.
        differ: what speaks against the place (`contradictions`, `stray_titles`).
    """
    agree = [*_listings(chapter, told), *_stands(chapter), *_around(chapter, furniture)]
    notes: list[str] = []
    count = len(agree) - _is_vague(chapter)
    if entry is not None and entry.title:
        if is_spelt_so(chapter.title, entry):
            agree.append("the manifest has this name")
            count += chapter.spot is not None
        else:
            notes.append("the manifest spells the name otherwise")
    return _confidence(count, len(differ)), (*agree, *differ, *notes)


def contradictions(chapter: Chapter, told: Sequence[Chapter], document: Document) -> Iterator[str]:
    """Where else outline, links and contents page say that a chapter begins."""
    here = {one.found_by for one in told if one.said == chapter.start.page}
    for one in told:
        if one.said is not None and one.found_by not in here:
            ref = document.pages[one.said].ref
            where = _said(ref) if ref else "elsewhere"
            yield f"{_NAMES[one.found_by]} has {where}"


def _said(page: PageRef) -> str:
    return f"p. {page.label}" if page.has_number else f"page {page.number} of the file"


def stray_titles(chapter: Chapter, titles: Collection[str], places: Places) -> Iterator[str]:
    """What the titles on the pages say against the start of a chapter whose own is not there.

    Args:
        chapter: with its place.
        titles: those of all chapters, the letters and digits of each.
        places: where titles stand.
    """
    if chapter.spot is not None:
        return
    short, page = compact(without_number(chapter.title)), chapter.start.page
    heads = {one.short for one in places.headings if one.first and one.position.page == page}
    if heads & {title for title in titles if title != short}:
        yield "the title of another chapter heads this page"
    if any(one.level and one.position.page != page for one in places.same(chapter.title)):
        yield "its title stands as a heading elsewhere"


def _is_vague(chapter: Chapter) -> bool:
    """Whether the heading at its start only begins as its title does."""
    return chapter.spot is not None and chapter.spot.likeness < _LIKE


def _confidence(agree: int, differ: int) -> Confidence:
    if differ:
        return "likely" if agree > _ENOUGH * differ else "unsure"
    if agree >= _ENOUGH:
        return "sure"
    return "likely" if agree else "unsure"


def _listings(chapter: Chapter, told: Sequence[Chapter]) -> Iterator[str]:
    here = {one.found_by for one in told if one.said == chapter.start.page}
    if "outline" in here:
        yield "the outline points here"
    if "links" in here:
        yield "a link leads here"
    if "contents" in here:
        yield "the contents page has this page"


def _stands(chapter: Chapter) -> Iterator[str]:
    spot = chapter.spot
    if spot is None or spot.standing.position != chapter.start:
        return
    if spot.likeness < _SAME:
        yield "a heading much like its title stands here"
    elif spot.standing.level:
        yield "its title stands here as a heading"
    else:
        yield "its title stands at the head of the page"


def _around(chapter: Chapter, furniture: Furniture) -> Iterator[str]:
    short = compact(without_number(chapter.title))
    if any(run.first == chapter.start.page for run in furniture.runs):
        yield "the menu sets it apart from here on"
    elif furniture.lists(short):
        yield "the menu lists it"
    heads = furniture.heads(short)
    if heads and chapter.start.page <= heads[0] <= chapter.start.page + 1:
        yield "the running head has it from here on"
