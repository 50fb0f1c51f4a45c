"""What kind of file it is, from its first bytes and its name."""

import re
from pathlib import PurePath
from typing import Literal, TypeAlias

from corpus.errors import SourceError

FileKind: TypeAlias = Literal["pdf", "html", "text", "markdown"]

HEAD_SIZE = 1024
"""So many first bytes tell the kind: readers look for `%PDF-` as far as this."""

_BY_SUFFIX: dict[str, FileKind] = {
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
}
READABLE_SUFFIXES = tuple(_BY_SUFFIX)
"""What the names of readable files end in, in lower case."""

_WEB_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE
)
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


def kind_of(name: str, head: bytes) -> FileKind:
    """The kind of the file with that name which begins with these bytes.

    A `%PDF-` within the first 1,024 bytes wins over the name.

    Raises:
        SourceError: it is of none of these kinds, or a web page that is called a PDF.
    """
    if b"%PDF-" in head[:HEAD_SIZE]:
        return "pdf"
    looks_like_web = _WEB_PAGE.match(head.removeprefix(b"\xef\xbb\xbf")) is not None
    kind = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    if kind == "pdf" and looks_like_web:
        raise SourceError(
            f"{name} is called a PDF but holds a web page.",
            remedy="Download the PDF again; the site may have sent an error page instead.",
        )
    if kind is None and looks_like_web:
        return "html"
    if kind is None or (kind != "pdf" and _is_binary(head)):
        raise SourceError(
            f"{name} is no PDF, web page, plain text or Markdown.",
            remedy="Save it as PDF, or as .html, .txt or .md.",
        )
    return kind


def _is_binary(head: bytes) -> bool:
    return b"\0" in head and not head.startswith(_BYTE_ORDER_MARKS)
