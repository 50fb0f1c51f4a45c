"""Where each sentence of a case stands: under which heading or label, after what announcement."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.cards.cues import Cues, is_advice, is_told_about_it, split_label, tells_nothing
from indexer.dutch import fold
from indexer.segment import Sentence

_OPENING = 3
"""So many sentences below a heading that names a field tell it."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_QUOTES = "“”\"’' "


@dataclass(frozen=True, slots=True)
class Context:
    """Where a sentence stands.

    Attributes:
        place: in the case, from 0 to 1.
        under: the fields that its heading hints at.
        named: those that a label (*Doel: ...*) or a heading that is nothing else (*Doel*) names;
            of such a heading only for the first sentences below it.
        announced: those that a sentence before it in the paragraph announces.
        advice: whether it is an imperative.
        labelled: the fields that its own label names; it tells no others.
        year: the year that it names first, of what happened; None without one, and of a prize, a
            report and what else is told about a case.
        earliest: whether no sentence of the case names an earlier one.
    """

    place: float
    under: frozenset[str]
    named: frozenset[str]
    announced: frozenset[str]
    advice: bool
    labelled: frozenset[str] = frozenset()
    year: int | None = None
    earliest: bool = False


def contexts(sentences: Sequence[Sentence], cues: Cues) -> Iterator[tuple[Sentence, Context]]:
    """The sentences that can tell something, each with its context.

    Questions, mere announcements, lines of keywords, what is about the text itself, and quotes that
    are set apart and repeat the text tell nothing.
    """
    years = [year for sentence in sentences if (year := _year(sentence.text))]
    seen: set[str] = set()
    below: Counter[tuple[str, ...]] = Counter()
    announced: frozenset[str] = frozenset()
    for number, sentence in enumerate(sentences):
        key = fold(sentence.text).strip(_QUOTES)
        if key in seen:
            continue
        seen.add(key)
        below[sentence.headings] += 1
        announced = frozenset() if sentence.first else announced
        if new := cues.announced(sentence.text):
            announced |= new
        elif not (key.endswith("?") or tells_nothing(sentence.text)):
            heading = sentence.headings[-1] if len(sentence.headings) > 1 else ""
            opens = below[sentence.headings] <= _OPENING
            yield (
                sentence,
                Context(
                    place=number / max(1, len(sentences) - 1),
                    under=cues.under(heading),
                    named=_named(sentence.text, heading if opens else "", cues),
                    announced=announced,
                    advice=is_advice(sentence.text),
                    labelled=cues.under(split_label(sentence.text)[0]),
                    year=(year := _year(sentence.text)),
                    earliest=year == min(years, default=0),
                ),
            )


def _year(text: str) -> int | None:
    found = _YEAR.search(text)
    return int(found[0]) if found and not is_told_about_it(text) else None


def _named(text: str, heading: str, cues: Cues) -> frozenset[str]:
    by_label = cues.under(split_label(text)[0])
    return by_label | (cues.under(heading) if cues.is_label(heading) else frozenset())
