"""Themes over editions: a small vocabulary that a person can edit, and how many cases have each.

A case has a theme when its text, or a keyword of the manifest, has one of the theme's terms, in any
inflection. Cases are counted, not words: one long case does not make a theme. A series can bring
its own `themes.toml` in its folder; the one here serves every other series.
"""

from search.themes.counts import cases_with_theme, count_themes
from search.themes.taxonomy import Theme, find_theme, load_themes

__all__ = ["Theme", "cases_with_theme", "count_themes", "find_theme", "load_themes"]
