"""The web view through Flask's client, on real indexes."""

import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from web_series import build, web_app, write_series
from werkzeug.datastructures import MultiDict

from corpus import Edition, PageRef, Series
from search.collection import Collection
from search.models import Results, Snippet
from search.web import wording
from search.web.asked import Asked, read_asked

# One address of each kind of page; all answer 200 on the invented series.
PAGES = {
    "home": "/",
    "words": "/?q=moestuin",
    "question": "/?q=Wat+groeit+er+in+de+moestuin%3F",
    "unanswered": "/?q=Wie+won+de+Elfstedentocht%3F",
    "nothing": "/?q=zwaartekracht",
    "bundle": "/?bundel=1",
    "theme": "/?thema=moestuin&bundel=1&bundel=2",
    "case": "/casus/tuinhuis",
    "unnamed": "/casus/veenoord",
    "lost": "/casus/zoek",
    "page": "/casus/bewaard",
    "themes": "/themas?bundel=1",
}
API = ("/api/v1/search?q=moestuin", "/api/v1/ask?q=moestuin", "/api/v1/cases", "/api/v1/themes")
HOSTILE = {
    "empty": "",
    "long": "moestuin " * 1200,
    "nul": "moes\0tuin",
    "emoji": "🌻👩‍🌾🏳️‍🌈",
    "brackets": "[({<\\^$*+?.|>})] AND NOT OR :: ~ ^",
    "script": "<script>alert(1)</script>",
    "quotes": '""" “ „ \'"',
    "template": "{{ 7*7 }} {% raw %} {# #}",
    "right to left": "\u202e\u200f moestuin \u2066",
    "lone surrogate": "\ud800",
    "percent": "%00%ff%",
}


@pytest.fixture(scope="module")
def kade(tmp_path_factory: pytest.TempPathFactory) -> tuple[Series, Path]:
    root = tmp_path_factory.mktemp("kade")
    series = write_series(root / "serie")
    build(series, root / "home")
    return series, root / "home"


@pytest.fixture(scope="module")
def client(kade: tuple[Series, Path]) -> Iterator[FlaskClient]:
    with web_app(*kade) as app:
        yield app.test_client()


@pytest.fixture(scope="module")
def default_client(default_series: Series, default_home: Path) -> Iterator[FlaskClient]:
    with web_app(default_series, default_home) as app:
        yield app.test_client()


def page(
    client: FlaskClient, address: str, status: int = 200, **arguments: object
) -> BeautifulSoup:
    response = client.get(address, query_string=arguments or None)
    assert response.status_code == status, response.text[:2000]
    assert response.mimetype == "text/html"
    return BeautifulSoup(response.text, "html.parser")


def words(soup: BeautifulSoup) -> str:
    return " ".join(soup.get_text(" ").split())


def count(soup: BeautifulSoup) -> str:
    (status,) = soup.find_all(role="status")
    return status.get_text(strip=True)


# Every page


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_page_has_one_heading_a_language_landmarks_and_the_notice(
    client: FlaskClient, address: str
) -> None:
    soup = page(client, address)
    assert soup.html["lang"] == "nl"
    assert len(soup.find_all("h1")) == 1
    assert [soup.find(name) is not None for name in ("header", "nav", "main", "footer")] == [
        True
    ] * 4
    assert soup.find("a", class_="skip")["href"] == f"#{soup.main['id']}"
    assert "Alles in deze serie is verzonnen." in soup.footer.get_text()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_page_has_no_inline_script_or_style_and_nothing_from_elsewhere(
    client: FlaskClient, address: str
) -> None:
    soup = page(client, address)
    assert not soup.find_all("style")
    assert not soup.find_all(style=True)
    assert all(script.has_attr("src") for script in soup.find_all("script"))
    resources = [
        tag.get("src") or tag.get("href") for tag in soup.find_all(["script", "link", "img"])
    ]
    assert all(url.startswith("/static/") for url in resources)


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_page_leads_only_to_pages_that_are_there(client: FlaskClient, address: str) -> None:
    for link in page(client, address).find_all("a", href=True):
        url = link["href"]
        if url.startswith("/"):
            with client.get(url) as response:
                assert response.status_code == 200, url
        elif url.startswith("#"):
            assert page(client, address).find(id=url[1:])
        else:
            assert url.startswith("https://")
            assert "noreferrer" in link["rel"]


