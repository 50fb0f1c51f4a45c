"""The links within a document: what text each stands on, and on which pages it is the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.models import Link
from indexer.extract.frames import Box, Frame
from indexer.extract.lines import Line, Sheet
from indexer.extract.structure import Area

_EDGE = 1.0  # points that a letter may stand out of its link
_WHOLE = 0.9  # of a line under a link: all of it is clicked


def links_of(
    areas: Sequence[Area], sheets: Sequence[Sheet], frames: Sequence[Frame]
) -> tuple[Link, ...]:
    """The links with their texts, each once for all pages that have it at the same place.

    Args:
        areas: in order of their pages.
        sheets: the pages.
        frames: of the pages, in which a reader sees them.
    """
    pages: dict[tuple[str, tuple[int, ...], int, float | None], list[int]] = defaultdict(list)
    boxes: dict[tuple[str, tuple[int, ...], int, float | None], Box] = {}
    for area in areas:
        box = frames[area.page].area(*area.box)
        text = "\n".join(_under(box, sheets[area.page].lines))
        key = (text, tuple(map(round, box)), area.target, _top(area, frames))
        boxes.setdefault(key, box)
        if area.page not in pages[key][-1:]:
            pages[key].append(area.page)
    return tuple(
        Link(key[0], tuple(own), _rounded(boxes[key]), key[2], key[3]) for key, own in pages.items()
    )


def _top(area: Area, frames: Sequence[Frame]) -> float | None:
    frame = frames[area.target]
    if area.top is None or frame.rotation != 0:
        return None
    return round(frame.point(0, area.top)[1], 1)


def _rounded(box: Box) -> Box:
    x0, y0, x1, y1 = (round(edge, 1) for edge in box)
    return x0, y0, x1, y1


def _under(box: Box, lines: Sequence[Line]) -> list[str]:
    """What stands within a box, a line for each height, from its head."""
    _, lower, _, upper = box
    own = [line for line in lines if lower - _EDGE <= (line.y0 + line.y1) / 2 <= upper + _EDGE]
    rows: list[list[Line]] = []
    for line in sorted(own, key=lambda line: -line.y0):
        if rows and rows[-1][0].y0 < (line.y0 + line.y1) / 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    said = (" ".join(_words(box, sorted(row, key=lambda line: line.x0))) for row in rows)
    return [text for text in said if text]


def _words(box: Box, row: Sequence[Line]) -> Iterator[str]:
    left, _, right, _ = box
    for line in row:
        wide = line.x1 - line.x0
        shared = min(line.x1, right + _EDGE) - max(line.x0, left - _EDGE)
        if shared >= _WHOLE * wide:
            yield line.text
        elif shared > 0:
            yield from _within(line, left, right)


def _within(line: Line, left: float, right: float) -> Iterator[str]:
    """The cells, or the words, of a line whose middle is between two edges.

    Where words stand is reckoned from the mean width of a letter.
    """
    if line.cells:
        yield from (one.text for one in line.cells if left <= (one.x0 + one.x1) / 2 <= right)
        return
    step = (line.x1 - line.x0) / max(len(line.text), 1)
    at = 0
    for word in line.text.split(" "):
        if left <= line.x0 + (at + len(word) / 2) * step <= right:
            yield word
        at += len(word) + 1
