"""What the signs of a concept amount to, learned by `tests/fit_labels.py` from tagged cases.

Signs count the same for each concept (`weights.toml`). Beside them stand, as far as the tagged
cases tell, how readily people name a concept at all (*samenwerking* seldom, where it is not the
subject), and how telling a term of it proved to be, beside what any term counts for
(`weights-learned.tsv`). Of a concept or term that no tagged case has nothing is learned, and it
counts as any other does: a vocabulary can be edited, or a series bring its own, without fitting.
"""

import math
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from corpus import Vocabulary
from indexer.vocabulary.evidence import Signs, Tally

SIGNS = "weights.toml"
LEARNED = "weights-learned.tsv"

_SAME = 0.5
"""A concept is the one that was learned of where it has this share of the terms learned of."""


class Weights(NamedTuple):
    """What each sign counts for, in log-odds.

    Attributes:
        bias: what a concept begins with; from 0 on a case has it.
        signs: what each of the signs is multiplied by.
        concepts: what a concept begins with more or less than `bias`, by its id.
        terms: what a term of a concept counts for more or less than any, by both; multiplied by
            ln(1 + how many sentences and headings have it).
    """

    bias: float
    signs: Signs
    concepts: Mapping[str, float] = {}
    terms: Mapping[tuple[str, str], float] = {}

    def score(self, concept: str, found: Signs, tally: Tally) -> float:
        """What a case has of a concept amounts to."""
        general = sum(w * value for w, value in zip(self.signs, found, strict=True))
        learned = sum(
            self.terms.get((concept, term), 0.0) * math.log1p(times)
            for term, times in tally.times.items()
        )
        return self.bias + self.concepts.get(concept, 0.0) + general + learned

    def within(self, vocabulary: Vocabulary) -> "Weights":
        """Without what was learned of concepts that are others in this vocabulary.

        A concept of the same name with few of the terms is found in fewer cases, so what holds for
        all is right for it.
        """
        has = {c.id: {*c.terms, *c.weak} for c in vocabulary.concepts}
        kept, learned = Counter[str](), Counter[str]()
        for concept, term in self.terms:
            learned[concept] += 1
            kept[concept] += term in has.get(concept, ())
        same = {concept for concept, count in learned.items() if kept[concept] >= _SAME * count}
        return self._replace(
            concepts={c: weight for c, weight in self.concepts.items() if c in same},
            terms={pair: weight for pair, weight in self.terms.items() if pair[0] in same},
        )


@cache
def load_weights() -> Mapping[str, Weights]:
    """The weights of the two vocabularies, `themes` and `target_groups`."""
    return read_weights(_read(SIGNS), _read(LEARNED))


def read_weights(signs: str, learned: str) -> Mapping[str, Weights]:
    """The weights that the text of the two files holds, by the name of their vocabulary."""
    weights = {
        kind: Weights(row.pop("bias"), Signs(**row), {}, {})
        for kind, row in tomllib.loads(signs).items()
    }
    concepts: dict[str, dict[str, float]] = {kind: {} for kind in weights}
    terms: dict[str, dict[tuple[str, str], float]] = {kind: {} for kind in weights}
    for line in learned.splitlines():
        if not line.startswith("#"):
            kind, concept, term, hundredths = line.split("\t")
            if term:
                terms[kind][concept, term] = int(hundredths) / 100
            else:
                concepts[kind][concept] = int(hundredths) / 100
    return {
        kind: one._replace(concepts=concepts[kind], terms=terms[kind])
        for kind, one in weights.items()
    }


def _read(name: str) -> str:
    return (resources.files("indexer.vocabulary") / name).read_text(encoding="utf-8")
