"""Invented books of many builds: the level at which their cases stand stays known."""

import tomllib
from pathlib import Path

import level_books
import pytest
import score_levels

FLOORS = tomllib.loads((Path(__file__).parent / "score_levels_floors.toml").read_text("utf-8"))


def test_floors_are_of_these_books() -> None:
    assert level_books.texts_hash() == FLOORS["books"], "measure anew, write it down"


@pytest.mark.parametrize("build", FLOORS["quick"])
def test_cases_of_a_book_are_found_at_their_level(build: str) -> None:
    ((_, score),) = score_levels.score_books("development", only=build)
    floor = FLOORS["quick"][build]
    assert score.f1 >= floor["f1"], score.faults
    assert score.exact >= floor["exact"], score.faults
    assert score.sure == score.sure_right, score.faults
