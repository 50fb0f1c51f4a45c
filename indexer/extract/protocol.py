"""What passes, as JSON, between the process that asks for a file and the one that reads it."""

from typing import Literal, TypeAlias

from corpus.models import Document, Source, Value

TOLD_BYTES = 4_000
"""So much is kept of the end of what a worker writes to standard error."""

TRAILER = "<iI"
"""What ends the answer of a worker that was forked: its exit code, and how many bytes before it
are what it wrote to standard error."""

OVERDUE = 1 << 16
"""The exit code, as no process has one, of a worker whose time was over."""

Libraries: TypeAlias = Literal["", "pdf", "html", "article"]
"""What a reader needs: of a PDF, of a web page, of one whose article must be found; or little."""


class Limits(Value, frozen=True):
    """How much the reading of one file may take.

    Attributes:
        seconds: of wall-clock time, after which the reader is stopped.
        memory: bytes of address space, where the system can limit it; the helper that reads part
            of the pages of a long PDF may have as much again.
        pages: of a PDF.
        output: bytes of the document, and of the picture of a page, as JSON.
    """

    seconds: float = 60.0
    memory: int = 1 << 30
    pages: int = 3_000
    output: int = 64 << 20


class Request(Value, frozen=True):
    """Which file to read, and within which limits.

    Attributes:
        source: what the manifest says of the file.
        path: the file as its user names it; both processes stand in one folder.
        limits: on the reading.
        password: that opens it; empty where none is needed. It goes by standard input, since other
            users of the machine see the arguments of a process.
        even_empty: whether a file without text is a document too, and no problem.
        draw: index of the page to draw with its blocks; None for no picture.
        processes: how many may read its pages at the same time, 1 or 2.
    """

    source: Source
    path: str
    limits: Limits
    password: str = ""
    even_empty: bool = False
    draw: int | None = None
    processes: int = 1


class Order(Value, frozen=True):
    """What the process that workers are forked from is told of one.

    Attributes:
        seconds: of wall-clock time, after which the worker is stopped.
        ready: what it will need.
    """

    seconds: float
    ready: Libraries


class Problem(Value, frozen=True, tag="problem"):
    """What a person can mend: the content of a `SourceError`."""

    message: str
    remedy: str


def too_large(request: Request) -> Problem:
    """What is said of a file for which the memory is too little that its reader may have."""
    return Problem(
        f"{request.path} needs more than {request.limits.memory >> 20} MiB to be read.",
        "Split it, or raise the limit on memory.",
    )


class Success(Value, frozen=True, tag="success"):
    """The file was read.

    Attributes:
        document: what it holds.
        picture: the page that was to be drawn, as PNG.
    """

    document: Document
    picture: bytes | None = None


Reply: TypeAlias = Success | Problem
