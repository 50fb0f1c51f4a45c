"""`python -m corpus.press [SERIES]`: rebuilds the casebooks of one series, or of all in the box."""

import click

from corpus.errors import WijkError
from corpus.manifest import find_series, series_in_the_box
from corpus.press.build import press_series, write_sheets


@click.command()
@click.argument("names", metavar="[SERIES]...", nargs=-1)
def main(names: tuple[str, ...]) -> None:
    """Set the PDFs and web pages of SERIES (all, if none is named) from their manuscripts."""
    for name in names or series_in_the_box():
        try:
            series = find_series(name)
            changed = write_sheets(series, press_series(series))
        except WijkError as error:
            raise click.ClickException(f"{error.message} {error.remedy}") from error
        click.echo(f"{series.id}: {', '.join(changed) or 'everything was up to date'}")


if __name__ == "__main__":
    main()
