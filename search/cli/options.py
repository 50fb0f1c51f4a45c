"""Options that several commands share."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from search.fields import FIELDS
from search.models import Filters

Function = Callable[..., Any]


def filter_options(command: Function) -> Function:
    """An option for each field (--edition, --theme, ...), handed on as one `filters`."""

    @wraps(command)
    def with_filters(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - what Click hands on
        chosen = {field.attribute: kwargs.pop(field.attribute) for field in FIELDS}
        return command(*args, filters=Filters(**chosen), **kwargs)

    for field in reversed(FIELDS):
        with_filters = click.option(
            f"--{field.name}",
            field.attribute,
            type=int if field.name == "edition" else str,
            multiple=True,
            help=field.help,
        )(with_filters)
    return with_filters


def format_options(*, lists: bool) -> Callable[[Function], Function]:
    """--json and, for lists, --jsonl and --csv, handed on as `style`; without any it is "text"."""

    def decorate(command: Function) -> Function:
        @click.option("--json", "style", flag_value="json", help="Print JSON.")
        @wraps(command)
        def with_style(*args: Any, style: str | None, **kwargs: Any) -> Any:  # noqa: ANN401
            return command(*args, style=style or "text", **kwargs)

        if not lists:
            return with_style
        lines = click.option("--jsonl", "style", flag_value="jsonl", help="Print JSON Lines.")
        return lines(
            click.option("--csv", "style", flag_value="csv", help="Print CSV.")(with_style)
        )

    return decorate
