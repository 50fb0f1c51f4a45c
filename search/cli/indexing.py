"""`index`, `status`, `add` and `remove`."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from corpus.library import add_publication, edition_of, remove_publication
from indexer.extract import SAYINGS
from search.cli.group import WijkCommand
from search.cli.options import format_options
from search.cli.output import page_words, print_json
from search.cli.session import Session, build, note
from search.collection import needs_build, open_collection
from search.status import DocumentStatus, Status, UnsureStart, read_status


@click.command(
    cls=WijkCommand,
    examples=(
        ("wijk index", "build the index, or say that it is up to date"),
        ("wijk index --rebuild", "build it again in any case"),
    ),
)
@click.option("--rebuild", is_flag=True, help="Build also when nothing changed.")
@format_options(lists=False)
@click.pass_obj
def index(session: Session, style: str, *, rebuild: bool) -> None:
    """Build the index of the series from its sources.

    The old index answers until the new one is whole. When sources cannot be read it stays, and
    each of them is named with the reason.
    """
    series = session.series()
    if rebuild or needs_build(series, session.home):
        build(series, session.home)
    else:
        note("The index is up to date.")
    _report(session, style)


@click.command(
    cls=WijkCommand,
    examples=(
        ("wijk status", "what is in the index, its age, and what is missing"),
        ("wijk status --json", "for a program"),
    ),
)
@format_options(lists=False)
@click.pass_obj
def status(session: Session, style: str) -> None:
    """Tell what is in the index and what is missing, with what to do about it."""
    with session.collection() as collection:
        state = read_status(collection, session.series(), session.home)
    if style == "json":
        print_json(state)
    else:
        _print_status(state)


@click.command(
    cls=WijkCommand,
    examples=(
        ("wijk add bundel-1.pdf --edition 1", "the real publication takes our summary's place"),
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--edition", type=int, required=True, help="Number of the edition it is.")
@format_options(lists=False)
@click.pass_obj
def add(session: Session, file: Path, edition: int, style: str) -> None:
    """Copy a publication into the library and build the index with it.

    The copy is the file as it is. One that opens only with a password is refused, since every
    build must open it again: save a copy without, which is yours to make.
    """
    from indexer.pipeline import check_readable  # noqa: PLC0415 - a search does not need it

    series = session.series()
    check_readable(file, edition_of(series, edition))
    item = add_publication(series, edition, file, session.home)
    note(f"Added {item.path}")
    build(series, session.home)
    _report(session, style)


@click.command(
    cls=WijkCommand,
    examples=(("wijk remove --edition 1", "our summary of edition 1 comes back"),),
)
@click.option("--edition", type=int, required=True, help="Number of the edition.")
@format_options(lists=False)
@click.pass_obj
def remove(session: Session, edition: int, style: str) -> None:
    """Take the copy of a publication out of the library and build the index without it."""
    series = session.series()
    note(f"Removed {remove_publication(series, edition, session.home)}")
    build(series, session.home)
    _report(session, style)


def _report(session: Session, style: str) -> None:
    series = session.series()
    with open_collection(series, session.home) as collection:
        state = read_status(collection, series, session.home)
    if style == "json":
        print_json(state)
    else:
        click.echo(_counts(state))
        _print_lost(state)


def _print_status(state: Status) -> None:
    click.echo(click.style(f"{state.title} ({state.series})", bold=True))
    click.echo(f"  {_counts(state)}")
    fresh = "older than its sources: wijk index" if state.stale else "up to date"
    click.echo(f"  index {state.stamp}, built {_ago(state.built)} ({state.built}), {fresh}")
    click.echo(f"  {state.folder}")
    for document in state.documents:
        pages = f"{document.pages or 'no'} page{'' if document.pages == 1 else 's'}"
        click.echo(f"  {document.id:28} {document.kind:12} {pages:10} {document.title}")
        for remark in (*document.notes, *_suspicions(document)):
            click.echo(f"    ! {remark}")
    _print_lost(state)
    for missing in state.missing:
        click.echo(f"\nMissing: {missing.title}")
        click.echo(f"  Only our summary of edition {missing.edition} is here. Offered at:")
        for address in missing.offered_at:
            click.echo(f"    {address}")
        click.echo(f"  Then: {missing.command}")


def _suspicions(document: DocumentStatus) -> Iterator[str]:
    for suspect in document.suspicions:
        pages = "1 page" if suspect.pages == 1 else f"{suspect.pages} pages"
        yield f"{pages} {SAYINGS[suspect.suspicion]}: wijk inspect {document.id}"


def _ago(built: str) -> str:
    """How long ago, in the largest whole unit: "3 hours ago"."""
    age = datetime.now(UTC) - datetime.fromisoformat(built)
    for unit, seconds in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        if count := int(age.total_seconds() // seconds):
            return f"{count} {unit}{'s' if count > 1 else ''} ago"
    return "just now"


def _print_lost(state: Status) -> None:
    for case in state.lost_cases:
        click.echo(f"  ! {case.title} (edition {case.edition}) was not found in its document.")
    for contradiction in state.contradictions:
        click.echo(f"  ! {contradiction.id}: {contradiction.note}")
    for start in state.unsure_starts:
        click.echo(f"  ! {unsure_line(start)}: wijk inspect {start.document} --cases")


def unsure_line(start: UnsureStart) -> str:
    """What is unsure of a case: of a document that is one, not where it begins."""
    case = f"{start.title} (edition {start.edition})"
    if start.found_by == "whole document":
        return f"{case} may be no case"
    return f"{case} is not sure to begin{f' on {page_words([start.page])}' if start.page else ''}"


def _counts(state: Status) -> str:
    return (
        f"{state.sources} sources, {state.pages} pages, {state.cases} cases, "
        f"{state.passages} passages"
    )
