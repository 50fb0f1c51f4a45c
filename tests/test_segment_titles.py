import pytest

from corpus import CaseEntry
from indexer.segment.roles import gathers_cases, role_of
from indexer.segment.titles import match_titles, number_of, slug, without_number

ENTRIES = (
    CaseEntry(id="kracht", title="Krachtstation Kanaleneiland", place="Utrecht"),
    CaseEntry(id="boer", title="Boeren-burgerinitiatief (Twirre doch mei)"),
    CaseEntry(id="karel", title="Platform Keizer Karelpark", place="Amstelveen"),
    CaseEntry(id="joseph", title="Wijkcentrum St. Joseph", variants=("Wijkcentrum Sint Joseph",)),
    CaseEntry(id="zutphen", place="Zutphen", neighbourhood="Waterkwartier"),
    CaseEntry(id="oss", place="Oss"),
)

TITLES = {
    "numbering and place": ("2 Krachtstation Kanaleneiland (Utrecht)", "kracht"),
    "another name in parentheses": ("3 Boeren-burgerinitiatief (Noardeast-Fryslân)", "boer"),
    "spaces in a name": ("7 Platform Keizer Karel Park (Amstelveen)", "karel"),
    "an article in front": ("5 Het Wijkcentrum St. Joseph (Hilversum-Oost)", "joseph"),
    "another spelling in the manifest": ("Wijkcentrum Sint Joseph", "joseph"),
    "a typing error": ("Krachtstation Kanaleneilnd", "kracht"),
    "a case known by its place": ("De waterpoort (Zutphen)", "zutphen"),
    "a case known by its neighbourhood": ("Het Waterkwartier bloeit", "zutphen"),
}


@pytest.mark.parametrize(("title", "case"), TITLES.values(), ids=TITLES.keys())
def test_title_names_its_case(title: str, case: str) -> None:
    titles = ("Woord vooraf", title, "9 Reflectie")
    assert {index: e.id for index, e in match_titles(titles, ENTRIES).items()} == {1: case}


def test_case_is_named_at_most_once_by_the_best_title() -> None:
    titles = ("Oss en omgeving", "Oss")
    assert {index: e.id for index, e in match_titles(titles, ENTRIES).items()} == {1: "oss"}


def test_titles_that_name_nothing_match_nothing() -> None:
    assert match_titles(("Inleiding", "Lessen", ""), ENTRIES) == {}


ROLES = {
    "Inhoud": "contents",
    "Woord vooraf": "introduction",
    "1. Inleiding: bruggen in de buurt": "introduction",
    "Waarom deze bundel?": "introduction",
    "Hoe dit boekje tot stand kwam": "introduction",
    "De makers van deze uitgave": "introduction",
    "Sociaal kapitaal: bonding, bridging en linking": "concept",
    "9 Reflectie": "reflection",
    "Wat leren deze praktijken ons?": "reflection",
    "Literatuur en bronnen": "back matter",
    "Table of Contents": "contents",
}


@pytest.mark.parametrize(("title", "role"), ROLES.items())
def test_chapter_about_the_book_says_what_it_is(title: str, role: str) -> None:
    assert role_of(title) == role


@pytest.mark.parametrize("title", ["2 De Pomp", "Inlopen bij de buren", "Bronstraat", "Slothuis"])
def test_other_chapter_can_be_a_case(title: str) -> None:
    assert role_of(title) is None
    assert not gathers_cases(title)


@pytest.mark.parametrize("title", ["Praktijken", "Deel 2: het noorden", "3 De verhalen"])
def test_title_of_a_part_gathers_cases(title: str) -> None:
    assert gathers_cases(title)
    assert role_of(title) is None


NUMBERED = {
    "3 De Pomp": ("De Pomp", (3,)),
    "3.1 Aanpak": ("Aanpak", (3, 1)),
    "Casus 4: De Pomp": ("De Pomp", (4,)),
    "Praktijk 2 – De Pomp": ("De Pomp", (2,)),
    "IV. De Pomp": ("De Pomp", ()),
    "24-uurs inloop": ("24-uurs inloop", ()),
    "1.000 klussen": ("1.000 klussen", ()),
    "De Pomp 3": ("De Pomp 3", ()),
}


@pytest.mark.parametrize(("title", "parts"), NUMBERED.items())
def test_number_of_a_chapter_is_no_part_of_its_name(
    title: str, parts: tuple[str, tuple[int, ...]]
) -> None:
    assert (without_number(title), number_of(title)) == parts


SLUGS = {
    "Boefjes en Barista's": "boefjes-en-baristas",
    "Súdwest-Fryslân": "sudwest-fryslan",
    "  ": "deel",
    "日本": "deel",
    "a" * 90: "a" * 60,
    "Een dorp zonder apotheek, en hoe het zijn medicijnen toch in huis houdt": (
        "een-dorp-zonder-apotheek-en-hoe-het-zijn-medicijnen-toch-in"
    ),
}


@pytest.mark.parametrize(("title", "expected"), SLUGS.items())
def test_slug_is_an_id(title: str, expected: str) -> None:
    assert slug(title) == expected
