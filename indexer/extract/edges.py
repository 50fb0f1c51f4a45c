"""Where lines begin and end: those of a panel, and those of a paragraph that grows line by line.

Both are asked for every line of a page; so neither looks at all its lines again to answer.
"""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import count, takewhile
from math import inf

from indexer.extract.areas import Area
from indexer.extract.lines import Line
from indexer.extract.style import same_size

_CLOSE = 4.0  # times the size: so close to what stands in its column a full line ends
_FEWEST_CLOSE = 2  # lines, to know that a text runs around something


class Columns:
    """The edges of the columns of a page: of the lines in each panel, and of those in none.

    Beside a box or picture that the text runs around, a column ends before it: there the edges are
    those of the lines that do. A row of a table below two columns begins where the first does, and
    ends where the second does, and counts for neither.

    Args:
        lines: of the page.
        panel_of: gives the place of the panel that a line stands in.
        standing: what is drawn on the page, which a text may run around.
    """

    def __init__(
        self,
        lines: Iterable[Line],
        panel_of: Callable[[Line], int | None],
        standing: Sequence[Area] = (),
    ) -> None:
        self._panel_of, self._standing = panel_of, standing
        self._lines: dict[int | None, list[Line]] = defaultdict(list)
        for line in lines:
            self._lines[panel_of(line)] += () if line.cells else (line,)
        self._edges: dict[tuple[int | None, float], Edges] = {}
        self._ends: dict[tuple[int | None, int], bool] = {}

    def edges_of(self, line: Line) -> "Edges":
        """The edges of the column that a line stands in."""
        panel = self._panel_of(line)
        things = (
            (thing.x0, at) for at, thing in enumerate(self._standing) if _is_left_of(line, thing)
        )
        end, at = min(things, default=(inf, -1))
        if at >= 0 and not self._runs_around(panel, at):
            end = inf
        if (panel, end) not in self._edges:
            self._edges[panel, end] = Edges(one for one in self._lines[panel] if one.x1 <= end)
        return self._edges[panel, end]

    def _runs_around(self, panel: int | None, at: int) -> bool:
        """Whether lines of a panel, or of none, end close to what stands beside them."""
        if (panel, at) not in self._ends:
            thing = self._standing[at]
            close = sum(
                _is_left_of(line, thing) and thing.x0 - line.x1 < _CLOSE * line.size
                for line in self._lines[panel]
            )
            self._ends[panel, at] = close >= _FEWEST_CLOSE
        return self._ends[panel, at]


def _is_left_of(line: Line, thing: Area) -> bool:
    """Whether a line stands to the left of something, on its height."""
    return line.x1 <= thing.x0 and thing.y0 < line.y1 and line.y0 < thing.y1


class Edges:
    """The edges of many lines, by size; a page has few sizes."""

    def __init__(self, lines: Iterable[Line]) -> None:
        sizes: dict[float, list[Line]] = defaultdict(list)
        for line in lines:
            sizes[line.size].append(line)
        self._rows = {size: _Row(of_size) for size, of_size in sizes.items()}

    def end_beside(self, line: Line, *, reach: float) -> float:
        """Where the last of the lines ends that begin within `reach` of it, about as large as it.

        Where there are none, its own end.
        """
        rows = (row for row in self._rows.values() if same_size(row.first, line))
        return max([end for row in rows for end in row.ends(line.x0, reach)], default=line.x1)

    def end_of_column(self, line: Line, *, reach: float) -> float:
        """Where the last of the lines of any size ends that begin within `reach` of it."""
        rows = self._rows.values()
        return max([end for row in rows for end in row.ends(line.x0, reach)], default=line.x1)

    def count_beside(self, line: Line, *, reach: float) -> int:
        """How many lines begin within `reach` of it, exactly as large as it."""
        return self._rows[line.size].count(line.x0, reach) if line.size in self._rows else 0


class _Row:
    """Lines of one size from left to right, and the greatest end of each 1, 2, 4 … that follow.

    Two such stretches cover any other (a sparse table: Bender and Farach-Colton, 2000).
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        placed = sorted(lines, key=lambda line: line.x0)
        self.first = placed[0]
        self._starts = [line.x0 for line in placed]
        self._ends = [[line.x1 for line in placed]]
        for half in takewhile(lambda half: 2 * half <= len(placed), (1 << at for at in count())):
            ends = self._ends[-1]
            self._ends.append(list(map(max, ends, ends[half:])))

    def ends(self, x: float, reach: float) -> Sequence[float]:
        """The greatest end of those that begin within `reach` of a place, once or twice."""
        low, high = self._between(x, reach)
        if low >= high:
            return ()
        level = (high - low).bit_length() - 1
        ends = self._ends[level]
        return ends[low], ends[high - (1 << level)]

    def count(self, x: float, reach: float) -> int:
        """How many begin within `reach` of a place."""
        low, high = self._between(x, reach)
        return max(high - low, 0)

    def _between(self, x: float, reach: float) -> tuple[int, int]:
        return (
            bisect_right(self._starts, -reach, key=lambda start: start - x),
            bisect_left(self._starts, reach, key=lambda start: start - x),
        )


class Group:
    """Lines that belong together, from top to bottom.

    Attributes:
        lines: in their order; at least one.
        left: the edge of the one furthest to the left.
        right: the edge of the one furthest to the right.
    """

    def __init__(self, first: Line) -> None:
        self.lines = [first]
        self.left, self.right = first.x0, first.x1
        self._middles = (first.x0 + first.x1,) * 2
        self._starts: list[float] = []
        self._open = _opened(first)

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]

    @property
    def start(self) -> float:
        """Where its lines usually begin, but the first, which may be indented; its own if alone."""
        at = len(self._starts) // 2
        if not self._starts:
            return self.first.x0
        return (self._starts[at] + self._starts[~at]) / 2

    @property
    def is_open_quote(self) -> bool:
        """Whether it begins with a quote and ends before that is closed."""
        return self._open > 0 and self.first.text.startswith(("“", "„"))

    def add(self, *lines: Line) -> None:
        """Puts lines in below the others."""
        for line in lines:
            self.lines.append(line)
            self.left, self.right = min(self.left, line.x0), max(self.right, line.x1)
            middle = line.x0 + line.x1
            self._middles = min(self._middles[0], middle), max(self._middles[1], middle)
            insort(self._starts, line.x0)
            self._open += _opened(line)

    def has_centre_of(self, line: Line, *, slack: float) -> bool:
        """Whether the middle of a line is within `slack` of that of each of its lines."""
        middle = line.x0 + line.x1
        return all(abs(one - middle) < 2 * slack for one in self._middles)


def _opened(line: Line) -> int:
    """How many more quotes a line opens than it closes."""
    return line.text.count("“") + line.text.count("„") - line.text.count("”")
