"""The fictional casebook: three designed books, and the truth about each of their pages.

The truth is written by the press, from the typesetter's layout and the manuscript. Here it is held
against what an independent program, `pdftotext`, reads from the PDFs.
"""

import os
import re
import shutil
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import msgspec
import pypdf
import pytest

from corpus import Series, SourceError, find_series
from corpus.press import (
    PAGES_NAME,
    Chapter,
    PagesOfSeries,
    TruthOfBook,
    parse_book,
    press_series,
)
from corpus.press.build import DocumentPages
from corpus.press.flow import words_of
from corpus.press.lines import break_lines
from corpus.press.markup import Note, Piece, Run, parse_line
from corpus.press.truth import TrueBlock, TruePage

NUMBERS = (1, 2, 3)
NOTICE = "Verzonnen: deze plaatsen en mensen bestaan niet."
AGREEMENT = 0.999
"""Of the words of an edition, so many are read where the truth has them."""

MAIN_TEXT = ("heading", "paragraph", "list-item", "quote")
BULLETS = {"•", "–"}
FRONT = """\
+++
title = "Titel"
subtitle = "Onder"
series = "Reeks"
date = 2021-10-01
accent = "#000000"
foot = "Verzonnen"
+++
"""

SERIES: Series = find_series("voorbeeld")
FOLDER = Path(SERIES.folder)


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


# --- The truth about the pages --------------------------------------------------------------------


@pytest.mark.parametrize("number", NUMBERS)
def test_truth_has_every_page_with_the_label_of_the_layout(number: int) -> None:
    pages = truth(number).pages
    assert [page.number for page in pages] == list(range(1, len(reader(number).pages) + 1))
    assert tuple(page.label for page in pages) == layout(number).labels


@pytest.mark.parametrize("number", NUMBERS)
def test_blocks_and_words_run_over_page_ends(number: int) -> None:
    blocks = [block for page in truth(number).pages for block in page.blocks]
    assert sum(block.continued for block in blocks) >= 5
    assert any(block.word_runs_over for block in blocks)


@pytest.mark.parametrize("number", NUMBERS)
def test_truth_rejoins_to_the_manuscript(number: int) -> None:
    """Its blocks of main text, those of two pages joined, are the paragraphs of the manuscript."""
    said = [block.text for block in rejoined(number) if block.kind in MAIN_TEXT[1:]]
    kinds = {"paragraph", "list", "numbered", "quote"}
    written = [
        "".join(run.text for run in line if run.style != "note")
        for chapter in manuscript(number)
        for part in (chapter, *chapter.sections)
        for piece in part.pieces
        if piece.kind in kinds
        for line in piece.lines
    ]
    assert said == written


@pytest.mark.parametrize("number", NUMBERS)
def test_pull_quotes_repeat_their_chapter(number: int) -> None:
    for chapter in manuscript(number):
        said = " ".join(text for text in chapter_text(chapter))
        for piece in chapter.all_pieces():
            if piece.kind == "pull-quote":
                assert "".join(run.text for run in piece.lines[0]) in said


@pytest.mark.parametrize("number", NUMBERS)
def test_footnotes_stand_at_the_end_of_the_page_of_their_mark(number: int) -> None:
    for page in truth(number).pages:
        kinds = [block.kind == "footnote" for block in page.blocks]
        assert kinds == sorted(kinds)
        marks = [note.mark for block in page.blocks for note in block.notes]
        assert [block.marker for block in page.blocks if block.kind == "footnote"] == marks


def test_editions_have_what_casebooks_have() -> None:
    kinds = {number: {b.kind for p in truth(number).pages for b in p.blocks} for number in NUMBERS}
    common = {"cover", "contents", *MAIN_TEXT, "box", "pull-quote", "caption"}
    assert kinds == {1: common | {"footnote"}, 2: common | {"footnote"}, 3: common}


# --- The truth against pdftotext ------------------------------------------------------------------


@pytest.fixture(scope="module")
def pdftotext() -> str:
    found = shutil.which("pdftotext")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("pdftotext is missing: install poppler-utils")
        pytest.skip("pdftotext is not installed (poppler-utils)")
    return found


@pytest.mark.parametrize("number", NUMBERS)
def test_every_page_says_that_it_is_fiction(number: int, pdftotext: str) -> None:
    pages = [" ".join(text.split()) for text in read_pages(pdftotext, number, "-raw")]
    assert [page for page, text in enumerate(pages, start=1) if NOTICE not in text] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_pages_have_the_words_of_the_truth(number: int, pdftotext: str) -> None:
    total = wrong = 0
    expected = words_of_pages(number)
    read = [words(text) for text in read_pages(pdftotext, number)]
    whole_again(expected, read, number)
    for page, of_truth, of_file in zip(truth(number).pages, expected, read, strict=True):
        furniture = Counter(words(" ".join(around(number, page))))
        missing = Counter(of_truth) - Counter(of_file)
        left_over = Counter(of_file) - Counter(of_truth) - furniture
        total += len(of_truth)
        wrong += max(missing.total(), left_over.total())
        print(page.number, dict(missing), dict(left_over))  # noqa: T201 - seen where it fails
    assert wrong / total <= 1 - AGREEMENT, f"{wrong} of {total} words differ"


