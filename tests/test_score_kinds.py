"""Invented bundles of many builds: their chapters stay known as cases or none."""

import tomllib
from pathlib import Path

import chapter_books
import score_kinds

FLOORS = tomllib.loads((Path(__file__).parent / "score_kinds_floors.toml").read_text("utf-8"))
QUICK = ("omlijst", "kopje", "zijlijst", "romeins", "geklikt", "genoemd")
HANDS = ("hand-24", "hand-32", "hand-38", "hand-39")
"""The casebooks of the shortest cases, which tell least."""


def test_floors_are_of_these_bundles() -> None:
    assert chapter_books.texts_hash() == FLOORS["bundles"], "measure anew, write it down"


def test_chapters_of_bundles_are_known_as_cases_or_none() -> None:
    *_, (_, total) = score_kinds.score_books("development", only=QUICK)
    floor = FLOORS["quick"]
    assert total.right >= floor["starts"], total.faults
    assert total.kinds >= floor["kinds"], total.faults
    assert total.sure == total.sure_right, total.faults


def test_cases_of_many_hands_are_seldom_doubted() -> None:
    _, unsure, none = score_kinds.doubted(only=HANDS)
    assert len(unsure) <= FLOORS["cases"]["unsure"], unsure
    assert len(none) <= FLOORS["cases"]["none"], none
