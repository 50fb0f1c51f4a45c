"""Fits the weights of `indexer/vocabulary` and says how well they do.

Run as `python tests/fit_labels.py`; `--write` replaces `weights.toml` and `weights-learned.tsv`.

For each vocabulary a logistic regression tells the concepts that a case has from the others, by the
signs of `indexer.vocabulary.evidence`, by the concept itself, by its terms and by the others that
the case has. What is learned of one concept or term is drawn towards 0, of a term more than of a
concept, since few cases have it; what holds for all is learned from all. `label_cases.py` says of
which cases.

Who wrote the terms had read these texts, so a case shows more terms than one that nobody read. So
each case is also fitted with half of the terms gone that no other case has (`label_cases.THINNED`
times, each at random but the same in each run); the threshold is the one that is best for both, by
leaving one book out. Prints micro F1 so found, with all terms and thinned.
"""

import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
import numpy.typing as npt
from label_cases import OF_A_TERM, SERIES, THINNED, Gathered, gathered, read_books, read_series
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from voorbeeld_halves import rates

from corpus import Vocabulary, find_series
from indexer.vocabulary import KINDS, Kind, load_target_groups, load_themes
from indexer.vocabulary.evidence import Signs
from indexer.vocabulary.weights import LEARNED, SIGNS, TERM

FOLDER = Path(__file__).parent.parent / "indexer" / "vocabulary"
MOST_STEPS = 300
NEAR_ENOUGH = 1e-3
SPREAD = 1.0
"""The variance around 0 of the weight of a sign or concept."""
LEAST = 0.03
"""A weight of a term that is nearer to 0 is left out."""
NEAR = 0.05
"""A threshold is as good as those so near to it: one alone is best by chance."""
ALIKE = 0.005
"""Of thresholds whose F1 is so nearly the best the lowest: new texts show fewer terms."""
THRESHOLDS = tuple(step / 100 for step in range(20, 66, 2))

HEAD = """# What each sign counts for, in log-odds (`evidence.py` says what they are). Fitted by
# tests/fit_labels.py on invented cases; do not edit by hand.
"""
HEAD_LEARNED = """\
# What concepts begin with, and what their terms and the other concepts of a case count for,
# beside what holds for all, in hundredths (`weights.py`). Fitted by tests/fit_labels.py.
"""


@dataclass(frozen=True, slots=True)
class Table:
    """All pairs of a case and a concept, of all versions.

    Attributes:
        names: of the columns.
        shown: a row for each pair.
        right: whether the case has the concept.
        version: the number of the version, 0 for the cases as they are.
        book: that the case stands in.
    """

    names: list[str]
    shown: csr_matrix
    right: npt.NDArray[np.bool_]
    version: npt.NDArray[np.int_]
    book: npt.NDArray[np.str_]

    def fitted(self, rows: npt.NDArray[np.bool_]) -> LogisticRegression:
        """The regression over some rows; all versions of a case together count as one."""
        spread = SPREAD / len(set(self.version.tolist()))
        model = LogisticRegression(C=spread, max_iter=MOST_STEPS, tol=NEAR_ENOUGH)
        return model.fit(self.shown[rows], self.right[rows])

    def weights(self, model: LogisticRegression) -> dict[str, float]:
        """Of each sign, and what was learned, by the name of the column."""
        values: list[float] = model.coef_[0].tolist()
        return {
            name: value * (OF_A_TERM if f"\t{TERM}\t" in name else 1)
            for name, value in zip(self.names, values, strict=True)
        }


def table(versions: Sequence[Sequence[Gathered]], kind: Kind) -> Table:
    """The pairs of all versions."""
    rows = [
        (shown, right, number, case.read.book)
        for number, cases in enumerate(versions)
        for case in cases
        for shown, right in case.rows(kind)
    ]
    columns = DictVectorizer()
    matrix = columns.fit_transform([row[0] for row in rows])
    return Table(
        names=columns.get_feature_names_out().tolist(),
        shown=matrix,
        right=np.array([row[1] for row in rows]),
        version=np.array([row[2] for row in rows]),
        book=np.array([row[3] for row in rows]),
    )


def main(arguments: list[str]) -> int:
    series = find_series(SERIES)
    vocabularies: dict[Kind, Vocabulary] = {
        "themes": load_themes(series),
        "target_groups": load_target_groups(series),
    }
    versions = gathered([*read_books(), *read_series()], vocabularies)
    text, learned = HEAD, HEAD_LEARNED
    for kind in KINDS:
        pairs = table(versions, kind)
        threshold = left_out(pairs, sum(len(case.right(kind)) for case in versions[0]), kind)
        model = pairs.fitted(np.full(len(pairs.right), fill_value=True))
        weights = pairs.weights(model)
        bias = float(model.intercept_[0]) - math.log(threshold / (1 - threshold))
        lines = [f"{name} = {weights.pop(name):.3f}" for name in Signs._fields]
        text += "\n".join((f"\n[{kind}]", f"bias = {bias:.3f}", *lines, ""))
        learned += "".join(learned_lines(kind, weights))
    click.echo(text)
    if "--write" in arguments:
        (FOLDER / SIGNS).write_text(text, encoding="utf-8")
        (FOLDER / LEARNED).write_text(learned, encoding="utf-8")
    return 0


def learned_lines(kind: Kind, weights: Mapping[str, float]) -> Iterator[str]:
    for name, weight in sorted(weights.items()):
        if name.endswith("\t\t") or abs(weight) >= LEAST:
            yield f"{kind}\t{name}\t{weight * 100:.0f}\n"


def left_out(pairs: Table, true: int, kind: Kind) -> float:
    """The threshold that is best, whole and thinned, by leaving one book out; prints how good.

    Args:
        pairs: of all cases.
        true: how many concepts the cases have, also such as nothing was found of.
        kind: of the concepts.
    """
    judged: list[tuple[int, float, bool]] = []
    for book in sorted(set(pairs.book.tolist())):
        out = pairs.book == book
        chances = pairs.fitted(~out).predict_proba(pairs.shown[out])[:, 1]
        judged += zip(
            pairs.version[out].tolist(), chances.tolist(), pairs.right[out].tolist(), strict=True
        )
    full = {t: _f1([row for row in judged if row[0] == 0], t, true) for t in THRESHOLDS}
    thin = {t: _f1([row for row in judged if row[0]], t, true * THINNED) for t in THRESHOLDS}
    both = {
        t: sum(full[u] + thin[u] for u in THRESHOLDS if abs(u - t) < NEAR) for t in THRESHOLDS[2:-2]
    }
    best = min(t for t in both if both[t] >= max(both.values()) * (1 - ALIKE))
    click.echo(f"{kind}: micro F1 {full[best]:.3f}, thinned {thin[best]:.3f}, from {best} on")
    return best


def _f1(judged: Sequence[tuple[int, float, bool]], threshold: float, true: int) -> float:
    said = [right for _, chance, right in judged if chance >= threshold]
    return rates(right=sum(said), said=len(said), true=true)[2]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
