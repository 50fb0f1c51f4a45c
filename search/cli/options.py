"""Options that several commands share."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from search.models import Filters

Function = Callable[..., Any]


def filter_options(command: Function) -> Function:
    """--edition, --theme, --place and --target-group, handed on as one `filters`."""

    @click.option("--edition", "editions", type=int, multiple=True, help="Number of an edition.")
    @click.option("--theme", "themes", multiple=True, help="A theme, or a keyword of the case.")
    @click.option("--place", "places", multiple=True, help="Town, neighbourhood or province.")
    @click.option("--target-group", "groups", multiple=True, help="Whom the case is for.")
    @wraps(command)
    def with_filters(
        *args: Any,  # noqa: ANN401 - what Click hands on
        editions: tuple[int, ...],
        themes: tuple[str, ...],
        places: tuple[str, ...],
        groups: tuple[str, ...],
        **kwargs: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        return command(*args, filters=Filters(editions, themes, places, groups), **kwargs)

    return with_filters


def format_options(*, csv: bool) -> Callable[[Function], Function]:
    """--json and, for lists, --csv, handed on as `style`: "text", "json" or "csv"."""

    def decorate(command: Function) -> Function:
        @click.option("--json", "style", flag_value="json", help="Print JSON.")
        @wraps(command)
        def with_style(*args: Any, style: str | None, **kwargs: Any) -> Any:  # noqa: ANN401
            return command(*args, style=style or "text", **kwargs)

        if csv:
            return click.option("--csv", "style", flag_value="csv", help="Print CSV.")(with_style)
        return with_style

    return decorate
