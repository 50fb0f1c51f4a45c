"""Keeps one collection open for all requests, and changes to a new index when there is one."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import RLock
from typing import TypeAlias, cast

from flask import Flask, current_app

from corpus import IndexFormatError, Series
from corpus.library import reading_list
from indexer.store import current_generation, index_folder
from search.collection import Collection, is_stale, open_collection
from search.models import ThemeTable
from search.themes import count_themes

_NAME = "wijk"

_Mark: TypeAlias = tuple[str, int, int, int]
"""A file or folder as it is now: path, inode, time of change, size."""


class Keeper:
    """The open collection of a series; one request at a time uses it.

    Whoosh's searchers are not made for several threads, and a search takes milliseconds, so
    requests wait for each other.

    Args:
        series: as its manifest had it when the server began.
        home: the folder the index lies in.
    """

    def __init__(self, series: Series, home: Path) -> None:
        self.series = series
        self._home = home
        self._lock = RLock()
        self._files = ExitStack()
        self._open: Collection | None = None
        self._generation: _Mark | None = None
        self._sources: tuple[_Mark, ...] = ()
        self._stale = False
        self._table: ThemeTable | None = None

    @contextmanager
    def collection(self) -> Iterator[Collection]:
        """The current index, for as long as the block lasts.

        Raises:
            IndexFormatError: there is no index, or it is damaged or of another version.
        """
        with self._lock:
            yield self._current()

    def theme_table(self) -> ThemeTable:
        """Themes over all editions; counted again for a new index.

        Raises:
            IndexFormatError: as for `collection`.
        """
        with self.collection() as collection:
            if self._table is None:
                self._table = count_themes(collection)
            return self._table

    def is_stale(self) -> bool:
        """Whether sources changed since the open index was built; False when none is open.

        The files are only read again when the time or size of one of them has changed.
        """
        with self._lock:
            if self._open is None:
                return False
            sources = tuple(_mark(item.path) for item in reading_list(self.series, self._home))
            if sources != self._sources:
                self._stale = is_stale(self._open, self.series, self._home)
                self._sources = sources
            return self._stale

    def close(self) -> None:
        """Lets go of the files; the next request opens them again."""
        with self._lock:
            self._files.close()
            self._open, self._generation, self._sources = None, None, ()
            self._table = None

    def _current(self) -> Collection:
        generation = _current_mark(index_folder(self.series, self._home))
        if self._open is None or generation != self._generation:
            self.close()
            self._open = self._files.enter_context(open_collection(self.series, self._home))
            self._generation = _mark(self._open.folder)
        return self._open


def attach(app: Flask, keeper: Keeper) -> None:
    """Gives an app its keeper."""
    app.extensions[_NAME] = keeper


def kept() -> Keeper:
    """The keeper of the app that answers the request."""
    return cast("Keeper", current_app.extensions[_NAME])


def _current_mark(folder: Path) -> _Mark | None:
    try:
        generation = current_generation(folder)
    except IndexFormatError:
        return None
    return _mark(generation) if generation else None


def _mark(path: Path) -> _Mark:
    """The inode too: an index that was thrown away and built again has the same name."""
    try:
        now = path.stat()
    except OSError:
        return str(path), 0, 0, 0
    return str(path), now.st_ino, now.st_mtime_ns, now.st_size
