"""Fits the weights of `indexer/vocabulary` and says how well they do.

Run as `python tests/fit_labels.py`; `--write` replaces `weights.toml`, `weights-learned.tsv` and
`words-learned.tsv`.

For each vocabulary a logistic regression tells the concepts that a case has from the others, by the
signs of `indexer.vocabulary.evidence`, by the concept itself, by its terms and by the others that
the case has. What is learned of one concept or term is drawn towards 0, of a term more than of a
concept, since few cases have it; what holds for all is learned from all. What all words of the case
tell (`label_words.py`) is one sign more, and its weight is written into those of the words. Of a
concept of another vocabulary nothing is learned, so a second regression has the signs alone.
`label_cases.py` says of which cases.

Who wrote the terms had read these texts, so a case shows more terms than one that nobody read. So
each case is also fitted with half of the terms gone that no other case has (`label_cases.THINNED`
times, each at random but the same in each run); the threshold is the one that is best for both, by
leaving one book out. Prints the micro F1 so found, with all terms and thinned: the mean over the
books, for what it will be on another book is asked, and some have four times the cases of others.

What two librarians (`librarians.py`) do not agree on is not learned from, and F1 is by both.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

import click
import numpy as np
import numpy.typing as npt
from label_cases import (
    OF_A_TERM,
    SERIES,
    THINNED,
    Gathered,
    Read,
    gathered,
    read_books,
    read_series,
)
from label_words import Words
from librarians import Agreement, Filed
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from corpus import Vocabulary, find_series
from indexer.vocabulary import KINDS, Kind, load_target_groups, load_themes
from indexer.vocabulary.evidence import Known, Signs
from indexer.vocabulary.weights import ALONE, LEARNED, SIGNS, TERM, WORDS

FOLDER = Path(__file__).parent.parent / "indexer" / "vocabulary"
MOST_STEPS = 300
NEAR_ENOUGH = 1e-3
SPREAD = 1.0
"""The variance around 0 of the weight of a sign or concept."""
LEAST = 0.03
"""A weight of a term that is nearer to 0 is left out."""
NEAR = 0.05
"""A threshold is as good as those so near to it: one alone is best by chance."""
ALL_WORDS = "words"
"""The column of what all words of a case tell."""
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
HEAD_WORDS = """\
# What the words of a case count for beside all that, for each concept, in hundredths (`words.py`).
# Fitted by tests/fit_labels.py.
"""


Chances = dict[tuple[int, int], dict[str, float]]
"""By the numbers of a case and of a version of it, how likely it has each concept."""


@dataclass(frozen=True, slots=True)
class Table:
    """All pairs of a case and a concept, of all versions.

    Attributes:
        names: of the columns.
        shown: a row for each pair.
        right: whether the case has the concept, as is learned.
        known: whether it is learned at all.
        version: the number of the version, 0 for the cases as they are.
        book: that the case stands in.
        pairs: the number of the case, and the concept.
        words: what the words of all cases tell; None where it does not count.
    """

    names: list[str]
    shown: csr_matrix
    right: npt.NDArray[np.bool_]
    known: npt.NDArray[np.bool_]
    version: npt.NDArray[np.int_]
    book: npt.NDArray[np.str_]
    pairs: list[tuple[int, Known]]
    words: Words | None

    def without(self, book: str) -> csr_matrix:
        """The rows, with what words tell that nothing of this book was learned from."""
        if self.words is None:
            return self.shown
        told = self.words.left_out(book)
        return csr_matrix(hstack([self.shown, np.array([[told[pair]] for pair in self.pairs])]))

    def alone(self) -> "Table":
        """The signs alone, as of a concept of which nothing was learned."""
        columns = [self.names.index(name) for name in Signs._fields]
        return replace(self, names=list(Signs._fields), shown=self.shown[:, columns], words=None)

    def fitted(self, shown: csr_matrix, rows: npt.NDArray[np.bool_]) -> LogisticRegression:
        """The regression over some of these rows; all versions of a case together count as one."""
        spread = SPREAD / len(set(self.version.tolist()))
        model = LogisticRegression(C=spread, max_iter=MOST_STEPS, tol=NEAR_ENOUGH)
        learned = rows & self.known
        return model.fit(shown[learned], self.right[learned])

    def weights(self, model: LogisticRegression) -> dict[str, float]:
        """Of each sign, and what was learned, by the name of the column."""
        values: list[float] = model.coef_[0].tolist()
        return {
            name: value * (OF_A_TERM if f"\t{TERM}\t" in name else 1)
            for name, value in zip((*self.names, ALL_WORDS)[: len(values)], values, strict=True)
        }


def table(versions: Sequence[Sequence[Gathered]], kind: Kind, words: Words) -> Table:
    """The pairs of all versions."""
    rows = [
        (shown, number, case.read, (at, (kind, concept)))
        for number, cases in enumerate(versions)
        for at, case in enumerate(cases)
        for concept, shown in case.rows(kind)
    ]
    columns = DictVectorizer()
    matrix = columns.fit_transform([row[0] for row in rows])
    return Table(
        names=columns.get_feature_names_out().tolist(),
        shown=matrix,
        right=np.array([pair[1][1] in case.filed[kind].firm for *_, case, pair in rows]),
        known=np.array([pair[1][1] not in case.filed[kind].unsure for *_, case, pair in rows]),
        version=np.array([number for _, number, *_ in rows]),
        book=np.array([case.book for *_, case, _ in rows]),
        pairs=[pair for *_, pair in rows],
        words=words,
    )


def main(arguments: list[str]) -> int:
    series = find_series(SERIES)
    vocabularies: dict[Kind, Vocabulary] = {
        "themes": load_themes(series),
        "target_groups": load_target_groups(series),
    }
    cases = [*read_books(), *read_series()]
    versions, words = gathered(cases, vocabularies), Words(cases, vocabularies)
    text, learned, worth = HEAD, dict[Kind, dict[str, float]](), dict[Kind, float]()
    for kind in KINDS:
        pairs = table(versions, kind, words)
        click.echo(f"{kind}, and by their signs alone:")
        section, learned[kind] = fit(pairs, cases, kind)
        alone, _ = fit(pairs.alone(), cases, kind, f".{ALONE}")
        worth[kind] = learned[kind].pop(ALL_WORDS)
        text += section + alone
    click.echo(text)
    if "--write" in arguments:
        of_words = words.weights(worth)
        for (kind, concept), amount in words.usual(of_words).items():
            if f"{concept}\t\t" in learned[kind]:
                learned[kind][f"{concept}\t\t"] -= amount
        write(SIGNS, text)
        write(
            LEARNED,
            HEAD_LEARNED,
            *(line for kind in KINDS for line in learned_lines(kind, learned[kind])),
        )
        write(WORDS, HEAD_WORDS, *word_lines(words, of_words))
    return 0


def write(name: str, *parts: str) -> None:
    (FOLDER / name).write_text("".join(parts), encoding="utf-8")


def fit(
    pairs: Table, cases: Sequence[Read], kind: Kind, which: str = ""
) -> tuple[str, dict[str, float]]:
    """The section of the signs' weights, and the weights of what is no sign."""
    threshold = left_out(pairs, cases, kind)
    model = pairs.fitted(pairs.without(""), np.full(len(pairs.right), fill_value=True))
    weights = pairs.weights(model)
    bias = float(model.intercept_[0]) - math.log(threshold / (1 - threshold))
    lines = [f"{sign} = {weights.pop(sign):.3f}" for sign in Signs._fields]
    return "\n".join((f"\n[{kind}{which}]", f"bias = {bias:.3f}", *lines, "")), weights


