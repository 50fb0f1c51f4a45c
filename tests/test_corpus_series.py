"""The default series in the box: its manifest, and whether it says what is known and no more."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from corpus import CaseEntry, Edition, Series, all_sources, find_series, source_path

FACTS = Path(__file__).parents[2] / "shared" / "facts" / "wij-in-de-wijk.json"


@pytest.fixture(scope="module")
def series() -> Series:
    return find_series("wij-in-de-wijk")


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    if not FACTS.is_file():
        pytest.skip("the facts that the manifest was written from are not beside this checkout")
    content: dict[str, Any] = json.loads(FACTS.read_text(encoding="utf-8"))
    return content


def cases(series: Series) -> list[CaseEntry]:
    return [case for edition in series.editions for case in edition.cases]


def test_series_has_29_cases_in_four_editions(series: Series) -> None:
    assert [len(edition.cases) for edition in series.editions] == [7, 7, 9, 6]


def test_series_knows_no_name_for_14_cases(series: Series) -> None:
    assert sum(case.title is None for case in cases(series)) == 14


def test_ids_of_cases_and_sources_are_unique(series: Series) -> None:
    ids = [case.id for case in cases(series)] + [source.id for source in all_sources(series)]
    assert len(ids) == len(set(ids))


def test_ids_are_slugs_of_the_name_or_the_place(series: Series) -> None:
    for edition in series.editions:
        for case in edition.cases:
            name = case.title or f"wijk {edition.number} {case.display_title}"
            assert case.id == re.sub(r"[^a-z0-9]+", "-", name.lower().replace("'", "")).strip("-")


def test_display_titles_are_unique_within_an_edition(series: Series) -> None:
    for edition in series.editions:
        titles = [case.display_title for case in edition.cases]
        assert len(titles) == len(set(titles))


def test_every_case_names_where_its_facts_come_from(series: Series) -> None:
    assert all(case.sources for case in cases(series))


def test_every_source_lies_in_the_box(series: Series) -> None:
    assert all(source_path(series, source).is_file() for source in all_sources(series))


def test_every_edition_has_one_summary(series: Series) -> None:
    kinds = [[source.kind for source in edition.sources] for edition in series.editions]
    assert kinds == [["summary"]] * 4


def test_pages_name_their_article_and_stand_nowhere_on_the_web(series: Series) -> None:
    assert len(series.pages) >= 5
    assert all(page.selector and page.url is None for page in series.pages)


def test_notice_says_whose_words_they_are(series: Series) -> None:
    assert "samenvattingen in eigen woorden" in str(series.notice)


def test_manifest_describes_the_series_as_the_facts_do(
    series: Series, facts: dict[str, Any]
) -> None:
    known = facts["series"]
    assert (series.title, series.publisher, series.period, len(cases(series))) == (
        known["title"],
        known["publisher"],
        known["period"],
        known["cases_total"],
    )


@pytest.mark.parametrize("index", range(4), ids=lambda index: f"edition {index + 1}")
def test_manifest_describes_an_edition_as_the_facts_do(
    series: Series, facts: dict[str, Any], index: int
) -> None:
    edition, known = series.editions[index], facts["editions"][index]
    assert edition_facts(edition) == {key: known[key] for key in edition_facts(edition)}


@pytest.mark.parametrize("index", range(4), ids=lambda index: f"edition {index + 1}")
def test_manifest_describes_cases_as_the_facts_do(
    series: Series, facts: dict[str, Any], index: int
) -> None:
    known = facts["editions"][index]["cases"]
    described = [case_facts(case) for case in series.editions[index].cases]
    assert described == [{key: case[key] for key in described[0]} for case in known]


def edition_facts(edition: Edition) -> dict[str, Any]:
    return {
        "edition": edition.number,
        "title": edition.title,
        "published": edition.published,
        "authors": list(edition.authors),
        "focus": edition.focus,
        "landing_pages": list(edition.landing_pages),
    }


def case_facts(case: CaseEntry) -> dict[str, Any]:
    return {
        "name": case.title,
        "place": case.place,
        "neighbourhood": case.neighbourhood,
        "municipality": case.municipality,
        "province": case.province,
        "themes": list(case.themes),
        "target_groups": list(case.target_groups),
        "organisations": list(case.organisations),
        "social_capital": case.social_capital,
        "sources": list(case.sources),
        "reported_sources": list(case.background_sources),
    }
