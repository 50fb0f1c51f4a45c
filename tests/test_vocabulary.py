"""Vocabularies are read and checked; a case gets the concepts that its text comes back to."""

import math
import shutil
from collections import Counter
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
    load_weights,
    weights_for,
)
from indexer.vocabulary.evidence import Known, Setting, Signs, Tally, gather, signs, strengths
from indexer.vocabulary.files import read_vocabulary
from indexer.vocabulary.weights import General, Weights, read_weights
from indexer.vocabulary.words import case_words
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


NOTHING = Setting(strengths={}, words={})


def test_both_vocabularies_have_weights_that_a_text_can_outweigh() -> None:
    for weights in load_weights().values():
        none = Signs(strong=0, weak=0, spread=0, rank=math.log1p(20), behind=-3)
        much = Signs(strong=math.log1p(6), weak=math.log1p(6), spread=1, rank=0, behind=0)
        assert (
            weights.score("eigen", none, Tally(), NOTHING)
            < 0
            < weights.score("eigen", much, Tally(), NOTHING)
        )


SIGN = "bias = -1\nstrong = 1\nweak = 0\nspread = 0\nrank = 0\nbehind = 0\n"
SIGNS = "".join(
    f"[{kind}]\n{SIGN}[{kind}.alone]\n{SIGN.replace('-1', '-3')}"
    for kind in ("themes", "target_groups")
)
LEARNED = """# hundredths
themes\tgroen\t\t\t50
themes\tgroen\tterm\tboom\t-200
themes\tgroen\ttarget_groups\tboeren\t100
"""
WORDS = "# hundredths\nword\tthemes/groen\tthemes/sport\nspade\t800\t\nnet\t-100\t300\n"


def _weights() -> Weights:
    return read_weights(SIGNS, LEARNED, WORDS)["themes"]


def test_what_was_learned_of_a_concept_counts_beside_what_holds_for_all_such() -> None:
    weights = _weights()
    one = Signs(strong=1, weak=0, spread=0, rank=0, behind=0)
    tree, garden = Tally(times=Counter({"boom": 1})), Tally(times=Counter({"moestuin": 1}))
    assert weights.score("sport", one, tree, NOTHING) == -2
    assert weights.score("groen", one, garden, NOTHING) == pytest.approx(0.5)
    assert weights.score("groen", one, tree, NOTHING) == pytest.approx(0.5 - 2 * math.log(2))
    beside: dict[Known, float] = {("target_groups", "boeren"): 0.5, ("themes", "boeren"): 1}
    assert weights.score("groen", one, garden, Setting(beside, {})) == pytest.approx(1)


def test_words_count_for_the_concepts_that_they_were_learned_of() -> None:
    one, none = Signs(strong=1, weak=0, spread=0, rank=0, behind=0), Tally()
    worth = _weights().learned["groen"].words
    assert worth == {"spade": 8, "net": -1}
    setting = Setting({}, {"spade": 0.25, "net": 0.5, "onbekend": 1})
    assert _weights().score("groen", one, none, setting) == pytest.approx(0.5 + 2 - 0.5)
    assert _weights().score("sport", one, none, setting) == -2  # of it nothing else was learned


def test_words_of_a_long_case_do_not_outweigh_those_of_a_short_one(analysis: Analysis) -> None:
    words = case_words(analysis, (), _sentences("De moestuinen en de moestuin."))
    assert words["moestuin"] == pytest.approx(math.log(3) / math.sqrt(len(words)))
    assert {"moes", "tuin"} <= words.keys()
    longer = case_words(analysis, (), _sentences("De moestuinen en de moestuin.", "Een lied."))
    assert longer["moestuin"] < words["moestuin"]
    assert case_words(analysis, (), ()) == {}


def test_of_many_concepts_a_case_has_the_six_that_it_has_most_of(analysis: Analysis) -> None:
    names = ("judo", "tennis", "schaken", "dammen", "roeien", "zeilen", "turnen", "boksen")
    own = Vocabulary(
        tuple(Concept(f"een-{n}", names[n], names[n], names[n:]) for n in range(len(names)))
    )
    general = General(5, Signs(strong=1, weak=0, spread=0, rank=0, behind=0))

    def found(*keywords: str) -> list[str]:
        labels = case_labels(
            {"themes": Terms(own, analysis)},
            headings=(),
            sentences=_sentences(*(f"Zij {name}." for name in names * 2)),
            keywords={"themes": keywords},
            weights={"themes": Weights(general, general, {})},
        )
        return [label.id for label in labels["themes"]]

    assert found() == [f"een-{n}" for n in range(6)]
    assert len(found("boksen")) == len(names)  # a keyword that names them has no such bound


def test_words_alone_decide_no_concept(analysis: Analysis, default_series: Series) -> None:
    vocabularies: dict[Kind, Vocabulary] = {"themes": load_themes(default_series)}
    weights = weights_for(vocabularies)
    no_terms = Concept("kunst", "Kunst", "Kunst.", ("xylografie",))
    telling = sorted(weights["themes"].learned["kunst"].words.items(), key=lambda pair: -pair[1])
    terms: dict[Kind, Terms] = {"themes": Terms(Vocabulary((no_terms,)), analysis)}
    found = case_labels(
        terms,
        headings=(),
        sentences=_sentences(*(f"{word}." for word, _ in telling[:30])),
        keywords={},
        weights=weights,
    )
    assert found == {"themes": ()}


def test_what_was_learned_does_not_hold_for_another_concept_of_the_same_name(
    default_series: Series,
) -> None:
    groups = load_target_groups(default_series)
    in_the_box = {"themes": load_themes(default_series), "target_groups": groups}
    assert weights_for(in_the_box) == load_weights()
    own = weights_for({"themes": Vocabulary((GARDEN,)), "target_groups": groups})
    assert own["themes"].learned == {}
    assert own["target_groups"].learned["boeren"].beside
    kinds = {kind for one in own["target_groups"].learned.values() for kind, _ in one.beside}
    assert kinds == {"target_groups"}


def test_what_was_learned_is_of_what_the_vocabularies_have(default_series: Series) -> None:
    themes, groups = load_themes(default_series), load_target_groups(default_series)
    concepts = {
        **{("themes", concept.id): concept for concept in themes.concepts},
        **{("target_groups", concept.id): concept for concept in groups.concepts},
    }
    for kind, weights in load_weights().items():
        for name, learned in weights.learned.items():
            concept = concepts[kind, name]
            assert learned.terms.keys() <= {*concept.terms, *concept.weak}
            assert learned.beside.keys() <= concepts.keys() - {(kind, name)}
            assert learned.words


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
