"""Prints cases: lists with their facets, a case with its card, similar cases, a matrix."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise

import click

from corpus import CARD_FIELDS, FIELD_LABELS, PageRef
from search.cases import (
    CaseList,
    CaseSummary,
    CaseText,
    Facet,
    LabelEntry,
    Matrix,
    Proof,
    SimilarCases,
)
from search.cli.output import (
    case_line,
    offer,
    page_range,
    page_text,
    page_words,
    paragraph,
    print_list,
    quoted,
    terminal_width,
)
from search.models import DocumentRef
from search.sheets import cases_sheet, matrix_sheet, similar_sheet

_TITLE_WIDTH = 38
_PLACE_WIDTH = 22
_FIELD_WIDTH = 28
_MOST_VALUES = 10
_COLUMN_WIDTH = 5
_NOT_DESCRIBED = "not described"


def print_cases(found: CaseList, *, names: Mapping[int, str], style: str) -> None:
    """Prints a list of cases, in text edition by edition where they stand in that order.

    Args:
        found: the list.
        names: of the editions, by number.
        style: "text", or the form for a program.
    """
    if print_list(found, cases_sheet(found), style=style):
        return
    editions = [case.edition or 0 for case in found.cases]
    if all(before <= after for before, after in pairwise(editions)):
        for edition, cases in groupby(found.cases, key=lambda case: case.edition):
            name = names.get(edition or 0, "")
            click.echo(click.style(f"Edition {edition}: {name}", bold=True))
            for case in cases:
                click.echo(_case_line(case))
    else:
        for case in found.cases:
            click.echo(f"{_case_line(case)}, edition {case.edition}")
    for facet in found.facets:
        _print_facet(facet)
    count = "1 case." if found.total == 1 else f"{found.total} cases."
    click.echo(count if found.cases else "No cases found.", err=True)
    offer(found.suggestion)


def _case_line(case: CaseSummary) -> str:
    pages = "not found" if case.found_by == "not found" else page_range(case.pages)
    title = case.title if len(case.title) <= _TITLE_WIDTH else case.title[: _TITLE_WIDTH - 1] + "…"
    place = case.place or case.municipality or ""
    return f"  {title:{_TITLE_WIDTH}} {place:{_PLACE_WIDTH}} {pages:9} {case.id}"


def _print_facet(facet: Facet) -> None:
    """The first values; a star is before what is chosen."""
    click.echo(click.style(f"\n--{facet.field}", bold=True))
    for value in facet.values[:_MOST_VALUES]:
        mark = "*" if value.chosen else " "
        name = "" if value.label == value.value else f"  {value.label}"
        click.echo(f"{mark}{value.count:4}  {value.value}{name}")
    if more := len(facet.values) - _MOST_VALUES:
        click.echo(f"      and {more} more: --json") if more > 0 else None


def print_case(text: CaseText) -> None:
    """Prints the card of a case, its best sentences, and its text with pages."""
    case = text.case
    click.echo(click.style(case.title, bold=True))
    if not case.named:
        click.echo("  No public source gives the name of this case.")
    for name, value in _facts(case):
        _print_line(name, value)
    if case.kind == "case":
        click.echo("\n" + click.style("Card", bold=True))
        _print_card(text)
    if text.gist:
        click.echo("\n" + click.style("Its best sentences", bold=True))
        for sentence in text.gist:
            click.echo(paragraph(sentence.text))
            _print_page(_within(case.document, sentence.page))
    _print_passages(text)


def _facts(case: CaseSummary) -> list[tuple[str, str]]:
    web = " (web page)" if case.document.format == "html" else ""
    facts = {
        "edition": str(case.edition or ""),
        "pages": page_words(case.pages),
        "document": f"{case.document.title}{web}",
        "keywords": ", ".join(case.keywords),
        "sources": " ".join(case.sources),
        "background": " ".join(case.background_sources),
        "open": case.location,
    }
    return [(name, value) for name, value in facts.items() if value]


def _print_card(text: CaseText) -> None:
    """Field by field; an empty one is said to be so."""
    _print_labels("themes", text.themes, text.case.themes)
    _print_labels("target groups", text.target_groups, text.case.target_groups)
    for field in CARD_FIELDS:
        entries = [entry for entry in text.card if entry.field == field]
        if not entries:
            _print_line(FIELD_LABELS[field], click.style(_NOT_DESCRIBED, dim=True))
        for entry in entries:
            note = f" ({entry.note})" if entry.note else ""
            _print_line(FIELD_LABELS[field], "" if entry.is_quoted else f"{entry.value}{note}")
            _print_proof(entry.proof)
    for note in text.notes:
        click.echo(paragraph(note))


def _print_labels(name: str, labels: Sequence[LabelEntry], plain: Sequence[str]) -> None:
    """The labels with their best proof, or the manifest's own words where there are none."""
    if not labels:
        _print_line(name, ", ".join(plain) or click.style(_NOT_DESCRIBED, dim=True))
    for label in labels:
        _print_line(name, label.label)
        _print_proof(label.proof[:1])


