"""What a question needs of its answer, over three invented cases: the answer, or a refusal."""

from collections.abc import Iterator

import pytest
from web_series import build

from corpus import find_series
from search.answers import ask
from search.answers.posing import pose_question
from search.answers.question import asked_for
from search.collection import Collection, open_collection

MANIFEST = """
id = "de-dijk"
title = "Langs de dijk"

[[editions]]
number = 1
title = "Langs de dijk 1"

[[editions.sources]]
id = "dijk"
path = "dijk.md"
kind = "publication"
title = "Langs de dijk 1"

[[editions.cases]]
id = "roeiclub"
title = "Roeiclub De Dol"

[[editions.cases]]
id = "soeplokaal"
title = "Het Soeplokaal"

[[editions.cases]]
id = "spijkerhok"
title = "Het Spijkerhok"
"""

BOOK = """# Roeiclub De Dol

De roeiclub ligt in Oeverdam, achter het gemaal. De vereniging telt tachtig leden en een bestuur dat
elke maand vergadert. De wethouder kwam in mei 2019 de tweede steiger openen. Roeien met beginners
gebeurt op dinsdag, omdat het water dan stil ligt. De boten zijn van een schipper gekocht.

De club betaalt de huur van het botenhuis uit de opbrengst van de loterij. Een roeiles kost zeven
euro.

# Het Soeplokaal

In het oude lokaal van Kadeveld schuiven elke vrijdag veertig buren aan. Het idee kwam van een kok
die zijn baan kwijt was. De penningmeester houdt de kas bij in een sigarenkist. Er zijn drie pannen.

Voor de keuken betaalt de groep 150 euro huur per maand aan de kerk.

# Het Spijkerhok

Stoelen en kasten worden in deze werkplaats geschuurd en gelijmd. De meubels gaan daarna naar mensen
die net een huis hebben. Na vier jaar stopte de werkplaats, omdat de subsidie afliep. Er waren twee
begeleiders. De vergunning liet elf weken op zich wachten.
"""


@pytest.fixture(scope="module")
def dike(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """The open index of three invented cases."""
    folder = tmp_path_factory.mktemp("dijk")
    (folder / "dijk.md").write_text(BOOK, encoding="utf-8")
    (folder / "series.toml").write_text(MANIFEST, encoding="utf-8")
    series = find_series(str(folder))
    build(series, folder / "home")
    with open_collection(series, folder / "home") as collection:
        yield collection


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Hoeveel huur betaalt Het Soeplokaal?", "150 euro huur per maand"),
        ("Wat kost een roeiles bij De Dol?", "zeven euro"),
        ("Hoeveel leden heeft Roeiclub De Dol?", "tachtig leden"),
        ("Hoeveel mensen komen er op vrijdag eten in Het Soeplokaal?", "veertig buren"),
        ("Hoe vaak vergadert het bestuur van De Dol?", "elke maand"),
        ("Hoe lang duurde het wachten op de vergunning?", "elf weken"),
        ("Waarom stopte de meubelwerkplaats?", "omdat de subsidie afliep"),
    ],
)
def test_sentence_with_what_the_answer_needs_is_quoted(
    dike: Collection, question: str, answer: str
) -> None:
    assert any(answer in quote.text for quote in ask(dike, question).quotes)


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel huur betaalt Roeiclub De Dol voor het botenhuis?",  # the other case tells its own
        "Hoe oud is de schipper van De Dol?",
        "Hoe heet de penningmeester van Het Soeplokaal?",
        "Wie is de burgemeester van Oeverdam?",  # a wethouder is another
        "In welke straat staat Het Soeplokaal?",
        "Waarom heet Het Spijkerhok zo?",
        "Van wie is het gebouw van Het Spijkerhok?",
        "Hoeveel leden heeft Het Soeplokaal?",
        "Hoe lang mag de roeiclub de steiger nog gebruiken?",  # a year alone is no duration
        "Hoe vaak komt de wethouder kijken?",
    ],
)
def test_question_is_refused_where_no_sentence_has_what_its_answer_needs(
    dike: Collection, question: str
) -> None:
    assert ask(dike, question).verdict == "not-in-the-bundles"


def test_what_the_question_says_itself_is_no_answer_to_it() -> None:
    asked = asked_for("Hoeveel leden had de club in 2019?")
    assert asked.may_answer("De club had tachtig leden.")
    assert not asked.may_answer("De leden kwamen in 2019 bijeen.")


def test_compound_that_no_text_has_is_asked_for_by_its_parts(dike: Collection) -> None:
    posed = pose_question(dike, "Waar gaan de tuinmeubels heen?")
    weights = {
        clause.text: weight
        for clause, weight in zip(posed.query.clauses, posed.weights, strict=True)
    }
    assert weights["tuinmeubels"] == 0
    assert weights["meubel"] > 0


def test_verb_counts_less_than_a_noun_as_rare(dike: Collection) -> None:
    posed = pose_question(dike, "Wie koopt een olifant?")
    verb, noun = posed.weights
    assert 0 < verb < noun
