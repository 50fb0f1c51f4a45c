"""Times a search in a warm process beside bare Whoosh, in one run.

Run as `python tests/bench_search.py [PASSAGES]` (default 3,000).

The passages are those of the fictional casebook, as often as it takes, each copy with words of its
own so that the vocabulary grows as it does in a real one. Ours is `search` as the command line and
the browser call it: 20 passages with snippets, reasons and places. Bare Whoosh is its own analyzer,
parser, BM25F and highlighter over the same passages, 20 hits with highlights. Both answer the same
questions, in turns; the figures are milliseconds over all of them.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click
from score_needs import needs
from whoosh import fields, highlight
from whoosh.filedb.filestore import FileStorage
from whoosh.qparser import OrGroup, QueryParser

from corpus import find_series
from indexer.judged import JudgedCollection, JudgedText, index_judged
from indexer.pipeline import build_index
from search.collection import open_collection, open_generation
from search.hits import search

_PASSAGES = 3_000
_ROUNDS = 3
_SHOWN = 20
_EXTRA = ('"samen eten"', "vrijwilliger*", "buurthuis~", "ouderen AND eten", "wijk", "de buurt")


def main(arguments: list[str]) -> int:
    count = int(arguments[0]) if arguments else _PASSAGES
    texts = [text for text, _ in zip(copies(), range(count), strict=False)]
    asked = [need.query for need in needs("voorbeeld", "tune")] + list(_EXTRA)
    with tempfile.TemporaryDirectory() as folder:
        plain = bare_whoosh(Path(folder), texts)
        with tempfile.TemporaryDirectory() as generation:
            shelf = tuple(JudgedText(f"t{number}", text) for number, text in enumerate(texts))
            index_judged(JudgedCollection(shelf, (), {}), Path(generation))
            collection = open_generation(Path(generation))
            times = timed(
                asked, {"ours": lambda text: search(collection, text), "bare Whoosh": plain}
            )
            collection.close()
    click.echo(f"{len(texts)} passages, {len(asked)} questions, {_ROUNDS} rounds")
    for name, values in times.items():
        click.echo(f"  {name:12} p50 {statistics.median(values):7.1f}   p95 {p95(values):7.1f}")
    click.echo(f"  p95, ours to bare Whoosh: {p95(times['ours']) / p95(times['bare Whoosh']):.2f}")
    return 0


def copies() -> Iterator[str]:
    """The passages of the fictional casebook, then copies of them."""
    series = find_series("voorbeeld")
    with tempfile.TemporaryDirectory() as home:
        build_index(series, Path(home), report=lambda *_: None)
        with open_collection(series, Path(home)) as collection:
            originals = [
                passage.text.replace("\n\n", " ")
                for case in collection.catalogue.cases
                for passage in collection.engine.passages_of(case.entry.id)
            ]
    yield from originals
    copy = 1
    while True:
        for number, text in enumerate(originals):
            yield f"{text} Kenmerk{copy} nummer{copy}x{number}."
        copy += 1


def bare_whoosh(folder: Path, texts: Sequence[str]) -> Callable[[str], object]:
    """A search with highlights as Whoosh's manual has it, over an index on disk."""
    schema = fields.Schema(text=fields.TEXT(stored=True))
    index = FileStorage(str(folder)).create_index(schema)
    writer = index.writer(limitmb=256)
    for text in texts:
        writer.add_document(text=text)
    writer.commit(optimize=True)
    searcher = index.searcher()
    parser = QueryParser("text", schema, group=OrGroup)

    def ask(question: str) -> object:
        hits = searcher.search(parser.parse(question), limit=_SHOWN)
        hits.fragmenter = highlight.SentenceFragmenter()
        return [hit.highlights("text", top=1) for hit in hits]

    return ask


def timed(
    asked: Sequence[str], searches: dict[str, Callable[[str], object]]
) -> dict[str, list[float]]:
    """Milliseconds of each search for each question, after a round that warms up."""
    times: dict[str, list[float]] = {name: [] for name in searches}
    for number in range(_ROUNDS + 1):
        for question in asked:
            for name, ask in searches.items():
                start = time.perf_counter()
                ask(question)
                if number:
                    times[name].append((time.perf_counter() - start) * 1_000)
    return times


def p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
