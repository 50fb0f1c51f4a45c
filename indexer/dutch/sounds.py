"""How a Dutch word sounds, roughly: words that are misspelt for each other sound the same."""

import re
import tomllib
from functools import cache
from importlib import resources


def sound_of(form: str) -> str:
    """The sound of a folded form: *wethouder* and *wethauder* have the same.

    Made by the rules of `sounds.toml`, in their order. Capitals stand for sounds that have no
    letter of their own.
    """
    for pattern, replacement in _rules():
        form = pattern.sub(replacement, form)
    return form


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    text = (resources.files("indexer.dutch") / "sounds.toml").read_text(encoding="utf-8")
    rules: list[tuple[str, str]] = tomllib.loads(text)["rules"]
    return tuple((re.compile(pattern), replacement) for pattern, replacement in rules)
