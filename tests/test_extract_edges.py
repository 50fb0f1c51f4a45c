"""Where many lines begin and end: the same answers as looking at all of them each time."""

from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.areas import Area
from indexer.extract.edges import Columns, Edges, Group
from indexer.extract.lines import Line
from indexer.extract.style import same_size

PLACES = st.integers(0, 40).map(lambda tenth: tenth / 4)
LINES = st.lists(
    st.builds(
        lambda text, x, width, size: Line(text, x, 0, x + width, size, size, bold=False, page=0),
        st.text("a „“”", min_size=1, max_size=4),
        PLACES,
        PLACES,
        st.sampled_from((8.0, 8.5, 10.0)),
    ),
    min_size=1,
    max_size=30,
)


@given(LINES, PLACES)
def test_edges_of_lines_are_those_of_looking_at_all(lines: list[Line], reach: float) -> None:
    edges, asked = Edges(lines), lines[0]
    near = [line for line in lines if abs(line.x0 - asked.x0) < reach]
    ends = [line.x1 for line in near if same_size(line, asked)]
    assert edges.end_beside(asked, reach=reach) == max(ends, default=asked.x1)
    assert edges.count_beside(asked, reach=reach) == sum(one.size == asked.size for one in near)


@given(LINES, PLACES)
def test_group_that_grows_is_known_as_a_whole(lines: list[Line], slack: float) -> None:
    group = Group(lines[0])
    group.add(*lines[1:])
    assert (group.first, group.last, group.lines) == (lines[0], lines[-1], lines)
    assert group.left == min(line.x0 for line in lines)
    assert group.right == max(line.x1 for line in lines)
    assert group.start == median([line.x0 for line in lines[1:]] or [lines[0].x0])
    text = " ".join(line.text for line in lines)
    opened = text.count("“") + text.count("„") > text.count("”")
    assert group.is_open_quote == (text[0] in "“„" and opened)
    middle = lines[-1].x0 + lines[-1].x1
    assert group.has_centre_of(lines[-1], slack=slack) == all(
        abs(line.x0 + line.x1 - middle) < 2 * slack for line in lines
    )


def test_column_ends_before_what_the_text_runs_around() -> None:
    def placed(x1: float, y: float) -> Line:
        return Line("een regel", 50, y, x1, y + 10, 10, bold=False, page=0)

    beside, below = [placed(220, 400), placed(210, 388)], placed(340, 300)
    columns = Columns([*beside, below], lambda _line: None, [Area(240, 380, 350, 420)])
    ends = [columns.edges_of(one).end_beside(one, reach=30) for one in (*beside, below)]
    assert ends == [220, 220, 340]
