"""`inspect`."""

import sys
from collections import Counter
from pathlib import Path

import click

from corpus import LibraryError, PageRef
from search.cli.group import WijkCommand
from search.cli.inspecting_cases import named_item, show_cases
from search.cli.options import format_options
from search.cli.output import paragraph, print_json
from search.cli.session import Session, note
from search.inspection import InspectedPage, Inspection, inspect_item
from search.page_names import ENGLISH, in_file, printed

_NOTHING = 1
_SHOWN = 90  # characters of what was dropped, in a list of pages


@click.command(
    cls=WijkCommand,
    examples=(
        ("wijk inspect bundel.pdf", "every page: its label, what is on it, what looks wrong"),
        ("wijk inspect casuswijzer-1 --page 8", "a page of a source, block by block"),
        ("wijk inspect bundel.pdf --page 8 --image p8.png", "a picture of how it was read"),
        ("wijk inspect casuswijzer-1 --cases", "where each case begins, and how sure that is"),
        ("wijk inspect bundel.pdf --json | jq '.pages[].suspicions'", "for a program"),
    ),
)
@click.argument("name", metavar="FILE|SOURCE")
@click.option("--page", type=click.IntRange(1), help="Only this page, by its number in the file.")
@click.option(
    "--image",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT.png",
    help="Draw that page with its blocks outlined and numbered.",
)
@click.option("--cases", is_flag=True, help="Show the cases and chapters that it falls apart into.")
@click.option(
    "--password",
    metavar="PW",
    default="",
    prompt=True,
    prompt_required=False,
    hide_input=True,
    help="Opens the file; asked for when you leave PW out. It is not kept.",
)
@format_options(lists=False)
@click.pass_obj
def inspect(  # noqa: PLR0913  # an option each
    session: Session,
    name: str,
    *,
    page: int | None,
    image: Path | None,
    cases: bool,
    password: str,
    style: str,
) -> None:
    """Show how a file is read, what looks wrong with its pages, and what to do about it.

    SOURCE is the id of a source of the series; `wijk status` lists them.
    """
    _check(page, image, cases=cases)
    if cases:
        show_cases(session, name, password=password, style=style)
        return
    found, picture = inspect_item(
        named_item(session, name), page=page, password=password, picture=image is not None
    )
    if image and picture:
        _write(image, picture)
    if style == "json":
        print_json(found)
    else:
        _print(found, in_full=page is not None)
    if not found.has_text:
        note(f"{found.source} has no text.")
        sys.exit(_NOTHING)


def _check(page: int | None, image: Path | None, *, cases: bool) -> None:
    if cases and (page is not None or image is not None):
        raise click.UsageError("--cases is of the whole file: leave --page and --image out.")
    if image is None:
        return
    if page is None:
        raise click.UsageError("--image draws one page: name it with --page.")
    if image.suffix.lower() != ".png":
        raise click.UsageError(f"--image writes a PNG: let {image.name} end in .png.")


def _write(image: Path, picture: bytes) -> None:
    try:
        image.write_bytes(picture)
    except OSError as error:
        raise LibraryError(
            f"{image} cannot be written: {error.strerror}.",
            remedy="Name a file in a folder that is there and that you may write in.",
        ) from error
    note(f"Drawn in {image}")


def _print(found: Inspection, *, in_full: bool) -> None:
    title = f", {found.title}" if found.title else ""
    click.echo(click.style(f"{found.source} ({found.format}{title})", bold=True))
    for remark in found.notes:
        click.echo(f"  ! {remark}")
    for page in found.pages:
        _print_page(page, in_full=in_full)
    for advice in found.advice:
        pages = f", page {', '.join(map(str, advice.pages))}" if advice.pages else ""
        click.echo(f"! {advice.suspicion}{pages} of the file")
        click.echo(f"  {advice.remedy}")


def _print_page(page: InspectedPage, *, in_full: bool) -> None:
    where = _where(page.label, page.number)
    counts = Counter(block.kind for block in page.blocks)
    blocks = ", ".join(_counted(count, kind) for kind, count in counts.items()) or "no blocks"
    marks = "".join(f"  ! {suspicion}" for suspicion in page.suspicions)
    line = f"{where}: {page.characters} characters by {page.method}, {blocks}"
    click.echo(line + click.style(marks, fg="yellow"))
    if in_full:
        _print_in_full(page)
    elif page.dropped:
        dropped = " / ".join(page.dropped)
        click.echo(f"    dropped: {dropped[:_SHOWN]}{'…' if len(dropped) > _SHOWN else ''}")


def _where(label: str | None, number: int | None) -> str:
    if label is None or number is None:
        return "the whole file"
    page = PageRef(label, number)
    return f"{printed((page,), ENGLISH)}, {in_file((page,), ENGLISH)}"


def _counted(count: int, kind: str) -> str:
    if count == 1:
        return f"1 {kind}"
    return f"{count} {kind}{'es' if kind.endswith('x') else 's'}"


def _print_in_full(page: InspectedPage) -> None:
    for number, block in enumerate(page.blocks, start=1):
        level = f" {block.level}" if block.level else ""
        click.echo(click.style(f"{number:>4} {block.kind}{level}", fg="cyan"))
        click.echo(paragraph(block.text, indent="     "))
    for line in page.dropped:
        click.echo(f"  dropped: {line}")
