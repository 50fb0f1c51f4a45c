"""What passes, as JSON, between the process that asks for a file and the one that reads it."""

from typing import TypeAlias

from corpus.models import Document, Source, Value


class Limits(Value, frozen=True):
    """How much the reading of one file may take.

    Attributes:
        seconds: of wall-clock time, after which the reader is stopped.
        memory: bytes of address space, where the system can limit it.
        pages: of a PDF.
        output: bytes of the document as JSON.
    """

    seconds: float = 60.0
    memory: int = 1 << 30
    pages: int = 3_000
    output: int = 64 << 20


class Request(Value, frozen=True):
    """Which file to read, and within which limits."""

    source: Source
    path: str
    limits: Limits


class Problem(Value, frozen=True, tag="problem"):
    """What a person can mend: the content of a `SourceError`."""

    message: str
    remedy: str


class Success(Value, frozen=True, tag="success"):
    """The file was read."""

    document: Document


Reply: TypeAlias = Success | Problem
