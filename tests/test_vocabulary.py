"""Vocabularies are read and checked; a case gets the concepts that its text comes back to."""

import shutil
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import (
    Card,
    Concept,
    Evidence,
    Label,
    ManifestError,
    Series,
    Span,
    Vocabulary,
    find_series,
)
from indexer.dutch import Analysis, load_analysis
from indexer.pipeline import build_index
from indexer.segment import Sentence
from indexer.vocabulary import (
    TARGET_GROUPS_FILE,
    THEMES_FILE,
    Kind,
    Terms,
    case_labels,
    load_target_groups,
    load_themes,
    weights_for,
)
from indexer.vocabulary.evidence import gather, signs, strengths
from indexer.vocabulary.files import read_vocabulary
from search.collection import Collection, is_stale, open_collection


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return load_analysis()


GARDEN = Concept(
    "groen",
    "Groen",
    "Tuinen.",
    ("-tuin", "boom", "samen tuinieren"),
    weak=("gras",),
    not_=("speeltuin",),
)
PEOPLE = Concept("kinderen", "Kinderen", "Kinderen.", ("kinderen", "taal-"))
WORDS = {
    "an inflection": ("Er staan drie bomen.", {("groen", False)}),
    "the end of a compound": ("De moestuinen zijn groot.", {("groen", False)}),
    "a compound that is excepted": ("Naar de speeltuin.", set()),
    "the beginning of a compound": ("Een taalmaatje.", {("kinderen", False)}),
    "the word itself is no compound": ("Hij heeft taal.", set()),
    "a weak term": ("Het gras is nat.", {("groen", True)}),
    "a phrase in another inflection": (
        "Zij tuinierden samen; samen tuiniert men.",
        {("groen", False)},
    ),
    "a phrase with a word between": ("Ze gaan samen weer tuinieren.", {("groen", False)}),
    "a phrase with too many words between": ("Samen met een boer wat tuinieren.", set()),
    "the plural that is written": ("Vijf kinderen.", {("kinderen", False)}),
    "the singular of a written plural only hints": ("Een kind.", {("kinderen", True)}),
}


@pytest.mark.parametrize(("text", "found"), WORDS.values(), ids=WORDS.keys())
def test_terms_are_found(analysis: Analysis, text: str, found: set[tuple[str, bool]]) -> None:
    terms = Terms(Vocabulary((GARDEN, PEOPLE)), analysis)
    assert {(f.concept, f.weak) for f in terms.find(text)} == found


def _sentences(*texts: str, heading: str = "De Pomp") -> tuple[Sentence, ...]:
    return tuple(
        Sentence(
            text, (heading,), Evidence(text, "een", None, Span(0, n * 100, n * 100 + len(text))), n
        )
        for n, text in enumerate(texts)
    )


def _labels(analysis: Analysis, *texts: str, **more: tuple[str, ...]) -> dict[str, list[str]]:
    found = _found(Terms(Vocabulary((GARDEN,)), analysis), *texts, **more)
    return {label.id: [evidence.quote for evidence in label.evidence] for label in found}


def _found(terms: Terms, *texts: str, **more: tuple[str, ...]) -> tuple[Label, ...]:
    vocabularies: dict[Kind, Vocabulary] = {"themes": terms.vocabulary}
    return case_labels(
        {"themes": terms},
        headings=tuple(Evidence(h, "een", None, Span(0, 0, 1)) for h in more.get("headings", ())),
        sentences=_sentences(*texts),
        keywords={"themes": more.get("keywords", ())},
        weights=weights_for(vocabularies),
    )["themes"]


REST = ("Iemand zingt een lied.",) * 30


def test_a_word_in_passing_gives_no_theme(analysis: Analysis) -> None:
    assert _labels(analysis, "Er staat een boom.", *REST) == {}


def test_a_text_that_comes_back_to_a_theme_has_it_with_its_sentences(analysis: Analysis) -> None:
    proof = ("Er staat een boom.", "De moestuin ligt erbij.", "Ze gaan samen tuinieren.")
    assert _labels(analysis, *proof, *REST) == {"groen": list(proof)}


def test_a_heading_makes_a_theme_of_a_word_in_passing(analysis: Analysis) -> None:
    texts = ("Er staat een boom.", *REST, *REST)
    assert list(_labels(analysis, *texts, headings=("De Buurt", "In de moestuin"))) == ["groen"]


SPORT = Concept("sport", "Sport", "Sport.", ("voetbal", "judo", "tennis", "-sport", "trainer"))
CHURCH = Concept("geloof", "Geloof", "Geloof.", ("kerk", "dominee", "bidden", "psalm", "koster"))


def test_what_a_case_has_most_of_leaves_behind_what_it_tells_twice(analysis: Analysis) -> None:
    vocabulary = Vocabulary((GARDEN, SPORT, CHURCH, PEOPLE))
    tells = tuple(f"Er is {term}." for c in (SPORT, CHURCH) for term in c.terms if term[0] != "-")
    texts = (*tells * 3, "Vijf kinderen.", "Er staat een boom.", *REST, "De moestuin is groot.")
    found = {label.id for label in _found(Terms(vocabulary, analysis), *texts)}
    assert found
    assert found <= {"sport", "geloof"}
    alone = _found(Terms(vocabulary, analysis), *texts[len(tells) * 3 :])
    assert "groen" in [label.id for label in alone]


