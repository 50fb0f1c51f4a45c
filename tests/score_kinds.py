"""Scores which chapters of a bundle are taken for cases, against the truth of invented bundles.

    python tests/score_kinds.py                  the bundles that were looked at while building
    python tests/score_kinds.py --set held-out   the bundles that were not
    python tests/score_kinds.py --faults         also every chapter that is not right
    python tests/score_kinds.py --cases          casebooks of nothing but cases: which are doubted

No bundle has a manifest that names its cases. A start is right when a chapter begins on that page
of the file with that title; F1 is over all chapters. A kind is right when a chapter that starts
right is a case, or none, as it truly is. "Sure" are the chapters called a case, surely: how many of
them are one. A false case that is called unsure is no fault there.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from casebooks import TaggedCase, casebooks
from chapter_books import Book, Truth, books, write_book

from corpus import Case, Document, Edition, Source
from indexer.extract.protocol import Limits
from indexer.extract.text import read_text
from indexer.extract.worker import read_file
from indexer.segment import segment_edition
from indexer.segment.titles import compact, without_number

_CASES_IN_A_BOOK = 8


@dataclass(slots=True)
class Score:
    """Counts of chapters.

    Attributes:
        wanted: that there are.
        found: that were found, without front matter and contents.
        right: that were found where they begin.
        kinds: of those, the ones rightly called a case or none.
        exact: of those, the ones that also end where they do.
        sure: called a case, surely.
        sure_right: of those, the ones that are.
        doubted: true cases that are called one, but not surely: by one sign alone, or unsure.
        missed: true cases that are called none.
    """

    wanted: int = 0
    found: int = 0
    right: int = 0
    kinds: int = 0
    exact: int = 0
    sure: int = 0
    sure_right: int = 0
    doubted: int = 0
    missed: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Of the starts."""
        return 2 * self.right / max(self.found + self.wanted, 1)

    def __str__(self) -> str:
        """The line of a table."""
        return (
            f"starts F1 {self.f1:.3f}   kinds {self.kinds}/{self.wanted}   "
            f"exact {self.exact}/{self.wanted}   sure cases right {self.sure_right}/{self.sure}   "
            f"true cases not sure {self.doubted}, missed {self.missed}"
        )

    def add(self, name: str, parts: Sequence[Case], truths: Sequence[Truth]) -> None:
        """Counts a bundle in."""
        parts = [one for one in parts if one.role not in {"front matter", "contents"}]
        self.wanted += len(truths)
        self.found += len(parts)
        pairs = list(_paired(parts, truths))
        for part, truth in pairs:
            self._count(name, part, truth)
        known = {truth.chapter.title for _, truth in pairs if truth}
        for truth in truths:
            if truth.chapter.title not in known:
                self.missed += truth.chapter.is_case
                self._say(name, truth.first, f"not found: {truth.chapter.title}")

    def _count(self, name: str, part: Case, truth: Truth | None) -> None:
        taken, surely = part.kind == "case", part.confidence == "sure"
        is_case = truth is not None and truth.chapter.is_case
        self.sure += taken and surely
        self.sure_right += taken and surely and is_case
        said = f"{part.confidence} {part.kind} {part.role or ''} {part.entry.title!r}"
        if truth is None:
            self._say(name, part.pages[0].number if part.pages else 0, f"no chapter: {said}")
            return
        self.right += 1
        self.kinds += taken == is_case
        self.exact += bool(part.pages) and part.pages[-1].number == truth.last
        self.doubted += taken and is_case and not surely
        self.missed += is_case and not taken
        if taken != is_case or part.pages[-1].number != truth.last or not surely:
            self._say(
                name,
                truth.first,
                f"is {truth.chapter.role} to p. {truth.last}: {said} to p. "
                f"{part.pages[-1].number}{' ' + part.reasons[-1] if not surely else ''}",
            )

    def _say(self, name: str, page: int, what: str) -> None:
        self.faults.append(f"{name} p. {page} {what}")


def _paired(parts: Sequence[Case], truths: Sequence[Truth]) -> Iterator[tuple[Case, Truth | None]]:
    """Each part with the chapter that it is, by its first page and title."""
    left = list(truths)
    for part in parts:
        own = next((one for one in left if _is_same(part, one)), None)
        if own:
            left.remove(own)
        yield part, own


def _is_same(part: Case, truth: Truth) -> bool:
    said, true = (
        compact(without_number(one)) for one in (part.entry.display_title, truth.chapter.title)
    )
    return bool(part.pages) and part.pages[0].number == truth.first and said == true


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scores."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--set", default="development", choices=("development", "held-out"))
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--cases", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.cases:
        count, unsure, none = doubted()
        print(f"{count} cases: {len(unsure)} unsure, {len(none)} called none")  # noqa: T201
        print(*(f"    {fault}" for fault in (*unsure, *none) if asked.faults), sep="\n")  # noqa: T201
        return 0
    for name, score in score_books(asked.set):
        print(f"{name:24} {score}")  # noqa: T201
        for fault in score.faults if asked.faults and name != "all" else ():
            print(f"    {fault}")  # noqa: T201
    return 0


def score_books(wanted: str, *, only: Sequence[str] = ()) -> Iterator[tuple[str, Score]]:
    """A score for each bundle of a set, or for those of these names; and over all."""
    total = Score()
    with tempfile.TemporaryDirectory() as folder:
        for book in books(wanted):
            if only and book.name not in only:
                continue
            document, truths = _read(book, Path(folder))
            parts = segment_edition(Edition(1, book.name), [document])
            own = Score()
            for score in (own, total):
                score.add(book.name, parts, truths)
            yield f"{book.name} ({book.shows})", own
    yield "all", total


def _read(book: Book, folder: Path) -> tuple[Document, list[Truth]]:
    path = folder / f"{book.name}.pdf"
    truths = write_book(book, path)
    source = Source("bundel", path.name, "publication", path.stem, edition=1)
    return read_file(source, path, Limits()), truths


def doubted(*, only: Sequence[str] = ()) -> tuple[int, list[str], list[str]]:
    """Of the casebooks, eight cases to a bundle: how many cases, those doubted, those called none.

    Only cases that are found by their title count. With `only`, of these casebooks.
    """
    count, unsure, none = 0, list[str](), list[str]()
    for name, cases in casebooks().items():
        for batch in batched(cases if not only or name in only else (), _CASES_IN_A_BOOK):
            source = Source("bundel", f"{name}.md", "publication", name, edition=1)
            text = "\n\n".join(case.markdown for case in batch)
            document = read_text(source, text.encode(), markdown=True)
            titles = {compact(without_number(case.title)) for case in batch}
            for part in segment_edition(Edition(1, name), [document]):
                if compact(without_number(part.entry.display_title)) not in titles:
                    continue
                count += 1
                told = f"{name}: {part.entry.display_title}: {part.reasons[-1]}"
                if part.kind != "case":
                    none.append(told)
                elif part.confidence == "unsure":
                    unsure.append(told)
    return count, unsure, none


def batched(cases: Sequence[TaggedCase], size: int) -> Iterator[Sequence[TaggedCase]]:
    """The cases, so many at a time."""
    yield from (cases[start : start + size] for start in range(0, len(cases), size))


if __name__ == "__main__":
    sys.exit(main())
