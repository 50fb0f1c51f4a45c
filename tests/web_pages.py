"""What the tests of the web view share: addresses of every kind of page, and ways to read one."""

from bs4 import BeautifulSoup
from flask.testing import FlaskClient

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
    "all cases": "/casussen",
    "cases by words": "/casussen?q=moestuin&volgorde=plaats",
    "no cases": "/casussen?q=zwaartekracht",
    "gaps": "/witte-vlekken",
    "gaps of a bundle": "/witte-vlekken?rijen=thema&kolommen=bundel&bundel=1",
    "cite": "/citeer/tuinhuis",
    "cite a passage": "/citeer/tuinhuis/001",
}
API = (
    "/api/v1/search?q=moestuin",
    "/api/v1/ask?q=moestuin",
    "/api/v1/cases",
    "/api/v1/themes",
    "/api/v1/cases/tuinhuis/similar",
    "/api/v1/matrix",
    "/api/v1/cite/tuinhuis",
)
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
