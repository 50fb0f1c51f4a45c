"""Dutch as data, and the one definition of a word.

Text and question are cut into words by the same function, `Analysis.words`: whatever finds a word
in a question finds it in a bundle. A word has a *form* (folded: without case, diacritics,
apostrophes and hyphens) and a *lemma* (the dictionary form, folded too); a compound has *parts*.

- `tokens` cuts text, `analysis` makes words of it; `lemma` brings a form to its lemma, `stems`
  takes endings off, `compounds` finds parts; `lexicon` opens what is known of words.
- `stopwords.toml`, `exceptions.toml`, `compounds.toml` and `placenames.toml` are data, each with
  its provenance; so are `words.txt.xz` and `forms.marisa`, with licences of their own beside them.
- `sentences` finds where sentences end, and knows what ends as one.
- `standing` tells whether a sentence makes sense without the one before it (`openings.toml`).
- `calendar` knows the months.
- `senses` says what kind of thing a word means, by `senses.toml`.
- `sounds` brings words that are easily misspelt for each other to one sound, by `sounds.toml`.
- `thesaurus` leads from the words of a question to concepts of the field and to other words for
  them; `thesaurus_file` reads and checks `thesaurus.toml`, after SKOS.

Nothing here reads a document or an index. Why lemmas and not a stemmer: no Dutch stemmer joins
*initiatief* with *initiatieven* or *kind* with *kinderen*, and on 101 questions of citizens lemmas
put the right answer higher (nDCG@10 .856 against .83 for Whoosh's own Dutch stemmer).
"""

from indexer.dutch.analysis import Analysis, Word, is_stop_word, load_analysis, place_aliases
from indexer.dutch.calendar import MONTHS
from indexer.dutch.compounds import Part, Split
from indexer.dutch.lemma import LemmaSource
from indexer.dutch.lexicon import Lexicon, load_lexicon, open_lexicon, save_lexicon
from indexer.dutch.senses import senses_of
from indexer.dutch.sentences import ends_clause, ends_sentence, sentence_spans
from indexer.dutch.sounds import sound_of
from indexer.dutch.standing import stands_alone
from indexer.dutch.thesaurus import Concept, Label, Mention, OtherName, Relation, Thesaurus
from indexer.dutch.thesaurus_file import (
    THESAURUS_NAME,
    load_thesaurus,
    open_thesaurus,
    save_thesaurus,
)
from indexer.dutch.tokens import fold

__all__ = [
    "MONTHS",
    "THESAURUS_NAME",
    "Analysis",
    "Concept",
    "Label",
    "LemmaSource",
    "Lexicon",
    "Mention",
    "OtherName",
    "Part",
    "Relation",
    "Split",
    "Thesaurus",
    "Word",
    "ends_clause",
    "ends_sentence",
    "fold",
    "is_stop_word",
    "load_analysis",
    "load_lexicon",
    "load_thesaurus",
    "open_lexicon",
    "open_thesaurus",
    "place_aliases",
    "save_lexicon",
    "save_thesaurus",
    "senses_of",
    "sentence_spans",
    "sound_of",
    "stands_alone",
]
