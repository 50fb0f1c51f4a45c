"""The web view in a real browser, on the index of the default series.

Uses the Chromium that it finds, or the one that WIJK_TEST_BROWSER names. Without one these tests
are skipped with a warning in the summary; on a build server (CI) they fail.
"""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from waitress.server import create_server
from web_series import web_app

from corpus import Series

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PATIENCE = 30_000
"""Milliseconds: what is waited for comes, also on a machine that is busy."""

expect.set_options(timeout=PATIENCE)

QUESTION = "Welk initiatief is er voor Poolse vrouwen?"
KINDS = {
    "home": "/",
    "words": "/?q=ontmoeting",
    "question": f"/?q={quote_plus(QUESTION)}",
    "unanswered": "/?q=Hoe+zwaar+is+een+zwart+gat%3F",
    "nothing": "/?q=zwaartekracht",
    "filtered": "/?q=wijk&bundel=1&thema=ontmoeting",
    "cases": "/?thema=ontmoeting&bundel=1",
    "case": "/casus/boefjes-en-baristas",
    "unnamed": "/casus/wijk-2-hilversum",
    "page": "/casus/over-de-serie",
    "themes": "/themas",
    "all cases": "/casussen",
    "cases by filter": "/casussen?bundel=1&thema=ontmoeting&volgorde=plaats",
    "gaps": "/witte-vlekken",
    "cite": "/citeer/boefjes-en-baristas",
    "wrong filter": "/?bundel=99",
    "not there": "/nergens",
}


def find_browser() -> str:
    named = os.environ.get("WIJK_TEST_BROWSER")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        reason = f"NO BROWSER: none of {', '.join(NAMES)} is on the path; set WIJK_TEST_BROWSER."
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(default_series: Series, default_home: Path) -> Iterator[str]:
    with web_app(default_series, default_home) as app:
        server = create_server(app, host="127.0.0.1", port=0)
        thread = threading.Thread(target=server.run)
        thread.start()
        yield f"http://127.0.0.1:{server.effective_port}"
        server.close()
        thread.join()
        # waitress leaves these open when it stops.
        server.task_dispatcher.shutdown()


class Visit:
    """A browser window on the server that notes what it must never do."""

    def __init__(self, context: BrowserContext, server: str) -> None:
        self.server = server
        self.page: Page = context.new_page()
        self.elsewhere: list[str] = []
        self.complaints: list[str] = []
        context.route(lambda url: not url.startswith(server), self._refuse)
        self.page.on("console", lambda message: self._note(message.text))

    def __call__(self, address: str) -> Page:
        self.page.goto(self.server + address)
        return self.page

    def _refuse(self, route: object) -> None:
        self.elsewhere.append(route.request.url)
        route.abort()

    def _note(self, text: str) -> None:
        if "the server responded with a status of 40" not in text:
            self.complaints.append(text)


@pytest.fixture(params=[{}], ids=["desktop"])
def visit(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Visit]:
    context = browser.new_context(**{"viewport": {"width": 1200, "height": 900}, **request.param})
    context.set_default_timeout(PATIENCE)
    visit = Visit(context, server)
    yield visit
    cookies = context.cookies()
    context.close()
    assert (visit.elsewhere, visit.complaints, cookies) == ([], [], [])


LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "mobile": {"viewport": {"width": 390, "height": 844}},
}
WITHOUT_SCRIPT = {"java_script_enabled": False}


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("visit", LOOKS.values(), ids=LOOKS, indirect=True)
def test_page_has_no_violation_that_axe_can_find(visit: Visit, address: str) -> None:
    page = visit(address)
    folded = page.locator("details:not([open]) > summary:visible")
    while folded.count():
        folded.first.click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
def test_page_on_a_telephone_does_not_scroll_sideways(visit: Visit, address: str) -> None:
    page = visit(address)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("visit", [{}, WITHOUT_SCRIPT], ids=["script", "no script"], indirect=True)
def test_search_and_filter_keep_their_state_in_the_address(visit: Visit) -> None:
    page = visit("/")
    page.get_by_label("Zoek op een woord of stel een vraag").fill("ontmoeting")
    page.get_by_role("button", name="Zoek").click()
    expect(page.get_by_role("status")).to_contain_text("passages in 7 casussen")
    page.get_by_label("Wij in de Wijk 4 (2022)").check()
    page.get_by_role("button", name="Zoek").click()
    expect(page).to_have_url(f"{visit.server}/?q=ontmoeting&bundel=4")
    expect(page.get_by_label("Wij in de Wijk 4 (2022)")).to_be_checked()
    expect(page.get_by_role("heading", level=3).first).to_have_text("OranjeRijk")
    page.get_by_role("link", name="wis alles").click()
    expect(page).to_have_url(f"{visit.server}/?q=ontmoeting")


@pytest.mark.parametrize("visit", [WITHOUT_SCRIPT], ids=["no script"], indirect=True)
def test_theme_filter_unfolds_and_works_without_script(visit: Visit) -> None:
    page = visit("/")
    page.get_by_text("Filter op thema").click()
    page.get_by_label("Ontmoeting").check()
    page.get_by_role("button", name="Zoek").click()
    expect(page.get_by_role("link", name="Verwijder het filter Ontmoeting").first).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("casussen")


