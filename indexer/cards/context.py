"""Where each sentence of a case stands: under which heading or label, after what announcement."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus import Evidence
from indexer.cards.cues import Cues, is_advice, is_told_about_it, tells_nothing
from indexer.cards.interviews import Reply, replies
from indexer.cards.labelled import Labelled, read_labels
from indexer.dutch import fold
from indexer.segment import Sentence

_OPENING = 3
"""So many sentences below a heading that names a field tell it."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_QUOTES = "“”\"’' "
_NO_LETTERS = re.compile(r"[\W_]+")
_FEWEST_LETTERS = 20
"""So many letters are not in another sentence by chance."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where a sentence stands.

    Attributes:
        place: in the case, from 0 to 1.
        under: the fields that its heading hints at.
        named: those that a label (*Doel: ...*) or a heading that is nothing else (*Doel*) names;
            of such a heading only for the first sentences below it.
        announced: those that a sentence before it in the paragraph announces.
        reply: what it is asked by the question above it.
        advice: whether it is an imperative.
        labelled: the fields that its own label names; it tells no others.
        value: what stands behind its label; empty without one.
        evidence: its quote, with its label.
        year: the year that it names first, of what happened; None without one, and of a prize, a
            report and what else is told about a case.
        earliest: whether no sentence of the case names an earlier one.
    """

    place: float
    under: frozenset[str]
    named: frozenset[str]
    announced: frozenset[str]
    advice: bool
    reply: Reply = field(default_factory=Reply)
    labelled: frozenset[str] = frozenset()
    value: str = ""
    evidence: Evidence | None = None
    year: int | None = None
    earliest: bool = False


def contexts(sentences: Sequence[Sentence], cues: Cues) -> Iterator[tuple[Sentence, Context]]:
    """The sentences that can tell something, each with its context.

    Questions, mere labels and announcements, lines of keywords, what is about the text itself,
    footnotes, which mostly name a source of it, and quotes that are set apart and repeat the text
    tell nothing. What a footnote stands between is told as if it did not. What a label names is
    told, also where the text has it too, but no fact twice.
    """
    years = [year for sentence in sentences if (year := _year(sentence.text))]
    below: Counter[tuple[str, ...]] = Counter()
    announced: frozenset[str] = frozenset()
    lines = read_labels(sentences, cues.labels)
    repeated = _repeated(sentences) - _facts(lines)
    asked = replies(sentences, cues.labels)
    for number, (sentence, line, reply) in enumerate(zip(sentences, lines, asked, strict=True)):
        if number in repeated or sentence.kind == "footnote":
            continue
        below[sentence.headings] += sentence.kind != "margin-note"
        announced = frozenset() if sentence.first else announced
        if not line.fields and (new := cues.announced(sentence.text)):
            announced |= new
        elif not _says_nothing(sentence, line):
            heading = _heading_of(sentence)
            opens = below[sentence.headings] <= _OPENING
            yield (
                sentence,
                Context(
                    place=number / max(1, len(sentences) - 1),
                    under=cues.under(heading) | line.fields,
                    named=line.fields | _named(heading if opens else "", cues),
                    announced=announced,
                    advice=is_advice(sentence.text),
                    reply=reply,
                    labelled=line.fields,
                    value=line.value,
                    evidence=line.evidence,
                    year=(year := _year(sentence.text)),
                    earliest=year == min(years, default=0),
                ),
            )


def _heading_of(sentence: Sentence) -> str:
    """The heading that a sentence tells more of: none of the case itself, none of a margin note."""
    is_told = len(sentence.headings) > 1 and sentence.kind != "margin-note"
    return sentence.headings[-1] if is_told else ""


def _repeated(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The numbers of the sentences that others repeat, or have in them: pull quotes, mostly.

    What is set apart repeats the text, also where it stands before it; a short sentence must be
    the same.
    """
    keys = [_NO_LETTERS.sub("", fold(sentence.text)) for sentence in sentences]
    order = sorted(range(len(keys)), key=lambda n: (-len(keys[n]), _is_apart(sentences[n]), n))
    text = ""
    seen: set[str] = set()
    found: set[int] = set()
    for number in order:
        key = keys[number]
        if key in seen or (len(key) >= _FEWEST_LETTERS and key in text):
            found.add(number)
        seen.add(key)
        text += f"\n{key}"
    return frozenset(found)


def _facts(lines: Sequence[Labelled]) -> frozenset[int]:
    """The numbers of the lines whose label tells a field, each fact once."""
    facts = {(line.fields, fold(line.value)): n for n, line in reversed(tuple(enumerate(lines)))}
    return frozenset(number for (fields, _), number in facts.items() if fields)


def _is_apart(sentence: Sentence) -> bool:
    return sentence.kind in {"box", "caption", "margin-note", "quote"}


def _says_nothing(sentence: Sentence, line: Labelled) -> bool:
    is_question = sentence.text.rstrip(_QUOTES).endswith("?")
    return (
        is_question
        or (bool(line.label) and not line.value)
        or tells_nothing(sentence.text, line.label)
    )


def _year(text: str) -> int | None:
    found = _YEAR.search(text)
    return int(found[0]) if found and not is_told_about_it(text) else None


def _named(heading: str, cues: Cues) -> frozenset[str]:
    return cues.under(heading) if cues.is_label(heading) else frozenset()
