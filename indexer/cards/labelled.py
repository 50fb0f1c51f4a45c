"""Reads the lines that have a label: *Doel: ...*, *Voor wie? ...*, *Opgericht in ...*, or a cell.

What stands behind the label is the value, and the quote has the label as it stands. A line may also
have its label from the line above it, as the definitions of a list on the web have.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from corpus import Evidence, Span
from indexer.cards.labels import LabelList, Naming
from indexer.dutch import ends_clause, fold
from indexer.segment import Sentence

_OF_FACTS = frozenset({"box", "list-item", "table-row"})
"""Blocks of facts: there a label holds for all of its block, and may stand above its value."""

_LABEL = re.compile(r"([^\W\d][^:|.!?]{0,39}?)(\s?\?? ?:| \||\?)\s+(?=\S)")
_YEAR = re.compile(r"\b(?:19[5-9]|20[0-4])\d\b")
_WORD = re.compile(r"[^\W\d_]{3,}")
_IN_FIGURES = frozenset({"financiering", "jaar", "resultaat"})
_YEAR_FIELD = "jaar"


class Labelled(NamedTuple):
    """What the label of a sentence says of it.

    Attributes:
        label: as it stands; empty without one.
        value: what stands behind it; empty where the label stands alone.
        evidence: the quote, with the label where that stands before it in the same block.
        fields: that the label names, if the value can be of them.
    """

    label: str
    value: str
    evidence: Evidence
    fields: frozenset[str] = frozenset()


def read_labels(sentences: Sequence[Sentence], labels: LabelList) -> tuple[Labelled, ...]:
    """What the label of each sentence of a case says of it, in their order."""
    lines = tuple(_lines(sentences, labels))
    found: list[Labelled] = []
    for _, group in groupby(zip(sentences, lines, strict=True), key=_beside):
        pairs = tuple(group)
        names = {line.label: labels.named_by(line.label) for _, line in pairs if line.label}
        named = {label: _resolved(label, names) for label in names}
        for sentence, line in pairs:
            if line.label and not labels.is_head(line.value):
                fields = _possible(named[line.label], line.value, sentence)
                found.append(line._replace(fields=fields))
            else:
                found.append(line)
    return tuple(found)


class _Above(NamedTuple):
    """A label that may hold for what follows it.

    Attributes:
        label: as it stands.
        alone: the quote of a line that is nothing else.
        sentence: that has it.
        used: whether it has held for a block already.
    """

    label: str
    alone: Evidence | None
    sentence: Sentence
    used: bool = False


def _lines(sentences: Iterable[Sentence], labels: LabelList) -> Iterator[Labelled]:
    above: _Above | None = None
    for sentence in sentences:
        label, value = _own_label(sentence, labels)
        if label:
            yield Labelled(label, value, sentence.evidence)
            above = _Above(label, None if value else sentence.evidence, sentence)
        elif above and _holds(above, sentence):
            whole = _joined(above.alone, sentence) if not above.used else sentence.evidence
            yield Labelled(above.label, sentence.text, whole)
            above = above._replace(used=True)
        else:
            yield Labelled("", "", sentence.evidence)
            above = None


def _own_label(sentence: Sentence, labels: LabelList) -> tuple[str, str]:
    """The label that a sentence begins with and the rest of it."""
    text = sentence.text
    if sentence.label:
        rest = text.removeprefix(sentence.label) if sentence.first else text
        return (sentence.label, rest.lstrip(" |:")) if sentence.first else ("", "")
    match = None if sentence.kind == "table-row" else _LABEL.match(text)
    if match and (match[2] != "?" or labels.is_label(match[1])):
        return match[1], text[match.end() :]
    in_facts = sentence.kind in _OF_FACTS
    if (in_facts or text.endswith((":", "?"))) and sentence.first and labels.is_label(text):
        return text, ""
    if in_facts and not ends_clause(text):
        label, _ = labels.opening(text)
        return label, text[len(label) :].lstrip()
    return "", ""


def _holds(above: _Above, sentence: Sentence) -> bool:
    """Whether the label holds for a sentence without one: of its block, its list, the next line."""
    before = above.sentence
    if before.headings != sentence.headings:
        return False
    if not sentence.first:
        return sentence.kind in _OF_FACTS or (above.alone is not None and not above.used)
    if above.alone and above.label.endswith(":") and sentence.kind == "list-item":
        return True
    return bool(above.alone) and not above.used and sentence.kind == before.kind in _OF_FACTS


def _joined(alone: Evidence | None, sentence: Sentence) -> Evidence:
    """The quote of a sentence, with the label before it where only a space is between."""
    own = sentence.evidence
    if alone is None or sentence.first or own.span.start != alone.span.end + 1:
        return own
    span = Span(own.span.page, alone.span.start, own.span.end)
    return Evidence(f"{alone.quote} {own.quote}", own.document, own.page, span)


def _beside(pair: tuple[Sentence, Labelled]) -> Hashable:
    """What the lines of one box, table or list have in common, and labelled lines in a row."""
    sentence, line = pair
    if sentence.kind in _OF_FACTS:
        return sentence.headings, sentence.kind
    return sentence.headings, bool(line.label)


def _resolved(label: str, names: Mapping[str, Naming]) -> frozenset[str]:
    """The fields that a label names; of those it may name the one that no label beside it does."""
    surely, perhaps = names[label]
    others = [name for other, name in names.items() if other != label]
    left = perhaps.difference(*(name.surely for name in others))
    return surely or (left if others and len(left) == 1 else frozenset())


def _possible(fields: frozenset[str], value: str, sentence: Sentence) -> frozenset[str]:
    """Those of the fields that a value can be of: a year, words, and not the title again."""
    if not value or fold(value) in map(fold, sentence.headings[:1]):
        return frozenset()
    if _YEAR_FIELD in fields:
        has_year = _YEAR.search(value) is not None
        fields = frozenset({_YEAR_FIELD}) if has_year else fields - {_YEAR_FIELD}
    return fields if _WORD.search(value) else fields & _IN_FIGURES
