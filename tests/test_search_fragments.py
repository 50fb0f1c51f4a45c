"""A web page opens at the words of a result."""

from urllib.parse import unquote

import pytest

from search.fragments import text_fragment


def _pieces(fragment: str) -> list[str]:
    """What a browser looks for."""
    sign, _, directive = fragment.partition("text=")
    assert sign == ":~:"
    return [unquote(piece) for piece in directive.split(",")]


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente betaalt, de buurt kookt.",
        "Een wijk-bv & 10% korting #1",
        "In ’t café: ‘zó!’",
        "-, -",
    ],
)
def test_a_short_text_is_named_whole(text: str) -> None:
    fragment = text_fragment(text)
    assert _pieces(fragment) == [text]
    assert fragment.isascii()
    assert not set("-& #\"'<>") & set(fragment.removeprefix(":~:text="))


def test_a_long_text_is_named_by_its_ends() -> None:
    words = [f"woord{number}" for number in range(40)]
    assert _pieces(text_fragment(" ".join(words))) == [" ".join(words[:5]), " ".join(words[-5:])]


def test_of_several_blocks_the_first_is_named_and_no_ellipsis() -> None:
    assert _pieces(text_fragment("… een tuin.\n\nEen soep. …")) == ["een tuin."]


@pytest.mark.parametrize("text", ["", " \n ", "…"])
def test_of_no_words_nothing_is_named(text: str) -> None:
    assert text_fragment(text) == ""
