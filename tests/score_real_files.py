"""Scores the reading of real PDFs beside pdftotext, pypdf alone and PDFium alone.

    python tests/score_real_files.py             word F1 and glued words, a line a file
    python tests/score_real_files.py --broken    damaged and hostile files: text or a reason
    python tests/score_real_files.py --speed     pages per second, on one core and on two

Word F1 is that of the bags of words of ours and of pdftotext's, running heads (lines of the margins
that the reader drops) taken from both. The files lie beside the repository; without them, or
without pdftotext, it says so and ends.
"""

import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pypdf
import pypdfium2 as pdfium

from corpus.errors import SourceError
from corpus.models import Document, Source
from indexer.extract import Limits, read_source
from indexer.extract.worker import read_file

SHARED = Path(__file__).resolve().parents[2] / "shared" / "pdfs"
SECONDS = 20.0
LONG = 25

_WORD = re.compile(r"\w+")
_ADDRESS_OR_CODE = re.compile(r"://|www\.|[@/\\_=<>{}()\[\]$%|+*#]|\w\.\w|\d|--")


def words(texts: Iterable[str]) -> Counter[str]:
    """The words of some texts, with what breaks words at line ends taken out."""
    joined = re.sub(r"(\w)-\s*\n\s*([a-zà-ÿ])", r"\1\2", "\n".join(texts)).replace("\u00ad", "")
    return Counter(_WORD.findall(joined.replace("ﬁ", "fi").replace("ﬂ", "fl").lower()))


def f1(ours: Counter[str], theirs: Counter[str]) -> float:
    """The harmonic mean of precision and recall of two bags of words."""
    both = (ours & theirs).total()
    return 2 * both / max(ours.total() + theirs.total(), 1)


def glued(texts: Iterable[str], known: Counter[str]) -> float:
    """Share of the words that are longer than 25 letters, code and addresses aside.

    Dutch has such words (*dienstenniveauovereenkomst*): those that pdftotext finds too are no
    mistake.
    """
    tokens = [token for text in texts for token in text.split()]
    long = [t for t in tokens if len(t) > LONG and not _ADDRESS_OR_CODE.search(t)]
    return sum(any(word not in known for word in words([t])) for t in long) / max(len(tokens), 1)


def dropped_words(document: Document) -> Counter[str]:
    """The words of the running heads, feet and page numbers that the reader left out."""
    return words(line for page in document.report for line in page.dropped)


def by_pdftotext(path: Path) -> list[str]:
    """The text of each page as pdftotext reads it."""
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=False)  # noqa: S607  # as users call it
    return done.stdout.decode("utf-8", "replace").split("\f")


def by_pypdf(path: Path) -> list[str]:
    """The text of each page as pypdf alone reads it."""
    with pypdf.PdfReader(path) as reader:
        return [page.extract_text() for page in reader.pages]


def by_pdfium(path: Path) -> list[str]:
    """The text of each page as PDFium alone reads it."""
    with closing(pdfium.PdfDocument(path)) as document:
        return [page.get_textpage().get_text_range() for page in document]


def by_us(path: Path) -> Document:
    """The document as we read it, in this process."""
    return read_file(_source(path), path, Limits())


def score_ours(path: Path) -> dict[str, float]:
    """Word F1 of ours against pdftotext; the share of glued words of its worst page."""
    document = by_us(path)
    heads = dropped_words(document)
    theirs = words(by_pdftotext(path))
    ours = words(block.text for page in document.pages for block in page.blocks)
    pages = [[block.text for block in page.blocks] for page in document.pages]
    return {
        "ours": f1(ours, theirs - heads),
        "glued": max(glued(page, theirs) for page in pages),
    }


def score_file(path: Path) -> dict[str, float]:
    """The same, with pypdf alone and PDFium alone beside it."""
    theirs = words(by_pdftotext(path))
    alone = by_pypdf(path)
    return score_ours(path) | {
        "pypdf": f1(words(alone), theirs),
        "glued_pypdf": max(glued([page], theirs) for page in alone),
        "pdfium": f1(words(by_pdfium(path)), theirs),
    }


def read_broken(path: Path) -> str:
    """What reading a damaged file comes to: the letters found, or the reason of the refusal."""
    start = time.perf_counter()
    try:
        document = read_source(_source(path), path, limits=Limits(seconds=SECONDS))
        result = f"{sum(len(page.text) for page in document.pages)} characters"
    except SourceError as error:
        result = str(error).replace(str(path), path.name)
    return f"{time.perf_counter() - start:5.1f} s  {result}"


def print_speed(paths: Sequence[Path]) -> None:
    """Prints the pages per second of ours, pypdf alone and pdftotext; each the best of three.

    First each file in this process; then all of them as `wijk index` reads them, each in a process
    of its own with its start, one at a time and two at a time.
    """
    readers: dict[str, Callable[[Path], object]] = {
        "ours": by_us, "pypdf": by_pypdf, "pdftotext": by_pdftotext,
    }  # fmt: skip
    total = dict.fromkeys(readers, 0.0)
    pages = 0
    for path in paths:
        count = len(pdfium.PdfDocument(path))
        took = {name: _best(reader, path) for name, reader in readers.items()}
        pages += count
        for name, seconds in took.items():
            total[name] += seconds
        _say(path.name, count, took)
    _say("over all", pages, total)
    for cores in (1, 2):
        _say(
            f"in processes, {cores} at a time", pages, total | {"ours": _in_processes(paths, cores)}
        )


def _in_processes(paths: Sequence[Path], cores: int) -> float:
    """Seconds that the reading of all files takes, each in a process of its own."""
    start = time.perf_counter()
    with ThreadPoolExecutor(max_workers=cores) as pool:
        list(pool.map(lambda path: read_source(_source(path), path), paths))
    return time.perf_counter() - start


def _best(reader: Callable[[Path], object], path: Path) -> float:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        reader(path)
        times.append(time.perf_counter() - start)
    return min(times)


def _say(name: str, pages: int, took: dict[str, float]) -> None:
    rates = "  ".join(f"{reader} {pages / seconds:6.0f}" for reader, seconds in took.items())
    ratio = took["pypdf"] / took["ours"]
    print(f"{name:40} {pages:4} pages, per second: {rates}  ours/pypdf {ratio:.1f}")  # noqa: T201  # a script prints


def _source(path: Path) -> Source:
    return Source(id="score", path=path.name, kind="publication", title=path.name)


def main(arguments: Sequence[str]) -> None:
    """Prints what is asked for."""
    if not SHARED.is_dir() or not shutil.which("pdftotext"):
        print("Skipped: the real PDFs or pdftotext are not at hand.")  # noqa: T201  # idem
        return
    dutch = sorted((SHARED / "dutch").glob("*.pdf"))
    if "--speed" in arguments:
        print_speed(dutch)
    elif "--broken" in arguments:
        for folder in ("broken", "layout"):
            for path in sorted((SHARED / folder).glob("*.pdf")):
                print(f"{path.name:60} {read_broken(path)}")  # noqa: T201  # idem
    else:
        for path in dutch:
            figures = "  ".join(f"{name} {value:.4f}" for name, value in score_file(path).items())
            print(f"{path.name:36} {figures}")  # noqa: T201  # idem


if __name__ == "__main__":
    main(sys.argv[1:])
