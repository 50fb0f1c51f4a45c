"""Makes a series of a folder: reads every file for its title and date, and writes a manifest."""

import os
import re
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from corpus import Document, ManifestError, Series, Source, SourceError
from corpus.draft import draft, write_manifest
from indexer.dutch import fold
from indexer.extract import READABLE_SUFFIXES, read_source
from indexer.imprint import published
from indexer.segment.titles import slug

_TITLE_BLOCKS = 12
"""A title is looked for in so many blocks at the head of a document."""

_LONGEST_TITLE = 200


def draft_series(
    folder: Path, *, title: str | None = None, out: Path
) -> tuple[Series, tuple[SourceError, ...]]:
    """Writes a manifest for the files below a folder; gives it, and the files that are left out.

    Files are taken in the natural order of their names (2 before 10), hidden ones are not.

    Args:
        folder: with the files.
        title: of the series; None for the name of the folder.
        out: the manifest to write.

    Raises:
        ManifestError: the folder is none or has nothing to read, or `out` cannot be written.
    """
    if not folder.is_dir():
        raise ManifestError(f"{folder} is no folder.", remedy="Name a folder with PDFs or pages.")
    root = folder.resolve()
    paths = sorted(
        (path for path in root.rglob("*") if _is_readable(path, root)), key=_natural_order
    )
    sources, dates, problems = _read_sources(root, paths)
    if not sources:
        raise ManifestError(
            f"There is nothing to read in {folder}.",
            remedy=f"Put files there that end in {', '.join(READABLE_SUFFIXES)}.",
        )
    title = title or _name(root)
    series = draft(title, slug(title), _folder_for(out, root), sources, dates)
    write_manifest(series, out)
    return series, problems


def _folder_for(out: Path, root: Path) -> str:
    """The folder as seen from the manifest when it lies below, so that both can move together."""
    beside = out.resolve().parent
    if not root.is_relative_to(beside):
        return str(root)
    below = root.relative_to(beside).as_posix()
    return "" if below == "." else below


def _is_readable(path: Path, root: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    return path.suffix.lower() in READABLE_SUFFIXES and path.is_file() and not hidden


def _natural_order(path: Path) -> tuple[tuple[str, int], ...]:
    runs = re.findall(r"(\D*)(\d*)", str(path).lower())
    return tuple((text, int(digits or 0)) for text, digits in runs)


def _read_sources(
    root: Path, paths: Sequence[Path]
) -> tuple[tuple[Source, ...], dict[str, str], tuple[SourceError, ...]]:
    """The files as sources, when they appeared, by their ids, and those that cannot be read."""
    sources: list[Source] = []
    dates: dict[str, str] = {}
    problems: list[SourceError] = []
    seen: Counter[str] = Counter()
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for path, result in zip(paths, pool.map(_read, paths), strict=True):
            if isinstance(result, SourceError):
                problems.append(result)
                continue
            name = slug(path.stem)
            seen[name] += 1
            own = name if seen[name] == 1 else f"{name}-{seen[name]}"
            relative = path.relative_to(root).as_posix()
            sources.append(Source(own, relative, "publication", _title(result, path)))
            if date := published(result):
                dates[own] = date
    return tuple(sources), dates, tuple(problems)


def _read(path: Path) -> Document | SourceError:
    try:
        return read_source(Source(slug(path.stem), path.name, "publication", path.stem), path)
    except SourceError as error:
        return error


def _title(document: Document, path: Path) -> str:
    """The file's own title if the text bears it out, else its first heading, else its name."""
    blocks = [block for page in document.pages for block in page.blocks][:_TITLE_BLOCKS]
    head = fold(" ".join(block.text for block in blocks))
    if document.title and fold(document.title) in head:
        return document.title[:_LONGEST_TITLE]
    headings = (block.text for block in blocks if block.kind == "heading")
    return next(headings, _name(path))[:_LONGEST_TITLE]


def _name(path: Path) -> str:
    """The name of a file or folder as a person would write it."""
    return re.sub(r"[\s_-]+", " ", path.stem).strip() or path.stem
