"""Lays one invented Dutch text out in many ways, and scores the reading of each.

    python tests/reading_generator.py [--show]

Typst, reportlab and PDFs written by hand. The text of each way is known, its page breaks are not:
the score is over the whole document in reading order.
"""

import io
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import typst
from extract_pdfs import Text, pdf
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from score_reading import read_pdf

PARAGRAPHS = tuple(
    " ".join(text.split())
    for text in (
        """
        Op de hoek van de Wilgenkade staat sinds vorig voorjaar een keukentafel van
        vier meter lang. Wie langsloopt, mag aanschuiven. De eerste weken bleef het
        stil, want niemand wilde als eerste gaan zitten. Toen schoof de kapster aan
        met een pan erwtensoep.
        """,
        """
        De tafel is gemaakt door de timmerman uit de Rietstraat, samen met leerlingen
        van het praktijkonderwijs. Zij schaafden er zes zaterdagen aan. Het hout komt
        van de oude schoolzolder, waar het dertig jaar onder een zeil had gelegen.
        """,
        """
        Elke donderdagmiddag kookt een andere bewoner. De boodschappen worden betaald
        uit een busje dat bij de bakker op de toonbank staat. Soms zit er te weinig
        in, en dan eten we pannenkoeken.
        """,
        """
        Niet iedereen was er blij mee. De overbuurman klaagde over het lawaai van
        schuivende stoelen. Sinds de poten vilten doppen hebben, komt hij zelf ook,
        met zijn eigen kussen onder de arm.
        """,
        """
        Het welzijnswerk houdt zich op de vlakte. De opbouwwerker komt eens in de
        maand langs en vraagt dan wat er nodig is. Meestal is dat een sleutel, een
        vergunning of een telefoonnummer.
        """,
        """
        Volgend jaar komt er een tweede tafel, aan de andere kant van het spoor. De
        timmerman heeft het hout al uitgezocht. Nu nog iemand die durft te beginnen
        met soep.
        """,
    )
)
TITLE, HEADING, SECOND = "De lange keukentafel", "Hoe het begon", "Wie er kookt"
QUOTE = "Sinds de poten vilten doppen hebben, komt hij zelf ook."
BOX = ("In het kort", "De tafel meet vier meter en heeft zestien stoelen, geen twee gelijk.")
NOTE = "Het zeil ligt er nog, voor het geval dat."
FOOT = "Buurtblad Wilgenkade"


class Way(NamedTuple):
    """A way to lay the text out: the PDF, and the texts of its blocks in reading order."""

    name: str
    data: bytes
    blocks: tuple[str, ...]


class Result(NamedTuple):
    """What came of reading it."""

    accuracy: float
    dropped: int
    leftovers: tuple[str, ...]
    read: str


def ways() -> Iterator[Way]:
    """All ways, each with a name of its own."""
    plain = '#set text(hyphenate: true, lang: "nl", size: 10pt)\n#set par(justify: true)\n'
    for columns in (1, 2, 3, 4):
        page = "a5" if columns == 1 else "a4"
        flipped = ", flipped: true" if columns > 2 else ""  # columns need room
        setup = f'#set page("{page}", columns: {columns}{flipped}, numbering: "1")\n'
        yield _typst(f"typst, {columns} columns", setup + plain)
    yield _typst(
        "typst, heads and feet", f'#set page("a6", header: [{FOOT} #h(1fr) Jaargang 3], '
        f'footer: [{FOOT} #h(1fr) #context counter(page).display()])\n' + plain,
    )  # fmt: skip
    yield _typst("typst, roman numbers", '#set page("a6", numbering: "i")\n' + plain)
    yield _typst(
        "typst, letter-spaced titles",
        '#set page("a6", numbering: "1")\n' + plain
        + "#show heading: it => text(tracking: 0.35em, it)\n",
    )  # fmt: skip
    yield _typst(
        "typst, menu on every page",
        "#set page(width: 13cm, height: 5cm, margin: (right: 6cm, rest: 0.6cm), "
        "foreground: place(top + right, "
        f"dx: -1cm, dy: 1cm, block(width: 4cm, [{TITLE} \\ {HEADING} \\ {SECOND} \\ Colofon])))\n"
        + plain,
    )
    extra = (
        f"#block(fill: luma(230), inset: 8pt, width: 100%)[#text(9pt)[*{BOX[0]}* \\ {BOX[1]}]]\n"
    )
    yield _typst("typst, box", '#set page("a5", numbering: "1")\n' + plain, box=extra)
    pull = f'#align(center, text(16pt, style: "italic")[{QUOTE}])\n'
    yield _typst("typst, pull quote", '#set page("a5", numbering: "1")\n' + plain, pull=pull)
    yield _typst("typst, footnote", '#set page("a5", columns: 2)\n' + plain, note=True)
    yield _typst("typst, indents", '#set page("a6", columns: 1, numbering: "1")\n' + plain
                 + "#set par(first-line-indent: 1em, spacing: 0.65em)\n")  # fmt: skip
    for rotation in (0, 90, 270):
        yield _columns_by_rows(f"reportlab, two columns row by row, turned {rotation}", rotation)
    yield _by_hand()
    yield _spread()


