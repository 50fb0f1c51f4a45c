"""How the reading of a page went: what was left out, and what looks wrong.

Pure. `suspicions` measures the text; here the page as a whole is judged. `remedies` puts it into
words.
"""

from collections.abc import Container, Iterable, Iterator, Sequence

from corpus.models import Method, Page, PageReport, Suspicion
from indexer.extract.labels import WIDEST_GAP, page_labels, printed_numbers
from indexer.extract.lines import Line, Shape, Sheet
from indexer.extract.margins import ENOUGH_PAGES
from indexer.extract.numerals import Number
from indexer.extract.remedies import SAYINGS
from indexer.extract.suspicions import MOST_UNMAPPED_GLYPHS, measure, suspicions_in

WIDE = 1.3
"""Times its height: two upright pages side by side are 1.41 wide, a page on its side too."""

FEW_SIGNS = 30
"""Letters and digits: a page with fewer may be a scan with a stamp or page number on it."""

MOST_PICTURE = 0.5
"""Share of the page that a picture takes where the page may be a scan."""

ANY_PICTURE = 0.05
"""Share of the page that pictures take where a page without text is more than blank."""

MANY_STROKES = 200
"""Drawn shapes: so many on a page without text may be letters made into shapes."""

_PAGE_FULL = 10  # lines in each half of a page that may be two
_FULL_LINE = 0.55  # of the width of a half: the lines of one of four columns are shorter


def page_report(
    page: Page,
    *,
    method: Method,
    dropped: Sequence[str] = (),
    sheet: Sheet | None = None,
    labelled: bool = True,
) -> PageReport:
    """The report of a page.

    Args:
        page: as it is stored.
        method: which reader gave its text.
        dropped: lines that were left out.
        sheet: its lines before they were blocks, and what is drawn; None off paper.
        labelled: whether its label is more than its number in the file.
    """
    measures = measure([block.text for block in page.blocks])
    found = list(suspicions_in(measures))
    if sheet is not None:
        found += _on_paper(sheet, measures.signs, dropped)
        # The letters that another reader gave are its own.
        if method == "pdfium" and sheet.unmapped > MOST_UNMAPPED_GLYPHS:
            found.append("unmapped-glyphs")
    if not labelled:
        found.append("no-label")
    return PageReport(
        method=method,
        characters=len(page.text),
        dropped=tuple(dropped),
        suspicions=tuple(one for one in SAYINGS if one in found),
    )


def report_pages(
    pages: Sequence[Page],
    sheets: Sequence[Sheet],
    dropped: Sequence[Sequence[str]],
    *,
    unlabelled: Container[int],
) -> tuple[PageReport, ...]:
    """The report of each page of a PDF, as PDFium has read it.

    Args:
        pages: as they are stored.
        sheets: the pages before they had blocks.
        dropped: the lines of each page that were left out.
        unlabelled: the indexes of the pages whose label is only their number in the file.
    """
    return tuple(
        page_report(
            page,
            method="pdfium",
            dropped=dropped[at],
            sheet=sheets[at],
            labelled=at not in unlabelled,
        )
        for at, page in enumerate(pages)
    )


def is_spread(sheet: Sheet) -> bool:
    """Whether a sheet looks like two printed pages side by side.

    It is wide, and has two page numbers that follow each other, one in each half; or no line
    crosses its middle and both halves are full of lines as wide as a page has them.
    """
    if sheet.width <= WIDE * sheet.height:
        return False
    middle = sheet.width / 2
    left = [line for line in sheet.lines if line.x1 <= middle]
    right = [line for line in sheet.lines if line.x0 >= middle]
    if _follow(_numbers(sheet, left), _numbers(sheet, right)):
        return True
    return len(left) + len(right) == len(sheet.lines) and all(
        _is_page(half, middle) for half in (left, right)
    )


def pages_without_label(
    sheets: Sequence[Sheet], printed: Sequence[Iterable[Number]], given: Sequence[str] | None
) -> frozenset[int]:
    """The indexes of the pages whose label is only their number in the file.

    Neither is a number printed on them or on pages around them that count on, nor does the file
    give labels. A file of one or two pages needs none.

    Args:
        sheets: the pages before they had blocks.
        printed: the numbers found in the margins of each page.
        given: the labels of the file, one a page; None if it has none.
    """
    count = len(printed)
    if count < ENOUGH_PAGES or (given is not None and len(given) == count):
        return frozenset()
    marked = page_labels(printed, (_UNKNOWN,) * count)
    known = {
        page
        for page, label in enumerate(marked)
        if label != _UNKNOWN or _begins_or_ends(sheets[page], str(page + 1))
    }
    return frozenset(
        page
        for page in range(count)
        if known.isdisjoint(range(page - WIDEST_GAP, page + WIDEST_GAP + 1))
    )


_UNKNOWN = "?"


def _begins_or_ends(sheet: Sheet, label: str) -> bool:
    """Whether the highest or lowest line is just the label: a foot may stand above the margin."""
    lines = sorted(sheet.lines, key=lambda line: line.y0)
    return any(line.text.strip("-–—•.[]() ") == label for line in (*lines[:1], *lines[-1:]))


def _on_paper(sheet: Sheet, signs: int, dropped: Sequence[str]) -> Iterator[Suspicion]:
    if _is_textless(sheet, signs, dropped):
        yield "no-text"
    if is_spread(sheet):
        yield "spread"


def _is_textless(sheet: Sheet, signs: int, dropped: Sequence[str]) -> bool:
    """Whether a page shows something, but says nothing: a blank page is no scan."""
    picture = max(map(_area, (shape for shape in sheet.shapes if shape.picture)), default=0.0)
    page = sheet.width * sheet.height
    if picture > MOST_PICTURE * page:
        return signs < FEW_SIGNS
    shows = picture > ANY_PICTURE * page or len(sheet.shapes) > MANY_STROKES
    return shows and not signs and not any(map(str.isalpha, "".join(dropped)))


def _area(shape: Shape) -> float:
    return (shape.x1 - shape.x0) * (shape.y1 - shape.y0)


def _numbers(sheet: Sheet, lines: Sequence[Line]) -> tuple[Number, ...]:
    half = Sheet(sheet.width, sheet.height, tuple(lines))
    return printed_numbers(half, body_size=max((line.size for line in lines), default=0.0))


def _follow(left: Iterable[Number], right: Iterable[Number]) -> bool:
    after = {(number.style, number.value - 1) for number in right}
    return any(number in after for number in left)


def _is_page(lines: Sequence[Line], width: float) -> bool:
    full = sum(line.x1 - line.x0 > _FULL_LINE * width for line in lines)
    return len(lines) >= _PAGE_FULL and full >= len(lines) / 2
