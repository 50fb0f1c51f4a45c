"""What else than the typed words themselves may meet a clause: parts of compounds, other names.

Whatever is added weighs less than what was typed, so that it finds what would be missed and does
not overtake what is there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from indexer.dutch import Mention, OtherName, Relation, Thesaurus, Word
from search.clauses import Clause, Reading, Term, Way, Zone

PARTS_WEIGHT = 0.5
"""What the parts of a typed compound count where they stand near each other."""

PARTS_SLACK = 6
"""Parts of a compound may have so many other words among them: *maaltijd voor de hele buurt*."""

RELATION_WEIGHTS: Mapping[Relation, float] = {
    "synonym": 0.5,
    "narrower": 0.4,
    "broader": 0.2,
    "related": 0.2,
}
"""What another name counts; one of weight 0 is left out. Each further step halves it."""


@dataclass(frozen=True, slots=True)
class Widening:
    """What may meet a word beside the word as it was typed.

    Attributes:
        inflections: other forms with the same lemma.
        parts: compounds with the word in them, and the parts of a typed compound.
        thesaurus: other names of what was typed; None for none.
    """

    inflections: bool = True
    parts: bool = False
    thesaurus: Thesaurus | None = None


PLAIN = Widening()
"""Words and their inflections: for names, keywords and themes."""

EXACT = Widening(inflections=False)
"""Only the words as they were typed."""


class Typed(NamedTuple):
    """A clause and the words it was made of: from number `start` to before `end` of its text."""

    start: int
    end: int
    clause: Clause


def part_ways(word: Word) -> tuple[Way, ...]:
    """The way to meet a compound by its parts, near each other in any order."""
    if len(word.parts) <= 1:
        return ()
    # Those of the top joint come first; who types a compound does not think of the parts of a part.
    terms = tuple(Term(part, part) for part in word.parts[:2])
    readings: tuple[Reading, ...] = ("lemma", "part")
    return (Way(terms, "parts", readings, slack=PARTS_SLACK, weight=PARTS_WEIGHT),)


def widened(
    text: str, words: Sequence[Word], typed: Sequence[Typed], widening: Widening
) -> Iterator[Clause]:
    """The clauses of a text, with the other names that the thesaurus has for its words.

    A concept of several words becomes a clause of its own, met by these words as they follow each
    other or by another name.
    """
    if widening.thesaurus is None:
        yield from (one.clause for one in typed)
        return
    lemmas = [word.lemma for word in words]
    mentions = {m.start: m for m in widening.thesaurus.mentions(lemmas)}
    for one in typed:
        mention = mentions.get(one.start)
        ways = _other_ways(mention, lemmas, widening) if mention else ()
        if mention and ways and mention.end == one.end:
            mentions.pop(one.start)
            yield replace(one.clause, ways=(*one.clause.ways, *ways))
        else:
            yield one.clause
    for mention in mentions.values():
        if mention.end > mention.start + 1 and typed:
            ways = _other_ways(mention, lemmas, widening)
            yield _concept(text, words, mention, ways, typed[0].clause.zones)


def _concept(
    text: str,
    words: Sequence[Word],
    mention: Mention,
    ways: tuple[Way, ...],
    zones: tuple[Zone, ...],
) -> Clause:
    run = words[mention.start : mention.end]
    terms = tuple(Term(word.form, word.lemma) for word in run)
    typed = Way(terms, "phrase", ("form", "lemma"))
    return Clause(text[run[0].start : run[-1].end], (typed, *ways), zones, concept=True)


def _other_ways(mention: Mention, lemmas: Sequence[str], widening: Widening) -> tuple[Way, ...]:
    if widening.thesaurus is None:
        return ()
    names = widening.thesaurus.other_names(mention, lemmas)
    return tuple(_way(name) for name in names if RELATION_WEIGHTS[name.relation])


def _way(name: OtherName) -> Way:
    weight = RELATION_WEIGHTS[name.relation] / 2 ** max(0, name.steps - 1)
    terms = tuple(Term("", lemma) for lemma in name.label.lemmas)
    readings: tuple[Reading, ...] = ("lemma", "part") if len(terms) == 1 else ("lemma",)
    return Way(terms, name.relation, readings, weight=weight, label=name.label.text)
