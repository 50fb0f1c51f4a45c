"""What a text surely says of its place is known to the card, the filters and the search."""

from collections.abc import Iterator

import pytest

from corpus import Card, CardField, find_series
from indexer.pipeline import build_index
from search.cases import cross, list_cases
from search.collection import Collection, open_collection
from search.hits import search
from search.models import Filters

MANIFEST = """
id = "plekken"
title = "Plekken"

[[editions]]
number = 1
title = "Plekken 1"

[[editions.sources]]
id = "een"
path = "een.md"
kind = "publication"
title = "Plekken, eerste deel"

[[editions.cases]]
id = "ketelhuis"
title = "Het Ketelhuis"

[[editions.cases]]
id = "envelop"
title = "De Envelop"

[[editions.cases]]
id = "werf"
title = "De Werf"
place = "Zaandam"

[[editions.cases]]
id = "haven"
title = "De Haven"
place = "Amersfoort"

[[editions.cases]]
id = "veld"
title = "Het Veld"
"""

TEXT = """# Het Ketelhuis

REPORTAGE / KERKRADE

Elke maandag zingen bewoners in het ketelhuis.

# De Envelop

| Gemeente | Hoogeveen, wijk Krakeel |
| Looptijd | Sinds 2019 |

Vrijwilligers openen elke donderdag samen de post.

# De Werf

Poelenburg, Zaanstad

Mannen schaven hout.

# De Haven

Plaats: Zwolle

De bus rijdt elke week.

# Het Veld

In Venlo en Heerlen groeit gras. Het veld ligt in Kerkrade-West.
"""


DISTRICT = """{above}# {title}

- Wijk: Krakeel
- Start: 2019

{text}
"""

SHEETS = {
    "Banken": ("", "Elders in Zutphen groeien net zulke banken, met kussens van de buren."),
    "Tafels": ("", "Best veel tafels blijven staan. Buren dekken ze."),
    "Stoelen": ("", "Net als in Zutphen staan de stoelen buiten, en wie uit Hoogeveen komt, zit."),
    "Krukken": ("", "De krukken komen uit Zutphen, het hout uit Hollandscheveld."),
    "Kasten": ("GEMEENTE ZUTPHEN · WERKBLAD BUURTEN 3\n\n", "In de kasten staan boeken."),
}


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """Papers of one case each, which stands in a district that the list has in Hoogeveen only."""
    folder = tmp_path_factory.mktemp("werkbladen")
    lines = ['id = "bladen"', 'title = "Bladen"', "[[editions]]", "number = 1", 'title = "Bladen"']
    for title, (above, text) in SHEETS.items():
        path = folder / f"{title.lower()}.md"
        path.write_text(DISTRICT.format(above=above, title=title, text=text), encoding="utf-8")
        lines += ["[[editions.sources]]", f'id = "{title.lower()}"', f'path = "{path.name}"']
        lines += ['kind = "publication"', f'title = "{title}"']
    for title in SHEETS:
        lines += ["[[editions.cases]]", f'id = "casus-{title.lower()}"', f'title = "{title}"']
    (folder / "series.toml").write_text("\n".join(lines), encoding="utf-8")
    series = find_series(str(folder))
    build_index(series, folder / "home", report=lambda *_: None)
    with open_collection(series, folder / "home") as collection:
        yield collection


@pytest.fixture(scope="module")
def spots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    folder = tmp_path_factory.mktemp("plekken")
    (folder / "een.md").write_text(TEXT, encoding="utf-8")
    (folder / "series.toml").write_text(MANIFEST, encoding="utf-8")
    series = find_series(str(folder))
    build_index(series, folder / "home", report=lambda *_: None)
    with open_collection(series, folder / "home") as collection:
        yield collection


def _card(spots: Collection, case: str) -> Card:
    card = spots.card(case)
    assert card is not None
    return card


def _told(spots: Collection, case: str, field: CardField) -> list[tuple[str, str, str]]:
    return [
        (value.value, value.origin, value.evidence.quote if value.evidence else "")
        for value in _card(spots, case).of(field)
    ]


def test_a_place_of_the_text_has_its_quote(spots: Collection) -> None:
    kicker = "REPORTAGE / KERKRADE"
    assert _told(spots, "ketelhuis", "plaats") == [("Kerkrade", "text", kicker)]
    assert _told(spots, "ketelhuis", "gemeente") == [("Kerkrade", "text", kicker)]
    assert _told(spots, "ketelhuis", "provincie") == [("Limburg", "cbs", "")]
    row = "Gemeente | Hoogeveen, wijk Krakeel"
    assert _told(spots, "envelop", "gemeente") == [("Hoogeveen", "text", row)]
    assert _told(spots, "envelop", "wijk-of-dorp") == [("Krakeel", "text", row)]
    assert _told(spots, "envelop", "plaats") == []


def test_the_manifest_comes_first_and_is_only_added_to_where_both_agree(spots: Collection) -> None:
    assert _told(spots, "werf", "plaats") == [("Zaandam", "manifest", "")]
    line = "Poelenburg, Zaanstad"
    assert _told(spots, "werf", "gemeente") == [("Zaanstad", "text", line)]
    assert _told(spots, "werf", "wijk-of-dorp") == [("Poelenburg", "text", line)]
    assert _told(spots, "haven", "plaats") == [("Amersfoort", "manifest", "")]
    assert _told(spots, "haven", "gemeente") == [("Amersfoort", "cbs", "")]


@pytest.mark.parametrize(
    ("case", "municipality"),
    [
        ("casus-banken", []),  # the text names another municipality, and this one nowhere
        ("casus-tafels", ["Hoogeveen"]),  # none
        ("casus-stoelen", ["Hoogeveen"]),  # both
        ("casus-krukken", ["Hoogeveen"]),  # another, and a village of this one
        ("casus-kasten", ["Zutphen"]),  # the line above the title says where
    ],
)
def test_a_district_alone_tells_no_municipality_that_the_text_contradicts(
    sheets: Collection, case: str, municipality: list[str]
) -> None:
    assert [value for value, *_ in _told(sheets, case, "gemeente")] == municipality
    assert [value for value, *_ in _told(sheets, case, "wijk-of-dorp")] == ["Krakeel"]


def test_a_mention_in_the_text_is_no_place_of_the_case(spots: Collection) -> None:
    for field in ("plaats", "gemeente", "wijk-of-dorp", "provincie"):
        assert _told(spots, "veld", field) == []


def test_a_place_of_the_text_counts_as_one_of_the_manifest(spots: Collection) -> None:
    listed = list_cases(spots, filters=Filters(municipalities=("Kerkrade",)), facets=True)
    (case,) = listed.cases
    assert (case.id, case.place, case.municipality) == ("ketelhuis", "Kerkrade", "Kerkrade")
    found = {facet.field: {value.value for value in facet.values} for facet in listed.facets}
    assert {"Kerkrade", "Hoogeveen", "Zaanstad"} <= found["municipality"]
    assert spots.case_ref("ketelhuis").place == "Kerkrade"
    matrix = cross(spots, "municipality", "edition")
    assert "Hoogeveen" in {value.value for value in matrix.rows.values}
    hits = search(spots, "Hoogeveen post").hits
    assert [hit.case.id for hit in hits] == ["envelop"]
