"""Manuscripts of books and pages: their marks, what is refused in them, and their lines."""

import pytest

from corpus import SourceError
from corpus.press import Chapter, parse_book, parse_page
from corpus.press.flow import words_of
from corpus.press.lines import break_lines
from corpus.press.markup import Line, Note, Piece, Run, Section, parse_line

BOOK = """\
+++
title = "Titel"
subtitle = "Onder"
series = "Reeks"
date = 2021-10-01
accent = "#000000"
foot = "Verzonnen"
+++
"""
PAGE = """\
+++
title = "Titel"
description = "Waarover"
notice = "Van ons"
date = 2026-11-22
+++
"""


def test_manuscript_keeps_headings_paragraphs_and_items_apart() -> None:
    page = parse_page(f"{PAGE}\n# A\n\nEen\ntwee.\n\n## B\n\n- x\n  y\n- z\n\n### C", name="a.md")
    assert page.article == Chapter(
        title="A",
        pieces=(Piece("paragraph", (line("Een twee."),)),),
        sections=(
            Section(
                title="B",
                pieces=(
                    Piece("list", (line("x y"), line("z"))),
                    Piece("subheading", (line("C"),)),
                ),
            ),
        ),
    )


def test_manuscript_knows_emphasis_and_addresses() -> None:
    page = parse_page(f"{PAGE}\n# A\n\nZie *dit* op https://a.nl/b-c/.", name="a.md")
    assert page.article.pieces[0].lines[0] == (
        Run("Zie "),
        Run("dit", "emphasis"),
        Run(" op "),
        Run("https://a.nl/b-c/", "link"),
        Run("."),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("# A", "front matter", id="no front matter"),
        pytest.param("+++\ntitle = \n+++\n# A", "front matter", id="invalid TOML"),
        pytest.param("+++\ntitel = 'x'\n+++\n# A", "front matter", id="missing key"),
        pytest.param(f"{PAGE}\nTekst\n\n# A", "before its first chapter", id="text before"),
        pytest.param(f"{PAGE}\n# A\n\n#### B", "below level 3", id="heading too deep"),
        pytest.param(f"{PAGE}\n# A\n\n# B", "2 level 1 headings", id="two titles"),
    ],
)
def test_wrong_manuscript_is_refused_by_name(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        parse_page(text, name="sources/a.md")
    assert "sources/a.md" in caught.value.message


def line(text: str) -> Line:
    return (Run(text),)


def test_manuscript_knows_what_a_book_has() -> None:
    text = (
        "Tekst.[^1]\n\n[^1]: Noot\nverder.\n\n1. een\n2. twee\n\n> “Zo.”\n> — rol\n\n"
        "::: kader Titel\n\nIn het kader.\n\n- punt\n:::\n\n::: beeld\nBijschrift.\n:::\n\n"
        "::: uitgelicht\nTekst.\n:::\n\n::: infographic\n:::"
    )
    (chapter,) = parse_book(f"{BOOK}\n# A\n\n{text}", name="a.md").chapters
    assert chapter.notes == (Note("1", (Run("Noot verder."),)),)
    assert chapter.pieces == (
        Piece("paragraph", ((Run("Tekst."), Run("1", "note")),)),
        Piece("numbered", ((Run("een"),), (Run("twee"),))),
        Piece("quote", ((Run("“Zo.”"),), (Run("rol"),))),
        Piece(
            "box",
            title="Titel",
            pieces=(
                Piece("paragraph", ((Run("In het kader."),),)),
                Piece("list", ((Run("punt"),),)),
            ),
        ),
        Piece("figure", ((Run("Bijschrift."),),)),
        Piece("pull-quote", ((Run("Tekst."),),)),
        Piece("infographic"),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("Een *twee.", r"line 12.*'\*'", id="emphasis not closed"),
        pytest.param("::: kader A\n\nTekst", "line 12.*not closed", id="box not closed"),
        pytest.param("::: kader\n\nTekst\n:::", "line 12.*unknown", id="box without title"),
        pytest.param("::: doos\n\nTekst\n:::", "line 12.*unknown", id="unknown block"),
        pytest.param("Tekst\n:::", "line 13.*not closed", id="end without beginning"),
        pytest.param("::: kader A\n::: beeld\nB\n:::\n:::", "line 12.*in a block", id="nested"),
        pytest.param("::: uitgelicht\nAnders.\n:::", "does not say", id="pull quote of its own"),
        pytest.param("::: infographic\nTekst\n:::", "line 12.*unknown", id="infographic with text"),
        pytest.param("Tekst.[^1]", "footnotes", id="mark without note"),
        pytest.param("Tekst.\n\n[^1]: Noot", "footnotes", id="note without mark"),
        pytest.param("Tekst.[^2]\n\n[^2]: Noot", "footnotes", id="wrong number"),
        pytest.param("Tekst\n- een", "line 12.*list within", id="list in a paragraph"),
    ],
)
def test_wrong_markup_is_refused_with_file_and_line(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        parse_book(f"{BOOK}\n\n# A\n{text}", name="sources/a.md")
    assert "sources/a.md" in caught.value.message


# --- Lines ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        pytest.param("een twee drie", 8, ["een twee", "drie"], id="at spaces"),
        pytest.param("de moestuinbak", 9, ["de moes-", "tuinbak"], id="with a hyphen"),
        pytest.param("heel sociaal-cultureel", 14, ["heel sociaal-", "cultureel"], id="own hyphen"),
        pytest.param("drieëntwintig", 7, ["drieën-", "twintig"], id="not before a trema"),
        pytest.param("een buurtfeest[^1]", 11, ["een", "buurtfeest1"], id="not before a mark"),
        pytest.param("onmogelijk", 2, ["onmogelijk"], id="too long for any line"),
    ],
)
def test_lines_break(text: str, width: int, expected: list[str]) -> None:
    line = parse_line(text, line=1, name="a.md")
    lines = break_lines(words_of(line), lambda _: float(width), lambda run: float(len(run.text)))
    of_parts = [["".join(run.text for run in part.runs) for part in it.parts] for it in lines]
    assert [" ".join(parts) for parts in of_parts] == expected
