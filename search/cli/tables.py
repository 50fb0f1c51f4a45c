"""Prints what was found: hits by case, lists of cases, a case, an answer, themes."""

from itertools import groupby

import click

from search.cli.output import (
    case_line,
    marked,
    page_range,
    page_text,
    paragraph,
    print_list,
)
from search.models import (
    Answer,
    CaseList,
    CaseSummary,
    CaseText,
    Expansion,
    Hit,
    Reason,
    Results,
    ThemeTable,
)

_TITLE_WIDTH = 38
_PLACE_WIDTH = 22
_THEME_WIDTH = 26
_COUNT_WIDTH = 9
_WORDS_SHOWN = 8


def print_results(results: Results, *, style: str, explain: bool = False) -> None:
    """Prints hits, in text grouped by case in the order of each case's best passage."""
    rows = (hit_row(hit) for hit in results.hits)
    if print_list(results, results.hits, style=style, columns=HIT_COLUMNS, rows=rows):
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
    if results.suggestion:
        click.echo(f"Did you mean: {results.suggestion}", err=True)
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
        if where := page_text(hit.page, hit.document):
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
    page = f", p. {reason.page.label}" if reason.page else ""
    return f"{reason.typed}: {reason.met} ({how}), {reason.zone}{page}{times}"


HIT_COLUMNS = (
    "case_id", "case_title", "place", "edition", "document", "document_kind", "page_label",
    "page_number", "score", "text", "location",
)  # fmt: skip


def hit_row(hit: Hit) -> tuple[object, ...]:
    """The cells of a hit, a column of `HIT_COLUMNS` each."""
    page = (hit.page.label, hit.page.number) if hit.page else (None, None)
    case, document = hit.case, hit.document
    return (
        case.id, case.title, case.place, case.edition, document.id, document.kind, *page,
        hit.score, hit.snippet.text, hit.location,
    )  # fmt: skip


def print_cases(found: CaseList, *, style: str) -> None:
    """Prints a list of cases, in text edition by edition where they stand in that order."""
    rows = (_case_row(case) for case in found.cases)
    if print_list(found, found.cases, style=style, columns=_CASE_COLUMNS, rows=rows):
        return
    if found.cases:
        for edition, cases in groupby(found.cases, key=lambda case: case.edition):
            click.echo(click.style(f"Edition {edition}", bold=True))
            for case in cases:
                _print_case_line(case)
        click.echo("1 case." if found.total == 1 else f"{found.total} cases.", err=True)
    else:
        click.echo("No cases found.", err=True)


def _print_case_line(case: CaseSummary) -> None:
    pages = "not found" if case.found_by == "not found" else page_range(case.pages)
    title = case.title if len(case.title) <= _TITLE_WIDTH else case.title[: _TITLE_WIDTH - 1] + "…"
    place = case.place or ""
    click.echo(f"  {title:{_TITLE_WIDTH}} {place:{_PLACE_WIDTH}} {pages:9} {case.id}")


_CASE_COLUMNS = (
    "id", "title", "named", "place", "neighbourhood", "municipality", "province", "edition",
    "first_page", "last_page", "first_file_page", "last_file_page", "themes", "target_groups",
    "organisations", "social_capital", "document", "document_kind", "location",
)  # fmt: skip


def _case_row(case: CaseSummary) -> tuple[object, ...]:
    ends = (case.pages[0], case.pages[-1]) if case.pages else ()
    labels = tuple(page.label for page in ends) or (None, None)
    numbers = tuple(page.number for page in ends) or (None, None)
    return (
        case.id, case.title, case.named, case.place, case.neighbourhood, case.municipality,
        case.province, case.edition, *labels, *numbers, "; ".join(case.themes),
        "; ".join(case.target_groups), "; ".join(case.organisations), case.social_capital,
        case.document.id, case.document.kind, case.location,
    )  # fmt: skip


def print_case(text: CaseText) -> None:
    """Prints what is known of a case and its passages with their pages."""
    case = text.case
    click.echo(click.style(case.title, bold=True))
    if not case.named:
        click.echo("  No public source gives the name of this case.")
    for name, value in _facts(case):
        click.echo(f"  {name + ':':15} {value}")
    headings: tuple[str, ...] = ()
    for passage in text.passages:
        if passage.headings != headings:
            headings = passage.headings
            path = " > ".join(heading for heading in headings if heading != case.title)
            click.echo("\n" + click.style(path, bold=True) if path else "")
        click.echo(paragraph(passage.text))
        if where := page_text(passage.page, case.document):
            click.echo(click.style(f"    {where}", fg="cyan"))


def _facts(case: CaseSummary) -> list[tuple[str, str]]:
    where = dict.fromkeys((case.place, case.neighbourhood, case.municipality, case.province))
    facts = {
        "place": ", ".join(filter(None, where)),
        "edition": str(case.edition or ""),
        "pages": page_range(case.pages),
        "document": case.document.title,
        "themes": ", ".join(case.themes),
        "target groups": ", ".join(case.target_groups),
        "organisations": ", ".join(case.organisations),
        "social capital": case.social_capital or "",
        "sources": " ".join(case.sources),
        "background": " ".join(case.background_sources),
        "open": case.location,
    }
    return [(name, value) for name, value in facts.items() if value]


def print_answer(answer: Answer) -> None:
    """Prints the quotes of an answer, or that there are none."""
    if not answer.quotes:
        click.echo("The bundles do not say.", err=True)
    for quote in answer.quotes:
        # What somebody says in the text has its own marks.
        spoken = any(mark in quote.text for mark in "“”")
        click.echo(paragraph(quote.text if spoken else f"“{quote.text}”"))
        where = page_text(quote.page, quote.document)
        click.echo(f"    {', '.join(filter(None, (case_line(quote.case), where)))}")
        click.echo(f"    {quote.location}\n")


def print_themes(table: ThemeTable, *, style: str) -> None:
    """Prints a row a theme and a column an edition: cases with the theme of all cases."""
    rows = (
        (row.id, row.label, n.edition, n.count, n.of, "; ".join(c.id for c in n.cases))
        for row in table.themes
        for n in row.counts
    )
    columns = ("theme", "label", "edition", "count", "of", "cases")
    if not print_list(table, table.themes, style=style, columns=columns, rows=rows):
        head = "".join(f"{f'ed. {number}':>{_COUNT_WIDTH}}" for number in table.editions)
        click.echo(click.style(f"{'theme':{_THEME_WIDTH}}{head}", bold=True))
        for row in table.themes:
            counts = "".join(f"{f'{n.count} of {n.of}':>{_COUNT_WIDTH}}" for n in row.counts)
            click.echo(f"{row.label:{_THEME_WIDTH}}{counts}")
        known = "".join(f"{number:>{_COUNT_WIDTH}}" for number in table.described)
        click.echo(f"{'cases described':{_THEME_WIDTH}}{known}")
