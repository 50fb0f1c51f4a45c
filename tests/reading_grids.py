"""Tables as word processors, browsers and typesetters draw them, with their true rows.

What differs is how a table is drawn: strokes over its whole length, or a thin filled area for each
side of each cell; rules around all cells, below the rows or only above and below the table; rows
shaded by turns, the head, the first column, or nothing at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Literal

from reading_pens import FILES
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

SIZE, LEADING = 10.0, 12.0
WIDTH, HEIGHT = 480.0, 660.0
LEFT, TOP = 50.0, 500.0
_GREY, _BLACK = 0.88, 0.0
_RULE = 0.7

Rows = Sequence[Sequence[str]]

FACTS: Rows = (
    ("Plaats", "Veldhoek, gemeente Oostmeer"),
    ("Gestart", "april 2018"),
    (
        "Samenwerking met deze partijen",
        "de woningstichting, twee scholen en de huisartsen van het dorp",
    ),
    (
        "Voor wie",
        "bewoners die elkaar nog niet kennen en samen willen koken in de oude melkfabriek",
    ),
    ("Kosten", "12.500 euro per jaar"),
)
PLAN: Rows = (
    ("Wat", "Wanneer", "Wie"),
    ("Soep koken", "elke maandag", "de kookploeg en drie leerlingen"),
    ("Fietsen maken", "eerste zaterdag van de maand", "Harm"),
    ("Taalles", "donderdag", "vrijwilligers van de bibliotheek uit de stad"),
)
FIGURES: Rows = (
    ("Jaar", "Gasten", "Uren"),
    ("2019", "140", "1.210"),
    ("2020", "96", "870"),
    ("2021", "315", "2.045"),
)
ABOVE = "In Veldhoek koken bewoners samen in de oude melkfabriek, en wie wil, die eet mee."
BELOW = "De gemeente betaalt de huur van de keuken, de rest komt uit de pot die op tafel staat."


@dataclass(frozen=True, slots=True)
class Table:
    """A table and how it is set.

    Attributes:
        name: of the design.
        rows: their cells, as a reader reads them.
        widths: of the columns, in points.
        rules: which are drawn: around all cells, below each row, at both ends, or none.
        by_cell: whether a rule is a filled area for each cell, and no stroke over all of them.
        shaded: what is: every other row, the head, or the first column.
        bold: what is: the head or the first column.
        pad: room above and below the lines of a row.
        column_first: whether the file has the text column by column.
        left: where it begins.
    """

    name: str
    rows: Rows = FACTS
    widths: tuple[float, ...] = (110, 260)
    rules: Literal["all", "rows", "ends", "none"] = "none"
    by_cell: bool = False
    shaded: Literal["rows", "head", "column", "nothing"] = "nothing"
    bold: Literal["head", "column", "nothing"] = "nothing"
    pad: float = 3.0
    column_first: bool = False
    left: float = LEFT


def draw(path: Path, *tables: Table, beside: Sequence[str] = ()) -> Path:
    """A PDF with a table on each page, a sentence above and below it, and lines beside it."""
    for font in ("sans", "sans-bold"):
        pdfmetrics.registerFont(TTFont(font, FILES[font]))
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), pageCompression=0)
    for table in tables:
        _write(canvas, LEFT, TOP + 40, ABOVE)
        for at, text in enumerate(beside):
            _write(canvas, LEFT, TOP - LEADING * at, text)
        foot = _draw(canvas, table)
        for at in range(6):  # the text of a document is more than its tables
            _write(canvas, LEFT, min(foot, TOP - LEADING * len(beside)) - 40 - 14 * at, BELOW)
        canvas.showPage()
    canvas.save()
    return path


def _draw(canvas: Canvas, table: Table) -> float:
    """Draws a table, its shades first, its rules last; gives the height of its foot."""
    cells = [
        [
            _wrapped(text, wide - 10, _font(table, row, column))
            for column, (text, wide) in enumerate(zip(texts, table.widths, strict=True))
        ]
        for row, texts in enumerate(table.rows)
    ]
    heights = [LEADING * max(map(len, row)) + 2 * table.pad for row in cells]
    tops = list(accumulate(heights, lambda y, height: y - height, initial=TOP))
    lefts = list(accumulate(table.widths, initial=table.left))
    canvas.setFillGray(_GREY)
    for row, column in _shaded(table):
        canvas.rect(
            lefts[column], tops[row + 1], table.widths[column], heights[row], stroke=0, fill=1
        )
    canvas.setFillGray(_BLACK)
    places = [(row, column) for row in range(len(cells)) for column in range(len(lefts) - 1)]
    for row, column in sorted(places, key=lambda at: at[::-1]) if table.column_first else places:
        for at, line in enumerate(cells[row][column]):
            y = tops[row] - table.pad - SIZE - LEADING * at
            _write(canvas, lefts[column] + 5, y, line, _font(table, row, column))
    for x0, y0, x1, y1 in _rules(table, lefts, tops):
        if table.by_cell:
            canvas.rect(x0, y0, max(x1 - x0, _RULE), max(y1 - y0, _RULE), stroke=0, fill=1)
        else:
            canvas.setLineWidth(_RULE)
            canvas.line(x0, y0, x1, y1)
    return tops[-1]


def _shaded(table: Table) -> Iterator[tuple[int, int]]:
    """The places of the shaded cells."""
    for row in range(len(table.rows)):
        for column in range(len(table.widths)):
            is_shaded = {"rows": row % 2 == 1, "head": row == 0, "column": column == 0}
            if is_shaded.get(table.shaded):
                yield row, column


def _rules(
    table: Table, lefts: Sequence[float], tops: Sequence[float]
) -> Iterator[tuple[float, float, float, float]]:
    """The ends of each rule."""
    level = {"all": tops, "rows": tops[1:], "ends": (tops[0], tops[1], tops[-1]), "none": ()}
    for y in level[table.rules]:
        for x0, x1 in pairwise(lefts) if table.by_cell else [(lefts[0], lefts[-1])]:
            yield x0, y, x1, y
    for x in lefts if table.rules == "all" else ():
        for y1, y0 in pairwise(tops) if table.by_cell else [(tops[0], tops[-1])]:
            yield x, y0, x, y1


def _font(table: Table, row: int, column: int) -> str:
    is_bold = {"head": row == 0, "column": column == 0}.get(table.bold)
    return "sans-bold" if is_bold else "sans"


def _wrapped(text: str, wide: float, font: str) -> list[str]:
    """The lines of a text in a width."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if pdfmetrics.stringWidth(longer, font, SIZE) <= wide:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _write(canvas: Canvas, x: float, y: float, text: str, font: str = "sans") -> None:
    canvas.setFont(font, SIZE)
    canvas.drawString(x, y, text)
