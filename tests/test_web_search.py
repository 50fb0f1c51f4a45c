"""The search page: passages, answers, filters, the first page."""

from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient
from web_pages import count, page, words
from werkzeug.datastructures import MultiDict

from search.web.asked import Asked, read_asked

# Searching


def test_words_give_passages_by_case_with_marks(client: FlaskClient) -> None:
    soup = page(client, "/?q=moestuin")
    assert count(soup) == "5 passages in 2 casussen"
    assert "moestuin" in {mark.get_text() for mark in soup.find_all("mark")}
    assert len(soup.find_all("article")) == 2


def test_words_show_three_passages_of_a_case_and_fold_the_others(client: FlaskClient) -> None:
    article = page(client, "/?q=moestuin").find("a", string="Het Tuinhuis").find_parent("article")
    assert len(article.find("ol").find_all("li", class_="hit", recursive=False)) == 3
    assert "Nog 1 passage" in words(article)


def test_case_without_a_name_goes_by_its_place_and_says_so(client: FlaskClient) -> None:
    for address in ("/?q=haven", "/?bundel=1", "/casus/veenoord", "/"):
        assert "Veenoord naam niet bekend" in words(page(client, address))


def test_question_shows_quotes_before_passages(client: FlaskClient) -> None:
    soup = page(client, "/", q="Wie koken er soep in het Tuinhuis?")
    quotes = [quote.get_text(strip=True) for quote in soup.find_all("blockquote")]
    assert "In het Tuinhuis koken buren elke week soep uit de moestuin." in quotes
    assert [h2.get_text() for h2 in soup.main.find_all("h2")] == [
        "Wat de bundels zeggen",
        "Passages met woorden uit uw vraag",
    ]


def test_question_which_cases_there_are_shows_these_cases(default_client: FlaskClient) -> None:
    soup = page(default_client, "/", q="Welke initiatieven zijn er in Amsterdam?")
    answer = soup.find("section", class_="answer")
    assert [h3.get_text(" ", strip=True) for h3 in answer.find_all("h3")] == [
        "Buurtwerkkamer De Handreiking",
        "Amsterdam (stadsdeel Zuid) naam niet bekend",
    ]
    assert "2 casussen, zoals ze in de lijst van casussen staan" in words(answer)
    assert [link["href"].startswith("/bron/") for link in answer.find_all("a", class_="open")]


def test_question_without_evidence_says_that_the_bundles_do_not_say(client: FlaskClient) -> None:
    soup = page(client, "/", q="Hoe zwaar is zwaartekracht op de maan?")
    assert "De bundels zeggen hier niets over." in words(soup)
    assert not soup.find_all("blockquote")
    assert count(soup) == "Niets gevonden"


def test_question_without_an_answer_does_not_deny_the_passages_below_it(
    client: FlaskClient,
) -> None:
    soup = page(client, "/", q="Hoe zwaar is de soep van de koningin op de maan?")
    assert "Geen zin in de bundels geeft een zeker antwoord." in words(soup)
    assert soup.find_all("mark")


def test_question_within_a_filter_quotes_only_what_passes(client: FlaskClient) -> None:
    soup = page(client, "/", q="Wie koken er soep in het Tuinhuis?", bundel="2")
    assert not soup.find_all("blockquote")
    assert "Binnen de gekozen filters geeft geen zin in de bundels een zeker antwoord." in words(
        soup
    )


@pytest.mark.parametrize(
    ("text", "is_question"),
    [
        ("moestuin", False),
        ("moestuin?", True),
        ("Wie koken er", True),
        ("wie", False),
        ("WELKE casussen zijn er", True),
        ("waardevol werk", False),
        ("hoek van holland", False),
        ("“Hoe werkt het", True),
        ("", False),
    ],
)
def test_text_is_a_question_by_its_end_or_first_word(text: str, *, is_question: bool) -> None:
    assert Asked(text).is_question is is_question


def test_summary_is_labelled_and_a_publication_is_not(client: FlaskClient) -> None:
    label = "samenvatting in eigen woorden"
    for address in ("/?q=roeien", "/?q=Wie+roeien+er%3F", "/casus/loods", "/?bundel=2"):
        assert label in words(page(client, address).main)
    for address in ("/?q=pompoen", "/casus/tuinhuis", "/?bundel=1"):
        assert label not in words(page(client, address).main)


def test_nothing_found_gives_advice_that_leads_on(client: FlaskClient) -> None:
    soup = page(client, "/", q='"moestuin haven"', bundel="1")
    assert count(soup) == "Niets gevonden"
    advice = soup.find(class_="advice")
    assert "aanhalingstekens" in advice.get_text()
    assert advice.a["href"] == "/?q=%22moestuin+haven%22"


