"""Values of a card that the text of a case tells, each with the sentence that says so.

Every sentence is scored for every field by its cues (`cues.toml`, `weighing`): the terms in it, the
heading or label it stands under, whether it is advice, where in the case it stands, its tense and
numbers. What reaches the threshold is a value, the clearest of each field first; the quote is the
whole sentence, the value that part of it which has the cues.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import CARD_FIELDS, CardField, CardValue
from indexer.cards.context import Context, contexts
from indexer.cards.cues import Cue, Cues, Signs, is_left_open, split_label
from indexer.cards.weighing import WEAK_TERM, added, amounts, shown_by, weighed
from indexer.segment import Sentence

_SECOND_BEST = 0.5
"""A sentence also tells a field that scores so little below its best one."""

_SHORTEST_VALUE = 12
_JOINT = re.compile(r"(?<=[;:])\s+|\s+[–—]\s+")


@dataclass(frozen=True, slots=True)
class _Told:
    score: float
    number: int
    sentence: Sentence
    cue: Cue


def told_values(sentences: Sequence[Sentence], cues: Cues) -> tuple[CardValue, ...]:
    """The values in the order of the fields, within a field in reading order."""
    by_field: dict[CardField, list[_Told]] = defaultdict(list)
    for number, (sentence, context) in enumerate(contexts(sentences, cues)):
        for told in _fields(number, sentence, context, cues):
            by_field[told.cue.field].append(told)
    return tuple(
        _value(told.sentence, told.cue, cues)
        for field in CARD_FIELDS
        for told in _clearest(by_field.get(field, ()))
    )


def _fields(number: int, sentence: Sentence, context: Context, cues: Cues) -> Iterator[_Told]:
    """The fields that a sentence tells."""
    if is_left_open(sentence.text):
        return
    signs = cues.signs(sentence.text)
    open_to = [
        cue
        for cue in cues.cues
        if (not context.labelled or cue.field in context.labelled)
        and (not cue.value or re.search(cue.value, sentence.text))
    ]
    by_hand = [(added(cue, context, signs), cue) for cue in open_to if not cue.weights]
    best = max((score for score, _ in by_hand), default=0.0)
    for score, cue in by_hand:
        if score >= max(cue.threshold, best - _SECOND_BEST):
            yield _Told(score, number, sentence, cue)
    shown = shown_by(sentence, context, signs)
    for cue in open_to:
        score = weighed(cue, amounts(cue.field, shown, context, signs))
        if cue.weights and score >= cue.threshold:
            yield _Told(score, number, sentence, cue)


def _clearest(told: Sequence[_Told]) -> list[_Told]:
    """The best of a field, back in reading order."""
    ranked = sorted(told, key=lambda one: (-one.score, one.number))
    return sorted(ranked[: told[0].cue.most] if told else [], key=lambda one: one.number)


def _value(sentence: Sentence, cue: Cue, cues: Cues) -> CardValue:
    return CardValue(
        field=cue.field,
        value=_short(sentence.text, cue, cues),
        origin="text",
        evidence=sentence.evidence,
    )


def _short(text: str, cue: Cue, cues: Cues) -> str:
    """The part of a sentence that has the cues, as it stands there."""
    if cue.value and (match := re.search(cue.value, text)):
        return match[0]
    label, rest = split_label(text)
    if cue.field in cues.under(label):
        return rest.strip()
    parts = [part.strip(' ;“”"') for part in _JOINT.split(text)]
    long_enough = [part for part in parts if len(part) >= _SHORTEST_VALUE]
    return max(long_enough, key=lambda part: _weight(cues.signs(part), cue), default=text)


def _weight(signs: Signs, cue: Cue) -> float:
    return len(signs.strong.get(cue.field, ())) + WEAK_TERM * len(signs.weak.get(cue.field, ()))
