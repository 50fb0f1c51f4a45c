"""The part of an address that opens a web page at a sentence, as `#page=8` opens a PDF at a page.

A browser that knows text fragments (all large ones since 2024) scrolls to the words and marks them;
another, or one that does not find them, opens the page as without. See "URL Fragment Text
Directives", a draft of the Web Incubator Community Group. Pure.
"""

from urllib.parse import quote

from corpus.models import BLOCK_SEPARATOR

_MOST_WORDS = 12
"""More words are named by their ends: a longer address breaks where it is pasted."""

_END = 5
"""Words of either end."""


def text_fragment(text: str) -> str:
    """What stands behind the `#` of an address to open it at a text; empty for none.

    Args:
        text: as it stands on the page, white space apart; of several blocks the first is taken.
    """
    words = text.partition(BLOCK_SEPARATOR)[0].strip("… \n").split()
    if not words:
        return ""
    ends = [words] if len(words) <= _MOST_WORDS else [words[:_END], words[-_END:]]
    return ":~:text=" + ",".join(_escaped(" ".join(end)) for end in ends)


def _escaped(text: str) -> str:
    # A hyphen would part a prefix from the text.
    return quote(text, safe="").replace("-", "%2D")
