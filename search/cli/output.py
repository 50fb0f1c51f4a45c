"""Prints values: as JSON, as CSV, and the pieces of text that several commands share."""

import re
import shutil
import textwrap
from collections.abc import Iterable, Sequence

import click
import msgspec

from corpus import PageRef
from search import page_names
from search.models import CaseRef, DocumentRef, Snippet, is_spoken
from search.sheets import Sheet, as_csv

_WIDEST = 100


def print_json(value: object) -> None:
    """Prints a value as indented JSON."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints rows as CSV in UTF-8, with a head."""
    click.echo(as_csv(columns, rows).encode(), nl=False)


def print_list(whole: object, sheet: Sheet, *, style: str) -> bool:
    """Prints a list for a program: whole as JSON, item by item as JSON Lines, or rows as CSV.

    False, and nothing printed, when the style is text for a reader.
    """
    if style == "json":
        print_json(whole)
    elif style == "jsonl":
        click.echo(sheet.as_lines().encode(), nl=False)
    elif style == "csv":
        click.echo(sheet.as_csv().encode(), nl=False)
    return style != "text"


def offer(meant: str | None) -> None:
    """Asks whether something else was meant, if it may have been."""
    if meant:
        click.echo(f"Did you mean: {meant}", err=True)


def case_line(case: CaseRef) -> str:
    """The title of a case with its place and edition."""
    edition = f"edition {case.edition}" if case.edition else "the whole series"
    where = ", ".join(part for part in (case.place, edition) if part)
    return f"{click.style(case.title, bold=True)} ({where})"


def quoted(text: str) -> str:
    """The text between quotation marks; what somebody says in it has its own."""
    return text if is_spoken(text) else f"“{text}”"


def page_text(document: DocumentRef, *printed: PageRef | None) -> str:
    """The printed pages, the pages of the file where they differ, and whose text it is."""
    is_web = document.format == "html"
    kind = "our summary" if document.kind == "summary" else "web page" if is_web else ""
    pages = [page for page in printed if page]
    return ", ".join(part for part in (page_words(pages), kind) if part)


def page_words(pages: Sequence[PageRef]) -> str:
    """The printed pages, and those of the file where they differ; nothing for no pages."""
    same = all(page.label == str(page.number) for page in pages)
    file = "" if same else page_names.in_file(pages, page_names.ENGLISH)
    return ", ".join(part for part in (page_names.printed(pages, page_names.ENGLISH), file) if part)


def page_range(pages: Sequence[PageRef]) -> str:
    """The printed pages in the column of a table, "p. 5-6"; "#5-6" in the file where none tell."""
    if page_names.is_numbered(pages):
        return page_names.short(pages, page_names.ENGLISH)
    return file_range(pages)


def file_range(pages: Sequence[PageRef]) -> str:
    """The pages in the file as a manifest takes them: "#5-6"."""
    return "#" + "-".join(str(n) for n in dict.fromkeys((pages[0].number, pages[-1].number)))


def marked(snippet: Snippet) -> str:
    """The text of a snippet wrapped as a paragraph, with its matched words in bold."""
    pieces: list[str] = []
    cursor = 0
    for start, end in snippet.highlights:
        pieces += [snippet.text[cursor:start], _ON, snippet.text[start:end], _OFF]
        cursor = end
    lead = "… " if snippet.goes_on else ""
    wrapped = paragraph("".join((lead, *pieces, snippet.text[cursor:])))
    return _MARKED.sub(lambda match: click.style(match[1], bold=True), wrapped)


# Stand for the escape codes while lines are counted off: one column each instead of four.
_ON, _OFF = "\x0e", "\x0f"
_MARKED = re.compile(f"{_ON}([^{_OFF}]*){_OFF}")


def terminal_width() -> int:
    """How many columns the terminal has; 80 where that is not known."""
    return shutil.get_terminal_size().columns


def paragraph(text: str, *, indent: str = "  ") -> str:
    """The text indented and wrapped to the terminal, at most 100 columns."""
    width = min(terminal_width(), _WIDEST)
    wrapper = textwrap.TextWrapper(
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return "\n".join(wrapper.fill(line) for line in text.split("\n") if line)
