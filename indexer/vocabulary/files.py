"""Reads the vocabularies: those of the series, or else those that come with the program."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path

import msgspec

from corpus import Concept, ManifestError, Series, Vocabulary

THEMES_FILE = "themes.toml"
TARGET_GROUPS_FILE = "target-groups.toml"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def load_themes(series: Series) -> Vocabulary:
    """The themes of the series.

    Raises:
        ManifestError: the file cannot be used.
    """
    return read_vocabulary(_path(series, THEMES_FILE))


def load_target_groups(series: Series) -> Vocabulary:
    """The target groups of the series.

    Raises:
        ManifestError: the file cannot be used.
    """
    return read_vocabulary(_path(series, TARGET_GROUPS_FILE))


def read_vocabulary(path: Path) -> Vocabulary:
    """The vocabulary in a file.

    Raises:
        ManifestError: it cannot be read, has an unknown key or a value of the wrong type, uses an
            id twice, or names one that it does not have.
    """
    try:
        vocabulary = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Vocabulary)
    except (OSError, ValueError) as error:
        raise ManifestError(
            f"{path} cannot be used: {error}", remedy="Mend the key or line that is named."
        ) from error
    for complaint in _complaints(vocabulary.concepts):
        raise ManifestError(f"{path}: {complaint}", remedy="Mend the concept that is named.")
    return vocabulary


def _path(series: Series, name: str) -> Path:
    own = Path(series.folder) / name
    return own if own.is_file() else Path(str(resources.files("indexer.vocabulary"))) / name


def _complaints(concepts: Sequence[Concept]) -> Iterator[str]:
    seen: set[str] = set()
    known = {concept.id for concept in concepts}
    for concept in concepts:
        if not _ID.fullmatch(concept.id):
            yield f"{concept.id!r} cannot be an id: use letters a-z, digits and single hyphens."
        if concept.id in seen:
            yield f"two concepts have the id {concept.id!r}."
        seen.add(concept.id)
        for term in (*concept.terms, *concept.weak, *concept.not_):
            if not any(char.isalnum() for char in term):
                yield f"{concept.id!r} has the term {term!r}, which has no letter."
        for name in (*concept.broader, *concept.related):
            if name not in known:
                yield f"{concept.id!r} names {name!r}, which is not there."
