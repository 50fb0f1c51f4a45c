"""Margin notes: what stands in small type in the white beside the text, each beside its paragraph.

They are no part of the text that runs on beside them: read where the file draws them they would
stand in the middle of its sentences, and read as a column of their own below its last heading.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from indexer.dutch import ends_clause
from indexer.extract.lines import Line
from indexer.extract.paragraphs import PanelOf
from indexer.extract.style import Style
from indexer.extract.titles import level_in

_SMALL = 0.95  # times the size of the text: a note is set no larger
_SAME_SIZE = 0.05  # so little the type of the text differs in size
_GAP = 0.5  # times the size of the text: the white between the text and a note, at least
_NARROW = 0.6  # of the width of a line of the text: a note is no wider
_APART = 1.9  # times the size: so far apart lines are of two notes
_FEWEST_LINES = 3  # of the text: a page with less shows no margin
_FEWEST_WORDS = 4  # a shorter note is a sentence, or it is a heading or label in the margin
_MOST_LINES = 15
_MOST_OF_TEXT = 0.4  # so many letters as the text of the page: more is a column of its own


def part_margin_notes(
    lines: Sequence[Line], style: Style, titles: Mapping[str, int], *, panel_of: PanelOf
) -> tuple[Sequence[Line], list[list[Line]]]:
    """The lines of a page but for its margin notes, in their order, and the lines of each note.

    A note stands wholly to the left or right of all text, level with it, and is smaller and
    narrower. What has rows of a table, a title of the outline or, below its first lines, bold type
    is none, nor is a box with a title.

    Args:
        lines: of the page.
        style: of the document.
        titles: of the outline on this page.
        panel_of: the place of the panel that a line stands in, or None.
    """
    text = [line for line in lines if _is_text(line, style)]
    if len(text) < _FEWEST_LINES:
        return lines, []
    widest = _NARROW * median(sorted(line.x1 - line.x0 for line in text)[len(text) // 2 :])
    low, high = min(line.y0 for line in text), max(line.y1 for line in text)
    notes = [
        note
        for column in _columns_beside(lines, text)
        for note in _parted(column)
        if max(line.x1 for line in note) - min(line.x0 for line in note) <= widest
        and low < note[0].y1
        and note[0].y0 < high
        and _is_note(note, style, titles)
        and _is_whole(note, lines, panel_of)
    ]
    if _letters(line for note in notes for line in note) > _MOST_OF_TEXT * _letters(text):
        return lines, []
    taken = {line for note in notes for line in note}
    return [line for line in lines if line not in taken], notes


def _is_text(line: Line, style: Style) -> bool:
    return abs(line.size - style.size) < _SAME_SIZE * style.size and not line.turned


def _columns_beside(lines: Sequence[Line], text: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines that stand wholly to the left and to the right of the text, from top to bottom."""
    gap = _GAP * text[0].size
    left, right = min(line.x0 for line in text) - gap, max(line.x1 for line in text) + gap
    for column in (
        [line for line in lines if line.x1 < left],
        [line for line in lines if line.x0 > right],
    ):
        yield sorted(column, key=lambda line: (-line.y0, line.x0))


def _parted(column: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of a column in runs that stand close below each other."""
    run = list(column[:1])
    for above, line in pairwise(column):
        if above.y0 - line.y0 > _APART * line.size:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_note(note: Sequence[Line], style: Style, titles: Mapping[str, int]) -> bool:
    words = sum(len(line.text.split()) for line in note)
    light = next((at for at, line in enumerate(note) if not line.bold), len(note))
    return (
        len(note) <= _MOST_LINES
        and (words >= _FEWEST_WORDS or ends_clause(note[-1].text))
        and light < len(note)
        and not any(line.bold for line in note[light:])
        and all(line.size <= _SMALL * style.size for line in note)
        and not any(line.cells or line.turned or level_in(titles, line.text) for line in note)
    )


def _is_whole(note: Sequence[Line], lines: Sequence[Line], panel_of: PanelOf) -> bool:
    """Whether a note is all that its panel holds, if it has one, and has no title there."""
    panel = panel_of(note[0])
    if panel is None:
        return all(panel_of(line) is None for line in note)
    inside = {line for line in lines if panel_of(line) == panel}
    return inside == set(note) and not any(line.bold for line in note)


def _letters(lines: Iterator[Line] | Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)