def learned_lines(kind: Kind, weights: Mapping[str, float]) -> Iterator[str]:
    for name, weight in sorted(weights.items()):
        if name.endswith("\t\t") or abs(weight) >= LEAST:
            yield f"{kind}\t{name}\t{weight * 100:.0f}\n"


def word_lines(words: Words, weights: npt.NDArray[np.float64]) -> Iterator[str]:
    """The table of what words count for."""
    yield "\t".join(("word", *map("/".join, words.concepts))) + "\n"
    hundredths = (weights * 100).round().astype(int)
    for word, row in zip(words.names, hundredths.tolist(), strict=True):
        if any(row):
            yield "\t".join((word, *(str(cell or "") for cell in row))) + "\n"


def left_out(pairs: Table, cases: Sequence[Read], kind: Kind) -> float:
    """The threshold that is best, whole and thinned, by leaving one book out; prints how good."""
    chances = {book: _chances(pairs, book) for book in dict.fromkeys(case.book for case in cases)}
    filed = {
        book: {at: case.filed[kind] for at, case in enumerate(cases) if case.book == book}
        for book in chances
    }
    full, thin = (
        {t: fmean(_f1(chances[b], t, filed[b], these) for b in chances) for t in THRESHOLDS}
        for these in ((0,), tuple(range(1, THINNED + 1)))
    )
    both = {
        t: sum(full[u] + thin[u] for u in THRESHOLDS if abs(u - t) < NEAR) for t in THRESHOLDS[2:-2]
    }
    best = min(t for t in both if both[t] >= max(both.values()) * (1 - ALIKE))
    click.echo(f"F1 {full[best]:.3f}, thinned {thin[best]:.3f}, from {best} on")
    return best


def _chances(pairs: Table, book: str) -> Chances:
    """How likely each case of a book has each concept, learned without that book."""
    out = pairs.book == book
    shown = pairs.without(book)
    likely: list[float] = pairs.fitted(shown, ~out).predict_proba(shown[out])[:, 1].tolist()
    chances: Chances = defaultdict(dict)
    for row, chance in zip(np.flatnonzero(out).tolist(), likely, strict=True):
        at, (_, concept) = pairs.pairs[row]
        chances[at, int(pairs.version[row])][concept] = chance
    return chances


def _f1(
    chances: Chances, threshold: float, filed: Mapping[int, Filed], versions: Sequence[int]
) -> float:
    """By both librarians, over the cases of a book in some of their versions."""
    agreement = Agreement()
    for at, wanted in filed.items():
        for version in versions:
            given = {c for c, chance in chances[at, version].items() if chance >= threshold}
            agreement.add(given, wanted)
    return agreement.rates()[2]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
