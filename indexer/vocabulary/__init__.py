"""Themes and target groups: controlled vocabularies, and which of their concepts a case has.

`themes.toml` and `target-groups.toml` are written and edited by people; a series may bring its own.

- `files` reads them. `terms` finds their terms in a text. `evidence` gathers what a case has of
  each concept, `words` weighs all its words; `weights` says what counts for how much, as
  `tests/fit_labels.py` fits it; `labels` decides which a case has, and keeps the passages that
  prove it.
"""

from indexer.vocabulary.evidence import KINDS, Kind
from indexer.vocabulary.files import (
    TARGET_GROUPS_FILE,
    THEMES_FILE,
    load_target_groups,
    load_themes,
)
from indexer.vocabulary.labels import case_labels
from indexer.vocabulary.terms import Terms
from indexer.vocabulary.weights import Weights, load_weights, weights_for

__all__ = [
    "KINDS",
    "TARGET_GROUPS_FILE",
    "THEMES_FILE",
    "Kind",
    "Terms",
    "Weights",
    "case_labels",
    "load_target_groups",
    "load_themes",
    "load_weights",
    "weights_for",
]
