"""`eval` and `batch`: many questions at once."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from corpus import SourceError
from search.cli.group import WijkCommand
from search.cli.options import filter_options, format_options
from search.cli.output import print_csv, print_json
from search.cli.session import Session
from search.evaluation import evaluate, write_run
from search.hits import DEFAULT_LIMIT
from search.hits import search as search_passages
from search.models import Filters
from search.sheets import HIT_COLUMNS, hit_row


@click.command(
    "eval",
    cls=WijkCommand,
    examples=(
        ("wijk eval ~/vac", "nDCG@10, MRR@10 and recall of a judged collection"),
        ("wijk eval ~/vac --run vac.run --json", "per question, and the ranking for trec_eval"),
    ),
)
@click.argument("folder", metavar="COLLECTION", type=click.Path(path_type=Path))
@click.option("--run", type=click.Path(path_type=Path), help="File for the ranking, TREC format.")
@format_options(lists=False)
def evaluate_collection(folder: Path, run: Path | None, style: str) -> None:
    """Measure how well this search does on a judged collection (BEIR layout).

    The folder has corpus.jsonl, queries.jsonl and qrels.tsv. The texts go through the same analysis
    and ranking as a series.
    """
    evaluation, ranking = evaluate(folder)
    if run:
        write_run(ranking, run)
    if style == "json":
        print_json(evaluation)
        return
    click.echo(f"{evaluation.queries} questions over {evaluation.texts} texts")
    for name, value in evaluation.measures.items():
        click.echo(f"  {name:8} {value:.4f}")


@click.command(
    cls=WijkCommand,
    examples=(
        ("wijk batch questions.txt > found.jsonl", "a question a line in, a result a line out"),
        ("wijk batch questions.csv --csv --limit 5", "the first column, or the one named query"),
        ("cut -f2 list.tsv | wijk batch -", "from standard input"),
    ),
)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@filter_options
@click.option(
    "--limit", type=click.IntRange(1), default=DEFAULT_LIMIT, show_default=True,
    help="How many passages of each at most.",
)  # fmt: skip
@click.option("--json", "style", flag_value="json", help="Print JSON Lines: what it does anyway.")
@click.option("--csv", "style", flag_value="csv", help="Print CSV.")
@click.pass_obj
def batch(session: Session, file: Path, filters: Filters, limit: int, style: str | None) -> None:
    """Answer a list of searches: JSON Lines, or CSV with a row a passage."""
    found = False
    with session.collection() as collection:
        results = (
            search_passages(collection, query, filters, limit=limit) for query in _queries(file)
        )
        if style == "csv":
            listed = tuple(results)
            found = any(result.hits for result in listed)
            rows = ((r.query, *hit_row(hit)) for r in listed for hit in r.hits)
            print_csv(("query", *HIT_COLUMNS), rows)
        else:
            for result in results:
                click.echo(msgspec.json.encode(result))
                found = found or bool(result.hits)
    sys.exit(not found)


def _queries(file: Path) -> Iterator[str]:
    """The searches of a list, without empty ones."""
    try:
        stream = sys.stdin if str(file) == "-" else file.open(encoding="utf-8-sig", newline="")
        with stream:
            if file.suffix.lower() == ".csv":
                yield from _column(csv.reader(stream))
            else:
                yield from filter(None, (line.strip() for line in stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(
            f"{file} cannot be read.", remedy="Give a text file in UTF-8 with a search a line."
        ) from error


def _column(rows: Iterator[list[str]]) -> Iterator[str]:
    head = next(rows, [])
    names = [name.strip().lower() for name in head]
    column = names.index("query") if "query" in names else 0
    if "query" not in names and head and head[0].strip():
        yield head[0].strip()
    for row in rows:
        if len(row) > column and row[column].strip():
            yield row[column].strip()
