"""What tells that the sections of a chapter are cases, and what all of those have in common.

Facts below their titles, heads that they share, heads of their own, pages of their own after a page
with hardly any text, names that none of the others has. Two of these tell, one leaves it open. What
speaks against it: facts of the chapter itself, more text of its own than a section has, titles that
return in other chapters, and names that the sections share.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from indexer.segment.sections import Node
from indexer.segment.shapes import Shape, names_apart
from indexer.segment.titles import compact, without_number

ENOUGH = 2
"""So many signs tell that sections are cases."""

_SEVERAL = 2
_MOST = 0.75  # of the sections: what so many have, they have
_FEWEST_WORDS = 100  # of a section that is a case
_FEWEST_NAMES = 3  # that sections return to
_MANY, _LONG = 2, 300  # of such names to a section, and words of it: these alone tell
_SHORT = 0.5  # times the words of a section: no more has a part of its own, where names tell
_APART, _BOUND, _TIED = 0.2, 0.35, 0.6  # shares of these names that stand in several sections
_LIKE = 2.5  # times as long or as short as the usual case
_FACTS, _HEADS = "facts below their titles", "heads of their own"
_SCHEME, _NAMES = "heads in common", "names of their own"
_MANY_NAMES, _ALSO = "many of them", "as those of other chapters do"
_PAGES, _DIVIDER = "pages of their own", "a page with hardly any text before them"
WEAK = frozenset({_PAGES, _DIVIDER})
"""Signs that alone say nothing."""

NAMES = frozenset({_NAMES})
"""Signs by names."""


def signs_of(nodes: Sequence[Node]) -> list[tuple[str, ...]]:
    """For each chapter the signs that its sections are cases, in words."""
    titles = Counter(_short(title) for node in nodes for title in {*map(_title, node.sections)})
    spread = Counter(name for node in nodes for name in node.whole.names)
    common = {
        name for name, count in spread.items() if count >= _SEVERAL and 2 * count > len(nodes)
    }
    found = [_signs(node, titles, frozenset(common)) for node in nodes]
    long = [own for own, node in zip(found, nodes, strict=True) if _words(node) >= _FEWEST_WORDS]
    alike = [_NAMES in own for own in long]
    if sum(alike) < _SEVERAL or not are_most(alike):
        return found
    return [(*own, _ALSO) if _NAMES in own else own for own in found]


def _words(node: Node) -> float:
    """Of the usual section; none where there are not several."""
    words = [one.whole.words for one in node.cases]
    return median(words) if len(words) >= _SEVERAL else 0


def _signs(node: Node, titles: Counter[str], common: frozenset[str]) -> tuple[str, ...]:
    shapes = [one.whole for one in node.cases]
    if len(shapes) < _SEVERAL or node.own.has_facts:
        return ()
    words = _words(node)
    returning = sum(titles[_short(_title(one))] > 1 for one in node.cases)
    if words < _FEWEST_WORDS or node.own.words > words or 2 * returning >= len(shapes):
        return ()
    built = (*_built(shapes), *_paged(node, words))
    names, shared = names_apart(shapes, common)
    share = shared / names if names else 0.0
    if share > (_TIED if len(built) >= _SEVERAL else _BOUND):
        return ()
    if names < _FEWEST_NAMES or share > _APART or node.own.words > _SHORT * words:
        return built
    many = names >= _MANY * len(shapes) and words >= _LONG
    return (*built, _NAMES, *([_MANY_NAMES] if many else []))


def _paged(node: Node, words: float) -> Iterator[str]:
    """Whether sections begin pages; the first may follow what its part says of itself."""
    first, *later = node.cases
    enough = len(later) >= _SEVERAL or first.heads_page
    if not enough or not all(one.heads_page for one in later):
        return
    yield _PAGES
    alike = all(words / _LIKE <= one.whole.words <= words * _LIKE for one in node.cases)
    if alike and first.heads_page and node.own.words <= _SHORT * words:
        yield _DIVIDER


def _built(shapes: Sequence[Shape]) -> Iterator[str]:
    """What texts have in their build, each of them."""
    if are_most([one.has_facts or one.has_line for one in shapes]):
        yield _FACTS
    elif _shared_heads(shapes):
        yield _SCHEME
    if are_most([one.is_parted for one in shapes]):
        yield _HEADS


@dataclass(frozen=True, slots=True)
class Pattern:
    """What the cases have in common that stand as sections."""

    words: float
    has_facts: bool
    has_line: bool
    heads: frozenset[str]
    is_parted: bool

    @property
    def is_of_form(self) -> bool:
        """Whether more than their length and having heads tells them."""
        return self.has_facts or self.has_line or bool(self.heads)

    def fits(self, shape: Shape) -> bool:
        """Whether a text is built so."""
        if not self.words / _LIKE <= shape.words <= self.words * _LIKE:
            return False
        if self.has_facts or self.has_line:
            return (self.has_facts and shape.has_facts) or (self.has_line and shape.has_line)
        if self.heads:
            return bool(self.heads & set(shape.heads))
        return shape.is_parted == self.is_parted


def pattern_of(nodes: Sequence[Node]) -> Pattern:
    """What cases have in common."""
    shapes = [node.whole for node in nodes]
    return Pattern(
        words=median(one.words for one in shapes),
        has_facts=are_most([one.has_facts for one in shapes]),
        has_line=are_most([one.has_line for one in shapes]),
        heads=_shared_heads(shapes),
        is_parted=are_most([one.is_parted for one in shapes]),
    )


def _shared_heads(shapes: Sequence[Shape]) -> frozenset[str]:
    times = Counter(head for one in shapes for head in set(one.heads))
    return frozenset(
        head for head, count in times.items() if count >= max(_SEVERAL, _MOST * len(shapes))
    )


def are_most(have: Sequence[bool]) -> bool:
    """Whether so many have something that it is of all."""
    return sum(have) >= _MOST * len(have) > 0


def _title(node: Node) -> str:
    return node.chapter.title


def _short(title: str) -> str:
    return compact(without_number(title))
