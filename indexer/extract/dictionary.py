"""The dictionary as the readers ask it: is this a word?

Extraction stands on `indexer.dutch` for this alone: whether a hyphen at a line end belongs to a
word is a question about Dutch, and there is one dictionary in the program. To decode it would take
half a second and 60 MB for each file; so its forms lie ready to be looked up (`known_forms`).
"""

from indexer.dutch.lexicon import known_forms


def is_known(word: str) -> bool:
    """Whether a word in lower case stands in the Dutch dictionary, as such or with a capital."""
    forms = known_forms()
    return word in forms or word.capitalize() in forms
