"""What of a web page is no article: menus, forms, cookie and share bars, what is hidden.

Two strengths. What `prune` takes is never text of an article, wherever it stands. What
`is_clutter` names (related items, comments, a newsletter) may hold the article itself on a page
with odd names; who asks must see to that.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from bs4.element import Tag

from indexer.extract.web_blocks import HEADINGS

_DROPPED = (
    "script", "style", "noscript", "template", "nav", "form", "button", "select", "textarea",
    "dialog", "iframe", "object", "svg", "canvas", "audio", "video", "head",
)  # fmt: skip
_OF_THE_SITE = ("header", "footer", "aside")
_DROPPED_ROLES = frozenset(
    {"navigation", "search", "dialog", "alertdialog", "menu", "menubar", "banner", "contentinfo"}
)
_DROPPED_NAMES = frozenset(
    ("cookie", "cookies", "cookiebar", "cookiebanner", "cookieconsent", "consent", "share",
     "sharing", "socialshare", "addtoany", "addthis", "breadcrumb", "breadcrumbs")
)  # fmt: skip
# Words in the class or id of what stands around an article, in English and Dutch.
_CLUTTER = frozenset(
    ("ad", "ads", "advert", "advertentie", "advertenties", "advertisement", "advertising",
     "aanraders", "banner", "byline", "colofon", "colophon", "comments", "comment", "reacties",
     "reactie", "respond", "feedback", "rating", "poll", "crumbs", "kruimelpad", "kruimels",
     "footer", "voettekst", "gdpr",
     "privacy", "gerelateerd", "related", "relatedposts", "leesook", "readmore", "login",
     "inloggen", "menu", "hoofdmenu", "submenu", "modal", "popup", "nav", "navigatie",
     "navigation", "navbar", "newsletter", "nieuwsbrief", "pager", "pagination",
     "paginafuncties", "paginering", "promo", "recommended", "recommendations", "sidebar",
     "zijbalk", "zijkolom", "skip", "skiplink", "social", "socials", "sharedaddy", "sponsor",
     "sponsored", "subscribe", "tags", "taglist", "tagcloud", "toc", "inhoudsopgave", "toolbar",
     "topbar", "meta", "postmeta", "trending", "mostread")
)  # fmt: skip
# Words that say so only where they are the whole name: page builders name all text a widget.
_CLUTTER_NAMES = frozenset(
    ("widget", "author", "auteur", "auteurs", "authors", "agenda", "download", "downloads", "voet",
     "delen", "zie-ook", "zieook")
)  # fmt: skip
_CLUTTER_PAIRS = frozenset(
    ("lees ook", "lees meer", "lees verder", "meer nieuws", "meer lezen", "more news", "read more",
     "read also", "next story", "next post", "previous post", "zie ook", "see also", "most read",
     "cat links", "screen reader", "visually hidden", "sr only", "user info", "author box",
     "author bio", "author info", "about author", "over auteur", "download box", "recent posts",
     "recente berichten", "recent entries", "vorige volgende")
)  # fmt: skip
# What stands above a list of other pages, where no name gives it away.
_OTHER_PAGES = frozenset(
    ("ander nieuws", "meer nieuws", "overig nieuws", "laatste nieuws", "recent nieuws", "lees ook",
     "lees verder", "verder lezen", "meer lezen", "zie ook", "bekijk ook", "kijk ook",
     "gerelateerd", "gerelateerde artikelen", "gerelateerde berichten", "gerelateerde publicaties",
     "gerelateerd nieuws", "meest gelezen", "meer artikelen", "meer berichten", "meer verhalen",
     "meer publicaties", "andere artikelen", "andere berichten", "andere verhalen",
     "andere publicaties", "anderen bekeken ook", "aanbevolen", "aanraders",
     "misschien ook interessant", "ook interessant", "dit vind je misschien ook interessant",
     "related articles",
     "related posts", "read also", "more news", "see also")
)  # fmt: skip
_FEWEST_LINKS = 2
_FEWEST_WORDS = 3
_MOST_ROWS, _LONG_CELL = 5, 50
_FOLDED = "h3"
_SOCIAL_WORK = frozenset({"work", "werk", "domain", "domein"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_PANELS = frozenset(
    ("accordion", "accordeon", "collapse", "collapsible", "panel", "tab", "tabs", "tabpanel",
     "faq", "uitklap", "toggle", "expandable")
)  # fmt: skip


def prune(root: Tag) -> None:
    """Takes away what is never text of an article; opens what a reader can fold out."""
    _open_layout_tables(root)
    _name_buttons(root)
    controlled = set(_controlled(root))
    for tag in root.find_all(name=True):
        if tag.decomposed:
            continue
        if _is_panel(tag, controlled):
            _show(tag)
        if tag.name == "button" and tag.find_parent([*HEADINGS, "summary", "dt"]):
            tag.unwrap()
        elif _is_dropped(tag) or _is_of_the_site(tag, root):
            tag.decompose()


def is_clutter(tag: Tag) -> bool:
    """Whether an element's class, id or role says that it stands around an article."""
    if str(tag.get("role", "")).lower() == "complementary":
        return True
    return any(_is_clutter_name(name) for name in _given_names(tag))


