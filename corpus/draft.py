"""Writes a `series.toml` for a folder of files, to be mended by hand."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import tomli_w

from corpus.errors import ManifestError
from corpus.models import Edition, Series, Source


def draft(
    title: str,
    series_id: str,
    folder: str,
    sources: Sequence[Source],
    published: Mapping[str, str],
) -> Series:
    """A series of these sources.

    Every PDF is an edition, in the order given; the other files are pages about the series. Where
    there is no PDF, the files are the sources of one edition. Cases are left to the outlines.

    Args:
        title: of the series.
        series_id: its id.
        folder: with the files, as the manifest is to say it.
        sources: the files.
        published: by the id of a source, when it appeared, where that is known.
    """
    bundles = [source for source in sources if source.path.lower().endswith(".pdf")]
    pages = [source for source in sources if source not in bundles]
    if bundles:
        editions = tuple(
            Edition(number, bundle.title, published=published.get(bundle.id), sources=(bundle,))
            for number, bundle in enumerate(bundles, start=1)
        )
    else:
        sources, pages = pages, []
        editions = (Edition(number=1, title=title, sources=tuple(sources)),)
    return Series(
        id=series_id,
        title=title,
        editions=editions,
        folder=folder,
        pages=tuple(msgspec.structs.replace(page, kind="page") for page in pages),
    )


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
