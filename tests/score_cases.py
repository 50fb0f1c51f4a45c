"""Scores how bundles fall apart into cases, against the known truth of invented bundles.

    python tests/score_cases.py                  the designs that were looked at while building
    python tests/score_cases.py --set held-out   the designs that were not
    python tests/score_cases.py --series         the two series in the box
    python tests/score_cases.py --faults         also every bundle that is not exactly right

A start is right when the case begins on that page of the file; a case is exact when it also ends on
the right one. With names (the manifest's, some spelt otherwise) the right case must begin there;
without, a chapter that is no case and is taken for one counts as wrong. F1 is over all bundles of
a design; "exact" counts cases.
"""

import argparse
import hashlib
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bundle_designs import designs
from bundle_press import Start, write_set
from bundle_texts import Book, sources
from msgspec import structs

from corpus import Case, CaseEntry, Document, Edition, Series, Source, find_series
from corpus.manifest import source_path
from indexer.extract.protocol import Limits
from indexer.extract.worker import read_file
from indexer.segment import segment_edition
from indexer.segment.titles import slug

HERE = Path(__file__).parent
SETTINGS = ("outline", "contents", "headings", "menu")
SERIES = ("voorbeeld", "wij-in-de-wijk")

Extent = tuple[str, int, int]
"""A case ("" where nothing names it), and its first and last page in the file."""


@dataclass(slots=True)
class Score:
    """Counts of starts that are right, found and wanted, and of cases that are exact."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    exact: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Of the starts."""
        return 2 * self.right / max(self.found + self.wanted, 1)

    def add(self, name: str, found: set[Extent], wanted: set[Extent]) -> None:
        """Counts a bundle in."""
        self.right += len({one[:2] for one in found} & {one[:2] for one in wanted})
        self.found += len(found)
        self.wanted += len(wanted)
        self.exact += len(found & wanted)
        if found != wanted:
            self.faults.append(
                f"{name}: wanted {sorted(wanted - found)}, found {sorted(found - wanted)}"
            )


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scores."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--set", default="development", choices=("development", "held-out"))
    parser.add_argument("--series", action="store_true")
    parser.add_argument("--faults", action="store_true")
    asked = parser.parse_args(arguments)
    scores = dict(score_series()) if asked.series else dict(score_bundles(asked.set))
    for name, score in scores.items():
        print(f"{name:44} F1 {score.f1:.3f}   exact {score.exact}/{score.wanted}")  # noqa: T201
        for fault in score.faults if asked.faults else ():
            print(f"    {fault}")  # noqa: T201
    return 0


def score_bundles(wanted: str, *, only: str = "") -> Iterator[tuple[str, Score]]:
    """A score for each design with and without names, and over each setting."""
    names: dict[str, Score] = {}
    totals = {(one, told): Score() for one in SETTINGS for told in ("named", "free")}
    with tempfile.TemporaryDirectory() as folder:
        chosen = [bundle for bundle in designs(wanted) if only in bundle.name]
        for bundle, book, path, starts in write_set(Path(folder), chosen, wanted):
            document = read(path)
            for told in ("named", "free"):
                found, right = compare(document, book, starts, named=told == "named")
                own = names.setdefault(f"{bundle.name}, {told}", Score())
                for score in (own, totals[bundle.shows, told]):
                    score.add(path.name, found, right)
    yield from names.items()
    for (setting, told), score in totals.items():
        if score.wanted:
            yield f"all by {setting}, {told}", score


def read(path: Path) -> Document:
    """The document in a bundle."""
    source = Source("bundel", path.name, "publication", path.stem, edition=1)
    return read_file(source, path, Limits())


def compare(
    document: Document, book: Book, starts: Sequence[Start], *, named: bool
) -> tuple[set[Extent], set[Extent]]:
    """The cases that are found and those that are wanted."""
    own = [one for one in starts if one.chapter.role == "case"]
    entries = tuple(entry_of(one) for one in own) if named else ()
    parts = segment_edition(Edition(1, book.title, cases=entries), [document])
    wanted = {(slug(one.title) if named else "", one.first, one.last) for one in own}
    return set(extents(parts, named=named)), wanted


def entry_of(start: Start) -> CaseEntry:
    """A case as a manifest names it."""
    chapter = start.chapter
    return CaseEntry(
        slug(start.title),
        chapter.manifest or chapter.title,
        chapter.place,
        variants=chapter.variants,
    )


def extents(parts: Iterable[Case], *, named: bool) -> Iterator[Extent]:
    """The cases among the parts that were found."""
    for part in parts:
        if part.kind == "case" and part.pages:
            name = part.entry.id if named else ""
            yield name, part.pages[0].number, part.pages[-1].number


def score_series() -> Iterator[tuple[str, Score]]:
    """The series in the box, with their names: as they are, and without their outlines."""
    for name in SERIES:
        series = find_series(name)
        for told in ("as it is", "without outline"):
            score = Score()
            for edition in series.editions:
                documents = [read_source_of(series, source) for source in edition.sources
                             if source.path.endswith(".pdf")]  # fmt: skip
                if told != "as it is":
                    documents = [structs.replace(one, outline=()) for one in documents]
                found = set(extents(segment_edition(edition, documents), named=True))
                score.add(f"{name} {edition.number}", found, set(truth_of(series, edition.number)))
            yield f"{name}, {told}", score


def read_source_of(series: Series, source: Source) -> Document:
    """The document of a source in the box."""
    return read_file(source, source_path(series, source), Limits())


def truth_of(series: Series, edition: int) -> Iterator[Extent]:
    """The cases of an edition with their pages, as the press laid them out."""
    path = Path(series.folder) / "sources" / "pages.toml"
    own = {source.id for one in series.editions if one.number == edition for source in one.sources}
    for document in tomllib.loads(path.read_text("utf-8"))["documents"]:
        for chapter in document["chapters"] if document["source"] in own else ():
            if "case" in chapter:
                yield chapter["case"], chapter["first"]["number"], chapter["last"]["number"]


def texts_hash() -> str:
    """Of what the bundles are made of: their texts and the modules that set them."""
    modules = sorted(HERE.glob("bundle_*.py"))
    files = [*sources(), *modules]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
