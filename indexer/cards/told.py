"""Values of a card that the text of a case tells, each with the sentence that says so.

The model says how likely a sentence tells each field (`model`). What people write down so that it
is read by its name (a label, a heading that is nothing else, an announcement) counts beside that,
as no model learns from texts that have none of it. A sentence tells one field, or more where it
surely does; a field takes the likeliest few sentences, and one of less likelihood rather than none.
The quote is the whole sentence. The value is what stands behind a label, or the year, or the whole
sentence too, without the name of who says it or the mark of half a quotation: half of it may lack
what makes it an answer.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus import CARD_FIELDS, CardField, CardValue, Evidence
from indexer.cards.context import Context, contexts
from indexer.cards.cues import Cue, Cues, is_left_open, only_measures
from indexer.cards.features import features
from indexer.cards.model import Model, load_model
from indexer.cards.quotations import as_said, whole_quotations
from indexer.dutch import ends_clause, stands_alone
from indexer.segment import Sentence

THRESHOLD = 0.3
"""Log-odds from which on a field is told: what a card shows should be right, before it is much."""

FIRST = -0.3
"""The same for the likeliest sentence of a case, without which the field would be empty."""

SECOND = 1.5
"""Log-odds from which on a sentence tells another field than the one that it most likely tells."""

NAMED = 2.0
"""What is added where a heading or an announcement names the field."""

SHORT_AND_LEANING = 1.5
"""Log-odds from which on a short sentence tells a field that makes no sense without another."""

ASKED = (3.0, 1.0)
"""The same of the first sentences of an answer where the question asks for the field ..."""

ANSWERS_WHO = 0.5
"""... and the least of the first where it asks for *who*: a name shows no field."""

_WHO = frozenset[CardField](
    {"doelgroep", "initiatiefnemer", "uitvoerende-organisaties", "partners", "financiering"}
)

LABELLED = 9.0
"""The log-odds of what a label names: it is told."""

USUAL_LENGTH = 40
"""Sentences of the cases that the model was fitted on. A longer case does not say more, but says it
in more sentences, so that each of them less likely tells a field."""

MOST = 3
"""So many values has a field at most."""

MOST_OF: Mapping[CardField, int] = {"jaar": 1, "sociaal-kapitaal": 1}
"""Facts of one word: a sentence may tell one beside whatever else it tells."""

_OPEN_ENDS = ("-", ",")
_BOXED = frozenset({"box", "caption", "list-item", "margin-note"})
_SHORT = 8
"""Words: what a longer sentence lacks, a reader often makes up for."""


class Told(NamedTuple):
    """A sentence that tells a field.

    Attributes:
        log_odds: how likely it does.
        number: of the sentence in the case, from 0.
        field: that it tells.
        sentence: the sentence.
        context: where it stands.
    """

    log_odds: float
    number: int
    field: CardField
    sentence: Sentence
    context: Context

    @property
    def quote(self) -> Evidence:
        """Its quote, with the label where that names the field."""
        labelled = self.field in self.context.labelled
        return (self.context.evidence if labelled else None) or self.sentence.evidence


def told_values(sentences: Sequence[Sentence], cues: Cues) -> tuple[CardValue, ...]:
    """The values in the order of the fields, within a field in reading order."""
    by_field = {cue.field: cue for cue in cues.cues}
    quotations = whole_quotations(sentences)
    told = (
        one._replace(sentence=quotations.get(one.sentence.evidence.span) or one.sentence)
        for one in decide(weigh(sentences, cues, load_model()))
    )
    values = (
        CardValue(
            field=one.field,
            value=_value(one, by_field[one.field]),
            origin="text",
            evidence=one.quote,
        )
        for one in told
    )
    # Two sentences of one quotation are shown as one.
    return tuple(dict.fromkeys(values))


def weigh(sentences: Sequence[Sentence], cues: Cues, model: Model) -> Iterator[Told]:
    """How likely each sentence tells each field that it can tell."""
    able = tuple(contexts(sentences, cues))
    shown = [features(sentence, context, cues) for sentence, context in able]
    chances = model.told_fields(shown, [sentence.headings for sentence, _ in able])
    longer = math.log(max(1.0, len(able) / USUAL_LENGTH))
    quotations = whole_quotations(sentences)
    for number, ((sentence, context), likely) in enumerate(zip(able, chances, strict=True)):
        for cue in cues.cues:
            is_half = quotations.get(sentence.evidence.span, sentence) is None
            if not is_half and _can_tell(sentence, context, cue):
                log_odds = likely.get(cue.field, LABELLED) - longer
                log_odds = _with_context(log_odds, cue.field, context)
                yield Told(log_odds, number, cue.field, sentence, context)


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
            if one.log_odds >= (THRESHOLD if rank else FIRST) and not _says_too_little(one)
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
    if context.labelled:
        return cue.field in context.labelled and not is_left_open(context.value)
    if context.reply.fields and is_left_open(sentence.text):
        return False
    named = cue.field in context.named | context.under | context.announced
    if not (named or ends_clause(sentence.whole)):
        return False  # a title or an address
    if cue.value:
        return re.search(cue.value, sentence.text) is not None
    return not (_is_torn(sentence) or _is_bare_measure(sentence))


def _is_bare_measure(sentence: Sentence) -> bool:
    """Whether it is a number of a box that measures, and does not say what: *6,2 kilometer*."""
    return sentence.kind in _BOXED and only_measures(sentence.text)


def _says_too_little(told: Told) -> bool:
    """Whether it may tell the field, but only to who has read what stands before it."""
    context, text = told.context, told.sentence.whole
    is_sure = told.log_odds >= SHORT_AND_LEANING or told.field in MOST_OF
    is_said = told.field in context.labelled | context.reply.fields
    return not (is_sure or is_said or len(text.split()) > _SHORT or stands_alone(text))


def _is_torn(sentence: Sentence) -> bool:
    """Whether it is half a sentence, of which the other half was not found."""
    if sentence.joined:
        return False
    goes_on = sentence.first and sentence.kind == "paragraph" and sentence.text[:1].islower()
    return goes_on or sentence.text.endswith(_OPEN_ENDS)


def _with_context(log_odds: float, field: CardField, context: Context) -> float:
    if field in context.labelled:
        return LABELLED
    is_named = field in context.named or field in context.announced
    asked, place = context.reply
    is_asked = field in asked and place < len(ASKED)
    log_odds += max(NAMED * is_named, ASKED[place] if is_asked else 0.0)
    answers_who = is_asked and place == 0 and field in _WHO
    return max(log_odds, ANSWERS_WHO) if answers_who else log_odds


def _value(told: Told, cue: Cue) -> str:
    """What stands behind its label, the part that the field asks for, or the whole sentence."""
    is_labelled = cue.field in told.context.labelled
    text = told.context.value if is_labelled else as_said(told.sentence.whole)
    match = re.search(cue.value, text) if cue.value else None
    return match[0] if match else text
