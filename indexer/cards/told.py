"""Values of a card that the text of a case tells, each with the sentence that says so.

The model says how likely a sentence tells each field (`model`). What people write down so that it
is read by its name (a label, a heading that is nothing else, an announcement) counts beside that,
as no model learns from texts that have none of it. A sentence tells one field, or more where it
surely does; a field takes the likeliest few sentences, and one of less likelihood rather than none.
The quote is the whole sentence, the value that part of it which has the terms of the field.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus import CARD_FIELDS, CardField, CardValue
from indexer.cards.context import Context, contexts
from indexer.cards.cues import Cue, Cues, is_left_open, split_label
from indexer.cards.features import features
from indexer.cards.model import Model, load_model
from indexer.dutch import ends_clause
from indexer.segment import Sentence

THRESHOLD = 0.3
"""Log-odds from which on a field is told: what a card shows should be right, before it is much."""

FIRST = -0.3
"""The same for the likeliest sentence of a case, without which the field would be empty."""

SECOND = 1.5
"""Log-odds from which on a sentence tells another field than the one that it most likely tells."""

NAMED = 2.0
"""What is added where a heading or an announcement names the field."""

LABELLED = 9.0
"""The log-odds of what a label names: it is told."""

USUAL_LENGTH = 40
"""Sentences of the cases that the model was fitted on. A longer case does not say more, but says it
in more sentences, so that each of them less likely tells a field."""

MOST = 3
"""So many values has a field at most."""

MOST_OF: Mapping[CardField, int] = {"jaar": 1, "sociaal-kapitaal": 1}
"""Facts of one word: a sentence may tell one beside whatever else it tells."""

_SHORTEST_VALUE = 12
_JOINT = re.compile(r"(?<=;)\s+|\s+[–—]\s+")


class Told(NamedTuple):
    """A sentence that tells a field.

    Attributes:
        log_odds: how likely it does.
        number: of the sentence in the case, from 0.
        field: that it tells.
        sentence: the sentence.
    """

    log_odds: float
    number: int
    field: CardField
    sentence: Sentence


def told_values(sentences: Sequence[Sentence], cues: Cues) -> tuple[CardValue, ...]:
    """The values in the order of the fields, within a field in reading order."""
    by_field = {cue.field: cue for cue in cues.cues}
    return tuple(
        CardValue(
            field=one.field,
            value=_short(one.sentence.text, by_field[one.field], cues),
            origin="text",
            evidence=one.sentence.evidence,
        )
        for one in decide(weigh(sentences, cues, load_model()))
    )


def weigh(sentences: Sequence[Sentence], cues: Cues, model: Model) -> Iterator[Told]:
    """How likely each sentence tells each field that it can tell."""
    able = tuple(contexts(sentences, cues))
    shown = [features(sentence, context, cues) for sentence, context in able]
    chances = model.told_fields(shown, [sentence.headings for sentence, _ in able])
    longer = math.log(max(1.0, len(able) / USUAL_LENGTH))
    for number, ((sentence, context), likely) in enumerate(zip(able, chances, strict=True)):
        for cue in cues.cues:
            if _can_tell(sentence, context, cue):
                log_odds = likely.get(cue.field, LABELLED) - longer
                log_odds = _with_context(log_odds, cue.field, context)
                yield Told(log_odds, number, cue.field, sentence)


def decide(weighed: Iterable[Told]) -> Iterator[Told]:
    """What is told: the likeliest of each field, back in reading order."""
    by_field: dict[CardField, list[Told]] = defaultdict(list)
    for one in _likeliest_fields(weighed):
        by_field[one.field].append(one)
    for field in CARD_FIELDS:
        ranked = sorted(by_field[field], key=lambda one: (-one.log_odds, one.number))
        told = [
            one
            for rank, one in enumerate(ranked[: MOST_OF.get(field, MOST)])
            if one.log_odds >= (THRESHOLD if rank else FIRST)
        ]
        yield from sorted(told, key=lambda one: one.number)


def _likeliest_fields(weighed: Iterable[Told]) -> Iterator[Told]:
    """Of each sentence its facts, the field it most likely tells, and others it surely does."""
    by_sentence: dict[int, list[Told]] = defaultdict(list)
    for one in weighed:
        if one.field in MOST_OF:
            yield one
        else:
            by_sentence[one.number].append(one)
    for fields in by_sentence.values():
        best = max(one.log_odds for one in fields)
        yield from (one for one in fields if one.log_odds >= min(best, SECOND))


def _can_tell(sentence: Sentence, context: Context, cue: Cue) -> bool:
    if is_left_open(sentence.text) or (context.labelled and cue.field not in context.labelled):
        return False
    named = cue.field in context.named | context.under | context.announced
    if not (named or ends_clause(sentence.whole)):
        return False  # a title or an address
    return not cue.value or bool(re.search(cue.value, sentence.text))


def _with_context(log_odds: float, field: CardField, context: Context) -> float:
    if field in context.labelled:
        return LABELLED
    return log_odds + NAMED * (field in context.named or field in context.announced)


def _short(text: str, cue: Cue, cues: Cues) -> str:
    """The part of a sentence that has the terms, as it stands there."""
    if cue.value and (match := re.search(cue.value, text)):
        return match[0]
    label, rest = split_label(text)
    if cue.field in cues.under(label):
        return rest.strip()
    parts = [part.strip(' ;“”"') for part in _JOINT.split(text)]
    long_enough = [part for part in parts if len(part) >= _SHORTEST_VALUE]
    return max(long_enough, key=lambda part: cues.terms(part).get(cue.field, 0), default=text)
