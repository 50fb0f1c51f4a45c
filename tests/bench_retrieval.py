"""Compares the ranking with other engines, and with itself without each of its parts.

Run as `python tests/bench_retrieval.py [COLLECTION] [--ablation]`.

COLLECTION is a judged collection in the layout of BEIR (default: `../shared/retrieval/vac`). Beside
ours stand plain Whoosh, Whoosh with its own Dutch stemmer, and Lucene's Dutch analyzer, each with
its own BM25 over whole texts. Lucene needs `liblucene8-java` of Debian, a Java, and the package
`jpype1`; without them its line says so. `--ablation` takes one part of our ranking away at a time:
on the collection, on the needs of both series (the half `tune`: nDCG@10 over cases), and on the
questions of the fictional casebook (the half `tune`: MRR@10 of the first passage with evidence).
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import click
import ir_measures
from score_answers import proves, questions
from score_needs import SERIES, mean, needs, scored
from whoosh import fields
from whoosh.analysis import LanguageAnalyzer, StandardAnalyzer
from whoosh.filedb.filestore import RamStorage
from whoosh.lang import stemmer_for_language
from whoosh.qparser import OrGroup, QueryParser, WhitespacePlugin

from corpus import find_series
from indexer.dutch import Analysis, Thesaurus, Word, load_lexicon
from indexer.judged import JudgedCollection, index_judged, read_judged
from indexer.pipeline import build_index
from search import ranking, widening
from search.cases import list_cases
from search.collection import Collection, open_collection, open_generation
from search.lookup import pose

VAC = Path(__file__).parents[2] / "shared" / "retrieval" / "vac"
JARS = Path("/usr/share/java")
_LUCENE = ("core", "analyzers-common", "queryparser")
_MEASURES = ("nDCG@10", "RR@10", "R@10", "R@100")
_DEPTH = 1_000

Ranker = Callable[[str], list[str]]
"""From a question to the ids of texts, best first."""


def main(arguments: list[str]) -> int:
    folders = [Path(word) for word in arguments if not word.startswith("--")]
    judged = read_judged(folders[0] if folders else VAC)
    if "--ablation" in arguments:
        print_ablation(judged)
    else:
        print_engines(judged)
    return 0


def print_engines(judged: JudgedCollection) -> None:
    click.echo(f"{'':34}" + "".join(f"{name:>10}" for name in _MEASURES))
    lines: dict[str, Callable[[], Ranker]] = {
        "Whoosh, its standard analyzer": lambda: whoosh_ranker(judged, StandardAnalyzer()),
        "Whoosh, its Dutch analyzer": lambda: whoosh_ranker(judged, LanguageAnalyzer("nl")),
        "Lucene 8, its Dutch analyzer": lambda: lucene_ranker(judged),
    }
    for name, ranker in lines.items():
        try:
            print_line(name, measured(judged, ranker()))
        except ImportError as error:
            click.echo(f"{name:34}skipped: {error}")
    with our_index(judged) as collection:
        print_line("ours", measured(judged, ours(collection)))


def print_line(name: str, values: Sequence[float]) -> None:
    click.echo(f"{name:34}" + "".join(f"{value:>10.4f}" for value in values))


def measured(judged: JudgedCollection, ranker: Ranker) -> list[float]:
    """The measures of a ranking, in their order."""
    measures = [ir_measures.parse_measure(name) for name in _MEASURES]
    qrels = [
        ir_measures.Qrel(query, text, grade)
        for query, grades in judged.judgments.items()
        for text, grade in grades.items()
    ]
    run = [
        ir_measures.ScoredDoc(query.id, text, -float(rank))
        for query in judged.queries
        for rank, text in enumerate(ranker(query.text)[:_DEPTH])
    ]
    found = ir_measures.calc_aggregate(measures, qrels, run)
    return [float(found[measure]) for measure in measures]


def whoosh_ranker(judged: JudgedCollection, analyzer: Any) -> Ranker:  # noqa: ANN401 - Whoosh's
    """Whoosh as its manual has it: its parser and BM25F, any word will do."""
    schema = fields.Schema(id=fields.STORED, text=fields.TEXT(analyzer=analyzer))
    index = RamStorage().create_index(schema)
    writer = index.writer()
    for text in judged.texts:
        writer.add_document(id=text.id, text=f"{text.title}\n{text.text}")
    writer.commit()
    # Its query language off: signs in a question would be taken for operators.
    parser = QueryParser("text", schema, plugins=[WhitespacePlugin()], group=OrGroup)
    searcher = index.searcher()
    return lambda question: [
        hit["id"] for hit in searcher.search(parser.parse(question), limit=_DEPTH)
    ]


def lucene_ranker(judged: JudgedCollection) -> Ranker:
    """Lucene's `DutchAnalyzer` and BM25.

    Raises:
        ImportError: `jpype1`, a Java or Lucene is not installed.
    """
    import jpype  # noqa: PLC0415 - only this line of the table needs it

    jars = [jar for name in _LUCENE for jar in sorted(JARS.glob(f"lucene-{name}-8*.jar"))]
    if len(jars) < len(_LUCENE):
        raise ImportError("liblucene8-java is not installed")
    if not jpype.isJVMStarted():
        jpype.startJVM(classpath=[str(jar) for jar in jars])
    lucene = jpype.JPackage("org").apache.lucene
    analyzer = lucene.analysis.nl.DutchAnalyzer()
    place = lucene.store.ByteBuffersDirectory()
    writer = lucene.index.IndexWriter(place, lucene.index.IndexWriterConfig(analyzer))
    stored = lucene.document.Field.Store.YES
    for text in judged.texts:
        document = lucene.document.Document()
        document.add(lucene.document.StringField("id", text.id, stored))
        whole = f"{text.title}\n{text.text}"
        document.add(lucene.document.TextField("text", whole, lucene.document.Field.Store.NO))
        writer.addDocument(document)
    writer.close()
    searcher = lucene.search.IndexSearcher(lucene.index.DirectoryReader.open(place))
    parser = lucene.queryparser.classic.QueryParser("text", analyzer)

    def rank(question: str) -> list[str]:
        query = parser.parse(lucene.queryparser.classic.QueryParser.escape(question))
        found = searcher.search(query, _DEPTH).scoreDocs
        return [str(searcher.doc(hit.doc).get("id")) for hit in found]

    return rank


@contextmanager
def our_index(judged: JudgedCollection) -> Iterator[Collection]:
    with tempfile.TemporaryDirectory() as folder:
        index_judged(judged, Path(folder))
        collection = open_generation(Path(folder))
        try:
            yield collection
        finally:
            collection.close()


def ours(collection: Collection) -> Ranker:
    return lambda question: list(
        collection.engine.find(pose(collection, question)[0], limit=0).cases
    )


class Stemmed(Analysis):
    """Our words with Whoosh's Dutch stem for a lemma, and no parts."""

    def words(self, text: str) -> tuple[Word, ...]:
        """See `Analysis.words`."""
        stem = stemmer_for_language("nl")
        return tuple(word._replace(lemma=stem(word.form), parts=()) for word in super().words(text))


