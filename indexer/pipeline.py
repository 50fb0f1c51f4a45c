"""Puts the stages together: sources to documents, cases, passages, and an index on disk."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path

from corpus import Card, Case, Document, Edition, Passage, Series, Source, SourceError
from corpus.library import ReadingItem, reading_list
from indexer.cards import CardMaker, card_maker, with_place
from indexer.dutch import load_analysis, load_thesaurus, save_lexicon, save_thesaurus
from indexer.extract import read_source, read_sources
from indexer.segment import cut_passages, segment_edition, segment_page
from indexer.store import (
    LEXICON_FILE,
    THESAURUS_FILE,
    Catalogue,
    DocumentInfo,
    Stamp,
    expected_stamp,
    index_folder,
    list_words,
    new_generation,
    write_catalogue,
    write_stamp,
    write_word_list,
    write_words,
)
from indexer.store.whoosh import write_whoosh
from indexer.vocabulary import load_target_groups, load_themes

Report = Callable[[int, int, str], None]
"""Told after each step: steps done, steps in all, and what was done."""


def build_index(series: Series, home: Path, *, report: Report) -> Catalogue:
    """Reads every source of the series and swaps in a new index of it.

    Raises:
        ManifestError: the series has a thesaurus of its own that cannot be used.
        SourceError: sources cannot be read, each named with the reason; the old index stays as it
            is, since one without them would answer as if they did not exist.
        IndexFormatError: the index cannot be written, or another build is running.
    """
    items = reading_list(series, home)
    steps = len(items) + 1
    stamp = _stamp(series, items)
    with read_sources([(item.source, item.path) for item in items]) as reading:
        analysis = load_analysis()  # decoded here while other processes read
        thesaurus = load_thesaurus(analysis, Path(series.folder))
        documents = _read(items, reading, lambda done, name: report(done, steps, name))
    cases = _cases(series, documents)
    passages = _passages(documents, cases)
    themes, target_groups = load_themes(series), load_target_groups(series)
    cards = _cards(card_maker(themes, target_groups, analysis), documents, cases, passages)
    cases = _placed(cases, cards)
    catalogue = Catalogue(
        series=series,
        documents=tuple(
            _info(item, document, passages) for item, document in zip(items, documents, strict=True)
        ),
        cases=cases,
        cards=cards,
        themes=themes,
        target_groups=target_groups,
    )
    with new_generation(index_folder(series, home)) as folder:
        write_catalogue(folder, catalogue, documents)
        by_id = {case.entry.id: case for case in cases}
        write_whoosh(folder, passages, by_id, analysis)
        write_words(folder, passages, by_id, analysis)
        save_lexicon(folder / LEXICON_FILE)
        save_thesaurus(folder / THESAURUS_FILE, thesaurus)
        write_word_list(folder, list_words(passages, by_id, analysis))
        write_stamp(folder, stamp or expected_stamp(series, items))
    report(steps, steps, "index")
    return catalogue


def check_readable(path: Path, edition: Edition) -> None:
    """Reads a file as the publication of an edition and forgets it.

    Raises:
        SourceError: the file cannot be read.
    """
    source = Source(f"publicatie-{edition.number}", path.name, "publication", edition.title)
    read_source(source, path)


def _stamp(series: Series, items: Sequence[ReadingItem]) -> Stamp | None:
    """The stamp of the sources as they are before they are read.

    None where one is missing: the reading will say so, with all others that cannot be read.
    """
    try:
        return expected_stamp(series, items)
    except SourceError:
        return None


def _read(
    items: Sequence[ReadingItem],
    reading: Sequence[Future[Document]],
    report: Callable[[int, str], None],
) -> tuple[Document, ...]:
    """The documents, when they are read.

    All are read, also after one that cannot be: so one run names every such file.
    """
    documents: list[Document] = []
    problems: list[SourceError] = []
    for done, (item, future) in enumerate(zip(items, reading, strict=True), start=1):
        try:
            documents.append(future.result())
        except SourceError as error:
            problems.append(error)
        report(done, item.path.name)
    if problems:
        raise _all_of(problems, len(items))
    return tuple(documents)


def _all_of(problems: Sequence[SourceError], count: int) -> SourceError:
    """One error that names every file that cannot be read, with its reason and remedy."""
    if len(problems) == 1:
        return problems[0]
    told = "".join(f"\n- {problem.message}\n  {problem.remedy}" for problem in problems)
    return SourceError(
        f"{len(problems)} of {count} sources cannot be read; no index is built:{told}",
        remedy="Mend these files or take them out of the manifest; then: wijk index",
    )


def _cases(series: Series, documents: Sequence[Document]) -> tuple[Case, ...]:
    cases: list[Case] = []
    pages = {source.id for source in series.pages}
    for edition in series.editions:
        own = [
            document
            for document in documents
            if document.source.edition == edition.number and document.source.id not in pages
        ]
        cases += segment_edition(edition, own)
    cases += [segment_page(document) for document in documents if document.source.id in pages]
    return tuple(cases)


def _passages(documents: Sequence[Document], cases: Sequence[Case]) -> tuple[Passage, ...]:
    by_id = {document.source.id: document for document in documents}
    return tuple(
        passage
        for case in cases
        if case.found_by != "not found"
        for passage in cut_passages(by_id[case.document], case)
    )


def _cards(
    maker: CardMaker,
    documents: Sequence[Document],
    cases: Sequence[Case],
    passages: Sequence[Passage],
) -> tuple[Card, ...]:
    by_id = {document.source.id: document for document in documents}
    of_case: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        of_case[passage.case].append(passage)
    return tuple(
        maker.card(case, by_id[case.document], of_case[case.entry.id])
        for case in cases
        if case.kind == "case"
    )


def _placed(cases: Sequence[Case], cards: Sequence[Card]) -> tuple[Case, ...]:
    """The cases with what their texts say of their place."""
    by_id = {card.case: card for card in cards}
    return tuple(
        with_place(case, card) if (card := by_id.get(case.entry.id)) else case for case in cases
    )


def _info(item: ReadingItem, document: Document, passages: Sequence[Passage]) -> DocumentInfo:
    return DocumentInfo(
        source=item.source,
        path=str(item.path),
        format=document.format,
        pages=tuple(page.ref for page in document.pages),
        passages=sum(passage.document == item.source.id for passage in passages),
        characters=sum(len(page.text) for page in document.pages),
        notes=document.notes,
    )
