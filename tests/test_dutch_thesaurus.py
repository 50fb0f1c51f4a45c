"""The thesaurus: what it leads to, what it refuses, and that the one in the box hangs together."""

from pathlib import Path

import pytest

from corpus import ManifestError, find_series
from indexer.dutch import (
    THESAURUS_NAME,
    Analysis,
    Thesaurus,
    load_analysis,
    load_thesaurus,
    open_thesaurus,
    save_thesaurus,
)
from indexer.pipeline import build_index
from search.collection import is_stale, open_collection

OWN = """
[ambiguous]
mol = "an animal, or a spy"

[[concepts]]
id = "dier"
preferred_label = "huisdier"
related = ["voer"]

[[concepts]]
id = "hond"
preferred_label = "hond"
alternative_labels = ["trouwe viervoeter", "viervoeter", "honden", "mol"]
broader = ["dier"]
scope_note = "Ook van de buren."

[[concepts]]
id = "teckel"
preferred_label = "teckel"
alternative_labels = ["worst op pootjes"]
broader = ["hond"]

[[concepts]]
id = "voer"
preferred_label = "brokjes"
"""


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return load_analysis()


@pytest.fixture(scope="module")
def shipped(analysis: Analysis) -> Thesaurus:
    return load_thesaurus(analysis)


def _write(folder: Path, text: str) -> Path:
    (folder / THESAURUS_NAME).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def own(analysis: Analysis, tmp_path: Path) -> Thesaurus:
    # The box has animals of its own, whose label would stand at two concepts.
    text = OWN.replace('id = "dier"', 'id = "dieren"').replace('["dier"]', '["dieren"]')
    return load_thesaurus(analysis, _write(tmp_path, text))


def _lemmas(analysis: Analysis, text: str) -> tuple[str, ...]:
    return tuple(word.lemma for word in analysis.words(text) if word.whole)


def _names(thesaurus: Thesaurus, analysis: Analysis, text: str) -> dict[str, tuple[str, int]]:
    lemmas = _lemmas(analysis, text)
    return {
        name.label.text: (name.relation, name.steps)
        for mention in thesaurus.mentions(lemmas)
        for name in thesaurus.other_names(mention, lemmas)
    }


def test_concept_leads_to_its_labels_and_to_those_around_it(
    own: Thesaurus, analysis: Analysis
) -> None:
    assert _names(own, analysis, "honden") == {
        "trouwe viervoeter": ("synonym", 0),
        "viervoeter": ("synonym", 0),
        "teckel": ("narrower", 1),
        "worst op pootjes": ("narrower", 1),
        "huisdier": ("broader", 1),
    }


def test_narrower_goes_all_the_way_down_and_related_holds_both_ways(
    own: Thesaurus, analysis: Analysis
) -> None:
    down = _names(own, analysis, "huisdieren")
    assert down["hond"] == ("narrower", 1)
    assert down["teckel"] == ("narrower", 2)
    assert down["brokjes"] == ("related", 1)
    assert _names(own, analysis, "brokjes")["huisdier"] == ("related", 1)


def test_longest_label_counts_and_no_two_overlap(own: Thesaurus, analysis: Analysis) -> None:
    lemmas = _lemmas(analysis, "een trouwe viervoeter en een worst op pootjes")
    mentions = own.mentions(lemmas)
    assert [(m.start, m.end, m.concept.id) for m in mentions] == [(1, 3, "hond"), (5, 8, "teckel")]


def test_ambiguous_word_leads_nowhere_and_nothing_leads_to_it(
    own: Thesaurus, analysis: Analysis
) -> None:
    assert own.mentions(_lemmas(analysis, "een mol")) == ()
    assert "mol" not in _names(own, analysis, "hond")
    assert own.mentions(_lemmas(analysis, "bank")) == ()


def test_two_spellings_of_one_lemma_are_one_label(own: Thesaurus) -> None:
    hond = own.concept("hond")
    assert hond is not None
    assert [label.text for label in hond.labels] == ["hond", "trouwe viervoeter", "viervoeter"]
    assert hond.scope_note == "Ook van de buren."


