"""Prints what was found: hits by case, an answer, themes."""

import click

from search.cli.output import (
    case_line,
    marked,
    offer,
    page_range,
    page_text,
    paragraph,
    print_list,
    quoted,
)
from search.models import Answer, Expansion, Hit, ListedCase, Reason, Results, ThemeTable
from search.sheets import results_sheet, themes_sheet

_THEME_WIDTH = 26
_COUNT_WIDTH = 9
_WORDS_SHOWN = 8


def print_results(results: Results, *, style: str, explain: bool = False) -> None:
    """Prints hits, in text grouped by case in the order of each case's best passage."""
    if print_list(results, results_sheet(results), style=style):
        pass
    elif results.hits:
        for hits in _by_case(results):
            _print_case_hits(hits, explain=explain)
        shown = f"{len(results.hits)} of " if len(results.hits) < results.total else ""
        passages = "1 passage" if results.total == 1 else f"{results.total} passages"
        cases = "1 case" if results.cases == 1 else f"{results.cases} cases, chapters or pages"
        click.echo(f"{shown}{passages} in {cases}.", err=True)
    else:
        click.echo("Nothing found.", err=True)
    offer(results.suggestion)
    if results.ignored:
        click.echo(f"The question is long: {results.ignored} words were left out.", err=True)
    for expansion in results.expansions:
        click.echo(_expansion_line(expansion), err=True)


def _expansion_line(expansion: Expansion) -> str:
    shown = ", ".join(expansion.words[:_WORDS_SHOWN])
    more = ", ..." if len(expansion.words) > _WORDS_SHOWN else ""
    if expansion.of > len(expansion.words):
        count = f"the {len(expansion.words)} most frequent of {expansion.of} words"
    else:
        count = "1 word" if expansion.of == 1 else f"{expansion.of} words"
    return f"{expansion.typed} stands for {count}{': ' if shown else ''}{shown}{more}"


def _by_case(results: Results) -> list[list[Hit]]:
    groups: dict[str, list[Hit]] = {}
    for hit in results.hits:
        groups.setdefault(hit.case.id, []).append(hit)
    return list(groups.values())


def _print_case_hits(hits: list[Hit], *, explain: bool) -> None:
    click.echo(case_line(hits[0].case))
    for hit in hits:
        click.echo(marked(hit.snippet))
        if where := page_text(hit.document, hit.page):
            click.echo(click.style(f"    {where}", fg="cyan"))
        click.echo(f"    {hit.location}")
        for reason in hit.why if explain else ():
            click.echo(f"    - {_reason_line(reason)}")
    click.echo()


_HOW = {
    "form": "as typed",
    "lemma": "another form",
    "part": "part of a compound",
    "parts": "its parts",
    "name": "another name of the place",
    "phrase": "as typed",
    "near": "near each other",
    "prefix": "begins so",
    "fuzzy": "spelt almost so",
    "synonym": "the same thing",
    "narrower": "a kind of it",
    "broader": "a wider word",
    "related": "belongs to it",
}


def _reason_line(reason: Reason) -> str:
    """A reason in a line: what was typed, what met it, how and where."""
    how = _HOW[reason.how] + (f": {reason.name}" if reason.name else "")
    times = f", {reason.times} times" if reason.times > 1 else ""
    page = f", {page_range([reason.page])}" if reason.page else ""
    return f"{reason.typed}: {reason.met} ({how}), {reason.zone}{page}{times}"


def print_answer(answer: Answer) -> None:
    """Prints the quotes or the cases of an answer, or that there are none."""
    if answer.verdict == "not-in-the-bundles":
        click.echo("The bundles do not say.", err=True)
    for listed in answer.cases:
        _print_listed(listed)
    for quote in answer.quotes:
        click.echo(paragraph(quoted(quote.whole)))
        where = page_text(quote.document, *quote.pages)
        click.echo(f"    {', '.join(filter(None, (case_line(quote.case), where)))}")
        click.echo(f"    {quote.location}\n")
    offer(answer.suggestion)


def _print_listed(listed: ListedCase) -> None:
    """Prints a case that was asked for: where it begins, and the sentence that proves it."""
    pages = (listed.page,) if listed.page else ()
    where = page_text(listed.document, *pages)
    click.echo(", ".join(filter(None, (case_line(listed.case), where))))
    if proof := listed.proof:
        page = page_text(proof.document, *proof.pages)
        click.echo(paragraph(" ".join(filter(None, (quoted(proof.whole), page)))))
    click.echo(f"    {listed.location}\n")


def print_themes(table: ThemeTable, *, style: str) -> None:
    """Prints a row a theme and a column an edition: cases with the theme of all cases.

    In the terminal the themes that no case has are named below the table, in one sentence.
    """
    if not print_list(table, themes_sheet(table), style=style):
        head = "".join(f"{f'ed. {number}':>{_COUNT_WIDTH}}" for number in table.editions)
        click.echo(click.style(f"{'theme':{_THEME_WIDTH}}{head}", bold=True))
        for row in filter(lambda row: row.is_found, table.themes):
            counts = "".join(f"{f'{n.count} of {n.of}':>{_COUNT_WIDTH}}" for n in row.counts)
            click.echo(f"{row.label:{_THEME_WIDTH}}{counts}")
        known = "".join(f"{number:>{_COUNT_WIDTH}}" for number in table.described)
        click.echo(f"{'cases described':{_THEME_WIDTH}}{known}")
        if absent := ", ".join(row.label for row in table.themes if not row.is_found):
            click.echo(paragraph(f"In no case: {absent}."))
