"""An open index: everything that a question needs, in one value that must be closed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import quote

from corpus import (
    Card,
    Case,
    Document,
    IndexFormatError,
    PageRef,
    Passage,
    Series,
    SourceError,
    Span,
)
from corpus.library import reading_list
from indexer.dutch import Analysis, Thesaurus, open_lexicon, open_thesaurus
from indexer.store import (
    LEXICON_FILE,
    THESAURUS_FILE,
    Catalogue,
    DocumentInfo,
    Stamp,
    current_generation,
    expected_stamp,
    index_folder,
    read_catalogue,
    read_document,
    read_stamp,
    read_word_list,
)
from search.engine import Engine
from search.engines.whoosh import WhooshEngine
from search.fragments import text_fragment
from search.matching import Words
from search.models import CaseRef, DocumentRef
from search.spelling import Spelling

_KEPT_TEXTS = 2_048
"""The words of so many texts are remembered: some 40 kB a passage of a hundred words."""


@dataclass(frozen=True)
class Collection:
    """An open index of a series.

    Attributes:
        folder: of the generation that is open.
        stamp: what it was made of.
        catalogue: its series, documents and cases.
        engine: finds its passages.
        analysis: the definition of a word that it was built with.
    """

    folder: Path
    stamp: Stamp
    catalogue: Catalogue
    engine: Engine
    analysis: Analysis

    @cached_property
    def thesaurus(self) -> Thesaurus:
        """Other words for what a question asks; opened when first asked for."""
        return open_thesaurus(self.folder / THESAURUS_FILE)

    @cached_property
    def spelling(self) -> Spelling:
        """Its words, to find the ones that were meant; read when first asked for."""
        lexicon = open_lexicon(self.folder / LEXICON_FILE)
        return Spelling(
            read_word_list(self.folder),
            lambda form: form in lexicon or form.capitalize() in lexicon,
        )

    @cached_property
    def _cases(self) -> dict[str, Case]:
        return {case.entry.id: case for case in self.catalogue.cases}

    @cached_property
    def _cards(self) -> dict[str, Card]:
        return {card.case: card for card in self.catalogue.cards}

    @cached_property
    def _documents(self) -> dict[str, DocumentInfo]:
        return {info.source.id: info for info in self.catalogue.documents}

    def case(self, case_id: str) -> Case | None:
        """The case with that id, or None."""
        return self._cases.get(case_id)

    def card(self, case_id: str) -> Card | None:
        """The card of the case with that id; None for a chapter or page that is no case."""
        return self._cards.get(case_id)

    def document(self, document_id: str) -> DocumentInfo | None:
        """What is known of a document, or None."""
        return self._documents.get(document_id)

    def text(self, document_id: str) -> Document:
        """A document with its text, page by page."""
        return read_document(self.folder, document_id)

    def words_in(self, text: str) -> Words:
        """The words of a text, a passage or a title; those of the last texts are remembered."""
        return self._words_in(text)

    @cached_property
    def _words_in(self) -> Callable[[str], Words]:
        return lru_cache(_KEPT_TEXTS)(lambda text: Words(self.analysis.words(text)))

    def case_ref(self, case_id: str) -> CaseRef:
        """A case as a hit names it."""
        case = self._cases[case_id]
        return CaseRef(
            id=case_id,
            title=case.entry.display_title,
            place=case.entry.place,
            edition=case.edition,
            kind=case.kind,
        )

    def document_ref(self, document_id: str) -> DocumentRef:
        """A document as a hit names it."""
        info = self._documents[document_id]
        source = info.source
        return DocumentRef(id=source.id, title=source.title, kind=source.kind, format=info.format)

    def page(self, passage: Passage, span: Span) -> PageRef | None:
        """The page that a span of a passage stands on; None in files without pages."""
        return self._documents[passage.document].pages[span.page]

    def location(self, document_id: str, page: PageRef | None, text: str = "") -> str:
        """Where a reader opens a document: the web address, else the file.

        Args:
            document_id: as in `document`.
            page: of a file that has pages; it opens there (`#page=n`).
            text: on a web page; it opens there (`#:~:text=`).
        """
        info = self._documents[document_id]
        place = f"page={page.number}" if page else ""
        if info.format == "html":
            place = text_fragment(text)
        path = "file://" + quote(Path(info.path).as_posix(), safe="/:")
        address = (info.source.url if info.format == "html" else None) or path
        joint = "#" if place and "#" not in address else ""
        return address + joint + place

    def close(self) -> None:
        """Lets go of the files."""
        self.engine.close()


@contextmanager
def open_collection(series: Series, home: Path) -> Iterator[Collection]:
    """The current index of a series.

    Raises:
        IndexFormatError: there is no index, or it is damaged or of another version.
    """
    collection = _open(index_folder(series, home))
    try:
        yield collection
    finally:
        collection.close()


def is_built(series: Series, home: Path) -> bool:
    """Whether there is an index of the series, of whatever version."""
    try:
        return current_generation(index_folder(series, home)) is not None
    except IndexFormatError:
        return True


def is_stale(collection: Collection, series: Series, home: Path) -> bool:
    """Whether sources, manifest or program changed since the index was built."""
    try:
        now = expected_stamp(series, reading_list(series, home))
    except SourceError:
        return True
    return not collection.stamp.same_input(now)


def needs_build(series: Series, home: Path) -> bool:
    """Whether the index is missing, does not open, or is older than what it was built from.

    An index is a cache: one that is damaged, or of another version of this program, is no loss.
    """
    if not is_built(series, home):
        return True
    try:
        with open_collection(series, home) as collection:
            return is_stale(collection, series, home)
    except IndexFormatError:
        return True


def _open(folder: Path) -> Collection:
    """Opens the current generation; tries again when a new one takes its place meanwhile."""
    while generation := current_generation(folder):
        try:
            return open_generation(generation)
        except (OSError, IndexFormatError):
            if current_generation(folder) == generation:
                raise
    raise IndexFormatError(f"There is no index in {folder}.", remedy="Build it: wijk index")


def open_generation(generation: Path) -> Collection:
    """The index in the folder of a generation, its stamp checked.

    Raises:
        IndexFormatError: it is damaged or of another version.
    """
    stamp = read_stamp(generation)
    return Collection(
        folder=generation,
        stamp=stamp,
        catalogue=read_catalogue(generation),
        engine=WhooshEngine(generation),
        analysis=Analysis(open_lexicon(generation / LEXICON_FILE)),
    )
