"""What a question asks for, and that a sentence which tells it is quoted for it."""

import pytest

from corpus import Block, CardField, Document, Page, PageRef, Source, Span
from corpus.models import BlockKind
from search.answers import MAX_QUOTES, ask
from search.answers.fitting import is_fact
from search.answers.question import asked_for
from search.collection import Collection


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("Wie is er met de moestuin begonnen?", "initiatiefnemer"),
        ("Wanneer ging het buurthuis open?", "jaar"),
        ("Voor wie is de kookgroep bedoeld?", "doelgroep"),
        ("Met wie werken ze samen?", "partners"),
        ("Hoe wordt de bus betaald?", "financiering"),
        ("Wat heeft het project opgeleverd?", "resultaat"),
        ("Welke klachten waren er over het veldje?", "knelpunten"),
        ("Welke tip geven ze aan anderen?", "lessen"),
        ("Wat willen de bewoners bereiken?", "doel"),
        ("Waarom is de werkplaats ontstaan?", "aanleiding"),
        ("Waardoor werkt het?", "werkzame-elementen"),
        ("Wat is er nodig om zoiets te beginnen?", "randvoorwaarden"),
        ("Wie organiseert de maaltijden?", "uitvoerende-organisaties"),
        ("Hoe gaat het er op woensdag aan toe?", "aanpak"),
    ],
)
def test_question_asks_for_a_field_of_the_card(question: str, field: CardField) -> None:
    assert field in asked_for(question).fields


def test_question_without_a_question_word_asks_for_no_field() -> None:
    asked = asked_for("moestuin Amersfoort")
    assert (asked.fields, asked.shapes, asked.words) == (frozenset(), (), frozenset())


def test_word_that_only_asks_is_told_from_a_word_that_the_answer_must_have() -> None:
    assert "begonnen" in asked_for("Wie is er met de moestuin begonnen?").words
    assert "moestuin" not in asked_for("Wie is er met de moestuin begonnen?").words


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Hoeveel mensen komen er?", "Elke week komen er veertig.", "Het is er druk."),
        ("Wanneer begon het?", "Dat was in maart 2017.", "Dat was lang geleden."),
        ("Waarom werkt het?", "Omdat iedereen meedoet.", "Iedereen doet mee."),
    ],
)
def test_sentence_has_the_shape_that_is_asked_for(question: str, right: str, wrong: str) -> None:
    asked = asked_for(question)
    assert asked.fits(right)
    assert not asked.fits(wrong)


def test_sentence_of_the_card_answers_though_it_shares_no_word_with_the_question(
    casebook_collection: Collection,
) -> None:
    question = "Hoeveel betaal je voor een ritje met de Buurtbus?"
    quotes = ask(casebook_collection, question).quotes
    assert 0 < len(quotes) <= MAX_QUOTES
    assert any("anderhalve euro" in quote.text for quote in quotes)


@pytest.mark.parametrize(
    "question",
    [
        "Wat is het telefoonnummer van Huis van de wijk De Schakel?",
        "Welke zorgverzekering is dit jaar het goedkoopst?",  # all of care is a broader name of it
    ],
)
def test_question_about_a_thing_that_no_case_tells_is_refused(
    casebook_collection: Collection, question: str
) -> None:
    assert ask(casebook_collection, question).verdict == "not-in-the-bundles"


def test_quote_that_a_page_end_cuts_has_its_pieces_with_their_pages(
    casebook_collection: Collection,
) -> None:
    quote = ask(casebook_collection, "Wie hebben met asbest gewerkt?").quotes[0]
    assert quote.whole.startswith("Veel van deze mannen hebben met asbest gewerkt en liepen")
    assert [page.label for page in quote.pages] == ["9", "10"]
    assert quote.text == quote.pieces[1].text
    assert quote.page == quote.pieces[1].page
    pages = {page.ref: page.text for page in casebook_collection.text(quote.document.id).pages}
    assert all(piece.text in pages[piece.page] for piece in quote.pieces)