def _typst(name: str, setup: str, *, box: str = "", pull: str = "", note: bool = False) -> Way:
    """The text by Typst; a box, pull quote and footnote where they are asked for."""
    one, two, three, four, five, six = PARAGRAPHS
    mark = f"#footnote[{NOTE}]" if note else ""
    source = (
        f"{setup}= {TITLE}\n{one}\n\n== {HEADING}\n{two}{mark}\n\n{three}\n\n{box}\n"
        f"== {SECOND}\n{four}\n\n{pull}\n{five}\n\n{six}\n"
    )
    boxed = (" ".join(BOX),) if box else ()
    pulled = (QUOTE,) if pull else ()
    noted = (NOTE,) if note else ()
    blocks = (
        TITLE, one, HEADING, two, three, *boxed, SECOND, four, *pulled, five, six, *noted,
    )  # fmt: skip
    return Way(name, typst.compile(source.encode()), blocks)


def _columns_by_rows(name: str, rotation: int) -> Way:
    """Two columns that are drawn line by line over both, as tables in Word do."""
    lines = [[*simpleSplit(text, "Times-Roman", 10, 220), ""] for text in PARAGRAPHS]
    left, right = list(chain(*lines[:3])), list(chain(*lines[3:]))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(595, 842), pageCompression=0)
    canvas.setPageRotation(rotation)
    if rotation:
        canvas.translate(*((595, 0) if rotation == 90 else (0, 595)))  # degrees
        canvas.rotate(rotation)
    canvas.setFont("Times-Bold", 18)
    canvas.drawString(60, 500, TITLE)
    canvas.setFont("Times-Roman", 10)
    for at in range(max(len(left), len(right))):
        for x, column in ((60, left), (310, right)):
            if at < len(column) and column[at]:
                canvas.drawString(x, 470 - 12 * at, column[at])
    canvas.save()
    return Way(name, target.getvalue(), (TITLE, *PARAGRAPHS))


def _by_hand() -> Way:
    """A PDF written byte for byte: a paragraph runs over the page end."""
    lines = simpleSplit(PARAGRAPHS[0], "Helvetica", 10, 300)
    first = [Text(50, 540, TITLE, size=20), *_set(lines[:2], 50)]
    return Way(
        "by hand, over the page end", pdf([first, _set(lines[2:], 50)]),
        (TITLE, " ".join(lines[:2]), " ".join(lines[2:])),
    )  # fmt: skip


def _spread() -> Way:
    """Two pages on one sheet, with both their numbers."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(842, 595))
    for sheet in range(3):
        for side, x in enumerate((60, 481)):
            canvas.setFont("Times-Roman", 10)
            for at, line in enumerate(
                simpleSplit(PARAGRAPHS[2 * sheet + side], "Times-Roman", 10, 280)
            ):
                canvas.drawString(x, 480 - 12 * at, line)
            canvas.drawString(x, 30, str(2 * sheet + side + 4))
        canvas.showPage()
    canvas.save()
    return Way("reportlab, spreads", target.getvalue(), PARAGRAPHS)


def _set(lines: Sequence[str], x: float) -> list[Text]:
    return [Text(x, 480 - 12 * at, line) for at, line in enumerate(lines)]


def score(way: Way) -> Result:
    """Reads a way and compares it with what was laid out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.pdf"
        path.write_bytes(way.data)
        document = read_pdf(path)
    ours = [block.text for page in document.pages for block in page.blocks]
    read, laid = " ".join(ours), " ".join(way.blocks)
    sentences = [part for block in way.blocks for part in block.split(". ")]
    return Result(
        accuracy=float(Levenshtein.normalized_similarity(read, laid)),
        dropped=sum(fuzz.partial_ratio(sentence, read) < 90 for sentence in sentences),
        leftovers=tuple(text for text in ours if fuzz.partial_ratio(text, laid) < 75),
        read="\n".join(f"[{b.kind}] {b.text}" for page in document.pages for b in page.blocks),
    )


def main(arguments: Sequence[str]) -> None:
    """Prints a line a way; with --show what was read of those that are not right."""
    for way in ways():
        result = score(way)
        print(  # noqa: T201  # a script prints
            f"{way.name:52} characters {result.accuracy:.4f}  dropped {result.dropped}"
            f"  leftovers {len(result.leftovers)}"
        )
        if "--show" in arguments and (result.accuracy < 0.995 or result.leftovers):
            print(result.read, "\n")  # noqa: T201  # idem


if __name__ == "__main__":
    main(sys.argv[1:])