@pytest.mark.parametrize("address", [*PAGES.values(), *API, "/healthz", "/x", "/?bundel=x"])
def test_answer_shows_no_path_of_this_machine_and_sets_no_cookie(
    client: FlaskClient, kade: tuple[Series, Path], address: str
) -> None:
    response = client.get(address)
    assert str(kade[1].parent) not in response.text
    assert "file:" not in response.text
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    "address", ["/", "/?q=moestuin", "/x", "/?bundel=x", "/healthz", "/static/wijk.css", *API]
)
def test_answer_carries_the_headers(client: FlaskClient, address: str) -> None:
    with client.get(address) as response:
        headers = response.headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("ending", ["", "?"])
def test_any_text_gives_a_page(client: FlaskClient, text: str, ending: str) -> None:
    response = client.get("/", query_string={"q": (text + ending).encode("utf-8", "surrogatepass")})
    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert "{{ 7*7 }}" in response.text or "49" not in response.text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", ["bundel", "thema", "plaats", "doelgroep", "toon"])
def test_any_filter_gives_a_page_that_is_no_failure(
    client: FlaskClient, text: str, name: str
) -> None:
    arguments = {"q": "moestuin", name: text.encode("utf-8", "surrogatepass")}
    for address in ("/", "/themas", "/api/v1/search", "/api/v1/cases"):
        response = client.get(address, query_string=arguments)
        assert response.status_code in {200, 400}, response.text[:500]
        assert response.mimetype == "application/json" or "<script>alert" not in response.text


# Searching


def test_words_give_passages_by_case_with_marks(client: FlaskClient) -> None:
    soup = page(client, "/?q=moestuin")
    assert count(soup) == "5 passages in 2 casussen"
    assert {mark.get_text() for mark in soup.find_all("mark")} == {"moestuin"}
    assert len(soup.find_all("article")) == 2


def test_words_show_three_passages_of_a_case_and_fold_the_others(client: FlaskClient) -> None:
    article = page(client, "/?q=moestuin").find("a", string="Het Tuinhuis").find_parent("article")
    assert len(article.find("ol").find_all("li")) == 3
    assert "Nog 1 passage" in words(article.find("details"))


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


def test_question_without_evidence_says_that_the_bundles_do_not_say(client: FlaskClient) -> None:
    soup = page(client, "/", q="Hoe zwaar is zwaartekracht op de maan?")
    assert "De bundels zeggen hier niets over." in words(soup)
    assert not soup.find_all("blockquote")
    assert count(soup) == "Niets gevonden"


