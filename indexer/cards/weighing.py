"""Weighs what a sentence shows for a field.

A field with weights in `cues.toml` takes the sum over its features: the weights are those of a
logistic regression, the threshold the log-odds from which on the field is told, less the intercept
(`tests/fit_cards.py`). A field of which too few sentences are known to fit anything adds up what it
finds by the same few constants. Both were set on half of the cases of the fictional casebook.
"""

from corpus import CardField
from indexer.cards.context import Context
from indexer.cards.cues import Cue, Signs
from indexer.cards.features import features
from indexer.segment import Sentence

_TERM = 1.0
_MOST_TERMS = 2
WEAK_TERM = 0.5
_MOST_WEAK = 2
_HEADING = 1.0
_NAMED = 2.5
_ADVICE = 2.0
_LEADING = 0.5
_ANNOUNCED = 2.5
_OUT_OF_PLACE = -0.75


def shown_by(sentence: Sentence, context: Context, signs: Signs) -> frozenset[str]:
    """The features of a sentence, whichever field it tells."""
    given = {
        "past": signs.past,
        "first": sentence.first,
        "advice": context.advice,
        "person": "initiatiefnemer" in signs.needed,
        "organisation": "partners" in signs.needed,
        "subject": "partners" in signs.leading,
    }
    known = frozenset(name for name, true in given.items() if true)
    return features(sentence.text, place=context.place, given=known)


def amounts(
    field: CardField, shown: frozenset[str], context: Context, signs: Signs
) -> dict[str, float]:
    """How much of each feature a sentence has: 1, but of the terms of the field up to 2."""
    found: dict[str, float] = dict.fromkeys(shown, 1.0)
    found["terms"] = min(_MOST_TERMS, len(signs.strong.get(field, ())))
    found["hints"] = min(_MOST_WEAK, len(signs.weak.get(field, ())))
    found["heading"] = float(field in context.under)
    found["label"] = float(field in context.named)
    found["announced"] = float(field in context.announced)
    return found


def weighed(cue: Cue, found: dict[str, float]) -> float:
    """The sum of the weights."""
    return sum(weight * found.get(name, 0.0) for name, weight in cue.weights.items())


def added(cue: Cue, context: Context, signs: Signs) -> float:
    """The score of a field without weights: its terms add up, whatever field they are of."""
    field = cue.field
    named = field in context.named
    if cue.needs and not named and field not in signs.needed:
        return 0.0
    first, last = cue.where
    score = _TERM * min(_MOST_TERMS, len(signs.strong.get(field, ())))
    score += WEAK_TERM * min(_MOST_WEAK, len(signs.weak.get(field, ())))
    score += _NAMED if named else _HEADING * (field in context.under)
    score += _ANNOUNCED * (field in context.announced)
    score += _LEADING * (field in signs.leading and field == "partners")
    score += _ADVICE * (context.advice and field == "lessen")
    return score + (0.0 if named or first <= context.place <= last else _OUT_OF_PLACE)