def test_words_that_name_no_concept_give_nothing(own: Thesaurus) -> None:
    assert own.mentions(()) == ()
    assert own.mentions(("zwabbelplok",)) == ()
    assert Thesaurus().mentions(("hond",)) == ()


def test_concept_of_the_series_takes_the_place_of_the_one_in_the_box(
    own: Thesaurus, shipped: Thesaurus
) -> None:
    before, after = shipped.concept("dieren"), own.concept("dieren")
    assert before is not None
    assert after is not None
    assert (before.preferred_label, after.preferred_label) == ("dieren", "huisdier")
    assert own.concept("eenzaamheid") == shipped.concept("eenzaamheid")


def test_kept_thesaurus_is_the_same(shipped: Thesaurus, tmp_path: Path) -> None:
    save_thesaurus(tmp_path / "t.json", shipped)
    assert open_thesaurus(tmp_path / "t.json") == shipped


CONCEPT = '[[concepts]]\nid = "{}"\npreferred_label = "{}"\n'
CIRCLE = CONCEPT.format("a", "aap") + 'broader = ["b"]\n' + CONCEPT.format("b", "beer")
MISTAKES = {
    "no toml": ("[[concepts", "cannot be used"),
    "a key that is not known": (CONCEPT.format("a", "aap") + 'prefered = "x"', "prefered"),
    "an id twice": (
        CONCEPT.format("a", "aap") + CONCEPT.format("a", "beer"),
        "a stands there twice",
    ),
    "a relation to nothing": (
        CONCEPT.format("a", "aap") + 'broader = ["b"]',
        "a names the concept b",
    ),
    "a circle": (
        CIRCLE + 'broader = ["a"]',
        "a is broader than itself",
    ),
    "related and broader": (
        CIRCLE + 'related = ["a"]',
        "b is related to a and also",
    ),
    "related to itself": (CONCEPT.format("a", "aap") + 'related = ["a"]', "a is related to a"),
    "a label at two concepts": (
        CONCEPT.format("a", "kleine apen") + CONCEPT.format("b", "klein aapje"),
        "stands at a and at b",
    ),
    "only an ambiguous label": (CONCEPT.format("a", "bank"), "only ambiguous"),
    "a label without words": (CONCEPT.format("a", "?!"), "without words"),
}


@pytest.mark.parametrize(("text", "named"), MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_named_with_the_file(
    analysis: Analysis, tmp_path: Path, text: str, named: str
) -> None:
    with pytest.raises(ManifestError, match=named) as caught:
        load_thesaurus(analysis, _write(tmp_path, text))
    assert THESAURUS_NAME in caught.value.message
    assert caught.value.remedy


def test_box_has_at_least_160_concepts_with_other_names(shipped: Thesaurus) -> None:
    assert len(shipped.concepts) >= 160
    bare = [concept.id for concept in shipped.concepts if len(concept.labels) < 2]
    assert bare == []


def test_every_label_in_the_box_is_found_as_its_own_concept(shipped: Thesaurus) -> None:
    for concept in shipped.concepts:
        for label in concept.labels:
            (mention,) = shipped.mentions(label.lemmas)
            assert mention.concept.id == concept.id, label.text


def test_index_has_the_thesaurus_of_its_series_and_is_stale_when_it_changes(
    streets: Path, tmp_path: Path
) -> None:
    _write(streets.parent, CONCEPT.format("pomp", "pomp") + 'alternative_labels = ["waterslinger"]')
    series = find_series(str(streets))
    build_index(series, tmp_path / "home", report=lambda *_: None)
    with open_collection(series, tmp_path / "home") as collection:
        assert _names(collection.thesaurus, collection.analysis, "pompen") == {
            "waterslinger": ("synonym", 0)
        }
        assert not is_stale(collection, series, tmp_path / "home")
        _write(streets.parent, CONCEPT.format("pomp", "pomp"))
        assert is_stale(collection, series, tmp_path / "home")
