"""How paragraphs are parted shows in the document, and tells which short line ends one."""

from collections.abc import Sequence

import pytest

from indexer.extract.layout import lay_out
from indexer.extract.lines import Line, Sheet
from indexer.extract.parting import parts_its_paragraphs

FULL = "Een volle regel die doorloopt tot de kantlijn van de kolom"
ALMOST = "Een regel die net niet vol is en eindigt zo."


def line(text: str, x: float, y: float) -> Line:
    return Line(text, x, y, x + 5 * len(text), y + 10, 10.0, bold=False, page=0)


def page(*, indent: float = 0.0, air: float = 0.0, last: Sequence[str] = ()) -> Sheet:
    """Five paragraphs of three lines, parted by an indent, by air or by neither, and a last one."""
    lines: list[Line] = []
    y = 700.0
    for _ in range(5):
        lines += [line(FULL[:-4], 50 + indent, y), line(FULL, 50, y - 12)]
        lines.append(line("Hier eindigt zij.", 50, y - 24))
        y -= 36 + air
    lines += [line(text, 50 if at else 50 + indent, y - 12 * at) for at, text in enumerate(last)]
    return Sheet(400, 800, tuple(lines))


@pytest.mark.parametrize(
    ("indent", "air", "parted"),
    [(12.0, 0.0, True), (0.0, 6.0, True), (0.0, 0.0, False)],
    ids=["indents", "air", "neither"],
)
def test_paragraphs_are_parted_by_an_indent_or_air(
    indent: float, air: float, *, parted: bool
) -> None:
    assert parts_its_paragraphs([page(indent=indent, air=air)]) == parted


def test_line_that_is_a_little_short_ends_no_paragraph_where_others_begin_with_an_indent() -> None:
    (laid,) = lay_out([page(indent=12, last=(FULL[:-4], ALMOST, FULL))])
    assert laid.blocks[-1].text == f"{FULL[:-4]} {ALMOST} {FULL}"


def test_line_that_is_a_little_short_may_end_a_paragraph_where_nothing_else_does() -> None:
    (laid,) = lay_out([page(last=(FULL, ALMOST, FULL))])
    assert laid.blocks[-1].text == FULL


def test_colon_ends_nothing_before_small_letters() -> None:
    (laid,) = lay_out([page(last=(FULL, "Zo gaat het:", "iemand doet de deur open."))])
    assert laid.blocks[-1].text.endswith("Zo gaat het: iemand doet de deur open.")
