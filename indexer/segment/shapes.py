"""What a stretch of text is made of: its length, its facts, its heads, the names it returns to.

By these the sections of a part, each a case of its own, are told from the sections of one case.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Block
from indexer.dutch import ends_clause
from indexer.segment.titles import compact

_NAME = re.compile(r"(?<=[a-zà-ÿ,;\d] )[A-ZÀ-Þ][\w’'-]+")  # with a capital, within a sentence
_LABEL = re.compile(r"[^\W\d_][^:.!?]{1,28}: \S")
_RETURNS = 2  # times that a name stands in a text that is about it
_FEWEST_FACTS = 2  # rows or labels below a title that make them facts
_BELOW_TITLE = 8  # blocks: so far down facts stand
_LONGEST_LINE = 60  # characters of a line below a title
_SEVERAL = 2  # heads that part a text
_RUNNING = frozenset({"paragraph", "quote", "list-item", "box"})


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a stretch of text.

    Attributes:
        words: how many it has.
        has_facts: whether a table or labels stand below its title.
        has_line: whether a line by itself does: a place, a year, who it is about.
        heads: those that part it, their letters and digits folded.
        names: how often each word with a capital stands within its sentences.
    """

    words: int
    has_facts: bool
    has_line: bool
    heads: tuple[str, ...]
    names: Counter[str]

    @property
    def is_parted(self) -> bool:
        """Whether several heads part it."""
        return len(self.heads) >= _SEVERAL


def shape_of(blocks: Sequence[Block]) -> Shape:
    """The shape of a text that begins with its title."""
    below = [block for block in blocks[1:] if block.kind != "caption"][:_BELOW_TITLE]
    rows = sum(block.kind == "table-row" for block in below)
    labels = sum(_LABEL.match(block.text) is not None for block in below)
    return Shape(
        words=sum(len(block.text.split()) for block in blocks),
        has_facts=max(rows, labels) >= _FEWEST_FACTS,
        has_line=any(map(_is_line, below[:1])),
        heads=tuple(compact(block.text) for block in blocks[1:] if block.kind == "heading"),
        names=Counter(_names(blocks)),
    )


def names_apart(shapes: Sequence[Shape], common: frozenset[str]) -> tuple[int, int]:
    """How many names texts return to, and how many of these stand in several of the texts.

    Args:
        shapes: of the texts.
        common: names that tell nothing, since they stand all over the document.
    """
    times = sum((shape.names for shape in shapes), Counter[str]())
    returning = {name for name, count in times.items() if count >= _RETURNS} - common
    several = [name for name in returning if sum(name in one.names for one in shapes) > 1]
    return len(returning), len(several)


def _is_line(block: Block) -> bool:
    spoken = block.kind in {"paragraph", "box"}
    return spoken and len(block.text) <= _LONGEST_LINE and not ends_clause(block.text)


def _names(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind in _RUNNING:
            yield from _NAME.findall(block.text)
