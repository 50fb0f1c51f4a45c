"""The reading of the fictional casebook stays at its floors; real files end as they should."""

import hashlib
import shutil
import tomllib
from pathlib import Path

import pytest
import reading_layouts_score
import score_reading
import score_real_files
from conftest import WriteLayouts

FLOORS = tomllib.loads((Path(__file__).parent / "reading_floors.toml").read_text("utf-8"))
HIGHER_IS_BETTER = ("accuracy", "ordered", "kinds")


@pytest.mark.parametrize("edition", score_reading.EDITIONS)
def test_reading_of_an_edition_is_at_its_floors(edition: int) -> None:
    floors = FLOORS[f"edition-{edition}"]
    truth = score_reading.truth_path(edition).read_bytes()
    assert hashlib.sha256(truth).hexdigest() == floors["truth"], "measure anew, write it down"
    score = score_reading.score_edition(edition)
    for name, figure in score.figures().items():
        good = figure >= floors[name] if name in HIGHER_IS_BETTER else figure <= floors[name]
        faults = score.faults + score.dropped + score.invented + score.leftovers + score.labels
        assert good, f"{name} is {figure}, its floor {floors[name]}: {faults}"


@pytest.mark.parametrize("text", ["buurt", "handboek", "nota"])
def test_reading_of_known_layouts_is_at_its_floors(text: str, write_layouts: WriteLayouts) -> None:
    """The floors are what was reached, and no target: see `tests/reading_layouts.py --score`."""
    readings = [
        reading_layouts_score.read(layout.name, path, pages)
        for layout, path, pages in write_layouts(text)
    ]
    total = score_reading.Score()
    for reading in readings:
        total.add(reading.score)
    floors = FLOORS[f"layouts-{text}"]
    for name, figure in total.figures().items():
        good = figure >= floors[name] if name in HIGHER_IS_BETTER else figure <= floors[name]
        assert good, f"{name} is {figure}, its floor {floors[name]}"


def real_files(folder: str) -> list[Path]:
    return sorted((score_real_files.SHARED / folder).glob("*.pdf"))


@pytest.mark.skipif(not real_files("dutch"), reason="the real PDFs are not at hand")
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not at hand")
def test_words_of_real_files_are_those_of_pdftotext() -> None:
    for path in real_files("dutch"):
        figures = score_real_files.score_ours(path)
        assert figures["ours"] >= 0.97, path.name
        assert figures["glued"] < 0.005, path.name


@pytest.mark.skipif(not real_files("broken"), reason="the real PDFs are not at hand")
def test_broken_files_end_in_text_or_a_reason_in_time() -> None:
    for path in (*real_files("broken"), *real_files("layout")):
        assert "takes more than" not in score_real_files.read_broken(path), path.name
