"""What every command needs: the series, the home folder, and an index that is ready."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from corpus import Series, find_series
from indexer.store import Catalogue
from search.collection import Collection, is_built, is_stale, open_collection


@dataclass(frozen=True, slots=True)
class Session:
    """The series that was named, and the folder of everything that is written."""

    name: str
    home: Path

    def series(self) -> Series:
        """The series.

        Raises:
            ManifestError: there is no such series, or its manifest cannot be used.
        """
        return find_series(self.name)

    @contextmanager
    def collection(self) -> Iterator[Collection]:
        """The index of the series; built first where there is none, and said to be old if it is."""
        series = self.series()
        if not is_built(series, self.home):
            note(f"Building the index of {series.title}, this once.")
            build(series, self.home)
        with open_collection(series, self.home) as collection:
            if is_stale(collection, series, self.home):
                note("The index is older than its sources. Build it again: wijk index")
            yield collection


def build(series: Series, home: Path) -> Catalogue:
    """Builds the index, with a progress bar on a terminal and quietly elsewhere."""
    # A search needs none of what a build imports.
    from indexer.pipeline import build_index  # noqa: PLC0415

    if not sys.stderr.isatty():
        return build_index(series, home, report=lambda _done, _steps, _name: None)
    with click.progressbar(length=1, file=sys.stderr, label="Reading", show_eta=False) as bar:

        def report(done: int, steps: int, name: str) -> None:
            bar.length = steps
            bar.label = name[:30].ljust(30)
            bar.update(done - bar.pos)

        return build_index(series, home, report=report)


def note(text: str) -> None:
    """Says something beside the results, on stderr."""
    click.echo(text, err=True)
