"""How good a search is on a judged collection, by the measures of the field.

The collection goes through the same analysis and ranking as a series: passages are found, and a
text ranks by its best passage. The measures are those of `ir-measures`, as trec_eval takes them.
"""

import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from corpus import QuestionError, Value
from indexer.judged import JudgedCollection, JudgedQuery, index_judged, read_judged
from search.collection import Collection, open_generation
from search.lookup import pose

MEASURES = ("nDCG@10", "RR@10", "R@10", "R@100")
"""As `ir-measures` writes them: RR is the reciprocal rank, whose mean is MRR; R is recall."""

DEPTH = 1_000
"""So many texts of each question are ranked."""


class Ranked(Value, frozen=True):
    """A text as it was ranked for a question; `rank` counts from 1."""

    query: str
    text: str
    rank: int
    score: float


class Evaluation(Value, frozen=True):
    """What was measured.

    Attributes:
        texts: number of texts.
        queries: number of questions that have a judgment.
        measures: the mean over the questions, by name.
        per_query: the same of each question, by its id.
    """

    texts: int
    queries: int
    measures: dict[str, float]
    per_query: dict[str, dict[str, float]]


def evaluate(folder: Path) -> tuple[Evaluation, tuple[Ranked, ...]]:
    """The measures of the judged collection in a folder, and the ranking they were taken of.

    Raises:
        SourceError: the folder is no judged collection.
        QuestionError: `ir-measures` is not installed, or no question has a judgment.
    """
    judged = read_judged(folder)
    if not judged.queries:
        raise QuestionError(
            f"No question in {folder} has a judgment.", remedy="Check the ids in qrels.tsv."
        )
    with tempfile.TemporaryDirectory() as place:
        index_judged(judged, Path(place))
        collection = open_generation(Path(place))
        try:
            run = tuple(ranked for query in judged.queries for ranked in _rank(collection, query))
        finally:
            collection.close()
    return _measure(judged, run), run


def write_run(run: tuple[Ranked, ...], file: Path) -> None:
    """Writes a ranking in the format of TREC: query, Q0, text, rank, score, tag."""
    lines = (f"{r.query} Q0 {r.text} {r.rank} {r.score:.4f} wijk\n" for r in run)
    file.write_text("".join(lines), encoding="utf-8")


def _rank(collection: Collection, query: JudgedQuery) -> Iterator[Ranked]:
    posed, _ = pose(collection, query.text)
    cases = islice(collection.engine.find(posed, limit=0).cases.items(), DEPTH)
    for rank, (text, score) in enumerate(cases, start=1):
        yield Ranked(query.id, text, rank, score)


def _measure(judged: JudgedCollection, run: tuple[Ranked, ...]) -> Evaluation:
    try:
        import ir_measures  # noqa: PLC0415 - only an evaluation needs it, with numpy and scipy
    except ImportError as error:
        raise QuestionError(
            "Measuring needs the package ir-measures.",
            remedy="Install it beside wijk: pip install 'wijindewijk[eval]'",
        ) from error
    measures = [ir_measures.parse_measure(name) for name in MEASURES]
    qrels = [
        ir_measures.Qrel(query, text, grade)
        for query, grades in judged.judgments.items()
        for text, grade in grades.items()
    ]
    # Ties by rank: trec_eval ranks by score alone.
    scored = [ir_measures.ScoredDoc(r.query, r.text, -float(r.rank)) for r in run]
    per_query: dict[str, dict[str, float]] = {query.id: {} for query in judged.queries}
    for value in ir_measures.iter_calc(measures, qrels, scored):
        per_query.setdefault(value.query_id, {})[str(value.measure)] = round(value.value, 4)
    means = {
        name: sum(values.get(name, 0.0) for values in per_query.values()) / len(per_query)
        for name in MEASURES
    }
    return Evaluation(
        texts=len(judged.texts),
        queries=len(judged.queries),
        measures={name: round(mean, 4) for name, mean in means.items()},
        per_query=dict(sorted(per_query.items())),
    )
