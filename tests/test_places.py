"""A place is found in its municipality and province by the list of CBS, and never guessed."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SHARED

from indexer.places import Located, load_places, locate
from indexer.places.table import place_key
from search.collection import Collection

TABLE = Path(__file__).parents[1] / "indexer" / "places" / "places.tsv"


def where(
    place: str | None = None,
    neighbourhood: str | None = None,
    municipality: str | None = None,
    province: str | None = None,
) -> Located:
    return locate(
        load_places(),
        place=place,
        neighbourhood=neighbourhood,
        municipality=municipality,
        province=province,
    )


FOUND = {
    "a municipality by its own name": (("Wageningen",), "Wageningen", "Gelderland"),
    "a village": (("Beesd",), "West Betuwe", "Gelderland"),
    "a town whose districts have its name": (("Zaandam",), "Zaanstad", "Noord-Holland"),
    "an everyday name": (("Den Bosch",), "'s-Hertogenbosch", "Noord-Brabant"),
    "a name without its diacritics": (("Noardeast-Fryslan",), "Noardeast-Fryslân", "Fryslân"),
    "a name that only neighbourhoods elsewhere have": (("Zwolle",), "Zwolle", "Overijssel"),
    "a name of many places with its district": (
        ("Zeeland", "Odiliapeel"), "Maashorst", "Noord-Brabant",
    ),
    "a municipality that is named": (("Zaandam", None, "Zaanstad"), "Zaanstad", "Noord-Holland"),
    "a name of several municipalities": (("Hengelo",), None, None),
    "a name of two municipalities": (("Bergen",), None, None),
    "a name of many neighbourhoods": (("Centrum",), None, None),
    "a neighbourhood that may be part of a longer name": ((None, "Kanaleneiland"), None, None),
    "a place that does not exist": (("Lindedam", "Oud-Westerveen"), None, None),
    "a municipality that does not exist": (("Uden", None, "Lindedam"), None, None),
    "nothing": ((), None, None),
}  # fmt: skip


@pytest.mark.parametrize(("names", "municipality", "province"), FOUND.values(), ids=FOUND.keys())
def test_a_place_lies_in_its_municipality_or_nothing_is_said(
    names: tuple[str, ...], municipality: str | None, province: str | None
) -> None:
    found = where(*names)
    assert (found.municipality, found.province) == (municipality, province)
    assert found.conflict is None


@pytest.mark.parametrize("municipality", [None, "Uden", "Maashorst"])
def test_a_merger_is_shown(municipality: str | None) -> None:
    found = where("Uden", None, municipality)
    assert (found.municipality, found.note) == ("Maashorst", "Uden, sinds 2022 Maashorst")


CONFLICTS = {
    "the province": (
        ("Volkel", None, None, "Limburg"),
        "Maashorst in Noord-Brabant, niet in Limburg",
    ),
    "the municipality": (
        ("Amsterdam", None, "Utrecht"),
        "Amsterdam niet in Utrecht maar in Amsterdam",
    ),
}


@pytest.mark.parametrize(("names", "told"), CONFLICTS.values(), ids=CONFLICTS.keys())
def test_a_contradiction_is_told(names: tuple[str, ...], told: str) -> None:
    conflict = where(*names).conflict
    assert conflict is not None
    assert told in conflict


def test_every_municipality_is_in_one_province() -> None:
    places = load_places()
    municipalities = {line.split("\t")[0] for line in _lines()}
    assert set(places.provinces) == municipalities
    assert len(municipalities) == 345
    assert len(set(places.provinces.values())) == 12


def test_every_merger_ends_in_a_municipality_of_today_that_began_then() -> None:
    began = {name: year for name, year, *_ in (line.split("\t") for line in _lines())}
    places = load_places()
    for merger in places.mergers.values():
        assert merger.new in began
        if began[merger.new]:
            assert merger.year >= int(began[merger.new]), merger
    # The name of a municipality that is no more is no municipality of today.
    today = {place_key(name) for name in began}
    assert not today & set(places.mergers)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the lists of CBS are not here")
def test_the_table_is_what_its_script_makes(tmp_path: Path) -> None:
    data = SHARED / "data"
    files = (data / "cbs-wijken-buurten-2022.csv", data / "cbs-RegioS.csv", tmp_path / "out.tsv")
    subprocess.run([sys.executable, "-m", "corpus.press.places", *files], check=True)
    assert files[-1].read_bytes() == TABLE.read_bytes()


def test_the_cards_of_the_series_agree_with_the_list(default_collection: Collection) -> None:
    cards = default_collection.catalogue.cards
    assert [note for card in cards for note in card.notes] == []
    notes = {value.value: value.note for card in cards for value in card.of("gemeente")}
    assert notes["Maashorst"] == "Uden, sinds 2022 Maashorst"
    assert "Den Haag" in notes


def _lines() -> list[str]:
    text = TABLE.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
