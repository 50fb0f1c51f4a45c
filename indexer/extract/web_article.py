"""Which part of a web page is the article: the one door to trafilatura.

Trafilatura reads the page and is taken at its word on *where* the article is; what stands there is
read from the page itself, since trafilatura leaves out captions, small paragraphs and list items.
Around that place go what the page's own names and its links give away: related items, comments, a
table of contents. Where trafilatura finds too little, the main part of the page is read instead.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.element import Tag

from corpus.models import Block
from indexer.extract.tables import CELL_SEPARATOR, cell_starts
from indexer.extract.web_blocks import Piece, pieces
from indexer.extract.web_clutter import is_clutter, lists_other_pages, prune
from indexer.extract.web_heart import LINKED, SENTENCE_END, heart_of, is_prose, size_of

TOO_LITTLE = "The article was not found by itself: the main part of the page is read."
_LEAST_WORDS = 40
_ENOUGH_OF_MAIN = 0.5
_ENOUGH_OF_BODY = 0.2
_PART_OF_ARTICLE = 0.3
_NEAR = 4
_PHRASE = 4
_WORD = re.compile(r"[^\W_]+")


class Article(NamedTuple):
    """The article of a page.

    Attributes:
        pieces: its text, in order.
        dropped: the pieces around and within it that were left out.
        note: what went otherwise than usual; None mostly.
    """

    pieces: tuple[Piece, ...]
    dropped: tuple[Piece, ...]
    note: str | None = None


def find_article(soup: BeautifulSoup) -> Article:
    """The article of a page that no selector names; prunes the page on the way."""
    body = soup.body or soup
    main = _main(body)
    prune(body)
    everything = tuple(pieces(body))
    vouched = _vouched(everything, _told_by_trafilatura(soup))
    heart = heart_of(body, vouched)
    if _is_too_little(vouched, main, is_body=main is body):
        within = tuple(pieces(main))
        kept = _kept(within, frozenset(), main)
        if main is body:
            kept = _without_tail(kept)
        return Article(kept, _others(everything, kept), TOO_LITTLE if kept else None)
    inside = [one for one in everything if _is_inside(one.element, heart)]
    head = _head(everything, inside, _title_words(soup))
    kept = (*head, *_kept(inside, frozenset(map(id, vouched)), heart))
    return Article(kept, _others(everything, kept))


def blocks_of(found: Iterable[Piece]) -> tuple[Block, ...]:
    """The pieces as blocks."""
    return tuple(
        Block(one.kind, one.text, one.level, cells=cell_starts(one.text, _cells(one)))
        for one in found
    )


def _cells(piece: Piece) -> Sequence[str]:
    return piece.text.split(CELL_SEPARATOR) if piece.kind == "table-row" else ()


def _main(body: Tag) -> Tag:
    """The part that the page itself calls its main one, or its only article; else the body."""
    for selector in ("main", "[role=main]"):
        if found := body.select_one(selector):
            return found
    articles = [one for one in body.find_all("article") if not one.find_parent("article")]
    return articles[0] if len(articles) == 1 else body


def _told_by_trafilatura(soup: BeautifulSoup) -> list[str]:
    """The lines of the article as trafilatura has them, as words with single spaces."""
    # A page whose article is named by a selector need not wait for the import.
    import trafilatura  # noqa: PLC0415

    try:
        text = trafilatura.extract(
            str(soup), include_comments=False, include_tables=True, with_metadata=False
        )
    except (RecursionError, MemoryError):
        return []
    return [_folded(line) for line in (text or "").splitlines()]


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _vouched(found: Sequence[Piece], lines: Sequence[str]) -> list[Piece]:
    """The pieces that trafilatura has too: as a line, or as a phrase of some words within one."""
    whole, told = set(lines), f" {' '.join(lines)} "
    return [
        one
        for one in found
        if (folded := _folded(one.text)) in whole
        or (folded.count(" ") >= _PHRASE - 1 and f" {folded} " in told)
    ]


def _is_too_little(vouched: Sequence[Piece], main: Tag, *, is_body: bool) -> bool:
    """Whether trafilatura has little beside the sentences of the main part of the page."""
    if size_of(vouched) < _LEAST_WORDS:
        return True
    clutter = _Clutter(main)
    prose = [one for one in pieces(main) if is_prose(one) and not clutter.holds(one.element)]
    share = _ENOUGH_OF_BODY if is_body else _ENOUGH_OF_MAIN
    return size_of(vouched) < share * size_of(prose)


def _is_inside(element: Tag, outer: Tag) -> bool:
    return element is outer or any(parent is outer for parent in element.parents)


def _title_words(soup: BeautifulSoup) -> frozenset[str]:
    """What the page says is its title, in each of the ways it says so, folded."""
    named = soup.select('meta[property="og:title"], meta[name="twitter:title"]')
    return frozenset(_folded(str(tag.get("content") or "")) for tag in named)


def _head(found: Sequence[Piece], inside: Sequence[Piece], titles: frozenset[str]) -> list[Piece]:
    """The title before the heart of the article, with what stands between the two."""
    if not inside or any(one.level == 1 for one in inside):
        return []
    before = found[: next(at for at, one in enumerate(found) if one is inside[0])]
    start = _title_at(before, titles)
    between = before[start:] if start is not None else []
    return [one for one in between if one.linked < LINKED and not _is_in_named(one)]


def _title_at(before: Sequence[Piece], titles: frozenset[str]) -> int | None:
    """Where the title is: the last first-level heading, or the last heading that stands near.

    A heading that is a link is the name of the site.
    """
    headings = [at for at, one in enumerate(before) if _may_be_title(one)]
    firsts = [at for at in headings if before[at].level == 1 or _folded(before[at].text) in titles]
    near = [at for at in headings if len(before) - at <= _NEAR]
    return next(iter([*firsts[-1:], *near[-1:]]), None)


def _may_be_title(one: Piece) -> bool:
    return one.kind == "heading" and one.linked < LINKED and not _is_in_named(one)


def _is_in_named(one: Piece) -> bool:
    """Whether it stands in an element that is named as clutter, and holds no title."""
    return any(
        is_clutter(element) and not element.find("h1")
        for element in (one.element, *one.element.parents)
        if element.name not in {"body", "html", "[document]"}
    )


def _kept(found: Sequence[Piece], vouched: frozenset[int], heart: Tag) -> tuple[Piece, ...]:
    """The pieces of the heart without clutter, lists of links and headings left with nothing."""
    weights: Counter[int] = Counter()
    for one in found:
        if not vouched or id(one) in vouched:
            size = size_of([one])
            for element in (one.element, *one.element.parents):
                weights[id(element)] += size
    clutter = _Clutter(heart, weights)
    judged = [
        _is_text(one, is_vouched=id(one) in vouched) and not clutter.holds(one.element)
        for one in found
    ]
    return tuple(
        one
        for at, (one, good) in enumerate(zip(found, judged, strict=True))
        if good and not _is_empty_heading(at, found, judged, vouched)
    )


def _without_tail(kept: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without the scraps below the last sentence, such as who was here before you."""
    last = max(
        (at for at, one in enumerate(kept) if is_prose(one) or size_of([one]) >= _LEAST_WORDS),
        default=len(kept),
    )
    return (*kept[: last + 1], *(one for one in kept[last + 1 :] if one.kind != "paragraph"))


