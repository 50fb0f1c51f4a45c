"""What is said of a page: measures, suspicions, remedies, and the second opinion."""

import re
from collections.abc import Sequence
from pathlib import Path

import pypdf
import pytest
from extract_pdfs import SHARED, Text, body, pdf
from hypothesis import given
from hypothesis import strategies as st

from corpus import Block, Page, PageRef
from corpus.models import PageReport, Suspicion
from indexer.extract.dictionary import is_known
from indexer.extract.lines import Line, Shape, Sheet
from indexer.extract.numerals import Number
from indexer.extract.opinion import MOST_IN_VAIN, is_better, with_opinions
from indexer.extract.remedies import SAYINGS, remedy, summary
from indexer.extract.report import is_spread, page_report, pages_without_label
from indexer.extract.structure import pypdf_texts
from indexer.extract.suspicions import measure, suspicions_in

PROSE = (
    "In De Pomp koken bewoners elke week een maaltijd, en een kind helpt met de soep. Zo groeide "
    "één initiatief uit tot een vaste gewoonte: er is nu een huis vol mensen. Niemand eet nog "
    "alleen, ook de buurvrouw van de overkant niet, en wie wil, neemt een bord mee naar huis."
)


def found(*texts: str) -> set[Suspicion]:
    return set(suspicions_in(measure(texts)))


LOOKS_WRONG = {
    "glued into a sentence": (
        f"{PROSE} hetkanvoordeligzijnomdeinspanningeninzaketrainingteverhogen",
        "glued-words",
    ),
    "glued around a number": (
        f"{PROSE} bij20identiekeservermachinesomeenbeveiligingsupdateuittevoeren",
        "glued-words",
    ),
    "glued in many places": (
        f"{PROSE} deinspanningeninzaketrainingen eensignificantekostenvermindering",
        "glued-words",
    ),
    "glued into short words": (PROSE.replace(", ", ",").replace(": ", ":"), "glued-words"),
    "a scattered word": (f"{PROSE} b u u r t h u i s", "scattered-words"),
    "scattered throughout": (" ".join(re.sub(r"\W", "", PROSE)), "scattered-words"),
    "in pieces of two": (" ".join(re.findall(r"\w{1,2}", PROSE)), "scattered-words"),
    "letters as glyphs count them": (
        "".join(chr(ord(c) - 29) if c.isascii() and c.isalpha() else c for c in 2 * PROSE),
        "odd-characters",
    ),
    "two scripts in a word": (f"{PROSE} gеmееntеn", "odd-characters"),
    "control characters": (f"{PROSE} of\x0bciële \x08n", "odd-characters"),
    "private use": (f"{PROSE} \ue001\ue002\ue003\ue004", "unmapped-glyphs"),
    "replacement characters": (f"{PROSE} of\ufffdciële o\ufffdciële\ufffd", "unmapped-glyphs"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "suspicion"), LOOKS_WRONG.values(), ids=LOOKS_WRONG.keys())
def test_text_that_looks_wrong_is_suspected_of_that(text: str, suspicion: Suspicion) -> None:
    assert suspicion in found(text)


LOOKS_RIGHT = {
    "prose": PROSE,
    "a compound, ten times": f"{PROSE} " + "dienstenniveauovereenkomst " * 10,
    "addresses": f"{PROSE} https://www.movisie.nl/publicatie/werkenaansocialesamenhanginbuurten",
    "code": f"{PROSE} rw,nosuid,nodev ro,user,exec noauto,ro --no-install-recommends a.b.c/d_e=f",
    "an alphabet": f"{PROSE} A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
    "initials": f"{PROSE} J. R. R. Tolkien en A B C",
    "a Greek sign": f"{PROSE} Δt is de tijd, μm een maat",
    "one ornament": f"{PROSE} {PROSE} \ue001",
    "nothing": "",
    "a number": "12",
    "shouting": PROSE.upper(),
}


