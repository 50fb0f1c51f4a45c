"""Scores how many lines of fact boxes are told in the field that their label means.

Run as `python tests/score_boxes.py`; `--rows` prints what is wrong in the half that was looked at.

The boxes of `boxes.toml` are read in each of the forms of `FORMS`. Precision is the share of the
values told that stand in the field that their line has in the truth, recall the share of the lines
with a field that are told so; over lines of which the truth says that either will do, both count as
right. Ends in 1 below the floors in this file.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import click
from rates import rates

from corpus import Block, Case, CaseEntry, Document, Page, Position, Source
from indexer.cards.cues import Cues
from indexer.cards.labelled import part_labels
from indexer.cards.told import told_values
from indexer.dutch import load_analysis
from indexer.extract.text import read_text
from indexer.extract.web import read_web
from indexer.segment import case_sentences, cut_passages, join_cut

BOXES = Path(__file__).parent / "boxes.toml"
TITLE = "De Loods"
SOURCE = Source("een", "een.md", "publication", "Een")
NONE = "-"
FLOORS = {"tune": (0.97, 0.91), "held": (0.97, 0.79)}
"""The precision and recall of each half, over all forms."""


class Row(NamedTuple):
    """A line of a box.

    Attributes:
        label: as it stands.
        value: behind it.
        fields: that it may be told in; `-` where it need not be told.
    """

    label: str
    value: str
    fields: frozenset[str]


Box = Sequence[Row]


def main(arguments: Sequence[str]) -> int:
    cues = Cues(load_analysis())
    below = False
    for half, floors in FLOORS.items():
        boxes = boxes_of(half)
        total = Counter[str]()
        for name, form in FORMS.items():
            counts = Counter[str]()
            for box in boxes:
                counts += outcomes(box, cues, form, shown="--rows" in arguments and half == "tune")
            click.echo(_line(f"{half} {name}", counts))
            total += counts
        click.echo(_line(half, total))
        below |= any(own < floor for own, floor in zip(_rates(total), floors, strict=True))
    return 1 if below else 0


def boxes_of(half: str) -> list[Box]:
    """The boxes of a half."""
    every: list[dict[str, Any]] = tomllib.loads(BOXES.read_text("utf-8"))["boxes"]
    return [
        [Row(label, value, frozenset(fields.split())) for label, value, fields in one["rows"]]
        for one in every
        if one["half"] == half
    ]


def outcomes(
    box: Box, cues: Cues, form: Callable[[Box], Document], *, shown: bool = False
) -> Counter[str]:
    """How many values are right and said, and how many lines are found and true."""
    values = told(form(box), cues)
    counts: Counter[str] = Counter(said=len(values))
    for row in box:
        own = [field for field, value in values if value and value in row.value]
        right = [field for field in own if field in row.fields]
        counts["right"] += len(right)
        counts["true"] += NONE not in row.fields
        counts["found"] += bool(right) and NONE not in row.fields
        if shown and (len(right) < len(own) or not (right or NONE in row.fields)):
            click.echo(f"    {row.label} | {row.value}: {own}, not {sorted(row.fields)}")
    return counts


def told(document: Document, cues: Cues) -> list[tuple[str, str]]:
    """The values of a document that is one case, each behind its field."""
    case = Case(
        entry=CaseEntry("loods", title=TITLE),
        kind="case",
        edition=1,
        pages=(),
        document=SOURCE.id,
        start=Position(0, 0),
        end=Position(len(document.pages), 0),
        found_by="heading",
    )
    sentences = join_cut(case_sentences(document, cut_passages(document, case)))
    return [(v.field, v.value) for v in told_values(part_labels(sentences, cues.labels), cues)]


def _lines(box: Box) -> Document:
    """A box of a PDF, a line each."""
    lines = [f"{row.label}{_after(row)} {row.value}" for row in box]
    blocks = (Block("box", line) for line in ("In het kort", *lines))
    return Document(SOURCE, "text", (Page(ref=None, blocks=(Block("heading", TITLE, 1), *blocks)),))


def _stacked(box: Box) -> Document:
    """A box of a PDF, each label on a line above its value."""
    blocks = (Block("box", line) for row in box for line in (row.label, row.value))
    return Document(SOURCE, "text", (Page(ref=None, blocks=(Block("heading", TITLE, 1), *blocks)),))


def _table(box: Box) -> Document:
    rows = "".join(
        f"<tr><td>{escape(row.label)}</td><td>{escape(row.value)}</td></tr>" for row in box
    )
    return _web(f"<table>{rows}</table>")


def _definitions(box: Box) -> Document:
    rows = "".join(f"<dt>{escape(row.label)}</dt><dd>{escape(row.value)}</dd>" for row in box)
    return _web(f"<dl>{rows}</dl>")


def _bold(box: Box) -> Document:
    """Paragraphs of a web page, each with its label in bold."""
    lines = (
        f"<p><strong>{escape(row.label)}{_after(row)}</strong> {escape(row.value)}</p>"
        for row in box
    )
    return _web("".join(lines))


def _items(box: Box) -> Document:
    lines = "".join(f"- **{row.label}{_after(row)}** {row.value}\n" for row in box)
    return read_text(SOURCE, f"# {TITLE}\n\n{lines}".encode(), markdown=True)


def _web(html: str) -> Document:
    return read_web(SOURCE, Path("een.html"), f"<h1>{TITLE}</h1>{html}".encode())


def _after(row: Row) -> str:
    return "" if row.label.endswith("?") else ":"


FORMS: dict[str, Callable[[Box], Document]] = {
    "lines": _lines,
    "stacked": _stacked,
    "table": _table,
    "definitions": _definitions,
    "bold": _bold,
    "items": _items,
}


def _rates(counts: Counter[str]) -> tuple[float, float]:
    precision = rates(right=counts["right"], said=counts["said"], true=1)[0]
    recall = rates(right=counts["found"], said=1, true=counts["true"])[1]
    return precision, recall


def _line(name: str, counts: Counter[str]) -> str:
    precision, recall = _rates(counts)
    return f"{name:20} precision {precision:.3f}  recall {recall:.3f}  of {counts['said']}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
