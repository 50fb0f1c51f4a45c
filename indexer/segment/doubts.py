"""What in its text speaks against a chapter being a case, each sign with its weight.

The weights are rounded from how often a sign is seen with cases and with other chapters. Of 784
invented cases by 45 hands (`tests/casebooks/`, up to eight to a bundle) 1.4% weigh 3 or more and
none 5; of the chapters that are none, which `tests/score_kinds.py` looks at, the 23 that nothing
else tells weigh 4 to 9.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from corpus import Block
from indexer.segment.roles import is_about_ideas
from indexer.segment.telling import Telling, telling_of, titles_in

_FEWEST = 3  # other chapters to compare with
_ENOUGH = 100  # words in which a figure is to be expected
_FEW_NAMES, _SHORT, _FAR_SHORTER = 0.5, 0.5, 0.2  # times what is usual among the others
_MORE = 1.3  # times what is usual among the others
_GENERAL, _MOSTLY_GENERAL = 4.5, 6.0  # words in a hundred: 12% and 3% of cases have so many
_MOST_BY_MANNER = 2
_OWN = 4.0  # words in a hundred: 2% of cases
_ASKS = 0.75  # of its heads: 1% of cases have so many questions
_PAST = 0.12  # of its commonest verbs: 5% of cases have so few
_TOGETHER = 2  # different words that speak of the cases together
_TITLES, _MANY_TITLES = 2, 3  # of other chapters that it names
IDEAS = "it is about ideas"
_FEWEST_IDEAS = 3  # different words about ideas


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sign that a chapter is no case.

    Attributes:
        said: in a few words.
        weight: 1 for a weak sign.
        of_manner: whether it is how the chapter tells, not what.
        of_length: whether it is only how long the chapter is: that makes no chapter none.
        of_the_whole: whether it shows that the chapter treats of the cases together.
    """

    said: str
    weight: int
    of_manner: bool = False
    of_length: bool = False
    of_the_whole: bool = False


def doubts_about(
    chapters: Sequence[Sequence[Block]], titles: Sequence[str]
) -> list[tuple[Doubt, ...]]:
    """For each chapter what speaks against it; nothing where there are too few to compare.

    Args:
        chapters: the blocks of each that may be a case.
        titles: of each.
    """
    told = [telling_of(blocks) for blocks in chapters]
    if len(chapters) <= _FEWEST:
        return [() for _ in chapters]
    found = []
    named = [
        titles_in(blocks, [*titles[:at], *titles[at + 1 :]]) for at, blocks in enumerate(chapters)
    ]
    usual = median(named)
    for at, (own, blocks) in enumerate(zip(told, chapters, strict=True)):
        others = [*told[:at], *told[at + 1 :]]
        by_words = _by_words(own, blocks, max(named[at] - int(usual), 0))
        found.append((*_by_measure(own, others), *_by_manner(own, others), *by_words))
    return found


def weight_of(doubts: Sequence[Doubt]) -> int:
    """What signs weigh together; how a chapter tells weighs no more than what it leaves untold."""
    manner = sum(one.weight for one in doubts if one.of_manner)
    return min(manner, _MOST_BY_MANNER) + sum(one.weight for one in doubts if not one.of_manner)


def _by_measure(own: Telling, others: Sequence[Telling]) -> Iterator[Doubt]:
    """What it has less of than the others: it may be that no case of a bundle tells figures."""
    tell_figures = 2 * sum(one.figures > 0 for one in others) > len(others)
    if not own.figures and tell_figures:
        yield Doubt("it tells no figure, year or amount", 1 + (own.words >= _ENOUGH))
    if own.names < _FEW_NAMES * median(one.names for one in others):
        yield Doubt("it has few names", 1)
    share = own.words / max(median(one.words for one in others), 1)
    if share < _SHORT:
        yield Doubt("it is short", 1)
    if share < _FAR_SHORTER:
        yield Doubt("far shorter than the others", 2, of_length=True)


def _by_manner(own: Telling, others: Sequence[Telling]) -> Iterator[Doubt]:
    """How it tells, where the others tell otherwise; that weighs less beside figures."""
    usual = median(one.general for one in others)
    if own.general >= max(_GENERAL, _MORE * usual):
        mostly = own.general >= _MOSTLY_GENERAL and not own.figures
        yield Doubt("it speaks of people in general", 1 + mostly, of_manner=True)
    if own.past <= _PAST < median(one.past for one in others):
        yield Doubt("it tells of nothing that happened", 1, of_manner=True)
    if own.asks >= _ASKS > median(one.asks for one in others):
        yield Doubt("its heads are questions", 1, of_manner=True)
    if own.own >= _OWN > median(one.own for one in others):
        yield Doubt("its writer speaks of himself", 1, of_manner=True)


def _by_words(own: Telling, blocks: Sequence[Block], named: int) -> Iterator[Doubt]:
    """Of what it speaks, and who; `named`: of how many more of the others than is usual."""
    if own.signed:
        yield Doubt("it is signed", 2)
    if own.together >= _TOGETHER:
        yield Doubt("it speaks of the cases together", 1, of_the_whole=True)
    if named >= _TITLES:
        weight = 3 if named >= _MANY_TITLES else 2
        yield Doubt("it names other chapters", weight, of_the_whole=True)
    if is_about_ideas(" ".join(block.text for block in blocks), fewest=_FEWEST_IDEAS):
        yield Doubt(IDEAS, 2)