def test_question_within_a_filter_quotes_only_what_passes(client: FlaskClient) -> None:
    soup = page(client, "/", q="Wie koken er soep in het Tuinhuis?", bundel="2")
    assert not soup.find_all("blockquote")
    assert "Binnen de gekozen filters zeggen de bundels hier niets over." in words(soup)


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
    assert links == {
        "Verwijder het filter Bundel 1 ×": "/?q=moestuin&bundel=2&thema=moestuin&plaats=Waterdam",
        "Verwijder het filter Bundel 2 ×": "/?q=moestuin&bundel=1&thema=moestuin&plaats=Waterdam",
        "Verwijder het filter moestuin ×": "/?q=moestuin&bundel=1&bundel=2&plaats=Waterdam",
        "Verwijder het filter Waterdam ×": "/?q=moestuin&bundel=1&bundel=2&thema=moestuin",
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


# A case


def test_case_shows_what_is_known_and_what_is_not_described(client: FlaskClient) -> None:
    soup = page(client, "/casus/tuinhuis")
    card = {div.dt.get_text(): words(div.dd) for div in soup.find(class_="card").find_all("div")}
    assert card["Trefwoorden"] == "moestuin , samen eten"
    assert card["Organisaties"] == "niet beschreven"
    assert (
        soup.find(id="bronnen").find_parent("section").a["href"] == "https://kade.example/tuinhuis"
    )
    assert "elders.example" in words(soup.find(id="achtergrond").find_parent("section"))


def test_case_shows_its_text_in_reading_order(client: FlaskClient) -> None:
    text = words(page(client, "/casus/tuinhuis").find(class_="text"))
    places = [text.index(word) for word in ("soep", "pompoen", "hek", "schuur")]
    assert places == sorted(places)


def test_case_that_was_not_found_in_its_document_says_so(client: FlaskClient) -> None:
    soup = page(client, "/casus/zoek")
    assert "niet teruggevonden" in words(soup)
    assert not soup.find_all("a", class_="open")


def test_address_that_is_no_web_address_is_never_a_link(client: FlaskClient) -> None:
    for address in ("/", "/casus/tuinhuis"):
        assert not page(client, address).find_all("a", href=re.compile("javascript"))


@pytest.mark.parametrize("address", ["/casus/bestaat-niet", "/casus/%00", "/bron/x", "/nergens"])
def test_unknown_page_is_a_page_in_dutch(client: FlaskClient, address: str) -> None:
    assert page(client, address, status=404).h1.get_text() == "Deze pagina is er niet"


def test_page_that_is_posted_to_is_a_page_in_dutch(client: FlaskClient) -> None:
    response = client.post("/")
    assert response.status_code == 405
    assert "Dat kan hier niet" in response.text
    assert "GET" in response.headers["Allow"]


# Themes


def test_theme_count_leads_to_as_many_cases(default_client: FlaskClient) -> None:
    soup = page(default_client, "/themas")
    counts = soup.select("td a")
    assert counts
    for link in counts:
        number = int(link.get_text().split()[0])
        cases = page(default_client, link["href"])
        assert len(cases.find_all("article")) == number
        assert int(count(cases).split()[0]) == number


def test_themes_say_of_how_many_cases_only_the_place_is_known(
    default_client: FlaskClient,
) -> None:
    text = words(page(default_client, "/themas").main)
    assert "Bundel 1: alle 7 casussen zijn beschreven." in text
    assert "Bundel 2: van 6 van de 7 casussen is hier alleen de plaats bekend." in text
    assert "zegt dus weinig over die bundels zelf" in text


def test_themes_of_some_bundles_show_only_those(client: FlaskClient) -> None:
    heads = page(client, "/themas?bundel=2").select("thead th")
    assert [words(head) for head in heads] == ["Thema", "Bundel 2"]


# Documents


@pytest.mark.parametrize(
    ("name", "mimetype"),
    [("kade-1", "text/plain"), ("bewaard", "text/html"), ("bewaard.html", "text/html")],
)
def test_document_is_sent_into_a_sandbox(client: FlaskClient, name: str, mimetype: str) -> None:
    with client.get(f"/bron/{name}") as response:
        assert response.status_code == 200
        assert response.mimetype == mimetype
        policy = response.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox;")
    assert "script" not in policy


def test_pdf_is_sent_to_be_read_in_the_browser(default_client: FlaskClient) -> None:
    with default_client.get("/bron/casuswijzer-1") as response:
        assert response.mimetype == "application/pdf"
        assert response.headers["Content-Disposition"].startswith("inline")
        assert response.data.startswith(b"%PDF-")
    with default_client.get("/bron/casuswijzer-1", headers={"Range": "bytes=0-4"}) as part:
        assert (part.status_code, part.data) == (206, b"%PDF-")


@pytest.mark.parametrize(
    "name", ["series.toml", "../serie/series.toml", "..%2fseries.toml", "/etc/passwd", "kade-1/"]
)
def test_file_outside_the_catalogue_is_not_sent(client: FlaskClient, name: str) -> None:
    assert client.get(f"/bron/{name}").status_code == 404


def test_page_with_a_web_address_leads_to_the_web(client: FlaskClient) -> None:
    link = page(client, "/?q=zonnebloem").find("a", class_="open")
    assert link["href"] == "https://kade.example/web"
    assert "noreferrer" in link["rel"]


def test_hit_names_the_printed_page_and_opens_the_sheet(default_client: FlaskClient) -> None:
    results = msgspec.json.decode(
        default_client.get("/api/v1/search?q=moestuin").data, type=Results
    )
    shown = page(default_client, "/?q=moestuin").find_all(class_="hit")
    assert len(shown) == len(results.hits)
    for hit in results.hits:
        item = next(
            i for i in shown if hit.snippet.text[:40] in i.find(class_="snippet").get_text()
        )
        link = item.find("a", class_="open")
        assert words(link).startswith(f"p. {hit.page.label} ")
        assert link["href"] == hit.location == f"/bron/{hit.document.id}#page={hit.page.number}"
        assert f"blad {hit.page.number} van de pdf" in words(item)


def test_text_beside_a_page_number_stands_on_that_page(
    default_client: FlaskClient, default_collection: Collection
) -> None:
    checked = 0
    for case in default_collection.catalogue.cases:
        document = default_collection.text(case.document)
        for piece in page(default_client, f"/casus/{case.entry.id}").find_all(class_="passage"):
            if link := piece.find("a", class_="open"):
                number = int(link["href"].partition("#page=")[2])
                text = document.pages[number - 1].text
                assert all(p.get_text() in text for p in piece.div.find_all("p"))
                checked += 1
    assert checked > 100


# The index


def test_without_an_index_every_page_says_what_to_do(tmp_path: Path) -> None:
    with web_app(write_series(tmp_path / "serie"), tmp_path / "home") as app:
        client = app.test_client()
        for address in ("/", "/?q=moestuin", "/casus/tuinhuis", "/themas", "/bron/kade-1"):
            soup = page(client, address, status=503)
            assert soup.pre.get_text() == "wijk index"
            assert str(tmp_path) not in soup.get_text()
        for address in (*API, "/healthz"):
            response = client.get(address)
            assert response.status_code == 503
            assert response.json == {
                "error": "There is no index.",
                "remedy": "Build it: wijk index",
            }


def test_damaged_index_says_how_to_build_it_again(tmp_path: Path) -> None:
    series, home = write_series(tmp_path / "serie"), tmp_path / "home"
    build(series, home)
    next(home.rglob("catalogue.json")).write_text("{}")
    with web_app(series, home) as app:
        soup = page(app.test_client(), "/", status=503)
    assert soup.pre.get_text() == "wijk index --rebuild"


def test_new_index_is_opened_without_a_restart(tmp_path: Path) -> None:
    series, home = write_series(tmp_path / "serie"), tmp_path / "home"
    with web_app(series, home) as app:
        client = app.test_client()
        page(client, "/", status=503)
        build(series, home)
        assert count(page(client, "/?q=pompoen")) == "1 passage in 1 casus"
        (tmp_path / "serie" / "kade-1.md").write_text("# Het Tuinhuis\n\nNu groeit er prei.\n")
        assert "Let op:" in words(page(client, "/"))
        build(series, home)
        assert count(page(client, "/?q=pompoen")) == "Niets gevonden"
        assert count(page(client, "/?q=prei")) == "1 passage in 1 casus"
        assert "Let op:" not in words(page(client, "/"))


def test_index_that_was_thrown_away_and_built_again_is_opened(tmp_path: Path) -> None:
    series, home = write_series(tmp_path / "serie"), tmp_path / "home"
    build(series, home)
    with web_app(series, home) as app:
        client = app.test_client()
        page(client, "/?q=pompoen")
        shutil.rmtree(home)
        page(client, "/?q=pompoen", status=503)
        build(series, home)
        assert count(page(client, "/?q=pompoen")) == "1 passage in 1 casus"


def test_document_that_is_gone_is_a_page_in_dutch(tmp_path: Path) -> None:
    series, home = write_series(tmp_path / "serie"), tmp_path / "home"
    build(series, home)
    (tmp_path / "serie" / "kade-1.md").unlink()
    with web_app(series, home) as app:
        page(app.test_client(), "/bron/kade-1", status=404)
        assert "Let op:" in words(page(app.test_client(), "/"))


def test_requests_at_the_same_time_get_the_same_answer(kade: tuple[Series, Path]) -> None:
    with web_app(*kade) as app, ThreadPoolExecutor(8) as pool:
        pages = set(pool.map(lambda _: app.test_client().get("/?q=moestuin").text, range(40)))
    assert len(pages) == 1


# JSON


def test_api_search_gives_results_with_addresses_of_this_server(client: FlaskClient) -> None:
    response = client.get(
        "/api/v1/search?q=moestuin&limit=2&edition=1&theme=moestuin&place=Waterdam"
    )
    assert response.mimetype == "application/json"
    results = msgspec.json.decode(response.data, type=Results)
    assert (results.query, results.total, len(results.hits)) == ("moestuin", 4, 2)
    assert {hit.location for hit in results.hits} == {"/bron/kade-1"}


def test_api_has_ask_cases_a_case_and_themes(client: FlaskClient) -> None:
    assert client.get("/api/v1/ask?q=Wie koken er soep?").json["verdict"] == "answered"
    assert client.get("/api/v1/cases?bundel=2").json["cases"][0]["location"] == "/bron/kade-2"
    assert client.get("/api/v1/cases/loods").json["passages"][0]["location"] == "/bron/kade-2"
    assert client.get("/api/v1/themes?bundel=2").json["editions"] == [2]


@pytest.mark.parametrize(
    "query",
    ["search?q=a&bundel=9", "search?bundel=x", "search?limit=0", "search?thema=x", "ask", "ask?q=+",
     "cases?bundel=9", "themes?edition=9", "search?" + "&".join(f"plaats={n}" for n in range(99))],
)  # fmt: skip
def test_api_answers_what_cannot_be_asked_with_an_error_and_a_remedy(
    client: FlaskClient, query: str
) -> None:
    response = client.get(f"/api/v1/{query}")
    assert response.status_code == 400
    assert response.json.keys() == {"error", "remedy"}
    assert all(response.json.values())


@pytest.mark.parametrize("address", ["/api/v1/nothing", "/api/v1/cases/x"])
def test_api_answers_an_unknown_address_in_json(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    assert (response.status_code, response.json["error"]) == (404, "Not Found.")


def test_health_tells_what_is_in_the_index(default_client: FlaskClient) -> None:
    health = default_client.get("/healthz").json
    assert (health["status"], health["series"], health["cases"]) == ("ok", "wij-in-de-wijk", 29)
    assert re.fullmatch("[0-9a-f]{8}", health["stamp"])
    assert health["passages"] > 100


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


# Wording


@given(st.text(), st.lists(st.integers(0, 40), max_size=8, unique=True))
def test_marks_change_nothing_but_the_marks(text: str, cuts: list[int]) -> None:
    edges = sorted(min(cut, len(text)) for cut in cuts)
    ranges = tuple((a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if a < b)
    html = str(wording.marked(Snippet(text, ranges)))
    assert re.sub("</?mark>", "", html) == escape(text.replace("\n\n", "\n"))
    assert [unescape(m) for m in re.findall("<mark>(.*?)</mark>", html, re.DOTALL)] == [
        unescape(escape(text[a:b])) for a, b in ranges
    ]


@pytest.mark.parametrize(
    ("pages", "printed", "sheet"),
    [
        ([("12", 12)], "p. 12", ""),
        ([("12", 16)], "p. 12", "blad 16 van de pdf"),
        ([("iv", 4), ("1", 5)], "p. iv–1", "blad 4–5 van de pdf"),
    ],
)
def test_pages_are_said_as_printed_and_as_in_the_file(
    pages: list[tuple[str, int]], printed: str, sheet: str
) -> None:
    refs = [PageRef(*page) for page in pages]
    assert (wording.printed(refs), wording.sheet(refs)) == (printed, sheet)


@pytest.mark.parametrize(
    ("date", "said"),
    [("2020", "2020"), ("2020-03", "maart 2020"), ("2021-11-05", "5 november 2021"),
     ("2020-13", "2020-13"), ("voorjaar", "voorjaar")],
)  # fmt: skip
def test_date_is_said_in_dutch(date: str, said: str) -> None:
    assert wording.dutch_date(date) == said


def test_bundle_is_said_with_its_year_when_known() -> None:
    assert wording.bundle(Edition(1, "x", published="2020-03")) == "Bundel 1 (2020)"
    assert wording.bundle(Edition(2, "x")) == "Bundel 2"


def test_misspelt_word_gets_a_link_to_what_was_meant_within_the_same_filters(
    default_client: FlaskClient,
) -> None:
    soup = page(default_client, "/", q="buurtpreventieteems", bundel="3")
    (link,) = soup.select(".meant a")
    assert link.parent is not None
    assert link.parent.get_text(" ", strip=True) == "Bedoelde u Buurtpreventieteams ?"
    query = parse_qs(urlsplit(str(link["href"])).query)
    assert query == {"q": ["Buurtpreventieteams"], "bundel": ["3"]}
    assert page(default_client, "/", q="buurtpreventieteams").select(".meant") == []
