"""The dictionary as the readers ask it: is this a word?

Extraction stands on `indexer.dutch` for this alone: whether a hyphen at a line end belongs to a
word is a question about Dutch, and there is one dictionary in the program. Decoding it takes half a
second and 60 MB, so it is opened by the first question: a file without a doubtful hyphen never
pays for it.
"""


def is_known(word: str) -> bool:
    """Whether a word in lower case stands in the Dutch dictionary, as such or with a capital."""
    from indexer.dutch.lexicon import load_lemmas  # noqa: PLC0415  # opened when it is needed

    forms = load_lemmas()
    return word in forms or word.capitalize() in forms
