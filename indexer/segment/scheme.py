"""What the chapters of a bundle have in common: the scheme that all its cases are made by."""

from collections import Counter
from collections.abc import Iterator, Sequence

from corpus import Block
from indexer.segment.titles import compact

_FEWEST = 3  # other chapters that share something
_MOST = 0.8  # of the others: what so many have is shared
_LABEL = 30  # characters before a colon

Trait = tuple[str, str]
"""A kind of thing that a chapter may have, and which one."""


def lacks_scheme(chapters: Sequence[Sequence[Block]]) -> list[bool]:
    """For each chapter whether it has nothing of what the others share.

    They share a fact table below their title, a line above it, labels, or heads of sections.

    Args:
        chapters: the blocks of each, which may be a case.
    """
    traits = [set(_traits(blocks)) for blocks in chapters]
    return [_is_apart(own, [*traits[:at], *traits[at + 1 :]]) for at, own in enumerate(traits)]


def _is_apart(own: set[Trait], others: Sequence[set[Trait]]) -> bool:
    counts = Counter(trait for one in others for trait in one)
    shared = {trait for trait, count in counts.items() if count >= _MOST * len(others)}
    return len(others) >= _FEWEST and bool(shared) and not own & shared


def _traits(blocks: Sequence[Block]) -> Iterator[Trait]:
    title = next((at for at, block in enumerate(blocks) if block.kind == "heading"), 0)
    if 0 < title <= _FEWEST:
        yield "above", "a line"
    for at, block in enumerate(blocks):
        if at == title:
            continue
        label, colon, _ = block.text.partition(":")
        if block.kind == "table-row":
            yield "row", compact(block.text.partition(" ")[0])
        elif block.kind == "heading":
            yield "heading", compact(block.text)
        elif colon and len(label) <= _LABEL:
            yield "label", compact(label)
