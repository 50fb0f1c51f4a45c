"""Scores how high a search puts the cases that meet an information need.

Run as `python tests/score_needs.py [--queries] [--test]`.

For each series with needs (`truth/needs.toml`) it prints nDCG@10 over the cases: of our search as
`wijk cases WORDS` ranks them, and of plain Whoosh (its standard analyzer, BM25F over title and
text, any word will do) over the same passages and over whole cases. Beside it stands p of a paired
randomisation test of ours against the better of the two. By default only the half `tune` is scored,
`--queries` with a line a need; `--test` scores the half `test`, which nothing may be tuned on, and
never prints single needs. Ends in 1 below the floors of `score_needs_floors.toml`.
"""

import hashlib
import random
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import ir_measures
from whoosh import fields
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import MultifieldParser, OrGroup

from corpus import find_series
from indexer.pipeline import build_index
from search.cases import list_cases, read_case
from search.collection import Collection, open_collection

HERE = Path(__file__).parent
FLOORS = HERE / "score_needs_floors.toml"
BOX = HERE.parent / "corpus" / "series"
SERIES = ("voorbeeld", "wij-in-de-wijk")
MEASURE = ir_measures.parse_measure("nDCG@10")
_SHUFFLES = 20_000

Ranker = Callable[[str], list[str]]
"""From what was typed to the ids of cases, best first."""


@dataclass(frozen=True, slots=True)
class Need:
    """An information need; `relevant` grades the cases that meet it."""

    id: str
    set: str
    query: str
    relevant: dict[str, int]


def main(arguments: list[str]) -> int:
    half = "test" if "--test" in arguments else "tune"
    below = []
    for name in SERIES:
        scores = score_series(name, half)
        click.echo(f"{name}, {half}: {len(needs(name, half))} needs")
        for ranker, values in scores.items():
            click.echo(f"  {ranker:24} nDCG@10 {mean(values):.4f}  nothing {values.count(0.0)}")
        mine, best = compared(scores)
        click.echo(f"  ours against the better: p = {p_value(mine, best):.4f}")
        if "--queries" in arguments and half == "tune":
            click.echo("\n".join(lines(name, scores)))
        below += below_floor(name, half, mean(mine))
    click.echo("\n".join(below))
    return 1 if below else 0


def needs(series: str, half: str) -> list[Need]:
    """The needs of one half, in their order."""
    table = tomllib.loads(needs_path(series).read_text("utf-8"))
    all_needs = (
        Need(need["id"], need["set"], need["query"], need["relevant"]) for need in table["needs"]
    )
    return [need for need in all_needs if need.set == half]


def needs_path(series: str) -> Path:
    return BOX / series / "truth" / "needs.toml"


def score_series(name: str, half: str) -> dict[str, list[float]]:
    """The scores of each ranker, need by need, over an index built for it."""
    series = find_series(name)
    with tempfile.TemporaryDirectory() as home:
        build_index(series, Path(home), report=lambda *_: None)
        with open_collection(series, Path(home)) as collection:
            return score_collection(collection, needs(name, half))


def score_collection(collection: Collection, asked: Sequence[Need]) -> dict[str, list[float]]:
    """The scores of each ranker over an open index, need by need."""
    rankers: dict[str, Ranker] = {
        "ours": ours(collection),
        "plain Whoosh, passages": plain_whoosh(passages(collection)),
        "plain Whoosh, cases": plain_whoosh(whole_cases(collection)),
    }
    return {name: scored(rank, asked) for name, rank in rankers.items()}


def scored(rank: Ranker, asked: Sequence[Need]) -> list[float]:
    """The scores of a ranker, need by need."""
    return [ndcg(need.relevant, rank(need.query)) for need in asked]


def ours(collection: Collection) -> Ranker:
    """The ranking of `wijk cases WORDS`."""
    return lambda query: [case.id for case in list_cases(collection, query).cases]


def ndcg(relevant: dict[str, int], ranked: Sequence[str]) -> float:
    """nDCG@10 of a ranking, as trec_eval takes it."""
    qrels = [ir_measures.Qrel("q", case, grade) for case, grade in relevant.items()]
    run = [ir_measures.ScoredDoc("q", case, -float(rank)) for rank, case in enumerate(ranked)]
    # A ranking without a case is no ranking to the measure: it scores nothing.
    return float(ir_measures.calc_aggregate([MEASURE], qrels, run)[MEASURE]) if run else 0.0


def passages(collection: Collection) -> Iterator[tuple[str, str, str]]:
    """The id and title of each case with the text of each of its passages."""
    for case in list_cases(collection).cases:
        for passage in collection.engine.passages_of(case.id):
            yield case.id, case.title, passage.text


def whole_cases(collection: Collection) -> Iterator[tuple[str, str, str]]:
    """The id, title and whole text of each case."""
    for case in list_cases(collection).cases:
        text = " ".join(piece.text for piece in read_case(collection, case.id).passages)
        yield case.id, case.title, text


def plain_whoosh(texts: Iterator[tuple[str, str, str]]) -> Ranker:
    """Whoosh as its manual begins: its own analyzer, its own parser, its own BM25F."""
    schema = fields.Schema(case=fields.STORED, title=fields.TEXT, text=fields.TEXT)
    index = RamStorage().create_index(schema)
    writer = index.writer()
    for case, title, text in texts:
        writer.add_document(case=case, title=title, text=text)
    writer.commit()
    parser = MultifieldParser(["title", "text"], schema, group=OrGroup)
    searcher = index.searcher()

    def rank(query: str) -> list[str]:
        hits = searcher.search(parser.parse(query), limit=None)
        return list(dict.fromkeys(hit["case"] for hit in hits))

    return rank


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def compared(scores: dict[str, list[float]]) -> tuple[list[float], list[float]]:
    """Our scores, and those of the better of the others."""
    others = [values for name, values in scores.items() if name != "ours"]
    return scores["ours"], max(others, key=mean)


def p_value(mine: Sequence[float], others: Sequence[float]) -> float:
    """Two-sided p of a paired randomisation test on the difference of the means.

    The signs of the differences are drawn 20,000 times, always the same. Source: Smucker, Allan and
    Carterette (2007), A comparison of statistical significance tests for information retrieval
    evaluation.
    """
    differences = [a - b for a, b in zip(mine, others, strict=True)]
    observed = abs(sum(differences)) - 1e-9
    chance = random.Random(1)  # noqa: S311 - a seed that makes the figure the same each time
    extreme = sum(
        abs(sum(value if chance.random() < 0.5 else -value for value in differences)) >= observed
        for _ in range(_SHUFFLES)
    )
    return (1 + extreme) / (1 + _SHUFFLES)


def lines(name: str, scores: dict[str, list[float]]) -> Iterator[str]:
    """A line for each need of the half that may be looked at."""
    rows = zip(needs(name, "tune"), *compared(scores), strict=True)
    for need, mine, other in rows:
        yield f"    {need.id} {mine:.3f} {other:.3f}  {need.query}"


def below_floor(name: str, half: str, score: float) -> list[str]:
    """Whether a series fell below its floor, or has other needs than the floor is of."""
    floors: dict[str, Any] = tomllib.loads(FLOORS.read_text("utf-8"))[name]
    if hashlib.sha256(needs_path(name).read_bytes()).hexdigest() != floors["needs"]:
        return [f"{name}: the needs are not those that the floors were measured on."]
    if score < floors.get(half, 0.0):
        return [f"{name}, {half}: {score:.4f} is below the floor of {floors[half]}."]
    return []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
