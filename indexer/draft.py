"""Makes a series of a folder: reads every file for its title and date, and writes a manifest."""

import os
import re
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from corpus import Block, Document, ManifestError, Series, Source, SourceError
from corpus.draft import Files, draft, write_manifest
from indexer.dutch import ends_clause, fold
from indexer.extract import READABLE_SUFFIXES, read_source
from indexer.imprint import published
from indexer.segment.singles import is_rubric
from indexer.segment.titles import slug
from indexer.shelving import shelve

_TITLE_BLOCKS = 12
"""A title is looked for in so many blocks at the head of a document."""

_LONGEST_TITLE = 200
_LOOSE = "Losse praktijken"  # the edition of what is in no bundle
_LINE = 80  # characters of a first line that is the title of a text without headings
_SITE = re.compile(r"\s+[|»–—·-]\s+")  # between the title of a web page and the name of its site
_SAVED = re.compile(r"(.+)_(?:files|bestanden)")  # a folder that browsers lay beside a saved page


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
    documents, problems = _read_documents(root, paths)
    if not documents:
        raise ManifestError(
            f"There is nothing to read in {folder}.",
            remedy=f"Put files there that end in {', '.join(READABLE_SUFFIXES)}.",
        )
    title = title or _name(root)
    series = draft(title, slug(title), _folder_for(out, root), _files(documents))
    write_manifest(series, out)
    return series, problems


def _files(documents: Sequence[Document]) -> Files:
    """The documents as the files of a manifest."""
    shelves = shelve(documents)
    dates = {one.source.id: _published(one) for one in documents}
    folders = {Path(one.source.path).parent for one in shelves.cases}
    own = folders.isdisjoint(Path(one.source.path).parent for one in shelves.bundles)
    common = _name(min(folders)) if len(folders) == 1 and own and min(folders).name else None
    return Files(
        bundles=tuple(one.source for one in shelves.bundles),
        cases=tuple(one.source for one in shelves.cases),
        name=common or (_LOOSE if shelves.bundles else None),
        pages=tuple(one.source for one in shelves.pages),
        published={name: date for name, date in dates.items() if date},
    )


def _published(document: Document) -> str | None:
    """The month in which it appeared, or the year; of a web page as it says itself."""
    if document.format == "html":
        return document.date[: len("2023-05")] if document.date else None
    return published(document)


def _folder_for(out: Path, root: Path) -> str:
    """The folder as seen from the manifest when it lies below, so that both can move together."""
    beside = out.resolve().parent
    if not root.is_relative_to(beside):
        return str(root)
    below = root.relative_to(beside).as_posix()
    return "" if below == "." else below


def _is_readable(path: Path, root: Path) -> bool:
    below = path.relative_to(root).parts
    hidden = any(part.startswith(".") for part in below)
    return (
        path.suffix.lower() in READABLE_SUFFIXES
        and path.is_file()
        and not hidden
        and not any(map(_is_saved_beside, path.relative_to(root).parents, [root] * len(below)))
    )


def _is_saved_beside(folder: Path, root: Path) -> bool:
    """Whether a browser laid it beside a web page that it saved, with the parts of that page."""
    name = _SAVED.fullmatch(folder.name)
    page = root / folder.parent / (name[1] if name else "")
    return name is not None and any(Path(f"{page}{end}").is_file() for end in (".html", ".htm"))


def _natural_order(path: Path) -> tuple[tuple[str, int], ...]:
    runs = re.findall(r"(\D*)(\d*)", str(path).lower())
    return tuple((text, int(digits or 0)) for text, digits in runs)


def _read_documents(
    root: Path, paths: Sequence[Path]
) -> tuple[tuple[Document, ...], tuple[SourceError, ...]]:
    """The files that can be read, each as a source with its title, and why others cannot."""
    documents: list[Document] = []
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
            source = Source(own, relative, "publication", _title(result, path))
            documents.append(msgspec.structs.replace(result, source=source))
    return _without_site(documents), tuple(problems)


def _without_site(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, their titles without the name of the site that stands in several."""
    times = Counter(part for one in documents for part in {*_SITE.split(one.source.title)})
    kept = []
    for one in documents:
        own = [part for part in _SITE.split(one.source.title) if times[part] == 1]
        heads = {block.text for page in one.pages for block in page.blocks if block.level}
        whole = one.source.title in heads
        free = own and not whole and (one.format == "html" or own[0] in heads)
        title = own[0] if free else one.source.title
        source = msgspec.structs.replace(one.source, title=title)
        kept.append(msgspec.structs.replace(one, source=source))
    return tuple(kept)


def _read(path: Path) -> Document | SourceError:
    try:
        return read_source(Source(slug(path.stem), path.name, "publication", path.stem), path)
    except SourceError as error:
        return error


def _title(document: Document, path: Path) -> str:
    """The file's own title if the text bears it out, else its highest heading, else its name.

    A web page whose first heading is that of a section has its title above the text.
    """
    blocks = [block for page in document.pages for block in page.blocks][:_TITLE_BLOCKS]
    head = fold(" ".join(block.text for block in blocks))
    if document.title and fold(document.title) in head and not is_rubric(document.title):
        return document.title[:_LONGEST_TITLE]
    headings = [block for block in blocks if block.kind == "heading"]
    is_section = sum(one.level == headings[0].level for one in headings) > 1 if headings else True
    if document.title and document.format == "html" and is_section:
        return document.title[:_LONGEST_TITLE]
    first = blocks[:1] if not headings and document.format == "text" else ()
    headings = _highest_first(document, headings)
    headings += [one for one in first if len(one.text) <= _LINE and not ends_clause(one.text)]
    titles = (one.text for one in headings if not is_rubric(one.text))
    return next(titles, document.title or _name(path))[:_LONGEST_TITLE]


def _highest_first(document: Document, headings: Sequence[Block]) -> list[Block]:
    """These headings, those of the first page that has any first, by level: a cover names more."""
    covers = [page.blocks for page in document.pages if any(one.level for one in page.blocks)]
    cover = covers[0] if covers else ()
    return sorted(headings, key=lambda one: (one not in cover, one.level if one in cover else 0))


def _name(path: Path) -> str:
    """The name of a file or folder as a person would write it."""
    return re.sub(r"[\s_-]+", " ", path.stem).strip() or path.stem
