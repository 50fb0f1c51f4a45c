"""A case is found by what somebody would call it."""

import pytest

from corpus import QuestionError
from search.cases import read_case, similar_cases
from search.citing import cite
from search.collection import Collection
from search.naming import named_case


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("de-kruiwagen", "de-kruiwagen"),
        ("kruiwagen", "de-kruiwagen"),
        ("De Kruiwagen", "de-kruiwagen"),
        ("Wandelclub De Losse Veter", "de-losse-veter"),  # a title that its id does not tell
        ("zusters", "zusters-van-de-singel"),
    ],
)
def test_case_is_found_by_its_title_or_a_part_of_its_id(
    casebook_collection: Collection, name: str, case: str
) -> None:
    assert named_case(casebook_collection, name).entry.id == case
    assert read_case(casebook_collection, name).case.id == case
    assert similar_cases(casebook_collection, name).case.id == case
    assert cite(casebook_collection, name).id == cite(casebook_collection, case).id


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("kruiwagens", ["de-kruiwagen"]),
        ("losse-vetter", ["de-losse-veter"]),
        ("de", ["de-kruiwagen", "de-ketting"]),  # more than one begins so
    ],
)
def test_name_of_no_case_is_answered_with_the_nearest(
    casebook_collection: Collection, name: str, offered: list[str]
) -> None:
    with pytest.raises(QuestionError) as raised:
        named_case(casebook_collection, name)
    assert all(case in raised.value.remedy for case in offered)
    assert "Did you mean" in raised.value.remedy


@pytest.mark.parametrize("name", ["", "?", "zzzzzz"])
def test_name_that_is_like_nothing_is_answered_with_where_the_ids_are(
    casebook_collection: Collection, name: str
) -> None:
    with pytest.raises(QuestionError) as raised:
        named_case(casebook_collection, name)
    assert raised.value.remedy == "`wijk cases` lists the cases with their ids."
