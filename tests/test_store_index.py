"""The index on disk: whole or not at all, stamped, checked, the same each time."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from filelock import FileLock

from corpus import IndexFormatError, Series, SourceError, find_series
from indexer.pipeline import build_index
from indexer.store import (
    SCHEMA_VERSION,
    current_generation,
    generations,
    index_folder,
    read_stamp,
)
from search.collection import is_built, is_stale, open_collection
from search.hits import search


def _build(series: Series, home: Path) -> Path:
    build_index(series, home, report=lambda *_: None)
    return _generation(series, home)


def _generation(series: Series, home: Path) -> Path:
    generation = current_generation(index_folder(series, home))
    assert generation is not None
    return generation


def _answers(series: Series, home: Path) -> bytes:
    with open_collection(series, home) as collection:
        results = [search(collection, text) for text in ("soep", "kinderen", "veldje gras")]
    return msgspec.json.encode(results)


@pytest.fixture
def series(streets: Path) -> Series:
    return find_series(str(streets))


def test_two_builds_of_the_same_input_answer_the_same_bytes(series: Series, tmp_path: Path) -> None:
    _build(series, tmp_path / "a")
    _build(series, tmp_path / "b")
    assert _answers(series, tmp_path / "a") == _answers(series, tmp_path / "b")


def test_stamp_is_the_same_wherever_the_series_lies(series: Series, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    shutil.copytree(series.folder, elsewhere)
    first = read_stamp(_build(series, tmp_path / "a"))
    second = read_stamp(_build(find_series(str(elsewhere)), tmp_path / "b"))
    assert first.short() == second.short()


def test_index_is_fresh_until_a_source_changes(series: Series, street_home: Path) -> None:
    with open_collection(series, street_home) as collection:
        assert not is_stale(collection, series, street_home)
        source = Path(series.folder) / "een.md"
        source.write_text(source.read_text(encoding="utf-8") + "\nMeer.\n", encoding="utf-8")
        assert is_stale(collection, series, street_home)


def test_index_is_stale_when_the_program_changed(series: Series, street_home: Path) -> None:
    with open_collection(series, street_home) as collection:
        older = msgspec.structs.replace(collection.stamp, program="anders")
        assert not older.same_input(collection.stamp)


DAMAGES = {
    "a file cut short": lambda f: next(f.glob("whoosh/*.seg")).write_bytes(b"x"),
    "a file gone": lambda f: next(f.glob("whoosh/*.toc")).unlink(),
    "a file more": lambda f: (f / "whoosh" / "extra.seg").write_bytes(b"x"),
    "a catalogue of nonsense": lambda f: (f / "catalogue.json").write_text("{"),
    "a stamp of nonsense": lambda f: (f / "stamp.json").write_text(
        f'{{"schema_version": {SCHEMA_VERSION}}}'
    ),
    "no stamp": lambda f: (f / "stamp.json").unlink(),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_damaged_index_is_refused_with_a_remedy(
    series: Series,
    street_home: Path,
    damage: object,
) -> None:
    damage(_generation(series, street_home))  # type: ignore[operator]
    with (
        pytest.raises(IndexFormatError, match="damaged or incomplete") as caught,
        open_collection(series, street_home),
    ):
        pass
    assert "wijk index --rebuild" in caught.value.remedy


def test_index_of_another_version_is_refused_and_left_alone(
    series: Series, street_home: Path
) -> None:
    stamp = _generation(series, street_home) / "stamp.json"
    content = json.loads(stamp.read_text(encoding="utf-8"))
    stamp.write_text(json.dumps({**content, "schema_version": 999, "new": 1}), encoding="utf-8")
    before = stamp.read_bytes()
    with (
        pytest.raises(IndexFormatError, match="has version 999") as caught,
        open_collection(series, street_home),
    ):
        pass
    assert "wijk index --rebuild" in caught.value.remedy
    assert stamp.read_bytes() == before


def test_pointer_that_leads_nowhere_is_refused(series: Series, street_home: Path) -> None:
    shutil.rmtree(_generation(series, street_home))
    assert is_built(series, street_home)
    with pytest.raises(IndexFormatError, match="incomplete"), open_collection(series, street_home):
        pass


def test_rebuild_mends_a_damaged_index(series: Series, tmp_path: Path) -> None:
    generation = _build(series, tmp_path)
    before = _answers(series, tmp_path)
    (generation / "catalogue.json").unlink()
    _build(series, tmp_path)
    assert _answers(series, tmp_path) == before


@pytest.mark.parametrize("change", ["gone", "empty", "unreadable"])
def test_source_that_cannot_be_read_leaves_the_old_index(
    series: Series, street_home: Path, change: str
) -> None:
    generation = _generation(series, street_home)
    before = _answers(series, street_home)
    source = Path(series.folder) / "twee.md"
    if change == "gone":
        source.unlink()
    else:
        source.write_bytes(b"" if change == "empty" else b"%PDF-1.7 \x00 kapot")
    with pytest.raises(SourceError, match=r"twee\.md") as caught:
        build_index(series, street_home, report=lambda *_: None)
    assert caught.value.remedy
    assert current_generation(index_folder(series, street_home)) == generation
    assert _answers(series, street_home) == before


def test_open_index_answers_on_while_new_ones_are_built(series: Series, street_home: Path) -> None:
    with open_collection(series, street_home) as collection:
        before = search(collection, "soep")
        for _ in range(3):
            _build(series, street_home)
        assert search(collection, "soep") == before


def test_old_generations_and_leavings_are_cleared(series: Series, tmp_path: Path) -> None:
    folder = index_folder(series, tmp_path)
    (folder / "unfinished-abc").mkdir(parents=True)
    for _ in range(4):
        _build(series, tmp_path)
    assert sorted(p.name for p in folder.glob("*-*")) == ["generation-000003", "generation-000004"]


def test_second_build_waits_for_the_first(
    series: Series, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = index_folder(series, tmp_path)
    folder.mkdir(parents=True)
    monkeypatch.setattr(generations, "_LOCK_SECONDS", 0.01)
    with (
        FileLock(folder / "lock"),
        pytest.raises(IndexFormatError, match="Another process"),
    ):
        build_index(series, tmp_path, report=lambda *_: None)


def test_home_that_cannot_be_written_is_named(series: Series, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file, no folder", encoding="utf-8")
    with pytest.raises(IndexFormatError, match="cannot be written") as caught:
        build_index(series, tmp_path / "home", report=lambda *_: None)
    assert "WIJK_HOME" in caught.value.remedy


_BUILD = """
import sys
from pathlib import Path
from corpus import find_series
from indexer.pipeline import build_index
print("ready", flush=True)
sys.stdin.readline()
build_index(find_series(sys.argv[1]), Path(sys.argv[2]), report=lambda *_: None)
print("done", flush=True)
"""

KILLS = int(os.environ.get("WIJK_TEST_KILLS", "12"))


def _killed_build(series: Series, home: Path, seconds: float | None = None) -> float:
    """Starts a build and kills it so many seconds after it began; gives the seconds it ran."""
    process = subprocess.Popen(
        [sys.executable, "-c", _BUILD, series.folder, str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        assert process.stdout.readline() == "ready\n"
        process.stdin.write("go\n")
        process.stdin.flush()
        began = time.monotonic()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        return time.monotonic() - began


def test_build_killed_at_any_moment_leaves_an_index_that_answers_as_before(
    series: Series, tmp_path: Path
) -> None:
    """Set WIJK_TEST_KILLS for more moments; 50 were tried on 2026-11-22."""
    home = tmp_path / "home"
    _build(series, home)
    before = _answers(series, home)
    whole = _killed_build(series, home)
    moments = random.Random(29)  # noqa: S311 - moments, no secrets
    for _ in range(KILLS):
        _killed_build(series, home, moments.uniform(0, whole))
        assert _answers(series, home) == before
