"""Margin notes, in documents that typst sets: what is one, where it stands, and what it parts."""

from pathlib import Path

import pytest
import typst

from corpus import Block, CaseEntry, Document, Edition, Source
from indexer.extract import read_source
from indexer.segment import case_sentences, cut_passages, join_cut, segment_edition

SOURCE = Source("boek", "boek.pdf", "publication", "Een boek", edition=1)
TEXT = (
    "In de oude smederij komen elke week dertig buren bij elkaar. Zij koken, eten en praten over "
    "wat er in de straat moet gebeuren, en wie wil helpt daarna met de vaat. "
)
NOTE = "Een smederij is de werkplaats van een smid."
OTHER = "De straat telt 212 huizen."
BESIDE = (
    "#let note(body) = place({side}, dx: {by}, block(width: {width}, "
    "{bar}align(left, text(size: {size}, {style})[#set par(justify: false); #body])))\n"
)
LOOKS = {
    "right, with a bar": {"bar": "stroke: (left: 1pt + blue), inset: (left: 5pt), "},
    "left": {"side": "left", "by": "-32mm"},
    "italic, hardly smaller": {"size": "9.4pt", "style": 'style: "italic"'},
    "in grey sans": {"style": 'font: "Lato", fill: gray'},
    "in a box": {"bar": "fill: aqua, inset: 4pt, "},
    "narrow": {"width": "17mm"},
}


def _read(path: Path, body: str, *, page: str = "", **look: str) -> Document:
    size = {"side": "right", "by": "32mm", "width": "28mm", "size": "8pt", "style": "", "bar": ""}
    head = (
        f"#set page(width: 170mm, height: 240mm, margin: (x: 38mm, y: 20mm), {page})\n"
        '#set text(font: "Libertinus Serif", size: 10pt, lang: "nl")\n#set par(justify: true)\n'
        "#show heading: set text(size: 14pt)\n" + BESIDE.format(**{**size, **look})
    )
    (path / "boek.typ").write_text(head + body, "utf-8")
    typst.compile(path / "boek.typ", output=path / "boek.pdf")
    return read_source(SOURCE, path / "boek.pdf")


def _blocks(document: Document) -> list[Block]:
    return [block for page in document.pages for block in page.blocks]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_margin_note_stands_behind_the_paragraph_beside_it(
    tmp_path: Path, look: dict[str, str]
) -> None:
    body = (
        f"= De Smederij\n{TEXT * 2}\n\n#note[{NOTE}]{TEXT * 3}\n\n{TEXT}\n\n"
        f"== Waar het wringt\n#note[{OTHER}]{TEXT * 3}\n"
    )
    blocks = _blocks(_read(tmp_path, body, **look))
    assert [(block.kind, " ".join(block.text.split()[:2])) for block in blocks] == [
        ("heading", "De Smederij"),
        ("paragraph", "In de"),
        ("paragraph", "In de"),
        ("margin-note", "Een smederij"),
        ("paragraph", "In de"),
        ("heading", "Waar het"),
        ("paragraph", "In de"),
        ("margin-note", "De straat"),
    ]
    assert blocks[2].text == (TEXT * 3).strip()
    assert (blocks[3].text, blocks[-1].text) == (NOTE, OTHER)


def test_margin_note_parts_no_sentence_over_a_page_end(tmp_path: Path) -> None:
    long = "Zij dragen samen de verantwoordelijkheidsverdeling van de straat. "
    document = _read(tmp_path, f"= De Smederij\n{long * 40}\n#note[{NOTE}]{long * 60}")
    assert len(document.pages) > 1
    (part,) = segment_edition(Edition(number=1, title="Een boek"), [document])
    sentences = case_sentences(document, cut_passages(document, part))
    said = {one.whole for one in join_cut(sentences) if one.kind == "paragraph"}
    assert said == {long.strip()}


def test_margin_note_is_a_passage_of_its_own_under_the_headings_beside_it(tmp_path: Path) -> None:
    body = f"= De Smederij\n{TEXT}\n\n== Doel\n{TEXT}#note[{NOTE}]{TEXT}\n\n== Geld\n{TEXT}"
    document = _read(tmp_path, body)
    edition = Edition(number=1, title="Een boek", cases=(CaseEntry("smederij", "De Smederij"),))
    (part,) = segment_edition(edition, [document])
    passages = {one.text: one.headings for one in cut_passages(document, part)}
    assert passages[NOTE] == ("De Smederij", "Doel")


NO_NOTES = {
    "a heading in the margin": f"#note[*Geld*]{TEXT * 3}",
    "a word in the margin": f"#note[Geld en tijd]{TEXT * 3}",
    "a column of text": f"#note[{TEXT * 2}]{TEXT * 3}",
    "labels in bold with what they say": f"#note[Plaats: Beilen \\ *Sinds* \\ 2019]{TEXT * 3}",
    "text of the size of the text": f"#note[#text(size: 10pt)[{NOTE}]]{TEXT * 3}",
    "a box with a title": (
        f"#note[#block(fill: aqua, inset: 6pt)[*Smederij*\n\n{NOTE}]]{TEXT * 3}"
    ),
}


@pytest.mark.parametrize("body", NO_NOTES.values(), ids=NO_NOTES.keys())
def test_what_else_stands_beside_the_text_is_no_margin_note(tmp_path: Path, body: str) -> None:
    blocks = _blocks(_read(tmp_path, f"= De Smederij\n{TEXT * 2}\n\n{body}"))
    assert "margin-note" not in {block.kind for block in blocks}


def test_small_type_below_the_second_column_is_no_margin_note(tmp_path: Path) -> None:
    small = f"#colbreak()#text(size: 8pt)[{TEXT * 2}]"
    blocks = _blocks(_read(tmp_path, f"= De Smederij\n{TEXT * 4}\n{small}", page="columns: 2"))
    assert "margin-note" not in {block.kind for block in blocks}
