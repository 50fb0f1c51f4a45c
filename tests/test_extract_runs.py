"""The runs of a page by their height."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from indexer.extract.runs import Run, between, from_top

HEIGHTS = st.integers(0, 12).map(float)


@given(st.lists(st.lists(HEIGHTS, max_size=4), max_size=8), HEIGHTS, HEIGHTS)
def test_runs_between_two_heights_are_those_of_looking_at_all(
    lines: list[list[float]], foot: float, top: float
) -> None:
    runs = [
        [Run(number, at, at, at + 1, y, 10, 5) for at, y in enumerate(heights)]
        for number, heights in enumerate(lines)
    ]
    placed = from_top(runs)
    every = [run for line in runs for run in line]
    assert sorted(placed, key=astuple) == sorted(every, key=astuple)
    assert [run for run in placed if foot <= run.y <= top] == list(between(placed, foot, top))
