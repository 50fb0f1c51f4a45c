"""Scores at which level the cases of a book are found, against invented books of many builds.

    python tests/score_levels.py                  the builds that were looked at while building
    python tests/score_levels.py --set held-out   the builds that were not
    python tests/score_levels.py --faults         also what is wrong in each

In the books called `sections` cases are sections of parts, beside sections of other chapters that
are none; in those called `plain` they are chapters with sections of their own. The manifest names
no case. F1 is over the starts of cases: title and first page; "exact" counts cases that also end
where they should; "sure" says of the cases that are called sure how many are one.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from level_books import Build, Told, write_book
from level_builds import builds
from score_cases import read

from corpus import Case, Edition
from indexer.segment import segment_edition
from indexer.segment.titles import compact, without_number


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one book: starts, cases with their ends, and cases that are called sure."""

    right: int
    found: int
    wanted: int
    exact: int
    sure_right: int
    sure: int
    faults: tuple[str, ...] = ()

    @property
    def f1(self) -> float:
        """Of the starts."""
        return 2 * self.right / max(self.found + self.wanted, 1)

    def __add__(self, other: "Score") -> "Score":
        """The counts of both."""
        names = ("right", "found", "wanted", "exact", "sure_right", "sure", "faults")
        return Score(*(getattr(self, name) + getattr(other, name) for name in names))

    def __str__(self) -> str:
        """The figures on one line."""
        return (
            f"F1 {self.f1:.3f}   exact {self.exact}/{self.wanted}"
            f"   sure {self.sure_right}/{self.sure}"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scores."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--set", default="development", choices=("development", "held-out"))
    parser.add_argument("--only", default="")
    parser.add_argument("--faults", action="store_true")
    asked = parser.parse_args(arguments)
    totals = {"sections": Score(0, 0, 0, 0, 0, 0), "plain": Score(0, 0, 0, 0, 0, 0)}
    for build, score in score_books(asked.set, only=asked.only):
        totals[build.name.partition("-")[0]] += score
        print(f"{build.name:32} {score}", flush=True)  # noqa: T201
        for fault in score.faults if asked.faults else ():
            print(f"    {fault}")  # noqa: T201
    for name, score in totals.items():
        print(f"{'all ' + name:32} {score}")  # noqa: T201
    return 0


def score_books(half: str, *, only: str = "") -> Iterator[tuple[Build, Score]]:
    """A score for each book of a half."""
    with tempfile.TemporaryDirectory() as folder:
        for build in builds(half):
            if only in build.name:
                path = Path(folder) / f"{build.name}.pdf"
                told = write_book(build, half, path)
                yield build, score_parts(segment_edition(Edition(1, "Boek"), [read(path)]), told)


def score_parts(parts: Sequence[Case], told: Sequence[Told]) -> Score:
    """The counts of a book by its parts and the truth."""
    wanted = {(compact(one.title), one.first): one for one in told}
    found = {_key(part): part for part in parts if part.kind == "case" and part.pages}
    right = set(wanted) & set(found)
    sure = {key for key, part in found.items() if part.confidence == "sure"}
    return Score(
        right=len(right),
        found=len(found),
        wanted=len(wanted),
        exact=sum(found[key].pages[-1].number == wanted[key].last for key in right),
        sure_right=len(sure & right),
        sure=len(sure),
        faults=(
            *(f"not found: {one.title}, page {one.first}" for key, one in wanted.items()
              if key not in found),
            *(f"no case: {part.entry.display_title} ({part.confidence}), page {key[1]}"
              for key, part in found.items() if key not in wanted),
        ),
    )  # fmt: skip


def _key(part: Case) -> tuple[str, int]:
    return compact(without_number(part.entry.display_title)), part.pages[0].number


if __name__ == "__main__":
    sys.exit(main())
