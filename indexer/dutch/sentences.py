"""Finds the sentences of a Dutch text: simplemma's splitter and a longer list of abbreviations."""

import re

# Abbreviations that are followed by a name or number and so never end a sentence. simplemma's own
# list leaves these out; from style guides of Dutch government and newspapers, by hand.
_NEVER_LAST = re.compile(
    r"\b(?:mevr|dhr|bijv|ca|prof|ing|p|pp|blz|art|resp|vgl|zgn|tel|jl|incl|excl|max|min|evt|m\.b\.t"
    r"|t\.a\.v|d\.w\.z|m\.n|i\.p\.v|b\.v)\.$",
    re.IGNORECASE,
)

_CLOSED = r"[\"'”’)\]]*$"  # what closes a quote or an aside stands behind the stop
_SENTENCE_END = re.compile(r"[.!?…]" + _CLOSED)
_CLAUSE_END = re.compile(r"[.!?…:;]" + _CLOSED)


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does: in a stop, quotes and brackets closed behind it."""
    return _SENTENCE_END.search(text) is not None


def ends_clause(text: str) -> bool:
    """Whether a text ends as a sentence does, or in a colon or semicolon: as no title does."""
    return _CLAUSE_END.search(text) is not None


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence begins and ends, in characters; they hold all but white space."""
    # Only a build finds sentences; a search need not wait for the import.
    from simplemma.sentences import split_sentences  # noqa: PLC0415

    spans: list[tuple[int, int]] = []
    cursor = 0
    for sentence in split_sentences(text, "nl"):
        start = text.index(sentence, cursor)
        cursor = start + len(sentence)
        if spans and _NEVER_LAST.search(text[slice(*spans[-1])]):
            start = spans.pop()[0]
        spans.append((start, cursor))
    return tuple(spans)
