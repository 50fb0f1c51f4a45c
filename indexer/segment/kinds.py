"""What each chapter of a document is: one that may be a case, or what else, by all that tells.

Its title tells first, then a rubric that stands with it, then what its text is about, and last what
it lacks of the scheme that the other chapters are made by.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from corpus import Block
from corpus.models import ChapterRole
from indexer.segment.roles import (
    PARTS,
    is_about_ideas,
    role_of,
    rubric_of,
    says_it_is,
)
from indexer.segment.scheme import lacks_scheme
from indexer.segment.starts import Start
from indexer.segment.titles import compact

_SHORT = 0.5  # times the words of the usual chapter: forewords and colophons are shorter
_SAID_IN_FRONT, _SAID_IN_BACK = 2, 3  # different words about the book, and about its makers
_SAID_APART = 3  # different words about ideas, in a chapter that is made by no scheme
_FEWEST = 3  # chapters of which one may be shorter than the others
_LONGEST = 80  # characters of a line that goes with a title
_BELOW = 2  # blocks below the title that may be such lines
_HEAD = 4  # blocks: so far down its title stands


@dataclass(frozen=True, slots=True)
class Kind:
    """What a chapter is.

    Attributes:
        role: what it is to the bundle; None where nothing tells.
        may_be_case: whether it can be a case that the manifest does not name.
        doubtful: whether it has nothing that the other chapters share, and may be no case.
    """

    role: ChapterRole | None
    may_be_case: bool = False
    doubtful: bool = False


def kinds_of(
    starts: Sequence[Start], texts: Sequence[Sequence[Block]], *, named: bool
) -> list[Kind]:
    """The kind of each chapter.

    Args:
        starts: of the chapters.
        texts: the blocks of each.
        named: the manifest names the cases, so that the text need not tell.
    """
    roles = [_by_title(start) for start in starts]
    rubrics = [_by_rubric(start, blocks) for start, blocks in zip(starts, texts, strict=True)]
    # What most chapters are called is the name of the cases here.
    if 2 * sum(map(bool, rubrics)) <= len(starts):
        roles = [role or rubric for role, rubric in zip(roles, rubrics, strict=True)]
    if not named:
        roles = [
            role or ("concept" if is_about_ideas(_words(blocks)) else None)
            for role, blocks in zip(roles, texts, strict=True)
        ]
        roles = _at_the_ends(roles, texts)
        return _apart(roles, texts)
    return [Kind(role) for role in roles]


def _by_title(start: Start) -> ChapterRole | None:
    return role_of(start.title) or ("other" if start.gathers else None)


def _by_rubric(start: Start, blocks: Sequence[Block]) -> ChapterRole | None:
    return next(filter(None, map(rubric_of, _beside(start, blocks))), None)


def _beside(start: Start, blocks: Sequence[Block]) -> Iterator[str]:
    """The lines that stand with a title: on the contents page, and above and below it."""
    yield from PARTS.split(start.title)[1:]
    yield start.note
    short = compact(start.title)
    title = next(
        (at for at, block in enumerate(blocks[:_HEAD]) if compact(block.text) in short), None
    )
    if title is None:
        return
    for block in (*blocks[:title], *blocks[title + 1 : title + 1 + _BELOW]):
        if len(block.text) <= _LONGEST:
            yield block.text


def _at_the_ends(
    roles: Sequence[ChapterRole | None], texts: Sequence[Sequence[Block]]
) -> list[ChapterRole | None]:
    """The roles, with a foreword before all cases and a colophon behind them by their texts."""
    found = list(roles)
    free = [at for at, role in enumerate(roles) if role is None]
    if len(free) < _FEWEST:
        return found
    sizes = [len(_words(blocks).split()) for blocks in texts]
    usual = median(sizes[at] for at in free)
    first, last = free[0], free[-1]
    if _is_short(sizes[first], usual) and says_it_is(
        "introduction", _words(texts[first]), fewest=_SAID_IN_FRONT
    ):
        found[first] = "introduction"
    if _is_short(sizes[last], usual) and says_it_is(
        "back matter", _words(texts[last]), fewest=_SAID_IN_BACK
    ):
        found[last] = "back matter"
    return found


def _is_short(words: int, usual: float) -> bool:
    return words < _SHORT * usual


def _apart(roles: Sequence[ChapterRole | None], texts: Sequence[Sequence[Block]]) -> list[Kind]:
    """The kinds, those by what a chapter lacks among them."""
    free = [at for at, role in enumerate(roles) if role is None]
    lacks = dict(zip(free, lacks_scheme([texts[at] for at in free]), strict=True))
    kinds = []
    for at, role in enumerate(roles):
        lacking = lacks.get(at, False)
        ideas = lacking and is_about_ideas(_words(texts[at]), fewest=_SAID_APART)
        own: ChapterRole | None = "concept" if ideas else role
        kinds.append(Kind(own, may_be_case=own is None, doubtful=lacking and not ideas))
    return kinds


def _words(blocks: Sequence[Block]) -> str:
    return " ".join(block.text for block in blocks)
