"""The truth about the fictional casebook is whole and agrees with its pages.

That an answer is really on its page is checked here by machine; that it answers the question was
judged by two readers, of whom the second read the books before the judgments.
"""

import re
from collections import Counter
from functools import cache

import pytest
from voorbeeld_halves import HALVES, Half, filed, second_reader
from voorbeeld_truth import EDITIONS, FOLDER, Whole, labels, read, wholes

from corpus import find_series, read_series
from indexer.vocabulary import load_target_groups, load_themes

THEMES = (
    "ontmoeting", "eenzaamheid", "samen-eten", "groen", "sport", "taal", "armoede", "zorg",
    "veiligheid", "jongeren", "ouderen", "geloof", "kunst", "werk", "wonen", "digitaal",
)  # fmt: skip
FIELDS = {
    "aanleiding", "doelgroep", "doel", "aanpak", "initiatiefnemer", "uitvoerende-organisaties",
    "partners", "financiering", "randvoorwaarden", "werkzame-elementen", "resultaat", "knelpunten",
    "lessen", "jaar",
}  # fmt: skip
KINDS = {"wie", "wat", "waar", "wanneer", "hoeveel", "hoe", "waarom", "welk", "lijst", "oordeel"}
_ITEM = re.compile(r"^(?:\d+\.|[-•–]) ")
NEEDS = read("needs.toml")["needs"]
QUESTIONS = read("questions.toml")["questions"]
UNANSWERABLE = read("questions.toml")["unanswerable"]


@cache
def _cards() -> dict[str, dict]:
    cards = (card for edition in EDITIONS for card in read(f"cards-{edition}.toml")["cases"])
    return {card["id"]: card for card in cards}


@cache
def _by_part() -> dict[str, list[Whole]]:
    parts: dict[str, list[Whole]] = {}
    for edition in EDITIONS:
        for whole in wholes(edition):
            parts.setdefault(whole.part, []).append(whole)
    return parts


def _in_part(part: str, quote: str) -> Whole | None:
    return next((whole for whole in _by_part()[part] if quote in whole.text), None)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_case_of_the_manifest_has_a_card() -> None:
    series = read_series(FOLDER / "series.toml")
    ids = [case.id for edition in series.editions for case in edition.cases]
    assert list(_cards()) == ids
    assert len(ids) == 24


@pytest.mark.parametrize("theme", THEMES)
def test_theme_is_in_at_least_two_cases(theme: str) -> None:
    assert sum(theme in {t["id"] for t in card["themes"]} for card in _cards().values()) >= 2


TRENDS = {"groen": [6, 3, 1], "digitaal": [0, 3, 6]}


@pytest.mark.parametrize(("theme", "counts"), TRENDS.items())
def test_real_trend_is_in_the_counts(theme: str, counts: list[int]) -> None:
    cases = [read(f"cards-{edition}.toml")["cases"] for edition in EDITIONS]
    assert [sum(theme in {t["id"] for t in c["themes"]} for c in e) for e in cases] == counts


def test_editions_lean_from_bridging_to_bonding() -> None:
    leans = [
        Counter(case["social_capital"] for case in read(f"cards-{edition}.toml")["cases"])
        for edition in EDITIONS
    ]
    assert [lean.most_common(1)[0][0] for lean in leans] == ["bridging", "bridging", "bonding"]


@pytest.mark.parametrize("case", _cards())
def test_every_quote_of_a_card_stands_in_its_case(case: str) -> None:
    card = _cards()[case]
    for item in (*card["themes"], *card["target_groups"], *card["card"]):
        assert _in_part(case, item["quote"]), item["quote"]


@pytest.mark.parametrize("case", list(_cards()))
def test_every_sentence_that_the_second_reader_marked_stands_in_its_case(case: str) -> None:
    halves = (second_reader(half) for half in HALVES)
    (marks,) = (half[case] for half in halves if case in half)
    assert set(marks.sure) | set(marks.vague) <= FIELDS
    text = _squeezed(" ".join(whole.text for whole in _by_part()[case]))
    marked = [quote for of in marks for quotes in of.values() for quote in quotes]
    assert len(marked) >= 30
    assert [quote for quote in marked if _squeezed(_ITEM.sub("", quote)) not in text] == []


@pytest.mark.parametrize("half", HALVES)
def test_second_librarian_filed_every_case_under_known_concepts(half: Half) -> None:
    series = find_series("voorbeeld")
    vocabularies = {"themes": load_themes(series), "target_groups": load_target_groups(series)}
    for case, kinds in filed(half).items():
        for kind, vocabulary in vocabularies.items():
            assert kinds[kind].second, case
            assert not kinds[kind].second & kinds[kind].vague, case
            assert all(vocabulary.find(one) for one in kinds[kind].may | kinds[kind].vague), case


@pytest.mark.parametrize("case", _cards())
def test_card_has_known_fields_and_leaves_some_open(case: str) -> None:
    fields = {item["field"] for item in _cards()[case]["card"]}
    assert fields < FIELDS


def test_there_are_150_needs_of_three_roles_with_half_for_the_test() -> None:
    assert len(NEEDS) == 150
    assert set(Counter(need["role"] for need in NEEDS)) == {"worker", "policy", "research"}
    assert Counter(need["set"] for need in NEEDS) == {"tune": 75, "test": 75}
    assert len({need["id"] for need in NEEDS}) == 150


def test_every_need_has_a_case_that_meets_it() -> None:
    for need in NEEDS:
        assert set(need["relevant"]) <= set(_cards())
        assert set(need["relevant"].values()) <= {1, 2}
        assert 2 in need["relevant"].values()


def test_there_are_120_questions_of_all_kinds_with_half_for_the_test() -> None:
    assert len(QUESTIONS) == 120
    assert {question["kind"] for question in QUESTIONS} == KINDS
    assert Counter(question["set"] for question in QUESTIONS) == {"tune": 60, "test": 60}
    assert len({question["id"] for question in (*QUESTIONS, *UNANSWERABLE)}) == 180


def test_there_are_60_questions_without_an_answer_and_half_are_near() -> None:
    assert len(UNANSWERABLE) == 60
    assert sum(question["near"] for question in UNANSWERABLE) == 30
    assert Counter(question["set"] for question in UNANSWERABLE) == {"tune": 30, "test": 30}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_answer_stands_on_the_pages_that_are_given(question: dict) -> None:
    assert question["answer"]
    assert question["evidence"]
    for evidence in question["evidence"]:
        whole = _in_part(evidence["case"], evidence["quote"])
        assert whole, evidence["quote"]
        pages = whole.pages_of(evidence["quote"])
        printed = labels(evidence["edition"])
        assert [{"label": printed[n], "number": n} for n in pages] == evidence["pages"]


def test_vocabulary_is_over_5000_words() -> None:
    words: set[str] = set()
    for path in (FOLDER / "sources").glob("*.md"):
        words |= set(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", path.read_text("utf-8").lower()))
    assert len(words) > 5000
