"""What replies to a question of the text itself answers; what is told of another does not."""

from collections.abc import Iterator

import pytest
from casebook_series import write_series
from web_series import build

from corpus import Evidence, PageRef, Span
from indexer.segment import Sentence
from search.answers import ask
from search.answers.replies import is_question, replies
from search.collection import Collection, open_collection


@pytest.fixture(scope="module")
def streets_and_squares(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """A bundle with an interview, a report and a fact box."""
    folder = tmp_path_factory.mktemp("straat-en-plein")
    series = write_series("straat-en-plein", folder)
    build(series, folder / "home")
    with open_collection(series, folder / "home") as collection:
        yield collection


def told(*lines: str, headings: tuple[str, ...] = ("De Boot",)) -> list[Sentence]:
    """Sentences in a row below these headings."""
    return [
        Sentence(line, headings, Evidence(line, "boot", PageRef("1", 1), Span(0, n, n + 1)), 0)
        for n, line in enumerate(lines)
    ]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Wie vaart er mee?", True),
        ("“Wie vaart er mee?”", True),
        ("(Wie vaart er mee?)", True),
        ("Wie mee wil, vaart mee.", False),
        ("“Wie vaart er mee?” vroeg hij.", False),
    ],
)
def test_text_is_a_question_by_the_mark_at_its_end(text: str, *, asks: bool) -> None:
    assert is_question(text) == asks


def test_sentences_behind_a_question_reply_to_it_ever_less_surely() -> None:
    lines = told(
        "Er is een boot.", "Wie vaart?", "Een schipper.", "Hij is oud.", "Hij zingt.", "Ja."
    )
    found = replies(lines)
    assert [found[line.evidence.span].question for line in lines[2:5]] == ["Wie vaart?"] * 3
    close = [found[line.evidence.span].close for line in lines[2:5]]
    assert close == sorted(close, reverse=True)
    assert close[0] == 1
    assert not {lines[n].evidence.span for n in (0, 1, 5)} & found.keys()


def test_heading_asks_until_the_next_one() -> None:
    asked = told("Een schipper.", headings=("De Boot", "Wie vaart er?"))
    (further,) = told("Er wordt gezongen.", headings=("De Boot", "Aan boord"))
    found = replies([*asked, further])
    assert [reply.question for reply in found.values()] == ["Wie vaart er?"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Wie betaalt de verzekering van de Deelschuur?", "Dat doet de wijkraad"),
        ("Wanneer is de Deelschuur open?", "Op woensdagavond en zaterdagochtend"),
        ("Hoeveel spullen hangen er in de Deelschuur?", "Ruim vierhonderd"),
        ("Hoe is de Deelschuur ontstaan?", "Mijn buurman kocht een kettingzaag"),
    ],
)
def test_reply_in_an_interview_answers_first(
    streets_and_squares: Collection, question: str, answer: str
) -> None:
    assert ask(streets_and_squares, question).quotes[0].text.startswith(answer)


def test_question_of_the_text_is_no_answer(streets_and_squares: Collection) -> None:
    quotes = ask(streets_and_squares, "Wie heeft er nog iets wat elf maanden stilligt?").quotes
    assert not [quote.text for quote in quotes if is_question(quote.text)]


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        ("Wat kost een portie soep in Hennevoort?", "Wat kost een portie soep?"),
        ("Welke gemeente betaalt de verzekering?", "Wie betaalt de verzekering?"),
        ("Hoeveel adviezen waren er in 2020?", "Hoeveel adviezen waren er?"),
    ],
    ids=["another place", "another body", "a year not told"],
)
def test_what_is_told_of_another_is_no_answer(
    streets_and_squares: Collection, question: str, nearest: str
) -> None:
    assert ask(streets_and_squares, question).verdict == "not-in-the-bundles"
    assert ask(streets_and_squares, nearest).verdict == "answered"


def test_year_is_no_number_of_things(streets_and_squares: Collection) -> None:
    quotes = ask(streets_and_squares, "Hoeveel leden telt de vereniging Dorpsbelang?").quotes
    assert quotes == ()


def test_number_is_asked_of_no_verb(streets_and_squares: Collection) -> None:
    question = "Hoeveel leggen de leden van de Deelschuur per jaar in?"
    quotes = ask(streets_and_squares, question).quotes
    assert quotes[0].text.startswith("De leden leggen daarnaast vijftien euro per jaar in")
