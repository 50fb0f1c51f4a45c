"""Searching a real index of a small invented series."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import QuestionError
from search.answers import ask
from search.cases import list_cases, read_case
from search.collection import Collection
from search.hits import search
from search.models import Filters
from search.themes import count_themes


def _cases(collection: Collection, text: str, **filters: tuple[str, ...]) -> list[str]:
    hits = search(collection, text, Filters(**filters)).hits  # type: ignore[arg-type]
    return list(dict.fromkeys(hit.case.id for hit in hits))


FINDS = {
    "the form itself": ("maaltijd", "de-pomp"),
    "a plural finds the singular": ("kinderen", "de-pomp"),
    "a singular finds the plural": ("kind", "twee-de-brug"),
    "an irregular plural": ("huizen", "de-pomp"),
    "a plural in -ven": ("initiatieven", "de-pomp"),
    "the title of the case": ("veldje", "het-veldje"),
    "a heading": ("aanpak", "de-pomp"),
    "the place": ("waterdam", "de-pomp"),
    "a place without its clitic": ("gravenmoer", "het-veldje"),
    "a phrase": ('"kleine huizen"', "twee-de-brug"),
}


@pytest.mark.parametrize(("text", "case"), FINDS.values(), ids=FINDS.keys())
def test_search_finds(street_collection: Collection, text: str, case: str) -> None:
    assert case in _cases(street_collection, text)


NOTHING = ['"huizen kleine"', "zwabbelplok", "", "?!", "\0"]


@pytest.mark.parametrize("text", NOTHING)
def test_search_without_a_match_finds_nothing(street_collection: Collection, text: str) -> None:
    results = search(street_collection, text)
    assert (results.total, results.cases, results.hits) == (0, 0, ())


def test_exact_form_ranks_above_another_inflection(street_collection: Collection) -> None:
    assert _cases(street_collection, "kinderen")[0] == "twee-de-brug"
    assert _cases(street_collection, "kind")[0] == "de-pomp"


def test_hits_are_in_order_of_score_with_ties_by_id(street_collection: Collection) -> None:
    hits = search(street_collection, "de wijk kind huis gras water bewoners").hits
    assert [(-hit.score, hit.passage) for hit in hits] == sorted(
        (-hit.score, hit.passage) for hit in hits
    )


def test_limit_cuts_the_hits_and_not_the_total(street_collection: Collection) -> None:
    whole = search(street_collection, "kind huis gras")
    cut = search(street_collection, "kind huis gras", limit=1)
    assert cut.hits == whole.hits[:1]
    assert (cut.total, cut.cases) == (whole.total, whole.cases)
    assert whole.total == len(whole.hits) > 1


FILTERS = {
    "an edition": ({"editions": (2,)}, {"twee-de-brug", "twee-de-schuur"}),
    "two editions": (
        {"editions": (1, 2)},
        {"de-pomp", "het-veldje", "twee-de-brug", "twee-de-schuur"},
    ),
    "a place": ({"places": ("waterdam",)}, {"de-pomp"}),
    "a province": ({"places": ("Verzonnen",)}, {"de-pomp"}),
    "a target group in another inflection": ({"target_groups": ("oudere",)}, {"de-pomp"}),
    "a theme by its text": ({"themes": ("hergebruik",)}, {"twee-de-schuur"}),
    "a theme by a keyword": ({"themes": ("Samen eten",)}, {"de-pomp"}),
    "two fields": ({"editions": (2,), "themes": ("hergebruik",)}, {"twee-de-schuur"}),
    "fields that agree on nothing": ({"editions": (2,), "places": ("waterdam",)}, set()),
}


@pytest.mark.parametrize(("filters", "cases"), FILTERS.values(), ids=FILTERS.keys())
def test_filter_leaves_exactly_its_cases(
    street_collection: Collection, filters: dict[str, tuple[str, ...]], cases: set[str]
) -> None:
    found = list_cases(street_collection, "", Filters(**filters))  # type: ignore[arg-type]
    assert {case.id for case in found.cases} == cases
    assert found.total == len(cases)
    hits = search(street_collection, "de het een", Filters(**filters)).hits  # type: ignore[arg-type]
    assert {hit.case.id for hit in hits if hit.case.kind == "case"} <= cases


BAD_FILTERS = [{"editions": (9,)}, {"themes": ("ruimtevaart",)}]


@pytest.mark.parametrize("filters", BAD_FILTERS)
def test_filter_that_names_nothing_is_refused(
    street_collection: Collection, filters: dict[str, tuple[str, ...]]
) -> None:
    with pytest.raises(QuestionError) as caught:
        search(street_collection, "kind", Filters(**filters))  # type: ignore[arg-type]
    assert caught.value.remedy


def test_cases_by_words_come_best_first(street_collection: Collection) -> None:
    found = list_cases(street_collection, "kinderen")
    assert [case.id for case in found.cases] == ["twee-de-brug", "de-pomp"]


def test_case_has_its_passages_in_reading_order(street_collection: Collection) -> None:
    text = read_case(street_collection, "de-pomp")
    assert text.case.title == "De Pomp"
    assert [passage.headings[-1] for passage in text.passages] == ["Aanpak", "Resultaat"]


def test_case_that_is_not_there_is_refused(street_collection: Collection) -> None:
    with pytest.raises(QuestionError, match="no case 'weg'"):
        read_case(street_collection, "weg")


def test_chapter_that_is_no_case_is_found_and_marked(street_collection: Collection) -> None:
    (hit,) = search(street_collection, "verzonnen deel").hits[:1]
    assert (hit.case.kind, hit.case.title) == ("chapter", "Woord vooraf")
    assert hit.page is None
    assert hit.location.endswith("een.md")


ANSWERS = {
    "Wat eten de bewoners in De Pomp?": "In De Pomp koken bewoners elke week een maaltijd.",
    "Wie repareren de fietsen?": "In de schuur repareren vrijwilligers fietsen.",
    "Wie maait het gras op het veldje?": "De gemeente maait het gras.",
}


@pytest.mark.parametrize(("question", "sentence"), ANSWERS.items())
def test_question_is_answered_by_the_sentence_that_says_so(
    street_collection: Collection, question: str, sentence: str
) -> None:
    answer = ask(street_collection, question)
    assert answer.verdict == "answered"
    assert answer.quotes[0].text == sentence


@pytest.mark.parametrize(
    "question", ["Wat kost een treinkaartje?", "", "?", "Hoe groot is de maan van Jupiter?"]
)
def test_question_that_the_bundles_do_not_answer_gets_no_quotes(
    street_collection: Collection, question: str
) -> None:
    answer = ask(street_collection, question)
    assert (answer.verdict, answer.quotes) == ("not-in-the-bundles", ())


def test_theme_counts_equal_the_cases_behind_them(street_collection: Collection) -> None:
    table = count_themes(street_collection)
    for row in table.themes:
        for count in row.counts:
            listed = list_cases(
                street_collection, "", Filters(editions=(count.edition,), themes=(row.id,))
            )
            assert count.count == len(count.cases) == listed.total
            assert [case.id for case in count.cases] == [case.id for case in listed.cases]
            assert count.of == 2


def test_themes_of_one_edition_leave_the_others_out(street_collection: Collection) -> None:
    table = count_themes(street_collection, (2,))
    assert table.editions == (2,)
    assert all([n.edition for n in row.counts] == [2] for row in table.themes)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_gives_a_result_or_nothing(street_collection: Collection, text: str) -> None:
    results = search(street_collection, text)
    assert len(results.hits) == results.total
    assert ask(street_collection, text).verdict in {"answered", "not-in-the-bundles"}
    for hit in results.hits:
        assert all(hit.snippet.text[start:end].strip() for start, end in hit.snippet.highlights)
