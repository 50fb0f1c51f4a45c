"""Saved web pages: the article with its headings, lists, quotes and tables, and its metadata.

A source may name the article by a CSS selector; BeautifulSoup finds it then. Without one
`web_article` decides, with trafilatura. `web_tree` parses the page, `web_blocks` makes pieces of
its elements, `web_heads` knows bold lines that are heads, `web_clutter` what is no article,
`web_meta` reads title, author, date and language.
"""

import codecs
import re
import warnings
from collections.abc import Sequence
from pathlib import Path

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.dammit import EncodingDetector
from bs4.element import Tag
from bs4.exceptions import ParserRejectedMarkup
from soupsieve import SelectorSyntaxError

from corpus.errors import SourceError
from corpus.models import Document, Page, Source
from indexer.extract.report import page_report
from indexer.extract.web_article import Article, blocks_of, find_article
from indexer.extract.web_blocks import Piece, pieces
from indexer.extract.web_clutter import prune
from indexer.extract.web_heads import with_bold_heads
from indexer.extract.web_meta import Meta, choose_title, read_meta
from indexer.extract.web_tree import tree_of

_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Browsers read these labels as Windows-1252, whose signs of punctuation they have no place for.
_WESTERN = re.compile(r"$|(?:us-?)?ascii|latin-?1|l1|iso-?8859-?1(?!\d)|cp819|windows-1252")
_HEAD_PIECES = 6
_SITE = re.compile(r"\s+[|»–—·-]\s+")  # between the title of a page and the name of its site


def read_web(source: Source, path: Path, data: bytes) -> Document:
    """The article of a web page as a document of one page without a number.

    It is the element of `source.selector`; else the part that trafilatura finds, or where that is
    too little the main part of the page (a note says so). Its title, author, date and language are
    what the page says of itself, its title only where the article agrees. The encoding is the one
    the page declares or, where it declares none, shows.

    Raises:
        SourceError: the page is damaged, or the selector is not valid or matches nothing.
    """
    try:
        soup, notes = _parse(data)
    except ParserRejectedMarkup as error:
        raise SourceError(
            f"{path} is damaged: it is no HTML that can be read.",
            remedy="Save the page again from a browser.",
        ) from error
    meta = read_meta(soup)
    article = find_article(soup) if source.selector is None else _selected(soup, source, path)
    return _document(source, article, meta, notes)


def _document(source: Source, article: Article, meta: Meta, notes: Sequence[str]) -> Document:
    article = _without_site_name(article, meta.titles)
    page = Page(ref=None, blocks=blocks_of(with_bold_heads(article.pieces)))
    title, doubt = _title(article.pieces, meta)
    report = page_report(
        page,
        method="article" if source.selector is None else "selector",
        dropped=[one.text for one in article.dropped],
    )
    return Document(
        source=source,
        format="html",
        pages=(page,),
        title=title,
        notes=tuple(note for note in (*notes, article.note, doubt) if note),
        report=(report,),
        author=meta.author,
        date=meta.date,
        language=meta.language,
    )


def _parse(data: bytes) -> tuple[BeautifulSoup, tuple[str, ...]]:
    with warnings.catch_warnings():
        # XHTML is read as HTML on purpose: real pages are seldom valid XML.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        encoding = _encoding(data)
        text = data if encoding is None else data.decode(encoding, "replace")
        soup = tree_of(text)
    if soup.contains_replacement_characters or (isinstance(text, str) and "\ufffd" in text):
        return soup, ("Some characters of the page are in no known encoding.",)
    return soup, ()


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the bytes are that, since some pages declare another encoding by mistake.

    A page that declares none, one that Python does not know, or one of the Western ones is
    Windows-1252, as in browsers; guessing by letters goes wrong. None for a file with a mark of its
    byte order, or with zeros, which says itself what it is.
    """
    if b"\0" in data or data.startswith(_BYTE_ORDER_MARKS):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        declared = EncodingDetector.find_declared_encoding(data, is_html=True)
        return _codec((declared or "").lower())
    return "utf-8-sig"


def _codec(label: str) -> str:
    """What browsers decode by for a declared label; where it says UTF-16, the bytes were not."""
    if label.startswith(("utf", "unicode")):
        return "utf-8"
    try:
        return "windows-1252" if _WESTERN.match(label) else codecs.lookup(label).name
    except LookupError:
        return "windows-1252"


def _selected(soup: BeautifulSoup, source: Source, path: Path) -> Article:
    root = _element(soup, source.selector or "", path)
    prune(root)
    return Article(tuple(pieces(root)), ())


def _element(soup: BeautifulSoup, selector: str, path: Path) -> Tag:
    try:
        found = soup.select_one(selector)
    except SelectorSyntaxError as error:
        raise SourceError(
            f"{path}: {selector!r} is no CSS selector.",
            remedy="Mend `selector` of this source in series.toml.",
        ) from error
    if found is None:
        raise SourceError(
            f"{path} has no element {selector!r}.",
            remedy="Mend `selector` of this source in series.toml, or leave it out.",
        )
    return found


def _without_site_name(article: Article, titles: Sequence[str]) -> Article:
    """The article without the first-level heading of the site's header above its own title.

    Its title is a heading below, in the words in which the page names itself.
    """
    whole, parts = ({*titles}, {part for one in titles for part in _SITE.split(one)})
    heads = [one for one in article.pieces[:_HEAD_PIECES] if one.kind == "heading"]
    named = [one for one in heads if one.text in whole] or [
        one for one in heads if one.text in parts
    ]
    above = heads[: heads.index(named[-1])] if named else []
    site = [one for one in above if one.level == 1 and one.element.find_parent("header")]
    kept = tuple(one for one in article.pieces if one not in site)
    return article._replace(pieces=kept, dropped=(*site, *article.dropped)) if site else article


def _title(found: Sequence[Piece], meta: Meta) -> tuple[str | None, str | None]:
    """The title of the article, and a note where the page's own was not believed."""
    heading = next((one.text for one in found if one.level == 1), None)
    if heading is None and found and found[0].kind == "heading":
        beside = [one for one in found[1:] if one.level == found[0].level]
        heading = None if beside and meta.titles else found[0].text
    head = " ".join(one.text for one in found[:_HEAD_PIECES])
    return choose_title(meta.titles, heading, head)
