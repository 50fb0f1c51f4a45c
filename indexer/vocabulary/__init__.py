"""Themes and target groups: controlled vocabularies, and which of their concepts a case has.

`themes.toml` and `target-groups.toml` are written and edited by people; a series may bring its own.

- `files` reads them. `terms` finds their terms in a text. `labels` decides what a case has, and
  keeps the passages that prove it.
"""

from indexer.vocabulary.files import (
    TARGET_GROUPS_FILE,
    THEMES_FILE,
    load_target_groups,
    load_themes,
)
from indexer.vocabulary.labels import case_labels
from indexer.vocabulary.terms import Terms

__all__ = [
    "TARGET_GROUPS_FILE",
    "THEMES_FILE",
    "Terms",
    "case_labels",
    "load_target_groups",
    "load_themes",
]
