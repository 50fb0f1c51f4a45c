"""Labels in a row above their values, which a file draws over all columns."""

import pytest
from msgspec.structs import replace

from indexer.extract.labelled import with_values
from indexer.extract.lines import Cell, Line

COLUMNS = (60.0, 160.0, 260.0)
LABELS = ("Wie", "Sinds", "Kosten")
PANEL = {0: 370.0}


def _line(y: float, *texts: str, bold: bool = False, at: tuple[float, ...] = COLUMNS) -> Line:
    """A line over columns; the letters are 4 wide."""
    cells = tuple(Cell(x, x + 4 * len(text), text) for x, text in zip(at, texts, strict=False))
    whole = Line(" ".join(texts), cells[0].x0, y, cells[-1].x1, y + 8, 8, bold=bold, page=0)
    return replace(whole, parts=cells if len(cells) > 1 else ())


def _texts(*lines: Line, panel: int | None = 0) -> list[str]:
    return [line.text for line in with_values(lines, lambda _line: panel, PANEL)]


TITLE = _line(120, "In cijfers")
HEADS = _line(100, *LABELS, bold=True)


def test_value_stands_behind_its_label() -> None:
    values = _line(88, "vier buren", "mei 2019", "€ 300 per jaar")
    texts = ["In cijfers", "Wie", "vier buren", "Sinds", "mei 2019", "Kosten", "€ 300 per jaar"]
    assert _texts(TITLE, HEADS, values) == texts


def test_value_of_more_lines_stands_together_behind_its_label() -> None:
    values = _line(88, "vier buren uit een", "mei 2019", "€ 300 per jaar")
    rest = _line(78, "zijstraat van de kade")
    texts = ["Wie", "vier buren uit een", "zijstraat van de kade", "Sinds", "mei 2019", "Kosten"]
    assert _texts(HEADS, values, rest) == [*texts, "€ 300 per jaar"]


def test_labels_of_two_rows_have_their_own_values() -> None:
    values = _line(88, "vier buren", "mei 2019", "€ 300")
    more = _line(70, "Waar", "Voor wie", bold=True)
    theirs = _line(58, "op het plein", "iedereen")
    first = ["Wie", "vier buren", "Sinds", "mei 2019", "Kosten", "€ 300"]
    second = ["Waar", "op het plein", "Voor wie", "iedereen"]
    assert _texts(HEADS, values, more, theirs) == first + second


@pytest.mark.parametrize(
    ("values", "panel"),
    [
        pytest.param(
            [_line(88, "Jan", "2019", "€ 5"), _line(78, "Piet", "2020", "€ 6")], 0, id="rows"
        ),
        pytest.param(
            [_line(88, "Jan", "2019", "€ 5"), _line(60, "Kees", "2021", "€ 7")], 0, id="apart"
        ),
        pytest.param(
            [_line(88, "een zin over alles", "heen", at=(60, 190))], 0, id="other-columns"
        ),
        pytest.param([_line(88, "Jan", "2019")], 0, id="no-value"),
        pytest.param(
            [
                _line(88, "Jan", "2019", "een hark voor de tuin en de stoep"),
                _line(78, "Piet", "2020", "emmers en wat er verder was"),
            ],
            0,
            id="rows-as-wide-as-their-columns",
        ),
        pytest.param([_line(88, "Jan", "2019", "€ 5", bold=True)], 0, id="all-alike"),
        pytest.param([_line(88, "Jan", "2019", "€ 5")], None, id="no-panel"),
    ],
)
def test_other_lines_stay_as_they_are(values: list[Line], panel: int | None) -> None:
    lines = [TITLE, HEADS, *values]
    assert _texts(*lines, panel=panel) == [line.text for line in lines]
