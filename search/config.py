"""Settings from the environment: the only module that reads it."""

import os
from dataclasses import dataclass
from pathlib import Path

from corpus import DEFAULT_SERIES
from corpus.library import default_home


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says.

    Attributes:
        home: folder of everything that the program writes (`WIJK_HOME`).
        series: name or path of the series (`WIJK_SERIES`).
        color: False when `NO_COLOR` is set and not empty (no-color.org).
    """

    home: Path
    series: str
    color: bool


def read_settings() -> Settings:
    """The settings as the environment has them now."""
    home = os.environ.get("WIJK_HOME")
    return Settings(
        home=Path(home).absolute() if home else default_home(),
        series=os.environ.get("WIJK_SERIES") or DEFAULT_SERIES,
        color=not os.environ.get("NO_COLOR"),
    )
