"""`search`, `ask` and `themes`."""

from collections.abc import Sequence

import click

from corpus import all_sources
from search.answers import ask as ask_question
from search.cli.group import WijkCommand, end
from search.cli.options import filter_options, format_options
from search.cli.output import paragraph, print_json
from search.cli.session import Session
from search.cli.tables import (
    print_answer,
    print_results,
    print_themes,
)
from search.collection import Collection
from search.hits import DEFAULT_LIMIT
from search.hits import search as search_passages
from search.models import DocumentRef, Filters
from search.themes import count_themes


@click.command(
    cls=WijkCommand,
    examples=(
        ("wijk search moestuin", "every passage, grouped by case, with page and address"),
        ('wijk search "samen eten" --edition 1 --edition 3', "in two editions"),
        ("wijk search ouderen --place Amsterdam --json | jq '.hits[].page'", "for a program"),
        ("""wijk search '"sociale basis"'""", "quotes inside quotes: words that follow each other"),
        ("wijk search 'ouderen AND (eten OR koken) -restaurant'", "EN, OF and NIET do the same"),
        ("wijk search 'wijk* plaats:Utrecht' --explain", "words that begin so; why it was found"),
    ),
    notation=(
        ('"samen eten"', "these words, following each other"),
        ('"eten wijk"~5', "with at most 5 other words among them"),
        ("wijk*, buurthuis~", "words that begin so; words spelt almost so"),
        ("a AND b, a OR b", "both; one of both (EN, OF)"),
        ("-word, NOT word", "not this (NIET)"),
        ("plaats:Utrecht", "also titel, kop, tekst, bundel, thema, gemeente, provincie, doelgroep"),
        ("( )", "what belongs together"),
    ),
)
@click.argument("words", nargs=-1, required=True)
@filter_options
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=DEFAULT_LIMIT,
    show_default=True,
    help="How many passages at most.",
)
@click.option("--exact", is_flag=True, help="Only the words as typed: nothing that is like them.")
@click.option("--explain", is_flag=True, help="Tell by which words each passage was found.")
@format_options(lists=True)
@click.pass_obj
def search(  # noqa: PLR0913 - an argument an option
    session: Session,
    words: tuple[str, ...],
    filters: Filters,
    *,
    limit: int,
    exact: bool,
    explain: bool,
    style: str,
) -> None:
    """Find passages by words.

    Inflections, compounds and other names of a thing are found too: kinderen finds kind, maaltijd
    finds buurtmaaltijd, buurthuis finds wijkcentrum. What was typed comes first; so do passages
    that meet more words, near each other, or in the title, of cases that are about them.
    """
    with session.collection() as collection:
        results = search_passages(collection, " ".join(words), filters, limit=limit, exact=exact)
        print_results(results, style=style, explain=explain)
        _note_whose_text(collection, [hit.document for hit in results.hits], style)
    end(found=bool(results.hits))


@click.command(
    cls=WijkCommand,
    examples=(
        ('wijk ask "Welk initiatief is er voor Poolse vrouwen?"', "quotes, each with its page"),
        ('wijk ask "Welke initiatieven zijn er in Amsterdam?"', "the cases that are asked for"),
        ('wijk ask "Wat doet de formulierenbrigade?" --json', "for a program"),
    ),
)
@click.argument("question", nargs=-1, required=True)
@filter_options
@format_options(lists=False)
@click.pass_obj
def ask(session: Session, question: tuple[str, ...], filters: Filters, style: str) -> None:
    """Answer a question with verbatim quotes, or say that the bundles do not say.

    Who asks which cases there are in a place, with a theme, for a target group, from a year or in a
    bundle, gets these cases.
    """
    with session.collection() as collection:
        answer = ask_question(collection, " ".join(question), filters)
        if style == "json":
            print_json(answer)
        else:
            print_answer(answer)
            _note_whose_text(collection, answer.documents, style)
    end(found=answer.verdict == "answered")


@click.command(
    cls=WijkCommand,
    examples=(
        ("wijk themes", "how many cases of each edition have each theme"),
        ("wijk themes --edition 1 --edition 3 --json", "two editions, with the cases"),
    ),
)
@click.option("--edition", "editions", type=int, multiple=True, help="Number of an edition.")
@format_options(lists=True)
@click.pass_obj
def themes(session: Session, editions: tuple[int, ...], style: str) -> None:
    """Count the cases with each theme, edition by edition."""
    with session.collection() as collection:
        print_themes(count_themes(collection, editions), style=style)


def _note_whose_text(collection: Collection, shown: Sequence[DocumentRef], style: str) -> None:
    """The series' notice, when something was shown of the box and not of an added publication."""
    notice = collection.catalogue.series.notice
    of_the_box = {source.id for source in all_sources(collection.catalogue.series)}
    if notice and style == "text" and any(document.id in of_the_box for document in shown):
        click.echo(paragraph(notice, indent=""), err=True)
