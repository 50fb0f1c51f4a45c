"""Writes a `series.toml` for a folder of files, to be mended by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import tomli_w

from corpus.errors import ManifestError
from corpus.models import Edition, Series, Source


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a folder, by what they hold.

    Attributes:
        bundles: each an edition.
        cases: files of one case each, or a few: together the last edition.
        name: of that edition; None for the title of the series.
        pages: about the series.
        published: by the id of a source, when it appeared, where that is known.
    """

    bundles: tuple[Source, ...] = ()
    cases: tuple[Source, ...] = ()
    name: str | None = None
    pages: tuple[Source, ...] = ()
    published: Mapping[str, str] = field(default_factory=dict)


def draft(title: str, series_id: str, folder: str, files: Files) -> Series:
    """A series of these files, its cases left to their documents.

    Args:
        title: of the series.
        series_id: its id.
        folder: with the files, as the manifest is to say it.
        files: what there is.
    """
    editions = [
        Edition(number, one.title, published=files.published.get(one.id), sources=(one,))
        for number, one in enumerate(files.bundles, start=1)
    ]
    if files.cases:
        number, name = len(editions) + 1, files.name or title
        published = _together([files.published.get(one.id) for one in files.cases])
        editions.append(Edition(number, name, published=published, sources=files.cases))
    return Series(
        id=series_id,
        title=title,
        editions=tuple(editions),
        folder=folder,
        pages=tuple(msgspec.structs.replace(page, kind="page") for page in files.pages),
    )


def _together(dates: Sequence[str | None]) -> str | None:
    """The year, or the month, in which all appeared that tell; most must tell."""
    told = [date for date in dates if date]
    years = {date[:4] for date in told}
    if 2 * len(told) <= len(dates) or len(years) != 1:
        return None
    return told[0] if len(set(told)) == 1 else told[0][:4]


def write_manifest(series: Series, out: Path) -> None:
    """Writes the manifest; keys that say nothing are left out.

    Raises:
        ManifestError: the file exists already, or cannot be written.
    """
    try:
        with out.open("xb") as file:
            file.write(_HEAD + tomli_w.dumps(_without_defaults(series)).encode())
    except FileExistsError as error:
        raise ManifestError(
            f"{out} exists already.", remedy="Name another file, or remove that one first."
        ) from error
    except OSError as error:
        raise ManifestError(
            f"{out} cannot be written: {error.strerror}.", remedy="Name a file in another folder."
        ) from error


_HEAD = b"""# A casebook series. Mend titles, numbers and dates here, then index it again.
# [[editions.cases]] with id, title and place name the cases of an edition; without them every
# chapter is a case that nothing says to be none. See the README for all keys.

"""


def _without_defaults(series: Series) -> dict[str, object]:
    plain = msgspec.to_builtins(series)
    kept = _said(plain)
    return kept if isinstance(kept, dict) else {}


def _said(value: object) -> object:
    """The value without None and empty lists, which TOML lacks or which say nothing."""
    if isinstance(value, dict):
        return {key: _said(item) for key, item in value.items() if item not in (None, (), [], "")}
    if isinstance(value, list | tuple):
        return [_said(item) for item in value]
    return value
