"""Reads a `themes.toml`: themes with a label, a definition and terms."""

import tomllib
from importlib import resources
from pathlib import Path

import msgspec

from corpus import ManifestError, Series, Value
from indexer.dutch import Analysis

_FILE = "themes.toml"


class Theme(Value, frozen=True):
    """A theme.

    Attributes:
        id: as a filter names it.
        label: as a reader sees it.
        definition: what falls under it, in a sentence.
        terms: words that show it, in any inflection, and phrases, as they stand.
    """

    id: str
    label: str
    definition: str
    terms: tuple[str, ...]


class _File(Value, frozen=True):
    themes: tuple[Theme, ...]


def load_themes(series: Series) -> tuple[Theme, ...]:
    """The themes in the folder of the series, or else those that come with the program.

    Raises:
        ManifestError: the file cannot be used.
    """
    own = Path(series.folder) / _FILE
    path = own if own.is_file() else Path(str(resources.files("search.themes"))) / _FILE
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File).themes
    except (OSError, ValueError) as error:
        raise ManifestError(
            f"{path} cannot be used: {error}", remedy="Mend the key or line that is named."
        ) from error


def find_theme(themes: tuple[Theme, ...], name: str, analysis: Analysis) -> Theme | None:
    """The theme with that id or label, in any inflection and spelling of case, or None."""
    wanted = _key(name, analysis)
    for theme in themes:
        if wanted in {_key(theme.id, analysis), _key(theme.label, analysis)}:
            return theme
    return None


def _key(name: str, analysis: Analysis) -> tuple[str, ...]:
    return tuple(word.lemma for word in analysis.words(name) if word.whole)
