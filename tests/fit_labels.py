"""Fits the weights of `indexer/vocabulary/weights.toml` and says how well they do.

Run as `python tests/fit_labels.py`; `--write` replaces the file.

For each vocabulary a logistic regression tells the concepts that a case has from the others, by the
signs of `indexer.vocabulary.evidence`. It is fitted on the casebooks that the vocabularies were
mended with (`score_labels.TUNED`) and on the first half of the fictional series; there only pairs
whose concept its truth uses count, for its judges had no others.

Who wrote the terms had read these texts, so a case shows more terms than one that nobody read. So
each case is also fitted with half of the terms gone that no other case has (`THINNED` times, each
at random but the same in each run); the threshold is the one that is best for both, by leaving one
book out. Prints micro F1 so found, with all terms and thinned.
"""

import math
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click
import numpy as np
import numpy.typing as npt
from casebooks import read_casebook
from scipy.optimize import minimize
from score_labels import KINDS, TUNED, Kind, known
from voorbeeld_halves import rates, truth

from corpus import Evidence, Vocabulary, find_series
from indexer.dutch import load_analysis
from indexer.pipeline import build_index
from indexer.segment import Sentence, case_headings, case_sentences, cut_passages
from indexer.vocabulary import Terms, load_target_groups, load_themes
from indexer.vocabulary.evidence import Signs, Tally, gather, signs
from search.collection import open_collection

Floats = npt.NDArray[np.float64]

FILE = Path(__file__).parent.parent / "indexer" / "vocabulary" / "weights.toml"
THINNED = 3
GONE = 0.5
SPREAD = 1.0
"""The variance of a weight around 0."""
SERIES = "voorbeeld"
NEAR = 0.05
"""A threshold is as good as those so near to it: one alone is best by chance."""
THRESHOLDS = tuple(step / 100 for step in range(20, 66, 2))

HEAD = """# What each sign counts for, in log-odds (`evidence.py` says what they are). Fitted by
# tests/fit_labels.py on invented cases; do not edit by hand.
"""


@dataclass(frozen=True, slots=True)
class Read:
    """A case that may be learned from.

    Attributes:
        book: it stands in.
        headings: its title first.
        sentences: of the case.
        wanted: the concepts that it has, of both vocabularies.
    """

    book: str
    headings: tuple[Evidence, ...]
    sentences: tuple[Sentence, ...]
    wanted: Mapping[Kind, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a case has of the concepts of one vocabulary."""

    book: str
    length: int
    tallies: Mapping[str, Tally]
    wanted: frozenset[str]
    judged: frozenset[str]

    def rows(self) -> Iterator[tuple[Signs, bool]]:
        """The signs of each concept that could be judged, and whether the case has it."""
        for concept, found in signs(self.tallies, self.length):
            if concept in self.judged:
                yield found, concept in self.wanted


def main(arguments: list[str]) -> int:
    series = find_series(SERIES)
    vocabularies = {"themes": load_themes(series), "target_groups": load_target_groups(series)}
    cases = [*read_books(), *read_series()]
    text = HEAD
    for kind in KINDS:
        versions = gathered(cases, kind, vocabularies[kind])
        threshold = left_out(versions, kind)
        bias, *weights = fitted(versions)
        bias -= math.log(threshold / (1 - threshold))
        lines = [f"{name} = {w:.3f}" for name, w in zip(Signs._fields, weights, strict=True)]
        text += "\n".join((f"\n[{kind}]", f"bias = {bias:.3f}", *lines, ""))
    click.echo(text)
    if "--write" in arguments:
        FILE.write_text(text, encoding="utf-8")
    return 0


def read_books() -> Iterator[Read]:
    for name in TUNED:
        for one in read_casebook(name):
            wanted: dict[Kind, frozenset[str]] = {
                "themes": frozenset(one.tagged.themes),
                "target_groups": frozenset(one.tagged.target_groups),
            }
            yield Read(name, case_headings(one.document, one.case), one.sentences, wanted)


def read_series() -> Iterator[Read]:
    """The cases of the fictional series that may be looked at."""
    series = find_series(SERIES)
    with tempfile.TemporaryDirectory() as folder:
        build_index(series, Path(folder), report=lambda *_: None)
        with open_collection(series, Path(folder)) as collection:
            for case_id, card in truth("tune").items():
                case = collection.case(case_id)
                assert case is not None
                document = collection.text(case.document)
                sentences = case_sentences(document, cut_passages(document, case))
                wanted = {kind: frozenset(item["id"] for item in card[kind]) for kind in KINDS}
                yield Read(SERIES, case_headings(document, case), sentences, wanted)


def gathered(cases: Sequence[Read], kind: Kind, vocabulary: Vocabulary) -> list[list[Gathered]]:
    """The cases as they are, and then thinned."""
    terms = Terms(vocabulary, load_analysis(), compounds=True)
    everything = frozenset(concept.id for concept in vocabulary.concepts)
    whole = [
        Gathered(
            book=case.book,
            length=len(case.sentences),
            tallies=gather(terms, case.headings, case.sentences),
            wanted=case.wanted[kind],
            judged=known(kind) if case.book == SERIES else everything,
        )
        for case in cases
    ]
    return [whole, *(thinned(whole, seed) for seed in range(THINNED))]


def thinned(cases: Sequence[Gathered], seed: int) -> list[Gathered]:
    """The cases without half of the terms that one of them alone has."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    counts = Counter(
        (concept, term)
        for case in cases
        for concept, tally in case.tallies.items()
        for term in tally.strong | tally.weak
    )
    own = sorted(pair for pair, count in counts.items() if count == 1)
    gone = {pair for pair in own if chance.random() < GONE}
    return [
        replace(case, tallies={c: _without(c, tally, gone) for c, tally in case.tallies.items()})
        for case in cases
    ]


