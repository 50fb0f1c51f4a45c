"""Commands whose help begins with examples, and errors that end as a sentence and a remedy."""

import os
import sys
from typing import Any

import click

from corpus import WijkError

NOTHING = 1
INTERRUPTED = 130

Examples = tuple[tuple[str, str], ...]
"""Command lines, each with what it gives."""


class Problem(click.ClickException):
    """A `WijkError` as Click shows it: message and remedy on stderr, exit code 2."""

    exit_code = 2

    def __init__(self, error: WijkError) -> None:
        super().__init__(f"{error.message}\n{error.remedy}")


class WijkCommand(click.Command):
    """A command with examples.

    Args:
        *args: as `click.Command`.
        examples: shown first in its help.
        notation: what may stand in its words, and what it means; shown below the description.
        **kwargs: as `click.Command`.
    """

    def __init__(
        self,
        *args: Any,  # noqa: ANN401
        examples: Examples = (),
        notation: Examples = (),
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples
        self.notation = notation

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples, then the description, then the notation of its words."""
        _write_examples(self.examples, formatter)
        super().format_help_text(ctx, formatter)
        if self.notation:
            with formatter.section("Words"):
                formatter.write_dl(self.notation)


class WijkGroup(click.Group):
    """A group of such commands; the outermost turns errors into exit codes.

    Args:
        *args: as `click.Group`.
        examples: shown first in its help.
        **kwargs: as `click.Group`.
    """

    command_class = WijkCommand

    def __init__(self, *args: Any, examples: Examples = (), **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.examples = examples

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples, then the description."""
        _write_examples(self.examples, formatter)
        super().format_help_text(ctx, formatter)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - what the command returns
        """Runs the command; a closed pipe is no error, an interruption is not "nothing found"."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except WijkError as error:
            raise Problem(error) from error
        except BrokenPipeError:
            # What is still in the buffer must not complain when the process ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        return result


def end(*, found: bool) -> None:
    """Ends the process with exit code 1 when nothing was found."""
    if not found:
        sys.exit(NOTHING)


def _write_examples(examples: Examples, formatter: click.HelpFormatter) -> None:
    if not examples:
        return
    with formatter.section("Examples"):
        for line, gives in examples:
            formatter.write(f"{'':{formatter.current_indent}}{line}\n")
            formatter.write(f"{'':{formatter.current_indent + 4}}{gives}\n")
