"""Finding cases: filters, facets, orders and the matrix, on the real indexes of both series."""

from collections.abc import Callable
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import QuestionError
from search.cases import SORTS, cross, list_cases
from search.collection import Collection
from search.fields import FIELDS, Field, all_values, find_field, read_rows
from search.hits import search
from search.models import NO_FILTERS, Filters

PROPERTY = settings(
    deadline=None,
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _filters(collection: Collection, draw: Callable[..., object]) -> Filters:
    """Random filters of values that the series has, a few of each of a few fields."""
    rows = read_rows(collection)
    chosen: dict[str, tuple[object, ...]] = {}
    fields = draw(st.lists(st.sampled_from(FIELDS), max_size=3, unique_by=lambda f: f.name))
    for field in fields:  # type: ignore[attr-defined]
        values = all_values(collection, field, rows)
        if values:
            picked = draw(st.lists(st.sampled_from(values), max_size=3, unique=True))
            chosen[field.attribute] = tuple(
                int(value) if field.name == "edition" else value
                for value in picked  # type: ignore[attr-defined]
            )
    return Filters(**chosen)  # type: ignore[arg-type]


def _only(filters: Filters, field: Field, values: tuple[str, ...]) -> Filters:
    given = {f.attribute: getattr(filters, f.attribute) for f in FIELDS}
    typed = tuple(int(v) if field.name == "edition" else v for v in values)
    return Filters(**{**given, field.attribute: typed})


WORDS = st.sampled_from(["", "", "wijk", "samen eten", "moestuin", "zwabbelplok"])


@PROPERTY
@given(data=st.data(), text=WORDS)
def test_every_facet_count_is_the_length_of_the_list_behind_it(
    either_collection: Collection, data: st.DataObject, text: str
) -> None:
    filters = _filters(either_collection, data.draw)
    found = list_cases(either_collection, text, filters, facets=True)
    for facet in found.facets:
        field = find_field(facet.field)
        now = tuple(str(value) for value in getattr(filters, field.attribute))
        for value in facet.values[:4]:
            alone = list_cases(either_collection, text, _only(filters, field, (value.value,)))
            added = list_cases(either_collection, text, _only(filters, field, (*now, value.value)))
            assert value.count == alone.total > 0
            assert value.total == added.total
            assert value.total >= found.total or not now


@PROPERTY
@given(data=st.data())
def test_more_values_of_a_field_widen_and_more_fields_narrow(
    either_collection: Collection, data: st.DataObject
) -> None:
    filters = _filters(either_collection, data.draw)
    listed = {case.id for case in list_cases(either_collection, "", filters).cases}
    for field in FIELDS:
        values = getattr(filters, field.attribute)
        if len(values) > 1:
            fewer = list_cases(either_collection, "", _only(filters, field, values[:1]))
            assert {case.id for case in fewer.cases} <= listed
        if values:
            without = list_cases(either_collection, "", _only(filters, field, ()))
            assert listed <= {case.id for case in without.cases}


@PROPERTY
@given(data=st.data())
def test_every_cell_of_a_matrix_is_the_length_of_the_list_behind_it(
    either_collection: Collection, data: st.DataObject
) -> None:
    filters = _filters(either_collection, data.draw)
    rows, columns = data.draw(st.sampled_from(list(permutations(FIELDS[:6], 2))))
    table = cross(either_collection, rows.name, columns.name, filters)
    checked = 0
    for one, cells in zip(table.rows.values, table.cells, strict=True):
        for other, cell in zip(table.columns.values, cells, strict=True):
            assert cell.count == len(cell.cases)
            if one.value is None or other.value is None or checked > 12:
                continue
            behind = _only(_only(filters, rows, (one.value,)), columns, (other.value,))
            listed = list_cases(either_collection, "", behind)
            assert [case.id for case in cell.cases] == [case.id for case in listed.cases]
            checked += 1


def test_search_within_filters_finds_only_cases_of_the_list(
    either_collection: Collection,
) -> None:
    for field in FIELDS:
        for value in all_values(either_collection, field, read_rows(either_collection))[:3]:
            filters = _only(NO_FILTERS, field, (value,))
            listed = {case.id for case in list_cases(either_collection, "", filters).cases}
            hits = search(either_collection, "de het een wijk buurt", filters).hits
            assert {hit.case.id for hit in hits if hit.case.kind == "case"} <= listed


def test_no_facet_is_empty_and_what_is_chosen_is_marked(default_collection: Collection) -> None:
    found = list_cases(default_collection, "", Filters(editions=(1,)), facets=True)
    assert found.facets
    assert all(facet.values for facet in found.facets)
    editions = next(facet for facet in found.facets if facet.field == "edition")
    assert [(v.value, v.count, v.total, v.chosen) for v in editions.values] == [
        ("1", 7, 7, True),
        ("2", 7, 14, False),
        ("3", 9, 16, False),
        ("4", 6, 13, False),
    ]


def test_facets_are_only_counted_when_asked_for(default_collection: Collection) -> None:
    assert list_cases(default_collection).facets == ()


def test_an_organisation_in_a_list_is_a_name_and_no_sentence(
    casebook_collection: Collection, default_collection: Collection
) -> None:
    told = [
        v for c in casebook_collection.catalogue.cards for v in c.of("uitvoerende-organisaties")
    ]
    assert any(value.value.endswith(".") for value in told)
    for collection in (casebook_collection, default_collection):
        named = {name for case in list_cases(collection).cases for name in case.organisations}
        assert not [name for name in named if name.endswith(".") or len(name.split()) > 6]
    assert named


FILTERS = {
    "a province": ({"provinces": ("Fryslân",)}, 2),
    "a province by its other name": ({"provinces": ("friesland",)}, 2),
    "a municipality": ({"municipalities": ("'s-hertogenbosch",)}, 1),
    "a municipality by its other name": ({"municipalities": ("den bosch",)}, 1),
    "a neighbourhood": ({"neighbourhoods": ("kanaleneiland",)}, 1),
    "a neighbourhood with its town": ({"places": ("kanaleneiland utrecht",)}, 1),
    "an organisation by a word of its name": ({"organisations": ("versa",)}, 1),
    "social capital": ({"social_capital": ("BRIDGING",)}, None),
    "a keyword": ({"keywords": ("jong en oud",)}, None),
    "a place that is nowhere": ({"places": ("Nergenshuizen",)}, 0),
}


@pytest.mark.parametrize(("filters", "total"), FILTERS.values(), ids=FILTERS)
def test_filter_is_met_by_any_spelling(
    default_collection: Collection, filters: dict[str, tuple[str, ...]], total: int | None
) -> None:
    found = list_cases(default_collection, "", Filters(**filters))  # type: ignore[arg-type]
    assert found.total == total if total is not None else found.total > 0


@pytest.mark.parametrize(
    "filters",
    [
        {"editions": (9,)},
        {"themes": ("ruimtevaart",)},
        {"target_groups": ("marsmannetjes",)},
        {"social_capital": ("banding",)},
    ],
)
def test_value_that_a_closed_field_does_not_know_is_refused(
    default_collection: Collection, filters: dict[str, tuple[str, ...]]
) -> None:
    with pytest.raises(QuestionError) as caught:
        list_cases(default_collection, "", Filters(**filters))  # type: ignore[arg-type]
    assert caught.value.remedy


def test_broader_theme_finds_the_cases_of_its_narrower_ones(
    casebook_collection: Collection,
) -> None:
    themes = casebook_collection.catalogue.themes
    for concept in themes.concepts:
        narrow = list_cases(casebook_collection, "", Filters(themes=(concept.id,)))
        for wider in concept.broader:
            broad = list_cases(casebook_collection, "", Filters(themes=(wider,)))
            assert {case.id for case in narrow.cases} <= {case.id for case in broad.cases}


# Orders


@pytest.mark.parametrize("sort", SORTS)
def test_order_changes_no_list_and_is_total(default_collection: Collection, sort: str) -> None:
    cases = list_cases(default_collection, sort=sort).cases
    assert len({case.id for case in cases}) == len(cases) == 29
    assert list_cases(default_collection, sort=sort).cases == cases


def test_cases_by_province_stand_together_with_the_unknown_last(
    default_collection: Collection,
) -> None:
    provinces = [case.province for case in list_cases(default_collection, sort="province").cases]
    known = [province for province in provinces if province]
    assert provinces == known + [None] * (len(provinces) - len(known))
    assert known == sorted(known)


def test_words_decide_the_order_unless_another_is_asked_for(
    default_collection: Collection,
) -> None:
    best = list_cases(default_collection, "moestuin ontmoeting").cases
    by_title = list_cases(default_collection, "moestuin ontmoeting", sort="title").cases
    assert {case.id for case in best} == {case.id for case in by_title}
    assert [case.title.lower() for case in by_title] == sorted(c.title.lower() for c in best)
    assert best != by_title


def test_unknown_order_is_refused(default_collection: Collection) -> None:
    with pytest.raises(QuestionError):
        list_cases(default_collection, sort="kleur")


# The matrix


def test_matrix_shows_what_no_case_is_about(casebook_collection: Collection) -> None:
    table = cross(casebook_collection, "theme", "edition")
    assert len(table.rows.values) == len(casebook_collection.catalogue.themes.concepts)
    assert [column.value for column in table.columns.values] == ["1", "2", "3"]
    assert any(not cell.count for cells in table.cells for cell in cells)


def test_cases_without_a_value_have_a_row_of_their_own(default_collection: Collection) -> None:
    table = cross(default_collection, "province", "edition")
    assert table.rows.values[-1].value is None
    counts = sum(cell.count for cells in table.cells for cell in cells)
    assert counts == table.total == 29


@pytest.mark.parametrize(("rows", "columns"), [("theme", "theme"), ("kleur", "edition")])
def test_matrix_of_no_two_fields_is_refused(
    default_collection: Collection, rows: str, columns: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        cross(default_collection, rows, columns)
    assert caught.value.remedy


# Fields


def test_names_of_fields_are_unique_everywhere() -> None:
    for attribute in ("name", "attribute", "parameter", "label"):
        assert len({getattr(field, attribute) for field in FIELDS}) == len(FIELDS)
    assert {field.attribute for field in FIELDS} == set(Filters.__dataclass_fields__)


@pytest.fixture(params=["default_collection", "casebook_collection"], ids=["box", "voorbeeld"])
def either_collection(request: pytest.FixtureRequest) -> Collection:
    collection: Collection = request.getfixturevalue(request.param)
    return collection
