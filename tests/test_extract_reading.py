"""What is read, what is refused and why, and what is told of the reading."""

import os
from pathlib import Path

import pytest
from extract_pdfs import Text, pdf
from extract_sources import PDF, SOURCE, write

from corpus import SourceError
from indexer.extract import READABLE_SUFFIXES, inspect_source, read_source, read_sources
from indexer.extract.kinds import kind_of
from indexer.extract.reading import largest_first


@pytest.mark.parametrize(
    ("name", "data", "form", "text"),
    [
        pytest.param("a.pdf", PDF, "pdf", "Buurthuis De Brug", id="pdf"),
        pytest.param("a.txt", PDF, "pdf", "Buurthuis De Brug", id="pdf-by-its-bytes"),
        pytest.param("a.pdf", b"\n" * 900 + PDF, "pdf", "Buurthuis De Brug", id="late-header"),
        pytest.param("a.html", b"<p>Buurthuis</p>", "html", "Buurthuis", id="html"),
        pytest.param("a", b"<!DOCTYPE html><p>Buurthuis", "html", "Buurthuis", id="html-by-bytes"),
        pytest.param("a.md", b"# Buurthuis", "text", "Buurthuis", id="markdown"),
        pytest.param("A.TXT", b"# Buurthuis", "text", "# Buurthuis", id="text"),
    ],
)
def test_read_source_reads(tmp_path: Path, name: str, data: bytes, form: str, text: str) -> None:
    document = read_source(SOURCE, write(tmp_path, name, data))
    assert document.format == form
    assert document.source == SOURCE
    assert document.pages[0].text == text


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        pytest.param("a.pdf", b"", "is empty", id="empty"),
        pytest.param("a.docx", b"PK\x03\x04", "is no PDF, web page", id="unknown"),
        pytest.param("a.txt", b"ab\x00\x01", "is no PDF, web page", id="binary-text"),
        pytest.param("a.pdf", b"<html><p>404", "is called a PDF but", id="page-called-pdf"),
        pytest.param("a.pdf", b"geen pdf", "is damaged", id="no-pdf"),
        pytest.param("a.txt", b" \n\n ", "has no text", id="blank"),
        pytest.param("a.html", b"<nav>menu</nav>", "has no text", id="only-a-menu"),
        pytest.param("a.pdf", pdf([[]]), "has no text", id="scan"),
    ],
)
def test_read_source_refuses(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = write(tmp_path, name, data)
    with pytest.raises(SourceError, match=message) as caught:
        read_source(SOURCE, path)
    assert str(path) in caught.value.message
    assert caught.value.remedy.endswith(".")


def test_missing_file_and_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"weg\.pdf is not there"):
        read_source(SOURCE, tmp_path / "weg.pdf")
    with pytest.raises(SourceError, match="is a folder"):
        read_source(SOURCE, tmp_path)


def test_file_behind_a_link_is_named_as_it_was_given(tmp_path: Path) -> None:
    """What the worker finds too: a user knows the link, not where it leads."""
    write(tmp_path, "elders.pdf", pdf([]))
    link = tmp_path / "bron.pdf"
    link.symlink_to(tmp_path / "elders.pdf")
    with pytest.raises(SourceError, match=r"bron\.pdf") as error:
        read_source(SOURCE, link)
    assert "elders" not in f"{error.value}{error.value.remedy}"


def test_closed_file_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "a.pdf", PDF)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    with pytest.raises(SourceError, match="permission denied"):
        read_source(SOURCE, path)


def test_every_page_has_its_report(tmp_path: Path) -> None:
    pages = [[Text(50, 500, "Buurthuis"), Text(50, 580, "Wij in de Wijk")] for _ in range(4)]
    report = read_source(SOURCE, write(tmp_path, "a.pdf", pdf(pages))).report
    assert [(page.method, page.characters) for page in report] == [("pdfium", 9)] * 4
    assert [page.dropped for page in report] == [("Wij in de Wijk",)] * 4
    assert {page.suspicions for page in report} == {("no-label",)}


def test_web_page_and_text_have_a_report_too(tmp_path: Path) -> None:
    (web,) = read_source(SOURCE, write(tmp_path, "a.html", b"<p>Buurthuis</p>")).report
    (text,) = read_source(SOURCE, write(tmp_path, "a.txt", b"Buurthuis \xef\xbf\xbd")).report
    assert (web.method, web.characters, web.suspicions) == ("article", 9, ())
    assert (text.method, text.suspicions) == ("text", ("unmapped-glyphs",))


def test_file_without_text_can_be_looked_into(tmp_path: Path) -> None:
    document = inspect_source(SOURCE, write(tmp_path, "a.pdf", pdf([[]]))).document
    assert [page.blocks for page in document.pages] == [()]


def test_picture_of_a_page_is_drawn_in_the_worker(tmp_path: Path) -> None:
    path = write(tmp_path, "a.pdf", PDF)
    picture = inspect_source(SOURCE, path, draw=1).picture
    assert picture is not None
    assert picture.startswith(b"\x89PNG")
    assert inspect_source(SOURCE, path).picture is None


@pytest.mark.parametrize(
    ("name", "data", "draw"),
    [
        pytest.param("a.pdf", PDF, 2, id="behind-the-last"),
        pytest.param("a.txt", b"wijk", 0, id="text"),
    ],
)
def test_page_that_cannot_be_drawn_is_named(
    tmp_path: Path, name: str, data: bytes, draw: int
) -> None:
    path = write(tmp_path, name, data)
    with pytest.raises(SourceError, match=f"has no page {draw + 1} to draw"):
        inspect_source(SOURCE, path, draw=draw)


def test_readable_suffixes_are_the_kinds_known() -> None:
    assert ".pdf" in READABLE_SUFFIXES
    for suffix in READABLE_SUFFIXES:
        assert kind_of(f"bron{suffix}", b"wijk")


def test_many_files_come_in_their_order_and_the_largest_is_begun_first(tmp_path: Path) -> None:
    names = ("kort.md", "lang.md", "half.md")
    texts = ("Kort.", "Lang. " * 300, "Half. " * 100)
    paths = [write(tmp_path, name, text.encode()) for name, text in zip(names, texts, strict=True)]
    assert largest_first([*paths, tmp_path / "weg.md"]) == [1, 2, 0, 3]
    with read_sources([(SOURCE, path) for path in paths]) as coming:
        read = [document.result().pages[0].text for document in coming]
    assert read == [text.strip() for text in texts]