def _without(concept: str, tally: Tally, gone: set[tuple[str, str]]) -> Tally:
    strong = {term for term in tally.strong if (concept, term) not in gone}
    weak = {term for term in tally.weak if (concept, term) not in gone}
    return Tally(strong, weak, tally.told if strong else set(), tally.hinted, tally.headings)


def left_out(versions: Sequence[Sequence[Gathered]], kind: Kind) -> float:
    """The threshold that is best, whole and thinned, by leaving one book out; prints how good."""
    judged: list[tuple[int, float, bool]] = []
    for book in sorted({case.book for case in versions[0]}):
        weights = fitted([[c for c in cases if c.book != book] for cases in versions])
        judged += [
            (number, probability(weights, found), right)
            for number, cases in enumerate(versions)
            for case in cases
            if case.book == book
            for found, right in case.rows()
        ]
    true = sum(len(case.wanted & case.judged) for case in versions[0])
    full = {t: _f1([row for row in judged if row[0] == 0], t, true) for t in THRESHOLDS}
    thin = {t: _f1([row for row in judged if row[0]], t, true * THINNED) for t in THRESHOLDS}
    both = {
        t: sum(full[u] + thin[u] for u in THRESHOLDS if abs(u - t) < NEAR) for t in THRESHOLDS[2:-2]
    }
    best = max(both, key=both.__getitem__)
    click.echo(f"{kind}: micro F1 {full[best]:.3f}, thinned {thin[best]:.3f}, from {best} on")
    return best


def fitted(versions: Sequence[Sequence[Gathered]]) -> Floats:
    """The bias and the weights of the signs."""
    rows = [row for cases in versions for case in cases for row in case.rows()]
    x = np.array([(1.0, *found) for found, _ in rows])
    y = np.array([1.0 if right else -1.0 for _, right in rows])

    def loss(weights: Floats) -> tuple[float, Floats]:
        margin = y * (x @ weights)
        wrong = 1 / (1 + np.exp(margin))
        free = weights * np.array([0.0, *[1.0] * len(Signs._fields)])
        value = float(np.logaddexp(0, -margin).sum()) / len(versions) + free @ free / 2 / SPREAD
        return value, -(x.T @ (y * wrong)) / len(versions) + free / SPREAD

    found: Floats = minimize(loss, np.zeros(x.shape[1]), jac=True).x
    return found


def probability(weights: Floats, found: Signs) -> float:
    return 1 / (1 + math.exp(-float(weights @ np.array([1.0, *found]))))


def _f1(judged: Sequence[tuple[int, float, bool]], threshold: float, true: int) -> float:
    said = [right for _, chance, right in judged if chance >= threshold]
    return rates(right=sum(said), said=len(said), true=true)[2]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
