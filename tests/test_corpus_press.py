"""The press, and the casebooks that it set: what is committed, and what is printed where."""

from functools import cache
from pathlib import Path

import msgspec
import pypdf
import pypdfium2
import pytest
from bs4 import BeautifulSoup, Tag
from press_books import BOOKS, FOLDER, SERIES, raw_pages, truth

from corpus.press import PAGES_NAME, press_series, write_sheets

CASES = [case.id for edition in SERIES.editions for case in edition.cases]
NOTICE = "Samenvatting in eigen woorden, geen publicatie van Movisie"
WEB_PAGES = [page.path for page in SERIES.pages]
FOOT = 22 / 25.4 * 72
"""Height of the foot margin, in points."""


# --- What is committed ----------------------------------------------------------------------------


def test_committed_files_are_what_the_press_makes() -> None:
    sheets = press_series(SERIES)
    differing = [
        sheet.path for sheet in sheets if (FOLDER / sheet.path).read_bytes() != sheet.content
    ]
    assert differing == [], "run `make casebooks`"
    assert {sheet.path for sheet in sheets} == {*BOOKS, *WEB_PAGES, f"sources/{PAGES_NAME}"}


def test_press_writes_only_what_changed(tmp_path: Path) -> None:
    series = msgspec.structs.replace(SERIES, folder=str(tmp_path))
    (tmp_path / "sources").mkdir()
    sheets = press_series(SERIES)
    assert len(write_sheets(series, sheets)) == len(sheets)
    (tmp_path / sheets[0].path).write_bytes(b"old")
    assert write_sheets(series, sheets) == (sheets[0].path,)


# --- The PDFs -------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", BOOKS)
def test_every_page_has_the_notice_in_its_foot(path: str) -> None:
    assert all(NOTICE in foot for foot in feet(path))


@pytest.mark.parametrize("path", BOOKS)
def test_every_page_but_the_cover_has_its_number_in_its_foot(path: str) -> None:
    printed = [foot.replace(NOTICE, "").strip() for foot in feet(path)]
    assert printed == ["", *truth(path).labels[1:]]


@pytest.mark.parametrize("path", BOOKS)
def test_page_labels_are_those_of_the_layout(path: str) -> None:
    assert pypdf.PdfReader(FOLDER / path).page_labels == list(truth(path).labels)


@pytest.mark.parametrize("path", BOOKS)
def test_printed_numbers_differ_from_the_files(path: str) -> None:
    assert truth(path).labels[:4] == ("i", "ii", "1", "2")


@pytest.mark.parametrize("path", BOOKS)
def test_outline_leads_to_the_chapters_of_the_layout(path: str) -> None:
    reader = pypdf.PdfReader(FOLDER / path)
    outline = [
        (entry.title, (reader.get_destination_page_number(entry) or 0) + 1)
        for entry in reader.outline
        if not isinstance(entry, list)
    ]
    assert outline == [(chapter.title, chapter.first.number) for chapter in truth(path).chapters]


@pytest.mark.parametrize("path", BOOKS)
def test_chapters_follow_each_other_without_a_gap(path: str) -> None:
    chapters = truth(path).chapters
    starts = [chapter.first.number for chapter in chapters]
    ends = [chapter.last.number for chapter in chapters]
    assert [*starts[1:], truth(path).pages + 1] == [end + 1 for end in ends]


@pytest.mark.parametrize("path", BOOKS)
def test_words_break_at_line_ends(path: str) -> None:
    assert any("\ufffe" in text for text in raw_pages(path))


@pytest.mark.parametrize("path", BOOKS)
def test_document_is_tagged_and_says_whose_it_is(path: str) -> None:
    reader = pypdf.PdfReader(FOLDER / path)
    assert reader.metadata is not None
    assert reader.metadata.author == "wijk"
    assert "Casuswijzer" in str(reader.metadata.title)
    assert "/StructTreeRoot" in reader.root_object
    assert str(reader.root_object["/Lang"]).lower().startswith("nl")


def test_every_case_has_its_own_chapter() -> None:
    found = [chapter.case for path in BOOKS for chapter in truth(path).chapters if chapter.case]
    assert found == list(CASES)


# --- The web pages --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", WEB_PAGES)
def test_web_page_has_one_article_among_other_things(path: str) -> None:
    html = soup(path)
    (page,) = (page for page in SERIES.pages if page.path == path)
    (article,) = html.select(str(page.selector))
    assert "eigen woorden" in article.get_text()
    assert not article.select("nav, form, button, footer, aside")
    for other in ("nav", "footer", "aside", ".skip", ".cookies", ".breadcrumb", ".share"):
        assert html.select(other), other


@pytest.mark.parametrize("path", WEB_PAGES)
def test_web_page_tells_its_title_description_author_and_date(path: str) -> None:
    html = soup(path)
    assert html.html is not None
    assert html.html["lang"] == "nl"
    (page,) = (page for page in SERIES.pages if page.path == path)
    assert [heading.get_text() for heading in html.select("h1")] == [page.title]
    assert content(html, 'meta[name="author"]') == "wijk"
    assert content(html, 'meta[property="article:published_time"]') == "2026-11-22"
    assert len(content(html, 'meta[name="description"]')) > 40


@cache
def feet(path: str) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(FOLDER / path) as pdf:
        return tuple(
            " ".join(page.get_textpage().get_text_bounded(top=FOOT).split()) for page in pdf
        )


def soup(path: str) -> BeautifulSoup:
    return BeautifulSoup((FOLDER / path).read_bytes(), "html.parser")


def content(html: BeautifulSoup, selector: str) -> str:
    (tag,) = html.select(selector)
    assert isinstance(tag, Tag)
    return str(tag["content"])
