"""The limits on reading: time, memory, pages and output, and how a worker dies of them."""

import sys
from pathlib import Path

import pytest
from extract_pdfs import Text, pdf
from extract_sources import PDF, SOURCE, plant, write

from corpus import SourceError
from indexer.extract import Limits, inspect_source, read_source


@pytest.mark.parametrize("moment", range(1, 41))
def test_time_limit_stops_the_worker_at_any_moment(tmp_path: Path, moment: int) -> None:
    """Also before it is in a group of its own, or has read what is asked."""
    path, limit = write(tmp_path, "a.pdf", PDF), moment / 10_000
    with pytest.raises(SourceError, match=rf"takes more than {limit:g} seconds"):
        read_source(SOURCE, path, limits=Limits(seconds=limit))


def large_page(columns: int, words: int) -> bytes:
    """A page of 60,000 words in columns, so many words to a line."""
    count = 60_000 // words
    rows, line = count // columns, "wijk " * words
    texts = [
        Text(10 + 60 * (at % columns), 7 + 1.2 * (rows - at // columns), line, size=1)
        for at in range(count)
    ]
    return pdf([texts], page=f"/MediaBox [0 0 200 {1.2 * rows + 20:g}]")


@pytest.mark.parametrize(("columns", "words"), [(1, 10), (2, 2)], ids=["one-column", "two-columns"])
def test_page_of_sixty_thousand_words_is_read(tmp_path: Path, columns: int, words: int) -> None:
    """A poster, or a book set on one sheet: within the limits, though each line has many beside it.

    The first took 48 seconds, the second over 200, when each line was held against all others.
    """
    path = write(tmp_path, "a.pdf", large_page(columns, words))
    assert read_source(SOURCE, path).pages[0].text.split() == ["wijk"] * 60_000


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux only")
def test_memory_limit_stops_the_worker(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"wijk " * 20_000_000)
    with pytest.raises(SourceError, match="needs more than 300 MiB"):
        read_source(SOURCE, path, limits=Limits(memory=300 << 20))


def test_page_limit_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "a.pdf", PDF)
    with pytest.raises(SourceError, match="has 2 pages, more than 1"):
        read_source(SOURCE, path, limits=Limits(pages=1))


def test_output_limit_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"wijk " * 1000)
    with pytest.raises(SourceError, match="more text than the 1,000 bytes"):
        read_source(SOURCE, path, limits=Limits(output=1000))


def test_picture_is_within_the_limit_on_output(tmp_path: Path) -> None:
    path = write(tmp_path, "a.pdf", PDF)
    with pytest.raises(SourceError, match="more than the 3,000 bytes"):
        inspect_source(SOURCE, path, draw=0, limits=Limits(output=3000))


_DEATHS = {
    "aborted": ("os.abort()", r"gave up, as it does where 1024 MiB is too little"),
    "bad-alloc": (
        "sys.stderr.write('std::bad_alloc'); sys.stderr.flush(); os.abort()",
        r"a\.txt needs more than 1024 MiB",
    ),
    "corrupted": (
        "sys.stderr.write('free(): invalid pointer'); sys.stderr.flush(); os.abort()",
        r"its reader stopped with code -6",
    ),
    "python": ("raise MemoryError", r"a\.txt needs more than 1024 MiB"),
    "system": ("raise OSError(12, 'Cannot allocate memory')", r"a\.txt needs more than 1024 MiB"),
    "killed": ("os.kill(os.getpid(), 9)", r"killed, as the system does that runs out of memory"),
    "crashed": ("os.kill(os.getpid(), 11)", r"its reader stopped with code -11"),
    "stopped": ("os._exit(3)", r"its reader stopped with code 3"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
@pytest.mark.parametrize(("code", "message"), _DEATHS.values(), ids=_DEATHS)
def test_worker_that_dies_says_whether_it_was_for_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, message: str
) -> None:
    plant(tmp_path, monkeypatch, f"import os, sys; {code}")
    with pytest.raises(SourceError, match=message):
        read_source(SOURCE, write(tmp_path, "a.txt", b"wijk"))


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux only")
def test_pdf_that_needs_more_memory_than_allowed_is_refused_for_that(tmp_path: Path) -> None:
    """Where PDFium gets none it aborts, and where Python gets none it says so."""
    path = write(tmp_path, "a.pdf", large_page(2, 2))
    for memory in (40, 80, 120):
        with pytest.raises(SourceError, match=rf"(where|than) {memory} MiB") as caught:
            read_source(SOURCE, path, limits=Limits(memory=memory << 20))
        assert "raise the limit on memory" in (caught.value.remedy or "")
