"""The worker process: limits, failures, and what crosses over."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import msgspec
import pypdf
import pytest
from extract_pdfs import SHARED, Text, pdf

from corpus import Source, SourceError
from indexer.extract import READABLE_SUFFIXES, Limits, inspect_source, read_source
from indexer.extract.kinds import kind_of
from indexer.extract.protocol import Problem, Request
from indexer.extract.worker import answer

SOURCE = Source(id="bron", path="bron", kind="publication", title="Bron")
PDF = pdf([[Text(50, 500, "Buurthuis De Brug")], [Text(50, 500, "Tweede")]])


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


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


_LOOPS = {
    "outline": b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>",
    "count": b"<</Type/Catalog/Pages 7 0 R>>",
    "label": b"<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[0<</S/r/St 2000000000>>]>>>>",
}


@pytest.mark.parametrize("catalog", _LOOPS.values(), ids=_LOOPS)
def test_structure_without_end_does_not_hold_the_text(tmp_path: Path, catalog: bytes) -> None:
    content = b"BT /F 12 Tf 72 700 Td (Een zin over de wijk.) Tj ET"
    parts = [
        catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 9 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</First 8 0 R/Last 8 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>",
        b"<</Title(a)/Parent 6 0 R/Next 8 0 R/First 8 0 R/Dest[3 0 R/Fit]>>",
        b"<</Font<</F 5 0 R>>>>",
    ]
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % part for part in enumerate(parts, 1))
    path = write(tmp_path, "lus.pdf", b"%PDF-1.7\n" + objects + b"trailer\n<</Root 1 0 R>>\n")
    assert read_source(SOURCE, path).pages[0].text == "Een zin over de wijk."


def test_closed_file_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "a.pdf", PDF)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    with pytest.raises(SourceError, match="permission denied"):
        read_source(SOURCE, path)


def test_time_limit_stops_the_worker(tmp_path: Path) -> None:
    path = write(tmp_path, "a.pdf", PDF)
    with pytest.raises(SourceError, match=r"takes more than 0\.01 seconds"):
        read_source(SOURCE, path, limits=Limits(seconds=0.01))


def large_page(columns: int, words: int) -> bytes:
    """A page of 60,000 words in columns, so many words to a line."""
    count = 60_000 // words
    rows, line = count // columns, "wijk " * words
    texts = [
        Text(10 + 60 * (at % columns), 7 + 1.2 * (rows - at // columns), line, size=1)
        for at in range(count)
    ]
    return pdf([texts], page=f"/MediaBox [0 0 200 {1.2 * rows + 20:g}]")


@pytest.mark.parametrize(("columns", "words"), [(1, 10), (2, 2)], ids=["one-column", "two-columns"])
def test_page_of_sixty_thousand_words_is_read(tmp_path: Path, columns: int, words: int) -> None:
    """A poster, or a book set on one sheet: within the limits, though each line has many beside it.

    The first took 48 seconds, the second over 200, when each line was held against all others.
    """
    path = write(tmp_path, "a.pdf", large_page(columns, words))
    assert read_source(SOURCE, path).pages[0].text.split() == ["wijk"] * 60_000


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux only")
def test_memory_limit_stops_the_worker(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"wijk " * 20_000_000)
    with pytest.raises(SourceError, match="needs more than 300 MiB"):
        read_source(SOURCE, path, limits=Limits(memory=300 << 20))


def test_page_limit_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "a.pdf", PDF)
    with pytest.raises(SourceError, match="has 2 pages, more than 1"):
        read_source(SOURCE, path, limits=Limits(pages=1))


def test_output_limit_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"wijk " * 1000)
    with pytest.raises(SourceError, match="more text than the 1,000 bytes"):
        read_source(SOURCE, path, limits=Limits(output=1000))


_DEATHS = {
    "aborted": ("os.abort()", r"gave up, as it does where 1024 MiB is too little"),
    "bad-alloc": (
        "sys.stderr.write('std::bad_alloc'); sys.stderr.flush(); os.abort()",
        r"a\.txt needs more than 1024 MiB",
    ),
    "corrupted": (
        "sys.stderr.write('free(): invalid pointer'); sys.stderr.flush(); os.abort()",
        r"its reader stopped with code -6",
    ),
    "python": ("raise MemoryError", r"a\.txt needs more than 1024 MiB"),
    "system": ("raise OSError(12, 'Cannot allocate memory')", r"a\.txt needs more than 1024 MiB"),
    "killed": ("os.kill(os.getpid(), 9)", r"killed, as the system does that runs out of memory"),
    "crashed": ("os.kill(os.getpid(), 11)", r"its reader stopped with code -11"),
    "stopped": ("os._exit(3)", r"its reader stopped with code 3"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
@pytest.mark.parametrize(("code", "message"), _DEATHS.values(), ids=_DEATHS)
def test_worker_that_dies_says_whether_it_was_for_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, message: str
) -> None:
    _plant(tmp_path, monkeypatch, f"import os, sys; {code}")
    with pytest.raises(SourceError, match=message):
        read_source(SOURCE, write(tmp_path, "a.txt", b"wijk"))


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux only")
def test_pdf_that_needs_more_memory_than_allowed_is_refused_for_that(tmp_path: Path) -> None:
    """Where PDFium gets none it aborts, and where Python gets none it says so."""
    path = write(tmp_path, "a.pdf", large_page(2, 2))
    for memory in (40, 80, 120):
        with pytest.raises(SourceError, match=rf"(where|than) {memory} MiB") as caught:
            read_source(SOURCE, path, limits=Limits(memory=memory << 20))
        assert "raise the limit on memory" in (caught.value.remedy or "")


def test_worker_with_a_bug_shows_its_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _plant(tmp_path, monkeypatch, "raise KeyError('onze fout')")
    with pytest.raises(RuntimeError, match=r"(?s)Traceback.*KeyError: 'onze fout'"):
        read_source(SOURCE, write(tmp_path, "a.txt", b"wijk"))


def test_what_libraries_print_does_not_reach_the_reply(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _plant(tmp_path, monkeypatch, _NOISY_READER)
    assert read_source(SOURCE, write(tmp_path, "a.txt", b"wijk")).pages[0].text == "wijk"


def test_worker_takes_no_module_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "corpus.py", b"raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    path = write(tmp_path, "a.txt", b"wijk")
    assert read_source(SOURCE, path.relative_to(tmp_path)).pages[0].text == "wijk"


def test_worker_answers_problems_as_json(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b" ")
    request = Request(source=SOURCE, path=str(path), limits=Limits())
    reply = msgspec.json.decode(answer(request), type=Problem)
    assert reply.message == f"{path} has no text."


def locked(path: Path, *, user: str, owner: str = "baas", algorithm: str = "AES-256") -> Path:
    """The PDF, locked: the user's password opens it, the owner's may also change it."""
    writer = pypdf.PdfWriter(clone_from=write(path.parent, f"open-{path.name}", PDF))
    writer.encrypt(user, owner, algorithm=algorithm)
    writer.write(path)
    return path


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_file_locked_with_an_empty_password_just_opens(tmp_path: Path, algorithm: str) -> None:
    path = locked(tmp_path / "a.pdf", user="", algorithm=algorithm)
    document = read_source(SOURCE, path)
    assert document.pages[0].text == "Buurthuis De Brug"
    assert document.notes == ()


@pytest.mark.parametrize("password", ["geheim", "baas"])
def test_password_opens_a_file_to_look_into_it(tmp_path: Path, password: str) -> None:
    path = locked(tmp_path / "a.pdf", user="geheim")
    document = inspect_source(SOURCE, path, password=password).document
    assert document.pages[0].text == "Buurthuis De Brug"


def test_locked_file_is_refused_with_both_ways_out(tmp_path: Path) -> None:
    path = locked(tmp_path / "mijn bundel.pdf", user="geheim")
    with pytest.raises(SourceError, match="opens only with a password") as caught:
        read_source(SOURCE, path)
    assert f"qpdf --decrypt --password=PW '{path}' OUT" in caught.value.remedy
    assert f"wijk inspect '{path}' --password PW" in caught.value.remedy
    with pytest.raises(SourceError, match="opens only with another password"):
        inspect_source(SOURCE, path, password="mis")  # noqa: S106  # of this test


def test_lock_that_pdfium_refuses_is_opened_by_pypdf() -> None:
    path = SHARED / "broken" / "pdfjs-pr6531_2.pdf"
    if not path.is_file():
        pytest.skip("the real PDFs (../shared/pdfs) are not here")
    assert inspect_source(SOURCE, path).document.pages[0].ref is not None


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


def test_picture_is_within_the_limit_on_output(tmp_path: Path) -> None:
    path = write(tmp_path, "a.pdf", PDF)
    with pytest.raises(SourceError, match="more than the 3,000 bytes"):
        inspect_source(SOURCE, path, draw=0, limits=Limits(output=3000))


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


BROKEN = sorted((SHARED / "broken").glob("*.pdf"))


@pytest.mark.skipif(not BROKEN, reason="the real PDFs (../shared/pdfs) are not here")
@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_file_ends_in_a_report_or_a_reason(path: Path) -> None:
    try:
        document = inspect_source(SOURCE, path, limits=Limits(seconds=20)).document
    except SourceError as error:
        told = error
    else:
        assert len(document.report) == len(document.pages) > 0
        return
    assert path.name in told.message
    assert told.remedy


@pytest.mark.parametrize("path", BROKEN[:: max(len(BROKEN) // 8, 1)], ids=lambda path: path.stem)
def test_broken_page_is_drawn_or_refused_with_a_reason(path: Path) -> None:
    with suppress(SourceError):
        picture = inspect_source(SOURCE, path, draw=0, limits=Limits(seconds=20)).picture
        assert picture is not None


def test_page_that_cannot_be_loaded_is_refused_with_a_reason() -> None:
    path = SHARED / "broken" / "pdfjs-poppler-937-0-fuzzed.pdf"
    if not path.is_file():
        pytest.skip("the real PDFs (../shared/pdfs) are not here")
    with pytest.raises(SourceError, match="page 1 cannot be drawn"):
        inspect_source(SOURCE, path, draw=0)


def test_readable_suffixes_are_the_kinds_known() -> None:
    assert ".pdf" in READABLE_SUFFIXES
    for suffix in READABLE_SUFFIXES:
        assert kind_of(f"bron{suffix}", b"wijk")


_NOISY_READER = """
import os
from corpus.models import Block, Document, Page
def read_text(source, data, *, markdown):
    os.write(1, b"ruis")
    print("ruis")
    block = Block(kind="paragraph", text=data.decode())
    return Document(source=source, format="text", pages=(Page(ref=None, blocks=(block,)),))
"""


def _plant(folder: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Puts a module of ours with this code into the worker, by a real file on its path."""
    site = folder / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(
        "import sys, types\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'indexer.extract.text':\n"
        "            from importlib.util import spec_from_file_location\n"
        f"            return spec_from_file_location(name, {str(site / 'planted.py')!r})\n"
        "sys.meta_path.insert(0, Finder())\n",
        encoding="utf-8",
    )
    (site / "planted.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(site)