_PARTS = (
    patch.dict(ranking.READING_WEIGHTS, {"part": 0.0}),
    patch.object(widening, "PARTS_WEIGHT", 0.0),
)
# Stems join *ouders* and *ouderen*, two concepts: the thesaurus would be refused.
_STEMS = (
    patch("indexer.judged.Analysis", Stemmed),
    patch("indexer.pipeline.Analysis", Stemmed),
    patch("indexer.judged.load_thesaurus", lambda *_: Thesaurus()),
    patch("indexer.pipeline.load_thesaurus", lambda *_: Thesaurus()),
)


def _relations(*names: str) -> Any:  # noqa: ANN401 - a patch
    """Takes these relations of the thesaurus away."""
    return patch.dict(widening.RELATION_WEIGHTS, dict.fromkeys(names, 0.0))


VARIANTS: Mapping[str, Sequence[Any]] = {
    "all": (),
    "only the words as typed": (patch.dict(ranking.READING_WEIGHTS, {"lemma": 0.0}), *_PARTS),
    "stems only, and no other names": _STEMS,
    "no parts of compounds": _PARTS,
    "no other names": (_relations("synonym", "narrower", "broader", "related"),),
    "of other names only synonyms": (_relations("narrower", "broader", "related"),),
    "no nearness": (patch.object(ranking, "PAIR_WEIGHT", 0.0),),
    "no case around the passage": (patch.object(ranking, "CASE_WEIGHT", 0.0),),
    "no titles, headings, places": (
        patch.dict(ranking.ZONE_WEIGHTS, {"heading": 0.0, "title": 0.0, "place": 0.0}),
    ),
    "lines of keywords as prose": (patch.object(ranking, "LINE_WEIGHT", 1.0),),
}


def print_ablation(judged: JudgedCollection) -> None:
    columns = ("collection", *SERIES, "questions")
    click.echo(f"{'':32}" + "".join(f"{name:>17}" for name in columns))
    with tempfile.TemporaryDirectory() as home:
        build_all(judged, Path(home))
        for name, patches in VARIANTS.items():
            values = list(ablated(judged, Path(home), patches))
            click.echo(f"{name:32}" + "".join(f"{value:>17.4f}" for value in values))


def build_all(judged: JudgedCollection, home: Path) -> None:
    """Builds the index of the collection and of both series in a folder."""
    (home / "judged").mkdir()
    index_judged(judged, home / "judged")
    for name in SERIES:
        build_index(find_series(name), home, report=lambda *_: None)


def ablated(judged: JudgedCollection, home: Path, patches: Sequence[Any]) -> Iterator[float]:
    """The scores of a variant: on the collection, the needs of both series, and the questions."""
    stemmed = patches is _STEMS
    with ExitStack() as stack:
        for change in patches:
            stack.enter_context(change)
        if stemmed:
            home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            build_all(judged, home)
        collection = stack.enter_context(closing(open_generation(home / "judged")))
        yield measured(judged, ours(read_by(collection, stemmed=stemmed)))[0]
        opened = [stack.enter_context(open_collection(find_series(name), home)) for name in SERIES]
        for name, series in zip(SERIES, opened, strict=True):
            yield mean(scored(cases_of(read_by(series, stemmed=stemmed)), needs(name, "tune")))
        yield evidence_rank(read_by(opened[0], stemmed=stemmed))


def read_by(collection: Collection, *, stemmed: bool) -> Collection:
    """The collection, its questions read as its texts were."""
    return replace(collection, analysis=Stemmed(load_lexicon())) if stemmed else collection


def cases_of(collection: Collection) -> Ranker:
    """What `wijk cases WORDS` ranks."""
    return lambda words: [case.id for case in list_cases(collection, words).cases]


def evidence_rank(collection: Collection) -> float:
    """Mean reciprocal rank, to 10, of the first passage that holds evidence of a question."""
    ranks: list[float] = []
    for question in questions("tune"):
        if question.evidence:
            query, _ = pose(collection, question.text)
            matches = collection.engine.find(query, limit=10).matches
            right = (
                1 / rank
                for rank, match in enumerate(matches, start=1)
                if proves(match.passage.text, question.evidence)
            )
            ranks.append(next(right, 0.0))
    return mean(ranks)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
