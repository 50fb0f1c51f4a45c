"""How pages, dates and titles are said in Dutch, and how the words that matched are marked.

The functions in `FILTERS` are the filters of the templates. None of them trusts a text: what is
marked is escaped piece by piece.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from corpus import PageRef
from corpus.models import BLOCK_SEPARATOR
from search import page_names
from search.clauses import Zone
from search.models import How, Reason, Snippet

SUMMARY_LABEL = "samenvatting in eigen woorden"

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_BEFORE_NUMBER = re.compile(r"(?<=p\.) | (?=[0-9])")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")


def marked(snippet: Snippet) -> Markup:
    """The text of a snippet with the words that matched in `<mark>`."""
    pieces = [escape("… ")] if snippet.goes_on else []
    done = 0
    for start, end in snippet.highlights:
        pieces.append(escape(_lines(snippet.text[done:start])))
        pieces.append(Markup("<mark>{}</mark>").format(snippet.text[start:end]))
        done = end
    pieces.append(escape(_lines(snippet.text[done:])))
    return Markup("").join(pieces)


def _lines(text: str) -> str:
    """A new paragraph takes no more than a new line in a snippet."""
    return text.replace(BLOCK_SEPARATOR, "\n")


def printed(pages: Sequence[PageRef]) -> str:
    """The pages as they are printed: "p. 12" or "p. 12–15"; else where they are in the file."""
    return _unbroken(page_names.full(pages, page_names.DUTCH))


def sheet(pages: Sequence[PageRef]) -> str:
    """Where the pages are in the file, unless `printed` says so already; else nothing."""
    same = all(page.label == str(page.number) for page in pages)
    if same or not page_names.is_numbered(pages):
        return ""
    return page_names.in_file(pages, page_names.DUTCH)


def beside(pages: Sequence[PageRef]) -> str:
    """The pages beside a text that has many of these: "p. 12", or in the file: "blad 14"."""
    if page_names.is_numbered(pages):
        return _unbroken(page_names.printed(pages, page_names.DUTCH))
    return _unbroken(page_names.in_file(pages, page_names.DUTCH).removesuffix(" van de pdf"))


def _unbroken(said: str) -> str:
    """With no line end between a number and the word before it."""
    return _BEFORE_NUMBER.sub("\N{NO-BREAK SPACE}", said)


def listed(words: Sequence[str]) -> str:
    """The words in a row: "doel, aanpak en lessen"."""
    return " en ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def dutch_date(date: str) -> str:
    """A date in words: "2020-03" is "maart 2020"; what is no date stays as it is."""
    found = _DATE.fullmatch(date)
    if not found or not 1 <= int(found[2]) <= len(_MONTHS):
        return date
    day = f"{int(found[3])} " if found[3] else ""
    return f"{day}{_MONTHS[int(found[2]) - 1]} {found[1]}"


def short_title(title: str) -> str:
    """The title of a document without the label that the page gives it anyway."""
    return title.removesuffix(f"({SUMMARY_LABEL})").strip() or title


def under(headings: Sequence[str], title: str) -> str:
    """The path of headings, without the title of the case it stands under."""
    return " › ".join(heading for heading in headings if heading != title)


_HOW: Mapping[How, str] = {
    "form": "zoals getypt",
    "lemma": "andere vorm",
    "part": "deel van een samenstelling",
    "parts": "de delen ervan",
    "name": "andere naam van de plaats",
    "phrase": "achter elkaar",
    "near": "dicht bij elkaar",
    "prefix": "begint zo",
    "fuzzy": "bijna zo gespeld",
    "synonym": "hetzelfde",
    "narrower": "een soort ervan",
    "broader": "ruimer woord",
    "related": "hoort erbij",
}
_ZONES: Mapping[Zone, str] = {
    "text": "in de tekst",
    "heading": "in een kop",
    "title": "in de titel",
    "place": "bij de plaats",
}


def why_line(reason: Reason) -> str:
    """A reason in a line: "buurthuis: wijkcentrum (hetzelfde), in de tekst, p. 5, 2 keer"."""
    where = [_ZONES[reason.zone]]
    where += [printed((reason.page,))] if reason.page else []
    where += [f"{reason.times} keer"] if reason.times > 1 else []
    return f"{reason.typed}: {reason.met} ({_HOW[reason.how]}), {', '.join(where)}"


def site(url: str) -> str:
    """The name of the site that an address leads to."""
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:
        return url


FILTERS: dict[str, Callable[..., object]] = {
    function.__name__: function
    for function in (
        *(marked, printed, sheet, beside, dutch_date),
        *(short_title, under, site, listed, why_line),
    )
}
