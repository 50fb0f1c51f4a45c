"""A thesaurus of the field: from the words of a question to concepts, and to other words for them.

Pure. `indexer.dutch.thesaurus_file` reads it, checks it, and keeps it with an index.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from corpus import Value

Relation: TypeAlias = Literal["synonym", "narrower", "broader", "related"]


class Label(Value, frozen=True):
    """A name of a concept as it stands, and the lemmas of its words, stop words included."""

    text: str
    lemmas: tuple[str, ...]


class Concept(Value, frozen=True):
    """A concept, after SKOS.

    Attributes:
        id: as other concepts name it.
        preferred_label: what a reader sees.
        labels: what it is found by: the preferred one, then the alternatives in their order; each
            run of lemmas once, and no ambiguous word alone.
        broader: ids of wider concepts.
        narrower: ids of concepts within it.
        related: ids of concepts that belong to it, both ways.
        scope_note: what falls under it, or None where the label leaves no doubt.
    """

    id: str
    preferred_label: str
    labels: tuple[Label, ...]
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    scope_note: str | None = None


class Mention(NamedTuple):
    """A concept at the words from number `start` to before `end`."""

    start: int
    end: int
    concept: Concept


class OtherName(NamedTuple):
    """Other words for what was asked.

    Attributes:
        label: the words.
        concept: the concept that they name.
        relation: of that concept to the one that was asked for.
        steps: how far it is: 0 for a synonym, then the number of relations between. The further,
            the less a match with it should weigh.
    """

    label: Label
    concept: Concept
    relation: Relation
    steps: int


class Thesaurus(Value, frozen=True, dict=True):
    """Concepts in the order of their file, and the words that lead to none of them.

    Attributes:
        concepts: every concept; ids differ, and so do the lemma runs of all labels.
        ambiguous: lemmas of words that mean other things too; alone they are no label.
    """

    concepts: tuple[Concept, ...] = ()
    ambiguous: frozenset[str] = frozenset()

    def concept(self, concept_id: str) -> Concept | None:
        """The concept with that id, or None."""
        return self._by_id.get(concept_id)

    def mentions(self, lemmas: Sequence[str]) -> tuple[Mention, ...]:
        """The concepts that a row of words names, from left to right; no two overlap.

        Of labels that begin at the same word the longest counts. Words of the row must be whole
        words, stop words included, since a label of several words counts as it stands.
        """
        found: list[Mention] = []
        start = 0
        while start < len(lemmas):
            mention = self._mention_at(lemmas, start)
            if mention:
                found.append(mention)
            start = mention.end if mention else start + 1
        return tuple(found)

    def other_names(self, mention: Mention, lemmas: Sequence[str]) -> tuple[OtherName, ...]:
        """Other words for what a row of words mentions, nearest first; no label comes twice.

        These are the other labels of the concept, then those of the concepts within it and within
        these (who asks for an animal is helped with a dog), then those of the directly broader and
        of the related ones.
        """
        typed = tuple(lemmas[mention.start : mention.end])
        names = self._names_around(mention.concept)
        return tuple(name for name in names if name.label.lemmas != typed)

    def _mention_at(self, lemmas: Sequence[str], start: int) -> Mention | None:
        for length in range(min(self._longest, len(lemmas) - start), 0, -1):
            concept = self._by_label.get(tuple(lemmas[start : start + length]))
            if concept:
                return Mention(start, start + length, concept)
        return None

    def _names_around(self, concept: Concept) -> Iterator[OtherName]:
        yield from _names(concept, "synonym", 0)
        seen = {concept.id}
        ring = [concept]
        steps = 0
        while ring := self._unseen((name for one in ring for name in one.narrower), seen):
            steps += 1
            for narrower in ring:
                yield from _names(narrower, "narrower", steps)
        for broader in self._unseen(concept.broader, seen):
            yield from _names(broader, "broader", 1)
        for related in self._unseen(concept.related, seen):
            yield from _names(related, "related", 1)

    def _unseen(self, ids: Iterable[str], seen: set[str]) -> list[Concept]:
        """The concepts that were not seen yet, each once; now they were."""
        new = [self._by_id[name] for name in dict.fromkeys(ids) if name not in seen]
        seen.update(concept.id for concept in new)
        return new

    @cached_property
    def _by_id(self) -> dict[str, Concept]:
        return {concept.id: concept for concept in self.concepts}

    @cached_property
    def _by_label(self) -> dict[tuple[str, ...], Concept]:
        return {label.lemmas: concept for concept in self.concepts for label in concept.labels}

    @cached_property
    def _longest(self) -> int:
        """How many words the longest label has."""
        return max(map(len, self._by_label), default=0)


def _names(concept: Concept, relation: Relation, steps: int) -> Iterator[OtherName]:
    return (OtherName(label, concept, relation, steps) for label in concept.labels)
