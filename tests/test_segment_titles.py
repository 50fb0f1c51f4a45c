import pytest

from corpus import CaseEntry
from indexer.segment.titles import match_titles, names_a_case, slug

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


@pytest.mark.parametrize("title", ["Inhoud", "Woord vooraf", "9 Reflectie", "Table of Contents"])
def test_chapter_about_the_book_is_no_case(title: str) -> None:
    assert not names_a_case(title)


def test_other_chapter_can_be_a_case() -> None:
    assert names_a_case("2 De Pomp")


SLUGS = {
    "Boefjes en Barista's": "boefjes-en-baristas",
    "Súdwest-Fryslân": "sudwest-fryslan",
    "  ": "deel",
    "日本": "deel",
    "a" * 90: "a" * 60,
}


@pytest.mark.parametrize(("title", "expected"), SLUGS.items())
def test_slug_is_an_id(title: str, expected: str) -> None:
    assert slug(title) == expected