@pytest.mark.parametrize("visit", [{}, WITHOUT_SCRIPT], ids=["script", "no script"], indirect=True)
def test_question_shows_quotes_with_their_page(visit: Visit) -> None:
    page = visit("/")
    page.get_by_role("searchbox").fill(QUESTION)
    page.get_by_role("searchbox").press("Enter")
    answer = page.get_by_role("region", name="Wat de bundels zeggen")
    expect(answer.locator("blockquote").first).to_contain_text("Poolse vrouwen")
    first = answer.locator("li", has_text="Stichting POLKA").first
    expect(first.locator(".open")).to_have_attribute("href", "/bron/casuswijzer-3#page=7")
    expect(first.locator(".open")).to_contain_text("p. 5")
    expect(first).to_contain_text("samenvatting in eigen woorden")


def test_a_quote_of_a_web_page_opens_it_at_its_words(visit: Visit) -> None:
    page = visit("/?q=Wat+is+bonding%3F")
    page.set_viewport_size({"width": 500, "height": 120})
    quote = page.get_by_role("listitem").filter(has_text="De derde bundel kwam in november")
    quote.locator(".open").first.click()
    expect(page.get_by_text("De derde bundel kwam in november")).to_be_in_viewport()


@pytest.mark.parametrize("visit", [WITHOUT_SCRIPT], ids=["no script"], indirect=True)
def test_theme_count_leads_to_its_cases(visit: Visit) -> None:
    page = visit("/themas")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Ontmoeting"))
    expect(row.get_by_role("cell")).to_have_count(4)
    first = row.get_by_role("cell").first.get_by_role("link")
    number = first.inner_text().split()[0]
    first.click()
    expect(page.get_by_role("status")).to_have_text(f"{number} casussen")
    page.get_by_role("heading", level=3).get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("visit", [{}, WITHOUT_SCRIPT], ids=["script", "no script"], indirect=True)
def test_filters_are_added_and_taken_off_one_by_one(visit: Visit) -> None:
    page = visit("/")
    page.get_by_role("link", name="Casussen", exact=True).click()
    filters = page.get_by_role("navigation", name="Filters")
    filters.get_by_role("link", name="Wij in de wijk 1 (2020)", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("7 casussen")
    filters.get_by_role("link", name="Wij in de Wijk 3 (2021)", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("16 casussen")
    page.get_by_label("Volgorde").select_option("titel")
    page.get_by_role("button", name="Zoek").click()
    expect(page).to_have_url(f"{visit.server}/casussen?q=&bundel=1&bundel=3&volgorde=titel")
    page.get_by_role("link", name="Verwijder het filter Wij in de wijk 1 (2020)").first.click()
    expect(page.get_by_role("status")).to_have_text("9 casussen")


@pytest.mark.parametrize("visit", [WITHOUT_SCRIPT], ids=["no script"], indirect=True)
def test_gap_map_leads_to_the_cases_behind_a_number(visit: Visit) -> None:
    page = visit("/witte-vlekken")
    page.get_by_label("Kolommen").select_option("Provincie")
    page.get_by_role("button", name="Toon").click()
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Ontmoeting"))
    cell = row.get_by_role("link").first
    number = cell.inner_text().split()[0]
    cell.click()
    expect(page.get_by_role("status")).to_contain_text(f"{number} casus")


@pytest.mark.parametrize(("width", "columns"), [(1200, "doelgroep"), (1200, "provincie"),
                                                (1600, "doelgroep"), (900, "bundel")])  # fmt: skip
def test_gap_map_shows_all_its_columns_on_a_wide_page(
    visit: Visit, width: int, columns: str
) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    page = visit(f"/witte-vlekken?kolommen={columns}")
    assert page.locator(".table").evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_printed_list_has_no_filters_and_no_buttons(visit: Visit) -> None:
    page = visit("/casussen")
    expect(page.get_by_role("navigation", name="Filters")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Filters")).to_be_hidden()
    expect(page.get_by_role("button", name="Zoek")).to_be_hidden()


def test_reference_is_copied_by_a_button(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit("/casus/stichting-polka")
    page.get_by_role("button", name="Kopieer").click()
    expect(page.get_by_role("button", name="Gekopieerd")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Stichting POLKA. (z.d.). In Casuswijzer Wij in de Wijk 3")
    assert "  " not in copied


def test_folded_passages_unfold(visit: Visit) -> None:
    page = visit("/?q=buurt+wijk+bewoners+initiatief&toon=200")
    folded = page.locator("article details:not(.why)").first
    expect(folded.locator(".hit").first).to_be_hidden()
    folded.locator("> summary").click()
    expect(folded.locator(".hit").first).to_be_visible()


@pytest.mark.parametrize("visit", [WITHOUT_SCRIPT], ids=["no script"], indirect=True)
def test_keyboard_alone_skips_searches_and_filters(visit: Visit) -> None:
    page = visit("/?q=ontmoeting")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Wij in de wijk 1 (2020)")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{visit.server}/?q=ontmoeting&bundel=1")


def test_focus_can_be_seen(visit: Visit) -> None:
    page = visit("/?q=ontmoeting")
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style == "solid"


def test_keys_go_to_the_search_box_and_along_the_pages_found(visit: Visit) -> None:
    page = visit("/?q=ontmoeting")
    links = page.locator("main .open:visible")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type("/en")
    expect(page.get_by_role("searchbox")).to_have_value("ontmoeting/en")


def test_saved_page_is_shown_with_its_own_style_and_runs_nothing(visit: Visit) -> None:
    page = visit("/bron/over-de-serie")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name="Bundel 1: samenhang tussen groepen").first.click()
    expect(page).to_have_url(f"{visit.server}/bron/over-bundel-1.html")


def test_script_in_a_question_is_shown_and_not_run(visit: Visit) -> None:
    text = "<img src=x onerror=alert(1)><script>alert(1)</script>"
    page = visit(f"/?q={quote_plus(text)}")
    expect(page.get_by_role("searchbox")).to_have_value(text)
    assert page.locator("img").count() == 0
