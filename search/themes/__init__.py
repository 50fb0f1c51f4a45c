"""Themes over editions: how many cases of each edition have each theme, and which cases.

The themes of a case are decided when an index is built, by `indexer.vocabulary`, and kept on its
card with the passages that prove them; here they are only counted. Cases are counted, not words:
one long case does not make a theme. A broader theme counts the cases of its narrower ones too.
"""

from search.themes.counts import cases_with_target_group, cases_with_theme, count_themes
from search.themes.names import find_concept

__all__ = ["cases_with_target_group", "cases_with_theme", "count_themes", "find_concept"]
