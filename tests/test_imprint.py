"""The date of a publication is taken from its imprint, and only from there."""

import pytest

from corpus import Source
from indexer.extract.text import read_text
from indexer.imprint import published


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Eerste druk, mei 2023", "2023-05"),
        ("Januari 2024", "2024-01"),
        ("Utrecht, maart 2020", "2020-03"),
        ("Den Haag, 12 november 2021", "2021-11"),
        ("Tekst: de redactie. Druk: najaar 2024. Alle verhalen zijn verzonnen.", "2024"),
        ("© 2019 de redactie", "2019"),
        ("Uitgave: Vereniging van Dorpen in de Provincie, Zwolle, mei 2024", "2024-05"),
        ("Publicatiedatum: juni 2018", "2018-06"),
        ("Het initiatief begon in maart 2017.", None),
        ("Sinds oktober 2019", None),
        ("De druk op de wijk nam in maart 2015 toe.", None),
        ("Tweede druk april 2022", "2022-04"),
        ("Wij danken allen die meelazen.", None),
    ],
)
def test_published_is_what_a_line_of_the_imprint_says(line: str, date: str | None) -> None:
    text = f"Een boek\n\n{line}\n"
    assert (
        published(
            read_text(Source("s", "s.txt", "publication", "s"), text.encode(), markdown=False)
        )
        == date
    )


def test_published_is_unclear_where_two_years_stand() -> None:
    text = "Een boek\n\nEerste druk, mei 2023\n\nTweede druk, juni 2024\n"
    assert (
        published(
            read_text(Source("s", "s.txt", "publication", "s"), text.encode(), markdown=False)
        )
        is None
    )
