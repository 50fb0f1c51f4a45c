"""Pieces of text to lines."""

import pytest

from indexer.extract.lines import to_line
from indexer.extract.marks import settle
from indexer.extract.pieces import Glyph, split_lines


def glyphs(text: str, *, x: float = 0, y: float = 0, size: float = 10) -> list[Glyph]:
    """The glyphs of a line, each half as wide as the type is large."""
    return [
        Glyph(char, 0, 0, 0, 0, at)
        if char.isspace()
        else Glyph(char, x + at * size / 2, y, x + (at + 1) * size / 2, y + size, at)
        for at, char in enumerate(text)
    ]


def texts(*parts: list[Glyph]) -> list[str]:
    found = split_lines([glyph for part in parts for glyph in part])
    return [to_line(one, page=0, size=10, bold=False).text for one in found]


def test_line_ends_at_a_hyphen_if_the_next_glyph_stands_lower() -> None:
    assert texts(glyphs("maat\x02"), glyphs("schap", y=-12)) == ["maat-", "schap"]
    assert texts(glyphs("e\x02"), glyphs("mail", x=10)) == ["e-mail"]


def test_line_goes_on_after_a_superscript() -> None:
    assert texts(glyphs("een\r\n"), glyphs("twee", x=18)) == ["een twee"]
    assert texts(glyphs("een\r\n"), glyphs("twee", x=90)) == ["een", "twee"]


def test_bullet_reaches_its_item() -> None:
    assert texts(glyphs("•\r\n"), glyphs("punt", x=30)) == ["• punt"]


def test_raised_digit_is_set_apart_from_a_word() -> None:
    (text,) = texts(glyphs("wijk"), glyphs("12", x=20, y=5, size=5))
    assert settle(text, notes=[]) == "wijk 12"
    assert settle(text, notes=["12"]) == "wijk"
    assert texts(glyphs("km"), glyphs("2", x=10, y=5, size=5)) == ["km2"]


def test_code_of_figures_and_small_letters_is_no_spaced_title() -> None:
    def apart(text: str) -> list[Glyph]:
        return [glyph for at, char in enumerate(text) for glyph in glyphs(char, x=7.0 * at)]

    assert not to_line(apart("50d4ed24ab"), page=0, size=10, bold=False).spaced
    assert to_line(apart("VAN2024TOT"), page=0, size=10, bold=False).spaced


@pytest.mark.parametrize(
    ("white", "text"),
    [
        pytest.param(1.4, "naar haar moe-", id="hyphen-at-the-edge"),
        pytest.param(2.2, "naar haar moe -", id="dash-in-a-tight-line"),
    ],
)
def test_hyphen_a_little_behind_its_word_breaks_it(white: float, text: str) -> None:
    word = glyphs("naar haar moe")
    space = Glyph(" ", 0, 0, 0, 0, 90)
    hyphen = glyphs("-", x=word[-1].x1 + white)
    assert to_line([*word, space, *hyphen], page=0, size=10, bold=False).text == text