def test_quote_in_one_piece_has_no_pieces(casebook_collection: Collection) -> None:
    answer = ask(casebook_collection, "Wie ziet de asbest in de kelder?")
    whole = [quote for quote in answer.quotes if not quote.pieces]
    assert whole
    assert all(quote.whole == quote.text and quote.pages == (quote.page,) for quote in whole)


@pytest.mark.parametrize(
    ("kind", "text", "fact"),
    [
        ("box", "Leden: 54", True),
        ("table-row", "Trekker Buurtvereniging De Brug", True),
        ("list-item", "een inloop op vier dagdelen per week;", True),
        ("box", "Voor elke muur geldt:", False),
        ("box", "Wijk", False),
        ("list-item", "Welzijnswerk", True),
        ("table-row", "17 3 2", False),
        ("box", "Thema's: ontmoeting, eten", False),
        ("paragraph", "Van de leden komt de helft uit een", False),
        ("box", "Er zijn 54 leden.", False),  # a sentence, and weighed as one
    ],
)
def test_whole_line_of_a_box_list_or_table_is_a_fact(
    kind: BlockKind, text: str, *, fact: bool
) -> None:
    blocks = (Block("paragraph", "Er wordt gezongen."), Block(kind, text))
    source = Source("bundel", "bundel.pdf", "publication", "Bundel")
    document = Document(source, "pdf", (Page(PageRef("1", 1), blocks),))
    start = document.pages[0].text.index(text)
    span = Span(0, start, start + len(text))
    assert is_fact(document, span, text) == fact
    assert not is_fact(document, Span(0, start, start + len(text) - 1), text[:-1])


@pytest.mark.parametrize(
    ("question", "line", "other"),
    [
        ("Wanneer begon het koor?", "Looptijd 2019 tot 2023", "Leden: 54"),
        ("Wie begon met het koor?", "Bedacht door een dirigent", "Leden: 54"),
        ("Hoe wordt het koor betaald?", "Middelen: contributie", "Leden: 54"),
        ("Waar zingt het koor?", "Gebied Oost", "Leden: 54"),
    ],
)
def test_line_of_a_box_tells_what_its_label_says(question: str, line: str, other: str) -> None:
    asked = asked_for(question)
    assert asked.labels_fact(line)
    assert not asked.labels_fact(other)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Hoeveel vaste passagiers heeft de Buurtbus?", "61 vaste passagiers, gemiddeld 78 jaar"),
        ("Hoeveel inwoners heeft Lage Rijt?", "Lage Rijt heeft 940 inwoners, een bakker die"),
    ],
)
def test_number_of_the_thing_asked_for_is_the_whole_answer(
    casebook_collection: Collection, question: str, line: str
) -> None:
    (quote,) = ask(casebook_collection, question).quotes
    assert quote.text.startswith(line)


def test_further_quote_says_something_else(casebook_collection: Collection) -> None:
    quotes = ask(casebook_collection, "Wie nam het initiatief voor De Regenboogtafel?").quotes
    letters = ["".join(filter(str.isalnum, quote.text)) for quote in quotes]
    assert len(quotes) > 1
    assert not any(a in b for a in letters for b in letters if a is not b)


@pytest.mark.parametrize(
    ("question", "case"),
    [
        ("Wat zijn de lessen van De Lange Tafel?", "De Lange Tafel"),
        ("Hoeveel vrijwilligers heeft de Buurtbus?", "De Buurtbus van Lage Rijt"),
    ],
)
def test_case_whose_name_is_in_the_question_answers_alone(
    casebook_collection: Collection, question: str, case: str
) -> None:
    quotes = ask(casebook_collection, question).quotes
    assert {quote.case.title for quote in quotes} == {case}


def test_word_that_asks_for_a_field_is_met_by_what_tells_that_field_alone() -> None:
    told = asked_for("Wie betaalt de lessen?").told
    assert "lessen" in told["lessen"]
    assert "lessen" not in told["financiering"]


def test_number_of_a_body_is_told_where_that_body_is_named() -> None:
    assert asked_for("Hoeveel leden telt de vereniging Dorpsbelang?").focus == {"vereniging"}
    assert not asked_for("Hoeveel leden heeft de coöperatie in Wytsum?").focus