@pytest.mark.parametrize("number", NUMBERS)
def test_main_text_is_read_in_the_order_of_the_truth(number: int, pdftotext: str) -> None:
    total = in_order = 0
    expected = words_of_pages(number, kinds=MAIN_TEXT)
    # In the order of the file: whether pdftotext sees columns and boxes is not the question.
    read = [words(text) for text in read_pages(pdftotext, number, "-raw")]
    whole_again(expected, read, number)
    for of_truth, of_file in zip(expected, read, strict=True):
        matcher = SequenceMatcher(None, of_truth, of_file, autojunk=False)
        total += len(of_truth)
        in_order += sum(block.size for block in matcher.get_matching_blocks())
    assert in_order / total >= AGREEMENT, f"{in_order} of {total} words"


# --- The manuscript format ------------------------------------------------------------------------


def test_manuscript_knows_what_a_book_has() -> None:
    text = (
        "Tekst.[^1]\n\n[^1]: Noot\nverder.\n\n1. een\n2. twee\n\n> “Zo.”\n> — rol\n\n"
        "::: kader Titel\n\nIn het kader.\n\n- punt\n:::\n\n::: beeld\nBijschrift.\n:::\n\n"
        "::: uitgelicht\nTekst.\n:::\n\n::: infographic\n:::"
    )
    (chapter,) = parse_book(f"{FRONT}\n# A\n\n{text}", name="a.md").chapters
    assert chapter.notes == (Note("1", (Run("Noot verder."),)),)
    assert chapter.pieces == (
        Piece("paragraph", ((Run("Tekst."), Run("1", "note")),)),
        Piece("numbered", ((Run("een"),), (Run("twee"),))),
        Piece("quote", ((Run("“Zo.”"),), (Run("rol"),))),
        Piece(
            "box",
            title="Titel",
            pieces=(
                Piece("paragraph", ((Run("In het kader."),),)),
                Piece("list", ((Run("punt"),),)),
            ),
        ),
        Piece("figure", ((Run("Bijschrift."),),)),
        Piece("pull-quote", ((Run("Tekst."),),)),
        Piece("infographic"),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("Een *twee.", r"line 12.*'\*'", id="emphasis not closed"),
        pytest.param("::: kader A\n\nTekst", "line 12.*not closed", id="box not closed"),
        pytest.param("::: kader\n\nTekst\n:::", "line 12.*unknown", id="box without title"),
        pytest.param("::: doos\n\nTekst\n:::", "line 12.*unknown", id="unknown block"),
        pytest.param("Tekst\n:::", "line 13.*not closed", id="end without beginning"),
        pytest.param("::: kader A\n::: beeld\nB\n:::\n:::", "line 12.*in a block", id="nested"),
        pytest.param("::: uitgelicht\nAnders.\n:::", "does not say", id="pull quote of its own"),
        pytest.param("::: infographic\nTekst\n:::", "line 12.*unknown", id="infographic with text"),
        pytest.param("Tekst.[^1]", "footnotes", id="mark without note"),
        pytest.param("Tekst.\n\n[^1]: Noot", "footnotes", id="note without mark"),
        pytest.param("Tekst.[^2]\n\n[^2]: Noot", "footnotes", id="wrong number"),
        pytest.param("Tekst\n- een", "line 12.*list within", id="list in a paragraph"),
    ],
)
def test_wrong_markup_is_refused_with_file_and_line(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        parse_book(f"{FRONT}\n\n# A\n{text}", name="sources/a.md")
    assert "sources/a.md" in caught.value.message


# --- Lines ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        pytest.param("een twee drie", 8, ["een twee", "drie"], id="at spaces"),
        pytest.param("de moestuinbak", 9, ["de moes-", "tuinbak"], id="with a hyphen"),
        pytest.param("heel sociaal-cultureel", 14, ["heel sociaal-", "cultureel"], id="own hyphen"),
        pytest.param("drieëntwintig", 7, ["drieën-", "twintig"], id="not before a trema"),
        pytest.param("een buurtfeest[^1]", 11, ["een", "buurtfeest1"], id="not before a mark"),
        pytest.param("onmogelijk", 2, ["onmogelijk"], id="too long for any line"),
    ],
)
def test_lines_break(text: str, width: int, expected: list[str]) -> None:
    line = parse_line(text, line=1, name="a.md")
    lines = break_lines(words_of(line), lambda _: float(width), lambda run: float(len(run.text)))
    of_parts = [["".join(run.text for run in part.runs) for part in it.parts] for it in lines]
    assert [" ".join(parts) for parts in of_parts] == expected


