"""Writes the inverted index: the only writer of Whoosh.

Fields, all with positions and with stop words (a question drops them, the text does not):

    form     the folded words of a passage          lemma    their lemmas
    title    lemmas of the title, of cases only     heading  lemmas of the headings above it
    place    forms of place, neighbourhood, municipality and province

`case` holds the id of the case, to filter on; `passage` the passage itself, as JSON.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from whoosh import fields
from whoosh.analysis import Analyzer, Token
from whoosh.filedb.filestore import FileStorage

from corpus import Case, Passage
from indexer.dutch import Analysis, Word

WHOOSH_FOLDER = "whoosh"
INDEX_NAME = "passages"
_MEMORY_MB = 128


class PositionedTerms(Analyzer):  # type: ignore[misc] # Whoosh has no types
    """Hands Whoosh the words that our own analysis made: "0:de 1:wijk".

    Whoosh stores this class by its name in every index: it must stay where it is.
    """

    def __call__(self, value: str, **_: Any) -> Iterator[Any]:  # noqa: ANN401 - Whoosh's tokens
        """Whoosh's tokens, with positions."""
        token = Token(positions=True)
        for item in value.split():
            position, token.text = item.split(":", 1)
            token.pos = int(position)
            yield token


def write_whoosh(
    folder: Path, passages: Iterable[Passage], cases: Mapping[str, Case], analysis: Analysis
) -> None:
    """Writes the inverted index of the passages, in their order, into a generation."""
    place = folder / WHOOSH_FOLDER
    place.mkdir()
    index = FileStorage(str(place)).create_index(_schema(), indexname=INDEX_NAME)
    writer = index.writer(timeout=30, limitmb=_MEMORY_MB)
    try:
        for passage in passages:
            writer.add_document(**_fields(passage, cases[passage.case], analysis))
    except BaseException:
        writer.cancel()
        raise
    writer.commit(optimize=True)
    index.close()


def _schema() -> fields.Schema:
    def words(**options: float) -> fields.TEXT:
        return fields.TEXT(analyzer=PositionedTerms(), phrase=True, **options)

    return fields.Schema(
        id=fields.ID(unique=True, stored=True),
        case=fields.ID(),
        passage=fields.STORED,
        form=words(),
        lemma=words(),
        title=words(),
        heading=words(),
        place=words(),
    )


def _fields(passage: Passage, case: Case, analysis: Analysis) -> dict[str, str]:
    text = analysis.words(passage.text)
    entry = case.entry
    places = (entry.place, entry.neighbourhood, entry.municipality, entry.province)
    return {
        "id": passage.id,
        "case": passage.case,
        "passage": msgspec.json.encode(passage).decode(),
        "form": _forms(text),
        "lemma": _lemmas(text),
        # A chapter that is no case is about the book; its title would put it above the cases.
        "title": _lemmas(analysis.words(entry.display_title if case.kind == "case" else "")),
        "heading": _lemmas(analysis.words(". ".join(passage.headings))),
        "place": _forms(analysis.words(". ".join(dict.fromkeys(filter(None, places))))),
    }


def _forms(words: Iterable[Word]) -> str:
    return " ".join(f"{word.position}:{word.form}" for word in words)


def _lemmas(words: Iterable[Word]) -> str:
    return " ".join(f"{word.position}:{word.lemma}" for word in words)
