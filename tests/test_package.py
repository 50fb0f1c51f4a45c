"""What a wheel and an sdist hold, and that the three import names are ours."""

import subprocess
import sys
import tarfile
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> list[str]:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def sdist(built: Path) -> list[str]:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        return [name.partition("/")[2] for name in archive.getnames()]


def test_wheel_has_the_three_packages_and_nothing_else(wheel: list[str]) -> None:
    tops = {name.partition("/")[0] for name in wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "corpus",
        "indexer",
        "search",
    }


def test_wheel_has_what_the_program_reads(wheel: list[str]) -> None:
    needed = {
        "corpus/series/wij-in-de-wijk/series.toml",
        "corpus/series/wij-in-de-wijk/casuswijzer-1.pdf",
        "corpus/series/wij-in-de-wijk/begrippen.html",
        "indexer/dutch/stopwords.toml",
        "indexer/dutch/exceptions.toml",
        "indexer/dutch/placenames.toml",
        "indexer/dutch/compounds.toml",
        "indexer/dutch/words.txt.xz",
        "indexer/dutch/words.LICENSE.txt",
        "indexer/dutch/forms.marisa",
        "indexer/dutch/forms.LICENSE.txt",
        "indexer/vocabulary/themes.toml",
        "indexer/vocabulary/target-groups.toml",
        "indexer/vocabulary/keywords.toml",
        "indexer/vocabulary/weights.toml",
        "indexer/vocabulary/weights-learned.tsv",
        "indexer/vocabulary/words-learned.tsv",
        "indexer/cards/cues.toml",
        "indexer/cards/features.toml",
        "indexer/cards/imperatives.toml",
        "indexer/cards/weights-within.tsv",
        "indexer/cards/weights-around.tsv",
        "indexer/places/places.tsv",
        "indexer/places/provinces.toml",
    }
    assert needed <= set(wheel)
    assert any(name.startswith("search/web/templates/") for name in wheel)
    assert any(name.startswith("search/web/static/") for name in wheel)


def test_wheel_has_neither_the_press_nor_its_manuscripts(wheel: list[str]) -> None:
    assert not [name for name in wheel if name.startswith("corpus/press")]
    assert not [name for name in wheel if "/sources/" in name]


def _tracked_pdfs() -> set[str]:
    done = subprocess.run(
        ["git", "ls-files", "*.pdf"],  # noqa: S607 - whichever git there is
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return set(done.stdout.split())


def test_only_pdfs_that_are_in_the_repository_are_packed(
    wheel: list[str], sdist: list[str]
) -> None:
    tracked = _tracked_pdfs()
    if not tracked:
        pytest.skip("this is no git checkout: the PDFs of the repository are not known")
    assert {name for name in (*wheel, *sdist) if name.endswith(".pdf")} <= tracked


def test_pdf_that_git_ignores_is_not_packed(tmp_path: Path) -> None:
    stray = ROOT / "corpus" / "series" / "wij-in-de-wijk" / "bundel-echt.pdf"
    stray.write_bytes(b"%PDF-1.7 an original that was put here by hand")
    try:
        command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path)]
        subprocess.run([*command, str(ROOT)], capture_output=True, check=True)
        with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as archive:
            assert not [name for name in archive.namelist() if "bundel-echt" in name]
    finally:
        stray.unlink()


def test_sdist_has_what_a_build_needs(sdist: list[str]) -> None:
    assert {"pyproject.toml", "README.md", "LICENSE", "Makefile", "corpus/press/book.typ"} <= set(
        sdist
    )


@pytest.mark.parametrize("name", ["corpus", "indexer", "search"])
def test_import_name_belongs_to_this_project(name: str) -> None:
    assert set(metadata.packages_distributions().get(name, ["wijindewijk"])) == {"wijindewijk"}
    assert Path(__import__(name).__file__ or "").is_relative_to(ROOT)


def test_package_can_never_be_uploaded() -> None:
    assert "Private :: Do Not Upload" in metadata.metadata("wijindewijk").get_all("Classifier", [])
