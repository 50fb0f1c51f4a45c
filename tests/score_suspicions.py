"""Prints how many pages of real PDFs give each suspicion, and what the measures behind them are.

    python tests/score_suspicions.py [FILE ...]

Without files: those of `../shared/pdfs`. A row of each file as it is read, and one of the same
pages as pypdf alone reads them, for there the words of some files are glued or scattered: that is
what the thresholds must tell apart. `--pages` lists the pages behind the figures.
"""

# ruff: noqa: T201  # a script prints

import logging
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdf
from extract_pdfs import SHARED

from corpus import Document, Source, SourceError
from corpus.models import Suspicion
from indexer.extract import SAYINGS
from indexer.extract.protocol import Limits
from indexer.extract.suspicions import measure, suspicions_in
from indexer.extract.worker import read_file

Found = dict[str, list[int]]

_MOST_PAGES = 40  # of a file, for pypdf is slow
_SHORT = {
    "no-text": "no text", "glued-words": "glued", "scattered-words": "scatter.",
    "odd-characters": "odd", "unmapped-glyphs": "unmapped", "spread": "spread",
    "no-label": "no label", "pypdf": "by pypdf",
}  # fmt: skip


def ours(path: Path) -> tuple[int, Found] | str:
    """The number of pages and the pages with each suspicion, or why the file is not read."""
    try:
        source = Source("bron", path.name, "publication", path.stem)
        document = read_file(source, path, Limits(), even_empty=True)
    except SourceError as error:
        return error.message.removeprefix(str(path)).strip()
    return len(document.pages), _by_suspicion(document)


def _by_suspicion(document: Document) -> Found:
    found: Found = defaultdict(list)
    for number, page in enumerate(document.report, start=1):
        for suspicion in page.suspicions:
            found[suspicion].append(number)
        if page.method == "pypdf":
            found["pypdf"].append(number)
    return found


def pypdf_alone(path: Path) -> tuple[int, Found] | str:
    """The same of the first pages as pypdf alone reads them; a page alone shows no label."""
    try:
        reader = pypdf.PdfReader(path)
        texts = [page.extract_text() for page in reader.pages[:_MOST_PAGES]]
    except Exception as error:  # noqa: BLE001  # on a damaged file pypdf raises anything
        return type(error).__name__
    found: Found = defaultdict(list)
    for number, text in enumerate(texts, start=1):
        for suspicion in _of_text(text):
            found[suspicion].append(number)
    return len(texts), found


def _of_text(text: str) -> Iterator[Suspicion]:
    return suspicions_in(measure([line for line in text.split("\n") if line]))


def _row(name: str, result: tuple[int, Found] | str, *, pages: bool) -> None:
    if isinstance(result, str):
        print(f"{name:58} {result}")
        return
    count, found = result
    cells = "".join(f"{len(found[key]) or '.':>9}" for key in _SHORT)
    print(f"{name:58}{count:>6}{cells}")
    for key, numbers in found.items() if pages else ():
        if numbers:
            print(f"    {key}: {' '.join(map(str, numbers))}")


def main(arguments: Sequence[str]) -> None:
    """Prints the table."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    assert set(_SHORT) == {*SAYINGS, "pypdf"}
    pages = "--pages" in arguments
    files = [Path(argument) for argument in arguments if argument != "--pages"]
    print(f"{'file':58}{'pages':>6}{''.join(f'{short:>9}' for short in _SHORT.values())}")
    for path in files or sorted(SHARED.glob("*/*.pdf")):
        name = f"{path.parent.name}/{path.name}"[:56]
        _row(name, ours(path), pages=pages)
        _row("  pypdf alone", pypdf_alone(path), pages=pages)


if __name__ == "__main__":
    main(sys.argv[1:])
