"""`cases`, `case`, `similar` and `matrix`."""

import click

from search.cases import SORTS, cross, list_cases, read_case, similar_cases
from search.cases.similar import DEFAULT_LIMIT
from search.cli.case_tables import print_case, print_cases, print_matrix, print_similar
from search.cli.group import WijkCommand, end
from search.cli.options import filter_options, format_options
from search.cli.output import print_json
from search.cli.session import Session
from search.editions import edition_names
from search.fields import FIELDS
from search.models import Filters

_FIELD = click.Choice([field.name for field in FIELDS])


@click.command(
    cls=WijkCommand,
    examples=(
        ("wijk cases", "all cases, edition by edition"),
        ("wijk cases vrijwilligers --target-group jongeren", "by words and target group"),
        ("wijk cases --theme ontmoeting --theme groen --province Utrecht", "either theme, there"),
        ("wijk cases --edition 1 --facets", "and how many cases each other filter would leave"),
        ("wijk cases --sort place --csv > cases.csv", "for a spreadsheet"),
    ),
)
@click.argument("words", nargs=-1)
@filter_options
@click.option(
    "--sort", type=click.Choice(SORTS), default=SORTS[0], show_default=True,
    help="The order; without words relevance is the order of the editions.",
)  # fmt: skip
@click.option("--facets", is_flag=True, help="Also count what else could be chosen.")
@format_options(lists=True)
@click.pass_obj
def cases(  # noqa: PLR0913 - one for each option
    session: Session,
    words: tuple[str, ...],
    filters: Filters,
    *,
    sort: str,
    facets: bool,
    style: str,
) -> None:
    """Find cases by words and by any field of their card.

    Several values of one field widen the list, values of different fields narrow it. A theme or
    target group finds what falls under it too.
    """
    with session.collection() as collection:
        found = list_cases(collection, " ".join(words), filters, sort=sort, facets=facets)
        print_cases(found, names=edition_names(collection.catalogue.series), style=style)
    end(found=bool(found.cases))


@click.command(
    cls=WijkCommand,
    examples=(
        ("wijk case stichting-polka", "its card, its best sentences, its text with pages"),
        ("wijk case stichting-polka --json", "for a program"),
    ),
)
@click.argument("case_id", metavar="ID")
@format_options(lists=False)
@click.pass_obj
def case(session: Session, case_id: str, style: str) -> None:
    """Show one case, by its id, its title or what its id alone begins or ends with.

    Each value of the card that comes from the text has its quote and page. What no source says is
    not described, and is not guessed.
    """
    with session.collection() as collection:
        text = read_case(collection, case_id)
        if style == "json":
            print_json(text)
        else:
            print_case(text)


@click.command(
    cls=WijkCommand,
    examples=(
        ("wijk similar stichting-polka", "the five cases most like it, and in what"),
        ("wijk similar stichting-polka --edition 1 --limit 1", "in another edition"),
    ),
)
@click.argument("case_id", metavar="ID")
@filter_options
@click.option(
    "--limit", type=click.IntRange(1), default=DEFAULT_LIMIT, show_default=True,
    help="How many cases at most.",
)  # fmt: skip
@format_options(lists=True)
@click.pass_obj
def similar(session: Session, case_id: str, filters: Filters, limit: int, style: str) -> None:
    """Find the cases that are most like one, and say in what.

    The weights behind the themes, target groups and words that two cases share add up to the score.
    """
    with session.collection() as collection:
        found = similar_cases(collection, case_id, filters, limit=limit)
        print_similar(found, style=style)
    end(found=bool(found.similar))


@click.command(
    cls=WijkCommand,
    examples=(
        ("wijk matrix", "themes by edition, with the empty cells: the gap map"),
        ("wijk matrix --rows theme --columns target-group", "for whom a theme was never tried"),
        ("wijk matrix --rows province --list", "the cases behind each cell"),
    ),
)
@click.option("--rows", type=_FIELD, default="theme", show_default=True, help="A field.")
@click.option("--columns", type=_FIELD, default="edition", show_default=True, help="Another.")
@filter_options
@click.option("--list", "listed", is_flag=True, help="Name the cases behind each cell.")
@format_options(lists=True)
@click.pass_obj
def matrix(  # noqa: PLR0913 - one for each option
    session: Session, rows: str, columns: str, filters: Filters, *, listed: bool, style: str
) -> None:
    """Cross two fields: how many cases have both values, and where there is none."""
    with session.collection() as collection:
        table = cross(collection, rows, columns, filters)
        print_matrix(table, listed=listed, style=style)
    end(found=bool(table.total))
