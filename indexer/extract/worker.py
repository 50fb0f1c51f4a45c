"""The process that reads one file: `python -m indexer.extract.worker`, a request in, a reply out.

It lives for one file, so that a file that crashes, hangs or swells the reader takes only this
process with it. A mistake in our own code is not caught: it ends the process with a traceback.
"""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import structs

from corpus.errors import SourceError
from corpus.models import Document, Page, PageRef, Source
from indexer.extract import kinds, labels, layout
from indexer.extract.dictionary import is_known
from indexer.extract.opinion import with_opinions
from indexer.extract.protocol import Limits, Problem, Reply, Request, Success, too_large
from indexer.extract.report import pages_without_label, report_pages
from indexer.extract.style import style_of

_SCAN_REMEDY = "It seems to be a scan: run `ocrmypdf -l nld IN OUT` and use OUT."
_EMPTY_REMEDY = "Take it out of the series, or give a file that has text."
_LISTED_PAGES = 10


def main() -> None:
    """Reads the request from standard input and writes the reply to standard output."""
    # Nearly all that reading makes is kept until the reply: to look through it for garbage each
    # time 700 values are made takes a tenth of the time, and finds nothing.
    gc.set_threshold(200_000, 50, 50)
    replies = _own_stdout()
    request = msgspec.json.decode(sys.stdin.buffer.read(), type=Request)
    _limit_memory(request.limits.memory)
    with os.fdopen(replies, "wb") as stream:
        stream.write(answer(request))


def answer(request: Request) -> bytes:
    """The reply to a request, as JSON no larger than the limit on output allows."""
    try:
        reply = msgspec.json.encode(_success(request))
    except SourceError as error:
        return _encode(Problem(error.message, error.remedy))
    except MemoryError:
        return _encode(too_large(request))
    if len(reply) > request.limits.output:
        what = "holds more text" if request.draw is None else "and its picture hold more"
        return _encode(
            Problem(
                f"{request.path} {what} than the {request.limits.output:,} bytes allowed.",
                "Split it, or raise the limit on output.",
            )
        )
    return reply


def _success(request: Request) -> Success:
    path = Path(request.path)
    document = read_file(
        request.source,
        path,
        request.limits,
        password=request.password,
        even_empty=request.even_empty,
        processes=request.processes,
    )
    if request.draw is None:
        return Success(document)
    if document.format != "pdf" or not 0 <= request.draw < len(document.pages):
        raise SourceError(
            f"{path} has no page {request.draw + 1} to draw.",
            remedy=f"It is a file of {len(document.pages)} pages; only those of a PDF are drawn.",
        )
    from indexer.extract.picture import draw_page  # noqa: PLC0415  # Pillow, for this alone

    blocks = document.pages[request.draw].blocks
    return Success(document, draw_page(path, request.draw, blocks, password=request.password))


def read_file(  # noqa: PLR0913  # a request has as many sides
    source: Source,
    path: Path,
    limits: Limits,
    *,
    password: str = "",
    even_empty: bool = False,
    processes: int = 1,
) -> Document:
    """The document in a file, read in this process, and if it may in a second one beside it.

    Raises:
        SourceError: the file cannot be read as what it is, or has no text at all and `even_empty`
            does not allow that.
    """
    with path.open("rb") as stream:
        kind = kinds.kind_of(str(path), stream.read(kinds.HEAD_SIZE))
    if kind == "pdf":
        document = _read_pdf(source, path, limits, password, processes)
    elif kind == "html":
        from indexer.extract.web import read_web  # noqa: PLC0415  # a PDF needs no bs4

        document = read_web(source, path, path.read_bytes())
    else:
        from indexer.extract.text import read_text  # noqa: PLC0415

        document = read_text(source, path.read_bytes(), markdown=kind == "markdown")
    if not even_empty and not any(page.blocks for page in document.pages):
        raise SourceError(
            f"{path} has no text.", remedy=_SCAN_REMEDY if kind == "pdf" else _EMPTY_REMEDY
        )
    return document


def _read_pdf(
    source: Source, path: Path, limits: Limits, password: str, processes: int
) -> Document:
    from indexer.extract import pdf, structure  # noqa: PLC0415  # a web page needs no PDFium

    paper = pdf.read_pdf(path, max_pages=limits.pages, password=password, helped=processes > 1)
    sheets = layout.in_order(paper.sheets)
    style = style_of(sheets)
    body_size = style.size
    printed = [labels.printed_numbers(sheet, body_size=body_size) for sheet in sheets]
    lone = [labels.lone_number(sheet, body_size=body_size) for sheet in sheets]
    names = labels.page_labels(printed, paper.labels, lone=lone)
    laid = layout.lay_out(
        sheets, outline=paper.outline, labels=names, is_word=is_known, style=style
    )
    pages = tuple(
        Page(ref=PageRef(label=label, number=number), blocks=page.blocks)
        for number, (label, page) in enumerate(zip(names, laid, strict=True), start=1)
    )
    unlabelled = pages_without_label(sheets, printed, paper.labels)
    dropped = tuple(page.dropped for page in laid)
    report = report_pages(pages, sheets, dropped, unlabelled=unlabelled)
    report = tuple(
        structs.replace(one, current=page.current) for one, page in zip(report, laid, strict=True)
    )
    ask = structure.pypdf_texts(path, password=password)
    pages, report, opinions = with_opinions(pages, report, ask, is_known)
    return Document(
        source=source,
        format="pdf",
        pages=pages,
        outline=paper.outline,
        title=paper.title,
        notes=(*paper.notes, *opinions, *_notes_on_empty(pages)),
        report=report,
        links=paper.links,
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
