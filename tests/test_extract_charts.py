"""Charts of bars, in documents that typst sets: their labels stand together and part no text."""

from pathlib import Path

import pytest
import typst

from corpus import Block, Source
from indexer.extract import read_source

TEXT = "De buren van de smederij koken elke week samen en eten daarna aan een lange tafel. "
BARS = (("2021", 40, "164"), ("2022", 56, "231"), ("2023", 30, "118"))


def _chart(bars: tuple[tuple[str, int, str], ...], *, inside: bool = False) -> str:
    """A chart of bars with a figure above or in each, and a name below."""
    cells = []
    for name, height, figure in bars:
        value = f"text(size: 7pt)[{figure}]"
        bar = f"width: 30pt, height: {height}pt, fill: blue"
        drawn = f"rect({bar}, {value})" if inside else f"{value}, rect({bar})"
        cells.append(f"stack(dir: ttb, spacing: 3pt, {drawn}, text(size: 7pt)[{name}])")
    return (
        f"#figure(grid(columns: {len(bars)}, column-gutter: 20pt, align: bottom + center, "
        f"{', '.join(cells)}), caption: [#text(size: 8pt)[Bezoekers per jaar]], "
        'supplement: [Figuur], kind: "figuur")'
    )


def _blocks(path: Path, body: str) -> list[tuple[str, str]]:
    head = '#set page(width: 300pt, height: 500pt)\n#set text(size: 10pt, lang: "nl")\n'
    (path / "boek.typ").write_text(head + body, "utf-8")
    typst.compile(path / "boek.typ", output=path / "boek.pdf")
    source = Source("boek", "boek.pdf", "publication", "Een boek", edition=1)
    blocks: list[Block] = []
    for page in read_source(source, path / "boek.pdf").pages:
        blocks += page.blocks
    return [(block.kind, block.text) for block in blocks]


@pytest.mark.parametrize("inside", [False, True], ids=["above the bars", "in the bars"])
def test_labels_of_a_chart_are_read_bar_by_bar(tmp_path: Path, *, inside: bool) -> None:
    text = (TEXT * 3).strip()
    assert _blocks(tmp_path, f"{text}\n\n{_chart(BARS, inside=inside)}\n\n{text}") == [
        ("paragraph", text),
        ("caption", "164 2021 231 2022 118 2023"),
        ("caption", "Figuur 1: Bezoekers per jaar"),
        ("paragraph", text),
    ]


def test_names_at_the_bars_are_labels_too(tmp_path: Path) -> None:
    bars = (("tafel", 40, "12%"), ("tuin", 20, "6%"), ("hal", 60, "18%"), ("plein", 50, "15%"))
    found = _blocks(tmp_path, f"{TEXT * 3}\n\n{_chart(bars)}\n\n{TEXT}")
    assert ("caption", "12% tafel 6% tuin 18% hal 15% plein") in found


def test_boxes_of_text_side_by_side_are_no_chart(tmp_path: Path) -> None:
    boxes = ", ".join(
        f"rect(width: 60pt, height: {height}pt, fill: aqua)[{TEXT[:40]}]" for height in (90, 80, 70)
    )
    grid = f"#grid(columns: 3, column-gutter: 10pt, align: bottom, {boxes})"
    kinds = {kind for kind, _ in _blocks(tmp_path, f"{TEXT * 3}\n\n{grid}\n\n{TEXT}")}
    assert "caption" not in kinds


def test_cells_of_a_table_are_no_chart(tmp_path: Path) -> None:
    table = "#table(columns: 3, fill: aqua, [2021], [2022], [2023], [164], [231], [118])"
    found = _blocks(tmp_path, f"{TEXT * 3}\n\n{table}\n\n{TEXT}")
    assert "caption" not in {kind for kind, _ in found}
    assert any("2021" in text and "2022" in text for _, text in found)
