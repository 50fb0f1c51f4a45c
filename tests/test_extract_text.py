"""Plain text and Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Source
from indexer.extract.text import decode, markdown_blocks, plain_blocks, read_text

SOURCE = Source(id="bron", path="bron.txt", kind="page", title="Bron")

MARKDOWN = """---
title: voor de site
---
# Moestuin *De Brug*

Een **tuin** voor
[iedereen](https://x.nl/tuin_(wijk)).
<!-- niet tonen -->

Aanpak
------
- graven en
  zaaien
* oogsten
1. samen eten

> Hier ben ik
> thuis.

| Plaats | Wie |
|--------|-----|
| Sneek  | Els |

***

```
code_met_streepjes __hier__
```
### Slot ###
"""


def kinds(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text) for block in markdown_blocks(text)]


def test_markdown_becomes_blocks_without_marks() -> None:
    assert kinds(MARKDOWN) == [
        ("heading", 1, "Moestuin De Brug"),
        ("paragraph", 0, "Een tuin voor iedereen."),
        ("heading", 2, "Aanpak"),
        ("list-item", 0, "graven en zaaien"),
        ("list-item", 0, "oogsten"),
        ("list-item", 0, "1. samen eten"),
        ("quote", 0, "Hier ben ik thuis."),
        ("table-row", 0, "Plaats | Wie"),
        ("table-row", 0, "Sneek | Els"),
        ("paragraph", 0, "code_met_streepjes __hier__"),
        ("heading", 3, "Slot"),
    ]


def test_markdown_blocks_need_no_blank_lines_between() -> None:
    assert kinds("tekst\n> citaat\n# Kop\nregel een\nregel twee\n| rij |\nslot") == [
        ("paragraph", 0, "tekst"),
        ("quote", 0, "citaat"),
        ("heading", 1, "Kop"),
        ("paragraph", 0, "regel een regel twee"),
        ("table-row", 0, "rij"),
        ("paragraph", 0, "slot"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("snake_case en een_twee", "snake_case en een_twee", id="underscores-in-words"),
        pytest.param("2 * 3 * 4", "2 * 3 * 4", id="stars-with-spaces"),
        pytest.param("een `b * c` blok", "een b * c blok", id="code"),
        pytest.param("![de tuin](tuin.jpg) in mei", "de tuin in mei", id="image"),
        pytest.param("#geen kop", "#geen kop", id="hash-without-space"),
    ],
)
def test_markdown_leaves_text_alone(text: str, expected: str) -> None:
    assert [block.text for block in markdown_blocks(text)] == [expected]


def test_plain_text_has_a_paragraph_between_blank_lines() -> None:
    blocks = list(plain_blocks("# Geen kop\nmaar maat-\nschappelijk\n \n\nTwee\n"))
    assert [(b.kind, b.text) for b in blocks] == [
        ("paragraph", "# Geen kop maar maatschappelijk"),
        ("paragraph", "Twee"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("één café".encode(), id="utf-8"),
        pytest.param("één café".encode("utf-8-sig"), id="utf-8-with-mark"),
        pytest.param("één café".encode("cp1252"), id="windows-1252"),
        pytest.param("één café".encode("utf-16"), id="utf-16"),
    ],
)
def test_decode_knows_the_encoding(data: bytes) -> None:
    assert decode(data) == "één café"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\f"])
def test_read_text_gives_one_page_without_number(newline: str) -> None:
    data = f"Een{newline}{newline}Twee".encode()
    document = read_text(SOURCE, data, markdown=False)
    assert [block.text for block in document.pages[0].blocks] == ["Een", "Twee"]
    assert document.pages[0].ref is None
    assert document.title is None


def test_read_text_takes_the_first_heading_for_the_title() -> None:
    assert read_text(SOURCE, b"in\n\n## De tuin\n", markdown=True).title == "De tuin"


@given(st.text(st.sampled_from("ab #*-_>|\n1."), max_size=60).filter(lambda t: "---" not in t))
def test_markdown_loses_no_letters(text: str) -> None:
    found = "".join(block.text for block in markdown_blocks(text))
    assert [char for char in found if char.isalpha()] == [char for char in text if char.isalpha()]


def test_read_text_asks_the_dictionary_about_hyphens() -> None:
    known = {"dorps-loket"}
    document = read_text(SOURCE, b"het dorps-\nloket", markdown=False, is_word=known.__contains__)
    assert document.pages[0].text == "het dorps-loket"


def test_read_text_reports_how_the_page_was_read() -> None:
    report = read_text(SOURCE, b"Een", markdown=False).report
    assert [(page.method, page.characters) for page in report] == [("text", 3)]
