"""How sure the start of a chapter is: which signs of the document agree on it, and which do not."""

from collections.abc import Iterator, Sequence

from corpus import CaseEntry, Document
from corpus.models import Confidence
from indexer.segment.chapters import Chapter
from indexer.segment.menu import Furniture
from indexer.segment.titles import compact, is_spelt_so, without_number

_SAME = 0.99
_ENOUGH = 2  # signs that agree make sure


def judge(
    chapter: Chapter,
    entry: CaseEntry | None,
    told: Sequence[Chapter],
    document: Document,
    furniture: Furniture,
) -> tuple[Confidence, tuple[str, ...]]:
    """How sure it is that a chapter begins where it is said to, with the reasons in words.

    Two signs that agree make sure, if none speaks against it; one makes it likely.

    Args:
        chapter: with its place.
        entry: the case of the manifest that it is taken for, if any.
        told: what the outline and the contents page say of a chapter with its title.
        document: the whole of it.
        furniture: its menu and running heads.
    """
    agree = [*_listings(chapter, told), *_stands(chapter), *_around(chapter, furniture)]
    differ = list(_contradictions(chapter, told, document))
    if entry is not None and entry.title:
        exact = is_spelt_so(chapter.title, entry)
        (agree if exact else differ).append(
            "the manifest has this name" if exact else "the manifest spells the name otherwise"
        )
    against = len(differ) - (entry is not None and not is_spelt_so(chapter.title, entry))
    return _confidence(len(agree), against), (*agree, *differ)


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
    if "contents" in here:
        yield "the contents page has this page"


def _contradictions(chapter: Chapter, told: Sequence[Chapter], document: Document) -> Iterator[str]:
    here = {one.found_by for one in told if one.said == chapter.start.page}
    for one in told:
        if one.said is not None and one.found_by not in here:
            ref = document.pages[one.said].ref
            where = f"p. {ref.label}" if ref else "elsewhere"
            name = "the outline" if one.found_by == "outline" else "the contents page"
            yield f"{name} has {where}"


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
