"""What is drawn around text: panels behind it, rules above and below, bars beside it, pictures."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, structs

from indexer.dutch import ends_clause
from indexer.extract.lines import Line, Shape, Sheet
from indexer.extract.style import same_size

_THIN = 4.0  # points: a rule or bar is no thicker
_LONG = 40.0  # points: a rule is no shorter
_TALL = 12.0  # points: a bar or panel is no lower
_SAME_EDGE = 3.0  # points
_SHORT = 20.0  # points: no shorter is a rule between the text and its notes
_RULE_REACH = 1.5  # times the size: so far above a note it stands at most
_TOUCH = 4.0  # points: parts of a panel that is drawn in pieces
_MOST_OF_PAGE = 0.6
_SAME_LEADING = 1.15  # times the usual distance: so far apart at most are lines of a paragraph
_OUT = 1.0  # times the size: no further does a line stand out of its panel
_BAR_REACH = 30.0  # points
_SMALLEST_PICTURE = 36.0  # points
_NEAR_PICTURE = 30.0  # points
_MOST_SHAPES = 500  # a page with more is a drawing: its parts are no panels


class Panel(Struct, frozen=True, gc=False):
    """An area with text of its own; by rules, where only lines are above and below."""

    x0: float
    y0: float
    x1: float
    y1: float
    by_rules: bool

    def holds(self, line: Line) -> bool:
        """Whether a line stands in it: also its ends, but for a little, unless only rules bound it.

        A figure that lies behind a part of a line, or a marked word in it, is no panel of the line.
        """
        slack = (line.x1 - line.x0) / 2 if self.by_rules else _OUT * line.size
        return (
            self.x0 - slack <= line.x0
            and line.x1 <= self.x1 + slack
            and self.y0 <= (line.y0 + line.y1) / 2 <= self.y1
        )


class Surroundings:
    """What is drawn around the text of a page.

    Args:
        sheet: the page.
        leading_of: the usual distance from a line to the next.
    """

    def __init__(
        self, sheet: Sheet, leading_of: Callable[[Line], float] = lambda line: 1.25 * line.size
    ) -> None:
        shapes = sheet.shapes if len(sheet.shapes) <= _MOST_SHAPES else ()
        size = sheet.width * sheet.height
        panels = [
            panel
            for panel in _with_heads(tuple(_drawn(shapes)))
            if (panel.x1 - panel.x0) * (panel.y1 - panel.y0) < _MOST_OF_PAGE * size
        ]
        seams = list(_seams(sheet.lines, leading_of)) if panels else []
        self.panels = tuple(
            panel
            for panel in panels
            if all(panel.holds(above) == panel.holds(below) for above, below in seams)
        )
        self._bars = tuple(
            shape
            for shape in shapes
            if shape.x1 - shape.x0 <= 1.5 * _THIN and shape.y1 - shape.y0 >= _TALL
        )
        self._rules = tuple(
            shape
            for shape in shapes
            if shape.y1 - shape.y0 <= _THIN and shape.x1 - shape.x0 >= _SHORT
        )
        self.pictures = tuple(_pictures(sheet))

    def panel_of(self, line: Line) -> int | None:
        """The place of the smallest panel that a line stands in."""
        around = [
            ((panel.x1 - panel.x0) * (panel.y1 - panel.y0), at)
            for at, panel in enumerate(self.panels)
            if panel.holds(line)
        ]
        return min(around)[1] if around else None

    def has_bar(self, lines: Sequence[Line]) -> bool:
        """Whether a bar stands to the left of these lines."""
        return all(
            any(
                0 <= line.x0 - bar.x1 < _BAR_REACH and bar.y0 <= (line.y0 + line.y1) / 2 <= bar.y1
                for bar in self._bars
            )
            for line in lines
        )

    def is_below_rule(self, line: Line) -> bool:
        """Whether a rule stands right above a line, beginning where it does."""
        return any(
            abs(rule.x0 - line.x0) <= line.size
            and -_THIN <= rule.y0 - line.y1 <= _RULE_REACH * line.size
            for rule in self._rules
        )

    def is_by_picture(self, lines: Sequence[Line]) -> bool:
        """Whether these lines stand right below or above a picture, not wider than it."""
        x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
        y0, y1 = min(line.y0 for line in lines), max(line.y1 for line in lines)
        return any(
            min(x1, picture.x1) - max(x0, picture.x0) > 0.5 * (x1 - x0)
            and min(abs(picture.y0 - y1), abs(y0 - picture.y1)) < _NEAR_PICTURE
            for picture in self.pictures
        )


def _seams(
    lines: Sequence[Line], leading_of: Callable[[Line], float]
) -> Iterator[tuple[Line, Line]]:
    """Lines and the next, where a sentence surely runs on from one to the other.

    What has an edge between them is drawn behind the text, but is no panel of it.
    """
    for above, below in pairwise(lines):
        if not below.text[:1].islower():
            continue
        step = above.y0 - below.y0
        if (
            0 < step <= _SAME_LEADING * leading_of(below)
            and min(above.x1, below.x1) > max(above.x0, below.x0)
            and same_size(above, below)
            and (above.bold, above.italic) == (below.bold, below.italic)
            and not (above.cells or below.cells or ends_clause(above.text))
        ):
            yield above, below


def _drawn(shapes: Sequence[Shape]) -> Iterator[Panel]:
    """The panels that are drawn as areas, and those by rules that are no frames of areas.

    Nor is what lies between the frames of two areas a panel.
    """
    areas = tuple(_filled(shapes))
    yield from areas
    for panel in _between_rules(shapes):
        if not any(_are_as_wide(panel, area) and _is_frame(panel, area) for area in areas):
            yield panel


def _is_frame(panel: Panel, area: Panel) -> bool:
    """Whether the rules of a panel are of the frame of an area: of both its sides, or of one."""
    edges = min(abs(panel.y1 - area.y0), abs(panel.y0 - area.y1))
    return _are_level(panel, area) or edges <= _SAME_EDGE


def _are_as_wide(one: Shape | Panel, other: Shape | Panel) -> bool:
    """Whether two areas begin and end at the same edges, left and right."""
    return max(abs(one.x0 - other.x0), abs(one.x1 - other.x1)) <= _SAME_EDGE


def _are_level(one: Shape | Panel, other: Shape | Panel) -> bool:
    """Whether two areas begin and end on the same heights."""
    return max(abs(one.y0 - other.y0), abs(one.y1 - other.y1)) <= _SAME_EDGE


def _with_heads(panels: Sequence[Panel]) -> Iterator[Panel]:
    """The panels, each that is the head of another, behind its title, put together with it."""
    heads = {
        panel: of
        for panel in panels
        if not panel.by_rules and (of := next((it for it in panels if _is_head(panel, it)), None))
    }
    for panel in panels:
        tops = [head.y1 for head, of in heads.items() if of is panel]
        if panel not in heads:
            yield structs.replace(panel, y1=max([panel.y1, *tops]))


def _is_head(head: Panel | Shape, panel: Panel | Shape) -> bool:
    """Whether an area is the head of another: no wider, far lower, and at or on its upper edge."""
    return (
        head is not panel
        and 2 * (head.y1 - head.y0) < panel.y1 - panel.y0
        and panel.x0 - _SAME_EDGE <= head.x0
        and head.x1 <= panel.x1 + _SAME_EDGE
        and head.y0 - _TOUCH <= panel.y1 <= head.y1 + _SAME_EDGE
    )


def _filled(shapes: Sequence[Shape]) -> Iterator[Panel]:
    """Filled or framed areas, those that are drawn in strips put together."""
    areas = [s for s in shapes if s.x1 - s.x0 >= _LONG and s.y1 - s.y0 > _THIN and not s.picture]
    strips = sorted(
        (s for s in areas if not any(_is_within_head(s, area) for area in areas)),
        key=lambda s: (round(s.x0), round(s.x1), -s.y1),
    )
    parts: list[Shape] = []
    for strip in strips:
        if parts and not _is_next_part(parts[-1], strip):
            yield from _panel(parts)
            parts = []
        parts.append(strip)
    yield from _panel(parts)


def _is_within_head(head: Shape, area: Shape) -> bool:
    """Whether an area is drawn over the head of another, as wide as that."""
    return _are_as_wide(head, area) and _is_head(head, area) and head.y1 <= area.y1 + _SAME_EDGE


def _is_next_part(upper: Shape, lower: Shape) -> bool:
    """Whether two areas may be parts of one: as wide, the one below the other or in its place."""
    return _are_as_wide(upper, lower) and lower.y1 >= upper.y0 - _TOUCH


def _panel(parts: Sequence[Shape]) -> Iterator[Panel]:
    """The panel of these parts, unless they lie over one another: then they are a drawing.

    An area and the frame around it lie in one place.
    """
    if not parts:
        return
    over = any(
        lower.y1 > upper.y0 + _TOUCH and not _are_level(upper, lower)
        for upper, lower in pairwise(parts)
    )
    panel = Panel(
        parts[0].x0, min(p.y0 for p in parts), parts[0].x1, max(p.y1 for p in parts), by_rules=False
    )
    if not over and panel.y1 - panel.y0 >= _TALL:
        yield panel


def _between_rules(shapes: Sequence[Shape]) -> Iterator[Panel]:
    rules = sorted(
        (s for s in shapes if s.x1 - s.x0 >= _LONG and s.y1 - s.y0 <= _THIN),
        key=lambda s: (round(s.x0), round(s.x1), -s.y1),
    )
    for upper, lower in pairwise(rules):
        if _are_as_wide(upper, lower) and upper.y0 - lower.y1 >= _TALL:
            yield Panel(upper.x0, lower.y1, upper.x1, upper.y0, by_rules=True)


def _pictures(sheet: Sheet) -> Iterator[Shape]:
    """Drawn areas that have no text in them."""
    large = [
        shape
        for shape in sheet.shapes[: 4 * _MOST_SHAPES]
        if min(shape.x1 - shape.x0, shape.y1 - shape.y0) >= _SMALLEST_PICTURE
    ]
    centres = [((line.x0 + line.x1) / 2, (line.y0 + line.y1) / 2) for line in sheet.lines]
    for shape in large:
        if not any(shape.x0 <= x <= shape.x1 and shape.y0 <= y <= shape.y1 for x, y in centres):
            yield shape
