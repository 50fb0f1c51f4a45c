"""Invented bundles fall apart as they were set; the figures stay at their floors."""

import tomllib
from pathlib import Path

import pytest
import score_cases

FLOORS = tomllib.loads((Path(__file__).parent / "score_cases_floors.toml").read_text("utf-8"))
QUICK = ("outline-flow", "contents-columns", "headings-same", "menu-untitled")
"""A design of each setting: all of them take a minute, `python tests/score_cases.py`."""


def test_floors_are_of_these_bundles() -> None:
    assert score_cases.texts_hash() == FLOORS["bundles"], "measure anew, write it down"


@pytest.mark.parametrize("design", QUICK)
def test_bundles_of_a_design_fall_apart_at_their_floors(design: str) -> None:
    for name, score in score_cases.score_bundles("development", only=design):
        if name.startswith("all by "):
            continue
        floors = FLOORS["development"][name]
        assert score.f1 >= floors["f1"], score.faults
        assert score.exact >= floors["exact"], score.faults


def test_series_in_the_box_fall_apart_exactly_with_and_without_outline() -> None:
    for name, score in score_cases.score_series():
        assert score.exact == score.wanted == FLOORS["series"][name], score.faults
