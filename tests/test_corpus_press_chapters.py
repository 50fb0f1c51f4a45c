"""What the casebooks in the box say, chapter by chapter, and that it is what the manifest says."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from press_books import BOOKS, FOLDER, SERIES, raw_pages, truth

from corpus import CaseEntry
from corpus.press import Chapter, parse_book
from corpus.press.markup import Line

CASES = {case.id: case for edition in SERIES.editions for case in edition.cases}
UNNAMED = [case.id for case in CASES.values() if case.title is None]


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


def line_text(line: Line) -> str:
    return "".join(run.text for run in line)


def expected_place(case: CaseEntry) -> str:
    if case.municipality is None:
        return "online · geen gemeente · geen provincie"
    buurt = None if case.neighbourhood == case.place else case.neighbourhood
    parts = (case.place, buurt, f"gemeente {case.municipality}", f"provincie {case.province}")
    return " · ".join(part for part in parts if part)
