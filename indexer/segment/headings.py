"""Which headings begin chapters, where nothing but the headings tells.

A number before the title tells most, then a running head that repeats it, then size. Heads of
sections may be as large as those of chapters: they return in case after case, or stand anywhere on
a page where chapters begin a new one. Where every one of them begins a page, that is no chance and
they are chapters, however full the page before is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from corpus import Document
from indexer.segment.chapters import Chapter
from indexer.segment.menu import Furniture
from indexer.segment.places import Places, Spot, Standing
from indexer.segment.roles import gathers_cases, role_of
from indexer.segment.titles import number_of

_FEWEST = 3  # chapters that a sign must show before it is believed
_FEWEST_LARGE = 2  # the same, of chapters that size alone tells
_STEP_OVER = 2  # from the number of a chapter to that of the next but one
_FEW_GAPS = 5  # chapters and more to each number that lacks
_MOST = 0.8  # of the chapters: so many that begin a page make it a rule
_PAGES = 1.4  # pages that a chapter takes at least, on average: what is shorter is a section
_LINE = 80  # characters: a subtitle or a name on a cover is no running text
_BREAK = 0.12  # of the height of the text: so much white at its foot shows that a page was ended
_ENDED = 0.25  # the same, of one page: less is left where a heading and its text do not fit in


def by_headings(document: Document, furniture: Furniture, places: Places) -> tuple[Chapter, ...]:
    """The chapters that the headings make, each of level 1; empty where they make none."""
    headings = [one for one in _alone(places.headings) if not _is_cover(document, one)]
    found = (
        _numbered(headings) or _repeated_above(headings, furniture) or _largest(headings, document)
    )
    return tuple(
        Chapter(one.text, 1, one.position, "heading", spot=Spot(one, 1.0)) for one in found
    )


def _alone(headings: Iterable[Standing]) -> Iterator[Standing]:
    """The headings without those that stand right below one as large, with no text between them."""
    before: Standing | None = None
    for one in headings:
        follows = (
            before is not None
            and one.position.page == before.position.page
            and one.position.block == before.position.block + 1
            and one.level >= before.level
        )
        if not follows:
            yield one
        before = one


def _is_cover(document: Document, heading: Standing) -> bool:
    """Whether it is on a first page that has no running text."""
    page = document.pages[0]
    return heading.position.page == 0 and not any(
        block.kind == "paragraph" and len(block.text) > max(2 * len(heading.text), _LINE)
        for block in page.blocks
    )


def _numbered(headings: Sequence[Standing]) -> list[Standing]:
    """The headings whose single numbers count up, and those of their level with a role.

    Where as many larger ones stand without a number, those are chapters and these are sections.
    """
    single = [one for one in headings if len(number_of(one.text)) == 1]
    levels = Counter(one.level for one in single)
    for level, count in sorted(levels.items()):
        chain = _counting([one for one in single if one.level == level])
        larger = [one for one in _once(headings) if one.level < level]
        if len(chain) >= max(_FEWEST, count / 2) and len(chain) > len(larger):
            return _with_roles(chain, headings, level)
    return []


def _counting(headings: Sequence[Standing]) -> list[Standing]:
    """The longest run in order that counts up by one.

    Of several, a number may lack whose heading is not read as one.
    """
    runs = [_run(headings, step) for step in (1, _STEP_OVER)]
    whole, gapped = runs
    numbers = [number_of(one.text)[0] for one in gapped]
    gaps = sum(after > before + 1 for before, after in pairwise(numbers))
    return gapped if gaps * _FEW_GAPS < len(gapped) else whole


def _run(headings: Sequence[Standing], most: int) -> list[Standing]:
    """The longest run in order that counts up by no more than this."""
    runs: list[list[Standing]] = []
    for one in headings:
        number = number_of(one.text)[0]
        before = [run for run in runs if 0 < number - number_of(run[-1].text)[0] <= most]
        runs.append([*max(before, key=len, default=[]), one])
    return max(runs, key=len, default=[])


def _repeated_above(headings: Sequence[Standing], furniture: Furniture) -> list[Standing]:
    """The headings that the running heads of their pages or of the next ones repeat."""
    once = _once(headings)
    told = [one for one in once if _heads_follow(one, furniture)]
    levels = Counter(one.level for one in told)
    level = min((level for level, count in levels.items() if count >= _FEWEST), default=0)
    return _with_roles([one for one in told if one.level == level], once, level)


def _heads_follow(one: Standing, furniture: Furniture) -> bool:
    pages = furniture.heads(one.short)
    return bool(pages) and one.position.page <= pages[0] <= one.position.page + 1


def _largest(headings: Sequence[Standing], document: Document) -> list[Standing]:
    """The headings of the highest level that has several, without those of sections."""
    for level in sorted({one.level for one in headings}):
        found = _once([one for one in headings if one.level <= level])
        first = [one for one in found if one.first]
        whites = {one.position: _white_before(document, one) for one in first}
        opening = [one for one in first if whites[one.position] > _BREAK]
        short = _PAGES * len(found) > len(document.pages)
        # What stands before the first is the cover or the contents page, whatever its white.
        ended = max((whites[one.position] for one in opening if one != found[0]), default=0.0)
        if len(opening) >= _FEWEST and ended > _ENDED and short and first != found:
            found = opening
        elif len(first) >= _MOST * len(found):
            found = first
        if sum(map(_may_be_case, found)) >= _FEWEST_LARGE:
            return found
    return []


def _may_be_case(heading: Standing) -> bool:
    return not role_of(heading.text) and not gathers_cases(heading.text)


def _once(headings: Sequence[Standing]) -> list[Standing]:
    """The headings whose words no other heading has: those of sections return in every case."""
    counts = Counter(one.short for one in headings)
    return [one for one in headings if counts[one.short] == 1]


def _with_roles(
    chapters: Sequence[Standing], headings: Sequence[Standing], level: int
) -> list[Standing]:
    """The chapters, and the headings of their level that say foreword, reflection or the like."""
    if not chapters:
        return []
    counts = Counter(one.short for one in headings)
    others = [
        one
        for one in headings
        if one.level <= level and role_of(one.text) and counts[one.short] == 1
    ]
    places = {one.position: one for one in (*chapters, *others)}
    return [places[position] for position in sorted(places)]


def _white_before(document: Document, heading: Standing) -> float:
    """The white at the foot of the page before, as a share of the height of the text; 1 without."""
    feet = [
        min(block.box[1] for block in page.blocks if block.box)
        for page in document.pages
        if any(block.box for block in page.blocks)
    ]
    tops = [block.box[3] for page in document.pages for block in page.blocks if block.box]
    before = document.pages[heading.position.page - 1].blocks if heading.position.page else ()
    boxes = [block.box for block in before if block.box]
    if not boxes or not feet:
        return 1.0
    return (min(box[1] for box in boxes) - min(feet)) / (max(tops) - min(feet))
