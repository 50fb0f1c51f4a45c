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
