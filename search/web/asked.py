"""Reads what an address asks for, and writes the address of it: the address is the whole state."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from flask import url_for
from werkzeug.datastructures import MultiDict

from corpus import QuestionError
from search.models import NO_FILTERS, Filters

FIRST_SHOWN = 20
"""How many passages are shown at first; "meer" adds as many again."""

MOST_SHOWN = 1_000
_MOST_VALUES = 60

_NUMBER = re.compile(r"[0-9]{1,4}")
_LONGEST_ECHO = 40
_QUESTION = re.compile(
    r"\W*(wie|wat|waar|waarom|waardoor|waarmee|waarvoor|waarover|wanneer|hoe|hoeveel|hoelang|welke?)"
    r"\s+\w",
    re.IGNORECASE,
)

# The name in the addresses of pages comes first; the API takes both.
_EDITIONS = ("bundel", "edition")
_THEMES = ("thema", "theme")
_PLACES = ("plaats", "place")
_TARGET_GROUPS = ("doelgroep", "target_group")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page was asked for.

    Attributes:
        text: words or a question, as typed, without blanks around it.
        filters: which cases to look in.
        shown: how many passages to show at most.
    """

    text: str = ""
    filters: Filters = NO_FILTERS
    shown: int = FIRST_SHOWN

    @property
    def is_question(self) -> bool:
        """Whether the text is a question rather than words to look for."""
        return self.text.endswith("?") or _QUESTION.match(self.text) is not None


class ActiveFilter(NamedTuple):
    """A filter that is on: its name and value in the address, and what is asked without it."""

    name: str
    value: str
    without: Asked


def read_asked(args: MultiDict[str, str]) -> Asked:
    """What the arguments of a page ask for.

    Raises:
        QuestionError: an edition or number of passages that is no number.
    """
    shown = read_number(args, "toon", default=FIRST_SHOWN)
    return Asked(args.get("q", "").strip(), read_filters(args), shown)


def read_filters(args: MultiDict[str, str]) -> Filters:
    """The filters in the arguments; empty values count as none.

    Raises:
        QuestionError: an edition that is no number, or more values than a person would choose.
    """
    return Filters(
        editions=tuple(_edition(value) for value in _values(args, _EDITIONS)),
        themes=_values(args, _THEMES),
        places=_values(args, _PLACES),
        target_groups=_values(args, _TARGET_GROUPS),
    )


def read_number(args: MultiDict[str, str], name: str, *, default: int) -> int:
    """A number of passages, from 1 to `MOST_SHOWN`.

    Raises:
        QuestionError: it is something else.
    """
    value = args.get(name, "").strip() or str(default)
    if not _NUMBER.fullmatch(value) or not 1 <= int(value) <= MOST_SHOWN:
        raise QuestionError(
            f"{name} cannot be {_short(value)!r}.",
            remedy=f"Give a number from 1 to {MOST_SHOWN}.",
        )
    return int(value)


def address(asked: Asked) -> str:
    """The address of the page that asks for this."""
    arguments: dict[str, Any] = {"q": asked.text or None, **_arguments(asked.filters)}
    if asked.shown != FIRST_SHOWN:
        arguments["toon"] = asked.shown
    return url_for("pages.find", **arguments)


def active_filters(asked: Asked) -> Iterator[ActiveFilter]:
    """The filters that are on, one by one."""
    filters = asked.filters
    for edition in filters.editions:
        rest = tuple(other for other in filters.editions if other != edition)
        yield _active(asked, _EDITIONS, str(edition), replace(filters, editions=rest))
    for theme in filters.themes:
        rest_themes = _without(filters.themes, theme)
        yield _active(asked, _THEMES, theme, replace(filters, themes=rest_themes))
    for place in filters.places:
        rest_places = _without(filters.places, place)
        yield _active(asked, _PLACES, place, replace(filters, places=rest_places))
    for group in filters.target_groups:
        rest_groups = _without(filters.target_groups, group)
        yield _active(asked, _TARGET_GROUPS, group, replace(filters, target_groups=rest_groups))


def _active(asked: Asked, names: tuple[str, str], value: str, rest: Filters) -> ActiveFilter:
    return ActiveFilter(names[0], value, Asked(asked.text, rest))


def _without(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)


def _arguments(filters: Filters) -> dict[str, list[str]]:
    return {
        _EDITIONS[0]: [str(number) for number in filters.editions],
        _THEMES[0]: list(filters.themes),
        _PLACES[0]: list(filters.places),
        _TARGET_GROUPS[0]: list(filters.target_groups),
    }


def _values(args: MultiDict[str, str], names: tuple[str, str]) -> tuple[str, ...]:
    values = (value.strip() for name in names for value in args.getlist(name))
    once = tuple(dict.fromkeys(value for value in values if value))
    if len(once) > _MOST_VALUES:
        raise QuestionError(
            f"There are {len(once)} values of {names[0]}.",
            remedy=f"Give at most {_MOST_VALUES}.",
        )
    return once


def _edition(value: str) -> int:
    if not _NUMBER.fullmatch(value):
        raise QuestionError(
            f"There is no edition {_short(value)!r}.", remedy="Give the number of an edition: 1."
        )
    return int(value)


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST_ECHO else f"{value[:_LONGEST_ECHO]}…"
