"""What each chapter of a document is: one that may be a case, or what else, by all that tells.

Its title tells first, then a rubric that stands with it, then what its text is about or how it is
built, and last what it lacks: of the scheme that the other chapters are made by, and of what a case
tells. What is no case by the last alone says why.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from corpus import Block
from corpus.models import ChapterRole
from indexer.segment.doubts import IDEAS, Doubt, doubts_about, weight_of
from indexer.segment.listings import listed
from indexer.segment.roles import (
    PARTS,
    is_about_ideas,
    role_of,
    rubric_of,
    says_it_is,
)
from indexer.segment.scheme import Fit, fits, labels_of
from indexer.segment.starts import Start
from indexer.segment.titles import compact

_SHORT = 0.5  # times the words of the usual chapter: forewords and colophons are shorter
_SAID_IN_FRONT, _SAID_IN_BACK = 2, 3  # different words about the book, and about its makers
_NO_CASE, _UNSURE = 5, 3  # what speaks against a case weighs so much
_UNNUMBERED, _APART = 4, 3  # weights of what a chapter lacks of the scheme of the others
_FITS = 2  # what a part in that scheme outweighs
_LACKS = "it has nothing that the other chapters share"
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
        doubts: why it is no case; where it still can be one, why it may be none; a few words each.
    """

    role: ChapterRole | None
    may_be_case: bool = False
    doubts: tuple[str, ...] = ()


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
        shared = labels_of(texts)
        roles = [
            role or _by_text(blocks, shared) for role, blocks in zip(roles, texts, strict=True)
        ]
        roles = _at_the_ends(roles, texts)
        return _apart(roles, texts, [start.title for start in starts])
    return [Kind(role) for role in roles]


def _by_title(start: Start) -> ChapterRole | None:
    return role_of(start.title) or ("other" if start.gathers or start.beside else None)


def _by_rubric(start: Start, blocks: Sequence[Block]) -> ChapterRole | None:
    return next(filter(None, map(rubric_of, _beside(start, blocks))), None)


def _by_text(blocks: Sequence[Block], shared: Collection[str]) -> ChapterRole | None:
    return "concept" if is_about_ideas(_words(blocks)) else listed(blocks, shared=shared)


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


def _apart(
    roles: Sequence[ChapterRole | None], texts: Sequence[Sequence[Block]], titles: Sequence[str]
) -> list[Kind]:
    """The kinds, those by what a chapter lacks among them."""
    free = [at for at, role in enumerate(roles) if role is None]
    own, named = [texts[at] for at in free], [titles[at] for at in free]
    found = zip(free, fits(own, named), doubts_about(own, named), strict=True)
    judged = {at: _judged(fit, doubts) for at, fit, doubts in found}
    return [judged.get(at) or Kind(role) for at, role in enumerate(roles)]


def _judged(fit: Fit, doubts: Sequence[Doubt]) -> Kind:
    """The kind of a chapter that neither title, rubric nor build tells."""
    signs = list(doubts)
    if fit.unnumbered:
        signs.append(Doubt("the others are numbered", _UNNUMBERED))
    elif fit.lacks:
        signs.append(Doubt(_LACKS, _APART))
    weight = weight_of(signs) - (_FITS if fit.fits else 0)
    said = tuple(sign.said for sign in signs)
    length = sum(sign.weight for sign in signs if sign.of_length)
    if weight - length >= _NO_CASE:
        ideas = any(sign.said == IDEAS for sign in signs)
        whole = any(sign.of_the_whole for sign in signs)
        return Kind("concept" if ideas else "reflection" if whole else "other", doubts=said)
    return Kind(None, may_be_case=True, doubts=said if weight >= _UNSURE else ())


def _words(blocks: Sequence[Block]) -> str:
    return " ".join(block.text for block in blocks)
