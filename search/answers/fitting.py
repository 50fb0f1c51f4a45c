"""Says how well a sentence has the kind of answer that a question asks for.

A line of a box, a list or a table is no sentence, and tells most of all when, who, where and how
many: *Leden: 54*. It may answer where it is a whole block; a paragraph that a page end cuts may
not.
"""

import re
from typing import NamedTuple

from corpus import Document, Span
from corpus.models import BLOCK_SEPARATOR
from indexer.cards import tells_nothing
from indexer.dutch import ends_sentence, senses_of
from search.answers.counting import counts
from search.answers.question import Asked, Posed
from search.collection import Collection

_FACTS = frozenset({"box", "list-item", "table-row"})
_ADDRESS = re.compile(r"(?:https?://|www\.)?\S+\.\S+/\S*")
_WORD = re.compile(r"[^\W\d_]{3}")

_TOLD = 1.25
_COUNTED = 1.5
_SHAPE = 0.5
_KIND = 0.5
_FACT = 0.25
_REPLIES = 1.25
"""What each of `Fit` counts: as many times the weight of the rarest word of the question."""


class Fit(NamedTuple):
    """What a sentence has of the kind of answer that is asked for.

    Attributes:
        told: it tells a field of the card that is asked for.
        fact: it is a line of a box, list or table.
        shape: it has the shape of such an answer: a year, a sum.
        kind: it names a thing of the kind that is asked for: a person, a building.
        counted: a number stands in it with a word of which a number is asked for.
        replies: how surely it replies to such a question in the text itself, to 1.
    """

    told: bool
    fact: bool
    shape: bool
    kind: bool
    counted: bool
    replies: float = 0.0

    @property
    def worth(self) -> float:
        """What it counts, in weights of the rarest word of the question; 0 for nothing."""
        return (
            _TOLD * self.told
            + _FACT * self.fact
            + _SHAPE * self.shape
            + _KIND * self.kind
            + _COUNTED * self.counted
            + _REPLIES * self.replies
        )


def is_fact(document: Document, span: Span, text: str) -> bool:
    """Whether a text is a whole line of a box, list or table that tells something.

    One that tells of the text is none: *Trefwoorden: eten, ouderen*; nor is an address, nor a word
    that a box has by itself, as the label above its value: *Wijk*.
    """
    if ends_sentence(text) or text.endswith(":") or not _WORD.search(text):
        return False
    if _ADDRESS.fullmatch(text) or tells_nothing(text, text.partition(":")[0]):
        return False
    offset = 0
    for block in document.pages[span.page].blocks:
        if offset == span.start and offset + len(block.text) == span.end:
            return block.kind in _FACTS and (block.kind != "box" or " " in text)
        offset += len(block.text) + len(BLOCK_SEPARATOR)
    return False


def read_fit(collection: Collection, posed: Posed, text: str, *, told: bool, fact: bool) -> Fit:
    """What a text has of the answer, where it is known what it tells and whether it is a fact."""
    return Fit(
        told=told,
        fact=fact,
        shape=posed.asked.fits(text),
        kind=_names_kind(collection, posed.asked, text),
        counted=counts(collection, posed, text),
    )


def _names_kind(collection: Collection, asked: Asked, text: str) -> bool:
    """Whether it names a thing of a kind that is asked for: a person, a building."""
    words = collection.analysis.words(text) if asked.senses else ()
    return any(not asked.senses.isdisjoint(senses_of(word)) for word in words)
