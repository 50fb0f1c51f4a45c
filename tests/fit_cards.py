"""Fits the weights of `indexer/cards/cues.toml` and says how well they do on cases unseen.

Run as `python tests/fit_cards.py`.

For each field with weights a logistic regression tells the sentences that the truth quotes from all
others, on the first half of the cases only (`voorbeeld_halves.py`). Its L2 penalty pulls towards
`PRIOR`: what a label or heading says cannot be learned from books that have none of them.

A term of a field that is right in one case alone may have been written down because of that case;
there it does not count, neither in fitting nor in judging. So the figures, by leave-one-case-out,
guess at texts that nobody read while writing the cues.

Prints precision and recall by field, of all fields, and then the weights and thresholds.
"""

import math
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import click
import msgspec
import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from score_cards import is_right
from voorbeeld_halves import truth

from corpus import CardField, CardValue, find_series
from indexer.cards.context import Context, contexts
from indexer.cards.cues import Cue, Cues, Signs
from indexer.cards.weighing import added, amounts, shown_by, weighed
from indexer.dutch import Analysis, load_lexicon
from indexer.pipeline import build_index
from indexer.segment import Sentence, case_sentences, cut_passages
from search.collection import Collection, open_collection

Floats = npt.NDArray[np.float64]

SPREAD = 1.0
"""The variance of a weight around its prior."""

PRIOR = {"terms": 1.0, "hints": 0.5, "heading": 2.0, "label": 5.0, "announced": 1.5}
LEAST = {"terms": 0.6, "hints": 0.3, "heading": 1.5, "label": 5.0, "announced": 0.5}
OF_FIELD: Mapping[str, Mapping[str, float]] = {
    "knelpunten": {"announced": 4.0},
    "lessen": {"announced": 3.0},
}
"""These two are announced in so many words; the least weight is 1 below."""

PROBABILITY = {"doel": 0.3, "aanleiding": 0.5, "aanpak": 0.5, "partners": 0.4, "lessen": 0.4}
"""From which on a field is told; the other fields from 0.45 on."""

SHORTEST = 3
"""A piece of so few words is like any quote, so nothing is learned from a shorter one."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a case, what it shows, and the fields that the truth has it tell."""

    case: str
    sentence: Sentence
    context: Context
    signs: Signs
    fields: frozenset[str]


def main() -> int:
    cues = Cues(Analysis(load_lexicon()))
    rows = _without_own_terms(list(_rows(cues)))
    said = right = true = found = 0
    for cue in cues.cues:
        told = _told(cue, rows)
        tally = _tally(cue.field, told)
        said, right, true, found = (
            a + b for a, b in zip((said, right, true, found), tally, strict=True)
        )
        click.echo(f"{cue.field:26} {tally[1]} of {tally[0]} right, {tally[3]} of {tally[2]} found")
    click.echo(f"all: precision {right / said:.3f}  recall {found / true:.3f}")
    for cue in cues.cues:
        if cue.weights:
            click.echo(_as_toml(_fit(cue, [row for row in rows if _can_tell(cue, row)])))
    return 0


def _rows(cues: Cues) -> Iterator[Row]:
    series = find_series("voorbeeld")
    with tempfile.TemporaryDirectory() as folder:
        build_index(series, Path(folder), report=lambda *_: None)
        with open_collection(series, Path(folder)) as collection:
            for case_id, card in truth("tune").items():
                for sentence, context in contexts(_sentences(collection, case_id), cues):
                    signs = cues.signs(sentence.text)
                    yield Row(case_id, sentence, context, signs, _true_of(sentence, card["card"]))


def _sentences(collection: Collection, case_id: str) -> Sequence[Sentence]:
    (case,) = (one for one in collection.catalogue.cases if one.entry.id == case_id)
    document = collection.text(case.document)
    return case_sentences(document, tuple(cut_passages(document, case)))


def _true_of(sentence: Sentence, items: Sequence[dict[str, Any]]) -> frozenset[str]:
    value = partial(CardValue, value="", origin="text", evidence=sentence.evidence)
    return frozenset(item["field"] for item in items if is_right(value(field=item["field"]), item))


