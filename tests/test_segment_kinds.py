"""Which chapters are no cases, by what stands with their titles, their texts and their scheme."""

from collections.abc import Sequence

import pytest
from segment_books import LONG, book, cases, heading, parts, text

from corpus import Block, Document, OutlineEntry
from indexer.segment import how_to_settle

NAMES = ("De Pomp", "Het Veldje", "De Brug", "De Kade", "De Hof")


def bundle(*chapters: tuple[str, Sequence[Block]], contents: Sequence[str] = ()) -> Document:
    """A bundle of chapters of a page, which its outline has, or the contents page before them."""
    listing = [[heading("Inhoud"), *map(text, contents)]] if contents else []
    at = len(listing)
    outline = [OutlineEntry(title, 1, at + number) for number, (title, _) in enumerate(chapters)]
    pages = [[heading(title), *blocks] for title, blocks in chapters]
    return book(*listing, *pages, outline=() if contents else outline)


def plain(*names: str) -> list[tuple[str, list[Block]]]:
    return [(name, [text(LONG * 3)]) for name in names]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Essay", "concept"),
        ("ESSAY | UTRECHT", "concept"),
        ("Essay over opschuiven", "concept"),
        ("Beschouwing", "reflection"),
        ("Column van de redactie", "reflection"),
    ],
)
def test_rubric_with_a_title_says_that_its_chapter_is_no_case(line: str, role: str) -> None:
    """It may stand below the title, above it, behind it, or on the contents page alone."""
    below = bundle(*plain(*NAMES[:3]), ("Een stoel", [text(line), text(LONG * 3)]))
    above = bundle(*plain(*NAMES[:3]), ("Een stoel", [text(LONG * 3)]))
    pages = [list(page.blocks) for page in above.pages]
    above = book(*pages[:3], [text(line), *pages[3]], outline=above.outline)
    behind = bundle(*plain(*NAMES[:3]), (f"Een stoel – {line}", [text(LONG * 3)]))
    lines = [f"{name} {at}" for at, name in enumerate((*NAMES[:3], "Een stoel"), 2)]
    lines[-1] = f"Een stoel {line} 5"
    listed = bundle(*plain(*NAMES[:3]), ("Een stoel", [text(LONG * 3)]), contents=lines)
    for document in (below, above, behind, listed):
        assert list(cases(document)) == list(NAMES[:3])
        assert parts(document)[-1].role == role


@pytest.mark.parametrize(
    "line", ["Essaywedstrijd voor de straat", "Over een essay", "Krant en column"]
)
def test_word_of_a_rubric_within_a_line_is_none(line: str) -> None:
    document = bundle(*plain(*NAMES[:3]), ("Een stoel", [text(line), text(LONG * 3)]))
    assert len(cases(document)) == 4


def test_rubric_that_most_chapters_have_is_the_name_of_the_cases() -> None:
    chapters = [(name, [text("Essay"), text(LONG)]) for name in NAMES]
    assert list(cases(bundle(*chapters))) == list(NAMES)


FOREWORD = "Met dit nummer gaan we langs bij wie iets begon. De redactie groet u."
MAKERS = "Teksten: Ans. Vormgeving: Bep. Fotografie: Cor. Druk: De Pers."


def test_first_chapter_that_speaks_of_the_book_and_last_that_names_its_makers_are_no_cases() -> (
    None
):
    document = bundle(
        ("Er brandt licht", [text(FOREWORD)]), *plain(*NAMES), ("Wie wat deed", [text(MAKERS)])
    )
    assert list(cases(document)) == list(NAMES)
    assert [parts(document)[at].role for at in (0, -1)] == ["introduction", "back matter"]


def test_short_chapter_among_the_others_is_a_case_whatever_it_speaks_of() -> None:
    document = bundle(*plain(*NAMES[:2]), ("De Krant", [text(FOREWORD)]), *plain(*NAMES[2:]))
    assert "De Krant" in cases(document)


def in_scheme(name: str) -> tuple[str, list[Block]]:
    rows = [Block("table-row", f"{label} Waterdam") for label in ("Gemeente", "Trekker")]
    return name, [*rows, text(LONG)]


