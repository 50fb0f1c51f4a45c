"""The pages of cases: the list with its facets, a case, the gap map, citing."""

import re

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from web_pages import count, page, words

from search.citing import FORMS
from search.collection import Collection
from search.fields import listing_fields, read_rows, value_label

# A case


def test_case_shows_what_is_known_and_what_is_not_described(client: FlaskClient) -> None:
    soup = page(client, "/casus/tuinhuis")
    card = {
        div.dt.get_text(): words(div.dd)
        for div in soup.find(class_="card").find_all("div", recursive=False)
    }
    assert card["Trefwoorden"] == "moestuin , samen eten"
    assert card["Plaats"] == "Waterdam"
    assert "Provincie" not in card
    assert card["Verder"].startswith("Wijk of dorp, gemeente, provincie, ")
    assert card["Verder"].endswith(" en lessen zijn niet beschreven.")
    assert (
        soup.find(id="bronnen").find_parent("section").a["href"] == "https://kade.example/tuinhuis"
    )
    assert "elders.example" in words(soup.find(id="achtergrond").find_parent("section"))


def test_case_shows_its_text_in_reading_order(client: FlaskClient) -> None:
    text = words(page(client, "/casus/tuinhuis").find(class_="text"))
    places = [text.index(word) for word in ("soep", "pompoen", "hek", "schuur")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("address", "said"), [("/casus/op-het-web", "webpagina"), ("/casus/tuinhuis", "tekst")]
)
def test_text_without_pages_is_opened_as_what_it_is(
    client: FlaskClient, address: str, said: str
) -> None:
    links = [words(link) for link in page(client, address).find_all("a", class_="open")]
    assert links
    assert all(link.startswith(f"Open de {said} ") for link in links)


def test_list_opens_a_text_without_pages(client: FlaskClient) -> None:
    items = {words(item.h3): item for item in page(client, "/casussen").select("ol.cases article")}
    assert words(items["Het Tuinhuis"].find("a", class_="open")).startswith("tekst")
    assert items["De Zoekgeraakte Schuit"].find("a", class_="open") is None


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
    assert "Wij in de wijk 1 (2020): alle 7 casussen zijn beschreven." in text
    assert (
        "Wij in de Wijk 2 (2020): van 6 van de 7 casussen is hier alleen de plaats bekend." in text
    )
    assert "zegt dus weinig over die bundels zelf" in text


def test_theme_of_no_case_is_named_and_has_no_link_that_leads_to_nothing(
    default_client: FlaskClient,
) -> None:
    rows = default_client.get("/api/v1/themes").json["themes"]
    absent = [row["label"] for row in rows if not any(n["count"] for n in row["counts"])]
    main = page(default_client, "/themas").main
    assert absent
    assert f"In geen enkele casus: {', '.join(absent)}." in words(main)
    for link in main.select("th[scope=row] a"):
        assert page(default_client, link["href"]).find("article")


def test_themes_of_some_bundles_show_only_those(client: FlaskClient) -> None:
    heads = page(client, "/themas?bundel=2").select("thead th")
    assert [words(head) for head in heads] == ["Thema", "Langs de kade 2"]


# The list and its facets


def _facets(soup: BeautifulSoup) -> dict[str, dict[str, tuple[str, str]]]:
    """The number and address beside each value of each facet."""
    return {
        facet.summary.get_text(): {
            words(item.a): (item.find(class_="number").contents[0].strip(), item.a["href"])
            for item in facet.find_all("li")
        }
        for facet in soup.select(".facets > details")
    }


def test_every_number_beside_a_filter_is_the_length_of_the_list_behind_it(
    default_client: FlaskClient,
) -> None:
    checked = 0
    for address in ("/casussen", "/casussen?bundel=1", "/casussen?q=wijk&provincie=Utrecht"):
        soup = page(default_client, address)
        total = int(count(soup).split()[0])
        for values in _facets(soup).values():
            for name, (number, link) in list(values.items())[:4]:
                if "Verwijder" in name:
                    continue
                behind = int(count(page(default_client, link)).split()[0])
                assert behind == (total + int(number) if "+" in number else int(number))
                checked += 1
    assert checked > 40


