"""Invented texts in some eighty known layouts, as PDFs with the truth about every page.

    python tests/reading_layouts.py OUT_DIR            every layout, its truth as TOML beside it
    python tests/reading_layouts.py OUT_DIR --score    also how well they are read, worst first
    python tests/reading_layouts.py OUT_DIR --faults   also every page that is not exactly right
    python tests/reading_layouts.py OUT_DIR --words    also the words that come out otherwise
    python tests/reading_layouts.py OUT_DIR --only 06  the layouts whose names begin so
    python tests/reading_layouts.py OUT_DIR --text verslag  another text
    python tests/reading_layouts.py OUT_DIR --browser  also three layouts that Chromium prints

The texts are a magazine ("buurt"), a report ("verslag"), a handbook ("handboek") and a policy paper
("nota"); what the last two came to at first sight stands in `reading_floors.toml`. The truth is
made by who lays out the lines, so nothing in it comes from reading a PDF.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import reading_layouts_score
from reading_browser import printed_designs, write_printed
from reading_bureau import bureau_designs
from reading_compose import write
from reading_designs import designs
from reading_truth import PageTruth, toml_of, truth_of
from reading_typst import typst_designs, write_typst

TEXTS = ("buurt", "verslag", "handboek", "nota")


@dataclass(frozen=True, slots=True)
class Layout:
    """A PDF that can be written.

    Attributes:
        name: of the file, without suffix; begins with the number of the kind of layout.
        shows: what is odd about it, in a line.
        write: writes the PDF, and gives the truth about its pages.
    """

    name: str
    shows: str
    write: Callable[[Path], list[PageTruth]]


def layouts(text: str = "buurt", *, browser: bool = False) -> tuple[Layout, ...]:
    """Every layout of a text, in the order of their names; those that Chromium prints if asked."""
    composed = [
        Layout(it.name, it.shows, lambda path, it=it: truth_of(it.text, write(it, path)))  # type: ignore[misc]
        for it in (*designs(text), *bureau_designs(text))
    ]
    set_by_typst = [
        Layout(it.name, it.shows, lambda path, it=it: write_typst(it, path))  # type: ignore[misc]
        for it in typst_designs(text)
    ]
    printed = [
        Layout(it.name, it.shows, lambda path, it=it: write_printed(it, path))  # type: ignore[misc]
        for it in (printed_designs(text) if browser else ())
    ]
    return tuple(sorted([*composed, *set_by_typst, *printed], key=lambda it: it.name))


def write_all(
    folder: Path, text: str = "buurt", *, only: str = "", browser: bool = False
) -> Iterator[tuple[Layout, Path, list[PageTruth]]]:
    """Writes the PDFs of a text with their truth beside them, and gives each."""
    folder.mkdir(parents=True, exist_ok=True)
    for layout in layouts(text, browser=browser):
        if layout.name.startswith(only):
            path = folder / f"{layout.name}.pdf"
            pages = layout.write(path)
            truth = toml_of(path.name, layout.shows, pages)
            path.with_suffix(".toml").write_text(truth, encoding="utf-8")
            yield layout, path, pages


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the layouts, and prints how well they are read."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--text", choices=TEXTS, default="buurt")
    parser.add_argument("--only", default="")
    for name in ("--score", "--faults", "--words", "--browser"):
        parser.add_argument(name, action="store_true")
    asked = parser.parse_args(arguments)
    made = write_all(asked.folder, asked.text, only=asked.only, browser=asked.browser)
    if asked.score or asked.faults or asked.words:
        reading_layouts_score.print_scores(
            [(layout.name, path, pages) for layout, path, pages in made],
            faults=asked.faults,
            words=asked.words,
        )
        return
    for layout, path, pages in made:
        print(f"{path}: {len(pages)} pages. {layout.shows}")  # noqa: T201  # a script prints


if __name__ == "__main__":
    main()
