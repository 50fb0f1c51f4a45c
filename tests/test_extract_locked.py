"""Files that are locked with a password."""

from pathlib import Path

import pypdf
import pytest
from extract_pdfs import SHARED
from extract_sources import PDF, SOURCE, write

from corpus import SourceError
from indexer.extract import inspect_source, read_source


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
