"""The card of a case: what the manifest says of it, and what its text can prove.

- `facts` turns what the manifest says into values of a card.
- `build` puts a card together.
"""

from indexer.cards.build import make_card

__all__ = ["make_card"]
