"""Reads the lines that have a label: *Doel: ...*, *Voor wie? ...*, *Opgericht in ...*, or a cell.

What stands behind the label is the value, and the quote has the label as it stands. A line may also
have its label from the line above it, as the definitions of a list on the web have.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from corpus import Evidence, Span
from corpus.models import BLOCK_SEPARATOR
from indexer.cards.labels import LabelList, Naming
from indexer.dutch import ends_clause, fold
from indexer.segment import Sentence

_OF_FACTS = frozenset({"box", "list-item", "table-row"})
"""Blocks of facts: there a label holds for all of its block, and may stand above its value."""

_LABEL = re.compile(r"([^\W\d][^:|.!?]{0,39}?)(\s?\?? ?:| \||\?)\s+(?=\S)")
_COLON = re.compile(r"\??:(?=\s)")
_CAPITAL = re.compile(r"(?<=\s)[^\W\d_a-z]")
_LONGEST_LINE = 12
_YEAR = re.compile(r"\b(?:19[5-9]|20[0-4])\d\b")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(
    r"(?:[Dd]e|[Hh]et|['’]t) "
    r"[A-Z\u00c0-\u00de][\w’'-]*(?: (?:(?:van|de|het|en|in|op) ){0,2}[A-Z\u00c0-\u00de][\w’'-]*)*"
)
"""A name with its article: *Het Donderdagkoor*."""

_NO_NAME = frozenset[str](
    {"aanleiding", "doel", "aanpak", "randvoorwaarden", "resultaat", "knelpunten", "lessen"}
)
"""Fields that a name by itself does not tell."""

_IN_FIGURES = frozenset({"financiering", "jaar", "resultaat"})
_OF_PEOPLE = frozenset[str](
    {"doelgroep", "initiatiefnemer", "uitvoerende-organisaties", "partners"}
)
_COUNT = re.compile(
    r"(?:(?:ongeveer|circa|ca\.?|ruim|bijna|gemiddeld|zo[’']n|maximaal|minimaal|jaarlijks) )*"
    r"\d[\d.,]*(?: ?(?:[–-]|tot|à) ?\d[\d.,]*)?\+?"
    r"(?: (?:per|elke?|iedere?) (?:dag|week|maand|kwartaal|seizoen|jaar|schooljaar|keer))?\.?",
    re.IGNORECASE,
)
"""How many, and in what time, but not of whom."""

_YEAR_FIELD = "jaar"
_AMOUNT = re.compile(r"(?:[^\W\d]+ )?(?:€ ?\d|\d[\d.,]* (?:euro|ton\b|miljoen))", re.IGNORECASE)
_MONEY_FIELD = "financiering"


class Labelled(NamedTuple):
    """What the label of a sentence says of it.

    Attributes:
        label: as it stands; empty without one.
        value: what stands behind it; empty where the label stands alone.
        evidence: the quote, with the label that stands right before it.
        fields: that the label names, if the value can be of them.
    """

    label: str
    value: str
    evidence: Evidence
    fields: frozenset[str] = frozenset()


def part_labels(sentences: Iterable[Sentence], labels: LabelList) -> tuple[Sentence, ...]:
    """The sentences, each line of facts that was read on the line before it by itself again.

    Lines of a box are not always known apart: *Start: 2019 Partners: de kerk*.
    """
    return tuple(part for sentence in sentences for part in _parted(sentence, labels))


def _parted(sentence: Sentence, labels: LabelList) -> Iterator[Sentence]:
    text = sentence.text
    starts = () if sentence.joined or sentence.label else _label_starts(text, labels)
    if not starts or not _LABEL.match(text):
        yield sentence
        return
    for start, end in pairwise((0, *starts, len(text))):
        part = text[start:end].rstrip()
        own = sentence.evidence
        first = own.span.start + start
        span = Span(own.span.page, first, first + len(part))
        quote = Evidence(part, own.document, own.page, span)
        yield replace(sentence, text=part, evidence=quote, first=sentence.first or start > 0)


def _label_starts(text: str, labels: LabelList) -> Sequence[int]:
    """Where labels begin within a text, each with a capital and before a colon.

    Beside one that is known, what looks like a label is one; beside the first, two are.
    """
    starts: list[int] = []
    known = done = 0
    for colon in _COLON.finditer(text):
        words = [match.start() for match in _CAPITAL.finditer(text, done, colon.start())]
        own = next((at for at in words if labels.is_label(text[at : colon.start()])), None)
        known += own is not None
        starts += [own] if own is not None else words[-1:]
        done = colon.end()
    first = _LABEL.match(text)
    is_known = first is not None and labels.is_label(first[1])
    return starts if known or (is_known and len(starts) > 1) else ()


def read_labels(sentences: Sequence[Sentence], labels: LabelList) -> tuple[Labelled, ...]:
    """What the label of each sentence of a case says of it, in their order."""
    lines = tuple(_lines(sentences, labels))
    found: list[Labelled] = []
    for _, group in groupby(zip(sentences, lines, strict=True), key=_beside):
        pairs = tuple(group)
        names = {
            line.label: labels.named_by(line.label, asked=sentence.kind in _OF_FACTS)
            for sentence, line in pairs
            if line.label
        }
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
        sentence: that has it.
        alone: whether it is nothing else.
        in_facts: whether it stands among facts.
        used: whether it has held for something already.
    """

    label: str
    sentence: Sentence
    alone: bool
    in_facts: bool
    used: bool = False


