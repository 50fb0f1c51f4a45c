"""A line says where something is only by what is surely a place."""

import pytest

from indexer.places import (
    NOWHERE,
    Slot,
    Whereabouts,
    load_places,
    read_beside_title,
    read_head,
    read_labelled,
)

BESIDE_TITLE = {
    "Berkumerweide, Zwolle": Whereabouts("Zwolle", "Berkumerweide", "Zwolle"),
    "REPORTAGE / KERKRADE": Whereabouts("Kerkrade", None, "Kerkrade"),
    "Gesprek aan tafel | Den Haag": Whereabouts("Den Haag", None, "Den Haag"),
    "'S-HERTOGENBOSCH": Whereabouts("'s-Hertogenbosch", None, "'s-Hertogenbosch"),
    "CAPELLE AAN DEN IJSSEL": Whereabouts("Capelle aan den IJssel", None, "Capelle aan den IJssel"),
    "Utrecht (Kanaleneiland)": Whereabouts("Utrecht", "Kanaleneiland", "Utrecht"),
    "Zeist, Utrecht": Whereabouts("Zeist", None, "Zeist", "Utrecht"),
    "Emmen (Drenthe)": Whereabouts("Emmen", None, "Emmen", "Drenthe"),
    "Beesd · gemeente West Betuwe · provincie Gelderland": Whereabouts(
        "Beesd", None, "West Betuwe", "Gelderland"
    ),
    "AMSTERDAM-NOORD": Whereabouts("Amsterdam", "Amsterdam-Noord", "Amsterdam"),
    "Den Haag Zuidwest": Whereabouts("Den Haag", "Den Haag Zuidwest", "Den Haag"),
    "PORTRET / ZAANDAM": Whereabouts("Zaandam"),
    "PORTRET / DE WIJK": NOWHERE,
    "GEMEENTE GOES · WERKBLAD BUURTEN 3": Whereabouts(municipality="Goes"),
    "Goes · werkblad buurten 3": NOWHERE,
    "Gemeente Goes · tekst en beeld: een buurvrouw": NOWHERE,
    "Gemeente Goes | foto Anna de Vries": NOWHERE,
    "Gemeente Nergensveen · werkblad buurten 3": NOWHERE,
    "Hengelo": NOWHERE,
    "HOORN": NOWHERE,
    "Haarlem, 2021": Whereabouts("Haarlem", None, "Haarlem"),
    "Schalkwijk, Haarlem | sinds 2019": Whereabouts("Haarlem", "Schalkwijk", "Haarlem"),
    "Vlissingen 2018-2021": Whereabouts("Vlissingen", None, "Vlissingen"),
    "2021": NOWHERE,
    "GROTE WAAL, HOORN": Whereabouts("Hoorn", "Grote Waal", "Hoorn"),
    "Reportage | Hengelo, Overijssel": Whereabouts("Hengelo", None, "Hengelo", "Overijssel"),
    "Hengelo, Gelderland": NOWHERE,
    "Hengelo, gemeente Bronckhorst": Whereabouts("Hengelo", None, "Bronckhorst"),
    "Laren, Lochem": Whereabouts("Lochem", "Laren", "Lochem"),
    "Grote Markt, Weert": Whereabouts("Weert", None, "Weert"),
    "Nieuwe Molenstraat, Sittard": Whereabouts("Sittard"),
    "Oude Molenwijk, Dordrecht": Whereabouts("Dordrecht", "Oude Molenwijk", "Dordrecht"),
    "Piet van der Weg, Zwolle": NOWHERE,
    "Centrum": NOWHERE,
    "Anna de Vries, Zwolle": NOWHERE,
    "Zwolle, Kampen": NOWHERE,
    "Een jaar onderdak, Dordrecht": NOWHERE,
    "Samen leven in Venlo": NOWHERE,
    "Essay": NOWHERE,
    "": NOWHERE,
}

LABELLED: dict[tuple[str, Slot | None], Whereabouts] = {
    ("Sint-Annaveld, gemeente Venlo", "place"): Whereabouts("Sint-Annaveld", None, "Venlo"),
    ("Hoogeveen, wijk Krakeel", "municipality"): Whereabouts(None, "Krakeel", "Hoogeveen"),
    ("Hengelo", "municipality"): Whereabouts(None, None, "Hengelo"),
    ("Hengelo", "place"): Whereabouts("Hengelo"),
    ("Rotterdam-Zuid", "place"): Whereabouts("Rotterdam", "Rotterdam-Zuid", "Rotterdam"),
    ("Emmen", "place"): Whereabouts("Emmen", None, "Emmen"),
    ("Lindenheuvel en omgeving", "neighbourhood"): Whereabouts(None, "Lindenheuvel"),
    ("buurthuis De Klamp, Schiedam", None): Whereabouts("Schiedam", None, "Schiedam"),
    ("De Klamp", None): NOWHERE,
    ("het westen van de gemeente Borger-Odoorn", None): Whereabouts(municipality="Borger-Odoorn"),
    ("in de hele gemeente Goes", "neighbourhood"): Whereabouts(municipality="Goes"),
    ("vlak buiten de gemeente Goes", None): NOWHERE,
    ("de dorpen van de gemeenten Goes en Borsele", None): NOWHERE,
    ("Krakeel, Hoogeveen", None): Whereabouts("Hoogeveen", "Krakeel", "Hoogeveen"),
    ("Hollandscheveld, gemeente Hoogeveen", None): Whereabouts(
        "Hollandscheveld", None, "Hoogeveen"
    ),
    ("Hollandscheveld en Elim, gemeente Hoogeveen", None): Whereabouts(municipality="Hoogeveen"),
    ("Hollandscheveld, Elim, gemeente Hoogeveen", None): Whereabouts(municipality="Hoogeveen"),
    ("Krakeel, Zwolle", None): Whereabouts("Zwolle", None, "Zwolle"),
    ("Kassen rond Naaldwijk", "place"): NOWHERE,
    ("drie kernen rond Goes", "neighbourhood"): NOWHERE,
    ("Utrecht, Zeist, Houten", "municipality"): NOWHERE,
    ("betaalt de helft", "municipality"): NOWHERE,
    ("Lindedam", "municipality"): NOWHERE,
    ("Drenthe", "province"): Whereabouts(province="Drenthe"),
}

HEADS = {
    "Heerlen: een avondronde": Whereabouts("Heerlen", None, "Heerlen"),
    "Erfpraat: boeren praten": NOWHERE,
    "Hengelo: een avondronde": NOWHERE,
    "Heerlen": NOWHERE,
}


@pytest.mark.parametrize(("line", "where"), BESIDE_TITLE.items())
def test_a_line_beside_a_title_says_where(line: str, where: Whereabouts) -> None:
    assert read_beside_title(load_places(), line) == where


@pytest.mark.parametrize(("line", "where"), LABELLED.items())
def test_a_label_says_where(line: tuple[str, Slot | None], where: Whereabouts) -> None:
    assert read_labelled(load_places(), *line) == where


@pytest.mark.parametrize(("title", "where"), HEADS.items())
def test_a_title_may_begin_with_its_municipality(title: str, where: Whereabouts) -> None:
    assert read_head(load_places(), title) == where
