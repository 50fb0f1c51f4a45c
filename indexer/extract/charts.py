"""Charts of upright bars: the figures above and the names below them, read bar by bar.

A file draws these labels in any order, and as text of the page they would stand in jumbled numbers
between the sentences.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.extract.lines import Line, Shape

_SAME = 1.0  # points: bars begin at one height, and are as wide as each other
_GAP = 3.0  # points: bars stand apart, the cells of a table do not
_FEWEST = 3
_MOST_SHAPES = 500  # a page with more is a drawing
_WIDEST = 100.0  # points
_MOST_LABELS = 3  # of a bar: a figure, and a name of two lines
_LONGEST = 20  # characters of a label
_REACH = 2.0  # times the size: so far above its top or below its foot stands a label of a bar


def part_chart_labels(
    lines: Sequence[Line], shapes: Sequence[Shape]
) -> tuple[Sequence[Line], list[list[Line]]]:
    """The lines of a page but for the labels of its charts, and those of each chart.

    They stand bar by bar, from left to right, and at each bar from top to bottom. Bars are filled,
    as wide as each other but not as high, and stand apart on one height; each has a figure and a
    line or two beside, and no other text is before them.
    """
    charts = []
    for bars in _rows_of_bars(shapes) if len(shapes) <= _MOST_SHAPES else ():
        labels = [[line for line in lines if _is_at(line, bar)] for bar in bars]
        if all(map(_are_labels, labels)) and not any(
            _is_text_on(line, bar) for line in lines for bar in bars
        ):
            charts.append([line for own in labels for line in sorted(own, key=_from_top)])
    taken = {line for labels in charts for line in labels}
    return [line for line in lines if line not in taken] if taken else lines, charts


def _rows_of_bars(shapes: Sequence[Shape]) -> Iterator[list[Shape]]:
    rows: list[list[Shape]] = []
    for shape in sorted(shapes, key=lambda shape: shape.x0):
        if not shape.filled or shape.picture or shape.x1 - shape.x0 > _WIDEST:
            continue
        row = next((row for row in rows if _stand_alike(row[0], shape)), None)
        if row is None:
            rows.append([shape])
        else:
            row.append(shape)
    for row in rows:
        heights = [shape.y1 for shape in row]
        apart = all(right.x0 - left.x1 >= _GAP for left, right in pairwise(row))
        if len(row) >= _FEWEST and apart and max(heights) - min(heights) > _SAME:
            yield row


def _stand_alike(one: Shape, other: Shape) -> bool:
    wide = abs((one.x1 - one.x0) - (other.x1 - other.x0))
    return max(abs(one.y0 - other.y0), wide) <= _SAME


def _is_at(line: Line, bar: Shape) -> bool:
    """Whether a line is a label of a bar: short, and right above, before or right below it."""
    middle, reach = (line.x0 + line.x1) / 2, _REACH * line.size
    return (
        len(line.text) <= _LONGEST
        and bar.x0 - _GAP / 2 <= middle <= bar.x1 + _GAP / 2
        and bar.y0 - reach <= line.y0
        and line.y1 <= bar.y1 + reach
    )


def _are_labels(lines: Sequence[Line]) -> bool:
    """Whether lines are a figure and what it is of; more are a text."""
    digits = any(char.isdigit() for line in lines for char in line.text)
    return digits and len(lines) <= _MOST_LABELS


def _is_text_on(line: Line, bar: Shape) -> bool:
    """Whether a line that is no label stands before a bar."""
    return (
        line.x0 < bar.x1
        and line.x1 > bar.x0
        and bar.y0 < (line.y0 + line.y1) / 2 < bar.y1
        and not _is_at(line, bar)
    )


def _from_top(line: Line) -> tuple[float, float]:
    return -line.y0, line.x0