def test_passages_beyond_the_first_are_counted_and_can_be_asked_for(
    default_client: FlaskClient,
) -> None:
    soup = page(default_client, "/", q="wijk bewoners buurt initiatief samen", toon="5")
    assert len(soup.find_all(class_="hit")) == 5
    more = soup.find(class_="more").a["href"]
    assert len(page(default_client, more).find_all(class_="hit")) == 25


# Filters


def test_filters_stand_in_the_boxes_and_can_be_taken_off_one_by_one(client: FlaskClient) -> None:
    arguments = {"q": "moestuin", "bundel": ["1", "2"], "thema": "moestuin", "plaats": "Waterdam"}
    soup = page(client, "/", **arguments)
    ticked = [box["value"] for box in soup.find_all("input", type="checkbox", checked=True)]
    assert ticked == ["1", "2", "moestuin"]
    assert soup.find("input", type="hidden")["value"] == "Waterdam"
    links = {
        a.get_text(" ", strip=True): a["href"] for a in soup.find(class_="chosen").find_all("a")
    }
    off = "Verwijder het filter"
    rest = "thema=moestuin&plaats=Waterdam"
    assert links == {
        f"{off} Langs de kade 1 (2020) ×": f"/?q=moestuin&bundel=2&{rest}",
        f"{off} Langs de kade 2 ×": f"/?q=moestuin&bundel=1&{rest}",
        f"{off} moestuin ×": "/?q=moestuin&bundel=1&bundel=2&plaats=Waterdam",
        f"{off} Waterdam ×": "/?q=moestuin&bundel=1&bundel=2&thema=moestuin",
        "wis alles": "/?q=moestuin",
    }


@pytest.mark.parametrize(
    ("address", "titles"),
    [
        ("/?bundel=1", ["Het Tuinhuis", "Veenoord", "De Zoekgeraakte Schuit"]),
        ("/?bundel=2", ["De Loods"]),
        ("/?bundel=1&bundel=2&plaats=Waterdam", ["Het Tuinhuis", "De Loods"]),
        ("/?doelgroep=ouderen", ["Het Tuinhuis"]),
        ("/?bundel=2&doelgroep=ouderen", []),
    ],
)
def test_filter_without_words_lists_the_cases(
    client: FlaskClient, address: str, titles: list[str]
) -> None:
    soup = page(client, address)
    assert [h3.a.get_text() for h3 in soup.main.find_all("h3")] == titles


@pytest.mark.parametrize("query", ["bundel=9", "bundel=een", "thema=bestaat-niet", "toon=0"])
def test_filter_that_the_series_does_not_have_says_so_in_dutch(
    client: FlaskClient, query: str
) -> None:
    soup = page(client, f"/?q=moestuin&{query}", status=400)
    assert soup.h1.get_text() == "Dat filter kent deze serie niet"
    assert soup.find(lang="en").get_text()


def test_empty_filters_count_as_none() -> None:
    asked = read_asked(MultiDict([("q", "  a "), ("bundel", ""), ("thema", " "), ("toon", "")]))
    assert asked == Asked("a")


# The box


def test_examples_on_the_first_page_find_something(default_client: FlaskClient) -> None:
    examples = page(default_client, "/").select("ul.examples a")
    assert 4 <= len(examples) <= 5
    for example in examples:
        assert count(page(default_client, example["href"])) != "Niets gevonden"
    assert page(default_client, examples[-1]["href"]).find("blockquote")


def test_first_page_lists_every_case_once(default_client: FlaskClient) -> None:
    cases = page(default_client, "/").select(".list a")
    assert len(cases) == len({case["href"] for case in cases}) == 29


@pytest.mark.parametrize("address", ["/", "/casussen"])
def test_misspelt_word_gets_a_link_to_what_was_meant_within_the_same_filters(
    default_client: FlaskClient, address: str
) -> None:
    soup = page(default_client, address, q="buurtpreventieteems", bundel="3")
    (link,) = soup.select(".meant a")
    assert link.parent is not None
    assert link.parent.get_text(" ", strip=True) == "Bedoelde u Buurtpreventieteams ?"
    query = parse_qs(urlsplit(str(link["href"])).query)
    assert query == {"q": ["Buurtpreventieteams"], "bundel": ["3"]}
    assert urlsplit(str(link["href"])).path == address
    assert page(default_client, address, q="buurtpreventieteams").select(".meant") == []
