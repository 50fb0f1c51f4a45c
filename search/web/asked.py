"""Reads what an address asks for, and writes the address of it: the address is the whole state."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from flask import url_for
from werkzeug.datastructures import MultiDict

from corpus import QuestionError
from search.cases import SORTS
from search.fields import FIELDS, Field
from search.models import NO_FILTERS, Filters

FIRST_SHOWN = 20
"""How many passages are shown at first; "meer" adds as many again."""

MOST_SHOWN = 1_000
_MOST_VALUES = 60

SORT_NAMES = {
    "relevance": "beste",
    "edition": "bundel",
    "title": "titel",
    "place": "plaats",
    "municipality": "gemeente",
    "province": "provincie",
    "year": "jaar",
}
"""The orders of a list of cases as an address and a reader have them."""

_SORTS = {name: sort for sort, name in SORT_NAMES.items()}
_ENDPOINTS = {"find": "pages.find", "cases": "cases.listed"}
_NUMBER = re.compile(r"[0-9]{1,4}")
_LONGEST_ECHO = 40
_QUESTION = re.compile(
    r"\W*(wie|wat|waar|waarom|waardoor|waarmee|waarvoor|waarover|wanneer|hoe|hoeveel|hoelang|welke?)"
    r"\s+\w",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page was asked for.

    Attributes:
        text: words or a question, as typed, without blanks around it.
        filters: which cases to look in.
        shown: how many passages to show at most.
        sort: the order of a list of cases.
        page: the page that is asked: for passages, or for cases.
    """

    text: str = ""
    filters: Filters = NO_FILTERS
    shown: int = FIRST_SHOWN
    sort: str = SORTS[0]
    page: Literal["find", "cases"] = "find"

    @property
    def is_question(self) -> bool:
        """Whether the text is a question rather than words to look for."""
        return self.text.endswith("?") or _QUESTION.match(self.text) is not None


class ActiveFilter(NamedTuple):
    """A filter that is on: its field and value, and what is asked without it."""

    field: Field
    value: str
    without: Asked


def read_asked(args: MultiDict[str, str], page: Literal["find", "cases"] = "find") -> Asked:
    """What the arguments of a page ask for.

    Raises:
        QuestionError: an edition or number of passages that is no number, or an unknown order.
    """
    shown = read_number(args, "toon", default=FIRST_SHOWN)
    text = args.get("q", "").strip()
    return Asked(text, read_filters(args), shown, read_sort(args), page)


def read_filters(args: MultiDict[str, str]) -> Filters:
    """The filters in the arguments; empty values count as none.

    Pages name the fields in Dutch, programs may also use the names that options have.

    Raises:
        QuestionError: an edition that is no number, or more values than a person would choose.
    """
    chosen: dict[str, Any] = {}
    for field in FIELDS:
        names = (field.parameter, field.name, field.name.replace("-", "_"))
        values = _values(args, tuple(dict.fromkeys(names)))
        chosen[field.attribute] = tuple(map(_edition, values)) if _is_number(field) else values
    return Filters(**chosen)


def read_sort(args: MultiDict[str, str]) -> str:
    """The order of a list of cases.

    Raises:
        QuestionError: there is no such order.
    """
    asked = (args.get("volgorde") or args.get("sort") or SORTS[0]).strip()
    sort = _SORTS.get(asked, asked)
    if sort not in SORTS:
        raise QuestionError(
            f"There is no order {_short(sort)!r}.", remedy=f"Give: {', '.join(SORTS)}."
        )
    return sort


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
    return url_for(_ENDPOINTS[asked.page], **arguments_of(asked))


def arguments_of(asked: Asked) -> dict[str, Any]:
    """What is asked, as the arguments of an address."""
    arguments: dict[str, Any] = {"q": asked.text or None}
    for field in FIELDS:
        arguments[field.parameter] = [str(v) for v in getattr(asked.filters, field.attribute)]
    if asked.shown != FIRST_SHOWN:
        arguments["toon"] = asked.shown
    if asked.sort != SORTS[0]:
        arguments["volgorde"] = SORT_NAMES[asked.sort]
    return arguments


def active_filters(asked: Asked) -> Iterator[ActiveFilter]:
    """The filters that are on, one by one."""
    for field in FIELDS:
        for value in getattr(asked.filters, field.attribute):
            yield ActiveFilter(field, str(value), without(asked, field, str(value)))


def without(asked: Asked, field: Field, value: str | None = None) -> Asked:
    """What is asked without a value of a field, or without all of them."""
    now = getattr(asked.filters, field.attribute)
    left = tuple(one for one in now if value is not None and str(one) != value)
    return _with_values(asked, field, left)


def including(asked: Asked, field: Field, value: str) -> Asked:
    """What is asked with a value of a field added."""
    now = getattr(asked.filters, field.attribute)
    return _with_values(asked, field, (*now, int(value) if _is_number(field) else value))


def _with_values(asked: Asked, field: Field, values: tuple[Any, ...]) -> Asked:
    filters = replace(asked.filters, **{field.attribute: values})
    return replace(asked, filters=filters, shown=FIRST_SHOWN)


def _is_number(field: Field) -> bool:
    return field.name == "edition"


def _values(args: MultiDict[str, str], names: tuple[str, ...]) -> tuple[str, ...]:
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
