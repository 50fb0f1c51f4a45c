"""Generations of an index: each is built beside the last, and swapped in by one rename.

A reader reads the name in `current` and opens that folder. The name is replaced by an atomic rename
after every file of the new generation is on the disk, so a build that is killed at any moment
leaves the old generation in place. The generation before the current one is kept for readers that
had just read its name; older ones, and what a killed build left behind, go with the next build.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from corpus import IndexFormatError, Series

_CURRENT = "current"
_GENERATION = "generation-"
_UNFINISHED = "unfinished-"
_LOCK_SECONDS = 120


def index_folder(series: Series, home: Path) -> Path:
    """Where the index of a series lies: by its id and the folder its sources come from."""
    key = hashlib.sha256(series.folder.encode()).hexdigest()[:8]
    return home / "index" / f"{series.id}-{key}"


def current_generation(folder: Path) -> Path | None:
    """The generation that answers now, or None where nothing was built yet.

    Raises:
        IndexFormatError: the name in `current` leads nowhere.
    """
    try:
        name = (folder / _CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    generation = folder / name
    if not name.startswith(_GENERATION) or not generation.is_dir():
        raise IndexFormatError(
            f"The index in {folder} is incomplete.",
            remedy="Build it again: wijk index --rebuild",
        )
    return generation


@contextmanager
def new_generation(folder: Path) -> Iterator[Path]:
    """An empty folder to build in; it becomes the current generation when the block ends well.

    Raises:
        IndexFormatError: another build is still running after two minutes, or the folder cannot be
            written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "lock", timeout=_LOCK_SECONDS)
        lock.acquire()
    except Timeout as error:
        raise IndexFormatError(
            f"Another process has been building {folder} for two minutes.",
            remedy="Wait until it is done, then try again.",
        ) from error
    except OSError as error:
        raise IndexFormatError(
            f"The index cannot be written in {folder}: {error.strerror}.",
            remedy="Set WIJK_HOME to a folder that can be written.",
        ) from error
    try:
        _clear(folder)
        build = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder))
        try:
            yield build
            _publish(folder, build)
        finally:
            shutil.rmtree(build, ignore_errors=True)
    finally:
        lock.release()


def _publish(folder: Path, build: Path) -> None:
    numbers = [_number(path) for path in folder.glob(f"{_GENERATION}*")]
    name = f"{_GENERATION}{max(numbers, default=0) + 1:06}"
    _sync_tree(build)
    build.rename(folder / name)
    pointer = folder / f"{_UNFINISHED}{_CURRENT}"
    pointer.write_text(name, encoding="utf-8")
    _sync(pointer)
    pointer.replace(folder / _CURRENT)
    _sync(folder)


def _clear(folder: Path) -> None:
    """Removes what killed builds left, and all generations but the last two and the current one."""
    generations = sorted(folder.glob(f"{_GENERATION}*"), key=_number)
    current = (folder / _CURRENT).read_text() if (folder / _CURRENT).is_file() else ""
    old = [path for path in generations[:-1] if path.name != current.strip()]
    for path in (*old, *folder.glob(f"{_UNFINISHED}*")):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _number(path: Path) -> int:
    digits = path.name.removeprefix(_GENERATION)
    return int(digits) if digits.isdigit() else 0


def _sync_tree(folder: Path) -> None:
    for path in sorted(folder.rglob("*")):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    """Puts a file or folder on the disk; Whoosh never does."""
    if path.is_dir() and os.name == "nt":  # pragma: no cover - Windows cannot open folders
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
