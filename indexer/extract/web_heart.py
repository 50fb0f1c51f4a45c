"""The heart of a web page: the innermost element that has the article, and all its parts."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from bs4.element import Tag

from indexer.extract.web_blocks import HEADINGS, Piece, pieces
from indexer.extract.web_clutter import is_clutter, lists_other_pages

LINKED = 0.5
"""Of its words: a piece that has more of them in links is a list of links."""

SENTENCE_END = re.compile(r"[.?!…:;][\"'”’»)]*$")

_WORD = re.compile(r"[^\W_]+")
_MOST_OF_ARTICLE = 0.85
_MOST_WITH_TITLE = 0.7
_PROSE_COUNTS = 3
_HIGHEST = 4  # elements up from the heart that may have more parts beside them
_SENTENCE = 8
_TABLE_PARTS = frozenset({"table", "tbody", "thead", "tfoot", "tr"})
_LEAVES = frozenset({"p", "li", "blockquote", "pre", "ul", "ol", "dl", *HEADINGS})


def heart_of(body: Tag, vouched: Sequence[Piece]) -> Tag:
    """The innermost element that has most of the sentences that trafilatura has."""
    sizes: Counter[int] = Counter()
    for one in vouched:
        size = size_of([one]) * (_PROSE_COUNTS if is_prose(one) else 1)
        for element in (one.element, *one.element.parents):
            sizes[id(element)] += size
    heart = body
    while inner := _inner(heart, sizes, sizes[id(body)]):
        heart = inner
    while heart.name in _TABLE_PARTS and heart.parent is not None:
        heart = heart.parent
    return _widened(heart)


def _widened(heart: Tag) -> Tag:
    """The element with all parts of the article, where the heart is but one of some alike.

    An article that stands among others has its title within.
    """
    element, wide = heart, heart
    for _ in range(_HIGHEST):
        if element.name == "body" or element.find("h1") or element.parent is None:
            break
        if _has_more_beside(element):
            wide = element.parent
        element = element.parent
    return wide


def _has_more_beside(element: Tag) -> bool:
    """Whether a part beside it has its classes, or they some more, and text too."""
    names = set(element.get_attribute_list("class")) - {None}
    beside = element.find_next_siblings(element.name) + element.find_previous_siblings(element.name)
    alike = [one for one in beside if _is_alike(names, set(one.get_attribute_list("class")))]
    return bool(names) and any(
        not is_clutter(one) and not lists_other_pages(one) and any(map(is_prose, pieces(one)))
        for one in alike
    )


def _is_alike(names: AbstractSet[object], others: AbstractSet[object]) -> bool:
    """Whether one has all classes of the other; columns of a grid differ in their width."""
    return names <= others or (others <= names and None not in others)


def _inner(element: Tag, sizes: Counter[int], whole: int) -> Tag | None:
    """The child that has most of the article; of one with the title less is asked."""
    for child in element.find_all(name=True, recursive=False):
        if child.name not in _LEAVES and sizes[id(child)]:
            share = _MOST_WITH_TITLE if child.find("h1") else _MOST_OF_ARTICLE
            if sizes[id(child)] >= share * whole:
                return child
    return None


def is_prose(one: Piece) -> bool:
    """Whether it is a sentence of some words, most of them no links."""
    words = len(_WORD.findall(one.text))
    return one.linked < LINKED and words >= _SENTENCE and bool(SENTENCE_END.search(one.text))


def size_of(found: Iterable[Piece]) -> int:
    """How many words these pieces have."""
    return sum(len(_WORD.findall(one.text)) for one in found)
