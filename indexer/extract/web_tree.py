"""The tree of a web page as a browser grows it, where the markup leaves out ends or nests too deep.

Python's parser takes what is not closed as nested: each paragraph of an old page would stand in the
one before. Depth is also what hostile markup is made of, since the readers look at what stands
around each piece of text.
"""

from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag

DEEPEST = 200
"""So deep elements may stand in one another; the next stand beside the last. Browsers stop at 512
(Blink's `maximumHTMLParserDOMTreeDepth`), pages made by site builders stay below 60."""

# What an element closes that is still open where it starts (HTML standard, "optional tags").
_CLOSED_BY = {
    "li": frozenset({"li", "p"}),
    "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
    "tr": frozenset({"tr", "td", "th", "caption", "p"}),
    "option": frozenset({"option"}),
    **dict.fromkeys(
        ("tbody", "thead", "tfoot"),
        frozenset({"tbody", "thead", "tfoot", "tr", "td", "th", "caption", "p"}),
    ),
    **dict.fromkeys(
        ("address", "article", "aside", "blockquote", "center", "details", "dialog", "div", "dl",
         "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
         "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section",
         "table", "ul"),
        frozenset({"p"}),
    ),
}  # fmt: skip


class _Tree(BeautifulSoup):
    """A tree of which elements end where the standard says so."""

    def handle_starttag(self, name: str, *args: Any, **kwargs: Any) -> Tag | None:  # noqa: ANN401  # passed on
        """Closes what this element ends, or what stands too deep, before it starts."""
        closed = _CLOSED_BY.get(name, frozenset())
        while (open_tag := self.currentTag) is not None and open_tag.name in closed:
            self.handle_endtag(open_tag.name)
        if len(self.tagStack) > DEEPEST and self.currentTag is not None:
            self.handle_endtag(self.currentTag.name)
        return super().handle_starttag(name, *args, **kwargs)


def tree_of(page: str | bytes) -> BeautifulSoup:
    """The tree of a page; its encoding is guessed where it is given as bytes.

    Raises:
        bs4.exceptions.ParserRejectedMarkup: it is no HTML that can be read.
    """
    return _Tree(page, "html.parser")
