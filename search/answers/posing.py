"""Poses a question of an index: which of its words are met there, and what each counts.

A word counts by how rare it is. A verb counts less than a noun: the answer tells the same thing
with another verb more often than of another thing. A compound that no text has is asked for by its
parts: who asks for the meubelwerkplaats means the werkplaats where a meubel is made.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from indexer.dutch import senses_of
from search.answers.question import Posed, asked_for, is_light, verb_senses
from search.clauses import Clause, any_of
from search.collection import Collection
from search.lookup import pose

WIDER = frozenset({"broader", "related"})
"""Other names that do not say the same: they find a passage, and do not prove that it answers."""

_VERB = 0.5
"""What a verb counts, as a share of what a noun as rare does."""

_ARTICLE = "(?:de|het|een)"
"""A compound behind it names a thing: *de erfgenoten* have nothing of *genieten*."""

_INFINITIVE = "n"
"""What the lemma of every verb of Dutch ends in."""


def pose_question(collection: Collection, question: str) -> Posed:
    """The question with what each of its clauses counts."""
    query, _ = pose(collection, question)
    asked = asked_for(query.text)
    split = {
        clause.text: parts
        for clause in query.clauses
        if (parts := tuple(_parts(collection, clause))) and not _proving(collection, clause)
    }
    if split:
        query, _ = pose(
            collection, " ".join((question, *(p for parts in split.values() for p in parts)))
        )
    weights = [
        0.0
        if clause.text in split or clause.text.lower() in asked.answered
        else _weight(collection, clause, question)
        for clause in query.clauses
    ]
    return Posed(query, asked, weights)


def _parts(collection: Collection, clause: Clause) -> Iterator[str]:
    """The parts of a compound, none of another word or of several."""
    words = collection.analysis.words(clause.text)
    if len(words) == 1:
        yield from words[0].parts


def _weight(collection: Collection, clause: Clause, question: str) -> float:
    """Weight of a clause: log(1 + passages / passages with it), the idf of Robertson (2004).

    What only another name meets that does not say the same does not count: the question is for the
    word itself. One that no passage meets weighs as if half a passage did. A verb counts less.
    """
    passages = sum(info.passages for info in collection.catalogue.documents)
    rarity = math.log(1 + passages / (_proving(collection, clause) or 0.5))
    is_thing = any(_parts(collection, clause)) and re.search(
        rf"\b{_ARTICLE} {re.escape(clause.text)}\b", question, re.IGNORECASE
    )
    return rarity if is_thing or not is_verb(collection, clause) else _VERB * rarity


def _proving(collection: Collection, clause: Clause) -> int:
    """How many passages meet a clause by a way that proves."""
    ways = tuple(way for way in clause.ways if way.kind not in WIDER)
    return collection.engine.find(any_of((replace(clause, ways=ways),)), limit=0).total


def is_verb(collection: Collection, clause: Clause) -> bool:
    """Whether a clause is a word that, as far as is known, only says what somebody does."""
    if is_light(clause.text):
        return True
    words = collection.analysis.words(clause.text)
    if len(words) != 1 or not clause.text.islower() or not words[0].lemma.endswith(_INFINITIVE):
        return False
    senses = senses_of(words[0])
    return bool(senses) and verb_senses().issuperset(senses)
