"""Two processes read a long PDF: it comes to the same as with one, also where the helper dies."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from extract_pdfs import Text, pdf
from extract_sources import SOURCE, write

from indexer.extract import Limits
from indexer.extract.protocol import Request, Success
from indexer.extract.worker import read_file
from indexer.extract.workers import run_worker

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a helper is forked on Linux only")

LONG = pdf([[Text(50, 500, f"Bladzijde {at} van de wijk")] for at in range(40)])


def test_two_processes_read_what_one_reads(tmp_path: Path) -> None:
    path = write(tmp_path, "a.pdf", LONG)
    request = Request(source=SOURCE, path=str(path), limits=Limits(), processes=2)
    ended = run_worker(msgspec.json.encode(request), seconds=60, ready="pdf")
    document = msgspec.json.decode(ended.reply, type=Success).document
    assert document == read_file(SOURCE, path, Limits())
    assert [page.text for page in document.pages] == [
        f"Bladzijde {at} van de wijk" for at in range(40)
    ]


_READING = """
import os, sys
from pathlib import Path
from indexer.extract import pdf
me, brought = os.getpid(), []

class Watched(pdf.Helper):
    def brought(self):
        brought.append(super().brought())
        return brought[0]

def die(pages):
    for at, page in enumerate(pages):
        {fault}
        yield page

whole, pdf.Helper = pdf._pages_anew, Watched
pdf._pages_anew = lambda *asked: die(whole(*asked))
paper = pdf.read_pdf(Path(sys.argv[1]), max_pages=40, helped=True)
print(len(brought[0]), paper == pdf.read_pdf(Path(sys.argv[1]), max_pages=40))
"""


@pytest.mark.parametrize(
    ("fault", "brings"),
    [
        pytest.param("pass", True, id="none"),
        pytest.param("os._exit(1)", False, id="ends"),
        pytest.param("os.kill(os.getpid(), 11)", False, id="crashes"),
        pytest.param("raise MemoryError", False, id="no-memory"),
    ],
)
def test_pages_are_read_though_the_helper_dies(tmp_path: Path, fault: str, *, brings: bool) -> None:
    path = write(tmp_path, "a.pdf", LONG)
    done = subprocess.run(
        [sys.executable, "-c", _READING.format(fault=fault), str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    count, is_same = done.stdout.split()
    assert is_same == "True"
    assert brings or count == "0"