def test_a_term_in_a_compound_hints_where_asked(analysis: Analysis) -> None:
    text = "Een judoclub."
    plain, hinting = (Terms(Vocabulary((SPORT,)), analysis, compounds=c) for c in (False, True))
    assert plain.find(text) == ()
    assert [(found.concept, found.weak) for found in hinting.find(text)] == [("sport", True)]


@given(
    st.lists(
        st.sampled_from(
            (
                *(f"Er is {t.strip('-')}." for c in (GARDEN, SPORT, CHURCH) for t in c.terms),
                *REST[:1],
            )
        ),
        max_size=40,
    )
)
def test_the_signs_of_a_case_are_within_their_bounds(texts: list[str]) -> None:
    terms = Terms(Vocabulary((GARDEN, SPORT, CHURCH)), load_analysis())
    found = dict(signs(gather(terms, (), _sentences(*texts)), len(texts)))
    for one in found.values():
        assert one.strong >= 0
        assert one.weak >= 0
        assert 0 <= one.spread <= 1
        assert one.rank >= 0
        assert one.behind <= 0
    assert not found or max(one.behind for one in found.values()) == 0
    assert all(0 < strength <= 1 for strength in strengths({"themes": found}).values())


def test_a_line_of_keywords_gives_a_theme(analysis: Analysis) -> None:
    assert list(_labels(analysis, "Trefwoorden: moestuin, ouderen", *REST)) == ["groen"]


def test_a_keyword_of_the_manifest_gives_a_theme_without_evidence(analysis: Analysis) -> None:
    assert _labels(analysis, *REST, keywords=("moestuin",)) == {"groen": []}


def test_a_keyword_that_is_only_a_weak_term_counts(analysis: Analysis) -> None:
    assert _labels(analysis, *REST, keywords=("gras",)) == {"groen": []}
    assert _labels(analysis, *REST, keywords=("gras en glas",)) == {}


BAD = {
    "an unknown key": '[[concepts]]\nid="a"\nlabel="A"\ndefinition="A"\nterms=[]\nfoo=1\n',
    "an id twice": '[[concepts]]\nid="a"\nlabel="A"\ndefinition="A"\nterms=[]\n' * 2,
    "no id": '[[concepts]]\nid="A b"\nlabel="A"\ndefinition="A"\nterms=[]\n',
    "a broader one that is not there": (
        '[[concepts]]\nid="a"\nlabel="A"\ndefinition="A"\nterms=[]\nbroader=["b"]\n'
    ),
    "a term without words": '[[concepts]]\nid="a"\nlabel="A"\ndefinition="A"\nterms=["!"]\n',
    "no TOML": "[[concepts\n",
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_a_vocabulary_that_cannot_be_used_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / THEMES_FILE
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ManifestError, match=THEMES_FILE):
        read_vocabulary(path)


def test_the_vocabularies_in_the_box_cover_the_field(default_series: Series) -> None:
    themes, groups = load_themes(default_series), load_target_groups(default_series)
    assert len(themes.concepts) >= 25
    assert len(groups.concepts) >= 20
    assert len({c.label for c in themes.concepts}) == len(themes.concepts)


@pytest.mark.parametrize(
    "text", ["Dat is natuurlijk waar.", "Zij is schuldig.", "Het eerste kwartaal in het portaal."]
)
def test_no_ending_of_a_word_is_a_theme(default_series: Series, text: str) -> None:
    terms = Terms(load_themes(default_series), load_analysis(), compounds=True)
    assert [f for f in terms.find(text) if f.concept in {"groen", "armoede", "taal"}] == []


def test_a_series_brings_its_own_themes_and_an_edit_makes_its_index_stale(
    streets: Path, tmp_path: Path
) -> None:
    themes = streets.parent / THEMES_FILE
    themes.write_bytes(msgspec.toml.encode(Vocabulary((GARDEN,))))
    series = find_series(str(streets))
    home = tmp_path / "home"
    build_index(series, home, report=lambda *_: None)
    with open_collection(series, home) as collection:
        assert [c.id for c in collection.catalogue.themes.concepts] == ["groen"]
        assert not is_stale(collection, series, home)
        themes.write_bytes(msgspec.toml.encode(Vocabulary((GARDEN, PEOPLE))))
        assert is_stale(collection, series, home)
        themes.unlink()
        assert is_stale(collection, series, home)
        shutil.copyfile(
            Path(load_target_groups.__code__.co_filename).with_name(TARGET_GROUPS_FILE),
            streets.parent / TARGET_GROUPS_FILE,
        )
        assert is_stale(collection, series, home)


def test_every_quote_of_a_label_stands_on_its_page(default_collection: Collection) -> None:
    quotes = [e for card in default_collection.catalogue.cards for e in _evidence(card)]
    assert len(quotes) > 50
    for evidence in quotes:
        page = default_collection.text(evidence.document).pages[evidence.span.page]
        assert page.text[evidence.span.start : evidence.span.end] == evidence.quote
        assert page.ref == evidence.page


def _evidence(card: Card) -> list[Evidence]:
    return [e for label in (*card.themes, *card.target_groups) for e in label.evidence]


def test_what_the_manifest_names_is_a_theme_and_a_target_group(
    default_collection: Collection,
) -> None:
    card = default_collection.card("stichting-polka")
    assert card is not None
    assert {label.id: label.keywords for label in card.target_groups}["vrouwen"] == (
        "Poolse vrouwen",
    )
