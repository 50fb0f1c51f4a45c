"""Who asks which cases there are gets the cases that have what the question names."""

import pytest

from search.answers import ask
from search.collection import Collection
from search.models import Answer, Filters


def titles(answer: Answer) -> set[str]:
    return {listed.case.title for listed in answer.cases}


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        (
            "Welke initiatieven zijn er in Brugstede?",
            {"De Lange Tafel", "Kook je mee?", "Zusters van de Singel"},
        ),
        ("Welke projecten zijn er voor jongeren in Marelo?", {"De Kooi United"}),
        ("Welke verhalen gaan over jongeren in Marelo?", {"De Kooi United"}),
        ("Zijn er voorbeelden in Oltshuus?", {"'t Bankje van Oltshuus"}),
        ("Welke praktijken uit bundel 2 zijn er in Marelo?", {"De Kooi United"}),
    ],
    ids=["a place", "a target group and a place", "what is told", "whether there are", "a bundle"],
)
def test_cases_that_have_each_value_in_the_question_are_the_answer(
    casebook_collection: Collection, question: str, wanted: set[str]
) -> None:
    answer = ask(casebook_collection, question)
    assert answer.verdict == "answered"
    assert titles(answer) == wanted
    assert answer.quotes == ()
    assert all(listed.page and listed.location for listed in answer.cases)


def test_case_of_a_target_group_comes_with_the_sentence_that_proves_it(
    casebook_collection: Collection,
) -> None:
    answer = ask(casebook_collection, "Welke initiatieven zijn er voor mantelzorgers?")
    assert "Mantelzorgkring Dag en Nacht" in titles(answer)
    for listed in answer.cases:
        assert listed.proof
        assert listed.proof.case == listed.case
        pages = casebook_collection.text(listed.proof.document.id).pages
        assert any(listed.proof.text in page.text for page in pages)


def test_verb_of_the_question_is_no_value(casebook_collection: Collection) -> None:
    with_jongeren = titles(ask(casebook_collection, "Welke projecten werken met jongeren?"))
    assert {"De Kooi United", "Jong in Zilverdorp"} <= with_jongeren


def test_values_that_no_case_has_together_are_answered_by_none(
    casebook_collection: Collection,
) -> None:
    answer = ask(casebook_collection, "Welke initiatieven zijn er voor mantelzorgers in Marelo?")
    assert (answer.verdict, answer.quotes, answer.cases) == ("not-in-the-bundles", (), ())


def test_place_without_a_case_is_answered_by_none(casebook_collection: Collection) -> None:
    answer = ask(casebook_collection, "Welke initiatieven zijn er in Vlissingen?")
    assert (answer.verdict, answer.cases) == ("not-in-the-bundles", ())


@pytest.mark.parametrize(
    "question",
    [
        "Welke initiatieven zijn er niet in Brugstede?",
        "Welke initiatieven hebben een zolder vol piano's?",
        "Welk initiatief is er in Brugstede?",
        "Wie nam het initiatief voor De Regenboogtafel?",
    ],
    ids=["what is denied", "a word that is no value", "one case", "no list"],
)
def test_other_question_lists_no_cases(casebook_collection: Collection, question: str) -> None:
    assert ask(casebook_collection, question).cases == ()


def test_filters_narrow_the_cases(casebook_collection: Collection) -> None:
    question = "Welke initiatieven zijn er in Brugstede?"
    answer = ask(casebook_collection, question, Filters(editions=(3,)))
    assert titles(answer) == {"Zusters van de Singel"}
