"""Damaged and hostile files: each ends in a document or in a reason."""

from contextlib import suppress
from pathlib import Path

import pytest
from extract_pdfs import SHARED
from extract_sources import SOURCE, write

from corpus import SourceError
from indexer.extract import Limits, inspect_source, read_source

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
