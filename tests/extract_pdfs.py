"""Writes small PDFs, byte for byte, for the tests of `indexer.extract`."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

SHARED = Path(__file__).resolve().parents[2] / "shared" / "pdfs"
"""Real PDFs, where they are at hand; tests that need them skip where they are not."""


class Text(NamedTuple):
    """A line set at (x, y), in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False


def pdf(
    pages: Iterable[Sequence[Text]],
    *,
    page: str = "/MediaBox [0 0 400 600]",
    catalog: str = "",
    extra: Mapping[int, str] | None = None,
    title: str | None = None,
) -> bytes:
    """A PDF with these lines on its pages.

    Objects 1 to 5 are catalog, page tree, the two fonts and the information; page n (from 0) is
    object 10 + 2n, with its content behind it; `extra` objects are best numbered from 900.
    """
    pages = list(pages)
    objects: dict[int, bytes] = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        3: _font("Helvetica"),
        4: _font("Helvetica-Bold"),
        5: f"<< /Title ({title or ''}) >>".encode("cp1252"),
    }
    kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(len(pages)))
    objects[2] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    for at, lines in enumerate(pages):
        content = b"\n".join(map(_show, lines))
        objects[10 + 2 * at] = (
            f"<< /Type /Page /Parent 2 0 R {page} /Contents {11 + 2 * at} 0 R "
            "/Resources << /Font << /R 3 0 R /B 4 0 R >> >> >>"
        ).encode()
        objects[11 + 2 * at] = b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content)
    objects |= {number: body.encode() for number, body in (extra or {}).items()}
    return _file(objects)


def body(top: float, *lines: str, x: float = 50, step: float = 12) -> list[Text]:
    """A paragraph of these lines, the first at height `top`."""
    return [Text(x, top - step * at, line) for at, line in enumerate(lines)]


def _font(name: str) -> bytes:
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
    )


def _show(line: Text) -> bytes:
    text = line.text.encode("cp1252")
    for mark in (b"\\", b"(", b")"):
        text = text.replace(mark, b"\\" + mark)
    font = b"B" if line.bold else b"R"
    return b"BT /%b %g Tf 1 0 0 1 %g %g Tm (%b) Tj ET" % (font, line.size, line.x, line.y, text)


def _file(objects: Mapping[int, bytes]) -> bytes:
    data = b"%PDF-1.7\n"
    places: dict[int, int] = {}
    for number, content in sorted(objects.items()):
        places[number] = len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        data += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(objects) + 1
    return data + b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        start,
    )
