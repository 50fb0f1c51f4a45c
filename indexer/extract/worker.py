"""The process that reads one file: `python -m indexer.extract.worker`, a request in, a reply out.

It lives for one file, so that a file that crashes, hangs or swells the reader takes only this
process with it. A mistake in our own code is not caught: it ends the process with a traceback.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from corpus.errors import SourceError
from corpus.models import Document, Page, PageRef, Source
from indexer.extract import kinds, labels, layout
from indexer.extract.paragraphs import style_of
from indexer.extract.protocol import Limits, Problem, Reply, Request, Success

_SCAN_REMEDY = "It seems to be a scan: run `ocrmypdf -l nld IN OUT` and use OUT."
_EMPTY_REMEDY = "Take it out of the series, or give a file that has text."
_LISTED_PAGES = 10


def main() -> None:
    """Reads the request from standard input and writes the reply to standard output."""
    replies = _own_stdout()
    request = msgspec.json.decode(sys.stdin.buffer.read(), type=Request)
    _limit_memory(request.limits.memory)
    with os.fdopen(replies, "wb") as stream:
        stream.write(answer(request))


def answer(request: Request) -> bytes:
    """The reply to a request, as JSON no larger than the limit on output allows."""
    try:
        document = read_file(request.source, Path(request.path), request.limits)
        reply = msgspec.json.encode(Success(document))
    except SourceError as error:
        return _encode(Problem(error.message, error.remedy))
    except MemoryError:
        return _encode(
            Problem(
                f"{request.path} needs more than {request.limits.memory >> 20} MiB to be read.",
                "Split it, or raise the limit on memory.",
            )
        )
    if len(reply) > request.limits.output:
        return _encode(
            Problem(
                f"{request.path} holds more text than the {request.limits.output:,} bytes allowed.",
                "Split it, or raise the limit on output.",
            )
        )
    return reply


def read_file(source: Source, path: Path, limits: Limits) -> Document:
    """The document in a file, read in this process.

    Raises:
        SourceError: the file cannot be read as what it is, or has no text at all.
    """
    with path.open("rb") as stream:
        kind = kinds.kind_of(str(path), stream.read(kinds.HEAD_SIZE))
    if kind == "pdf":
        document = _read_pdf(source, path, limits)
    elif kind == "html":
        from indexer.extract.web import read_web  # noqa: PLC0415  # a PDF needs no bs4

        document = read_web(source, path, path.read_bytes())
    else:
        from indexer.extract.text import read_text  # noqa: PLC0415

        document = read_text(source, path.read_bytes(), markdown=kind == "markdown")
    if not any(page.blocks for page in document.pages):
        raise SourceError(
            f"{path} has no text.", remedy=_SCAN_REMEDY if kind == "pdf" else _EMPTY_REMEDY
        )
    return document


def _read_pdf(source: Source, path: Path, limits: Limits) -> Document:
    from indexer.extract.pdf import read_pdf  # noqa: PLC0415  # a web page needs no PDFium

    paper = read_pdf(path, max_pages=limits.pages)
    body_size = style_of(paper.sheets).size
    printed = [labels.printed_numbers(sheet, body_size=body_size) for sheet in paper.sheets]
    names = labels.page_labels(printed, paper.labels)
    blocks = layout.lay_out(paper.sheets, outline=paper.outline, labels=names)
    pages = tuple(
        Page(ref=PageRef(label=label, number=number), blocks=texts)
        for number, (label, texts) in enumerate(zip(names, blocks, strict=True), start=1)
    )
    return Document(
        source=source,
        format="pdf",
        pages=pages,
        outline=paper.outline,
        title=paper.title,
        notes=(*paper.notes, *_notes_on_empty(pages)),
    )


def _notes_on_empty(pages: tuple[Page, ...]) -> Iterator[str]:
    empty = [str(number) for number, page in enumerate(pages, start=1) if not page.blocks]
    if empty:
        listed = ", ".join(empty[:_LISTED_PAGES]) + (", …" if len(empty) > _LISTED_PAGES else "")
        yield f"{len(empty)} of {len(pages)} pages have no text (in the file: {listed})."


def _own_stdout() -> int:
    """A copy of standard output for the reply; what libraries print goes to standard error."""
    replies = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return replies


def _limit_memory(size: int) -> None:
    try:
        import resource  # noqa: PLC0415  # not on every system

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    except (ImportError, ValueError, OSError):
        return  # the other limits hold


def _encode(reply: Reply) -> bytes:
    return msgspec.json.encode(reply)


if __name__ == "__main__":
    main()
