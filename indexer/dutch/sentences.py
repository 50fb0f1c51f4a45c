"""Finds the sentences of a Dutch text: simplemma's splitter and a longer list of abbreviations."""

import re
from collections.abc import Iterator

# Abbreviations that are followed by a name or number and so never end a sentence. simplemma's own
# list leaves these out; from style guides of Dutch government and newspapers, by hand.
_NEVER_LAST = re.compile(
    r"\b(?:mevr|dhr|bijv|ca|prof|ing|p|pp|blz|art|resp|vgl|zgn|tel|jl|incl|excl|max|min|evt|m\.b\.t"
    r"|t\.a\.v|d\.w\.z|m\.n|i\.p\.v|b\.v)\.$",
    re.IGNORECASE,
)

_CLOSED = r"[\"'”’)\]]*$"  # what closes a quote or an aside stands behind the stop
_SENTENCE_END = re.compile(r"[.!?…]" + _CLOSED)
_CLAUSE_END = re.compile(r"[.!?…:;]" + _CLOSED)

# simplemma takes a number of one or two digits with a stop for an ordinal, as German writes these.
# Dutch writes 3e or derde: a number with a stop ends its sentence (`is 91. Uit`), unless it is the
# number of an item (`1. Zoek een plek`) or stands in a label (`Stap 2. Vraag het de buren`).
_BEHIND_NUMBER = re.compile(
    r"(?<![^\s(\[])(\d{1,2})\.[\"'”’»)\]]*\s+(?=[\"'“‘„«(\[]*(?:[A-ZÀ-ÖØ-Þ]|\d+ [a-zà-öø-þ]))"
)
_ITEM = re.compile(r"(?<!\S)(\d{1,2})\.(?=\s)")
_LABEL = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]\w{2,} )?[(\[]?")


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does: in a stop, quotes and brackets closed behind it."""
    return _SENTENCE_END.search(text) is not None


def ends_clause(text: str) -> bool:
    """Whether a text ends as a sentence does, or in a colon or semicolon: as no title does."""
    return _CLAUSE_END.search(text) is not None


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence begins and ends, in characters; they hold all but white space."""
    # Only a build finds sentences; a search need not wait for the import.
    from simplemma.sentences import split_sentences  # noqa: PLC0415

    items = frozenset(map(int, _ITEM.findall(text)))
    spans: list[tuple[int, int]] = []
    cursor = 0
    for piece in split_sentences(text, "nl"):
        for sentence in _at_numbers(piece, items):
            start = text.index(sentence, cursor)
            cursor = start + len(sentence)
            if spans and _NEVER_LAST.search(text[slice(*spans[-1])]):
                start = spans.pop()[0]
            spans.append((start, cursor))
    return tuple(spans)


def _at_numbers(text: str, items: frozenset[int]) -> Iterator[str]:
    """The sentences of a text that seems one, parted behind numbers that end them.

    Args:
        text: as simplemma parts it.
        items: the numbers with a stop around it; those that count on from 1 are numbers of items.
    """
    start = 0
    for match in _BEHIND_NUMBER.finditer(text):
        before, number = text[start : match.start()], int(match[1])
        counts_on = 1 in items and (number - 1 in items if number > 1 else number + 1 in items)
        opens = number == 1 and before.rstrip().endswith(":")
        if not (counts_on or opens or _LABEL.fullmatch(before)):
            yield text[start : match.end()].strip()
            start = match.end()
    yield text[start:]
