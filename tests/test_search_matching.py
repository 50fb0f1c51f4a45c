"""The engine and the marks in a text follow one set of rules: a passage is found for its marks."""

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from indexer.judged import JudgedCollection, JudgedText, index_judged
from search.clauses import any_of
from search.collection import Collection, open_generation
from search.explain import reasons
from search.hits import search
from search.lookup import pose

WORDS = (
    "soep", "soepen", "buurthuis", "buurthuizen", "huis", "huizen", "maaltijd", "buurtmaaltijd",
    "eetcafé", "de", "van", "wijk-team", "wijk", "team", "wijkteams", "Den", "Bosch",
    "'s-Hertogenbosch", "eenzaam", "eenzaamheid", "samen", "koken", "ouderen", "mantelzorg", "zorg",
)  # fmt: skip
QUESTIONS = (
    "soep", "huis", "buurthuis", '"de soep"', '"soep wijk"~3', "wijk*", "huizen~", "den bosch",
    "wijk-team", "samen koken", "soep AND huis", "eten -soep", "buurtmaaltijd", "zorg ouderen",
    "(maaltijd OF soep) EN NIET wijk", "eenzaamheid", "titel:soep", "mantelzorg",
)  # fmt: skip


@contextmanager
def _opened(folder: Path, texts: Mapping[str, str]) -> Iterator[Collection]:
    judged = tuple(JudgedText(name, text) for name, text in texts.items())
    index_judged(JudgedCollection(judged, (), {}), folder)
    collection = open_generation(folder)
    try:
        yield collection
    finally:
        collection.close()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """Two hundred texts of random words out of few, so that all that can meet does."""
    chance = random.Random(20261122)  # noqa: S311 - words, no secrets
    texts = {
        f"t{number}": " ".join(chance.choices(WORDS, k=chance.randint(1, 9))) + "."
        for number in range(200)
    }
    with _opened(tmp_path_factory.mktemp("shelf"), texts) as collection:
        yield collection


@pytest.mark.parametrize("question", QUESTIONS)
def test_passage_is_found_exactly_when_there_is_a_reason(shelf: Collection, question: str) -> None:
    query, _ = pose(shelf, question)
    passages = [shelf.engine.passages_of(case.entry.id)[0] for case in shelf.catalogue.cases]
    for clause in query.clauses:
        found = {m.passage.id for m in shelf.engine.find(any_of((clause,)), limit=1_000).matches}
        marked = {passage.id for passage in passages if reasons(shelf, passage, (clause,))}
        assert found == marked


def test_without_the_words_of_its_reasons_a_passage_is_not_found(
    shelf: Collection, tmp_path: Path
) -> None:
    without: dict[str, str] = {}
    for number, question in enumerate(QUESTIONS):
        for hit in search(shelf, question, limit=1_000).hits:
            text = shelf.engine.passages_of(hit.case.id)[0].text
            met = {word.strip(".") for reason in hit.why for word in reason.met.split()}
            for word in sorted(met, key=len, reverse=True):
                text = text.replace(word, "...")
            without[f"q{number}-{hit.case.id}"] = text
    assert len(without) > 500
    with _opened(tmp_path, without) as rest:
        for number, question in enumerate(QUESTIONS):
            clauses = pose(rest, question)[0].clauses
            found = rest.engine.find(any_of(clauses), limit=0).cases
            assert [case for case in found if case.startswith(f"q{number}-")] == []


def _order(collection: Collection, question: str) -> list[str]:
    return [hit.case.id for hit in search(collection, question).hits]


def test_exact_question_finds_only_what_was_typed(shelf: Collection) -> None:
    hits = search(shelf, "buurthuis", exact=True, limit=1_000).hits
    assert {reason.met for hit in hits for reason in hit.why} == {"buurthuis"}
    assert len(hits) < search(shelf, "buurthuis").total


