"""The fictional casebook: what is committed of its three designed books, and how they differ."""

import pypdf
import pytest
from voorbeeld_books import FOLDER, NOTICE, NUMBERS, SERIES, layout, reader, truth

from corpus.press import PAGES_NAME, press_series

# --- What is committed ----------------------------------------------------------------------------


def test_committed_files_are_what_the_press_makes() -> None:
    sheets = press_series(SERIES)
    differing = [
        sheet.path for sheet in sheets if (FOLDER / sheet.path).read_bytes() != sheet.content
    ]
    assert differing == [], "run `make casebooks`"
    books = {f"editie-{n}.pdf" for n in NUMBERS} | {f"truth/pages-{n}.toml" for n in NUMBERS}
    pages = {page.path for page in SERIES.pages}
    assert {sheet.path for sheet in sheets} == books | pages | {f"sources/{PAGES_NAME}"}


def test_series_has_24_cases_whose_subjects_are_left_to_the_text() -> None:
    cases = [case for edition in SERIES.editions for case in edition.cases]
    assert [len(edition.cases) for edition in SERIES.editions] == [8, 8, 8]
    assert all(case.title and case.place and case.municipality for case in cases)
    assert not any(case.themes or case.target_groups or case.organisations for case in cases)
    assert not any(case.social_capital for case in cases)


def test_series_says_that_it_is_invented() -> None:
    assert SERIES.notice is not None
    assert "verzonnen" in SERIES.notice
    for page in SERIES.pages:
        assert NOTICE in (FOLDER / page.path).read_text(encoding="utf-8")


# --- The three designs ----------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 2])
def test_outline_leads_to_every_chapter(number: int) -> None:
    pdf = reader(number)
    outline = [
        (entry.title, (pdf.get_destination_page_number(entry) or 0) + 1)
        for entry in pdf.outline
        if not isinstance(entry, list)
    ]
    chapters = layout(number).chapters
    assert outline == [(chapter.title, chapter.first.number) for chapter in chapters]


@pytest.mark.parametrize(("number", "cover"), [(1, ""), (2, "omslag")])
def test_page_labels_are_the_printed_numbers(number: int, cover: str) -> None:
    assert "/PageLabels" in reader(number).root_object
    assert reader(number).page_labels == [cover, *layout(number).labels[1:]]


def test_edition_3_has_neither_outline_nor_labels() -> None:
    assert reader(3).outline == []
    assert "/PageLabels" not in reader(3).root_object
    assert layout(3).labels[:4] == ("omslag", "i", "ii", "iii")


@pytest.mark.parametrize("number", NUMBERS)
def test_no_printed_number_is_that_of_the_file(number: int) -> None:
    same = [page.number for page in truth(number).pages if page.label == str(page.number)]
    assert same == []


def test_editions_come_from_more_than_one_program() -> None:
    producers = [(reader(number).metadata or {}).get("/Producer") for number in NUMBERS]
    creators = [(reader(number).metadata or {}).get("/Creator") for number in NUMBERS]
    assert "ReportLab" in str(producers[1])
    assert all("Typst" in str(creators[index]) for index in (0, 2))


@pytest.mark.parametrize("number", NUMBERS)
def test_every_font_is_embedded(number: int) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"]): font.get_object()
        for page in reader(number).pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert fonts
    assert not [name for name, font in fonts.items() if not embeds(font)]


def test_only_the_menu_of_edition_1_leads_to_every_chapter_from_every_page() -> None:
    chapters = len(layout(1).chapters)
    links = [len(page.get("/Annots") or ()) for page in reader(1).pages]
    assert min(links) >= chapters


def test_one_page_of_edition_2_has_no_text_and_interrupts_its_chapter() -> None:
    (page,) = (page for page in truth(2).pages if not page.blocks)
    assert not page.printed
    (chapter,) = (it for it in layout(2).chapters if it.case == "de-schakel")
    assert chapter.first.number < page.number < chapter.last.number


def embeds(font: pypdf.generic.DictionaryObject) -> bool:
    if "/DescendantFonts" in font:
        font = font["/DescendantFonts"][0].get_object()
    descriptor = font.get("/FontDescriptor")
    return descriptor is not None and bool(
        {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.get_object())
    )
