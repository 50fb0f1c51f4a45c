"""Which cases are alike, in what, and which sentences say most of a case."""

import json
from collections import Counter

import pytest
from conftest import Wijk
from hypothesis import given
from hypothesis import strategies as st

from corpus import QuestionError
from indexer.dutch import stands_alone
from search.cases import list_cases, read_case, similar_cases
from search.cases.gist import SENTENCES, choose_sentences
from search.cases.rarity import rarities
from search.collection import Collection
from search.fields import find_field, read_rows
from search.models import Filters

# Similar cases


def test_weights_of_the_reasons_add_up_to_the_score(casebook_collection: Collection) -> None:
    for case in list_cases(casebook_collection).cases:
        for one in similar_cases(casebook_collection, case.id).similar:
            assert one.score == pytest.approx(sum(reason.weight for reason in one.reasons))
            assert 0 < one.score <= 1
            for reason in one.reasons:
                shown = sum(shared.weight for shared in reason.shared)
                assert shown == pytest.approx(reason.weight) or reason.field == "words"
                assert shown <= reason.weight + 1e-9


def test_likeness_is_the_same_from_both_sides(casebook_collection: Collection) -> None:
    scores = {
        (case.id, one.case.id): one.score
        for case in list_cases(casebook_collection).cases
        for one in similar_cases(casebook_collection, case.id, limit=100).similar
    }
    assert scores
    assert all(scores[other, case] == pytest.approx(s) for (case, other), s in scores.items())


def test_every_reason_is_true_of_both_cases(casebook_collection: Collection) -> None:
    rows = {row.case.entry.id: row for row in read_rows(casebook_collection)}
    for case in list_cases(casebook_collection).cases:
        for one in similar_cases(casebook_collection, case.id).similar:
            for reason in one.reasons:
                if reason.field == "words":
                    continue
                field = find_field(reason.field)
                both = rows[case.id].members(field) & rows[one.case.id].members(field)
                assert {shared.value for shared in reason.shared} == both


def test_case_is_not_like_itself_and_most_alike_come_first(
    default_collection: Collection,
) -> None:
    found = similar_cases(default_collection, "stichting-polka", limit=100).similar
    assert "stichting-polka" not in {one.case.id for one in found}
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_filters_say_where_to_look_for_similar_cases(default_collection: Collection) -> None:
    found = similar_cases(default_collection, "stichting-polka", Filters(editions=(1,)))
    assert {one.case.edition for one in found.similar} == {1}


@pytest.mark.parametrize("case", ["nergens", "over-de-serie"])
def test_what_is_no_case_is_like_nothing(default_collection: Collection, case: str) -> None:
    with pytest.raises(QuestionError) as caught:
        similar_cases(default_collection, case)
    assert caught.value.remedy


# How rare things are


@given(st.lists(st.frozensets(st.sampled_from("abcdefgh")), min_size=1, max_size=20))
def test_what_fewer_have_is_rarer(groups: list[frozenset[str]]) -> None:
    counts = Counter(thing for group in groups for thing in group)
    rarity = rarities(groups)
    assert set(rarity) == set(counts)
    for one in counts:
        assert rarity[one] > 0
        for other in counts:
            assert (rarity[one] > rarity[other]) == (counts[one] < counts[other])


# The best sentences

BAGS = st.lists(
    st.dictionaries(st.sampled_from("abcdefghij"), st.integers(1, 3), max_size=5), max_size=25
)


@given(BAGS, st.integers(1, 6))
def test_gist_is_at_most_so_many_sentences_with_words_in_reading_order(
    bags: list[dict[str, int]], count: int
) -> None:
    chosen = choose_sentences(bags, {}, count=count)
    assert list(chosen) == sorted(set(chosen))
    assert len(chosen) == min(count, sum(map(bool, bags)))
    assert all(bags[index] for index in chosen)


def test_gist_says_nothing_twice() -> None:
    bags = [{"a": 1, "b": 1}, {"a": 1, "b": 1}, {"a": 1, "c": 1}, {"c": 1, "d": 1}]
    assert choose_sentences(bags, {}, count=2) != (0, 1)


