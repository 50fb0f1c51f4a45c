"""What a web page says of itself, pure: title, author, date and language, none trusted blindly."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from bs4 import BeautifulSoup
from bs4.element import Tag

from indexer.dutch import MONTHS
from indexer.extract.repair import clean

_DATES = (
    "article:published_time", "og:published_time", "citation_publication_date", "datepublished",
    "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date.issued", "dc.date.created",
    "dc.date", "pubdate", "publishdate", "publish-date", "publication_date", "date",
    "dcterms.modified", "dc.date.modified", "article:modified_time", "last-modified",
)  # fmt: skip
_AUTHORS = (
    "author", "article:author", "citation_author", "dcterms.creator", "dc.creator", "byl",
    "twitter:creator",
)  # fmt: skip
_LANGUAGES = ("content-language", "dcterms.language", "dc.language", "language", "og:locale")
_ARTICLE_TYPES = frozenset(
    ("Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "Report", "ScholarlyArticle",
     "WebPage", "Book", "CreativeWork", "TechArticle")
)  # fmt: skip
_BY_CLASS = "[rel=author], [itemprop=author], .byline .author, .author.vcard"
_DAY = re.compile(r"(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)")
_DUTCH_DAY = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})(?!\d)")
_WRITTEN_DAY = re.compile(rf"(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?$")
_SITE = re.compile(r"\s+[|»–—·-]\s+")
_WORD = re.compile(r"[^\W_]+")
_ENOUGH = 0.7
_NAMED = 200
_SHORT = 12
_NOT_FOUND = "The title is what the page calls itself; it was not found in the article."


class Meta(NamedTuple):
    """What a page says of itself; None where it says nothing usable.

    Attributes:
        titles: what it calls itself, the most deliberate way first.
        author: names, with commas between.
        date: ISO date of publication, else of the last change.
        language: code of two or three letters, in lower case.
    """

    titles: tuple[str, ...] = ()
    author: str | None = None
    date: str | None = None
    language: str | None = None


def read_meta(soup: BeautifulSoup) -> Meta:
    """From JSON-LD, Open Graph, Dublin Core and other `meta` elements, `title` and `lang`."""
    said = _meta_elements(soup)
    nodes = tuple(_json_nodes(soup))
    articles = sorted(
        (one for one in nodes if _types(one) & _ARTICLE_TYPES),
        key=lambda one: "WebPage" in _types(one),
    )
    return Meta(
        titles=tuple(_titles(soup, said, articles)),
        author=next(_authors(soup, said, articles, nodes), None),
        date=next(_dates(soup, said, articles), None),
        language=next(_languages(soup, said, articles), None),
    )


def choose_title(
    titles: Iterable[str], heading: str | None, head: str
) -> tuple[str | None, str | None]:
    """The title of an article, and a note where what the page calls itself was not believed.

    A title of the page is believed when its words stand in the head of the article; else the
    heading is taken. Without a heading the first title of the page is taken as it is.

    Args:
        titles: what the page calls itself; the name of the site may stand behind or before.
        heading: the first heading of the article.
        head: the first lines of the article, heading and all.
    """
    listed = tuple(titles)
    candidates = [part for one in listed for part in (one, *_SITE.split(one)) if part]
    believed = [one for one in candidates if _occurs(one, head)]
    if heading is None:
        chosen = next(iter([*believed, *listed]), None)
        return chosen, _NOT_FOUND if listed and not believed else None
    if listed and not any(_occurs(part, head) for part in (listed[0], *_SITE.split(listed[0]))):
        named = listed[0][:_NAMED]
        return heading, f"The page calls itself {named!r}, which its article does not bear out."
    # The heading may be no more than a label, "Interview".
    fuller = (one for one in believed if _occurs(heading, one) and len(one) > len(heading))
    return next(fuller, heading) if len(heading) < _SHORT else heading, None


def _occurs(title: str, text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(title)]
    there = {word.lower() for word in _WORD.findall(text)}
    return bool(words) and sum(word in there for word in words) >= _ENOUGH * len(words)


def _meta_elements(soup: BeautifulSoup) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for tag in soup.find_all("meta"):
        name = (
            tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        )
        if name and (content := clean(str(tag.get("content") or ""))):
            said.setdefault(str(name).lower(), []).append(content)
    return said


def _json_nodes(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD that stand by themselves or in a graph."""
    for script in soup.select('script[type="application/ld+json"]'):
        try:
            found = json.loads(script.get_text())
        except (ValueError, RecursionError):
            continue
        for one in found if isinstance(found, list) else [found]:
            if isinstance(one, dict):
                graph = one.get("@graph")
                listed = graph if isinstance(graph, list) else [one]
                yield from (node for node in listed if isinstance(node, dict))


