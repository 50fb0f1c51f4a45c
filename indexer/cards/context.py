"""Where each sentence of a case stands: under which heading or label, after what announcement."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.cards.cues import Cues, is_advice, split_label, tells_nothing
from indexer.dutch import fold
from indexer.segment import Sentence

_OPENING = 3
"""So many sentences below a heading that names a field tell it."""

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
    """

    place: float
    under: frozenset[str]
    named: frozenset[str]
    announced: frozenset[str]
    advice: bool
    labelled: frozenset[str] = frozenset()


def contexts(sentences: Sequence[Sentence], cues: Cues) -> Iterator[tuple[Sentence, Context]]:
    """The sentences that can tell something, each with its context.

    Questions, mere announcements, lines of keywords, and quotes that are set apart and repeat the
    text tell nothing.
    """
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
                ),
            )


def _named(text: str, heading: str, cues: Cues) -> frozenset[str]:
    by_label = cues.under(split_label(text)[0])
    return by_label | (cues.under(heading) if cues.is_label(heading) else frozenset())
