"""Scores how documents of one case each are known, from a folder to its cases.

    python tests/score_singles.py                  the folders that were looked at while building
    python tests/score_singles.py --set held-out   the folders that were not
    python tests/score_singles.py --faults         also what is wrong in each

Each folder is drafted as `wijk series new` does and cut as `wijk index` does. A case is right when
its document, its title, its first and its last page are. "editions" counts the folders whose files
lie in the editions that a reader expects, "about" the pages about the series that became no case.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from single_folders import Extent, Folder, Truth, folders

from corpus import Case, Series, Source
from indexer.draft import draft_series
from indexer.extract.protocol import Limits
from indexer.extract.worker import read_file
from indexer.segment import segment_edition
from indexer.segment.titles import compact


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of folders: cases, editions that are as expected, pages that became no case."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    unsure: int = 0
    editions: int = 0
    folders: int = 0
    kept_out: int = 0
    about: int = 0
    faults: tuple[str, ...] = ()

    @property
    def f1(self) -> float:
        """Of the cases."""
        return 2 * self.right / max(self.found + self.wanted, 1)

    def __add__(self, other: "Score") -> "Score":
        """The counts of both."""
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def __str__(self) -> str:
        """The figures on one line."""
        return (
            f"F1 {self.f1:.3f}   right {self.right}/{self.wanted}   unsure {self.unsure}   "
            f"editions {self.editions}/{self.folders}   about {self.kept_out}/{self.about}"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scores."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--set", default="development", choices=("development", "held-out"))
    parser.add_argument("--only", default="")
    parser.add_argument("--faults", action="store_true")
    asked = parser.parse_args(arguments)
    whole = Score()
    for folder, score in score_folders(asked.set, only=asked.only):
        whole += score
        print(f"{folder.name:24} {score}", flush=True)  # noqa: T201
        for fault in score.faults if asked.faults else ():
            print(f"    {fault}")  # noqa: T201
    print(f"{'all':24} {whole}")  # noqa: T201
    return 0


def score_folders(half: str, *, only: str = "") -> Iterator[tuple[Folder, Score]]:
    """A score for each folder of a half."""
    for folder in folders("held-out" if half == "held-out" else "development"):
        if only in folder.name:
            with tempfile.TemporaryDirectory() as path:
                yield folder, score_folder(folder, Path(path))


def score_folder(folder: Folder, path: Path) -> Score:
    """The counts of one folder, which is written at an empty path."""
    truth = folder.write(path)
    series, _ = draft_series(path, title="Praktijk", out=path / "series.toml")
    cases = [case for case in _cases(series, path) if case.kind == "case"]
    names = {one.id: Path(one.path).stem for edition in series.editions for one in edition.sources}
    found = {_extent(case, names[case.document]) for case in cases}
    wanted = {(name, compact(title), *pages) for name, title, *pages in truth.cases}
    editions = {frozenset(Path(one.path).stem for one in it.sources) for it in series.editions}
    expected = {one - truth.about for one in editions} - {frozenset()} == truth.editions
    return Score(
        right=len(found & wanted),
        found=len(found),
        wanted=len(wanted),
        unsure=sum(case.confidence == "unsure" for case in cases),
        editions=int(expected),
        folders=1,
        kept_out=len(truth.about - {one[0] for one in found}),
        about=len(truth.about),
        faults=tuple(_faults(found, wanted, editions, truth, expected=expected)),
    )


def _cases(series: Series, path: Path) -> Iterator[Case]:
    for edition in series.editions:
        yield from segment_edition(
            edition,
            [
                read_file(_of(one, edition.number), path / one.path, Limits())
                for one in edition.sources
            ],
        )


def _of(source: Source, edition: int) -> Source:
    return Source(source.id, source.path, source.kind, source.title, edition=edition)


def _extent(case: Case, name: str) -> Extent:
    pages = (case.pages[0].number, case.pages[-1].number) if case.pages else (0, 0)
    return name, compact(case.entry.display_title), *pages


def _faults(
    found: set[Extent],
    wanted: set[Extent],
    editions: set[frozenset[str]],
    truth: Truth,
    *,
    expected: bool,
) -> Iterator[str]:
    yield from (f"not found: {one}" for one in sorted(wanted - found))
    yield from (f"no case: {one}" for one in sorted(found - wanted))
    if not expected:
        told = sorted(sorted(one) for one in editions)
        yield f"editions: {told}, wanted {sorted(sorted(one) for one in truth.editions)}"


if __name__ == "__main__":
    sys.exit(main())
