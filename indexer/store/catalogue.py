"""What an index holds beside the words: series, documents and cases, as JSON."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

from corpus import Card, Case, Document, PageRef, Series, Source, Value, Vocabulary

LEXICON_FILE = "lexicon.trie"
"""Of a generation: the dictionary that its words were brought to their lemmas with."""

THESAURUS_FILE = "thesaurus.json"
"""Of a generation: other words for what a question asks, as `indexer.dutch` keeps them."""

_CATALOGUE = "catalogue.json"
_DOCUMENTS = "documents"


class DocumentInfo(Value, frozen=True):
    """A document without its text.

    Attributes:
        source: as in the manifest, or the publication in the library.
        path: the file it was read from, absolute.
        format: what kind of file it was.
        pages: label and number of each page; None for a file without pages.
        passages: how many passages were cut from it.
        characters: how many characters of text it has.
        notes: what looked wrong while reading.
    """

    source: Source
    path: str
    format: Literal["pdf", "html", "text"]
    pages: tuple[PageRef | None, ...]
    passages: int
    characters: int
    notes: tuple[str, ...] = ()


class Catalogue(Value, frozen=True):
    """What was indexed, in reading order.

    Attributes:
        series: as its manifest was.
        documents: what was read.
        cases: and the chapters and pages that are no case.
        cards: one of each case, in the order of the cases; none of chapters and pages.
        themes: the vocabulary that the themes of the cards are of.
        target_groups: the vocabulary that their target groups are of.
    """

    series: Series
    documents: tuple[DocumentInfo, ...]
    cases: tuple[Case, ...]
    cards: tuple[Card, ...] = ()
    themes: Vocabulary = Vocabulary()
    target_groups: Vocabulary = Vocabulary()


def write_catalogue(folder: Path, catalogue: Catalogue, documents: Iterable[Document]) -> None:
    """Writes the catalogue and the text of the documents into the folder of a generation."""
    (folder / _CATALOGUE).write_bytes(msgspec.json.encode(catalogue))
    (folder / _DOCUMENTS).mkdir()
    for document in documents:
        _document_path(folder, document.source.id).write_bytes(msgspec.json.encode(document))


def read_catalogue(folder: Path) -> Catalogue:
    """The catalogue of a generation."""
    return msgspec.json.decode((folder / _CATALOGUE).read_bytes(), type=Catalogue)


def read_document(folder: Path, document_id: str) -> Document:
    """A document of a generation, with its text page by page."""
    return msgspec.json.decode(_document_path(folder, document_id).read_bytes(), type=Document)


def _document_path(folder: Path, document_id: str) -> Path:
    return folder / _DOCUMENTS / f"{document_id}.json"
