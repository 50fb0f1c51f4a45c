"""Puts the proof of a label in order by what the card quotes. Pure."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from corpus import CardField, CardValue, Evidence, Label
from indexer.vocabulary import Kind

_AMONG = 3
"""Of so many of the best quotes, what the card quotes comes first: less good ones stay behind."""

_TELLING: Mapping[Kind, frozenset[CardField]] = {
    "themes": frozenset({"aanleiding", "doel", "aanpak", "werkzame-elementen", "resultaat"}),
    "target_groups": frozenset({"doelgroep"}),
}
"""The fields that tell what a case is about, and for whom it is."""


def proven_by_card(
    kind: Kind, labels: Sequence[Label], values: Sequence[CardValue]
) -> tuple[Label, ...]:
    """The labels, each with those of its best quotes first that a field of the card quotes too.

    A sentence that tells the aim of a case shows its theme better than one that names it by the
    way.
    """
    quoted = [one.evidence for one in values if one.field in _TELLING[kind] and one.evidence]
    return tuple(
        msgspec.structs.replace(label, evidence=_ordered(label.evidence, quoted))
        for label in labels
    )


def _ordered(proof: Sequence[Evidence], quoted: Collection[Evidence]) -> tuple[Evidence, ...]:
    best = sorted(proof[:_AMONG], key=lambda one: not any(_overlap(one, other) for other in quoted))
    return (*best, *proof[_AMONG:])


def _overlap(one: Evidence, other: Evidence) -> bool:
    same_page = (one.document, one.span.page) == (other.document, other.span.page)
    return same_page and one.span.start < other.span.end and other.span.start < one.span.end
