"""Web pages as sites build them, each with one case, or several, and all that stands around it."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from single_texts import Section, Told

Maker = Callable[[Told, str], str]
"""A page of a text, on the site of an organisation."""

_PAGE = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title>
{meta}</head><body>{body}</body></html>"""


def plain(told: Told, site: str) -> str:
    """The title in the article."""
    body = f"<main><article>{_h(1, told.title)}{_where(told)}{_body(told)}</article></main>"
    return _page(told, site, f"{_nav()}{body}<footer>© {site}</footer>")


def with_header(told: Told, site: str) -> str:
    """The title in a header outside the main part, crumbs and a cookie banner around it."""
    header = (
        f"<div id='cookie-banner'><h2>Cookies</h2><p>{site} plaatst cookies om de website te "
        f"verbeteren.</p><button>Akkoord</button></div><header class='site'>{_nav()}</header>"
        f"<nav class='breadcrumb'><a href='/'>Home</a> / <a href='/p'>Praktijk</a></nav>"
        f"<header class='hero'>{_h(1, told.title)}{_where(told)}</header>"
    )
    return _page(
        told, site, f"{header}<main>{_body(told)}{_related()}</main><footer>{site}</footer>"
    )


def title_only(told: Told, site: str) -> str:
    """No title but the one in the head of the file."""
    return _page(
        told, site, f"{_nav()}<div id='content'>{_body(told)}</div><footer>{site}</footer>"
    )


def unnamed(told: Told, site: str) -> str:
    """No title but the one in the head of the file, with the name of the site behind it."""
    page = title_only(told, site)
    return page.replace("property='og:title'", "name='viewport'")


def strong(told: Told, site: str) -> str:
    """Heads that are paragraphs in bold."""
    body = f"{_h(1, told.title)}{_where(told)}{''.join(_bold(told.sections))}"
    return _page(told, site, f"{_nav()}<main><article>{body}</article>{_related()}</main>")


def listed(told: Told, site: str) -> str:
    """Facts in a list of terms before the text, and who to ask behind it."""
    rows = "".join(f"<dt>{escape(one)}</dt><dd>{escape(it)}</dd>" for one, it in told.facts)
    body = f"{_h(1, told.title)}<dl>{rows}</dl>{_body(told)}{_contact(told, site)}"
    return _page(
        told, site, f"{_nav()}<main><article>{body}</article></main><footer>{site}</footer>"
    )


def tabled(told: Told, site: str) -> str:
    """Facts in a table before the text."""
    rows = "".join(
        f"<tr><th>{escape(one)}</th><td>{escape(it)}</td></tr>" for one, it in told.facts
    )
    body = f"{_h(2, told.title)}<table>{rows}</table>{_body(told, level=3)}"
    return _page(
        told, site, f"<header>{_h(1, site)}{_nav()}</header><div class='main'>{body}</div>"
    )


def wordpress(told: Told, site: str) -> str:
    """As WordPress sets a post, with share buttons and what else to read."""
    body = (
        "<div id='page' class='hfeed site'><header id='masthead' class='site-header'>"
        f"<p class='site-title'><a href='/'>{site}</a></p>{_nav()}</header><div id='content' "
        "class='site-content'><main id='main' class='site-main'><article id='post-12' class='post "
        f"type-post hentry'><header class='entry-header'><h1 class='entry-title'>"
        f"{escape(told.title)}</h1><div class='entry-meta'><span class='posted-on'><time datetime="
        f"'{told.year}-04-12'>12 april {told.year}</time></span></div></header><div class="
        f"'entry-content'>{_where(told)}{_body(told)}</div><div class='sharedaddy'><h3>Delen</h3>"
        "<ul><li><a href='#'>E-mail</a></li></ul></div></article>"
        f"{_related('Lees ook')}</main></div>"
        f"{_contact(told, site)}<footer id='colophon' class='site-footer'>{site}</footer></div>"
    )
    return _page(told, site, body)


def drupal(told: Told, site: str) -> str:
    """As Drupal sets a node: a field of its own for each part, its label a head."""
    fields = "".join(
        f"<div class='field field--name-body'>{_h(2, one.head) if one.head else ''}"
        f"<div class='field__item'>{_paragraphs(one)}</div></div>"
        for one in told.sections
    )
    body = (
        f"<div class='region region-header'>{_nav()}</div><div class='region region-content'>"
        f"<div id='block-page-title'><h1 class='page-title'><span>{escape(told.title)}</span>"
        "</h1></div><article role='article' class='node node--type-praktijk'>"
        "<div class='node__content'>"
        f"{_where(told)}{fields}</div></article></div>"
        f"<div class='region region-footer'>{site}</div>"
    )
    return _page(told, site, body)


