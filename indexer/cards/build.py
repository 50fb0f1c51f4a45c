"""Puts the card of a case together."""

from corpus import Card, Case
from indexer.cards.facts import manifest_values


def make_card(case: Case) -> Card:
    """The card of a case, as far as its manifest goes."""
    return Card(case=case.entry.id, values=manifest_values(case.entry))
