"""Weights of vocabularies: what was learned counts where it was learned, and words alone never."""

import math
from collections import Counter

import pytest

from corpus import Concept, Evidence, Series, Span, Vocabulary
from indexer.dutch import Analysis, load_analysis
from indexer.segment import Sentence
from indexer.vocabulary import (
    Kind,
    Terms,
    case_labels,
    load_target_groups,
    load_themes,
    load_weights,
    weights_for,
)
from indexer.vocabulary.evidence import Known, Setting, Signs, Tally
from indexer.vocabulary.weights import General, Weights, read_weights
from indexer.vocabulary.words import case_words

NOTHING = Setting(strengths={}, words={})
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


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return load_analysis()


def _sentences(*texts: str) -> tuple[Sentence, ...]:
    evidence = [Evidence(text, "een", None, Span(0, 0, len(text))) for text in texts]
    return tuple(
        Sentence(text, ("De Pomp",), proof, number, first=True)
        for number, (text, proof) in enumerate(zip(texts, evidence, strict=True))
    )


def test_both_vocabularies_have_weights_that_a_text_can_outweigh() -> None:
    for weights in load_weights().values():
        none = Signs(strong=0, weak=0, spread=0, rank=math.log1p(20), behind=-3)
        much = Signs(strong=math.log1p(6), weak=math.log1p(6), spread=1, rank=0, behind=0)
        assert (
            weights.score("eigen", none, Tally(), NOTHING)
            < 0
            < weights.score("eigen", much, Tally(), NOTHING)
        )


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
    garden = Concept("groen", "Groen", "Groen.", ("moestuin",))
    own = weights_for({"themes": Vocabulary((garden,)), "target_groups": groups})
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