def _lines(sentences: Sequence[Sentence], labels: LabelList) -> Iterator[Labelled]:
    above: _Above | None = None
    for sentence, in_facts in zip(sentences, _among_facts(sentences, labels), strict=True):
        label, value = _own_label(sentence, labels, in_facts=in_facts)
        if label:
            yield Labelled(label, value, sentence.evidence)
            above = _Above(label, sentence, not value, in_facts)
        elif above and _holds(above, sentence, in_facts=in_facts):
            quote = sentence.evidence if above.used else _with_label(above, sentence)
            yield Labelled(above.label, sentence.text.lstrip(" |:"), quote)
            above = above._replace(used=True)
        else:
            yield Labelled("", "", sentence.evidence)
            above = None


def _among_facts(sentences: Sequence[Sentence], labels: LabelList) -> Iterator[bool]:
    """Whether each sentence is a fact by its block, or a line below or between lone labels."""
    alone = [one.first and labels.is_label(one.text) for one in sentences]
    beside = [
        one and any(alone[max(0, n - 2) : n] + alone[n + 1 : n + 3]) for n, one in enumerate(alone)
    ]
    for number, sentence in enumerate(sentences):
        is_below = number > 0 and beside[number - 1] and _is_line(sentence)
        yield sentence.kind in _OF_FACTS or beside[number] or is_below


def _is_line(sentence: Sentence) -> bool:
    return sentence.first and len(sentence.text.split()) <= _LONGEST_LINE


def _own_label(sentence: Sentence, labels: LabelList, *, in_facts: bool) -> tuple[str, str]:
    """The label that a sentence begins with and the rest of it."""
    text = sentence.text
    if sentence.label:
        rest = text.removeprefix(sentence.label).lstrip(" |:")
        return (sentence.label, rest) if sentence.first else ("", "")
    match = None if sentence.kind == "table-row" else _LABEL.match(text)
    if match and (match[2] != "?" or _is_label(match[1], sentence, labels)):
        return match[1], text[match.end() :]
    may_be_alone = sentence.first and (in_facts or text.endswith((":", "?")))
    if may_be_alone and _is_label(text, sentence, labels):
        return text, ""
    if in_facts and not ends_clause(text):
        label, _ = labels.opening(text)
        return label, text[len(label) :].lstrip()
    return "", ""


def _is_label(text: str, sentence: Sentence, labels: LabelList) -> bool:
    """Whether it is a label, or among facts a question that asks for a field."""
    is_question = sentence.kind in _OF_FACTS and "?" in sentence.text
    return labels.is_label(text) or (is_question and bool(labels.asked(text)))


def _holds(above: _Above, sentence: Sentence, *, in_facts: bool) -> bool:
    """Whether the label holds for a sentence without one: of its block, its list, the next line."""
    before = above.sentence
    if before.headings != sentence.headings:
        return False
    if not sentence.first:
        return sentence.kind in _OF_FACTS or (above.alone and not above.used)
    if above.alone and above.label.endswith(":") and sentence.kind == "list-item":
        return True
    is_next = above.alone and not above.used and sentence.kind == before.kind
    return is_next and in_facts and above.in_facts


def _with_label(above: _Above, sentence: Sentence) -> Evidence:
    """The quote of a sentence with the label right before it."""
    own, label = sentence.evidence, above.sentence.evidence
    gap = BLOCK_SEPARATOR if sentence.first else " "
    follows = (own.span.page, own.span.start) == (label.span.page, label.span.end + len(gap))
    if own.pieces or not (above.alone and follows):
        return own
    span = Span(own.span.page, label.span.start, own.span.end)
    return Evidence(f"{label.quote}{gap}{own.quote}", own.document, own.page, span)


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
    left = perhaps.difference(*(name.surely for name in others if len(name.surely) == 1))
    return surely or (left if others and len(left) == 1 else frozenset())


def _possible(fields: frozenset[str], value: str, sentence: Sentence) -> frozenset[str]:
    """Those of the fields that a value can be of: a year, words, and not the title again.

    What begins with an amount is what something costs, whoever it is paid for. How many they are is
    not who they are.
    """
    if not value or fold(value) in map(fold, sentence.headings[:1]):
        return frozenset()
    if _YEAR_FIELD in fields:
        has_year = _YEAR.search(value) is not None
        fields = frozenset({_YEAR_FIELD}) if has_year else fields - {_YEAR_FIELD}
    if fields and _AMOUNT.match(value):
        return fields & _IN_FIGURES or frozenset({_MONEY_FIELD})
    if _NAME.fullmatch(value.strip(" .")):
        return fields - _NO_NAME
    if _COUNT.fullmatch(value):
        fields -= _OF_PEOPLE
    return fields if _WORD.search(value) else fields & _IN_FIGURES