def _types(node: dict[str, Any]) -> frozenset[str]:
    kinds = node.get("@type")
    return frozenset(map(str, kinds if isinstance(kinds, list) else [kinds]))


def _titles(
    soup: BeautifulSoup, said: dict[str, list[str]], articles: Iterable[dict[str, Any]]
) -> Iterator[str]:
    yield from said.get("og:title", ())[:1]
    for node in articles:
        if isinstance(title := node.get("headline"), str) and (text := clean(title)):
            yield text
    for name in ("dcterms.title", "dc.title", "citation_title", "twitter:title"):
        yield from said.get(name, ())[:1]
    named = soup.find("title")
    if isinstance(named, Tag) and (text := clean(named.get_text())):
        yield text


def _authors(
    soup: BeautifulSoup,
    said: dict[str, list[str]],
    articles: Iterable[dict[str, Any]],
    nodes: Iterable[dict[str, Any]],
) -> Iterator[str]:
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node}
    for node in articles:
        given = node.get("author")
        people = given if isinstance(given, list) else [given]
        if names := [name for one in people if (name := _person(one, by_id))]:
            yield ", ".join(names)
    for key in _AUTHORS:
        if names := [one for one in said.get(key, ()) if "://" not in one]:
            yield ", ".join(dict.fromkeys(names))
    for tag in soup.select(_BY_CLASS):
        if name := clean(tag.get_text(" ")):
            yield name[:_NAMED]


def _person(given: object, by_id: dict[str, dict[str, Any]]) -> str | None:
    if isinstance(given, dict):
        given = given.get("name") or by_id.get(str(given.get("@id")), {}).get("name")
    return clean(given) or None if isinstance(given, str) else None


def _dates(
    soup: BeautifulSoup, said: dict[str, list[str]], articles: Iterable[dict[str, Any]]
) -> Iterator[str]:
    given = [str(node.get("datePublished") or "") for node in articles]
    given += [one for name in _DATES for one in said.get(name, ())]
    for tag in soup.select("main time, article time"):
        given += [str(tag.get("datetime") or ""), clean(tag.get_text(" "))]
    yield from (day for one in given if (day := iso_date(one)))


def iso_date(text: str) -> str | None:
    """The ISO date that a text begins with; Dutch days are read too: 5-11-2020, 5 mei 2020."""
    if match := _DAY.match(text):
        year, month, day = map(int, match.groups())
    elif match := _DUTCH_DAY.match(text):
        day, month, year = map(int, match.groups())
    elif match := _WRITTEN_DAY.match(text):
        day, month, year = int(match[1]), MONTHS.index(match[2].lower()) + 1, int(match[3])
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _languages(
    soup: BeautifulSoup, said: dict[str, list[str]], articles: Iterable[dict[str, Any]]
) -> Iterator[str]:
    root = soup.find("html")
    given = [str(root.get("lang") or root.get("xml:lang") or "")] if isinstance(root, Tag) else []
    given += [one for name in _LANGUAGES for one in said.get(name, ())]
    given += [str(node.get("inLanguage") or "") for node in articles]
    yield from (found[1].lower() for one in given if (found := _LANGUAGE.match(one.strip())))
