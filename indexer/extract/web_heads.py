"""Heads of a web page that its editor only made bold: *<p><strong>Aanpak</strong></p>*."""

from collections.abc import Sequence
from dataclasses import replace

from indexer.dutch import ends_clause
from indexer.extract.web_blocks import Piece

_FEWEST = 2  # bold lines that part a text
_LONGEST = 80  # characters
_LEVEL = 2


def with_bold_heads(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of an article, with its bold lines as headings where it has no others.

    Several short paragraphs are all bold, and text that is not follows each.
    """
    if any(one.level > 1 for one in found):
        return tuple(found)
    heads = [at for at, one in enumerate(found) if _is_bold_line(one) and _is_above(at, found)]
    if len(heads) < _FEWEST:
        return tuple(found)
    return tuple(
        replace(one, kind="heading", level=_LEVEL) if at in heads else one
        for at, one in enumerate(found)
    )


def _is_bold_line(one: Piece) -> bool:
    if one.kind != "paragraph" or one.element.name != "p" or len(one.text) > _LONGEST:
        return False
    ends = ends_clause(one.text) and not one.text.endswith("?")
    return not ends and not one.linked and _is_bold(one)


def _is_bold(one: Piece) -> bool:
    """Whether all of its letters stand in bold."""
    bold = one.element.find_all(["strong", "b"])
    within = "".join(part.get_text() for part in bold if not part.find_parent(["strong", "b"]))
    return "".join(within.split()) == "".join(one.element.get_text().split())


def _is_above(at: int, found: Sequence[Piece]) -> bool:
    """Whether text follows; a place or a year below the title is no head."""
    after = found[at + 1] if at + 1 < len(found) else None
    below_title = at > 0 and found[at - 1].level == 1
    is_line = below_title and any(char.isdigit() or char == "," for char in found[at].text)
    return after is not None and after.kind != "heading" and not _is_bold(after) and not is_line
