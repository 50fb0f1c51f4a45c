"""How an edition is named beside a hit, on a filter, in a table: short, with its year. Pure."""

import re
from collections import Counter

from corpus import Edition, Series

_SUBTITLE = re.compile(r"\s*:\s.*|\s+[–—-]\s.*", re.DOTALL)
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_SHORT = 32
"""A title of so many characters keeps its subtitle."""

_LONGEST = 48


def edition_names(series: Series) -> dict[int, str]:
    """Each edition by its number: "Om de hoek 1 (2021)".

    The name is the title without what stands behind it in brackets, and if it is long without its
    subtitle. Where that is the title of the series itself or the name of another edition too, the
    number of the edition stands behind it. Of an edition without a date no year is said.
    """
    shorts = {edition.number: _short(edition.title) for edition in series.editions}
    often = Counter(_folded(name) for name in shorts.values())
    often[_folded(series.title)] += len(shorts) > 1
    return {
        edition.number: _dated(edition, shorts[edition.number], often)
        for edition in series.editions
    }


def _dated(edition: Edition, name: str, often: Counter[str]) -> str:
    number = f" {edition.number}" if often[_folded(name)] > 1 else ""
    year = (edition.published or "")[:4]
    told = f" ({year})" if year and year not in name else ""
    return f"{name}{number}{told}"


def _short(title: str) -> str:
    """The title without its subtitle where it is long, cut at a word where it still is."""
    title = " ".join(title.split())
    name = _ASIDE.sub("", title) or title
    if len(name) > _SHORT:
        name = _SUBTITLE.sub("", name) or name
    if len(name) > _LONGEST:
        name = name[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"
    return name


def _folded(name: str) -> str:
    return name.casefold()