def builder(told: Told, site: str) -> str:
    """As a page builder sets it: widgets in columns in sections."""
    widget = "<div class='elementor-widget elementor-widget-{}'><div>{}</div></div>"
    parts = [widget.format("heading", _h(1, told.title)), widget.format("text", _where(told))]
    for one in told.sections:
        head = [widget.format("heading", _h(2, one.head))] if one.head else []
        parts += [*head, widget.format("text-editor", _paragraphs(one))]
    section = "<section class='elementor-section'><div class='elementor-column'>{}</div></section>"
    body = "".join(section.format(part) for part in parts)
    return _page(told, site, f"{_nav()}<div class='elementor'>{body}</div><footer>{site}</footer>")


def saved(told: Told, site: str) -> str:
    """As a browser saves it, with a folder of files beside it."""
    page = wordpress(told, site).replace(
        "</head>", f"<link rel='stylesheet' href='./{told.name}_files/style.css'></head>"
    )
    return page.replace(
        "<html", f"<!-- saved from url=(0031)https://x.example/{told.name} -->\n<html"
    )


def labelled(told: Told, site: str) -> str:
    """Each part begins with its label in bold, within the paragraph."""
    parts = "".join(
        f"<p>{f'<strong>{escape(one.head)}:</strong> ' if one.head else ''}"
        f"{escape(one.text[0])}</p>" + "".join(f"<p>{escape(text)}</p>" for text in one.text[1:])
        for one in told.sections
    )
    return _page(told, site, f"{_nav()}<main>{_h(1, told.title)}{parts}{_related()}</main>")


def overview(cases: Sequence[Told], site: str) -> str:
    """A page that leads to the others, with a few words of each."""
    body = "".join(
        f"<div class='teaser'>{_h(2, one.title)}<p>{escape(one.sections[0].text[0][:160])} ...</p>"
        f"<a href='/p/{one.name}'>Lees meer</a></div>"
        for one in cases
    )
    told = Told("overzicht", "Alle voorbeelden op een rij", "", 0, (), ())
    return _page(told, site, f"{_nav()}<main>{_h(1, told.title)}{body}</main>")


def several(title: str, cases: Sequence[Told], site: str) -> str:
    """One page with several cases under it, their heads a level deeper."""
    body = "".join(f"{_h(2, one.title)}{_where(one)}{_body(one, level=3)}" for one in cases)
    told = Told("alle", title, "", 0, (), ())
    return _page(told, site, f"{_nav()}<main>{_h(1, title)}<p>Hieronder staan ze.</p>{body}</main>")


def _page(told: Told, site: str, body: str) -> str:
    meta = f"<meta property='og:title' content='{escape(told.title, quote=True)}'>"
    return _PAGE.format(title=escape(f"{told.title} - {site}"), meta=meta, body=body)


def _nav() -> str:
    links = ("Home", "Praktijkvoorbeelden", "Nieuws", "Contact")
    return "<nav>" + "".join(f"<a href='/{one.lower()}'>{one}</a>" for one in links) + "</nav>"


def _where(told: Told) -> str:
    return f"<p>{escape(told.town)}, {told.year}</p>" if told.town else ""


def _related(head: str = "Gerelateerd") -> str:
    links = "".join(f"<li><a href='/p/{at}'>Ander voorbeeld {at}</a></li>" for at in range(3))
    return f"<div class='related'><h2>{head}</h2><ul>{links}</ul></div>"


def _contact(told: Told, site: str) -> str:
    return (
        f"<h2>Contact</h2><p>{site}, {escape(told.town or 'het kantoor')}, info@samen.example</p>"
    )


def _h(level: int, text: str) -> str:
    return f"<h{level}>{escape(text)}</h{level}>"


def _body(told: Told, *, level: int = 2) -> str:
    return "".join(
        (_h(level, one.head) if one.head else "") + _paragraphs(one) for one in told.sections
    )


def _paragraphs(section: Section) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in section.text)


def _bold(sections: Sequence[Section]) -> Iterator[str]:
    for one in sections:
        yield (f"<p><strong>{escape(one.head)}</strong></p>" if one.head else "") + _paragraphs(one)
