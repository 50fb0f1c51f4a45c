"""What the signs of a concept amount to, learned by `tests/fit_labels.py` from tagged cases.

Signs count the same for each concept (`weights.toml`). Beside them stand, as far as the tagged
cases tell (`weights-learned.tsv`): how readily people name a concept at all; how telling a term of
it proved to be, beside what any term counts for; and what goes with what: of a case with debts,
people with little money are the target group more often than words for them stand there. And
(`words-learned.tsv`) what each word of the case counts for, whether it is a term or not: living
prose tells of a debt by envelopes and a doorbell.

Of a term that no tagged case has nothing is learned, and it counts as any other does. A concept of
which nothing is learned has only its signs, and other weights for them (`alone`), which lean on
nothing else: a vocabulary can be edited, or a series bring its own, without fitting.
"""

import math
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from corpus import Vocabulary
from indexer.vocabulary.evidence import KINDS, Kind, Known, Setting, Signs, Tally

SIGNS = "weights.toml"
LEARNED = "weights-learned.tsv"
WORDS = "words-learned.tsv"
TERM = "term"
ALONE = "alone"
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
        words: what the words of the case count for, each multiplied by how much of it that is.
    """

    bias: float
    terms: Mapping[str, float]
    beside: Mapping[Known, float]
    words: Mapping[str, float]

    def score(self, tally: Tally, setting: Setting) -> float:
        """What it adds for what was found of the concept in such a case."""
        terms = (self.terms.get(t, 0.0) * math.log1p(n) for t, n in tally.times.items())
        beside = (self.beside.get(known, 0.0) * n for known, n in setting.strengths.items())
        words = (self.words.get(word, 0.0) * n for word, n in setting.words.items())
        return self.bias + sum(terms) + sum(beside) + sum(words)


class General(NamedTuple):
    """What holds for all concepts, in log-odds.

    Attributes:
        bias: what a concept begins with.
        signs: what each of the signs is multiplied by.
    """

    bias: float
    signs: Signs

    def score(self, found: Signs) -> float:
        """What these signs amount to."""
        return self.bias + sum(w * value for w, value in zip(self.signs, found, strict=True))


class Weights(NamedTuple):
    """What each sign of the concepts of a vocabulary counts for; from 0 on a case has a concept.

    Attributes:
        general: what holds for all, beside what was learned.
        alone: what holds for a concept of which nothing was learned.
        learned: what was learned of single concepts, by their id.
    """

    general: General
    alone: General
    learned: Mapping[str, Learned]

    def score(self, concept: str, found: Signs, tally: Tally, setting: Setting) -> float:
        """What a case has of a concept amounts to."""
        if concept not in self.learned:
            return self.alone.score(found)
        return self.general.score(found) + self.learned[concept].score(tally, setting)


@cache
def load_weights() -> Mapping[Kind, Weights]:
    """The weights of the vocabularies in the box."""
    return read_weights(_read(SIGNS), _read(LEARNED), _read(WORDS))


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


def read_weights(signs: str, learned: str, words: str) -> Mapping[Kind, Weights]:
    """The weights that the text of the three files holds."""
    bias: dict[Known, float] = {}
    terms: dict[Known, dict[str, float]] = {}
    beside: dict[Known, dict[Known, float]] = {}
    for of, concept, what, name, hundredths in _rows(learned):
        known, weight = (_KINDS[of], concept), int(hundredths) / 100
        if not what:
            bias[known] = weight
        elif what == TERM:
            terms.setdefault(known, {})[name] = weight
        else:
            beside.setdefault(known, {})[_KINDS[what], name] = weight
    of_words = _words(words)
    rows = tomllib.loads(signs)
    return {
        kind: Weights(
            _general(rows[kind]),
            _general(rows[kind][ALONE]),
            {
                known[1]: Learned(
                    bias[known],
                    terms.get(known, {}),
                    beside.get(known, {}),
                    of_words.get(known, {}),
                )
                for known in bias
                if known[0] == kind
            },
        )
        for kind in KINDS
    }


def _general(row: Mapping[str, float]) -> General:
    return General(row["bias"], Signs(*(row[name] for name in Signs._fields)))


def _words(text: str) -> Mapping[Known, Mapping[str, float]]:
    """By concept, from a table with a row for each word and a column for each concept."""
    (_, *heads), *rows = _rows(text)
    columns: list[dict[str, float]] = [{} for _ in heads]
    for word, *cells in rows:
        for column, hundredths in zip(columns, cells, strict=True):
            if hundredths:
                column[word] = int(hundredths) / 100
    kinds = (head.split("/") for head in heads)
    return {(_KINDS[kind], name): of for (kind, name), of in zip(kinds, columns, strict=True)}


def _rows(text: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))


def _read(name: str) -> str:
    return (resources.files("indexer.vocabulary") / name).read_text(encoding="utf-8")
