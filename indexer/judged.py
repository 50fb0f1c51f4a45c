"""Judged collections, in the layout of BEIR: texts, questions, and which text answers which.

    corpus.jsonl         {"_id": ..., "title": ..., "text": ...} a line
    queries.jsonl        {"_id": ..., "text": ...} a line
    qrels.tsv            query-id, corpus-id, score; a first line without a number is a header

A collection is indexed by the very same stages as a series: paragraphs, passages, words. Source:
Thakur et al. (2021), BEIR, arXiv:2104.08663.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from corpus import Case, Document, Edition, Page, Series, Source, SourceError, Value
from indexer.dutch import load_analysis, load_thesaurus, save_lexicon, save_thesaurus
from indexer.extract.text import plain_blocks
from indexer.segment import cut_passages, segment_page
from indexer.store import (
    LEXICON_FILE,
    THESAURUS_FILE,
    Catalogue,
    DocumentInfo,
    expected_stamp,
    list_words,
    write_catalogue,
    write_stamp,
    write_word_list,
)
from indexer.store.whoosh import write_whoosh

_REMEDY = "A judged collection is a folder with corpus.jsonl, queries.jsonl and qrels.tsv."


class JudgedText(msgspec.Struct, frozen=True):
    """A text of a collection; other keys of its line are left alone."""

    id: str = msgspec.field(name="_id")
    text: str
    title: str = ""


class JudgedQuery(msgspec.Struct, frozen=True):
    """A question of a collection."""

    id: str = msgspec.field(name="_id")
    text: str


_Line = TypeVar("_Line", JudgedText, JudgedQuery)


class JudgedCollection(Value, frozen=True):
    """A collection: `judgments` grades, per question, the texts that answer it."""

    texts: tuple[JudgedText, ...]
    queries: tuple[JudgedQuery, ...]
    judgments: dict[str, dict[str, int]]


def read_judged(folder: Path) -> JudgedCollection:
    """The judged collection in a folder; questions without a judgment are left out.

    Raises:
        SourceError: a file is missing or is not in the layout.
    """
    judgments: dict[str, dict[str, int]] = {}
    for number, line in enumerate(_lines(folder / "qrels.tsv"), start=1):
        columns = line.split("\t")
        if number == 1 and not columns[-1].strip().isdigit():
            continue
        try:
            query, text, grade = columns[0], columns[-2], int(columns[-1])
        except (ValueError, IndexError) as error:
            raise _damaged(folder / "qrels.tsv", number) from error
        judgments.setdefault(query, {})[text] = grade
    queries = tuple(_read(folder / "queries.jsonl", JudgedQuery))
    return JudgedCollection(
        texts=tuple(_read(folder / "corpus.jsonl", JudgedText)),
        queries=tuple(query for query in queries if query.id in judgments),
        judgments=judgments,
    )


def index_judged(collection: JudgedCollection, folder: Path) -> None:
    """Writes an index of the texts into an empty folder, as a generation of a series has it."""
    documents = [_document(text) for text in collection.texts]
    cases = [segment_page(document) for document in documents]
    passages = [
        passage
        for document, case in zip(documents, cases, strict=True)
        for passage in cut_passages(document, case)
    ]
    series = Series(id="judged", title="A judged collection", editions=(Edition(1, "None"),))
    write_catalogue(folder, _catalogue(series, documents, cases), ())
    by_id = {case.entry.id: case for case in cases}
    analysis = load_analysis()
    write_whoosh(folder, passages, by_id, analysis)
    save_lexicon(folder / LEXICON_FILE)
    save_thesaurus(folder / THESAURUS_FILE, load_thesaurus(analysis))
    write_word_list(folder, list_words(passages, by_id, analysis))
    write_stamp(folder, expected_stamp(series, ()))


def _catalogue(series: Series, documents: list[Document], cases: list[Case]) -> Catalogue:
    infos = (DocumentInfo(d.source, "", "text", (None,), 0, 0) for d in documents)
    return Catalogue(series=series, documents=tuple(infos), cases=tuple(cases))


def _document(text: JudgedText) -> Document:
    source = Source(text.id, "corpus.jsonl", "page", text.title or text.id)
    # The title is a paragraph: no question is answered by where it stands.
    blocks = (*plain_blocks(text.title), *plain_blocks(text.text))
    return Document(source, "text", (Page(None, blocks),))


def _read(path: Path, kind: type[_Line]) -> Iterator[_Line]:
    for number, line in enumerate(_lines(path), start=1):
        try:
            yield msgspec.json.decode(line, type=kind)
        except msgspec.DecodeError as error:
            raise _damaged(path, number) from error


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path} cannot be read.", remedy=_REMEDY) from error
    return [line for line in text.split("\n") if line.strip()]


def _damaged(path: Path, line: int) -> SourceError:
    return SourceError(f"{path}, line {line}, is not in the layout.", remedy=_REMEDY)