@pytest.mark.parametrize("text", LOOKS_RIGHT.values(), ids=LOOKS_RIGHT.keys())
def test_text_that_looks_right_is_not_suspected(text: str) -> None:
    assert found(text) == set()


@given(st.lists(st.text()))
def test_every_text_can_be_measured(texts: list[str]) -> None:
    measures = measure(texts)
    shares = (measures.long, measures.glued, measures.single, measures.odd, measures.unmapped)
    assert all(0 <= share <= 1 for share in shares)
    assert set(suspicions_in(measures)) <= set(SAYINGS)


def test_rows_of_single_letters_end_with_their_block() -> None:
    assert found(*"fpmsvf") == set()


def line(text: str, x0: float, y0: float, x1: float) -> Line:
    return Line(text, x0, y0, x1, y0 + 10, 10, bold=False, page=0)


def page(*texts: str, number: int = 1) -> Page:
    blocks = tuple(Block(kind="paragraph", text=text) for text in texts)
    return Page(ref=PageRef(str(number), number), blocks=blocks)


def sheet(*lines: Line, width: float = 400, height: float = 600, **more: object) -> Sheet:
    return Sheet(width, height, lines, **more)  # type: ignore[arg-type]


SCAN = sheet(shapes=(Shape(0, 0, 400, 600, picture=True),))


def suspected(*texts: str, sheet: Sheet, dropped: Sequence[str] = ()) -> tuple[Suspicion, ...]:
    return page_report(page(*texts), method="pdfium", dropped=dropped, sheet=sheet).suspicions


def test_picture_without_text_is_suspected_to_be_a_scan() -> None:
    assert suspected(sheet=SCAN) == ("no-text",)
    assert suspected("12", sheet=SCAN) == ("no-text",)
    assert suspected(sheet=SCAN, dropped=["Gescand met een telefoon"]) == ("no-text",)


def test_letters_made_into_shapes_are_no_text() -> None:
    drawn = sheet(shapes=tuple(Shape(at, 500, at + 4, 510) for at in range(250)))
    assert suspected(sheet=drawn) == ("no-text",)


def test_blank_page_is_no_scan() -> None:
    assert suspected(sheet=sheet()) == ()
    assert suspected(sheet=sheet(), dropped=["Deze pagina is leeg"]) == ()


def test_photograph_with_a_caption_is_no_scan() -> None:
    assert suspected(PROSE, sheet=SCAN) == ()


def test_glyphs_that_the_file_does_not_name_are_told() -> None:
    assert suspected(PROSE, sheet=sheet(unmapped=0.1)) == ("unmapped-glyphs",)
    assert suspected(PROSE, sheet=sheet(unmapped=0.01)) == ()


def halves(left: str, right: str, rows: int = 12) -> list[Line]:
    lines = [line(left, 40, 20, 60), line(right, 540, 20, 560)]
    for row in range(rows):
        lines += [line(PROSE, 40, 350 - 12 * row, 260), line(PROSE, 340, 350 - 12 * row, 560)]
    return lines


def test_two_numbers_that_follow_each_other_make_a_spread() -> None:
    assert is_spread(sheet(*halves("12", "13", rows=2), width=600, height=400))
    assert not is_spread(sheet(*halves("12", "40", rows=2), width=600, height=400))


def test_two_full_columns_on_a_wide_page_make_a_spread() -> None:
    assert is_spread(sheet(*halves("", "")[2:], width=600, height=400))


def test_wide_page_of_four_columns_is_no_spread() -> None:
    columns = [line("x", x, 350 - 12 * row, x + 100) for x in (30, 160, 330, 460)
               for row in range(15)]  # fmt: skip
    assert not is_spread(sheet(*columns, width=600, height=400))


def test_slide_and_upright_page_are_no_spread() -> None:
    slide = [line("Over de hele breedte", 40, 380, 560), *halves("", "")[2:]]
    assert not is_spread(sheet(*slide, width=600, height=400))
    assert not is_spread(sheet(*halves("12", "13"), width=600, height=700))