def lists_other_pages(tag: Tag) -> bool:
    """Whether an element begins with a heading that says so ("Ander nieuws"), and has links."""
    heading = tag.find([*HEADINGS])
    if heading is None or " ".join(heading.get_text().split()).lower() not in _OTHER_PAGES:
        return False
    before = heading.find_previous(string=lambda text: bool(text and text.strip()))
    begins = before is None or not any(one is tag for one in before.parents)
    return begins and len(tag.find_all("a", href=True, limit=_FEWEST_LINKS)) == _FEWEST_LINKS


@lru_cache(maxsize=4096)  # it is asked of each element around each piece
def _is_clutter_name(name: str) -> bool:
    if name.lower() in _CLUTTER_NAMES or name.lower() in _CLUTTER:
        return True
    parts = [part.lower() for part in _NAME_PARTS.findall(name)]
    if any(" ".join(pair) in _CLUTTER_PAIRS for pair in pairwise(parts)):
        return True
    return not _CLUTTER.isdisjoint(parts) and _SOCIAL_WORK.isdisjoint(parts)


def _open_layout_tables(root: Tag) -> None:
    """Makes plain parts of the cells of a table that only puts text beside a menu."""
    for table in root.find_all("table"):
        cells = [len(cell.get_text().split()) for cell in table.find_all("td")]
        rows = table.find_all("tr", limit=_MOST_ROWS + 1)
        if len(rows) <= _MOST_ROWS and not table.find("th") and max(cells, default=0) >= _LONG_CELL:
            for part in (table, *table.find_all(["tbody", "tr", "td"])):
                part.name = "div"


def _name_buttons(root: Tag) -> None:
    """Makes headings of the buttons that fold out text, where no heading holds them."""
    for button in root.select("button[aria-controls]"):
        inside = button.find_parent([*HEADINGS, "dt", "summary", "nav", "header", "form"])
        target = root.find(id=str(button.get("aria-controls")))
        if not inside and isinstance(target, Tag) and _has_text(target):
            button.name = _FOLDED


def _has_text(target: Tag) -> bool:
    """Whether what is folded out is text, and no menu or form."""
    if target.name == "nav" or target.find(["nav", "form", "input"]):
        return False
    linked = sum(len(link.get_text().split()) for link in target.find_all("a", href=True))
    words = len(target.get_text().split())
    return words >= _FEWEST_WORDS and linked <= words / 2


def _controlled(root: Tag) -> Iterator[str]:
    """The ids of what a heading or button of an accordion folds out."""
    for tag in root.select("[aria-controls], [data-target], [data-bs-target]"):
        if tag.find_parent([*HEADINGS, "dt", "summary"]) or tag.name in HEADINGS:
            for name in ("aria-controls", "data-target", "data-bs-target"):
                yield str(tag.get(name) or "").lstrip("#")


def _is_panel(tag: Tag, controlled: set[str]) -> bool:
    role = str(tag.get("role", "")).lower()
    if role in _DROPPED_ROLES:
        return False
    if role == "tabpanel":
        return True
    if tag.get("id") and str(tag.get("id")) in controlled:
        return True
    return not _PANELS.isdisjoint(_names(tag)) and not tag.find_parent("nav")


def _show(tag: Tag) -> None:
    for name in ("hidden", "aria-hidden"):
        del tag[name]
    if _HIDDEN_STYLE.search(str(tag.get("style") or "")):
        del tag["style"]


def _is_dropped(tag: Tag) -> bool:
    if tag.name in _DROPPED or str(tag.get("role", "")).lower() in _DROPPED_ROLES:
        return not tag.find(["h1", "main", "article"]) or tag.name in _DROPPED
    if tag.has_attr("hidden") or str(tag.get("aria-hidden", "")).lower() == "true":
        return True
    if _HIDDEN_STYLE.search(str(tag.get("style") or "")):
        return True
    return not _DROPPED_NAMES.isdisjoint(_names(tag)) and not tag.find(["h1", "main", "article"])


def _given_names(tag: Tag) -> Iterator[str]:
    for name in (*(tag.get_attribute_list("class")), tag.get("id")):
        yield str(name or "")


def _names(tag: Tag) -> Iterator[str]:
    """The words in the class and id of an element: `cookie-Bar` gives "cookie" and "bar"."""
    for name in _given_names(tag):
        yield name.lower()
        yield from (part.lower() for part in _NAME_PARTS.findall(name))


def _is_of_the_site(tag: Tag, root: Tag) -> bool:
    """Whether it is a header, footer or aside of the page and not of the article."""
    if tag.name not in _OF_THE_SITE or (tag.name == "header" and tag.find("h1")):
        return False
    return root.name != "article" and not any(
        parent.name == "article" for parent in tag.parents if parent is not root.parent
    )
