"""What the signs of a concept amount to, learned by `tests/fit_labels.py` from tagged cases.

Signs count the same for each concept (`weights.toml`). Beside them stand, as far as the tagged
cases tell (`weights-learned.tsv`): how readily people name a concept at all; how telling a term of
it proved to be, beside what any term counts for; and what goes with what: of a case with debts,
people with little money are the target group more often than words for them stand there.

Of a concept or term that no tagged case has nothing is learned, and it counts as any other does: a
vocabulary can be edited, or a series bring its own, without fitting.
"""

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from corpus import Vocabulary
from indexer.vocabulary.evidence import KINDS, Kind, Known, Signs, Tally

SIGNS = "weights.toml"
LEARNED = "weights-learned.tsv"
TERM = "term"
_KINDS: Mapping[str, Kind] = {kind: kind for kind in KINDS}

_SAME = 0.5
"""A concept is the one that was learned of where it has this share of the terms learned of."""


class Learned(NamedTuple):
    """What was learned of one concept, in log-odds.

    Attributes:
        bias: what it begins with, more or less than any.
        terms: what a term of it counts for, more or less than any; multiplied by ln(1 + how many
            sentences and headings have it).
        beside: what the other concepts of the case count for, each multiplied by its strength.
    """

    bias: float
    terms: Mapping[str, float]
    beside: Mapping[Known, float]

    def score(self, tally: Tally, strengths: Mapping[Known, float]) -> float:
        """What it adds, where these are the strengths of all concepts of the case."""
        terms = (self.terms.get(t, 0.0) * math.log1p(n) for t, n in tally.times.items())
        beside = (self.beside.get(known, 0.0) * value for known, value in strengths.items())
        return self.bias + sum(terms) + sum(beside)


class Weights(NamedTuple):
    """What each sign of the concepts of a vocabulary counts for, in log-odds.

    Attributes:
        bias: what a concept begins with; from 0 on a case has it.
        signs: what each of the signs is multiplied by.
        learned: what was learned of single concepts, by their id.
    """

    bias: float
    signs: Signs
    learned: Mapping[str, Learned]

    def score(
        self, concept: str, found: Signs, tally: Tally, strengths: Mapping[Known, float]
    ) -> float:
        """What a case has of a concept amounts to."""
        general = sum(w * value for w, value in zip(self.signs, found, strict=True))
        learned = self.learned.get(concept)
        return self.bias + general + (learned.score(tally, strengths) if learned else 0.0)


@cache
def load_weights() -> Mapping[Kind, Weights]:
    """The weights of the vocabularies in the box."""
    return read_weights(_read(SIGNS), _read(LEARNED))


def weights_for(vocabularies: Mapping[Kind, Vocabulary]) -> Mapping[Kind, Weights]:
    """The weights, without what was learned of concepts that are others in these vocabularies.

    A concept of the same name with few of the terms is found in fewer cases, so what holds for all
    is right for it.
    """
    same = {
        (kind, concept.id)
        for kind, vocabulary in vocabularies.items()
        for concept in vocabulary.concepts
        if (learned := load_weights()[kind].learned.get(concept.id))
        and len(learned.terms.keys() & {*concept.terms, *concept.weak})
        >= _SAME * len(learned.terms)
    }
    return {
        kind: weights._replace(
            learned={
                concept: one._replace(beside={k: w for k, w in one.beside.items() if k in same})
                for concept, one in weights.learned.items()
                if (kind, concept) in same
            }
        )
        for kind, weights in load_weights().items()
    }


def read_weights(signs: str, learned: str) -> Mapping[Kind, Weights]:
    """The weights that the text of the two files holds."""
    bias: dict[Known, float] = {}
    terms: dict[Known, dict[str, float]] = {}
    beside: dict[Known, dict[Known, float]] = {}
    for line in learned.splitlines():
        if line.startswith("#"):
            continue
        of, concept, what, name, hundredths = line.split("\t")
        known, weight = (_KINDS[of], concept), int(hundredths) / 100
        if not what:
            bias[known] = weight
        elif what == TERM:
            terms.setdefault(known, {})[name] = weight
        else:
            beside.setdefault(known, {})[_KINDS[what], name] = weight
    rows = tomllib.loads(signs)
    return {
        kind: Weights(
            rows[kind].pop("bias"),
            Signs(**rows[kind]),
            {
                known[1]: Learned(bias[known], terms.get(known, {}), beside.get(known, {}))
                for known in bias
                if known[0] == kind
            },
        )
        for kind in KINDS
    }


def _read(name: str) -> str:
    return (resources.files("indexer.vocabulary") / name).read_text(encoding="utf-8")
