"""The card of a case: what the manifest says of it, and what its text can prove.

- `facts` turns what the manifest says into values of a card.
- `build` puts a card together, with the themes and target groups of the case.
"""

from indexer.cards.build import CardMaker, card_maker

__all__ = ["CardMaker", "card_maker"]
