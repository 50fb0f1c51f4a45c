"""Fits the model of sentences (`indexer/cards/model.py`) and says how it does on hands unseen.

Run as `python tests/fit_cards.py`, which takes some ten minutes, since the hands are left out in
turn, a sixth of them at a time; with `--write` the weights of all hands together are fitted and
written into the package.

Two logistic regressions a field with an L2 penalty: one over what a sentence shows, one over what
the first, fitted without the hand of the sentence, makes of it and of the sentences around it. A
feature counts that four sentences have, and the more, the more often or seldom sentences of the
field have it than others (after Wang and Manning, "Baselines and Bigrams", ACL 2012). What a
sentence tells only vaguely is left out for that field.

Prints how many values are true by who wrote the cases and how many more proofs second readers
found; for each hand, as read by a model that was fitted without it, precision and recall over
values and the share of the fields with true values of which one is shown; then the same by field,
over all hands. What was chosen, from penalties to `MOST` in `indexer/cards/told.py`, was chosen by
these figures; `THRESHOLD` and `FIRST` there ask for more precision than is best for F1.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click
import numpy as np
import numpy.typing as npt
from card_truth import KnownCase, Row, known_cases, rows_of
from scipy.sparse import csr_array
from sklearn.linear_model import LogisticRegression

from corpus import CARD_FIELDS, CardField
from indexer.cards import model as sentence_model
from indexer.cards.cues import Cues
from indexer.cards.model import ALWAYS, AROUND, WITHIN, Model, Scores, Weights, read_weights
from indexer.cards.told import decide, weigh
from indexer.dutch import load_analysis

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

PENALTY = {WITHIN: 0.2, AROUND: 0.3}
"""The inverse of the strength of the penalty."""

SOLVER = {WITHIN: "newton-cg", AROUND: "lbfgs"}
"""Which converge soonest: where few sentences have each feature, and where all have all."""

FEWEST = 4
"""So many sentences have a feature that is weighed."""

FOLDS = 6
"""Into so many parts the hands are cut; each is read by a model of the others."""

SMALLEST = 0.04
"""A smaller weight is left out."""

HEAD = """\
# Weights of what a sentence of a practice description {what}, for each field of a card, in
# hundredths; see indexer/cards/model.py. Fitted by tests/fit_cards.py on {sentences} sentences of
# {cases} invented cases (tests/casebooks/, written for this program, and half of the fictional
# series in the box). Do not edit; fit it anew.
"""


@dataclass
class Tally:
    """Counts over cases.

    Attributes:
        said: values told.
        right: those of them that prove a true value.
        true: true values.
        found: those of them that a value told proves.
        fields: a case and a field with a true value.
        met: those of them with one found.
    """

    said: int = 0
    right: int = 0
    true: int = 0
    found: int = 0
    fields: set[tuple[str, str]] = field(default_factory=set)
    met: set[tuple[str, str]] = field(default_factory=set)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.said), self.found / max(1, self.true)
        met = len(self.met) / max(1, len(self.fields))
        f1 = 2 * precision * recall / max(0.001, precision + recall)
        return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  of fields {met:.3f}"


def main(arguments: Sequence[str]) -> int:
    cues = Cues(load_analysis())
    cases = known_cases()
    rows = [row for case in cases for row in rows_of(case, cues)]
    if "--write" in arguments:
        write(fit(rows), rows)
    else:
        judge(cases, rows, cues)
    return 0


def judge(cases: Sequence[KnownCase], rows: Sequence[Row], cues: Cues) -> None:
    """Prints how well each hand is read by a model that was fitted without it."""
    true = sum(len(case.items) for case in cases)
    also = sum(len(case.also) for case in cases)
    click.echo(f"{true} true values, and {also} more by second readers")
    tallies: dict[str, Tally] = {}
    hands = tuple(dict.fromkeys(case.hand for case in cases))
    for some in _folds(hands):
        fitted = fit([row for row in rows if row.case.hand not in some])
        for case in cases:
            if case.hand in some:
                _count(case, fitted, cues, tallies)
    ranks = {name: number for number, name in enumerate(("all hands", *hands, *CARD_FIELDS))}
    for name in sorted(tallies, key=lambda name: ranks[name]):
        click.echo(f"{name:26} {tallies[name]}")


def _count(case: KnownCase, fitted: Model, cues: Cues, tallies: dict[str, Tally]) -> None:
    numbers = {id(sentence): number for number, sentence in enumerate(case.sentences)}
    told = {
        (numbers[id(one.sentence)], one.field)
        for one in decide(weigh(case.sentences, cues, fitted))
        if one.field in fitted.within.fields  # others were not marked
    }
    fields = {item.field for item in case.items} | {field for _, field in told}
    proven = case.proven()
    for name in ("all hands", case.hand, *fields):
        tally = tallies.setdefault(name, Tally())
        items = [item for item in case.items if name in {"all hands", case.hand, item.field}]
        own = {one for one in told - case.unsure if name in {"all hands", case.hand, one[1]}}
        found = [item for item in items if told & {(n, item.field) for n in item.proofs}]
        tally.said += len(own)
        tally.right += len(own & proven)
        tally.true += len(items)
        tally.found += len(found)
        tally.fields |= {(case.id, item.field) for item in items}
        tally.met |= {(case.id, item.field) for item in found}


def fit(rows: Sequence[Row]) -> Model:
    """The model that fits the sentences; at least two hands must have written them."""
    within = _regressions([dict.fromkeys(row.shown, 1.0) for row in rows], rows, WITHIN)
    around = _regressions(_surroundings(rows), rows, AROUND)
    return Model(within, around)


def _surroundings(rows: Sequence[Row]) -> list[dict[str, float]]:
    """What stands around each sentence, as a model sees it that did not know its hand."""
    first: dict[int, Scores] = {}
    for some in _folds(tuple(dict.fromkeys(row.case.hand for row in rows))):
        others = [row for row in rows if row.case.hand not in some]
        shown = [dict.fromkeys(row.shown, 1.0) for row in others]
        weights = _regressions(shown, others, WITHIN)
        for row in rows:
            if row.case.hand in some:
                amounts = dict.fromkeys(row.shown, 1.0)
                first[id(row)] = sentence_model.scores(amounts, weights)
    found: list[dict[str, float]] = []
    for case_id in dict.fromkeys(row.case.id for row in rows):
        own = [row for row in rows if row.case.id == case_id]
        sections = [row.case.sentences[row.number].headings for row in own]
        scores = [first[id(row)] for row in own]
        found += sentence_model.surroundings(scores, sections, _fields(rows))
    return found


def _folds(hands: Sequence[str]) -> list[Sequence[str]]:
    return [hands[start::FOLDS] for start in range(min(FOLDS, len(hands)))]


def _regressions(amounts: Sequence[dict[str, float]], rows: Sequence[Row], which: str) -> Weights:
    """The weights of a regression for each field, rounded as they are written."""
    counts = Counter(name for one in amounts for name in one)
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    matrix = _matrix(amounts, names)
    columns = []
    for told in _fields(rows):
        known = np.array([told not in row.unsure for row in rows])
        true = np.array([told in row.fields for row in rows])[known]
        telling = _telling(matrix[known], true) if which == WITHIN else np.ones(len(names))
        regression = LogisticRegression(
            C=PENALTY[which], solver=SOLVER[which], max_iter=1000, tol=1e-3
        )
        regression.fit(csr_array(matrix[known].multiply(telling)), true)
        columns.append((*regression.intercept_, *(regression.coef_[0] * telling)))
    return read_weights(_as_table([ALWAYS, *names], np.array(columns).T, _fields(rows)))


def _telling(matrix: csr_array, true: Bools) -> Floats:
    """What the penalty spares: the root of how far a feature parts sentences of a field, in log."""
    having, lacking = (
        (1 + np.asarray(matrix[these].sum(axis=0), dtype=float)) / these.sum()
        for these in (true, ~true)
    )
    return np.sqrt(np.abs(np.log(having / lacking)))


def _matrix(amounts: Sequence[dict[str, float]], names: Sequence[str]) -> csr_array:
    column = {name: number for number, name in enumerate(names)}
    cells = [
        (number, column[name], amount)
        for number, one in enumerate(amounts)
        for name, amount in one.items()
        if name in column
    ]
    at, of, values = zip(*cells, strict=True)
    places = np.array(at, np.int32), np.array(of, np.int32)
    return csr_array((values, places), shape=(len(amounts), len(names)))


def _fields(rows: Iterable[Row]) -> tuple[CardField, ...]:
    told = {field for row in rows for field in row.fields}
    return tuple(field for field in CARD_FIELDS if field in told)


def _as_table(names: Sequence[str], weights: Floats, fields: Sequence[CardField]) -> str:
    lines = ["\t".join(("", *fields))]
    for name, row in zip(names, weights, strict=True):
        cells = ["" if abs(one) < SMALLEST else str(round(100 * one)) for one in row]
        if any(cells):
            lines.append("\t".join((name, *cells)))
    return "\n".join(lines) + "\n"


def write(fitted: Model, rows: Sequence[Row]) -> None:
    """Writes the weights into the package."""
    folder = Path(sentence_model.__file__).parent
    about = {"sentences": len(rows), "cases": len({row.case.id for row in rows})}
    parts = ((WITHIN, fitted.within, "shows"), (AROUND, fitted.around, "has around it"))
    for name, weights, what in parts:
        table = np.zeros((1 + len(weights.of), len(weights.fields)))
        table[0] = weights.always
        for number, cells in enumerate(weights.of.values(), start=1):
            for column, weight in cells:
                table[number, column] = weight
        text = _as_table([ALWAYS, *weights.of], table, weights.fields)
        (folder / name).write_text(HEAD.format(what=what, **about) + text, "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