def test_chapter_outside_the_scheme_of_the_others_is_no_case_if_it_is_about_ideas() -> None:
    ideas = "In de literatuur maakt een onderzoeker onderscheid tussen tellen en kijken."
    chapters = [*map(in_scheme, NAMES), ("Meten", [text(ideas)])]
    document = bundle(*chapters)
    assert list(cases(document)) == list(NAMES)
    assert parts(document)[-1].role == "concept"


def test_chapter_outside_the_scheme_of_the_others_is_an_unsure_case() -> None:
    document = bundle(*map(in_scheme, NAMES), ("Meten", [text(LONG)]))
    *others, last = parts(document)
    assert (last.kind, last.confidence) == ("case", "unsure")
    *_, why = last.reasons
    assert why.endswith("it has nothing that the other chapters share: it may be no case")
    assert {part.confidence for part in others} == {"sure"}


def test_chapters_that_share_nothing_cast_no_doubt_on_each_other() -> None:
    found = parts(bundle(*plain(*NAMES)))
    assert {part.confidence for part in found} == {"sure"}


STREETS = ("Waterdam", "Oosterveen", "Lindeloo", "Rietbroek", "Klaverbeek")
GENERAL = (
    "Mensen helpen elkaar vaak zonder dat iemand het ziet. Wie iets vraagt, moet altijd iets laten "
    "zien, en wie geeft, hoeft dat nooit. We praten er zelden over, want niemand wil klein zijn. "
)


def at_a_place(name: str, place: str) -> tuple[str, list[Block]]:
    told = (
        f"In {place} begon Wilma Brons in 2017 met een tafel. De buren van {place} kwamen, en na "
        f"een jaar aten er 40 mensen mee. Wethouder Kees Bol gaf 900 euro, en {name} bleef open. "
    )
    return name, [text(told * 3)]


def at_places() -> list[tuple[str, list[Block]]]:
    return [at_a_place(name, place) for name, place in zip(NAMES, STREETS, strict=True)]


def test_chapter_that_tells_nothing_of_a_place_is_no_case_and_says_why() -> None:
    document = bundle(*at_places(), ("Vragen is duur", [text(GENERAL * 4)]))
    assert list(cases(document)) == list(NAMES)
    last = parts(document)[-1]
    assert (last.kind, last.role, last.confidence) == ("chapter", "other", "sure")
    assert last.reasons[-1].startswith("it tells no figure, year or amount, it has few names")
    assert last.reasons[-1].endswith("so it is no case")


def test_chapter_that_names_several_cases_is_a_reflection() -> None:
    said = f"Bij De Pomp, De Brug en De Kade duurde het lang. {GENERAL * 3}"
    document = bundle(*at_places(), ("Wie houdt de sleutel?", [text(said)]))
    assert parts(document)[-1].role == "reflection"


def test_chapter_far_shorter_than_the_others_is_doubted_whatever_it_tells() -> None:
    name, blocks = at_a_place("Cijfers", "Zandhorst")
    long = [(one, own * 8) for one, own in at_places()]
    found = parts(bundle(*long, (name, blocks)))[-1]
    assert (found.kind, found.confidence) == ("case", "unsure")
    assert found.reasons[-1] == "it is short, far shorter than the others: it may be no case"


def test_chapter_that_is_signed_is_doubted() -> None:
    name, blocks = at_a_place("Wie de deur opendoet", "Zandhorst")
    signed = [
        *blocks,
        text(GENERAL * 4),
        text("Marga Olthof en Jan van Dam, wethouders in Waterdam"),
    ]
    doubtful = parts(bundle(*at_places(), (name, signed)))[-1]
    assert (doubtful.kind, doubtful.confidence) == ("case", "unsure")
    assert "it is signed" in doubtful.reasons[-1]


def test_case_told_in_general_words_stays_a_sure_case_by_its_place_and_figures() -> None:
    name, blocks = at_a_place("De Werf", "Zandhorst")
    document = bundle(*at_places(), (name, [*blocks, text(GENERAL * 2)]))
    assert {part.confidence for part in parts(document)} == {"sure"}
    assert name in cases(document)


