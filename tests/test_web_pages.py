"""What every page of the web view has and does, on real indexes."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest
from flask.testing import FlaskClient
from web_pages import API, HOSTILE, PAGES, count, page, words
from web_series import build, web_app, write_series

from corpus import Series
from search.collection import Collection
from search.models import Results

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


def test_page_with_a_web_address_leads_to_its_words_on_the_web(client: FlaskClient) -> None:
    link = page(client, "/?q=zonnebloem").find("a", class_="open")
    words = "Op%20het%20web%20staat%20een%20zonnebloem%20in%20bloei."
    assert link["href"] == f"https://kade.example/web#:~:text={words}"
    assert "noreferrer" in link["rel"]


def test_hit_names_the_printed_page_and_opens_the_sheet(default_client: FlaskClient) -> None:
    results = msgspec.json.decode(
        default_client.get("/api/v1/search?q=moestuin").data, type=Results
    )
    shown = page(default_client, "/?q=moestuin").find_all(class_="hit")
    assert len(shown) == len(results.hits)
    printed = [hit for hit in results.hits if hit.page]
    assert len(printed) > len(shown) / 2
    for hit in printed:
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