def test_page_without_a_number_on_it_or_near_it_has_no_label() -> None:
    empty = [sheet()] * 12
    numbers = [(Number("1", 1 + at),) if at < 3 else () for at in range(12)]
    assert pages_without_label(empty, numbers, None) == frozenset({9, 10, 11})
    assert pages_without_label(empty, numbers, [str(at) for at in range(12)]) == frozenset()
    assert pages_without_label(empty, [()] * 12, None) == frozenset(range(12))


def test_leaflet_needs_no_page_numbers() -> None:
    assert pages_without_label([sheet()] * 2, [(), ()], None) == frozenset()


def test_number_that_ends_a_page_is_its_label_wherever_it_stands() -> None:
    sheets = [
        sheet(line(PROSE, 50, 400, 350), line(f"- {at} -", 190, 150, 210)) for at in (1, 2, 3)
    ]
    assert pages_without_label(sheets, [()] * 3, None) == frozenset()


def test_remedies_are_commands_that_can_be_pasted() -> None:
    command = remedy("no-text", file="mijn scan.pdf", pages=[1, 2], mixed=False)
    assert command.endswith("ocrmypdf -l nld 'mijn scan.pdf' 'mijn scan-ocr.pdf'")
    mixed = remedy("glued-words", file="b/bundel.pdf", pages=[3, 7])
    assert mixed.endswith("ocrmypdf --force-ocr --pages 3,7 -l nld b/bundel.pdf b/bundel-ocr.pdf")
    assert remedy("no-text", file="map.d/scan", mixed=False).endswith("map.d/scan map.d/scan-ocr")
    assert "mutool poster -x 2 b.pdf b-split.pdf" in remedy("spread", file="b.pdf", pages=[1])


@pytest.mark.parametrize("suspicion", SAYINGS)
def test_every_suspicion_has_a_remedy(suspicion: Suspicion) -> None:
    assert remedy(suspicion, file="bundel.pdf", pages=[1])
    assert remedy(suspicion, file="pagina.html")


def test_summary_counts_pages_in_a_fixed_order() -> None:
    one = PageReport("pdfium", 10, suspicions=("no-label", "glued-words"))
    assert summary([one, PageReport("pdfium", 0, suspicions=("no-label",))]) == (
        ("glued-words", 1),
        ("no-label", 2),
    )


GLUED = PROSE.replace(" ", "")


def test_better_reading_is_less_suspicious_and_not_much_shorter() -> None:
    assert is_better([PROSE], [GLUED], is_known)
    assert not is_better([GLUED], [PROSE], is_known)
    assert not is_better([PROSE], [PROSE], is_known)
    assert not is_better([PROSE[:80]], [GLUED], is_known)
    assert is_better([PROSE], [], is_known)
    assert not is_better([GLUED], [], is_known)


def test_names_of_glyphs_are_no_text() -> None:
    assert not is_better([f"{PROSE} /g123 /noteheads.s2"], [GLUED], is_known)


def test_flat_text_is_not_taken_for_a_few_scattered_words() -> None:
    """It has no headings and rows, and the menu that lies scattered stands within it."""
    blocks = [PROSE, "Eten in De Pomp", "V o o r w o o r d", "L i t e r a t u u r"]
    assert found(*blocks) == {"scattered-words"}
    assert not is_better([PROSE, "Eten in De Pomp Voorwoord Literatuur"], blocks, is_known)


