"""How marks, pages and dates are said."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from corpus import PageRef
from search.models import Snippet, is_spoken
from search.web import wording


@given(st.text(), st.lists(st.integers(0, 40), max_size=8, unique=True))
def test_marks_change_nothing_but_the_marks(text: str, cuts: list[int]) -> None:
    edges = sorted(min(cut, len(text)) for cut in cuts)
    ranges = tuple((a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if a < b)
    snippet = Snippet(text, ranges)
    html = str(wording.marked(snippet))
    said = "… " * snippet.goes_on + text.replace("\n\n", "\n")
    assert re.sub("</?mark>", "", html) == escape(said)
    assert [unescape(m) for m in re.findall("<mark>(.*?)</mark>", html, re.DOTALL)] == [
        unescape(escape(text[a:b])) for a, b in ranges
    ]


@pytest.mark.parametrize(
    ("pages", "printed", "sheet"),
    [
        ([("12", 12)], "p. 12", ""),
        ([("12", 16)], "p. 12", "blad 16 van de pdf"),
        ([("iv", 4), ("1", 5)], "p. iv–1", "blad 4–5 van de pdf"),
        ([("ongenummerd 9", 9)], "ongenummerde pagina, blad 9 van de pdf", ""),
    ],
)
def test_pages_are_said_as_printed_and_as_in_the_file(
    pages: list[tuple[str, int]], printed: str, sheet: str
) -> None:
    refs = [PageRef(*page) for page in pages]
    assert wording.printed(refs).replace("\N{NO-BREAK SPACE}", " ") == printed
    assert wording.sheet(refs) == sheet


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ([("12", 14)], "p. 12"),
        ([("12", 14), ("13", 15)], "p. 12–13"),
        ([("omslag", 1)], "omslag"),
        ([("ongenummerd 9", 9), ("ongenummerd 10", 10)], "blad 9–10"),
    ],
)
def test_pages_beside_a_text_are_short_and_on_one_line(
    pages: list[tuple[str, int]], said: str
) -> None:
    shown = wording.beside([PageRef(*page) for page in pages])
    assert shown.replace("\N{NO-BREAK SPACE}", " ") == said
    assert " " not in shown


@pytest.mark.parametrize(
    ("date", "said"),
    [("2020", "2020"), ("2020-03", "maart 2020"), ("2021-11-05", "5 november 2021"),
     ("2020-13", "2020-13"), ("voorjaar", "voorjaar")],
)  # fmt: skip
def test_date_is_said_in_dutch(date: str, said: str) -> None:
    assert wording.dutch_date(date) == said


@pytest.mark.parametrize(
    ("quote", "spoken"),
    [
        ("‘Wij wisten niets’, zegt hij.", True),
        ("“Wij wisten niets”, zegt hij.", True),
        ("Hij zegt: “Wij wisten niets.”", True),
        ("Op de kaart staat ‘wie loopt mee’.", False),  # single ones within others are right
        ("'s Avonds wordt er gekookt.", False),
        ("Er wordt gekookt.", False),
    ],
)
def test_quote_with_marks_of_its_own_gets_no_others(quote: str, *, spoken: bool) -> None:
    assert is_spoken(quote) == spoken
