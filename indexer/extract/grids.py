"""Where tables are drawn: rules and shaded cells that stand above one another, as wide as another.

A ladder is what most tables have in common, whoever prints them: from top to bottom rungs of one
width, the rules between rows or the edges of shaded rows. Upright rules, or the edges of shaded
cells, part its columns; where there are none, only the text tells (`ruled`).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from indexer.extract.lines import Shape
from indexer.extract.pieces import Glyph

_THIN = 5.0  # points: a rule is no thicker
_SHORT, _LOW = 12.0, 6.0  # points: a rung is no shorter, an upright or shaded cell no lower
_SNAP = 2.5  # points: the edges of cells and the rule between them lie so close
_TOUCH = 4.0  # points: pieces of one rule, or cells beside one another, are no further apart
_SAME_END = 4.0  # points: so much the ends of the rungs of one ladder differ
_NARROWEST = 12.0  # points: no column is
_LOWEST, _MOST_LOW = 7.0, 0.25  # points, and of the rungs: no text goes between so close ones
_HIGHEST = 260.0  # points: rungs further apart, with no upright between, are of other things
_MOST_SHAPES = 3_000  # on a page with more they are a drawing
_CUT = 1.0  # points: so much a letter may lie over an upright


class Edge(Struct, frozen=True, gc=False):
    """A straight edge: where it lies, and from where to where it runs."""

    at: float
    low: float
    high: float


class Grid(Struct, frozen=True):
    """A table as it is drawn.

    Attributes:
        x0: the left edge.
        x1: the right edge.
        rungs: what parts the rows, from top to bottom, each with its ends; two at least.
        uprights: what parts the columns, from left to right, each with its foot and top.
        sides: what closes it at the left and right, if anything does.
    """

    x0: float
    x1: float
    rungs: tuple[Edge, ...]
    uprights: tuple[Edge, ...] = ()
    sides: tuple[Edge, ...] = ()

    @property
    def top(self) -> float:
        """The height of its uppermost rung."""
        return self.rungs[0].at

    @property
    def foot(self) -> float:
        """The height of its lowest rung."""
        return self.rungs[-1].at

    def closing(self, at: int) -> frozenset[float]:
        """Where uprights stand beside most of what is between a rung and the next, by its place."""
        top, foot = self.rungs[at].at, self.rungs[at + 1].at
        return frozenset(
            edge.at
            for edge in (*self.uprights, *self.sides)
            if min(edge.high, top) - max(edge.low, foot) > (top - foot) / 2
        )


def grids_of(shapes: Sequence[Shape]) -> tuple[Grid, ...]:
    """What may be a table of what is drawn on a page, the one with the most whole rungs first."""
    if len(shapes) > _MOST_SHAPES:
        return ()
    drawn = [shape for shape in shapes if not shape.picture]
    level = _joined(edge for shape in drawn for edge in _level(shape))
    upright = _joined(edge for shape in drawn for edge in _upright(shape))
    grids = [
        grid
        for ladder in _ladders(level)
        if len(ladder) > 1
        for grid in _parted(_grid(ladder, level, upright))
        if not _is_staff(grid)
    ]
    return tuple(sorted(grids, key=lambda grid: (-_whole_rungs(grid), -grid.top, grid.x0)))


def parted_by(grids: Iterable[Grid], lines: Sequence[Sequence[Glyph]]) -> Sequence[Sequence[Glyph]]:
    """The lines of a page in their order, cut where an upright stands between two words."""
    tables = [grid for grid in grids if len(grid.rungs) > len(("top", "foot"))]
    uprights = [upright for grid in tables for upright in (*grid.uprights, *grid.sides)]
    if not uprights:
        return lines
    return [part for line in lines for part in _cut(line, uprights)]


def _cut(line: Sequence[Glyph], uprights: Sequence[Edge]) -> Iterator[Sequence[Glyph]]:
    part: list[Glyph] = []
    last: Glyph | None = None
    for glyph in line:
        if not glyph.char.isspace():
            if last and any(_lies_between(upright, last, glyph) for upright in uprights):
                yield part
                part = []
            last = glyph
        if part or not glyph.char.isspace():
            part.append(glyph)
    if part:
        yield part


def _lies_between(upright: Edge, last: Glyph, glyph: Glyph) -> bool:
    middle = (glyph.y0 + glyph.y1) / 2
    left, right = sorted((last, glyph), key=lambda one: one.x0)
    return (
        upright.low < middle < upright.high
        and left.x1 - _CUT < upright.at < right.x0 + _CUT
        and left.x0 < upright.at < right.x1
    )


def _level(shape: Shape) -> Iterator[Edge]:
    """The level edges of a shape: a rule is one, a cell has two."""
    if shape.x1 - shape.x0 < _SHORT:
        return
    if shape.y1 - shape.y0 <= _THIN:
        yield Edge((shape.y0 + shape.y1) / 2, shape.x0, shape.x1)
    elif shape.y1 - shape.y0 >= _LOW:
        yield from (Edge(y, shape.x0, shape.x1) for y in (shape.y0, shape.y1))


def _upright(shape: Shape) -> Iterator[Edge]:
    """The upright edges of a shape."""
    if shape.y1 - shape.y0 < _LOW:
        return
    if shape.x1 - shape.x0 <= _THIN:
        yield Edge((shape.x0 + shape.x1) / 2, shape.y0, shape.y1)
    elif shape.x1 - shape.x0 >= _SHORT:
        yield from (Edge(x, shape.y0, shape.y1) for x in (shape.x0, shape.x1))


def _joined(edges: Iterable[Edge]) -> list[Edge]:
    """The edges in their order, those on one line that touch as one."""
    joined: list[Edge] = []
    on_line: list[Edge] = []
    for edge in sorted(edges, key=lambda edge: edge.at):
        if on_line and edge.at - on_line[0].at > _SNAP:
            joined += _touching(on_line)
            on_line = []
        on_line.append(edge)
    return [*joined, *_touching(on_line)]


def _touching(edges: Iterable[Edge]) -> Iterator[Edge]:
    """The edges of one line, those that touch as one, which lies in the middle of them."""
    parts: list[Edge] = []
    end = 0.0
    for edge in sorted(edges, key=lambda edge: edge.low):
        if parts and edge.low - end > _TOUCH:
            yield _whole(parts)
            parts = []
        end = max(end, edge.high) if parts else edge.high
        parts.append(edge)
    if parts:
        yield _whole(parts)


def _whole(parts: Sequence[Edge]) -> Edge:
    middle = (min(part.at for part in parts) + max(part.at for part in parts)) / 2
    return Edge(middle, parts[0].low, max(part.high for part in parts))


def _ladders(level: Iterable[Edge]) -> list[list[Edge]]:
    """Rungs of one width, from top to bottom."""
    ladders: list[list[Edge]] = []
    for edge in sorted(level, key=lambda edge: -edge.at):
        for ladder in ladders:
            if _are_as_wide(ladder[0], edge):
                ladder.append(edge)
                break
        else:
            ladders.append([edge])
    return ladders


def _are_as_wide(one: Edge, other: Edge) -> bool:
    return max(abs(one.low - other.low), abs(one.high - other.high)) < _SAME_END


def _grid(ladder: Sequence[Edge], level: Iterable[Edge], upright: Iterable[Edge]) -> Grid:
    """A ladder with the uprights in it, and the rules that part only some of its columns."""
    x0, x1 = min(rung.low for rung in ladder), max(rung.high for rung in ladder)
    beside = [
        edge
        for edge in upright
        if edge.low < ladder[0].at - _SNAP and edge.high > ladder[-1].at + _SNAP
    ]
    inner = tuple(edge for edge in beside if x0 + _NARROWEST < edge.at < x1 - _NARROWEST)
    sides = tuple(edge for edge in beside if _is_near(edge.at, (x0, x1)))
    ends = (x0, *(edge.at for edge in inner), x1)
    # A table may be open above or below: where a page or column ends, or a row is not ruled.
    top = max([ladder[0].at, *(edge.high for edge in inner)])
    foot = min([ladder[-1].at, *(edge.low for edge in inner)])
    rungs = [
        edge
        for edge in level
        if foot - _SNAP < edge.at < top + _SNAP
        and _is_near(edge.low, ends)
        and _is_near(edge.high, ends)
    ]
    if top - max(rung.at for rung in rungs) > _LOW:
        rungs.append(Edge(top, x0, x1))
    if min(rung.at for rung in rungs) - foot > _LOW:
        rungs.append(Edge(foot, x0, x1))
    return Grid(x0, x1, tuple(sorted(rungs, key=lambda edge: -edge.at)), inner, sides)


def _is_staff(grid: Grid) -> bool:
    """Whether its rungs are mostly too close for text between them, as in music or a diagram."""
    low = sum(upper.at - lower.at < _LOWEST for upper, lower in pairwise(grid.rungs))
    return low > _MOST_LOW * (len(grid.rungs) - 1)


def _whole_rungs(grid: Grid) -> int:
    """How many of its rungs run from side to side."""
    return sum(_are_as_wide(Edge(0, grid.x0, grid.x1), rung) for rung in grid.rungs)


def _parted(grid: Grid) -> Iterator[Grid]:
    """A grid in parts, where there are two tables of one width on a page.

    What no upright closes parts them, unless the same columns go on below it: of rows that are
    shaded by turns every other is open. So does what is higher than any row.
    """
    closing = [grid.closing(at) for at in range(len(grid.rungs) - 1)]
    first, columns = 0, closing[0]
    for at, (upper, lower) in enumerate(pairwise(closing), start=1):
        is_high = grid.rungs[at].at - grid.rungs[at + 1].at > _HIGHEST
        is_other = not upper and columns and columns.isdisjoint(lower)
        if is_other if lower else is_high:
            yield _part(grid, first, at)
            first, columns = at, frozenset()
        columns = lower or columns
    yield _part(grid, first, len(closing))


def _part(grid: Grid, first: int, last: int) -> Grid:
    """The part of a grid from one rung to another, by their places."""
    rungs = grid.rungs[first : last + 1]
    uprights, sides = (
        tuple(
            edge
            for edge in edges
            if edge.low < rungs[0].at - _SNAP and edge.high > rungs[-1].at + _SNAP
        )
        for edges in (grid.uprights, grid.sides)
    )
    return Grid(grid.x0, grid.x1, rungs, uprights, sides)


def _is_near(x: float, ends: Iterable[float]) -> bool:
    return any(abs(x - end) < _SAME_END for end in ends)
