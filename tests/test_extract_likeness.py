"""Headings that only their likeness to others tells."""

from indexer.extract import layout
from indexer.extract.lines import Line, Sheet

FULL = "Deze regel is vol en loopt door tot aan de kantlijn van de zetspiegel hier"


def line(text: str, y: float, *, size: float = 10, bold: bool = False, page: int = 0) -> Line:
    return Line(text, 50, y, 50 + len(text) * size * 0.4, y + size, size, bold, page)


def text_from(y: float, page: int) -> list[Line]:
    return [line(FULL, y - 12 * at, page=page) for at in range(5)]


def headings(*pages: list[Line]) -> list[str]:
    sheets = [Sheet(400.0, 600.0, tuple(page)) for page in pages]
    laid = layout.lay_out(sheets)
    return [block.text for page in laid for block in page.blocks if block.kind == "heading"]


def asked(question: str, y: float, page: int = 0) -> list[Line]:
    return [line(question, y, bold=True, page=page), *text_from(y - 14, page)]


QUESTIONS = [*asked("Wie begon?", 560), *asked("Wat kost het?", 460), *asked("Wie doen mee?", 360)]


def test_bold_line_that_ends_like_a_sentence_is_a_heading_as_its_like_are() -> None:
    assert "Vertel eens van een avond." in headings(
        [*QUESTIONS, *asked("Vertel eens van een avond.", 260)]
    )


def test_heading_at_the_foot_of_its_column_is_one_as_its_like_are() -> None:
    page = [*QUESTIONS, *text_from(260, 0), line("Nog een vraag?", 180, bold=True)]
    assert headings(page, text_from(560, 1))[-1] == "Nog een vraag?"


def test_heading_right_above_the_bold_title_of_a_box_is_one_as_its_like_are() -> None:
    titled = [line("Wat het oplevert", 260, bold=True), line("In het kort", 230, size=8, bold=True)]
    facts = [line(f"Buren die meedoen: {at}", 220 - 10 * at, size=8) for at in range(4)]
    assert "Wat het oplevert" in headings([*QUESTIONS, *titled, *facts])


def test_bold_line_without_its_like_stays_text() -> None:
    page = [*text_from(560, 0), line("Let op het afstapje.", 480, bold=True), *text_from(460, 0)]
    assert headings(page) == []


def test_title_in_quotation_marks_or_of_figures_heads_its_page_as_its_like_do() -> None:
    titles = ["De Pomp", "Het Veldje", "De Brug", "“Hier rook het naar benzine”", "311.408"]
    pages = [
        [line(title, 560, size=18, page=at), *text_from(520, at), *text_from(440, at)]
        for at, title in enumerate(titles)
    ]
    assert headings(*pages) == titles


def test_large_quote_in_the_midst_of_a_page_stays_a_quote() -> None:
    pages = [
        [line(title, 560, size=18, page=at), *text_from(520, at)]
        for at, title in enumerate(("De Pomp", "Het Veldje", "De Brug"))
    ]
    pages[0] += [line("“Hier rook het naar benzine”", 430, size=18), *text_from(400, 0)]
    assert headings(*pages) == ["De Pomp", "Het Veldje", "De Brug"]