def _is_text(one: Piece, *, is_vouched: bool) -> bool:
    """Whether it is no link of a list of links; a heading may be one, and a linked sentence."""
    if one.kind == "heading" and one.level == 1:
        return True
    is_sentence = one.linked < 1 and SENTENCE_END.search(one.text) is not None
    return one.linked < LINKED or (is_vouched and is_sentence)


class _Clutter:
    """Which elements within another are named as clutter and hold no large part of the article.

    Args:
        heart: the element within which they stand.
        weights: words of the article in each element; without them any named element is clutter.
    """

    def __init__(self, heart: Tag, weights: Counter[int] | None = None) -> None:
        self._weights = weights
        self._most = _PART_OF_ARTICLE * weights[id(heart)] if weights is not None else 0.0
        self._known = {id(heart): False}

    def holds(self, element: Tag) -> bool:
        """Whether an element is clutter, or one around it; each is judged once."""
        around = []
        for one in (element, *element.parents):
            if id(one) in self._known:
                break
            around.append(one)
        for one in reversed(around):
            outer = one.parent is not None and self._known.get(id(one.parent), False)
            self._known[id(one)] = outer or self._is_clutter(one)
        return self._known[id(element)]

    def _is_clutter(self, element: Tag) -> bool:
        named = is_clutter(element) or element.name == "footer" or lists_other_pages(element)
        small = self._weights is None or self._weights[id(element)] <= self._most
        return named and small and not element.find("h1")


def _is_empty_heading(
    at: int, found: Sequence[Piece], judged: Sequence[bool], vouched: frozenset[int]
) -> bool:
    """Whether a heading has nothing under it, or nothing that was kept.

    Where the reading of the page is not vouched for, one with nothing under it stays.
    """
    if found[at].kind != "heading" or found[at].level == 1:
        return False
    under = []
    for one, good in zip(found[at + 1 :], judged[at + 1 :], strict=True):
        if one.kind == "heading" and one.level <= found[at].level:
            break
        under.append(good)
    return not any(under) and (bool(under) or (bool(vouched) and id(found[at]) not in vouched))


def _others(found: Iterable[Piece], kept: Iterable[Piece]) -> tuple[Piece, ...]:
    seen = {id(one) for one in kept}
    return tuple(one for one in found if id(one) not in seen)
