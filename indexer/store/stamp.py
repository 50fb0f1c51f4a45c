"""The stamp of an index: what it was made of and by, and a digest of every file of it."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from importlib import metadata, resources
from pathlib import Path

import msgspec

from corpus import IndexFormatError, Series, SourceError, Value
from corpus.library import ReadingItem
from indexer.dutch import THESAURUS_NAME
from indexer.vocabulary import TARGET_GROUPS_FILE, THEMES_FILE

SCHEMA_VERSION = 11
"""Goes up whenever the files of an index change their shape."""

_READERS = ("pypdf", "pypdfium2", "beautifulsoup4", "trafilatura", "simplemma")
_PROGRAM = ("*.py", "*.toml", "*.tsv", "*.xz")
_STAMP = "stamp.json"
_REBUILD = "Build it again: wijk index --rebuild"


class SourceStamp(Value, frozen=True):
    """A source as it was read: its id and the SHA-256 of its file."""

    id: str
    digest: str


class Stamp(Value, frozen=True):
    """What an index was made of.

    Attributes:
        schema_version: of the files of the index.
        built: when, ISO 8601 in UTC, to the second.
        program: fingerprint of the code and the language data that an index is made with.
        manifest: SHA-256 of the series as it was, and of its own thesaurus, themes and target
            groups, as far as it has them.
        sources: what was read, in order.
        files: path within the generation and SHA-256 of every file but the stamp.
    """

    schema_version: int
    built: str
    program: str
    manifest: str
    sources: tuple[SourceStamp, ...]
    files: dict[str, str] = msgspec.field(default_factory=dict)

    def same_input(self, other: "Stamp") -> bool:
        """Whether both are made of the same sources by the same program."""
        return (self.program, self.manifest, self.sources) == (
            other.program,
            other.manifest,
            other.sources,
        )

    def short(self) -> str:
        """Eight digits that are the same for the same input, wherever and whenever built."""
        parts = (self.program, self.manifest, *(source.digest for source in self.sources))
        return hashlib.sha256("".join(parts).encode()).hexdigest()[:8]


class _Version(msgspec.Struct):
    schema_version: int


def expected_stamp(series: Series, items: Iterable[ReadingItem]) -> Stamp:
    """The stamp that an index of these sources would get now, without the digests of its files.

    Raises:
        SourceError: a source is not there.
    """
    return Stamp(
        schema_version=SCHEMA_VERSION,
        built=datetime.now(UTC).isoformat(timespec="seconds"),
        program=_program_fingerprint(),
        manifest=_manifest_digest(series),
        sources=tuple(SourceStamp(item.source.id, file_digest(item.path)) for item in items),
    )


@cache
def _program_fingerprint() -> str:
    """Changes when the code or data of this package changes, or a library that it reads with."""
    digest = hashlib.sha256("".join(map(metadata.version, _READERS)).encode())
    root = Path(str(resources.files("indexer")))
    for path in sorted(path for kind in _PROGRAM for path in root.rglob(kind)):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _manifest_digest(series: Series) -> str:
    """The same wherever the folder of the series lies."""
    anywhere = msgspec.structs.replace(series, folder="")
    digest = hashlib.sha256(msgspec.json.encode(anywhere))
    for name in (THESAURUS_NAME, THEMES_FILE, TARGET_GROUPS_FILE):
        own = Path(series.folder) / name
        if series.folder and own.is_file():
            digest.update(name.encode() + b"\0" + own.read_bytes())
    return digest.hexdigest()


def write_stamp(folder: Path, stamp: Stamp) -> None:
    """Writes the stamp with the digests of all files now in the folder of the generation."""
    whole = msgspec.structs.replace(stamp, files=dict(_digests(folder)))
    (folder / _STAMP).write_bytes(msgspec.json.encode(whole))


def read_stamp(folder: Path) -> Stamp:
    """The stamp of a generation, after every file has been checked against it.

    Raises:
        IndexFormatError: the index is of another version, or a file is missing or not as written.
    """
    try:
        data = (folder / _STAMP).read_bytes()
        version = msgspec.json.decode(data, type=_Version).schema_version
        if version != SCHEMA_VERSION:
            raise IndexFormatError(
                f"The index in {folder.parent} has version {version}; "
                f"this program reads version {SCHEMA_VERSION}.",
                remedy=_REBUILD,
            )
        stamp = msgspec.json.decode(data, type=Stamp)
        damaged = dict(_digests(folder)) != stamp.files
    except (OSError, SourceError, msgspec.DecodeError) as error:
        raise _incomplete(folder) from error
    if damaged:
        raise _incomplete(folder)
    return stamp


def file_digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal digits.

    Raises:
        SourceError: the file is not there or cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise SourceError(
            f"{path} cannot be read: {error.strerror}.",
            remedy="Put the file back, or take it out of the manifest.",
        ) from error


def _incomplete(folder: Path) -> IndexFormatError:
    return IndexFormatError(
        f"The index in {folder.parent} is damaged or incomplete.", remedy=_REBUILD
    )


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        # Whoosh leaves its lock file behind, also when it only reads.
        if path.is_file() and path.name != _STAMP and not path.name.endswith("_WRITELOCK"):
            yield path.relative_to(folder).as_posix(), file_digest(path)
