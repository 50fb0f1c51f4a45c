"""The card of a case: what the manifest says of it, and what its text can prove.

- `facts` turns what the manifest says into values of a card; `whereabouts` adds what the text
  surely says of the place.
- `cues` finds how Dutch practice descriptions say each thing (`cues.toml`, `imperatives.toml`);
  `labels` knows the labels of fact boxes and tables, `questions` what a question asks for
  (`questions.toml`), `labelled` reads the lines that have a label;
  `interviews` tells which question a sentence answers;
  `context` says under which heading, label or announcement a sentence stands.
- `features` says what a sentence shows whichever field it tells: its words and pairs of words,
  tense, habit, numbers, place in the case (`features.toml`).
- `model` says how likely a sentence tells each field, by that and by the sentences around it, with
  weights that `tests/fit_cards.py` fits on casebooks written and tagged for it.
- `quotations` takes the sentences of a quotation together: a card shows it whole.
- `told` decides which of these sentences the card shows, and what in them is the value.
- `proof` puts the quotes of a label in order by what the card quotes.
- `build` puts a card together, with the themes and target groups of the case.
"""

from indexer.cards.build import CardMaker, card_maker
from indexer.cards.cues import tells_nothing
from indexer.cards.whereabouts import with_place

__all__ = ["CardMaker", "card_maker", "tells_nothing", "with_place"]
