"""A process that stands ready to read: `python -m indexer.extract.forkserver`, on Linux.

To start Python and load what reads a file takes longer than to read most files. So this process
loads it once, reads nothing itself, and forks for each file: a guard, and from that the worker.
The guard holds the worker to its time, also where the process that asked is gone, and tells how it
ended. A worker stands at the head of a group of processes, which ends with it.
"""

import gc
import os
import signal
import socket
import struct
import sys
import time
import traceback
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from corpus.models import Source
from indexer.extract import worker
from indexer.extract.protocol import OVERDUE, TOLD_BYTES, TRAILER, Libraries, Order

_STDERR = 2
# Ours: what others have made is read by workers alone.
_OWN_PAGE = b"<html lang=nl><title>Caf&eacute;</title><main><h1>Caf&eacute;</h1><p>Een zin.</main>"
_MODULES = {
    "pdf": ("indexer.extract.pdf", "indexer.extract.structure"),
    "html": ("indexer.extract.web",),
    "article": ("indexer.extract.web", "trafilatura"),
}


def main() -> None:
    """Forks a worker for each order on standard input, a socket, until that is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ends with who asks, not before
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the guards
    with socket.socket(fileno=os.dup(sys.stdin.fileno())) as orders:
        while True:
            message, places, _, _ = socket.recv_fds(orders, 1024, 2)
            if not message:
                return
            order = msgspec.json.decode(message, type=Order)
            with suppress(Exception):  # the worker meets it too, and tells
                _load(order.ready)
            gc.freeze()  # what is loaded is shared with the worker as long as nothing touches it
            if not os.fork():
                orders.close()
                talk, folder = places
                _guard(talk, folder, order.seconds)
            for place in places:
                os.close(place)


@cache
def _load(ready: Libraries) -> None:
    """Loads what will be needed, down to what is only made when a first page is read."""
    for name in _MODULES.get(ready, ()):
        import_module(name)
    if ready in {"html", "article"}:
        from indexer.extract.web import read_web  # noqa: PLC0415  # only now it may be loaded

        source = Source("", "", "page", "", selector="main" if ready == "html" else None)
        read_web(source, Path(), _OWN_PAGE)


def _guard(talk: int, folder: int, seconds: float) -> NoReturn:
    """Has a worker read from and reply to `talk`, and adds there how it ended."""
    code, told = OVERDUE, b""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, _end_of_time)
    begun = time.monotonic()
    hears, tells = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(hears)
        _work(talk, folder, tells)
    with suppress(OSError):  # the worker does so too: its time may end before it comes to that
        os.setpgid(pid, pid)
    os.close(tells)
    try:
        with suppress(TimeoutError):
            signal.setitimer(signal.ITIMER_REAL, max(begun + seconds - time.monotonic(), 1e-6))
            told = _end_of(hears)
            code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)
        with suppress(OSError), socket.socket(fileno=talk) as replies:
            replies.sendall(told + struct.pack(TRAILER, code, len(told)))
        os._exit(0)


def _end_of_time(*_: Any) -> NoReturn:  # noqa: ANN401  # a signal and a frame
    raise TimeoutError


def _end_of(hears: int) -> bytes:
    """The end of what comes in, when all has come."""
    told = b""
    while part := os.read(hears, 1 << 16):
        told = (told + part)[-TOLD_BYTES:]
    return told


def _work(talk: int, folder: int, tells: int) -> NoReturn:
    """Is a worker like one that was started anew: in that folder, with streams of its own."""
    code = 1
    try:
        os.setpgid(0, 0)
        for number in (signal.SIGINT, signal.SIGALRM):
            signal.signal(number, signal.SIG_DFL)
        for stream, place in enumerate((talk, talk, tells)):
            os.dup2(place, stream)
        os.fchdir(folder)
        for place in (talk, folder, tells):
            os.close(place)
        worker.main()
        code = 0
    except MemoryError:
        os.write(_STDERR, b"MemoryError\n")  # to print a traceback would take more
    except BaseException:  # noqa: BLE001  # as Python does at its end
        traceback.print_exc()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
