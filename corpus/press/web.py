"""Writes a manuscript as a saved page of a knowledge site, with all that stands around an article.

Skip link, menu, breadcrumb, cookie notice, share links, related items, sidebar and footer are there
on purpose: a reader of these pages must find the article among them.
"""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from corpus.press.manuscript import WebPage
from corpus.press.markup import Line, Piece, Run

_DESIGN = Path(__file__).with_name("page.html")
_LISTS = {"list": "ul", "numbered": "ol"}
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def write_page(
    page: WebPage, path: str, links: tuple[tuple[str, str], ...], series_title: str
) -> bytes:
    """The page as UTF-8 HTML.

    Args:
        page: what it says.
        path: its own file name, so that the menu can mark it.
        links: file name and title of every page of the site, this one too.
        series_title: the name of the site's subject.
    """
    environment = Environment(
        loader=FileSystemLoader(_DESIGN.parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["html"] = _piece_html
    day = page.front.date
    return (
        environment.get_template(_DESIGN.name)
        .render(
            page=page,
            path=path,
            links=links,
            related=[link for link in links if link[0] != path][:3],
            series=series_title,
            date_in_words=f"{day.day} {_MONTHS[day.month - 1]} {day.year}",
        )
        .encode()
    )


def _piece_html(piece: Piece) -> Markup:
    if piece.kind in _LISTS:
        items = Markup("\n").join(
            Markup("  <li>{}</li>").format(_line_html(line)) for line in piece.lines
        )
        return Markup("<{0}>\n{1}\n</{0}>").format(_LISTS[piece.kind], items)
    if piece.kind == "quote":
        said = Markup("\n").join(Markup("  <p>{}</p>").format(_line_html(it)) for it in piece.lines)
        return Markup("<blockquote>\n{}\n</blockquote>").format(said)
    text = _line_html(piece.lines[0])
    if piece.kind == "subheading":
        return Markup("<h3>{}</h3>").format(text)
    return Markup("<p>{}</p>").format(text)


def _line_html(line: Line) -> Markup:
    return Markup("").join(map(_run_html, line))


def _run_html(run: Run) -> Markup:
    if run.style == "emphasis":
        return Markup("<em>{}</em>").format(run.text)
    if run.style == "link":
        return Markup('<a href="{0}">{0}</a>').format(run.text)
    return Markup("{}").format(run.text)
