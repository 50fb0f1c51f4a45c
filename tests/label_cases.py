"""The tagged cases that labels are learned from, and what each shows of each concept.

The casebooks that may be learned from (`score_labels.TUNED`) and the first half of the fictional
series, as two librarians filed them. Each case comes whole, and thinned: without half of the terms
that no other case has.
"""

import math
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from casebooks import read_casebook
from librarians import Filed
from score_labels import TUNED
from voorbeeld_halves import filed

from corpus import Evidence, Vocabulary, find_series
from indexer.dutch import load_analysis
from indexer.pipeline import build_index
from indexer.segment import Sentence, case_headings, case_sentences, cut_passages
from indexer.vocabulary import Kind, Terms
from indexer.vocabulary.evidence import Tally, gather, signs, strengths
from indexer.vocabulary.weights import TERM
from search.collection import open_collection

Shown = dict[str, float]
"""What a case shows of a concept: its signs, the concept itself, its terms, and the others."""

THINNED = 4
GONE = 0.5
OF_A_TERM = 0.5
"""So much nearer to 0 than others are the weights of terms, for few cases have one."""
SERIES = "voorbeeld"


@dataclass(frozen=True, slots=True)
class Read:
    """A case that may be learned from.

    Attributes:
        book: it stands in.
        headings: its title first.
        sentences: of the case.
        filed: under what it is filed, of both vocabularies.
    """

    book: str
    headings: tuple[Evidence, ...]
    sentences: tuple[Sentence, ...]
    filed: Mapping[Kind, Filed]


Tallies = Mapping[Kind, Mapping[str, Tally]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a case has of the concepts of the vocabularies."""

    read: Read
    tallies: Tallies

    def rows(self, kind: Kind) -> Iterator[tuple[str, Shown]]:
        """Each concept that the case shows anything of, and what it shows."""
        found = {
            k: dict(signs(these, len(self.read.sentences))) for k, these in self.tallies.items()
        }
        beside = strengths(found)
        for concept, one in found[kind].items():
            times = self.tallies[kind][concept].times
            yield (
                concept,
                {
                    **one._asdict(),
                    f"{concept}\t\t": 1.0,
                    **{
                        f"{concept}\t{TERM}\t{t}": OF_A_TERM * math.log1p(n)
                        for t, n in times.items()
                    },
                    **{
                        f"{concept}\t{k}\t{c}": v
                        for (k, c), v in beside.items()
                        if (k, c) != (kind, concept)
                    },
                },
            )


def read_books() -> Iterator[Read]:
    for name in TUNED:
        for one in read_casebook(name):
            kinds: dict[Kind, Filed] = {
                "themes": one.tagged.themes,
                "target_groups": one.tagged.target_groups,
            }
            yield Read(name, case_headings(one.document, one.case), one.sentences, kinds)


def read_series() -> Iterator[Read]:
    """The cases of the fictional series that may be looked at."""
    series = find_series(SERIES)
    with tempfile.TemporaryDirectory() as folder:
        build_index(series, Path(folder), report=lambda *_: None)
        with open_collection(series, Path(folder)) as collection:
            for case_id, kinds in filed("tune").items():
                case = collection.case(case_id)
                assert case is not None
                document = collection.text(case.document)
                sentences = case_sentences(document, cut_passages(document, case))
                yield Read(SERIES, case_headings(document, case), sentences, kinds)


def gathered(
    cases: Sequence[Read], vocabularies: Mapping[Kind, Vocabulary]
) -> list[list[Gathered]]:
    """The cases as they are, and then thinned."""
    analysis = load_analysis()
    terms = {kind: Terms(v, analysis, compounds=True) for kind, v in vocabularies.items()}
    whole = [
        Gathered(case, {k: gather(t, case.headings, case.sentences) for k, t in terms.items()})
        for case in cases
    ]
    return [whole, *(thinned(whole, seed) for seed in range(THINNED))]


def thinned(cases: Sequence[Gathered], seed: int) -> list[Gathered]:
    """The cases without half of the terms that one of them alone has."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    counts = Counter(
        (kind, concept, term)
        for case in cases
        for kind, tallies in case.tallies.items()
        for concept, tally in tallies.items()
        for term in tally.times
    )
    own = sorted(one for one, count in counts.items() if count == 1)
    gone = {one for one in own if chance.random() < GONE}
    return [replace(case, tallies=_without_all(case.tallies, gone)) for case in cases]


def _without_all(tallies: Tallies, gone: set[tuple[Kind, str, str]]) -> Tallies:
    return {
        kind: {
            concept: _without(
                tally, {term for term in tally.times if (kind, concept, term) in gone}
            )
            for concept, tally in these.items()
        }
        for kind, these in tallies.items()
    }


def _without(tally: Tally, gone: set[str]) -> Tally:
    strong = tally.strong - gone
    times = Counter({term: n for term, n in tally.times.items() if term not in gone})
    told = tally.told if strong else set[int]()
    return Tally(strong, tally.weak - gone, times, told, tally.hinted, tally.headings)
