"""Writes the inverted index: the only writer of Whoosh.

The words of four zones, each under up to three readings, with positions and with stop words (a
question drops them, the text does not). A field is called `<zone>_<reading>`:

    text     the passage itself               form    the folded words
    heading  the headings above it            lemma   their lemmas
    title    the title, of cases only         part    the lemmas of the parts of compounds
    place    place, neighbourhood, municipality and province: names, so only by form

`case` holds the id of the case, `prose` whether the passage has a sentence (yes or no), `repeats`
the number of the passage that it repeats; `passage` is the passage itself, as JSON. Documents have
the order of the passages, so their numbers are places in the reading order.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from whoosh import fields
from whoosh.analysis import Analyzer, Token
from whoosh.filedb.filestore import FileStorage

from corpus import Case, Passage
from indexer.dutch import Analysis, Word, ends_sentence
from indexer.segment import find_echoes
from indexer.store.zones import surroundings

WHOOSH_FOLDER = "whoosh"
INDEX_NAME = "passages"

WORD_FIELDS = (
    "text_form", "text_lemma", "text_part",
    "heading_form", "heading_lemma", "heading_part",
    "title_form", "title_lemma", "title_part",
    "place_form",
)  # fmt: skip

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
    passages = tuple(passages)
    texts = [analysis.words(passage.text) for passage in passages]
    echoes = find_echoes(passages, [[w.form for w in words if w.whole] for words in texts])
    index = FileStorage(str(place)).create_index(_schema(), indexname=INDEX_NAME)
    writer = index.writer(timeout=30, limitmb=_MEMORY_MB)
    try:
        for number, (passage, words) in enumerate(zip(passages, texts, strict=True)):
            row = _fields(passage, words, cases[passage.case], analysis)
            if number in echoes:
                row["repeats"] = str(echoes[number])
            writer.add_document(**row)
    except BaseException:
        writer.cancel()
        raise
    writer.commit(optimize=True)
    index.close()


def _schema() -> fields.Schema:
    schema = fields.Schema(
        case=fields.ID(), prose=fields.ID(), repeats=fields.ID(), passage=fields.STORED
    )
    for name in WORD_FIELDS:
        schema.add(name, fields.TEXT(analyzer=PositionedTerms(), phrase=True))
    return schema


def _fields(
    passage: Passage, text: Sequence[Word], case: Case, analysis: Analysis
) -> dict[str, str]:
    around = surroundings(passage, case)
    return {
        "case": passage.case,
        "prose": "yes" if _has_sentence(passage) else "no",
        "passage": msgspec.json.encode(passage).decode(),
        **_readings("text", text),
        **_readings("heading", analysis.words(around.heading)),
        **_readings("title", analysis.words(around.title)),
        "place_form": _joined((word.position, word.form) for word in analysis.words(around.place)),
    }


def _has_sentence(passage: Passage) -> bool:
    """Whether a line of the passage ends as sentences do; keywords and headings do not."""
    return any(ends_sentence(line.rstrip()) for line in passage.text.split("\n"))


def _readings(zone: str, words: Iterable[Word]) -> dict[str, str]:
    words = tuple(words)
    return {
        f"{zone}_form": _joined((word.position, word.form) for word in words),
        f"{zone}_lemma": _joined((word.position, word.lemma) for word in words),
        f"{zone}_part": _joined((word.position, part) for word in words for part in word.parts),
    }


def _joined(terms: Iterable[tuple[int, str]]) -> str:
    return " ".join(f"{position}:{term}" for position, term in terms)
