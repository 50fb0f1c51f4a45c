"""When a publication appeared, as its imprint says: *Eerste druk, mei 2023*, *© 2021*."""

import re
from collections.abc import Iterator

from corpus import Document, Page
from indexer.dutch import MONTHS

_DATE = rf"(?:(?P<month>{'|'.join(MONTHS)})\s+)?(?P<year>(?:19|20)\d\d)\b"
_SAID = re.compile(
    r"(?:\b(?:druk|uitgave|editie|verschenen|gepubliceerd|publicatiedatum|datum)\s?[:,|]"
    r"|\b(?:eerste|tweede|derde|vierde|vijfde|\d+e) druk\s|\bcopyright\b|©)"
    rf"[^.;:|]{{0,80}}?{_DATE}",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?:[^\W\d_][\w’' -]{{1,30}},\s+)?(?:\d\d?\s+)?{_DATE}", re.IGNORECASE)

_EDGE = 2
"""Pages at either end of a file on which an imprint stands."""


def published(document: Document) -> str | None:
    """The month ("2023-05") or year in which it appeared; None where that is not told, or unclear.

    Told by a line of the first or last two pages that is nothing but a month with its year, a place
    before it or not, or by a date behind a sign such as *©*, *Uitgave:* or *eerste druk* there. Of
    two years neither counts.
    """
    found = {date for page in _edges(document) for date in _dates(page)}
    years = {date[:4] for date in found}
    months = {date for date in found if len(date) > len("2023")}
    if len(years) != 1:
        return None
    return months.pop() if len(months) == 1 else years.pop()


def _edges(document: Document) -> Iterator[Page]:
    count = len(document.pages)
    for number, page in enumerate(document.pages):
        if number < _EDGE or number >= count - _EDGE:
            yield page


def _dates(page: Page) -> Iterator[str]:
    for block in page.blocks:
        for line in block.text.splitlines():
            alone = _ALONE.fullmatch(line.strip(" .-–—"))
            found = [alone] if alone and alone["month"] else list(_SAID.finditer(line))
            yield from (_iso(match) for match in found)


def _iso(match: re.Match[str]) -> str:
    if not match["month"]:
        return match["year"]
    return f"{match['year']}-{MONTHS.index(match['month'].lower()) + 1:02}"
