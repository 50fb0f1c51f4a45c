"""`cite`."""

import click

from search.citing import FORMS, cite
from search.cli.group import WijkCommand
from search.cli.session import Session


@click.command(
    "cite",
    cls=WijkCommand,
    examples=(
        ("wijk cite stichting-polka", "a reference in APA 7, as it is used in Dutch"),
        ("wijk cite stichting-polka/003 --format markdown", "a passage that a search found"),
        ("wijk cite stichting-polka oranjerijk --format ris > two.ris", "for a reference manager"),
    ),
)
@click.argument("ids", metavar="ID|HIT...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMS)), default="apa", show_default=True,
    help="How to write it.",
)  # fmt: skip
@click.pass_obj
def cite_cases(session: Session, ids: tuple[str, ...], form: str) -> None:
    """Cite cases, chapters, pages, or passages by the id that `search --json` gives.

    With printed pages, edition and publisher. What is our own summary is cited as one, beside the
    publication that it is about.
    """
    with session.collection() as collection:
        citations = tuple(cite(collection, name) for name in ids)
        click.echo(FORMS[form].write(citations).encode(), nl=False)
