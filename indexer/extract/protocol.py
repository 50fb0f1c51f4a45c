"""What passes, as JSON, between the process that asks for a file and the one that reads it."""

from typing import TypeAlias

from corpus.models import Document, Source, Value


class Limits(Value, frozen=True):
    """How much the reading of one file may take.

    Attributes:
        seconds: of wall-clock time, after which the reader is stopped.
        memory: bytes of address space, where the system can limit it.
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
    """

    source: Source
    path: str
    limits: Limits
    password: str = ""
    even_empty: bool = False
    draw: int | None = None


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
