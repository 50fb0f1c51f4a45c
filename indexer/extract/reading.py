"""The parent's side: checks a file, has a worker process read it, and says what went wrong."""

import re
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import msgspec

from corpus.errors import SourceError
from corpus.models import Document, Source
from indexer.extract.kinds import HEAD_SIZE, FileKind, kind_of
from indexer.extract.protocol import (
    OVERDUE,
    Libraries,
    Limits,
    Problem,
    Reply,
    Request,
    Success,
    too_large,
)
from indexer.extract.workers import processors, run_worker

_BUG = 1  # the exit code of a Python process that ends with a traceback
_KILLED = -9  # by SIGKILL; as a number, since Windows has no such signal
_ABORTED = -signal.SIGABRT
_NO_MEMORY = re.compile(rb"(?m)^(?:MemoryError\b|OSError: \[Errno 12\]|.*std::bad_alloc)")


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
    request = Request(source=source, path=str(path), limits=limits, processes=processors())
    return _ask(path, request).document


@contextmanager
def read_sources(files: Sequence[tuple[Source, Path]]) -> Iterator[tuple[Future[Document], ...]]:
    """The documents to come, in the order of their files; as many are read at once as processors.

    The largest file is begun first: begun last, it would keep one processor at work while the
    others have nothing left to read. Who leaves with an error has no more files begun.

    Args:
        files: what the manifest says of each, and where it is; each is read as by `read_source`.
    """
    order = largest_first([path for _, path in files])
    with ThreadPoolExecutor(max_workers=processors()) as pool:
        try:
            coming = {at: pool.submit(read_source, *files[at]) for at in order}
            yield tuple(coming[at] for at in range(len(files)))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def largest_first(paths: Sequence[Path]) -> list[int]:
    """The places of these files by their size; one that cannot be found is as if it were empty."""
    return sorted(range(len(paths)), key=lambda at: -_size(paths[at]))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # who reads it will say so
        return 0


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
        processes=processors(),
    )
    return _ask(path, request)


def _ask(path: Path, request: Request) -> Success:
    kind = _check(path)
    ended = run_worker(
        msgspec.json.encode(request),
        seconds=request.limits.seconds,
        ready=_libraries(kind, request.source),
    )
    if ended.code == OVERDUE:
        raise SourceError(
            f"{path} takes more than {request.limits.seconds:g} seconds to read.",
            remedy="Save it anew from a PDF reader, split it, or raise the limit on time.",
        )
    if ended.code != 0:
        raise _failure(request, ended.code, ended.told)
    reply: Reply = msgspec.json.decode(ended.reply, type=Success | Problem)
    if isinstance(reply, Problem):
        raise SourceError(reply.message, remedy=reply.remedy)
    return reply


def _libraries(kind: FileKind, source: Source) -> Libraries:
    if kind == "html":
        return "html" if source.selector else "article"
    return "pdf" if kind == "pdf" else ""


def _check(path: Path) -> FileKind:
    """The kind of the file; an error that names what is wrong, if that is seen at once."""
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
    return kind_of(str(path), head)


def _failure(request: Request, code: int, told: bytes) -> SourceError | RuntimeError:
    """Why a worker ended without a reply, by its exit code and the end of what it said."""
    path, limit = request.path, f"{request.limits.memory >> 20} MiB"
    if code in {_BUG, _ABORTED} and _NO_MEMORY.search(told):
        problem = too_large(request)
        return SourceError(problem.message, remedy=problem.remedy)
    if code == _ABORTED and not told.strip():
        # So PDFium ends that gets no memory; what else makes a library abort, glibc says.
        return SourceError(
            f"{path} cannot be read: its reader gave up, as it does where {limit} is too little.",
            remedy="Split it, or raise the limit on memory; or it is damaged: save it anew.",
        )
    if code == _KILLED:
        return SourceError(
            f"{path} cannot be read: its reader was killed, as the system does that runs out of "
            "memory.",
            remedy="Close other programs and try again, or split the file.",
        )
    if code == _BUG:
        text = told.decode("utf-8", "replace")
        return RuntimeError(f"The worker that read {path} failed:\n{text}")
    return SourceError(
        f"{path} cannot be read: its reader stopped with code {code}.",
        remedy="It may be damaged: get it again, or save it anew from a PDF reader.",
    )
