"""The worker process: where it comes from, what crosses over, and that it ends."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import msgspec
import pytest
from extract_sources import SOURCE, plant, write

from corpus import SourceError
from indexer.extract import Limits, read_source
from indexer.extract.protocol import OVERDUE, Problem, Request
from indexer.extract.worker import answer
from indexer.extract.workers import run_anew, run_worker

linux = pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")


def test_worker_with_a_bug_shows_its_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path, monkeypatch, "raise KeyError('onze fout')")
    with pytest.raises(RuntimeError, match=r"(?s)Traceback.*KeyError: 'onze fout'"):
        read_source(SOURCE, write(tmp_path, "a.txt", b"wijk"))


_NOISY_READER = """
import os
from corpus.models import Block, Document, Page
def read_text(source, data, *, markdown):
    os.write(1, b"ruis")
    print("ruis")
    block = Block(kind="paragraph", text=data.decode())
    return Document(source=source, format="text", pages=(Page(ref=None, blocks=(block,)),))
"""


def test_what_libraries_print_does_not_reach_the_reply(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path, monkeypatch, _NOISY_READER)
    assert read_source(SOURCE, write(tmp_path, "a.txt", b"wijk")).pages[0].text == "wijk"


def test_worker_takes_no_module_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "corpus.py", b"raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    path = write(tmp_path, "a.txt", b"wijk")
    assert read_source(SOURCE, path.relative_to(tmp_path)).pages[0].text == "wijk"


def test_worker_answers_problems_as_json(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b" ")
    request = Request(source=SOURCE, path=str(path), limits=Limits())
    reply = msgspec.json.decode(answer(request), type=Problem)
    assert reply.message == f"{path} has no text."


def test_worker_started_anew_ends_as_one_that_was_forked(tmp_path: Path) -> None:
    """Elsewhere than on Linux each worker is started anew."""
    for data, code in ((b"Buurthuis", 0), (b" ", 0)):
        path = write(tmp_path, "a.txt", data)
        request = msgspec.json.encode(Request(source=SOURCE, path=str(path), limits=Limits()))
        anew = run_anew(request, seconds=60)
        assert anew == run_worker(request, seconds=60, ready="")
        assert anew.code == code


def test_worker_started_anew_is_stopped_in_time(tmp_path: Path) -> None:
    request = Request(source=SOURCE, path=str(write(tmp_path, "a.txt", b"wijk")), limits=Limits())
    assert run_anew(msgspec.json.encode(request), seconds=0.001).code == OVERDUE


def test_files_are_read_at_the_same_time(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"{at}.txt", b"Buurthuis %d" % at) for at in range(12)]
    with ThreadPoolExecutor(max_workers=4) as pool:
        documents = list(pool.map(partial(read_source, SOURCE), paths))
    assert [document.pages[0].text for document in documents] == [
        f"Buurthuis {at}" for at in range(12)
    ]


@linux
def test_worker_is_forked_from_another_process_when_that_has_ended(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"wijk")
    read_source(SOURCE, path)
    for pid in _forkservers():
        os.kill(pid, signal.SIGKILL)
    assert read_source(SOURCE, path).pages[0].text == "wijk"


@linux
def test_forkserver_ends_with_the_process_that_asked(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"wijk")
    code = (
        "import os, pathlib; from corpus import Source; from indexer.extract import read_source\n"
        f"read_source(Source('b', 'b', 'page', 'B'), pathlib.Path({str(path)!r}))\n"
        "print(pathlib.Path(f'/proc/self/task/{os.getpid()}/children').read_text())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    (pid,) = done.stdout.split()
    assert not Path(f"/proc/{pid}").exists()


_SLOW_READER = """
import os, time
writer = os.open({pipe!r}, os.O_WRONLY)
os.fork()
while True:
    time.sleep(1)
"""


@linux
def test_what_a_worker_has_started_ends_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    plant(tmp_path, monkeypatch, _SLOW_READER.format(pipe=str(pipe)))
    path = write(tmp_path, "a.txt", b"wijk")
    with pytest.raises(SourceError, match="takes more than 2 seconds"):
        read_source(SOURCE, path, limits=Limits(seconds=2))
    os.set_blocking(reader, True)
    assert os.read(reader, 1) == b""  # the end comes when nobody holds the other end any more
    os.close(reader)


def _forkservers() -> list[int]:
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    return [
        int(pid)
        for pid in children
        if b"indexer.extract.forkserver" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]
