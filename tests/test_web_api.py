"""The same answers as JSON, CSV and JSON Lines."""

import csv
import io
import re

import msgspec
import pytest
from flask.testing import FlaskClient

from search.models import Results


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


def test_api_cases_has_facets_and_every_filter_in_both_languages(
    default_client: FlaskClient,
) -> None:
    dutch = default_client.get("/api/v1/cases?provincie=Utrecht&kapitaal=bridging").json
    english = default_client.get("/api/v1/cases?province=Utrecht&social_capital=bridging").json
    assert dutch == english
    assert dutch["total"] == len(dutch["cases"]) > 0
    facets = {facet["field"]: facet["values"] for facet in dutch["facets"]}
    assert facets["province"]
    assert set(facets["province"][0]) == {"value", "label", "count", "total", "chosen"}


def test_api_similar_gives_weights_that_add_up(default_client: FlaskClient) -> None:
    found = default_client.get("/api/v1/cases/stichting-polka/similar?limit=3").json
    assert found["case"]["id"] == "stichting-polka"
    assert len(found["similar"]) == 3
    for one in found["similar"]:
        assert one["score"] == pytest.approx(sum(reason["weight"] for reason in one["reasons"]))


def test_api_matrix_counts_the_cases_of_each_cell(default_client: FlaskClient) -> None:
    table = default_client.get("/api/v1/matrix?rows=province&columns=edition").json
    assert [value["value"] for value in table["columns"]["values"]] == ["1", "2", "3", "4"]
    for cells in table["cells"]:
        assert all(cell["count"] == len(cell["cases"]) for cell in cells)


def test_api_cites_in_the_form_that_is_named(default_client: FlaskClient) -> None:
    ris = default_client.get("/api/v1/cite/stichting-polka?format=ris")
    assert ris.text.startswith("TY  - CHAP\n")
    assert default_client.get("/api/v1/cite/stichting-polka").json[0]["type"] == "chapter"
    assert default_client.get("/api/v1/cite/nergens").status_code == 404
    assert default_client.get("/api/v1/cite/stichting-polka?format=doc").status_code == 400


LISTS = ("search?q=moestuin", "cases?", "themes?", "cases/stichting-polka/similar?", "matrix?")


@pytest.mark.parametrize("address", LISTS)
def test_api_gives_lists_as_files_for_other_programs(
    default_client: FlaskClient, address: str
) -> None:
    table = default_client.get(f"/api/v1/{address}&format=csv")
    assert table.mimetype == "text/csv"
    assert len(list(csv.DictReader(io.StringIO(table.text, newline="")))) > 1
    lines = default_client.get(f"/api/v1/{address}&format=jsonl").text.splitlines()
    assert len(lines) > 1
    assert all(msgspec.json.decode(line) for line in lines)
    assert default_client.get(f"/api/v1/{address}&format=xls").status_code == 400
