"""Saved web pages: the article, all of it, once."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from score_web import below_floors, page_names

from corpus import Document, Source, SourceError
from indexer.extract.web import read_web
from indexer.extract.web_tree import DEEPEST, tree_of


def read(html: str | bytes, *, selector: str | None = None) -> Document:
    data = html.encode() if isinstance(html, str) else html
    source = Source(id="bron", path="bron.html", kind="page", title="Bron", selector=selector)
    return read_web(source, Path("bron.html"), data)


def blocks(html: str | bytes, *, selector: str | None = None) -> list[tuple[str, str]]:
    page = read(html, selector=selector).pages[0]
    return [(block.kind, block.text) for block in page.blocks]


def test_name_of_the_site_above_the_title_is_no_title() -> None:
    told = "Bij de pomp komt het hele dorp elke dag samen om te praten over het weer. " * 4
    html = (
        "<html><head><title>De Pomp - Stichting Ver</title></head><body>"
        f"<header><h1>Stichting Ver</h1></header><div><h2>De Pomp</h2><p>{told}</p>"
        f"<h3>Het begin</h3><p>{told}</p></div></body></html>"
    )
    document = read(html)
    assert document.title == "De Pomp"
    assert document.report[0].dropped == ("Stichting Ver",)
    assert document.pages[0].blocks[0].text == "De Pomp"


BOLD = "<p><strong>{}</strong></p><p>Elke week eten hier zestig mensen uit de buurt mee.</p>"


def test_bold_lines_that_part_a_text_without_heads_are_its_heads() -> None:
    title = "<h1>De Pomp</h1><p><strong>Zutphen, 2021</strong></p><p>Een plein.</p>"
    parts = BOLD.format("Aanleiding") + BOLD.format("Wat levert het op?")
    document = read(f"<main>{title}{parts}</main>", selector="main")
    heads = [(one.text, one.level) for one in document.pages[0].blocks if one.kind == "heading"]
    assert heads == [("De Pomp", 1), ("Aanleiding", 2), ("Wat levert het op?", 2)]


@pytest.mark.parametrize(
    "parts",
    [
        BOLD.format("Aanleiding"),
        BOLD.format("Een kop die een zin is.") * 2,
        f"<h2>Kop</h2>{BOLD.format('Aanleiding')}{BOLD.format('Doel')}",
        "<p><strong>Doel:</strong> samen eten</p>" * 3,
    ],
)
def test_bold_line_elsewhere_stays_text(parts: str) -> None:
    document = read(f"<main><h1>De Pomp</h1>{parts}</main>", selector="main")
    heads = [one.text for one in document.pages[0].blocks if one.kind == "heading"]
    assert set(heads) <= {"De Pomp", "Kop"}


def test_elements_become_blocks_in_their_order() -> None:
    assert blocks(
        """<h2>Kop</h2>los<p>al<b>in</b>ea<br>twee</p><ul><li><p>punt</p>
        <ul><li>onder</li></ul>na</li></ul><blockquote><p>citaat</p></blockquote>
        <dl><dt>wat</dt><dd>dat</dd></dl><div>deel <span>een</span></div>
        <figure><img alt="x"><figcaption>bijschrift</figcaption></figure><pre>a  b
        c</pre><table><tr><th>Plaats</th><th>Wie</th></tr><tr><td>Sneek<td>Els</table>"""
    ) == [
        ("heading", "Kop"),
        ("paragraph", "los"),
        ("paragraph", "alinea twee"),
        ("list-item", "punt"),
        ("list-item", "onder"),
        ("list-item", "na"),
        ("quote", "citaat"),
        ("list-item", "wat"),
        ("list-item", "dat"),
        ("paragraph", "deel een"),
        ("caption", "bijschrift"),
        ("paragraph", "a b c"),
        ("table-row", "Plaats | Wie"),
        ("table-row", "Sneek | Els"),
    ]


def test_headings_have_their_level() -> None:
    page = read("<h1>een</h1><h3>drie</h3><h6>zes</h6>").pages[0]
    assert [block.level for block in page.blocks] == [1, 3, 6]


def test_table_that_lays_out_a_page_is_no_row() -> None:
    html = "<table><tr><td><h2>Kop</h2><p>een</p><p>twee</p></td></tr></table>"
    assert blocks(html) == [("heading", "Kop"), ("paragraph", "een"), ("paragraph", "twee")]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<nav>menu</nav><p>tekst</p><footer>voet</footer>", id="menu-and-foot"),
        pytest.param("<header><a>logo</a></header><p>tekst</p><aside>x</aside>", id="header"),
        pytest.param("<script>x</script><style>y</style><p>tekst</p><!-- z -->", id="script"),
        pytest.param("<form>zoek <input></form><p>tekst</p><button>ok</button>", id="form"),
        pytest.param('<div class="cookie-bar">x</div><p>tekst</p>', id="cookies"),
        pytest.param('<div id="SocialShare">x</div><p>tekst</p>', id="share"),
        pytest.param('<p hidden>x</p><p style="display: none">y</p><p>tekst</p>', id="hidden"),
        pytest.param('<i aria-hidden="true">x</i><p>tekst</p>', id="hidden-icon"),
        pytest.param("<p>buiten</p><main><p>tekst</p></main>", id="main"),
        pytest.param("<p>buiten</p><article>tekst</article>", id="article"),
        pytest.param('<p>buiten</p><div role="main">tekst</div>', id="role"),
    ],
)
def test_only_the_article_is_read(html: str) -> None:
    assert blocks(f"<body>{html}</body>") == [("paragraph", "tekst")]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<div class="has-cookie-consent"><h1>a</h1>b</div>', id="class-around-all"),
        pytest.param("<article><header><h1>a</h1></header>b</article>", id="header-of-article"),
        pytest.param("<header><h1>a</h1></header><p>b</p>", id="header-with-title"),
        pytest.param("<article>a</article><article>b</article>", id="several-articles"),
        pytest.param('<p class="social-work">a</p>b', id="social-work"),
    ],
)
def test_nothing_of_the_article_is_lost(html: str) -> None:
    assert [text for _, text in blocks(f"<body>{html}</body>")] == ["a", "b"]


def test_selector_names_the_article() -> None:
    html = "<main>a</main><div class='tekst'><aside>b</aside></div>"
    assert blocks(html, selector=".tekst aside") == [("paragraph", "b")]


@pytest.mark.parametrize(
    ("selector", "message"),
    [(".weg", r"bron\.html has no element '\.weg'"), ("p[", r"'p\[' is no CSS selector")],
)
def test_selector_that_does_not_fit_is_an_error(selector: str, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        read("<p>a</p>", selector=selector)
    assert "selector" in caught.value.remedy


@pytest.mark.parametrize(
    ("html", "title"),
    [
        pytest.param("<title>c</title><article><h1>a <i>b</i></h1></article>", "a b", id="h1"),
        pytest.param('<meta property="og:title" content="b"><title>c</title>x', "b", id="shared"),
        pytest.param("<title> c\n</title><p>x</p>", "c", id="title"),
        pytest.param("<h1></h1><p>x</p>", None, id="none"),
    ],
)
def test_title_is_the_heading_or_what_the_page_says(html: str, title: str | None) -> None:
    assert read(html).title == title


PAGES = Path(__file__).parent / "pages"


def saved(name: str) -> Document:
    return read((PAGES / f"{name}.html").read_bytes())


@pytest.mark.parametrize("unseen", [False, True], ids=["built-before", "built-after"])
def test_article_is_found_on_every_saved_page(unseen: bool) -> None:  # noqa: FBT001
    names = page_names(unseen=unseen)
    assert names
    assert below_floors(names) == []


def test_buttons_that_fold_out_text_are_its_headings() -> None:
    folded = "".join(
        f'<button aria-controls="p{at}">{name}</button><div id="p{at}" hidden><p>{text}</p></div>'
        for at, (name, text) in enumerate((("Kosten", PROSE), ("Menu", "Home")))
    )
    found = blocks(f"<main><h1>Titel</h1><p>{PROSE}</p>{folded}</main>")
    assert [text for kind, text in found if kind == "heading"] == ["Titel", "Kosten"]
    assert [text for _, text in found].count(PROSE) == 2


PROSE = "De deur staat elke dag open en wie wil kan binnenlopen voor koffie en een praatje. " * 3
PROSE = PROSE.strip()


def test_saved_page_says_who_wrote_it_and_when() -> None:
    page = saved("unseen-longread")
    assert (page.author, page.date) == ("Fenna Gefingeerd, Ole Ongekend", "2023-06-11")
    assert page.language == "nl"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("accordeon", "Veelgestelde vragen over de buurtauto"),
        ("unseen-kort", "De stoep van nummer zeven"),
    ],
)
def test_title_of_another_article_is_not_believed(name: str, title: str) -> None:
    page = saved(name)
    assert page.title == title
    assert any("does not bear out" in note for note in page.notes)


def test_page_with_too_little_text_is_read_whole_with_a_note() -> None:
    page = read("<main><p>Een heel korte tekst.</p></main>")
    assert [block.text for block in page.pages[0].blocks] == ["Een heel korte tekst."]
    assert any("main part" in note for note in page.notes)


def test_report_says_how_the_page_was_read_and_what_was_left_out() -> None:
    by_itself, by_selector = saved("blog"), read("<p>a</p>", selector="p")
    assert by_itself.report[0].method == "article"
    assert "Gerelateerd" in by_itself.report[0].dropped
    assert by_itself.report[0].characters == len(by_itself.pages[0].text)
    assert by_selector.report[0].method == "selector"


@pytest.mark.parametrize(
    ("said", "date"),
    [
        (
            '<meta property="article:published_time" content="2022-03-14T09:30:00+01:00">',
            "2022-03-14",
        ),
        ('<meta name="citation_publication_date" content="2020/11/05">', "2020-11-05"),
        ('<meta name="date" content="5-11-2020">', "2020-11-05"),
        ('<meta name="date" content="2020-13-45">', None),
        ('<meta name="date" content="5 mei 2020">', "2020-05-05"),
        ('<meta name="date" content="31 februari 2020">', None),
        ('<script type="application/ld+json">{"@type": "Article", broken</script>', None),
    ],
    ids=["time", "slashes", "dutch", "impossible", "written", "no-such-day", "broken-json"],
)
def test_date_is_iso_or_none(said: str, date: str | None) -> None:
    assert read(f"<html><head>{said}</head><body><p>a</p></body></html>").date == date


@pytest.mark.parametrize("at", ['datetime="2024"', 'datetime="2024-03-12T09:00"', ""])
def test_date_of_an_article_is_read_as_it_is_shown(at: str) -> None:
    article = f"<article><h1>De pomp</h1><time {at}>12 maart 2024</time><p>{PROSE}</p></article>"
    assert read(f"<html><body><main>{article}</main></body></html>").date == "2024-03-12"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("<p>één €</p>".encode(), id="utf-8"),
        pytest.param("<p>één €</p>".encode("utf-8-sig"), id="utf-8-with-mark"),
        pytest.param("<meta charset=windows-1252><p>één €</p>".encode("cp1252"), id="declared"),
        pytest.param("<meta charset=latin-1><p>één €</p>".encode(), id="declared-by-mistake"),
        pytest.param("<meta charset=iso-8859-1><p>één €</p>".encode("cp1252"), id="as-browsers"),
        pytest.param("<meta charset=iso-8859-15><p>één €</p>".encode("iso-8859-15"), id="euro"),
        pytest.param("<meta charset=geen><p>één €</p>".encode("cp1252"), id="unknown-label"),
        pytest.param("<p>één €</p>".encode("cp1252"), id="windows-1252"),
    ],
)
def test_encoding_is_found(data: bytes) -> None:
    assert blocks(data) == [("paragraph", "één €")]


def test_markup_that_cannot_be_parsed_is_damage() -> None:
    with pytest.raises(SourceError, match=r"bron\.html is damaged"):
        read("<p>a</p><![n]")


def test_xhtml_is_read_without_a_warning() -> None:
    html = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>a</p></html>'
    assert blocks(html) == [("paragraph", "a")]


def test_page_has_no_number_and_is_html() -> None:
    document = read("<p>a</p>")
    assert document.format == "html"
    assert [page.ref for page in document.pages] == [None]


def test_deeply_nested_page_is_read() -> None:
    assert blocks("<div>" * 2000 + "diep")[-1] == ("paragraph", "diep")


TEXT = "<p>Een zin van de wijk met genoeg woorden om te tellen als tekst van het stuk.</p>" * 6
LINKS = '<p><a href="/a">Elders</a> is iets.</p><p><a href="/b">Ook</a> elders.</p>'


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        pytest.param(f"<div><h2>Ander nieuws</h2>{LINKS}</div>", False, id="other-pages"),
        pytest.param(f"<div><h2>Ander werk</h2>{LINKS}</div>", True, id="another-heading"),
        pytest.param("<div><h2>Lees ook</h2><p>Lees ook elders.</p></div>", True, id="no-links"),
        pytest.param(f"<div><p>Ook elders.</p><h2>Zie ook</h2>{LINKS}</div>", True, id="not-first"),
    ],
)
def test_list_of_other_pages_is_known_by_its_heading(below: str, kept: bool) -> None:  # noqa: FBT001
    found = read(f"<body><main><h1>De wijk</h1>{TEXT}{below}</main></body>").pages[0].text
    assert ("elders" in found) == kept


@pytest.mark.parametrize(
    "unit",
    [
        "<div>tekst ",
        "<p>Een zin hier.",
        "<ul><li>punt ",
        "<table><tr><td>cel ",
        "<b>x ",
        "<a href=x>",
    ],
)
def test_nesting_is_never_deeper_than_a_browser_grows_it(unit: str) -> None:
    tree = tree_of("<body>" + unit * 1000)
    assert max(len(list(tag.parents)) for tag in tree.find_all(name=True)) <= DEEPEST
    assert tree.get_text().split() == BeautifulSoup(unit * 1000, "html.parser").get_text().split()


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>een<p>twee", ["p een", "p twee"]),
        ("<p>een<ul><li>twee<li>drie</ul>", ["p een", "li twee", "li drie"]),
        ("<dl><dt>een<dd>twee</dl>", ["dt een", "dd twee"]),
        ("<table><tr><td>een<td>twee<tr><td>drie", ["td een", "td twee", "td drie"]),
        ("<ul><li>een<ul><li>twee</ul></ul>", ["li eentwee", "li twee"]),
        ("<p>een<b>twee</b></p>", ["p eentwee"]),
    ],
    ids=["paragraphs", "items", "terms", "cells", "list-in-item", "words-in-a-paragraph"],
)
def test_elements_end_where_browsers_end_them(html: str, found: list[str]) -> None:
    leaves = tree_of(html).find_all(["p", "li", "dt", "dd", "td"])
    assert [f"{leaf.name} {leaf.get_text()}" for leaf in leaves] == found


TAGS = st.sampled_from(
    ["p", "li", "ul", "div", "span", "h2", "blockquote", "td", "tr", "table", "b"]
)
TREES = st.recursive(
    st.sampled_from(["aap", "noot", "mies", " "]),
    lambda inside: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", TAGS, st.lists(inside, max_size=4)
    ),
    max_leaves=20,
)


@given(TREES)
def test_every_letter_is_in_exactly_one_block(html: str) -> None:
    letters = [char for part in html.split("<") for char in part.split(">")[-1] if char.isalpha()]
    found = "".join(text for _, text in blocks(f"<body>{html}</body>"))
    assert [char for char in found if char.isalpha()] == letters
