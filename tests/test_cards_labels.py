"""What stands behind a label is told, by the labels that people use, in boxes, tables and lists."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from extract_sheets import page_of, row

from corpus import Block, CardValue, Case, CaseEntry, Document, Page, Position, Source
from indexer.cards.cues import Cues
from indexer.cards.labelled import part_labels
from indexer.cards.told import told_values
from indexer.dutch import load_analysis
from indexer.extract.gutters import split_at_gutters
from indexer.extract.lines import to_line
from indexer.extract.text import read_text
from indexer.extract.web import read_web
from indexer.segment import case_sentences, cut_passages, join_cut

SOURCE = Source("een", "een.md", "publication", "Een")


@pytest.fixture(scope="module")
def cues() -> Cues:
    return Cues(load_analysis())


def _told(document: Document, cues: Cues) -> list[tuple[str, str]]:
    return [(value.field, value.value) for value in _values(document, cues)]


def _values(document: Document, cues: Cues) -> tuple[CardValue, ...]:
    case = Case(
        entry=CaseEntry("loods", title="De Loods"),
        kind="case",
        edition=1,
        pages=(),
        document=SOURCE.id,
        start=Position(0, 0),
        end=Position(len(document.pages), 0),
        found_by="heading",
    )
    sentences = join_cut(case_sentences(document, cut_passages(document, case)))
    return told_values(part_labels(sentences, cues.labels), cues)


def _document(*blocks: Block) -> Document:
    return Document(SOURCE, "text", (Page(ref=None, blocks=blocks),))


def _box(*lines: str) -> Document:
    """A box with a title."""
    title = Block("heading", "De Loods", 1)
    return _document(title, *(Block("box", line) for line in ("In het kort", *lines)))


def _markdown(text: str) -> Document:
    return read_text(SOURCE, text.encode(), markdown=True)


def _web(html: str) -> Document:
    return read_web(SOURCE, Path("een.html"), html.encode())


LINES = {
    "Opgericht: 2014": ("jaar", "2014"),
    "Eerste trap: november 2022": ("jaar", "2022"),
    "Opening: 9 september 2017": ("jaar", "2017"),
    "In deze vorm sinds: 2013": ("jaar", "2013"),
    "Open sinds mei 2015": ("jaar", "2015"),
    "Begonnen in 2017": ("jaar", "2017"),
    "Wanneer? Vanaf maart 2019": ("jaar", "2019"),
    "Frequentie: 2 per week": ("aanpak", "2 per week"),
    "Bereik: 300 per jaar": ("resultaat", "300 per jaar"),
    "Deelnemers: 12 ouders per jaar": ("doelgroep", "12 ouders per jaar"),
    "Wanneer: elke dinsdag": ("aanpak", "elke dinsdag"),
    "Wie doet het: Stichting Spaak": ("uitvoerende-organisaties", "Stichting Spaak"),
    "Georganiseerd door Stichting Spaak": ("uitvoerende-organisaties", "Stichting Spaak"),
    "Samen met: de bakker en de kerk": ("partners", "de bakker en de kerk"),
    "Voor wie? Huurders van de flat": ("doelgroep", "Huurders van de flat"),
    "Beoogde doelgroep: nieuwkomers": ("doelgroep", "nieuwkomers"),
    "Wat kost het? € 2.700": ("financiering", "€ 2.700"),
    "Totale kosten per jaar (in euro): 2.700": ("financiering", "2.700"),
    "Begeleiding: 58.000 euro per jaar": ("financiering", "58.000 euro per jaar"),
    "Partners: ruim € 900 uit het fonds": ("financiering", "ruim € 900 uit het fonds"),
    "Resultaat: 300 euro per gezin bespaard": ("resultaat", "300 euro per gezin bespaard"),
    "Looptijd project: 2017 - 2021": ("jaar", "2017"),
    "Voortrekkers: twee buurvrouwen": ("initiatiefnemer", "twee buurvrouwen"),
    "Waar lopen we tegenaan? De ruimte is klein.": ("knelpunten", "De ruimte is klein."),
    "Tips: begin klein": ("lessen", "begin klein"),
    "Loopt vanaf: mei 2018": ("jaar", "2018"),
    "Motor: de dorpsraad": ("initiatiefnemer", "de dorpsraad"),
    "Aangezwengeld door: een buurvrouw": ("initiatiefnemer", "een buurvrouw"),
    "Gedragen door: veertien buren": ("uitvoerende-organisaties", "veertien buren"),
    "Projectpartners: de kerk": ("partners", "de kerk"),
    "Partner(s): de kerk": ("partners", "de kerk"),
    "Beoogde opbrengst: rust op straat": ("doel", "rust op straat"),
    "Wie betaalt dat allemaal? De gemeente.": ("financiering", "De gemeente."),
    "Wat heeft het opgeleverd? Rust op straat.": ("resultaat", "Rust op straat."),
}


@pytest.mark.parametrize(("line", "told"), LINES.items())
def test_a_line_of_a_box_is_told_by_its_label(line: str, told: tuple[str, str], cues: Cues) -> None:
    (value,) = _values(_box(line), cues)
    assert (value.field, value.value) == told
    assert value.evidence is not None
    assert value.evidence.quote == line


SILENT = [
    "Opgericht: door drie buren",
    "Looptijd: drie jaar",
    "Deelnemers: 27",
    "Deelnemers: ongeveer 60 per seizoen",
    "Bezoekers: 20 tot 30 per week",
    "Initiatief: De Loods",
    "Doelgroep: niet bekend",
    "Contact: Stichting Spaak",
    "Sjraar: wij maken muziek",
    "Sociaal werk: Mieke",
    "Wie: Mieke en Bram",
    "Voor: de deur",
    "Smaakmaker: kok Aad",
    "Aanpak: Het Donderdagkoor",
    "Resultaat: De Huiskamer van Oost",
    "Opgeheven in: 2019",
    "Kartrekkers: twee buurvrouwen",
]


@pytest.mark.parametrize("line", SILENT)
def test_a_line_is_not_told_by_a_label_that_does_not_name_its_value(line: str, cues: Cues) -> None:
    assert _told(_box(line), cues) == []


def test_the_name_of_a_neighbourhood_is_no_label(cues: Cues) -> None:
    assert not cues.labels.is_label("Lindewijk")
    assert cues.labels.is_label("Werkgebied")
    assert cues.labels.is_label("Projectkosten")


def test_a_label_of_many_meanings_has_the_one_that_no_label_beside_it_has(cues: Cues) -> None:
    first = ("doelgroep", "ouderen")
    assert _told(_box("Voor wie: ouderen", "Wie: Stichting Spaak"), cues) == [
        first,
        ("uitvoerende-organisaties", "Stichting Spaak"),
    ]
    assert _told(_box("Voor wie: ouderen", "Doen mee: de kerk"), cues) == [
        first,
        ("partners", "de kerk"),
    ]
    assert _told(_box("Uitvoering: Spaak", "Wie: ouderen"), cues)[0] == first
    assert _told(_box("Waar: Emmen", "Wie: ouderen"), cues) == []


@pytest.mark.parametrize("label", ["Trekker", "Kartrekkers", "Trekkende partij", "Getrokken door"])
def test_a_puller_carries_it_out_where_no_line_beside_it_says_who_does(
    label: str, cues: Cues
) -> None:
    spaak = ("uitvoerende-organisaties", "Spaak")
    assert _told(_box("Sinds: 2019", f"{label}: Spaak"), cues) == [("jaar", "2019"), spaak]
    assert _told(_box(f"{label}: de kerk", "Uitvoering: Spaak"), cues) == [spaak]


def test_a_fact_of_a_box_is_told_where_the_text_has_it_too(cues: Cues) -> None:
    lines = ("Idee van: de kerkenraad van Oost", "Uitvoering: de kerkenraad van Oost")
    text = "Elke week zet de kerkenraad van Oost de deur open voor wie wil."
    told = _told(_document(*_box(*lines, *lines).pages[0].blocks, Block("paragraph", text)), cues)
    assert told[:2] == [
        ("initiatiefnemer", "de kerkenraad van Oost"),
        ("uitvoerende-organisaties", "de kerkenraad van Oost"),
    ]
    fields = [field for field, _ in told]
    assert fields.count("initiatiefnemer") == fields.count("uitvoerende-organisaties") == 1


TABLE = [("Looptijd", "Sinds oktober 2019"), ("Voor wie", "Wie post krijgt"), ("Trekker", "Spaak")]
OF_TABLE = [
    ("jaar", "2019"),
    ("doelgroep", "Wie post krijgt"),
    ("uitvoerende-organisaties", "Spaak"),
]
"""In the order of the fields of a card."""


def _rows(rows: Sequence[Sequence[str]]) -> str:
    return "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in one)}</tr>" for one in rows)


def _pdf_table() -> Document:
    rows = [row(500 - 20 * at, (50, label), (150, fact)) for at, (label, fact) in enumerate(TABLE)]
    lines = [
        to_line(part, page=0, size=10, bold=False, cells=cells)
        for part, cells in split_at_gutters(rows)
    ]
    return _document(*page_of(*lines))


TABLES = {
    "PDF": _pdf_table,
    "web": lambda: _web(f"<h1>De Loods</h1><table>{_rows(TABLE)}</table>"),
    "Markdown": lambda: _markdown("\n".join(f"| {a} | {b} |" for a, b in TABLE)),
    "definitions": lambda: _web(
        f"<h1>De Loods</h1><dl>{''.join(f'<dt>{a}</dt><dd>{b}</dd>' for a, b in TABLE)}</dl>"
    ),
    "lines of a box": lambda: _box(*(text for pair in TABLE for text in pair)),
    "lines in turn": lambda: _document(
        Block("heading", "De Loods", 1),
        *(Block("paragraph", text) for pair in TABLE for text in (pair[0], pair[1].lower())),
    ),
    "lines read as one": lambda: _box(" ".join(f"{a}: {b}" for a, b in TABLE)),
    "lines read as one, with others": lambda: _box(
        " ".join(f"{a}: {b}" for a, b in [*TABLE, ("Contactpersoon", "Bram"), ("Sleutel", "Els")])
    ),
}


@pytest.mark.parametrize("table", TABLES)
def test_the_first_of_two_cells_is_the_label_of_the_second(table: str, cues: Cues) -> None:
    told = [(field, value.casefold()) for field, value in _told(TABLES[table](), cues)]
    assert told == [(field, value.casefold()) for field, value in OF_TABLE]


def test_the_quote_of_a_row_has_its_label_as_it_stands(cues: Cues) -> None:
    quotes = [value.evidence.quote for value in _values(_pdf_table(), cues) if value.evidence]
    assert "Voor wie Wie post krijgt" in quotes
    document = _box("Voor wie? Voor ouderen. Ook voor hun buren.")
    first, second = (v.evidence for v in _values(document, cues) if v.evidence)
    assert first.quote == "Voor wie? Voor ouderen."
    assert second.quote == "Ook voor hun buren."
    text = document.pages[0].text
    assert text[first.span.start : first.span.end] == first.quote
    stacked = _box("Wie doet het?", "Stichting Spaak")
    (value,) = (v.evidence for v in _values(stacked, cues) if v.evidence)
    assert value.quote == stacked.pages[0].text[value.span.start : value.span.end]
    assert value.quote.split("\n\n") == ["Wie doet het?", "Stichting Spaak"]


def test_a_table_of_more_columns_or_with_a_head_has_no_labels(cues: Cues) -> None:
    before_and_after = [("Voor", "Na"), ("Kosten", "Doel", "12"), ("Partners", "De kerk", "3")]
    headed = [("Kosten", "Bedrag"), ("Partners", "Doelgroep"), ("Kosten van verf", "12 euro")]
    assert _told(_web(f"<h1>De Loods</h1><table>{_rows(before_and_after)}</table>"), cues) == []
    assert _told(_web(f"<h1>De Loods</h1><table>{_rows(headed)}</table>"), cues) == [
        ("financiering", "12 euro")
    ]


def test_a_question_in_a_cell_is_no_part_of_its_value(cues: Cues) -> None:
    rows = [("Wat kost het?", "Acht euro. De gemeente betaalt."), ("Jaarlijkse kosten", "9 euro")]
    told = _told(_web(f"<h1>De Loods</h1><table>{_rows(rows)}</table>"), cues)
    values = [value for _, value in told]
    assert values == ["Acht euro.", "De gemeente betaalt.", "9 euro"]


def test_a_paragraph_that_is_a_label_by_chance_labels_nothing(cues: Cues) -> None:
    lines = ("Partners", "Er staat een huis.", "Het is van hout.")
    document = _document(
        Block("heading", "De Loods", 1), *(Block("paragraph", line) for line in lines)
    )
    assert _told(document, cues) == []


def test_a_speaker_who_quotes_others_is_not_parted(cues: Cues) -> None:
    said = (
        "Bea: Toen zei Jan: kom, en toen zei Piet: de gemeente geeft 8.000 euro subsidie per jaar."
    )
    document = _document(Block("heading", "De Loods", 1), Block("paragraph", said))
    assert _told(document, cues) == [("financiering", said)]


def test_a_label_above_a_list_is_that_of_its_items(cues: Cues) -> None:
    text = "# De Loods\n\nPartners:\n\n- de kerk\n- de bakker\n\nEr staat een huis.\n"
    assert _told(_markdown(text), cues) == [("partners", "de kerk"), ("partners", "de bakker")]


def test_a_box_without_a_title_loses_no_fact(cues: Cues) -> None:
    lines = ("Sinds: 2019", "Partners: de kerk")
    document = _document(Block("heading", "De Loods", 1), *(Block("box", one) for one in lines))
    assert _told(document, cues) == [("jaar", "2019"), ("partners", "de kerk")]


def test_a_pull_quote_that_repeats_the_text_counts_once(cues: Cues) -> None:
    said = "De gemeente geeft 8.000 euro subsidie per jaar"
    document = _document(
        Block("heading", "De Loods", 1),
        Block("quote", f"{said}."),
        Block("paragraph", f"Er staat een huis. ‘{said}’, zegt Mieke."),
        Block("box", f"{said}!"),
    )
    assert _told(document, cues) == [("financiering", f"‘{said}’, zegt Mieke.")]


def test_a_value_is_a_whole_sentence(cues: Cues) -> None:
    head = "Twintig jongeren begonnen; twaalf van hen vonden"
    tail = "betaald werk, de anderen niet."
    whole = f"{head} {tail}"
    paragraphs = (Block("paragraph", f"Er staat een huis. {head}"), Block("paragraph", tail))
    box = Block("box", "Een lange dag")
    titles = (Block("heading", "De Loods", 1), Block("heading", "Resultaat", 2))
    document = _document(*titles, paragraphs[0], box, paragraphs[1])
    values = [value.value for value in _values(document, cues) if value.field == "resultaat"]
    assert values == [whole]
    torn = _document(*titles, box, paragraphs[1])
    assert tail not in [value for _, value in _told(torn, cues)]


def test_a_number_that_only_measures_is_no_result(cues: Cues) -> None:
    headings = (Block("heading", "De Loods", 1), Block("heading", "Resultaat", 2))
    lines = ("94 lopers vonden werk", "6,2 kilometer per rondje", "In totaal 40 uur")
    document = _document(*headings, *(Block("list-item", line) for line in lines))
    assert _told(document, cues) == [("resultaat", lines[0])]
