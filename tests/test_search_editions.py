"""How editions are named: short, each otherwise, with the year."""

import pytest

from corpus import Edition, Series
from search.editions import edition_names


def named(title: str, *editions: tuple[str, str | None]) -> list[str]:
    series = Series(
        "s",
        title,
        tuple(
            Edition(number, name, published=published)
            for number, (name, published) in enumerate(editions, start=1)
        ),
    )
    return list(edition_names(series).values())


@pytest.mark.parametrize(
    ("editions", "names"),
    [
        ([("Stoom", "2020-03")], ["Stoom (2020)"]),
        ([("Stoom 1", None), ("Stoom 2", "2021")], ["Stoom 1", "Stoom 2 (2021)"]),
        ([("Stoom", "2020"), ("Stoom 2", "2021")], ["Stoom 1 (2020)", "Stoom 2 (2021)"]),
        ([("Dichtbij 1: hoe buren in kleine dorpen elkaar vinden", "2020")], ["Dichtbij 1 (2020)"]),
        ([("Dichtbij 1: in het dorp", "2020")], ["Dichtbij 1: in het dorp (2020)"]),
        (
            [("Dichtbij – hoe buren in dorpen elkaar vinden", None),
             ("Dichtbij – hoe buren in steden elkaar vinden", None)],
            ["Dichtbij 1", "Dichtbij 2"],
        ),
        ([("Dichtbij 4 (slot)", "2022")], ["Dichtbij 4 (2022)"]),
        ([("Jaarboek 2022", "2022-12")], ["Jaarboek 2022"]),
        (
            [("Verhalen van bewoners over de wijk waarin zij wonen en werken", None)],
            ["Verhalen van bewoners over de wijk waarin zij…"],
        ),
    ],
)  # fmt: skip
def test_edition_is_named_by_its_title(
    editions: list[tuple[str, str | None]], names: list[str]
) -> None:
    assert named("Stoom", *editions) == names


def test_names_of_a_series_differ() -> None:
    same = [("Verslag: een", "2020"), ("Verslag: een", "2020"), ("Verslag (twee)", "2020")]
    assert len(set(named("Verslagen", *same))) == len(same)