RANKS = {
    "the form that was typed before another inflection": (
        "kinderen", ["Er zijn veel en nog veel meer dan toen gedacht kinderen.", "Er was kind."],
    ),
    "the inflection before a compound": ("café", ["Zij ziet cafés.", "Zij ziet taalcafés."]),
    "the whole compound before its parts": (
        "buurtmaaltijd", ["Er is een buurtmaaltijd daar.", "Er is maaltijd voor buurt."],
    ),
    "the word before another name of it": (
        "buurthuis", ["Een buurthuis staat.", "Een wijkcentrum staat."],
    ),
    "words near each other before words apart": (
        "soep koken",
        ["Zij willen soep koken en dan gaan ze weer naar het grote oude huis aan de rivier.",
         "Zij willen soep en dan gaan ze weer naar het grote oude huis aan de rivier om te koken."],
    ),
    "two words of the question before one twice": (
        "kaas brood", ["Er is kaas en brood.", "Er is kaas en kaas."],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def ranked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """The texts of `RANKS`, each pair backwards, among others."""
    filler = [f"Iets anders over {number} dingen." for number in range(6)]
    texts = filler + [text for _, pair in RANKS.values() for text in reversed(pair)]
    named = {f"t{number:02}": text for number, text in enumerate(texts)}
    with _opened(tmp_path_factory.mktemp("ranked"), named) as collection:
        yield collection


@pytest.mark.parametrize(("question", "texts"), RANKS.values(), ids=RANKS)
def test_ranks_first(ranked: Collection, question: str, texts: list[str]) -> None:
    names = {ranked.engine.passages_of(case)[0].text: case for case in _order(ranked, question)}
    assert [text for text in names if text in texts] == texts


def test_pull_quote_is_shown_once(tmp_path: Path) -> None:
    quote = "Wij koken elke week soep voor de hele straat."
    text = f"{quote} {'Daarna wassen wij af met elkaar en dan is er muziek. ' * 12}"
    with _opened(tmp_path, {"a": f"{text}\n\n{quote}"}) as collection:
        assert len(collection.engine.passages_of("a")) > 1
        assert search(collection, "soep").total == 1


def test_reasons_name_the_word_the_way_and_the_place(street_collection: Collection) -> None:
    hit = search(street_collection, "maaltijden pomp").hits[0]
    told = {(reason.typed, reason.met, reason.how, reason.zone) for reason in hit.why}
    assert ("maaltijden", "maaltijd", "lemma", "text") in told
    assert ("pomp", "De Pomp", "form", "title") in told or ("pomp", "Pomp", "form", "title") in told


def test_pattern_tells_what_it_was_taken_for(street_collection: Collection) -> None:
    results = search(street_collection, "initia*")
    assert [(e.typed, e.words, e.of) for e in results.expansions] == [
        ("initia*", ("initiatief", "initiatieven"), 2)
    ]
    assert {reason.how for hit in results.hits for reason in hit.why} == {"prefix"}


FIELDS = {
    "bundel:2": {"De Brug", "De Schuur"},
    "bundel:9": set(),
    "bundel:x": set(),
    "plaats:waterdam": {"De Pomp"},
    "provincie:verzonnen": {"De Pomp"},
    "gemeente:verzonnen": set(),
    "doelgroep:ouderen": {"De Pomp"},
    'thema:"samen eten" maaltijd': {"De Pomp"},
    "thema:zwabberen": set(),
    "titel:schuur": {"De Schuur"},
    "kop:resultaat": {"De Pomp"},
    "tekst:pomp -kop:aanpak": set(),
    "kinderen bundel:2": {"De Brug"},
    "-bundel:1 -bundel:2": set(),
}


@pytest.mark.parametrize(("question", "cases"), FIELDS.items(), ids=FIELDS)
def test_field_narrows_to_cases(
    street_collection: Collection, question: str, cases: set[str]
) -> None:
    hits = search(street_collection, question).hits
    assert {hit.case.title for hit in hits if hit.case.kind == "case"} == cases