def test_case_that_one_who_did_it_tells_in_answers_stays_a_sure_case() -> None:
    name, blocks = at_a_place("De Werf", "Zandhorst")
    asked = [heading(ask, 2) for ask in ("Wie begon?", "Hoe ging dat?", "En nu?")]
    told = text(f"Ik had niets, ik vroeg mijn buren in Zandhorst, en zij mij. {GENERAL}" * 2)
    own = [block for ask in asked for block in (ask, *blocks, told)]
    found = parts(bundle(*at_places(), (name, own)))[-1]
    assert (found.kind, found.confidence) == ("case", "sure")


def test_bundle_whose_cases_all_tell_in_general_words_doubts_none() -> None:
    document = bundle(*((name, [text(GENERAL * 4)]) for name in NAMES))
    assert {(part.kind, part.confidence) for part in parts(document)} == {("case", "sure")}


def test_chapter_without_number_among_numbered_cases_is_doubted() -> None:
    """The number may stand before the title, or above it with a word."""
    told = [(f"{at}. {name}", blocks) for at, (name, blocks) in enumerate(at_places(), 1)]
    unnumbered = bundle(*told, at_a_place("Op reis", "Zandhorst"))
    assert [part.confidence for part in parts(unnumbered)] == ["sure"] * 5 + ["unsure"]
    above = bundle(*at_places(), at_a_place("Op reis", "Zandhorst"))
    pages = [list(page.blocks) for page in above.pages]
    lined = [[text(f"Casus {at}"), *blocks] for at, blocks in enumerate(pages[:5], 1)]
    found = parts(book(*lined, pages[5], outline=above.outline))
    assert "the others are numbered: it may be no case" in found[-1].reasons
    assert {part.confidence for part in found[:5]} == {"sure"}
    assert "If it is none, name the cases of its edition" in how_to_settle(found[-1])


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        (
            ["1894 Een badhuis.", "1919 Nood.", "1945 Herstel.", "1968 Inspraak.", "1983 Minder."],
            "other",
        ),
        (
            [
                "Aarts, M. (2014). Buren. Utrecht: De Schakel.",
                "Boer, K. de & Smits, P. (2018). Wie helpt wie? Den Haag: Zicht.",
                "Hendriks, T. (2011). De stad als huiskamer. Amsterdam: Plein.",
                "Zijlstra, W. (2016). Dorpen zonder winkel. Leeuwarden: Terp.",
            ],
            "back matter",
        ),
        (
            [
                "Beheer: de zorg voor een gebouw, van schoonmaak tot sleutels.",
                "Informele zorg: hulp die niet als beroep wordt gegeven.",
                "Opbouwwerker: wie bewoners helpt om samen iets te bereiken.",
                "Wijkbudget: geld waarover bewoners zelf mogen beslissen.",
            ],
            "back matter",
        ),
        (
            [
                "Anna Drost is antropoloog en schrijft over steden.",
                "Bas van den Berg werkt als adviseur voor gemeenten.",
                "Ella Smit maakt foto's van straten.",
            ],
            "back matter",
        ),
    ],
    ids=["years", "sources", "terms", "people"],
)  # fmt: skip
def test_chapter_that_is_a_list_by_its_build_is_no_case(lines: list[str], role: str) -> None:
    document = bundle(*plain(*NAMES), ("Verder", list(map(text, lines))))
    assert list(cases(document)) == list(NAMES)
    assert parts(document)[-1].role == role


def test_case_in_labels_or_with_years_in_its_text_is_no_list() -> None:
    labels = [f"{label}: bewoners van de Kade in 2019" for label in ("Wie", "Waar", "Hoe", "Wat")]
    years = ["In 2014 begon het hier.", "2016 was een slecht jaar.", LONG, LONG, LONG]
    document = bundle(
        *plain(*NAMES), ("De Kas", list(map(text, labels))), ("De Kar", list(map(text, years)))
    )
    assert {"De Kas", "De Kar"} <= set(cases(document))