def test_chosen_filter_is_marked_and_leads_away_from_itself(client: FlaskClient) -> None:
    facets = _facets(page(client, "/casussen?bundel=1&plaats=Waterdam"))
    assert (
        facets["Bundel"]["Verwijder het filter Langs de kade 1 (2020)"][1]
        == "/casussen?plaats=Waterdam"
    )
    assert facets["Bundel"]["Langs de kade 2"] == (
        "+1",
        "/casussen?bundel=1&bundel=2&plaats=Waterdam",
    )


def test_filter_chosen_by_a_word_of_its_name_can_be_left_again(
    default_client: FlaskClient,
) -> None:
    facets = _facets(page(default_client, "/casussen?organisatie=versa"))
    ((_, link),) = (v for k, v in facets["Organisatie"].items() if "Verwijder" in k)
    assert link == "/casussen"


@pytest.mark.parametrize(
    ("query", "advice"),
    [
        ("q=xyzzy", "In geen casus komen deze woorden voor."),
        ("q=xyzzy&bundel=1", "Geen casus past bij deze woorden en filters samen."),
        ("plaats=Waterdam&plaats=Veenoord&bundel=2&trefwoord=moestuin", "bij deze filters samen."),
    ],
)
def test_empty_list_says_what_is_too_much(client: FlaskClient, query: str, advice: str) -> None:
    soup = page(client, f"/casussen?{query}")
    assert count(soup) == "Niets gevonden"
    assert advice in words(soup)


def test_list_keeps_words_filters_and_order_in_its_address(client: FlaskClient) -> None:
    soup = page(client, "/casussen?q=moestuin&bundel=1&volgorde=plaats")
    hidden = {item["name"]: item["value"] for item in soup.find_all("input", type="hidden")}
    assert hidden == {"bundel": "1"}
    assert soup.find("option", selected=True)["value"] == "plaats"
    assert soup.find(class_="chosen").a["href"] == "/casussen?q=moestuin&volgorde=plaats"
    assert [h3.a.get_text() for h3 in soup.main.find_all("h3")] == ["Veenoord", "Het Tuinhuis"]


@pytest.mark.parametrize("query", ["volgorde=kleur", "bundel=9", "kapitaal=zand", "thema=x"])
def test_list_that_cannot_be_asked_for_says_so(client: FlaskClient, query: str) -> None:
    assert page(client, f"/casussen?{query}", status=400).find(lang="en").get_text()


# A case, its card and what is like it


def test_quotes_of_a_case_stand_on_the_page_that_is_beside_them(
    default_client: FlaskClient, default_collection: Collection
) -> None:
    checked = 0
    for case in default_collection.catalogue.cases:
        document = default_collection.text(case.document)
        if not case.pages:
            continue
        soup = page(default_client, f"/casus/{case.entry.id}")
        for quote in soup.find_all(class_="proof"):
            link = quote.find_next("a", class_="open")["href"]
            number = int(link.partition("#page=")[2])
            assert quote.p.get_text() in document.pages[number - 1].text
            checked += 1
        for sentence in soup.select(".gist > p:not(.note)"):
            number = int(sentence.a["href"].partition("#page=")[2])
            text = " ".join(sentence.find(string=True).split())
            assert text in " ".join(document.pages[number - 1].text.split())
            checked += 1
    assert checked > 100


