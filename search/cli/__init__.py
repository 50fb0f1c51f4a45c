"""The command line: `wijk`. Thin: each command parses, calls one function of `search` and prints.

Results go to stdout, notes to stderr. The exit code is 0 when something was found, 1 when nothing
was, and 2 when there is a problem; a pipe that is closed early is no problem.
"""

import click

from search.cli.cases import case, cases, matrix, similar
from search.cli.citing import cite_cases
from search.cli.evaluating import batch, evaluate_collection
from search.cli.explaining import explain_word
from search.cli.finding import ask, search, themes
from search.cli.group import WijkGroup
from search.cli.indexing import add, index, remove, status
from search.cli.inspecting import inspect
from search.cli.series import series
from search.cli.serving import serve
from search.cli.session import Session
from search.config import read_settings


@click.group(
    cls=WijkGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    examples=(
        ("wijk search moestuin", "passages, with the page they stand on"),
        ('wijk ask "Welk initiatief is er voor Poolse vrouwen?"', "an answer in quotes"),
        ("wijk cases --place Utrecht --edition 1", "cases"),
        ("wijk --series voorbeeld/series.toml status", "another series"),
    ),
)
@click.option(
    "--series",
    "name",
    metavar="NAME|PATH",
    help="A series in the box, or a series.toml. Also WIJK_SERIES; default wij-in-de-wijk.",
)
@click.version_option(package_name="wijindewijk", prog_name="wijk")
@click.pass_context
def cli(context: click.Context, name: str | None) -> None:
    """Search a series of casebooks and land on the printed page.

    Everything that wijk writes lies in one folder: WIJK_HOME, or else the data folder of your
    system. Exit codes: 0 found, 1 nothing found, 2 a problem.
    """
    settings = read_settings()
    if not settings.color:
        context.color = False
    context.obj = Session(name or settings.series, settings.home)


for command in (
    search,
    cases,
    case,
    similar,
    matrix,
    ask,
    themes,
    cite_cases,
    batch,
    evaluate_collection,
    explain_word,
    index,
    status,
    inspect,
    add,
    remove,
    series,
    serve,
):
    cli.add_command(command)


def main() -> None:
    """Runs `wijk` on the arguments of the process."""
    cli(prog_name="wijk")
