"""Factsheets of one case as PDFs, set by typst."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import typst
from single_texts import Told

from corpus.press.fonts import LATO, SOURCE_SERIF

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How a factsheet looks.

    Attributes:
        outline: whether its heads are bookmarks.
        banner: whether its title stands in a coloured band.
        columns: of its text.
        numbered: whether its pages are.
        running: the head of each page.
        sizes: of the title and the heads, in points.
        font: of all text.
    """

    outline: bool = False
    banner: bool = False
    columns: int = 1
    numbered: bool = True
    running: str = ""
    sizes: tuple[float, float] = (20, 12)
    font: str = "Source Serif 4"


def write_sheet(
    sheet: Sheet, told: Told, path: Path, *, chapters: Sequence[Told] = ()
) -> dict[str, tuple[int, int]]:
    """Writes the PDF; gives the first and last page of the text, or of each chapter, by name.

    Args:
        sheet: how it looks.
        told: its title and text.
        path: of the PDF.
        chapters: cases below the title, in place of a text.
    """
    compiler = typst.Compiler(
        input=str(_HERE / "single_prints.typ"),
        root=str(_HERE),
        font_paths=[str(LATO), str(SOURCE_SERIF)],
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(_input(sheet, told, chapters))},
    )
    path.write_bytes(compiler.compile(format="pdf"))
    marks = dict(json.loads(compiler.query("<mark>", field="value")))
    ends = [marks[f"{one.name} end"] for one in chapters]
    begins = [marks[f"{one.name} begin"] for one in chapters]
    if not chapters:
        return {told.name: (1, marks["end"])}
    names = [one.name for one in chapters]
    return dict(zip(names, zip(begins, ends, strict=True), strict=True))


def _input(sheet: Sheet, told: Told, chapters: Sequence[Told]) -> dict[str, Any]:
    own = [{**asdict(one), "place": _place(one)} for one in chapters]
    return {**asdict(told), **asdict(sheet), "place": _place(told), "chapters": own}


def _place(told: Told) -> str:
    return f"{told.town}, {told.year}" if told.town and not told.facts else ""