def _print_line(name: str, value: str) -> None:
    click.echo(f"  {name + ':':{_FIELD_WIDTH}} {value}".rstrip())


def _print_proof(proofs: Iterable[Proof]) -> None:
    for proof in proofs:
        click.echo(paragraph(quoted(proof.whole), indent=" " * 6))
        _print_page(_within(proof.document, *proof.pages), indent=6)


def _within(document: DocumentRef, *pages: PageRef | None) -> str:
    """Where a text of the case stands; that a whole case is a web page is said once, above."""
    return page_text(document, *pages) if any(pages) or document.format != "html" else ""


def _print_page(where: str, *, indent: int = 4) -> None:
    if where:
        click.echo(" " * indent + click.style(where, fg="cyan"))


def _print_passages(text: CaseText) -> None:
    headings: tuple[str, ...] = ()
    for passage in text.passages:
        if passage.headings != headings:
            headings = passage.headings
            path = " > ".join(heading for heading in headings if heading != text.case.title)
            click.echo("\n" + click.style(path, bold=True) if path else "")
        click.echo(paragraph(passage.text))
        _print_page(_within(text.case.document, passage.page))


def print_similar(found: SimilarCases, *, style: str) -> None:
    """Prints the cases that are most like one, each with its reasons and their weights."""
    if print_list(found, similar_sheet(found), style=style):
        return
    for one in found.similar:
        click.echo(f"{case_line(one.case)}  {one.score:.2f}  {one.case.id}")
        for reason in one.reasons:
            shared = ", ".join(f"{item.label} {item.weight:.3f}" for item in reason.shared)
            click.echo(paragraph(f"{reason.field} {reason.weight:.2f}: {shared}", indent="    "))
    if not found.similar:
        click.echo("No case is like it.", err=True)


def print_matrix(table: Matrix, *, listed: bool, style: str) -> None:
    """Prints counts, a dot where there is no case; columns have numbers, explained below.

    What does not fit beside each other in the terminal stands below each other, rows and all.
    """
    if print_list(table, matrix_sheet(table), style=style):
        return
    heads = table.columns.values
    fitting = max(1, (terminal_width() - _TITLE_WIDTH) // _COLUMN_WIDTH)
    for first in range(0, len(heads), fitting):
        _print_columns(table, range(first, min(first + fitting, len(heads))))
        click.echo()
    for number, column in zip(_numbers(heads), heads, strict=True):
        label = _NOT_DESCRIBED if column.value is None else column.label
        click.echo(f"  {number:>3}  {label}: {column.total}")
    if listed:
        click.echo()
        _print_cells(table)


def _print_columns(table: Matrix, shown: range) -> None:
    click.echo(" " * _TITLE_WIDTH + "".join(f"{n + 1:>{_COLUMN_WIDTH}}" for n in shown))
    for one, cells in zip(table.rows.values, table.cells, strict=True):
        label = _NOT_DESCRIBED if one.value is None else one.label
        counts = "".join(f"{cells[n].count or '·':>{_COLUMN_WIDTH}}" for n in shown)
        click.echo(f"{label[: _TITLE_WIDTH - 2]:{_TITLE_WIDTH}}{counts}")


def _print_cells(table: Matrix) -> None:
    for row, cells in zip(table.rows.values, table.cells, strict=True):
        for column, cell in zip(table.columns.values, cells, strict=True):
            if cell.count:
                cases = ", ".join(case.title for case in cell.cases)
                click.echo(paragraph(f"{row.label} × {column.label}: {cases}", indent=""))


def _numbers(heads: Sequence[object]) -> list[str]:
    return [str(number) for number in range(1, len(heads) + 1)]
