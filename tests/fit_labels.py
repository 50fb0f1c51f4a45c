"""Fits the weights of `indexer/vocabulary` and says how well they do.

Run as `python tests/fit_labels.py`; `--write` replaces `weights.toml` and `weights-learned.tsv`.

For each vocabulary a logistic regression tells the concepts that a case has from the others, by the
signs of `indexer.vocabulary.evidence`, by the concept itself and by its terms. What is learned of
one concept or term is drawn towards 0, of a term more than of a concept, since few cases have it;
what holds for all is learned from all. It is fitted on the casebooks that the vocabularies were
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
from casebooks import read_casebook
from score_labels import KINDS, TUNED, Kind, known
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from voorbeeld_halves import rates, truth

from corpus import Evidence, Vocabulary, find_series
from indexer.dutch import load_analysis
from indexer.pipeline import build_index
from indexer.segment import Sentence, case_headings, case_sentences, cut_passages
from indexer.vocabulary import Terms, load_target_groups, load_themes
from indexer.vocabulary.evidence import Signs, Tally, gather, signs
from indexer.vocabulary.weights import LEARNED, SIGNS
from search.collection import open_collection

Shown = dict[str, float]
"""What a case shows of a concept: its signs, the concept itself, a term as `concept\tterm`."""

FOLDER = Path(__file__).parent.parent / "indexer" / "vocabulary"
THINNED = 3
GONE = 0.5
SPREAD = 1.0
"""The variance around 0 of the weight of a sign or concept."""
OF_A_TERM = 0.5
"""So much nearer to 0 are the weights of terms."""
LEAST = 0.03
"""A weight of a term that is nearer to 0 is left out."""
SERIES = "voorbeeld"
NEAR = 0.05
"""A threshold is as good as those so near to it: one alone is best by chance."""
ALIKE = 0.005
"""Of thresholds whose F1 is so nearly the best the lowest: new texts show fewer terms."""
THRESHOLDS = tuple(step / 100 for step in range(20, 66, 2))

HEAD = """# What each sign counts for, in log-odds (`evidence.py` says what they are). Fitted by
# tests/fit_labels.py on invented cases; do not edit by hand.
"""
HEAD_LEARNED = """\
# What concepts begin with and what their terms count for, beside what holds for all, by
# vocabulary, concept and term, in hundredths (`weights.py`). Fitted by tests/fit_labels.py.
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

    def rows(self) -> Iterator[tuple[Shown, bool]]:
        """What is shown of each concept that could be judged, and whether the case has it."""
        for concept, found in signs(self.tallies, self.length):
            if concept in self.judged:
                times = self.tallies[concept].times
                terms = {f"{concept}\t{t}": OF_A_TERM * math.log1p(n) for t, n in times.items()}
                yield {**found._asdict(), concept: 1.0, **terms}, concept in self.wanted


@dataclass(frozen=True, slots=True)
class Fitted:
    """A regression, and the numbers of what it weighs."""

    columns: DictVectorizer
    model: LogisticRegression

    def chances(self, rows: Sequence[Shown]) -> list[float]:
        found: list[list[float]] = self.model.predict_proba(self.columns.transform(rows)).tolist()
        return [chance for _, chance in found]

    def weights(self) -> dict[str, float]:
        """Of each sign, concept and term."""
        names: list[str] = self.columns.get_feature_names_out().tolist()
        values: list[float] = self.model.coef_[0].tolist()
        return {
            name: value * (OF_A_TERM if "\t" in name else 1)
            for name, value in zip(names, values, strict=True)
        }


def main(arguments: list[str]) -> int:
    series = find_series(SERIES)
    vocabularies = {"themes": load_themes(series), "target_groups": load_target_groups(series)}
    cases = [*read_books(), *read_series()]
    text, learned = HEAD, HEAD_LEARNED
    for kind in KINDS:
        versions = gathered(cases, kind, vocabularies[kind])
        threshold = left_out(versions, kind)
        found = fitted(versions)
        weights = found.weights()
        bias = float(found.model.intercept_[0]) - math.log(threshold / (1 - threshold))
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
        concept, _, term = name.partition("\t")
        if not term or abs(weight) >= LEAST:
            yield f"{kind}\t{concept}\t{term}\t{weight * 100:.0f}\n"


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
    times = Counter({term: n for term, n in tally.times.items() if (concept, term) not in gone})
    told = tally.told if strong else set()
    return Tally(strong, weak, times, told, tally.hinted, tally.headings)


def left_out(versions: Sequence[Sequence[Gathered]], kind: Kind) -> float:
    """The threshold that is best, whole and thinned, by leaving one book out; prints how good."""
    judged: list[tuple[int, float, bool]] = []
    for book in sorted({case.book for case in versions[0]}):
        model = fitted([[c for c in cases if c.book != book] for cases in versions])
        for number, cases in enumerate(versions):
            rows = [row for case in cases if case.book == book for row in case.rows()]
            chances = model.chances([shown for shown, _ in rows])
            judged += [
                (number, chance, right) for chance, (_, right) in zip(chances, rows, strict=True)
            ]
    true = sum(len(case.wanted & case.judged) for case in versions[0])
    full = {t: _f1([row for row in judged if row[0] == 0], t, true) for t in THRESHOLDS}
    thin = {t: _f1([row for row in judged if row[0]], t, true * THINNED) for t in THRESHOLDS}
    both = {
        t: sum(full[u] + thin[u] for u in THRESHOLDS if abs(u - t) < NEAR) for t in THRESHOLDS[2:-2]
    }
    best = min(t for t in both if both[t] >= max(both.values()) * (1 - ALIKE))
    click.echo(f"{kind}: micro F1 {full[best]:.3f}, thinned {thin[best]:.3f}, from {best} on")
    return best


def fitted(versions: Sequence[Sequence[Gathered]]) -> Fitted:
    """The regression over all versions, which together count as one."""
    rows = [row for cases in versions for case in cases for row in case.rows()]
    columns = DictVectorizer()
    model = LogisticRegression(C=SPREAD / len(versions), max_iter=1000)
    model.fit(columns.fit_transform([shown for shown, _ in rows]), [right for _, right in rows])
    return Fitted(columns, model)


def _f1(judged: Sequence[tuple[int, float, bool]], threshold: float, true: int) -> float:
    said = [right for _, chance, right in judged if chance >= threshold]
    return rates(right=sum(said), said=len(said), true=true)[2]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
