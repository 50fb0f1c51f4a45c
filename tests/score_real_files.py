"""Scores the reading of real PDFs beside pdftotext, pypdf alone and PDFium alone.

    python tests/score_real_files.py             word F1 and glued words, a line a file
    python tests/score_real_files.py --broken    damaged and hostile files: text or a reason
    python tests/score_real_files.py --speed     pages per second, on one processor and on two

Word F1 is that of the bags of words of ours and of pdftotext's, running heads (lines of the margins
that the reader drops) taken from both. The files lie beside the repository; without them, or
without pdftotext, it says so and ends.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import pypdf
import pypdfium2 as pdfium

from corpus.errors import SourceError
from corpus.models import Document, Source
from indexer.extract import Limits, read_source, read_sources
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

    First per second of processor, each file in this process (pdftotext in its own): that hardly
    depends on what else runs. Then per second by the clock, as `wijk index` reads: each file in
    workers, on one processor and on two, first by itself and then all together.
    """
    readers: dict[str, Callable[[Path], object]] = {
        "ours": by_us, "pypdf": by_pypdf, "pdftotext": by_pdftotext,
    }  # fmt: skip
    count = {path: len(pdfium.PdfDocument(path)) for path in paths}
    for clock, name in ((_processor_time, "processor"), (time.perf_counter, "clock")):
        took = {
            path: {name: _best(partial(reader, path), clock) for name, reader in readers.items()}
            for path in paths
        }
        _say_all(f"by the {name}, in one process", count, took)
    for cores in (1, 2):
        found = _on_processors(cores)
        for path in paths:
            took[path]["ours"] = found[path.name]
        _say_all(f"by the clock, workers on {cores} processors", count, took, found["together"])


def _on_processors(cores: int) -> dict[str, float]:
    """Seconds that each file takes, and all together, for a process that may use so many."""
    done = subprocess.run(
        [sys.executable, __file__, "--processors", str(cores)],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name: float(seconds) for name, seconds in map(str.split, done.stdout.splitlines())}


def print_times(paths: Sequence[Path], cores: int) -> None:
    """Prints the seconds that each file takes on the first so many processors, and all together."""
    os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:cores]))
    for path in paths:
        print(path.name, _best(lambda path=path: read_source(_source(path), path)))  # type: ignore[misc]  # noqa: T201  # a script prints
    print("together", _best(lambda: _together(paths)))  # noqa: T201  # idem


def _together(paths: Sequence[Path]) -> None:
    with read_sources([(_source(path), path) for path in paths]) as reading:
        for document in reading:
            document.result()


def _processor_time() -> float:
    """Seconds of processor that this process and those that it has waited for have taken."""
    return sum(os.times()[:4])


def _best(read: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    times = []
    for _ in range(3):
        start = clock()
        read()
        times.append(clock() - start)
    return max(min(times), 0.005)  # what a processor counts in


def _say_all(
    title: str,
    count: Mapping[Path, int],
    took: Mapping[Path, Mapping[str, float]],
    together: float | None = None,
) -> None:
    print(title)  # noqa: T201  # idem
    for path, seconds in took.items():
        _say(path.name, count[path], seconds)
    total = {name: sum(one[name] for one in took.values()) for name in next(iter(took.values()))}
    _say("over all", sum(count.values()), total)
    if together is not None:
        _say("over all, together", sum(count.values()), total | {"ours": together})


def _say(name: str, pages: int, took: Mapping[str, float]) -> None:
    rates = "  ".join(f"{reader} {pages / seconds:6.0f}" for reader, seconds in took.items())
    ratio = took["pypdf"] / took["ours"]
    print(f"  {name:36} {pages:4} pages, per second: {rates}  ours/pypdf {ratio:.1f}")  # noqa: T201  # idem


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
    elif "--processors" in arguments:
        print_times(dutch, int(arguments[-1]))
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
