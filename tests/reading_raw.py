"""A PDF written by hand, for what the libraries do not do: see `RawPen` in `reading_pens`."""

import math
from dataclasses import dataclass, field
from pathlib import Path

_KERNS = {"Te": 70, "Wa": 60, "Vo": 50, "vo": 15, "we": 12, "ty": 10, "rt": -8, "ij": 14, "r,": 40}
"""Pairs of letters that move together, in thousandths of the size."""

_OWN = ("ZapfDingbats", "Symbol")


@dataclass(slots=True)
class _RawPage:
    size: tuple[float, float]
    turn: int
    crop: tuple[float, float, float, float] | None
    label: tuple[str, str, int] | None
    content: list[bytes] = field(default_factory=list)


class RawPdf:
    """The objects of a PDF, with the operators of its pages."""

    def __init__(self, title: str) -> None:
        self.pages: list[_RawPage] = []
        self.titles: list[tuple[str, int, float]] = []
        self._title = title
        self._fonts: dict[str, str] = {}

    def begin(
        self,
        size: tuple[float, float],
        *,
        turn: int,
        crop: tuple[float, float, float, float] | None,
        label: tuple[str, str, int] | None,
    ) -> None:
        """Begins a page."""
        self.pages.append(_RawPage(size, turn, crop, label))

    def put(self, operators: bytes) -> None:
        """Adds operators to the page."""
        self.pages[-1].content.append(operators)

    def open_text(
        self,
        at: tuple[float, float],
        angle: float,
        font: str,
        size: float,
        colour: tuple[float, float, float],
    ) -> None:
        """Begins text at a place."""
        name = self._fonts.setdefault(font, f"F{len(self._fonts)}")
        turn = math.radians(angle)
        matrix = (math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), *at)
        self.put(b"BT %.3f %.3f %.3f rg /%b %g Tf" % (*colour, name.encode(), size))
        self.put(b"%.5f %.5f %.5f %.5f %.3f %.3f Tm" % matrix)

    def show_word(self, word: str) -> None:
        """Shows a word as it is."""
        self.put(b"(%b) Tj" % _escape(word))

    def show_kerned(self, text: str, after: float) -> None:
        """Shows a text with kerned pairs, and moves by `after` thousandths."""
        parts: list[bytes] = []
        begun = 0
        for at in range(1, len(text)):
            kern = _KERNS.get(text[at - 1 : at + 1])
            if kern:
                parts.append(b"(%b) %d" % (_escape(text[begun:at]), kern))
                begun = at
        parts.append(b"(%b) %.2f" % (_escape(text[begun:]), after))
        self.put(b"[%b] TJ" % b" ".join(parts))

    def save(self, path: Path) -> None:
        """Writes the file."""
        path.write_bytes(_file(self._objects()))

    def _objects(self) -> list[bytes]:
        """The objects from number 1: catalog, pages, information, outline, pages, fonts, titles."""
        first = 5
        fonts_at = first + 2 * len(self.pages)
        titles_at = fonts_at + len(self._fonts)
        kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(self.pages)))
        resources = " ".join(
            f"/{name} {fonts_at + at} 0 R" for at, name in enumerate(self._fonts.values())
        )
        objects = [
            f"<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R {self._labels()} >>".encode(),
            f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>".encode(),
            b"<< /Title (%b) /Producer (written by hand) >>" % _escape(self._title),
            self._outline_head(titles_at),
        ]
        for at, page in enumerate(self.pages):
            objects += _page(page, first + 2 * at + 1, resources)
        objects += [_font(font) for font in self._fonts]
        return [*objects, *self._outline(first, titles_at)]

    def _labels(self) -> str:
        ranges = [
            f"{at} << {_label(page.label)} >>" for at, page in enumerate(self.pages) if page.label
        ]
        return f"/PageLabels << /Nums [{' '.join(ranges)}] >>" if ranges else ""

    def _outline_head(self, at: int) -> bytes:
        if not self.titles:
            return b"<< /Type /Outlines /Count 0 >>"
        count = len(self.titles)
        return b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (
            at,
            at + count - 1,
            count,
        )

    def _outline(self, first: int, at: int) -> list[bytes]:
        entries = []
        for index, (title, page, y) in enumerate(self.titles):
            links = b"/Prev %d 0 R " % (at + index - 1) if index else b""
            if index < len(self.titles) - 1:
                links += b"/Next %d 0 R " % (at + index + 1)
            place = b"[%d 0 R /XYZ null %g null]" % (first + 2 * page, y)
            entries.append(
                b"<< /Title (%b) /Parent 4 0 R %b/Dest %b >>" % (_escape(title), links, place)
            )
        return entries


def _label(label: tuple[str, str, int]) -> str:
    style, prefix, start = label
    named = f"/S /{style}" if style else ""
    return f"{named} /P ({prefix}) {f'/St {start}' if start else ''}"


def _page(page: _RawPage, content_at: int, fonts: str) -> list[bytes]:
    content = b"q\n" + b"\n".join(page.content) + b"\nQ"
    extra = f"/Rotate {page.turn}" if page.turn else ""
    if page.crop:
        extra += f" /CropBox [{' '.join(f'{edge:g}' for edge in page.crop)}]"
    wide, tall = page.size
    head = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide:g} {tall:g}] {extra} "
        f"/Contents {content_at} 0 R /Resources << /Font << {fonts} >> >> >>"
    )
    body = b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content)
    return [head.encode(), body]


def _font(name: str) -> bytes:
    encoding = "" if name in _OWN else "/Encoding /WinAnsiEncoding"
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} {encoding} >>".encode()


def _escape(text: str) -> bytes:
    data = text.encode("cp1252")
    for mark in (b"\\", b"(", b")"):
        data = data.replace(mark, b"\\" + mark)
    return data


def _file(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info 3 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return data + trailer % (len(objects) + 1, start)
