"""The parent's side: checks a file, has a worker process read it, and says what went wrong."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec

from corpus.errors import SourceError
from corpus.models import Document, Source
from indexer.extract.kinds import HEAD_SIZE, kind_of
from indexer.extract.protocol import Limits, Problem, Reply, Request, Success

_BUG = 1  # the exit code of a Python process that ends with a traceback
_TOLD_BYTES = 4_000


def read_source(source: Source, path: Path, *, limits: Limits = Limits()) -> Document:  # noqa: B008  # frozen
    """What a PDF, web page, plain text or Markdown file holds, read in a process of its own.

    A PDF gives a page for each of its pages, with label and number; the others give one page
    without. Running heads and page numbers are left out, broken words are joined. What looks wrong
    but did not stop the reading is in `notes`, and page by page in `report`.

    Args:
        source: what the manifest says of the file; its `selector` names the article of a web page.
        path: the file.
        limits: on time, memory, pages and output.

    Raises:
        SourceError: the file is missing, empty, a folder, closed to us, of an unknown kind, locked
            with a password, damaged, without any text, or over one of the limits.
        RuntimeError: a mistake in our own code, with the traceback of the worker.
    """
    return _ask(path, Request(source=source, path=str(path), limits=limits)).document


def inspect_source(
    source: Source,
    path: Path,
    *,
    password: str = "",
    draw: int | None = None,
    limits: Limits = Limits(),  # noqa: B008  # frozen
) -> Success:
    """The document as `read_source` gives it, also where it has no text, and a picture of a page.

    Args:
        source: what the manifest says of the file.
        path: the file.
        password: that opens the file.
        draw: index of the page to draw, its blocks outlined and numbered; None for no picture.
        limits: on time, memory, pages and output.

    Raises:
        SourceError: as `read_source`, a file without text apart; or there is no such page to draw.
        RuntimeError: a mistake in our own code, with the traceback of the worker.
    """
    request = Request(
        source=source,
        path=str(path),
        limits=limits,
        password=password,
        even_empty=True,
        draw=draw,
    )
    return _ask(path, request)


def _ask(path: Path, request: Request) -> Success:
    _check(path)
    try:
        done = subprocess.run(
            # -P: a file named like one of our packages in the current folder is not taken for it.
            [sys.executable, "-P", "-m", "indexer.extract.worker"],
            input=msgspec.json.encode(request),
            capture_output=True,
            timeout=request.limits.seconds,
            check=False,
            env=os.environ | {"PYTHONPATH": _python_path()},
        )
    except subprocess.TimeoutExpired as error:
        raise SourceError(
            f"{path} takes more than {request.limits.seconds:g} seconds to read.",
            remedy="Save it anew from a PDF reader, split it, or raise the limit on time.",
        ) from error
    return _reply(path, done)


def _check(path: Path) -> None:
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD_SIZE)
    except FileNotFoundError as error:
        raise SourceError(
            f"{path} is not there.", remedy="Check the path, or put the file there."
        ) from error
    except IsADirectoryError as error:
        raise SourceError(f"{path} is a folder.", remedy="Name a file in it.") from error
    except PermissionError as error:
        # Windows says so of a folder too.
        reason = "is a folder" if path.is_dir() else "may not be read: permission denied"
        raise SourceError(f"{path} {reason}.", remedy="Name a file you may read.") from error
    except OSError as error:
        raise SourceError(
            f"{path} cannot be read: {error.strerror}.", remedy="Check the path and the disk."
        ) from error
    if not head:
        raise SourceError(f"{path} is empty.", remedy="Get the file again.")
    kind_of(str(path), head)


def _python_path() -> str:
    """Where this process finds its packages, so that the worker finds the same ones."""
    return os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)


def _reply(path: Path, done: subprocess.CompletedProcess[bytes]) -> Success:
    if done.returncode == _BUG:
        told = done.stderr[-_TOLD_BYTES:].decode("utf-8", "replace")
        raise RuntimeError(f"The worker that read {path} failed:\n{told}")
    if done.returncode != 0:
        raise SourceError(
            f"{path} cannot be read: its reader stopped with code {done.returncode}.",
            remedy="It may be damaged, or need more memory than it may have: save it anew.",
        )
    reply: Reply = msgspec.json.decode(done.stdout, type=Success | Problem)
    if isinstance(reply, Problem):
        raise SourceError(reply.message, remedy=reply.remedy)
    return reply
