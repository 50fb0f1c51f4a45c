"""`series` and `series new`."""

from pathlib import Path

import click
from msgspec.structs import astuple

from corpus import Value, all_sources, find_series, series_in_the_box
from search.cli.group import WijkCommand, WijkGroup
from search.cli.options import format_options
from search.cli.output import print_json, print_list
from search.cli.session import Session, note
from search.sheets import Sheet


class SeriesLine(Value, frozen=True):
    """A series in a list: `current` says whether commands use it now."""

    id: str
    title: str
    editions: int
    cases: int
    current: bool


@click.group(
    cls=WijkGroup,
    invoke_without_command=True,
    examples=(
        ("wijk series", "the series in the box, and the one in use"),
        ("wijk series new ~/bundels", "make your own"),
    ),
)
@format_options(lists=True)
@click.pass_context
def series(context: click.Context, style: str) -> None:
    """List the series, or make a new one."""
    if context.invoked_subcommand is not None:
        return
    session: Session = context.obj
    lines = _lines(session)
    sheet = Sheet(lines, SeriesLine.__struct_fields__, [astuple(line) for line in lines])
    if not print_list({"series": lines}, sheet, style=style):
        for line in lines:
            mark = "*" if line.current else " "
            click.echo(f"{mark} {line.id:24} {line.editions} editions  {line.title}")


@series.command(
    cls=WijkCommand,
    examples=(
        ("wijk series new ~/bundels", "write ~/bundels/series.toml"),
        ("wijk --series ~/bundels/series.toml index", "then read the files"),
        ("wijk --series ~/bundels/series.toml search eenzaamheid", "and search them"),
    ),
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", help="Title of the series; default: the name of the folder.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="File to write; default: DIR/series.toml."
)
@format_options(lists=False)
def new(folder: Path, title: str | None, out: Path | None, style: str) -> None:
    """Write a manifest for the PDFs, web pages and text files in a folder.

    Every PDF becomes an edition with its chapters as cases. PDFs of a few pages that are one case
    each, and web pages that surely are, become one edition together; other web pages are about the
    series. Without PDFs all files are the cases of one edition, but for pages unlike the others.
    The manifest is plain text: mend titles, numbers and cases by hand. A file that cannot be read
    is left out, and said so.
    """
    from indexer.draft import draft_series  # noqa: PLC0415 - a search does not need it

    out = out or folder / "series.toml"
    drafted, problems = draft_series(folder, title=title, out=out)
    for problem in problems:
        note(f"Left out: {problem.message} {problem.remedy}")
    if style == "json":
        print_json(drafted)
    else:
        editions, files = len(drafted.editions), len(all_sources(drafted))
        click.echo(f"{out}: {_counted(editions, 'edition')}, {_counted(files, 'file')}")
    note(f"Next: wijk --series {out} index")


def _lines(session: Session) -> tuple[SeriesLine, ...]:
    names = series_in_the_box()
    if session.name not in names:
        names = (*names, session.name)
    lines = []
    for name in names:
        found = find_series(name)
        cases = sum(len(edition.cases) for edition in found.editions)
        lines.append(
            SeriesLine(found.id, found.title, len(found.editions), cases, name == session.name)
        )
    return tuple(lines)


def _counted(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"
