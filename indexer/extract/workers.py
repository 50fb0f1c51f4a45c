"""Has a worker process answer a request, and says how it ended.

On Linux it is forked from a process that stands ready (`forkserver`), which is started by the first
request and ends with this process. Elsewhere a forked process may not use what its parent has
loaded, so each worker is started anew.
"""

import atexit
import os
import socket
import struct
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import msgspec

from indexer.extract.protocol import OVERDUE, TOLD_BYTES, TRAILER, Libraries, Order

_GRACE = 5.0  # seconds: the guard keeps the time, so this is for a guard that was stopped
_MOMENT = 0.2  # seconds
_MOST = 1 << 20  # bytes at once
_KILLED = -9


class Ended(NamedTuple):
    """How a worker ended.

    Attributes:
        code: its exit code; less than 0 is the signal that ended it, `OVERDUE` the end of its time.
        reply: what it wrote to standard output.
        told: the end of what it wrote to standard error.
    """

    code: int
    reply: bytes
    told: bytes


def processors() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_worker(request: bytes, *, seconds: float, ready: Libraries) -> Ended:
    """How a worker ended that was given this request.

    Args:
        request: what it reads from standard input.
        seconds: of wall-clock time, after which it is stopped.
        ready: what it will need, loaded before it is forked.
    """
    run = run_forked if sys.platform == "linux" else run_anew
    return run(request, seconds=seconds, ready=ready)


def run_forked(request: bytes, *, seconds: float, ready: Libraries) -> Ended:
    """The same, of a worker that is forked from the process that stands ready; Linux only."""
    ended = _talk(request, seconds, ready)
    if ended is None and _FORKSERVER.has_ended():  # before it had a worker, or with it
        ended = _talk(request, seconds, ready)
    return ended or Ended(_KILLED, b"", b"")


def _talk(request: bytes, seconds: float, ready: Libraries) -> Ended | None:
    """How a worker ended; None where not even its guard could say so."""
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            folder = os.open(os.curdir, os.O_PATH)
            try:
                _FORKSERVER.order(Order(seconds, ready), theirs.fileno(), folder)
            finally:
                os.close(folder)
        ours.settimeout(seconds + _GRACE)
        with suppress(ConnectionError):  # the worker is gone: what is read says so
            ours.sendall(request)
            ours.shutdown(socket.SHUT_WR)
        return _ended(ours, time.monotonic() + seconds + _GRACE)


def _ended(ours: socket.socket, deadline: float) -> Ended | None:
    """What a worker and its guard say, when they have said it all."""
    parts: list[bytes] = []
    try:
        while part := _heard(ours):
            parts.append(part)
            ours.settimeout(max(deadline - time.monotonic(), 0.1))
    except TimeoutError:
        return Ended(OVERDUE, b"", b"")
    except ConnectionError:
        return None
    said = b"".join(parts)
    end = len(said) - struct.calcsize(TRAILER)
    if end < 0:
        return None
    code, length = struct.unpack_from(TRAILER, said, end)
    return Ended(code, said[: end - length], said[end - length : end])


def _heard(ours: socket.socket) -> bytes:
    """The next that was said; nothing at the end."""
    try:
        return ours.recv(_MOST)
    except ConnectionResetError:
        # A worker that ended before it had read its request is told once; what was said comes then.
        return ours.recv(_MOST)


class _Forkserver:
    """The process that workers are forked from; another one where modules come from elsewhere."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._orders: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._made_for: tuple[int, str] | None = None

    def order(self, order: Order, *places: int) -> None:
        """Has a worker forked that has these two: where it talks, and the folder it stands in."""
        message = msgspec.json.encode(order)
        with self._lock:
            wanted = os.getpid(), _python_path()
            if (
                self._made_for != wanted
                or self._process is None
                or self._process.poll() is not None
            ):
                self._start(wanted)
            assert self._orders is not None  # noqa: S101  # it was just made
            try:
                socket.send_fds(self._orders, [message], places)
            except ConnectionError:  # it ended just now
                self._start(wanted)
                socket.send_fds(self._orders, [message], places)

    def has_ended(self) -> bool:
        """Whether the process is no more, or is no more in a moment."""
        with self._lock, suppress(subprocess.TimeoutExpired):
            return self._process is None or self._process.wait(_MOMENT) is not None
        return False

    def stop(self) -> None:
        """Ends the process; a worker that is at work goes on, held by its guard."""
        if self._orders is not None:
            self._orders.close()
        if self._process is not None and self._made_for and self._made_for[0] == os.getpid():
            self._process.kill()
            self._process.wait()
        self._orders = self._process = self._made_for = None

    def _start(self, wanted: tuple[int, str]) -> None:
        self.stop()
        self._orders, theirs = socket.socketpair(type=socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                _command("forkserver"),
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": wanted[1]},
            )
        self._made_for = wanted


_FORKSERVER = _Forkserver()
atexit.register(_FORKSERVER.stop)


def run_anew(request: bytes, *, seconds: float, ready: Libraries = "") -> Ended:  # noqa: ARG001  # it loads what it needs
    """The same, of a worker that is started anew, on any system."""
    try:
        done = subprocess.run(
            _command("worker"),
            input=request,
            capture_output=True,
            timeout=seconds,
            check=False,
            env=os.environ | {"PYTHONPATH": _python_path()},
        )
    except subprocess.TimeoutExpired:
        return Ended(OVERDUE, b"", b"")
    return Ended(done.returncode, done.stdout, done.stderr[-TOLD_BYTES:])


def _command(module: str) -> tuple[str, ...]:
    # -P: a file named like one of our packages in the current folder is not taken for it.
    return sys.executable, "-P", "-m", f"indexer.extract.{module}"


def _python_path() -> str:
    """Where this process finds its packages, so that the worker finds the same ones."""
    return os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