def test_value_of_a_card_leads_to_the_list_of_cases_that_share_it(
    casebook_client: FlaskClient, casebook_collection: Collection
) -> None:
    proven, fields = 0, set()
    for row in read_rows(casebook_collection):
        card = casebook_collection.card(row.case.entry.id)
        if card is None:
            continue
        address = f"/casus/{row.case.entry.id}"
        links = {(a["href"], words(a)) for a in page(casebook_client, address).select(".card dd a")}
        for (of, value), field in listing_fields(row, card).items():
            (link,) = {
                href
                for href, text in links
                if text == value_label(casebook_collection, field, value)
                and field.parameter in href
            }
            proven += any(one.evidence for one in card.of(of) if one.value == value)
            if of not in fields:
                fields.add(of)
                behind = page(casebook_client, link).select("article h3 a")
                assert address in {a["href"] for a in behind}
    assert proven > 10
    assert len(fields) > 3


def test_case_names_cases_like_it_and_in_what(default_client: FlaskClient) -> None:
    alike = page(default_client, "/casus/stichting-polka").find(class_="alike").find_all("li")
    assert len(alike) == 5
    assert all(item.a["href"].startswith("/casus/") for item in alike)
    assert all(item.find("dt") and item.find("dd").get_text(strip=True) for item in alike)


# Citing


@pytest.mark.parametrize("form", FORMS)
def test_citation_is_shown_and_kept_in_every_form(default_client: FlaskClient, form: str) -> None:
    shown = page(default_client, "/citeer/stichting-polka").find(id=f"vorm-{form}")
    kept = default_client.get(f"/citeer-als/{form}/stichting-polka")
    assert kept.status_code == 200
    assert kept.headers["Content-Disposition"].startswith("attachment; filename=stichting-polka.")
    assert kept.mimetype == FORMS[form].mimetype
    assert shown.find_next("pre").get_text() == kept.text


def test_citation_of_a_summary_warns_that_it_is_not_the_publication(
    default_client: FlaskClient,
) -> None:
    warning = page(default_client, "/citeer/stichting-polka").find(class_="warning")
    assert "niet de publicatie van Movisie" in warning.get_text()


def test_every_hit_can_be_cited(default_client: FlaskClient) -> None:
    hits = page(default_client, "/?q=moestuin").find_all(class_="hit")
    for hit in hits:
        link = hit.find("a", class_="cite-link")["href"]
        assert "Citeer" in page(default_client, link).h1.get_text()


@pytest.mark.parametrize(
    "address", ["/citeer/x", "/citeer/loods/999", "/citeer-als/doc/loods", "/citeer-als/ris/x"]
)
def test_citation_that_is_not_there_is_a_page_in_dutch(client: FlaskClient, address: str) -> None:
    assert page(client, address, status=404).h1.get_text() == "Deze pagina is er niet"


# The gap map


def test_cell_of_the_gap_map_leads_to_as_many_cases(default_client: FlaskClient) -> None:
    cells = page(default_client, "/witte-vlekken?bundel=1&bundel=3").select("td a")
    assert len(cells) > 20
    for link in cells[::7]:
        assert int(count(page(default_client, link["href"])).split()[0]) == int(
            link.contents[0].strip()
        )


def test_gap_map_of_a_field_with_itself_takes_another_for_the_columns(client: FlaskClient) -> None:
    heads = {
        query: words(page(client, f"/witte-vlekken?{query}").caption)
        for query in ("rijen=doelgroep", "rijen=thema&kolommen=thema")
    }
    assert list(heads.values()) == [
        "Casussen naar doelgroep en thema",
        "Casussen naar thema en doelgroep",
    ]


def test_gap_is_shown_to_the_eye_and_to_the_ear(client: FlaskClient) -> None:
    soup = page(client, "/witte-vlekken?rijen=thema&kolommen=bundel")
    empty = soup.find_all("td", class_="n0")
    assert empty
    assert all(words(cell) == "· geen" for cell in empty)
    assert {head["scope"] for head in soup.find_all("th")} == {"col", "row"}


@pytest.mark.parametrize("query", ["rijen=kleur", "kolommen=kleur", "bundel=9"])
def test_gap_map_that_cannot_be_drawn_says_so(client: FlaskClient, query: str) -> None:
    page(client, f"/witte-vlekken?{query}", status=400)
