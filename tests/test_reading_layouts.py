import re
import shutil
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import reading_layouts
import reading_layouts_score
from conftest import WriteLayouts
from pypdf import PdfReader
from reading_text import read_text

from corpus.models import Block, Page

KINDS = {f"{number:02}" for number in range(1, 37)}
TEXTS = ("buurt", "nota")
LONGEST_WORD = 24
# Around the text of these stands more than a number or a head of a few words.
WORDY = (
    "05",
    "13-thumb",
    "15",
    "16-crop",
    "16-inv",
    "16-white",
    "16-water",
    "25",
    "26",
    "32",
    "01-typst",
    "06-typst",
)


@dataclass(frozen=True)
class Made:
    name: str
    path: Path
    pages: list[dict[str, Any]]


@pytest.fixture(scope="module", params=TEXTS)
def text_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def made(text_name: str, write_layouts: WriteLayouts) -> list[Made]:
    return [Made(layout.name, path, pages) for layout, path, pages in write_layouts(text_name)]


def test_layouts_are_of_every_kind_and_by_four_producers(made: list[Made]) -> None:
    assert {it.name[:2] for it in made} == KINDS
    # typst leaves the producer out and names itself as the creator.
    said = [PdfReader(it.path).metadata or {} for it in made]
    makers = {str(it.get("/Producer") or it["/Creator"]) for it in said}
    names = ("ReportLab", "fpdf2", "written by hand", "Typst")
    assert all(any(name in maker for maker in makers) for name in names)


def test_layouts_are_the_same_bytes_twice(made: list[Made], text_name: str, tmp_path: Path) -> None:
    for layout, again, _ in reading_layouts.write_all(tmp_path, text_name):
        first = next(it for it in made if it.name == layout.name).path
        assert again.read_bytes() == first.read_bytes(), layout.name
        truths = [path.with_suffix(".toml").read_text("utf-8") for path in (again, first)]
        assert truths[0] == truths[1], layout.name


def test_truth_has_every_word_of_the_text_once_and_in_order(
    made: list[Made], text_name: str
) -> None:
    text = read_text(text_name)
    items = {item.text.lower(): item for item in (*text.items, *text.notes.values())}
    for it in made:
        whole = _wholes(it.pages)
        assert set(whole) <= set(items), it.name
        absent = [items[words].kind for words in set(items) - set(whole)]
        # Some designs leave out a kind of block as a whole.
        assert set(absent) <= {"footnote", "table-row", "box", "pull-quote"}, it.name
        assert not {items[words].kind for words in whole} & set(absent), it.name


def test_truth_is_read_back_from_its_file_as_it_was_made(made: list[Made]) -> None:
    for it in made:
        truth = tomllib.loads(it.path.with_suffix(".toml").read_text("utf-8"))
        pages = [{"blocks": [], **page} for page in truth["pages"]]
        assert (truth["path"], pages) == (it.path.name, it.pages)


def test_truth_numbers_the_pages_of_the_file(made: list[Made]) -> None:
    for it in made:
        count = len(PdfReader(it.path).pages)
        assert [page["number"] for page in it.pages] == list(range(1, count + 1)), it.name


def test_truth_agrees_with_pdftotext_on_the_letters_of_every_page(
    made: list[Made], text_name: str
) -> None:
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("pdftotext (poppler-utils) is not on this machine")
    head = max(len(title) for title in read_text(text_name).chapters)
    for it in made:
        for page, shown in zip(it.pages, _shown(pdftotext, it.path), strict=True):
            said = _letters("".join(block["text"] for block in page["blocks"]))
            over = sum(block.get("word_runs_over", False) for block in page["blocks"])
            where = f"{it.name}, page {page['number']}"
            assert (said - shown).total() <= LONGEST_WORD * over, where
            # The end of a word from the page before, the running head, and the marks of items.
            if not it.name.startswith(WORDY):
                assert (shown - said).total() <= LONGEST_WORD + max(head, LONGEST_WORD), where


def test_truth_that_floats_is_right_wherever_it_stands() -> None:
    truth = {
        "blocks": [
            {"kind": "box", "text": "Een kader opzij", "floats": True},
            {"kind": "paragraph", "text": "De eerste alinea van de pagina"},
            {"kind": "paragraph", "text": "Nog een heel andere alinea"},
        ]
    }
    texts = ("De eerste alinea van de pagina", "Een kader opzij", "Nog een heel andere alinea")
    page = Page(ref=None, blocks=tuple(Block(kind="paragraph", text=text) for text in texts))
    settled = reading_layouts_score.settle(truth, page)
    assert tuple(block["text"] for block in settled["blocks"]) == texts


def _wholes(pages: list[dict[str, Any]]) -> list[str]:
    """The texts of the blocks in small letters, those that run over a page end put together."""
    wholes: list[tuple[str, str]] = []
    for page in pages:
        for block in page["blocks"]:
            if block.get("continued"):
                at = max(i for i, (kind, _) in enumerate(wholes) if kind == block["kind"])
                wholes[at] = (block["kind"], f"{wholes[at][1]} {block['text']}")
            else:
                wholes.append((block["kind"], block["text"]))
    return [text.lower() for _, text in wholes]


def _shown(pdftotext: str, path: Path) -> Iterator[Counter[str]]:
    done = subprocess.run([pdftotext, str(path), "-"], capture_output=True, check=True)
    for page in done.stdout.decode().removesuffix("\f").split("\f"):
        yield _letters(page)


def _letters(text: str) -> Counter[str]:
    return Counter(re.sub(r"[^a-zà-ÿ]", "", text.lower()))