def _without_own_terms(rows: Sequence[Row]) -> list[Row]:
    """The rows without the terms that are right in no other case."""
    cases: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        for field in row.fields:
            for term in (*row.signs.strong.get(field, ()), *row.signs.weak.get(field, ())):
                cases[field, term].add(row.case)

    def left(row: Row, terms: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
        return {
            field: tuple(term for term in found if cases.get((field, term)) != {row.case})
            for field, found in terms.items()
        }

    return [
        replace(
            row,
            signs=replace(
                row.signs, strong=left(row, row.signs.strong), weak=left(row, row.signs.weak)
            ),
        )
        for row in rows
    ]


def _can_tell(cue: Cue, row: Row) -> bool:
    return not cue.value or bool(re.search(cue.value, row.sentence.text))


def _told(cue: Cue, rows: Sequence[Row]) -> list[Row]:
    """The sentences that tell a field, each case judged by the weights of all others."""
    able = [row for row in rows if _can_tell(cue, row)]
    told: list[Row] = []
    for case in dict.fromkeys(row.case for row in rows):
        fitted = _fit(cue, [row for row in able if row.case != case]) if cue.weights else cue
        scores = [(_score(fitted, row), row) for row in able if row.case == case]
        enough = [pair for pair in scores if pair[0] >= fitted.threshold]
        told += [row for _, row in sorted(enough, key=lambda pair: -pair[0])[: cue.most]]
    return told


def _score(cue: Cue, row: Row) -> float:
    if not cue.weights:
        return added(cue, row.context, row.signs)
    return weighed(cue, _amounts(cue, row))


def _amounts(cue: Cue, row: Row) -> dict[str, float]:
    shown = shown_by(row.sentence, row.context, row.signs)
    return amounts(cue.field, shown, row.context, row.signs)


def _fit(cue: Cue, rows: Sequence[Row]) -> Cue:
    """The cue with the weights and the threshold that fit the rows."""
    names = list(cue.weights)
    long_enough = [row for row in rows if len(row.sentence.text.split()) >= SHORTEST]
    found = [_amounts(cue, row) for row in long_enough]
    shown = np.array([[one.get(name, 0.0) for name in names] + [1.0] for one in found])
    true = np.array([float(cue.field in row.fields) for row in long_enough])
    fitted = _regression(shown, true, *_prior(cue, names))
    chosen = PROBABILITY.get(cue.field, 0.45)
    threshold = math.log(chosen / (1 - chosen)) - fitted[-1]
    return msgspec.structs.replace(
        cue, weights=dict(zip(names, fitted.tolist(), strict=False)), threshold=threshold
    )


def _prior(cue: Cue, names: Sequence[str]) -> tuple[Floats, list[tuple[float | None, None]]]:
    own = OF_FIELD.get(cue.field, {})
    least = LEAST | {name: weight - 1 for name, weight in own.items()}
    prior = np.array([(PRIOR | own).get(name, 0.0) for name in names])
    return prior, [*((least.get(name), None) for name in names), (None, None)]


def _regression(
    shown: Floats, true: Floats, prior: Floats, bounds: Sequence[tuple[float | None, None]]
) -> Floats:
    """The weights of a logistic regression, the intercept last."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        sums, off = shown @ weights, weights[:-1] - prior
        gradient = shown.T @ (1 / (1 + np.exp(-sums)) - true)
        gradient[:-1] += off / SPREAD
        total = np.logaddexp(0, sums).sum() - true @ sums + off @ off / (2 * SPREAD)
        return float(total), gradient

    start = np.append(prior, -4.0)
    fitted: Floats = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    return fitted


def _tally(field: CardField, told: Sequence[Row]) -> tuple[int, int, int, int]:
    """How many sentences are told, right among them, items true, and found among those."""
    cards = truth("tune")
    found = [
        any(row.case == case and _true_of(row.sentence, [item]) for row in told)
        for case, card in cards.items()
        for item in card["card"]
        if item["field"] == field
    ]
    return len(told), sum(field in row.fields for row in told), len(found), sum(found)


def _as_toml(cue: Cue) -> str:
    weights = "\n".join(f"{name} = {weight:.2f}" for name, weight in cue.weights.items())
    return f'\nfield = "{cue.field}"\nthreshold = {cue.threshold:.2f}\n\n[cues.weights]\n{weights}'


if __name__ == "__main__":
    sys.exit(main())
