"""The designs of `reading_layouts` that Chromium prints, where there is one.

A page is a box of its own, which is filled with whole blocks until no more go in; so the browser,
which breaks the lines and balances nothing, says itself what stands on which page.
"""

import base64
import html
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright
from reading_design import Leaf
from reading_lines import breaks_of
from reading_text import Item, Text, for_narrow_columns, groups, read_text, shouted, without_notes
from reading_truth import PageTruth, truth_of

from corpus.press.fonts import LATO, SOURCE_SERIF

_HERE = Path(__file__).parent
_NAMES = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDesign:
    """A text in a layout by Chromium, with the style sheet of that name in `reading_pages.css`."""

    name: str
    shows: str
    text: Text
    sheet: str
    soft: bool = False


def find_browser() -> str | None:
    """The Chromium of this machine, or the one that `WIJK_TEST_BROWSER` names."""
    named = os.environ.get("WIJK_TEST_BROWSER")
    return named or next((path for name in _NAMES if (path := shutil.which(name))), None)


def printed_designs(name: str = "buurt") -> list[PrintedDesign]:
    """Every design, with the text of that name."""
    text = without_notes(read_text(name))
    narrow = for_narrow_columns(text)
    return [
        PrintedDesign(
            name="37-browser-report",
            shows="One column; floating boxes and quotes with the text around them.",
            text=text,
            sheet="report",
        ),
        PrintedDesign(
            name="38-browser-columns",
            shows="Two stretched columns with soft hyphens, drop caps and small capitals.",
            text=shouted(text, 2),
            sheet="columns",
            soft=True,
        ),
        PrintedDesign(
            name="39-browser-spanning",
            shows="Three columns; titles and quotes over all of them.",
            text=shouted(narrow, 1),
            sheet="spanning",
        ),
    ]


def write_printed(design: PrintedDesign, path: Path) -> list[PageTruth]:
    """Writes the PDF of a design; gives the truth about its pages."""
    found = list(groups(design.text.items))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(_document(design, found))
        filled: list[list[int]] = page.evaluate("fill()")
        page.pdf(path=path, prefer_css_page_size=True, print_background=True)
        browser.close()
    leaves = [
        _leaf(design, number, [found[at] for at in here]) for number, here in enumerate(filled, 1)
    ]
    return truth_of(design.text, leaves)


def _leaf(design: PrintedDesign, number: int, here: Sequence[Sequence[int]]) -> Leaf:
    leaf = Leaf(number, "", label=str(number))
    for group in here:
        for at in group:
            item = design.text.items[at]
            leaf.words[at] = list(range(len(item.words)))
            if item.kind in ("box", "pull-quote") and design.sheet != "columns":
                leaf.floating.add(at)
    return leaf


def _document(design: PrintedDesign, found: Sequence[Sequence[int]]) -> str:
    sheet = (_HERE / "reading_pages.css").read_text("utf-8")
    fonts = "".join(
        f"@font-face{{font-family:{family};src:url(data:font/ttf;base64,{_base64(path)});{more}}}"
        for family, path, more in (
            ("lato", LATO / "Lato-Regular.ttf", ""),
            ("lato", LATO / "Lato-Bold.ttf", "font-weight:bold"),
            ("serif4", SOURCE_SERIF / "SourceSerifPro-Regular.ttf", ""),
            ("serif4", SOURCE_SERIF / "SourceSerifPro-It.ttf", "font-style:italic"),
            ("serif4", SOURCE_SERIF / "SourceSerifPro-Bold.ttf", "font-weight:bold"),
        )
    )
    blocks = "".join(
        f"<template>{_block([design.text.items[at] for at in group], soft=design.soft)}</template>"
        for group in found
    )
    script = (_HERE / "reading_pages.js").read_text("utf-8")
    title = html.escape(design.name)
    return (
        f'<!doctype html><html lang="nl"><head><title>{title}</title><style>{fonts}{sheet}</style>'
        f'</head><body class="{design.sheet}">{blocks}<script>{script}</script></body></html>'
    )


def _base64(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()


def _block(items: Sequence[Item], *, soft: bool) -> str:
    first = items[0]
    texts = [_text(item, soft=soft and item.kind in ("paragraph", "list-item")) for item in items]
    marker = first.marker or "-"
    shown = {"-": "•", "--": "–"}.get(marker, marker)
    return {
        "heading": f"<h{first.level}>{texts[0]}</h{first.level}>",
        "list-item": f'<p class="item deep{first.level}">'
        f'<span class="marker">{shown}</span>{texts[0]}</p>',
        "box": f"<aside>{''.join(map(_boxed, items, texts))}</aside>",
        "table-row": f"<table>{''.join(map(_row, items))}</table>",
        "caption": f"<figure><div></div><figcaption>{texts[0]}</figcaption></figure>",
        "quote": f'<blockquote class="quote">{texts[0]}</blockquote>',
        "pull-quote": f'<blockquote class="pull-quote">{texts[0]}</blockquote>',
    }.get(first.kind, f"<p>{texts[0]}</p>")


def _boxed(item: Item, text: str) -> str:
    if item.part == "heading":
        return f"<h4>{text}</h4>"
    if item.part == "list-item":
        return f'<p class="item"><span class="marker">•</span>{text}</p>'
    return f"<p>{text}</p>"


def _row(item: Item) -> str:
    cells, first = [], 0
    for count in item.cells:
        words = item.words[first : first + count]
        cells.append(f"<td>{html.escape(' '.join(word.text for word in words))}</td>")
        first += count
    return f"<tr>{''.join(cells)}</tr>"


def _text(item: Item, *, soft: bool) -> str:
    words = [
        "\N{SOFT HYPHEN}".join(breaks_of(word.text)) if soft else word.text for word in item.words
    ]
    return html.escape(" ".join(words))