# --- Reading --------------------------------------------------------------------------------------


@cache
def truth(number: int) -> TruthOfBook:
    text = (FOLDER / "truth" / f"pages-{number}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), TruthOfBook)


@cache
def layout(number: int) -> DocumentPages:
    text = (FOLDER / "sources" / PAGES_NAME).read_text(encoding="utf-8")
    documents = msgspec.toml.decode(text, type=PagesOfSeries).documents
    (document,) = (it for it in documents if it.source == f"editie-{number}")
    return document


@cache
def reader(number: int) -> pypdf.PdfReader:
    return pypdf.PdfReader(FOLDER / f"editie-{number}.pdf")


@cache
def manuscript(number: int) -> tuple[Chapter, ...]:
    name = f"editie-{number}.md"
    text = (FOLDER / "sources" / name).read_text(encoding="utf-8")
    return parse_book(text, name=name, settings={"accent": "", "foot": ""}).chapters


def embeds(font: pypdf.generic.DictionaryObject) -> bool:
    if "/DescendantFonts" in font:
        font = font["/DescendantFonts"][0].get_object()
    descriptor = font.get("/FontDescriptor")
    return descriptor is not None and bool(
        {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.get_object())
    )


def chapter_text(chapter: Chapter) -> Iterator[str]:
    for piece in chapter.all_pieces():
        if piece.kind != "pull-quote":
            for line in piece.lines:
                yield "".join(run.text for run in line if run.style != "note")


def rejoined(number: int) -> list[TrueBlock]:
    """The blocks of an edition, in the order in which they begin, those of two pages joined."""
    blocks: list[TrueBlock] = []
    for page in truth(number).pages:
        for block in page.blocks:
            if block.continued:
                index = max(i for i, it in enumerate(blocks) if it.kind == block.kind)
                whole = f"{blocks[index].text} {block.text}"
                blocks[index] = msgspec.structs.replace(blocks[index], text=whole)
            else:
                blocks.append(block)
    return blocks


@cache
def read_pages(pdftotext: str, number: int, *options: str) -> tuple[str, ...]:
    command = [pdftotext, "-enc", "UTF-8", *options, str(FOLDER / f"editie-{number}.pdf"), "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return tuple(done.stdout.decode().split("\f")[:-1])


def words(text: str) -> list[str]:
    """The words, in which hyphens do not count: at a line end nobody can tell them apart."""
    # Behind the hyphen of a column or page end comes something else: the rest of the word is after
    # a blank line, or on the next page.
    text = re.sub(r"(?<=\w)[-\u00ad](?:\s(?!Verzonnen:)(?=[^\W\d])|\n\n(?=[a-zà-ÿ]))", "", text)
    text = re.sub(r"(?: ?\.){3,}", " ", text)
    # The raised number of a footnote is read as part of its first word.
    text = re.sub(r"(?<!\S)(\d)(?=[^\W\d])", r"\1 ", text)
    found = (re.sub(r"[-\u00ad]", "", word) for word in text.split())
    return [word for word in found if word and word not in BULLETS]


def words_of_pages(number: int, kinds: tuple[str, ...] | None = None) -> list[list[str]]:
    return [
        [
            word
            for block in page.blocks
            if kinds is None or block.kind in kinds
            for word in words(printed(block))
        ]
        for page in truth(number).pages
    ]


def printed(block: TrueBlock) -> str:
    """The block as it is printed: with numbers, marks of footnotes and pages of the contents."""
    text = block.text
    for note in reversed(block.notes):
        text = text[: note.at] + note.mark + text[note.at :]
    return " ".join(part for part in (block.marker, text, block.page) if part)


def whole_again(expected: list[list[str]], read: list[list[str]], number: int) -> None:
    """Moves the second half of a word that breaks over a page end to the page it belongs to."""
    for index, page in enumerate(truth(number).pages):
        for block in page.blocks:
            if block.word_runs_over:
                (word,) = words(block.text.split()[-1])
                _rejoin(word, read, index)
    assert len(expected) == len(read)


def _rejoin(word: str, read: list[list[str]], index: int) -> None:
    for later in range(index + 1, min(index + 3, len(read))):
        for cut in range(len(word) - 1, 0, -1):
            if word[:cut] in read[index] and word[cut:] in read[later]:
                read[index][read[index].index(word[:cut])] = word
                read[later].remove(word[cut:])
                return
    pytest.fail(f"{word!r} does not break over the end of page {index + 1}")


def around(number: int, page: TruePage) -> list[str]:
    """What the design may print on a page besides its blocks."""
    titles = [chapter.title for chapter in manuscript(number)]
    book = truth(number).pages[0].blocks
    heads = [block.text for block in book if block.part in ("series", "title")]
    menu = titles if number == 1 else []
    return [NOTICE, page.label, *heads, *titles, *menu]
