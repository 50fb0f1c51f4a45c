"""Keeps the copies of real publications that a reader has added; they replace our summaries.

The library lies in the program's home folder, a folder for each series and edition:
`library/wij-in-de-wijk/1/bundel.pdf`. The file system is the record: there is no list beside it
that could say something else.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

import platformdirs

from corpus.errors import LibraryError, QuestionError
from corpus.manifest import source_path
from corpus.models import Edition, Series, Source


class ReadingItem(NamedTuple):
    """A source to read and the file it is read from."""

    source: Source
    path: Path


def default_home() -> Path:
    """The folder for everything the program writes, by the custom of the system."""
    return Path(platformdirs.user_data_dir("wijk", appauthor=False))


def edition_of(series: Series, number: int) -> Edition:
    """The edition with that number.

    Raises:
        QuestionError: the series has no such edition.
    """
    for edition in series.editions:
        if edition.number == number:
            return edition
    numbers = ", ".join(str(edition.number) for edition in series.editions)
    raise QuestionError(
        f"{series.title} has no edition {number}.", remedy=f"Its editions are {numbers}."
    )


def reading_list(series: Series, home: Path) -> tuple[ReadingItem, ...]:
    """What there is to read, edition by edition, then the pages.

    A publication in the library takes the place of the summaries of its edition.
    """
    items: list[ReadingItem] = []
    for edition in series.editions:
        own = publication(series, edition, home)
        if own:
            items.append(own)
        items += [
            ReadingItem(source, source_path(series, source))
            for source in edition.sources
            if not (own and source.kind == "summary")
        ]
    items += [ReadingItem(source, source_path(series, source)) for source in series.pages]
    return tuple(items)


def publication(series: Series, edition: Edition, home: Path) -> ReadingItem | None:
    """The publication of an edition in the library, or None."""
    folder = _folder(series, edition, home)
    # A dot begins the name of a copy that was not finished.
    files = sorted(p for p in folder.glob("[!.]*") if p.is_file()) if folder.is_dir() else []
    if not files:
        return None
    path = files[0]
    source = Source(
        id=f"publicatie-{edition.number}",
        path=path.name,
        kind="publication",
        title=edition.title,
        url=None,
        edition=edition.number,
    )
    return ReadingItem(source, path)


def add_publication(series: Series, number: int, file: Path, home: Path) -> ReadingItem:
    """Copies a publication into the library; the same file again changes nothing.

    Raises:
        QuestionError: the series has no such edition.
        LibraryError: the edition has another publication already, or the copy fails.
    """
    edition = edition_of(series, number)
    present = publication(series, edition, home)
    if present and present.path.read_bytes() != file.read_bytes():
        raise LibraryError(
            f"Edition {number} already has {present.path.name} in the library.",
            remedy=f"Take it out first: wijk remove --edition {number}",
        )
    if not present:
        try:
            _copy(file, _folder(series, edition, home))
        except OSError as error:
            raise LibraryError(
                f"{file} cannot be copied into the library: {error.strerror}.",
                remedy="Check the free space and the permissions of the home folder (WIJK_HOME).",
            ) from error
        present = publication(series, edition, home)
    if present is None:
        raise LibraryError(
            f"{file.name} begins with a dot.", remedy="Give the file another name, then add it."
        )
    return present


def remove_publication(series: Series, number: int, home: Path) -> Path:
    """Takes a publication out of the library; gives the path of the copy that is gone.

    Raises:
        QuestionError: the series has no such edition.
        LibraryError: the edition has no publication in the library.
    """
    edition = edition_of(series, number)
    present = publication(series, edition, home)
    if present is None:
        raise LibraryError(
            f"Edition {number} has no publication in the library.",
            remedy="`wijk status` tells which editions have one.",
        )
    present.path.unlink()
    return present.path


def _folder(series: Series, edition: Edition, home: Path) -> Path:
    return home / "library" / series.id / str(edition.number)


def _copy(file: Path, folder: Path) -> None:
    """A copy that is there whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", dir=folder)
    os.close(handle)
    unfinished = Path(name)
    try:
        shutil.copyfile(file, unfinished)
        unfinished.replace(folder / file.name)
    finally:
        unfinished.unlink(missing_ok=True)
