"""`inspect --cases`: where the cases of a file begin."""

import sys
from pathlib import Path

import click

from corpus.library import ReadingItem
from search.cli.output import file_range, paragraph, print_json
from search.cli.session import Session, note
from search.inspection import edition_items, file_item, find_item
from search.page_names import ENGLISH, is_numbered, short
from search.starts import InspectedCase, InspectedCases, inspect_cases

_NOTHING = 1
_TITLE_WIDTH = 38
_COLOURS = {"sure": "green", "likely": "cyan", "unsure": "yellow"}


def named_item(session: Session, name: str) -> ReadingItem:
    """The file of that path, else the source of the series of that id."""
    path = Path(name)
    if path.is_file() or path.suffix:
        return file_item(path)
    return find_item(session.series(), session.home, name)


def show_cases(session: Session, name: str, *, password: str, style: str) -> None:
    """Prints the cases of a file or source; ends in 1 where a case was not found."""
    item = named_item(session, name)
    series = None if item.source.id == name and Path(name).suffix else session.series()
    beside = edition_items(series, session.home, item) if series else ()
    found = inspect_cases(item, series, beside=beside, password=password)
    if style == "json":
        print_json(found)
    else:
        _print(found)
    if lost := [case.title for case in found.cases if case.found_by == "not found"]:
        note(f"Not found: {', '.join(lost)}.")
        sys.exit(_NOTHING)


def _print(found: InspectedCases) -> None:
    named = "" if found.named else "; no manifest names its cases"
    click.echo(click.style(f"{found.source}{named}", bold=True))
    for case in found.cases:
        click.echo(_line(case))
        shown = case.reasons if case.confidence != "sure" else filter(None, [case.doubts])
        if said := "; ".join(shown):
            click.echo(paragraph(said, indent="    "))
        if case.remedy:
            click.echo(paragraph(f"! {case.remedy}", indent="    "))


def _line(case: InspectedCase) -> str:
    title = case.title if len(case.title) <= _TITLE_WIDTH else case.title[: _TITLE_WIDTH - 1] + "…"
    ends = file_range(case.pages) if case.pages else "-"
    pages = short(case.pages, ENGLISH) if is_numbered(case.pages) else "no number"
    sure = click.style(case.confidence, fg=_COLOURS[case.confidence])
    return (
        f"{pages or '-':12} {ends:8} {title:{_TITLE_WIDTH}} "
        f"{case.role or case.kind:12} {case.found_by}, {sure}"
    )