def test_gist_prefers_what_the_other_sentences_are_about() -> None:
    bags = [{"x": 1}, {"a": 1, "b": 1, "c": 1}, {"a": 1}, {"b": 1}, {"c": 1}, {"z": 1}]
    assert choose_sentences(bags, {}, count=1) == (1,)


def test_gist_follows_a_cue() -> None:
    bags = [{"a": 1, "b": 1}, {"a": 1, "c": 1}, {"z": 1, "y": 1}]
    assert choose_sentences(bags, {}, cues={2: {"doel": 1.0}}, count=1) == (2,)


def test_gist_tells_something_else_rather_than_the_same_again() -> None:
    bags = [{"a": 1}, {"b": 1}, {"c": 1}]
    cues = {0: {"doel": 1.0}, 1: {"doel": 1.0}, 2: {"aanpak": 0.9}}
    assert choose_sentences(bags, {}, cues=cues, count=2) == (0, 2)


def test_gist_has_no_sentence_that_leans_where_others_stand_alone(
    casebook_collection: Collection,
) -> None:
    for case in list_cases(casebook_collection).cases:
        gist = read_case(casebook_collection, case.id).gist
        assert gist
        assert all(stands_alone(sentence.text) for sentence in gist)


def test_gist_of_every_case_is_verbatim_on_its_page(casebook_collection: Collection) -> None:
    for case in list_cases(casebook_collection).cases:
        text = read_case(casebook_collection, case.id)
        assert len(text.gist) == SENTENCES
        pages = {page.ref: page for page in casebook_collection.text(case.document.id).pages}
        assert all(sentence.text in pages[sentence.page].text for sentence in text.gist)


# The card


def test_every_quote_of_a_card_is_verbatim_on_its_page(casebook_collection: Collection) -> None:
    checked = cut = 0
    for case in list_cases(casebook_collection).cases:
        text = read_case(casebook_collection, case.id)
        pages = {page.ref: page for page in casebook_collection.text(case.document.id).pages}
        for entry in (*text.card, *text.themes, *text.target_groups):
            for proof in entry.proof:
                assert proof.text in pages[proof.page].text
                assert all(piece.text in pages[piece.page].text for piece in proof.pieces)
                checked += 1
                cut += bool(proof.pieces)
    assert checked > 50
    assert cut > 10


def test_every_field_is_either_on_the_card_or_said_to_be_undescribed(
    default_collection: Collection,
) -> None:
    for case in list_cases(default_collection).cases:
        text = read_case(default_collection, case.id)
        described = {entry.label for entry in text.card}
        assert not described & set(text.undescribed)
        assert len(described) + len(text.undescribed) == 19


# The command line


def test_case_is_printed_with_its_card_and_what_is_not_described(wijk_default: Wijk) -> None:
    shown = wijk_default("case", "stichting-polka").stdout
    assert "Provincie:                   Zuid-Holland" in shown
    assert "Financiering:                not described" in shown
    assert "Its best sentences" in shown


def test_similar_prints_cases_with_reasons(wijk_default: Wijk) -> None:
    shown = wijk_default("similar", "stichting-polka", "--limit", "2").stdout
    assert "words 0." in shown
    assert shown.count("edition ") == 2


def test_matrix_prints_counts_and_dots_and_names_the_cases(wijk_default: Wijk) -> None:
    shown = wijk_default("matrix", "--rows", "province", "--list").stdout
    assert "Drenthe" in shown
    assert "·" in shown
    assert "Drenthe × Wij in de Wijk 4 (2022): " in shown


def test_facets_are_in_json_and_in_text(wijk_default: Wijk) -> None:
    found = json.loads(wijk_default("cases", "--edition", "1", "--facets", "--json").stdout)
    assert {facet["field"] for facet in found["facets"]} >= {"edition", "theme", "province"}
    shown = wijk_default("cases", "--edition", "1", "--facets").stdout
    assert "--province\n    3  Noord-Holland" in shown
    assert "*   7  1  Wij in de wijk 1 (2020)" in shown


def test_cases_are_printed_in_the_order_that_is_asked_for(wijk_default: Wijk) -> None:
    lines = wijk_default("cases", "--sort", "title").stdout.splitlines()
    assert lines[0].split()[0] == "Amsterdam"
    assert all(", edition " in line for line in lines)