def test_word_that_the_other_reader_breaks_is_whole_again() -> None:
    """pypdf sets the hyphen a space apart, and a dash between words is no hyphen."""
    lines = ["De buurtbe ‐", "woners koken er – wie wil – met de oud ‐", "bewoners uit de straat."]
    blocks = [re.sub(r"[\s‐–]", "", " ".join(lines))]
    pages = [page(*blocks, number=1)]
    report = [page_report(pages[0], method="pdfium")]
    kept, _, _ = with_opinions(pages, report, lambda _: "\n".join(lines), is_known)
    assert kept[0].text == (
        "De buurtbewoners koken er – wie wil – met de oud-bewoners uit de straat."
    )


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("D ", "e buurtbewoners koken samen"), "De buurtbewoners koken samen"),
        (("‘H", "et huis is van ons’, zegt de buurt"), "‘Het huis is van ons’, zegt de buurt"),
        (("B", "bewoners koken samen"), "B bewoners koken samen"),
        (("A", "Koken met de hele buurt"), "A Koken met de hele buurt"),
    ],
)
def test_first_letter_that_the_other_reader_parts_is_put_with_its_word(
    lines: tuple[str, ...], text: str
) -> None:
    blocks = [re.sub(r"\W", "", " ".join(lines) + PROSE)]
    pages = [page(*blocks, number=1)]
    report = [page_report(pages[0], method="pdfium")]
    kept, _, _ = with_opinions(pages, report, lambda _: "\n".join((*lines, "", PROSE)), is_known)
    assert kept[0].blocks[0].text == text


def glued_pages(count: int) -> tuple[list[Page], list[PageReport]]:
    pages = [page(GLUED, number=at + 1) for at in range(count)]
    return pages, [page_report(one, method="pdfium", dropped=["Kop"]) for one in pages]


def test_page_that_looks_wrong_is_taken_from_the_other_reader(tmp_path: Path) -> None:
    path = tmp_path / "bron.pdf"
    lines = [*body(500, *re.findall(r".{1,60}(?: |$)", PROSE)), Text(50, 580, "Kop")]
    path.write_bytes(pdf([lines]))
    pages, report, notes = with_opinions(*glued_pages(1), pypdf_texts(path), is_known)
    assert pages[0].text == PROSE
    assert (report[0].method, report[0].suspicions) == ("pypdf", ())
    assert report[0].characters == len(PROSE)
    assert len(notes) == 1
    assert notes[0].endswith("(in the file: 1).")


def test_page_that_looks_right_is_not_asked_again() -> None:
    pages = (page(PROSE),)
    report = (page_report(pages[0], method="pdfium"),)
    assert with_opinions(pages, report, lambda _: pytest.fail("asked"), is_known) == (
        pages,
        report,
        (),
    )


def test_other_reader_is_asked_no_more_when_it_is_no_better() -> None:
    asked: list[int] = []
    pages, report = glued_pages(20)
    kept, told, notes = with_opinions(pages, report, lambda at: asked.append(at) or "", is_known)
    assert len(asked) == MOST_IN_VAIN
    assert (kept, told, notes) == (tuple(pages), tuple(report), ())


def test_other_reader_sees_no_printers_marks(tmp_path: Path) -> None:
    path = tmp_path / "bron.pdf"
    lines = [Text(50, 500, "Binnen"), Text(50, 20, "bundel.indd 12")]
    path.write_bytes(pdf([lines], page="/MediaBox [0 0 400 600] /CropBox [0 50 400 600]"))
    assert pypdf_texts(path)(0).split() == ["Binnen"]


DUTCH = sorted((SHARED / "dutch").glob("*.pdf"))


@pytest.mark.skipif(not DUTCH, reason="the real Dutch PDFs (../shared/pdfs/dutch) are not here")
def test_pages_that_pypdf_glues_are_told_from_those_it_reads_well() -> None:
    reader = pypdf.PdfReader(SHARED / "dutch" / "debian-edu-itil-manual.nl.pdf")
    texts = {at: reader.pages[at - 1].extract_text().split("\n") for at in (13, 25, 29, 35, 40)}
    glued = [at for at, lines in texts.items() if "glued-words" in found(*lines)]
    assert glued == [13, 29, 40]
