"""The card of a case: what the manifest says of it, and what its text can prove.

- `facts` turns what the manifest says into values of a card.
- `cues` finds how Dutch practice descriptions say each thing (`cues.toml`, `imperatives.toml`);
  `context` says under which heading, label or announcement a sentence stands; `told` takes from
  the text of a case what its cues support, each with its quote.
- `features` says what a sentence shows whichever field it tells (`features.toml`): tense, habit,
  numbers, place in the case; `weighing` scores a field by its cues and features, with weights that
  `tests/fit_cards.py` fits.
- `build` puts a card together, with the themes and target groups of the case.
"""

from indexer.cards.build import CardMaker, card_maker

__all__ = ["CardMaker", "card_maker"]
