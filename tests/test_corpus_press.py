"""The press, and the casebooks that it set: what is committed, and what is printed where."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
import pypdf
import pypdfium2
import pytest
from bs4 import BeautifulSoup, Tag

from corpus import CaseEntry, SourceError, find_series
from corpus.press import (
    PAGES_NAME,
    Chapter,
    PagesOfSeries,
    parse_book,
    parse_page,
    press_series,
    write_sheets,
)
from corpus.press.build import DocumentPages
from corpus.press.markup import Line, Piece, Run, Section

SERIES = find_series("wij-in-de-wijk")
FOLDER = Path(SERIES.folder)
CASES = {case.id: case for edition in SERIES.editions for case in edition.cases}
UNNAMED = [case.id for case in CASES.values() if case.title is None]
NOTICE = "Samenvatting in eigen woorden, geen publicatie van Movisie"
BOOKS = [source.path for edition in SERIES.editions for source in edition.sources]
WEB_PAGES = [page.path for page in SERIES.pages]
FOOT = 22 / 25.4 * 72
"""Height of the foot margin, in points."""

FRONT = """\
+++
title = "Titel"
description = "Waarover"
notice = "Van ons"
date = 2026-11-22
+++
"""


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


# --- What the PDFs say ----------------------------------------------------------------------------


def test_moestuin_stands_in_two_chapters_and_nowhere_else() -> None:
    pages = {(path, n) for path, n, text in every_page() if "moestuin" in text.lower()}
    of_cases = {
        (path, number): chapter.case
        for path in BOOKS
        for chapter in truth(path).chapters
        for number in range(chapter.first.number, chapter.last.number + 1)
    }
    assert {of_cases.get(page) for page in pages} == {
        "krachtstation-kanaleneiland",
        "buurtwerkkamer-de-handreiking",
    }


@pytest.mark.parametrize("word", ["kost", "kosten", "treinkaartje"])
def test_absent_word_stands_on_no_page(word: str) -> None:
    assert not [n for _, n, text in every_page() if has_word(text, word)]


def test_kind_stands_on_a_page_without_kinderen() -> None:
    pages = [text for _, _, text in every_page() if has_word(text, "kind")]
    assert any("kinderen" not in text.lower() for text in pages)


@pytest.mark.parametrize("word", ["huis", "initiatief", "initiatieven"])
def test_word_stands_by_itself_on_a_page(word: str) -> None:
    assert any(has_word(text, word) for _, _, text in every_page())


def test_polka_chapter_says_which_initiative_is_for_polish_women() -> None:
    chapter = chapter_of("stichting-polka")
    assert "Stichting POLKA is het initiatief voor Poolse vrouwen" in chapter_text(chapter)


@pytest.mark.parametrize("case_id", UNNAMED)
def test_chapter_of_a_case_without_a_name_says_so(case_id: str) -> None:
    text = section_text(chapter_of(case_id), "Wat we weten")
    assert re.search(r"\bnaam\b|\bheet\b", text)
    assert re.search(r"openbare pagina", text, re.IGNORECASE)
    assert re.search(r"niets? beschreven", text)


@pytest.mark.parametrize("case_id", CASES)
def test_chapter_of_a_case_gives_what_the_manifest_gives(case_id: str) -> None:
    case, chapter = CASES[case_id], chapter_of(case_id)
    place = chapter_place(chapter)
    assert place == expected_place(case)
    keywords = section_text(chapter, "Trefwoorden")
    for names in (case.themes, case.target_groups, case.organisations):
        assert (", ".join(names) or "niet beschreven") in keywords
    assert f"Sociaal kapitaal: {case.social_capital or 'niet beschreven'}" in keywords
    assert links(chapter, "Bronnen") == case.sources
    assert links(chapter, "Achtergrond, niet uit de bundel") == case.background_sources


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


# --- Manuscripts ----------------------------------------------------------------------------------


def test_manuscript_keeps_headings_paragraphs_and_items_apart() -> None:
    page = parse_page(f"{FRONT}\n# A\n\nEen\ntwee.\n\n## B\n\n- x\n  y\n- z\n\n### C", name="a.md")
    assert page.article == Chapter(
        title="A",
        pieces=(Piece("paragraph", (line("Een twee."),)),),
        sections=(
            Section(
                title="B",
                pieces=(
                    Piece("list", (line("x y"), line("z"))),
                    Piece("subheading", (line("C"),)),
                ),
            ),
        ),
    )


def test_manuscript_knows_emphasis_and_addresses() -> None:
    page = parse_page(f"{FRONT}\n# A\n\nZie *dit* op https://a.nl/b-c/.", name="a.md")
    assert page.article.pieces[0].lines[0] == (
        Run("Zie "),
        Run("dit", "emphasis"),
        Run(" op "),
        Run("https://a.nl/b-c/", "link"),
        Run("."),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("# A", "front matter", id="no front matter"),
        pytest.param("+++\ntitle = \n+++\n# A", "front matter", id="invalid TOML"),
        pytest.param("+++\ntitel = 'x'\n+++\n# A", "front matter", id="missing key"),
        pytest.param(f"{FRONT}\nTekst\n\n# A", "before its first chapter", id="text before"),
        pytest.param(f"{FRONT}\n# A\n\n#### B", "below level 3", id="heading too deep"),
        pytest.param(f"{FRONT}\n# A\n\n# B", "2 level 1 headings", id="two titles"),
    ],
)
def test_wrong_manuscript_is_refused_by_name(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        parse_page(text, name="sources/a.md")
    assert "sources/a.md" in caught.value.message


# --- Reading --------------------------------------------------------------------------------------


@cache
def truth(path: str) -> DocumentPages:
    text = (FOLDER / "sources" / PAGES_NAME).read_text(encoding="utf-8")
    pages = msgspec.toml.decode(text, type=PagesOfSeries)
    (document,) = (document for document in pages.documents if document.path == path)
    return document


@cache
def raw_pages(path: str) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(FOLDER / path) as pdf:
        return tuple(page.get_textpage().get_text_range() for page in pdf)


@cache
def feet(path: str) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(FOLDER / path) as pdf:
        return tuple(
            " ".join(page.get_textpage().get_text_bounded(top=FOOT).split()) for page in pdf
        )


def every_page() -> Iterator[tuple[str, int, str]]:
    """Path, number and text of each page, with the words that broke at a line end whole again."""
    for path in BOOKS:
        for number, text in enumerate(raw_pages(path), start=1):
            yield path, number, text.replace("\ufffe", "")


def has_word(text: str, word: str) -> bool:
    return re.search(rf"\b{word}\b", text, re.IGNORECASE) is not None


def chapter_of(case_id: str) -> Chapter:
    title = CASES[case_id].display_title
    (edition,) = (e for e in SERIES.editions if CASES[case_id] in e.cases)
    (chapter,) = (c for c in chapters(edition.sources[0].path) if c.title == title)
    return chapter


@cache
def chapters(path: str) -> tuple[Chapter, ...]:
    manuscript = FOLDER / "sources" / Path(path).with_suffix(".md")
    return parse_book(manuscript.read_text(encoding="utf-8"), name=path).chapters


def chapter_place(chapter: Chapter) -> str:
    return line_text(chapter.pieces[0].lines[0])


def chapter_text(chapter: Chapter) -> str:
    return "\n".join(section_text(chapter, section.title) for section in chapter.sections)


def section_text(chapter: Chapter, title: str) -> str:
    return "\n".join(line_text(line) for line in lines(chapter, title))


def links(chapter: Chapter, title: str) -> tuple[str, ...]:
    runs = (run for line in lines(chapter, title) for run in line)
    return tuple(run.text for run in runs if run.style == "link")


def lines(chapter: Chapter, title: str) -> list[Line]:
    sections = [section for section in chapter.sections if section.title == title]
    return [line for section in sections for piece in section.pieces for line in piece.lines]


def line(text: str) -> Line:
    return (Run(text),)


def line_text(line: Line) -> str:
    return "".join(run.text for run in line)


def expected_place(case: CaseEntry) -> str:
    if case.municipality is None:
        return "online · geen gemeente · geen provincie"
    buurt = None if case.neighbourhood == case.place else case.neighbourhood
    parts = (case.place, buurt, f"gemeente {case.municipality}", f"provincie {case.province}")
    return " · ".join(part for part in parts if part)


def soup(path: str) -> BeautifulSoup:
    return BeautifulSoup((FOLDER / path).read_bytes(), "html.parser")


def content(html: BeautifulSoup, selector: str) -> str:
    (tag,) = html.select(selector)
    assert isinstance(tag, Tag)
    return str(tag["content"])
