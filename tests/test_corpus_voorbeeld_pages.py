"""The truth about each page of the fictional casebook, against the manuscript and `pdftotext`.

The truth is written by the press, from the typesetter's layout and the manuscript. Here it is held
against what an independent program reads from the PDFs.
"""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

import msgspec
import pytest
from voorbeeld_books import FOLDER, MAIN_TEXT, NOTICE, NUMBERS, layout, manuscript, reader, truth

from corpus.press import Chapter
from corpus.press.truth import TrueBlock, TruePage

AGREEMENT = 0.999
"""Of the words of an edition, so many are read where the truth has them."""

BULLETS = {"•", "–"}


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
