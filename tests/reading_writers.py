"""Three ways to write a PDF: reportlab, fpdf2, and by hand, operator by operator.

All take the same lines; each writes them as its kind does: with word spaces stretched, each word
placed by itself without a space between (TeX), or with kerning within an array (InDesign).
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import PageLabelStyle, TextMode
from reading_pens import CORE, FILES, Colour, Look, PageForm, register, width_of
from reading_raw import RawPdf
from reportlab.pdfgen.canvas import Canvas


class ReportlabPen:
    """reportlab, which stretches the spaces of a line that is written whole."""

    def __init__(self, title: str) -> None:
        register()
        self._canvas = Canvas("unnamed.pdf", invariant=1, pageCompression=1)
        self._canvas.setTitle(title)
        self._number = 0

    def measure(self, text: str, look: Look) -> float:
        return width_of(text, look, look.font)

    def page(self, form: PageForm) -> None:
        if self._number:
            self._canvas.showPage()
        canvas = self._canvas
        # It swaps the sides of a page that is turned by itself.
        canvas.setPageSize(form.size if form.turn else form.paper)
        canvas.setPageRotation(form.turn)
        canvas.setCropBox(form.crop or (0, 0, *form.paper))
        if form.matrix:
            canvas.transform(*form.matrix)
        if form.label:
            style, prefix, start = form.label
            styles = {"D": "ARABIC", "r": "LOWERCASE_ROMAN", "": None}
            canvas.addPageLabel(self._number, styles[style], start, prefix or None)
        self._number += 1

    def line(
        self,
        at: tuple[float, float],
        words: Sequence[str],
        look: Look,
        *,
        gap: float = 0.0,
        angle: float = 0.0,
    ) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(*at)
        canvas.rotate(angle)
        text = canvas.beginText(0, look.rise)
        text.setFont(look.font, look.size)
        text.setFillColorRGB(*look.colour)
        text.setCharSpace(look.spacing)
        text.setWordSpace(gap)
        text.setTextRenderMode(3 if look.hidden else 0)
        text.textOut(" ".join(words))
        canvas.drawText(text)
        canvas.restoreState()

    def rect(self, x: float, y: float, wide: float, tall: float, colour: Colour) -> None:
        self._canvas.setFillColorRGB(*colour)
        self._canvas.rect(x, y, wide, tall, stroke=0, fill=1)

    def outline(self, title: str, y: float) -> None:
        key = f"p{self._number}-{title}"
        self._canvas.bookmarkPage(key, fit="XYZ", top=y)
        self._canvas.addOutlineEntry(title, key)

    def save(self, path: Path) -> None:
        path.write_bytes(self._canvas.getpdfdata())


class FpdfPen:
    """fpdf2, which places each word of a stretched line by itself, with no space between."""

    def __init__(self, title: str) -> None:
        self._pdf = FPDF(unit="pt")
        self._pdf.set_auto_page_break(auto=False)
        self._pdf.set_creation_date(datetime(2024, 1, 1, tzinfo=UTC))
        self._pdf.set_title(title)
        # It leaves this to who uses it.
        self._pdf.set_producer("fpdf2")
        for name, path in FILES.items():
            self._pdf.add_font(name, fname=path)
        self._tall = 0.0

    def measure(self, text: str, look: Look) -> float:
        return width_of(text, look, look.font)

    def page(self, form: PageForm) -> None:
        if form.matrix or form.crop:
            raise ValueError("fpdf2 sets upright pages only; take another writer")
        self._tall = form.size[1]
        style, prefix, start = form.label or ("", "", 0)
        styles = {"D": PageLabelStyle.NUMBER, "r": PageLabelStyle.LOWER_ROMAN, "": None}
        self._pdf.add_page(
            format=form.size,
            label_style=styles[style],
            label_prefix=prefix or None,
            label_start=start or None,
        )

    def line(
        self,
        at: tuple[float, float],
        words: Sequence[str],
        look: Look,
        *,
        gap: float = 0.0,
        angle: float = 0.0,
    ) -> None:
        pdf = self._pdf
        pdf.set_font(look.font, size=look.size)
        pdf.set_text_color(*(round(255 * part) for part in look.colour))
        pdf.set_char_spacing(look.spacing)
        pdf.text_mode = TextMode.INVISIBLE if look.hidden else TextMode.FILL
        x, down = at[0], self._tall - at[1]
        with pdf.rotation(angle, x, down):
            for text in words if gap else [" ".join(words)]:
                pdf.text(x, down - look.rise, text)
                x += self.measure(f"{text} ", look) + gap

    def rect(self, x: float, y: float, wide: float, tall: float, colour: Colour) -> None:
        self._pdf.set_fill_color(*(round(255 * part) for part in colour))
        self._pdf.rect(x, self._tall - y - tall, wide, tall, style="F")

    def outline(self, title: str, y: float) -> None:
        self._pdf.set_y(self._tall - y)
        self._pdf.start_section(title)

    def save(self, path: Path) -> None:
        self._pdf.output(str(path))


class RawPen(RawPdf):
    """By hand: pieces by themselves ("words", "letters"), or kerned within an array ("kerned")."""

    def __init__(self, title: str, manner: str = "kerned") -> None:
        super().__init__(title)
        self._manner = manner

    def measure(self, text: str, look: Look) -> float:
        return width_of(text, look, CORE[look.font])

    def page(self, form: PageForm) -> None:
        self.begin(form.paper, turn=form.turn, crop=form.crop, label=form.label)
        if form.matrix:
            self.put(b"%g %g %g %g %g %g cm" % form.matrix)

    def line(
        self,
        at: tuple[float, float],
        words: Sequence[str],
        look: Look,
        *,
        gap: float = 0.0,
        angle: float = 0.0,
    ) -> None:
        self.open_text((at[0], at[1] + look.rise), angle, CORE[look.font], look.size, look.colour)
        self.put(b"%g Tc %d Tr" % (look.spacing, 3 if look.hidden else 0))
        space = self.measure(" ", look) + gap
        for index, word in enumerate(words):
            if self._manner == "kerned":
                last = index == len(words) - 1
                self.show_kerned(word + ("" if last else " "), -1000 * gap / look.size)
                continue
            for piece in word if self._manner == "letters" else [word]:
                self.show_word(piece)
                self.put(b"%.3f 0 Td" % self.measure(piece, look))
            self.put(b"%.3f 0 Td" % space)
        self.put(b"ET")

    def rect(self, x: float, y: float, wide: float, tall: float, colour: Colour) -> None:
        self.put(b"%g %g %g rg" % colour)
        self.put(b"%.2f %.2f %.2f %.2f re f" % (x, y, wide, tall))

    def outline(self, title: str, y: float) -> None:
        self.titles.append((title, len(self.pages) - 1, y))


class TexPen(RawPen):
    """By hand as TeX does: each word by itself, with no space between."""

    def __init__(self, title: str) -> None:
        super().__init__(title, "words")


class LetterPen(RawPen):
    """By hand, each letter by itself, with no space between words."""

    def __init__(self, title: str) -> None:
        super().__init__(title, "letters")
