"""The search puts the cases that meet a need as high as it did; and the measure is what it says."""

import hashlib
import tomllib
from collections import Counter

import pytest
import score_needs

from search.collection import Collection

NEEDS = tomllib.loads(score_needs.needs_path("wij-in-de-wijk").read_text("utf-8"))["needs"]
FLOORS = tomllib.loads(score_needs.FLOORS.read_text("utf-8"))


def test_there_are_30_needs_over_our_summaries_with_half_for_the_test() -> None:
    assert len({need["id"] for need in NEEDS}) == len(NEEDS) == 30
    assert Counter(need["set"] for need in NEEDS) == {"tune": 15, "test": 15}
    assert {need["role"] for need in NEEDS} == {"worker", "policy", "research"}


def test_every_need_has_a_case_that_meets_it(default_collection: Collection) -> None:
    cases = {case.entry.id for case in default_collection.catalogue.cases if case.kind == "case"}
    for need in NEEDS:
        assert need["description"]
        assert set(need["relevant"]) <= cases
        assert set(need["relevant"].values()) <= {1, 2}
        assert 2 in need["relevant"].values()


@pytest.mark.parametrize("name", score_needs.SERIES)
def test_floors_are_of_these_needs(name: str) -> None:
    needs = score_needs.needs_path(name).read_bytes()
    assert hashlib.sha256(needs).hexdigest() == FLOORS[name]["needs"], "measure anew, write it down"


def test_cases_of_our_summaries_are_ranked_at_the_floor(default_collection: Collection) -> None:
    assert _ours(default_collection, "wij-in-de-wijk") >= FLOORS["wij-in-de-wijk"]["tune"]


def test_cases_of_the_fiction_are_ranked_at_the_floor(casebook_collection: Collection) -> None:
    assert _ours(casebook_collection, "voorbeeld") >= FLOORS["voorbeeld"]["tune"]


def _ours(collection: Collection, name: str) -> float:
    needs = score_needs.needs(name, "tune")
    return score_needs.mean(score_needs.scored(score_needs.ours(collection), needs))


def test_ndcg_counts_grades_and_ranks() -> None:
    assert score_needs.ndcg({"a": 2, "b": 1}, ["a", "b"]) == 1.0
    # 2 + 1/log2(3) is ideal; 1 + 2/log2(3) is what the other order gets.
    assert score_needs.ndcg({"a": 2, "b": 1}, ["b", "a"]) == pytest.approx(
        2.2619 / 2.6309, abs=1e-4
    )
    assert score_needs.ndcg({"a": 2}, []) == 0.0


def test_randomisation_test_tells_a_difference_from_chance() -> None:
    better, worse = [0.9] * 12, [0.1] * 12
    assert score_needs.p_value(better, worse) < 0.01
    assert score_needs.p_value(better, better) == 1.0
    assert score_needs.p_value([0.9, 0.1] * 6, [0.1, 0.9] * 6) == 1.0
