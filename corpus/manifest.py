"""Reads a `series.toml` and checks it; every mistake is named with file, key and remedy."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path, PurePosixPath

import msgspec

from corpus.errors import ManifestError
from corpus.models import Edition, Series, Source

MANIFEST_NAME = "series.toml"
DEFAULT_SERIES = "wij-in-de-wijk"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def series_in_the_box() -> tuple[str, ...]:
    """The names of the series that come with the program, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in _box().glob(f"*/{MANIFEST_NAME}")))


def find_series(name_or_path: str) -> Series:
    """The series with that name in the box, or the one whose manifest (or its folder) is named.

    Raises:
        ManifestError: there is no such series, or its manifest cannot be used.
    """
    if name_or_path in series_in_the_box():
        return read_series(_box() / name_or_path / MANIFEST_NAME)
    path = Path(name_or_path)
    if path.is_dir():
        path = path / MANIFEST_NAME
    if not path.is_file():
        names = ", ".join(series_in_the_box())
        raise ManifestError(
            f"There is no series {name_or_path!r}.",
            remedy=f"Name one of {names}, or the path of a {MANIFEST_NAME}; "
            "`wijk series new` writes one from a folder.",
        )
    return read_series(path)


def read_series(path: Path) -> Series:
    """The series that a manifest describes, with `folder` absolute.

    Raises:
        ManifestError: the file cannot be read, is no TOML, has a missing or unknown key or a value
            of the wrong type, uses an id or number twice, or names a path outside its folder.
    """
    series = _parse(path)
    series = msgspec.structs.replace(
        series,
        folder=str((path.parent / series.folder).resolve()),
        editions=tuple(map(_fill_in_edition, sorted(series.editions, key=lambda e: e.number))),
    )
    for complaint, remedy in _complaints(series):
        raise ManifestError(f"{path}: {complaint}", remedy=remedy)
    return series


def all_sources(series: Series) -> tuple[Source, ...]:
    """Every source of the series: edition by edition, then the pages."""
    of_editions = tuple(source for edition in series.editions for source in edition.sources)
    return of_editions + series.pages


def source_path(series: Series, source: Source) -> Path:
    """Where the file of a source lies."""
    return Path(series.folder) / source.path


def _box() -> Path:
    return Path(str(resources.files("corpus"))) / "series"


def _parse(path: Path) -> Series:
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Series)
    except OSError as error:
        raise ManifestError(
            f"{path} cannot be read: {error.strerror}.",
            remedy="Check the path and its permissions.",
        ) from error
    except UnicodeDecodeError as error:
        raise ManifestError(f"{path} is not UTF-8 text.", remedy="Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(
            f"{path} is not valid TOML: {error}.", remedy="Mend the line that is named."
        ) from error
    except msgspec.ValidationError as error:
        raise ManifestError(
            f"{path}: {str(error).rstrip('.')}.",
            remedy="Mend the key that is named ($ is the whole file, [0] the first of a list).",
        ) from error


def _fill_in_edition(edition: Edition) -> Edition:
    sources = tuple(
        msgspec.structs.replace(source, edition=edition.number) for source in edition.sources
    )
    return msgspec.structs.replace(edition, sources=sources)


def _complaints(series: Series) -> Iterator[tuple[str, str]]:
    if not series.editions:
        yield "there are no editions.", "Add at least one [[editions]]."
    yield from _bad_ids(series)
    yield from _bad_paths(series)
    for edition in series.editions:
        if edition.number < 1:
            yield f"edition {edition.number} is numbered below 1.", "Number editions from 1."
        if edition.cases and not edition.sources:
            yield (
                f"edition {edition.number} has cases but nothing to read.",
                "Add its [[editions.sources]], or take its cases out.",
            )
    numbers = {edition.number for edition in series.editions}
    for page in series.pages:
        if page.edition is not None and page.edition not in numbers:
            yield f"page {page.id!r} refers to edition {page.edition}.", "Name an edition that is."


def _bad_ids(series: Series) -> Iterator[tuple[str, str]]:
    source_ids = [source.id for source in all_sources(series)]
    case_ids = [case.id for edition in series.editions for case in edition.cases]
    for name in (series.id, *source_ids, *case_ids):
        if not _ID.fullmatch(name):
            yield (
                f"{name!r} cannot be an id.",
                "Use lower-case letters a-z, digits and single hyphens.",
            )
    for what, names in (
        ("cases or sources have the id", case_ids + source_ids),
        ("editions have the number", [edition.number for edition in series.editions]),
    ):
        for repeated in _repeated(names):
            yield f"two {what} {repeated!r}.", "Give each its own."


def _bad_paths(series: Series) -> Iterator[tuple[str, str]]:
    folder = Path(series.folder)
    for source in all_sources(series):
        relative = PurePosixPath(source.path)
        if relative.is_absolute() or not (folder / relative).resolve().is_relative_to(folder):
            yield (
                f"the path {source.path!r} of source {source.id!r} leads outside {folder}.",
                "Put the file in that folder, or set `folder` to the folder of all sources.",
            )


def _repeated(names: Iterable[object]) -> list[object]:
    return [name for name, count in Counter(names).items() if count > 1]
