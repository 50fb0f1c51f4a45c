"""The invented cases of `casebooks/`, told under heads of any sort, for documents of one case."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from casebooks import TaggedCase, casebooks

_TEXTS = Path(__file__).parent / "single_texts.toml"
_HANDS = {
    "development": ("hand-1", "hand-3", "hand-4", "hand-6", "hand-28", "hand-36"),
    "held-out": ("hand-14", "hand-16", "hand-17", "hand-19", "hand-34", "hand-43"),
}

Half = Literal["development", "held-out"]
Heads = Literal["rubric", "own-rubric", "questions", "labels", "free", "none"]
"""Heads that all cases share and that name fields of a card, that they share and that name none,
that ask, labels of facts before the text, heads of each case's own, no heads."""


@dataclass(frozen=True, slots=True)
class Section:
    """A head, empty for what stands below the title, and its paragraphs."""

    head: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A document's text: a case, or what is none.

    Attributes:
        name: of its file, without ending.
        title: of it.
        town: where it is; empty for what is no case.
        year: of its beginning.
        facts: labels with their values.
        sections: in reading order.
    """

    name: str
    title: str
    town: str
    year: int
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]


@cache
def words_of(half: Half) -> dict[str, Any]:
    """What one half has beside cases."""
    own: dict[str, Any] = tomllib.loads(_TEXTS.read_text("utf-8"))[half]
    return own


def texts() -> Sequence[Path]:
    """The files that the documents are made of, but for the casebooks."""
    return (_TEXTS,)


def cases_of(half: Half, hand: int, count: int, heads: Heads, *, short: bool) -> tuple[Told, ...]:
    """So many cases by one hand.

    Args:
        half: of the hands.
        hand: which of them.
        count: of cases, those without heads of their own left out.
        heads: under which they are told.
        short: whether each section keeps its first paragraph only.
    """
    book = casebooks()[_HANDS[half][hand % len(_HANDS[half])]]
    headed = [one for one in book if one.markdown.count("\n## ") > 1]
    towns = words_of(half)["towns"]
    return tuple(
        _told(half, one, heads, towns[at % len(towns)], at, short=short)
        for at, one in enumerate(headed[:count])
    )


def others_of(half: Half) -> tuple[Told, ...]:
    """The pages of a half that are no case."""
    return tuple(
        Told(one["name"], one["title"], "", 0, (), (Section("", tuple(one["text"])),))
        for one in words_of(half)["others"]
    )


def _told(  # noqa: PLR0913  # a case has as many sides
    half: Half, case: TaggedCase, heads: Heads, town: str, at: int, *, short: bool
) -> Told:
    words = words_of(half)
    values = (town, "alle bewoners", "een groep buren", f"{4 + at}.500 euro", str(2014 + at))
    facts = tuple(zip(words["labels"], values, strict=True)) if heads == "labels" else ()
    own = list(_sections(case.markdown, short=short))
    return Told(
        f"{at + 1:02}-"
        + "-".join("".join(filter(str.isalnum, word)) for word in case.title.split()),
        case.title,
        town,
        2014 + at,
        facts,
        tuple(_headed(own, heads, words)),
    )


def _headed(own: Sequence[Section], heads: Heads, words: dict[str, Any]) -> Iterator[Section]:
    """The sections under the heads that are asked for; what is over goes under the last."""
    if heads in {"none", "labels"}:
        yield Section("", tuple(text for section in own for text in section.text))
        return
    if heads == "free":
        yield from own
        return
    given = words[heads.replace("-", "_")]
    lead = [section for section in own if not section.head]
    rest = [section for section in own if section.head]
    yield from lead
    for at, head in enumerate(given[: len(rest)]):
        last = at == min(len(given), len(rest)) - 1
        yield Section(
            head, tuple(t for one in rest[at : None if last else at + 1] for t in one.text)
        )


def _sections(markdown: str, *, short: bool) -> Iterator[Section]:
    head, text = "", list[str]()
    for block in filter(None, map(str.strip, markdown.split("\n")[1:])):
        if block.startswith("## "):
            if text:
                yield Section(head, tuple(text[:1] if short else text))
            head, text = block.removeprefix("## "), []
        else:
            text.append(block.removeprefix("- "))
    if text:
        yield Section(head, tuple(text[:1] if short else text))
