"""Prints values: as JSON, as CSV, and the pieces of text that several commands share."""

import csv
import io
import re
import shutil
import textwrap
from collections.abc import Iterable, Sequence

import click
import msgspec

from corpus import PageRef
from search.models import CaseRef, DocumentRef, Snippet

_WIDEST = 100
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def print_json(value: object) -> None:
    """Prints a value as indented JSON."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def print_lines(values: Iterable[object]) -> None:
    """Prints values as JSON Lines: one on each line."""
    for value in values:
        click.echo(msgspec.json.encode(value))


def print_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints rows as CSV (RFC 4180, UTF-8), with a header.

    A text that a spreadsheet would take for a formula gets an apostrophe in front of it, which a
    spreadsheet does not show (OWASP, "CSV Injection").
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    click.echo(text.getvalue().encode(), nl=False)


def print_list(
    whole: object,
    items: Iterable[object],
    *,
    style: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
) -> bool:
    """Prints a list for a program: whole as JSON, item by item as JSON Lines, or rows as CSV.

    False, and nothing printed, when the style is text for a reader.
    """
    if style == "json":
        print_json(whole)
    elif style == "jsonl":
        print_lines(items)
    elif style == "csv":
        print_csv(columns, rows)
    return style != "text"


def _harmless(cell: object) -> object:
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return f"'{cell}"
    return cell


def case_line(case: CaseRef) -> str:
    """The title of a case with its place and edition."""
    edition = f"edition {case.edition}" if case.edition else "the whole series"
    where = ", ".join(part for part in (case.place, edition) if part)
    return f"{click.style(case.title, bold=True)} ({where})"


def page_text(page: PageRef | None, document: DocumentRef) -> str:
    """The printed page, the page of the file where it differs, and whose text it is."""
    kind = {"summary": "our summary", "publication": "", "page": "web page"}[document.kind]
    if page is None:
        return kind
    printed = f"p. {page.label}"
    file_page = "" if page.label == str(page.number) else f"page {page.number} of the file"
    return ", ".join(part for part in (printed, file_page, kind) if part)


def page_range(pages: Sequence[PageRef]) -> str:
    """The printed pages of a case: "p. 5-6"."""
    if not pages:
        return ""
    first, last = pages[0].label, pages[-1].label
    return f"p. {first}" if first == last else f"p. {first}-{last}"


def marked(snippet: Snippet) -> str:
    """The text of a snippet wrapped as a paragraph, with its matched words in bold."""
    pieces: list[str] = []
    cursor = 0
    for start, end in snippet.highlights:
        pieces += [snippet.text[cursor:start], _ON, snippet.text[start:end], _OFF]
        cursor = end
    wrapped = paragraph("".join((*pieces, snippet.text[cursor:])))
    return _MARKED.sub(lambda match: click.style(match[1], bold=True), wrapped)


# Stand for the escape codes while lines are counted off: one column each instead of four.
_ON, _OFF = "\x0e", "\x0f"
_MARKED = re.compile(f"{_ON}([^{_OFF}]*){_OFF}")


def paragraph(text: str, *, indent: str = "  ") -> str:
    """The text indented and wrapped to the terminal, at most 100 columns."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    wrapper = textwrap.TextWrapper(
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return "\n".join(wrapper.fill(line) for line in text.split("\n") if line)
