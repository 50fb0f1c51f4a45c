"""Whether a line follows on those above it: who says a quote, and what comes out below a box."""

import re

from indexer.dutch import ends_clause
from indexer.extract.edges import Group
from indexer.extract.lines import Line
from indexer.extract.parting import is_unfinished

_QUOTED = re.compile(r"[‘’“”„'\"«]")
_CLOSED = re.compile(r"[’”'\"»][.!?]?$")
_CLOSED_SENTENCE = re.compile(r"[.!?…][’”'\"»]$")
_FURTHER_OUT = 0.8  # times the size of the type


def is_speaker_of(group: Group, line: Line) -> bool:
    """Whether a group is a quote that is closed, and a line in other type says who said it."""
    before = group.last
    if not (_QUOTED.match(group.first.text) and _CLOSED.search(before.text)):
        return False
    if (before.italic, before.colour) == (line.italic, line.colour):
        return line.text.startswith(("—", "–"))
    return not line.text[:1].islower() or _CLOSED_SENTENCE.search(before.text) is not None


def comes_out(group: Group, line: Line) -> bool:
    """Whether a sentence goes on further out than it began, with a number or a name."""
    before = group.last
    is_further_out = line.x0 < min(group.left, group.start) - _FURTHER_OUT * line.size
    if len(group.lines) == 1 or not is_further_out or ends_clause(before.text):
        return False
    if (before.italic, before.colour) != (line.italic, line.colour):
        return False
    return not line.text[:1].isupper() or is_unfinished(before.text) or before.text.endswith(",")
