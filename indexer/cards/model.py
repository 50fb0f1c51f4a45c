"""The model of sentences: how likely each sentence of a case tells each field of a card.

It weighs twice, each time by a logistic regression a field. First what the sentence itself shows
(`features`), then those log-odds beside what the first look made of the sentences around it, of
those under the same heading, and of the best other one of the case: a field is told in a few
sentences together, and where one tells it clearly the others need less be taken for it.

The weights are in `weights-within.tsv` and `weights-around.tsv`: a line for each name, a column for
each field, in hundredths; `(always)` is added to every sentence. `tests/fit_cards.py` fits them on
invented cases that were written and tagged for it, and says how well they do on hands unseen.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

ALWAYS = "(always)"
WITHIN, AROUND = "weights-within.tsv", "weights-around.tsv"

_SCALE = 3.0
"""Chances are smaller than log-odds; so that the penalty of the regression meets both alike."""

Scores = tuple[float, ...]
"""The log-odds of each field, in the order of the columns."""


class Weights(NamedTuple):
    """The weights of one look, those of a name without the zeros."""

    fields: tuple[str, ...]
    always: Scores
    of: Mapping[str, tuple[tuple[int, float], ...]]


class Model(NamedTuple):
    """The weights of both looks, over the same fields."""

    within: Weights
    around: Weights

    def told_fields(
        self, shown: Sequence[frozenset[str]], sections: Sequence[Hashable]
    ) -> list[dict[str, float]]:
        """The log-odds of each field for each sentence of a case.

        Args:
            shown: the features of each sentence, in reading order.
            sections: of each sentence what tells under which heading it stands.
        """
        fields = self.within.fields
        first = [scores(dict.fromkeys(names, 1.0), self.within) for names in shown]
        second = [scores(one, self.around) for one in surroundings(first, sections, fields)]
        return [dict(zip(fields, one, strict=True)) for one in second]


def scores(amounts: Mapping[str, float], weights: Weights) -> Scores:
    """The weighed sum for each field; names without a weight count for nothing."""
    sums = list(weights.always)
    for name, amount in amounts.items():
        for column, weight in weights.of.get(name, ()):
            sums[column] += weight * amount
    return tuple(sums)


def surroundings(
    first: Sequence[Scores], sections: Sequence[Hashable], fields: Sequence[str]
) -> list[dict[str, float]]:
    """What the second look weighs of each sentence, by name: `own doel`, `before doel` ..."""
    chances = [tuple(map(_chance, one)) for one in first]
    nothing = (0.0,) * len(fields)
    at = dict(enumerate(chances))
    means = _others_of_section(chances, sections)
    rivals = _best_others(chances)
    return [
        {
            f"{name} {field}": amount
            for name, amounts in {
                "own": first[n],
                "chance": _scaled(chances[n]),
                "before": _scaled(at.get(n - 1, nothing)),
                "after": _scaled(at.get(n + 1, nothing)),
                "before-that": _scaled(at.get(n - 2, nothing)),
                "after-that": _scaled(at.get(n + 2, nothing)),
                "section": _scaled(means[n]),
                "rival": _scaled(rivals[n]),
            }.items()
            for field, amount in zip(fields, amounts, strict=True)
        }
        for n in range(len(chances))
    ]


def _others_of_section(chances: Sequence[Scores], sections: Sequence[Hashable]) -> list[Scores]:
    """The mean chances of the other sentences of the section of each; of none they are 0."""
    members: dict[Hashable, list[Scores]] = defaultdict(list)
    for section, one in zip(sections, chances, strict=True):
        members[section].append(one)
    sums = {
        section: [sum(column) for column in zip(*m, strict=True)] for section, m in members.items()
    }
    return [
        tuple(
            (total - own) / max(1, len(members[section]) - 1)
            for total, own in zip(sums[section], one, strict=True)
        )
        for section, one in zip(sections, chances, strict=True)
    ]


def _best_others(chances: Sequence[Scores]) -> list[Scores]:
    """The highest chance of each field among the other sentences."""
    best = [sorted(column, reverse=True)[:2] for column in zip(*chances, strict=True)]
    return [
        tuple(
            (top[1:] or [0.0])[0] if own >= top[0] else top[0]
            for own, top in zip(one, best, strict=True)
        )
        for one in chances
    ]


def _scaled(chances: Iterable[float]) -> Scores:
    return tuple(_SCALE * chance for chance in chances)


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


@cache
def load_model() -> Model:
    """The model in this package."""
    texts = (
        (resources.files("indexer.cards") / name).read_text("utf-8") for name in (WITHIN, AROUND)
    )
    return Model(*map(read_weights, texts))


def read_weights(text: str) -> Weights:
    """The weights that a file holds; lines with a hash are comments."""
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    _, *fields = next(lines)
    rows = {name: tuple(_hundredths(cells)) for name, *cells in lines}
    always = dict(rows.pop(ALWAYS))
    return Weights(tuple(fields), tuple(always.get(n, 0.0) for n in range(len(fields))), rows)


def _hundredths(cells: Sequence[str]) -> Iterator[tuple[int, float]]:
    return ((column, int(cell) / 100) for column, cell in enumerate(cells) if cell)
