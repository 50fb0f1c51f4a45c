"""What the chapters of a bundle have in common: the scheme that all its cases are made by."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from corpus import Block
from indexer.segment.titles import compact, without_number

_FEWEST = 3  # other chapters that share something
_MOST = 0.8  # of the others: what so many have is shared
_LABEL = 30  # characters before a colon
_NUMBER = re.compile(r"\W*(?:\d{1,3}|[IVX]{1,5})\W*")

Trait = tuple[str, str]
"""A kind of thing that a chapter may have, and which one."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a chapter fits the scheme of the others.

    Attributes:
        lacks: it has nothing of what they share, and they do share something.
        unnumbered: they are numbered, by their titles or a line above, and it is not.
        fits: it has something of what they share, beside a line above its title.
    """

    lacks: bool = False
    unnumbered: bool = False
    fits: bool = False


def fits(chapters: Sequence[Sequence[Block]], titles: Sequence[str]) -> list[Fit]:
    """How each chapter fits the scheme of the others.

    They share a fact table below their title, a line above it, labels, heads of sections, numbers.

    Args:
        chapters: the blocks of each, which may be a case.
        titles: of each, with its number.
    """
    traits = [set(_traits(blocks, title)) for blocks, title in zip(chapters, titles, strict=True)]
    return [_fit(own, [*traits[:at], *traits[at + 1 :]]) for at, own in enumerate(traits)]


def labels_of(chapters: Sequence[Sequence[Block]]) -> Collection[str]:
    """The labels that stand in more than one of the chapters, their letters folded."""
    counts = Counter(
        trait[1] for blocks in chapters for trait in set(_traits(blocks, "")) if trait[0] == "label"
    )
    return {label for label, count in counts.items() if count > 1}


def _fit(own: set[Trait], others: Sequence[set[Trait]]) -> Fit:
    if len(others) < _FEWEST:
        return Fit()
    counts = Counter(trait for one in others for trait in one)
    shared = {trait for trait, count in counts.items() if count >= _MOST * len(others)}
    numbers = {trait for trait in shared if trait[0] == "number"}
    return Fit(
        lacks=bool(shared) and not own & shared,
        unnumbered=bool(numbers) and not own & numbers,
        fits=any(trait[0] not in {"above", "number"} for trait in own & shared),
    )


def _traits(blocks: Sequence[Block], text: str) -> Iterator[Trait]:
    title = next((at for at, block in enumerate(blocks) if block.kind == "heading"), 0)
    if 0 < title <= _FEWEST:
        yield "above", "a line"
    if any(map(_counts, [block.text for block in blocks[:title]])) or text != without_number(text):
        yield "number", "one"
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


def _counts(line: str) -> bool:
    """Whether a line is a number, or a word and a number: *3*, *Casus 3*, *Praktijk IV*."""
    *words, last = line.split() or [""]
    return len(words) <= 1 and _NUMBER.fullmatch(last) is not None
