import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.dutch import Concept, Label, Thesaurus, load_analysis
from search.clauses import Clause, Condition, Every, FieldValue, Some, Without
from search.query import MAX_CLAUSES, parse_query
from search.widening import EXACT, Widening

ANALYSIS = load_analysis()


def _clauses(text: str) -> list[str]:
    return [clause.text for clause in parse_query(text, ANALYSIS).clauses]


def _shown(part: Condition | None) -> object:
    """A condition as nested lists, its clauses by their text."""
    if isinstance(part, Clause):
        zone = part.zones[0] if len(part.zones) == 1 else ""
        return f"{zone}:{part.text}" if zone else part.text
    if isinstance(part, FieldValue):
        return f"{part.field}={part.value}"
    if isinstance(part, Without):
        return ["not", _shown(part.part)]
    if isinstance(part, Some | Every):
        return ["any" if isinstance(part, Some) else "all", *map(_shown, part.parts)]
    return part


CONDITIONS = {
    "a word": ("de soep", "soep"),
    "several words": ("koken eten", ["any", "koken", "eten"]),
    "and": ("koken AND eten", ["all", "koken", "eten"]),
    "en": ("koken EN eten", ["all", "koken", "eten"]),
    "or": ("koken OF eten", ["any", "koken", "eten"]),
    "words beside each other first": ("a koken AND b", ["all", ["any", "a", "koken"], "b"]),
    "and before or": ("soep OR koken AND eten", ["any", "soep", ["all", "koken", "eten"]]),
    "parentheses": ("(soep OR koken) AND eten", ["all", ["any", "soep", "koken"], "eten"]),
    "not": ("eten NOT soep", ["all", "eten", ["not", "soep"]]),
    "minus": ("eten -soep koken", ["all", ["any", "eten", "koken"], ["not", "soep"]]),
    "minus a phrase": ('eten -"warme soep"', ["all", "eten", ["not", "warme soep"]]),
    "and not": ("eten AND NIET soep", ["all", "eten", ["not", "soep"]]),
    "a field narrows": ("eten plaats:Utrecht", ["all", "eten", "place=Utrecht"]),
    "a field of several words": ('plaats:"Den Bosch"', "place=Den Bosch"),
    "fields of one name": ("plaats:Utrecht plaats:Urk", ["any", "place=Utrecht", "place=Urk"]),
    "fields of two names": ("bundel:1 thema:eten", ["all", "edition=1", "theme=eten"]),
    "a field of the text": ("titel:brug", "title:brug"),
    "an English field": ("title:brug", "title:brug"),
    "a prefix": ("wijk*", "wijk*"),
    "nearly": ("buurthuis~", "buurthuis~"),
    "nothing": ("", None),
    "no words": ("\0 ?! 😀 ()", None),
    "an operator alone": ("AND", "AND"),
    "an operator without its right side": ("soep AND", ["any", "soep", "AND"]),
    "operators in a row": ("soep AND OR eten", ["any", ["any", "soep", "AND"], "eten"]),
    "small letters are no operator": ("soep en eten", ["any", "soep", "eten"]),
    "parentheses without a partner": (")soep( eten", ["any", "soep", "eten"]),
    "a field that does not exist": ("http:soep", ["any", "http", "soep"]),
    "a field without a value": ("plaats: soep", ["any", "plaats", "soep"]),
    "a hyphen with blanks": ("soep - eten", ["any", "soep", "eten"]),
    "a wildcard within": ("so*p", ["any", "so", "p"]),
    "only an exclusion": ("-soep", ["not", "soep"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "condition"), CONDITIONS.values(), ids=CONDITIONS.keys())
def test_text_asks_for_a_condition(text: str, condition: object) -> None:
    assert _shown(parse_query(text, ANALYSIS).condition) == condition


CLAUSES = {
    "words": ("moestuin Utrecht", ["moestuin", "Utrecht"]),
    "stop words are dropped": ("het buurthuis van de wijk", ["buurthuis", "wijk"]),
    "only stop words are kept": ("wie is er", ["wie", "is", "er"]),
    "a word twice counts once": ("kind kind Kind", ["kind"]),
    "a phrase": ('koffie "samen eten"', ["koffie", "samen eten"]),
    "stop words beside a phrase are dropped": ('de "samen eten"', ["samen eten"]),
    "typographic quotes": ("„sociale basis”", ["sociale basis"]),
    "an unbalanced quote": ('"samen eten', ["samen", "eten"]),
    "an empty phrase": ('"" wijk', ["wijk"]),
    "a place of two words": ("jongeren in Den Bosch", ["jongeren", "Den Bosch"]),
    "signs of other engines": ("*c* [x TO y] a^2 ?", ["c", "x", "TO", "y", "a", "2"]),
    "what is excluded is no clause": ("soep -eten NOT koken", ["soep"]),
    "nothing": ("", []),
    "no words": ("\0 ?! 😀", []),
}


@pytest.mark.parametrize(("text", "clauses"), CLAUSES.values(), ids=CLAUSES.keys())
def test_text_asks_for_clauses(text: str, clauses: list[str]) -> None:
    assert _clauses(text)[: len(clauses)] == clauses


def test_place_asks_for_its_other_names_too() -> None:
    (clause,) = parse_query("den bosch", ANALYSIS).clauses
    names = {" ".join(term.form for term in way.terms) for way in clause.ways}
    assert names == {"den bosch", "shertogenbosch"}


def test_hyphenated_word_asks_for_the_whole_or_its_parts_in_order() -> None:
    (clause,) = parse_query("wijk-team", ANALYSIS).clauses
    names = [[term.form for term in way.terms] for way in clause.ways]
    assert names == [["wijkteam"], ["wijk", "team"]]


def test_phrase_is_met_by_its_forms_only() -> None:
    phrase, word = parse_query('"samen eten" koken', ANALYSIS).clauses
    assert phrase.ways[0].readings == ("form",)
    assert word.ways[0].readings == ("form", "lemma")


def test_exact_question_takes_forms_only() -> None:
    (word,) = parse_query("kinderen", ANALYSIS, widening=EXACT).clauses
    assert [way.readings for way in word.ways] == [("form",)]


def _label(text: str) -> Label:
    return Label(text, tuple(word.lemma for word in ANALYSIS.words(text)))


THESAURUS = Thesaurus(
    (
        Concept(
            "maaltijd", "maaltijd", (_label("maaltijd"), _label("samen koken"), _label("eettafel"))
        ),
        Concept("hond", "hond", (_label("hond"),), broader=("dier",)),
        Concept("dier", "dier", (_label("dier"),), narrower=("hond",)),
    )
)


def test_concept_of_one_word_brings_its_other_names_to_the_word() -> None:
    (word,) = parse_query("maaltijden", ANALYSIS, widening=Widening(thesaurus=THESAURUS)).clauses
    assert [(way.kind, way.label) for way in word.ways] == [
        ("word", ""), ("synonym", "samen koken"), ("synonym", "eettafel"),
    ]  # fmt: skip
    assert all(way.weight < 1 for way in word.ways[1:])


def test_concept_of_several_words_is_a_clause_beside_them() -> None:
    widening = Widening(thesaurus=THESAURUS)
    clauses = parse_query("ouderen samen koken", ANALYSIS, widening=widening).clauses
    assert [(clause.text, clause.concept) for clause in clauses] == [
        ("ouderen", False), ("samen", False), ("koken", False), ("samen koken", True),
    ]  # fmt: skip


def test_narrower_concept_counts_less_than_a_synonym() -> None:
    (dier,) = parse_query("dier", ANALYSIS, widening=Widening(thesaurus=THESAURUS)).clauses
    (maal,) = parse_query("maaltijd", ANALYSIS, widening=Widening(thesaurus=THESAURUS)).clauses
    assert [way.kind for way in dier.ways] == ["word", "narrower"]
    assert dier.ways[1].weight < maal.ways[1].weight


def test_words_side_by_side_are_pairs() -> None:
    query = parse_query("soep koken eten AND wijk", ANALYSIS)
    assert query.pairs == ((0, 1), (1, 2))


def test_long_question_is_cut_and_says_so() -> None:
    query = parse_query(" ".join(f"woord{number}" for number in range(100)), ANALYSIS)
    assert len(query.clauses) == MAX_CLAUSES
    assert query.ignored == 100 - MAX_CLAUSES


SIGNS = st.sampled_from(
    ["soep", "de", "EN", "OR", "NIET", "(", ")", '"', "“", "-", "*", "~", "~2", ":", "plaats:", " "]
)


@given(st.one_of(st.text(max_size=300), st.lists(SIGNS, max_size=60).map("".join)))
def test_any_text_is_a_query(text: str) -> None:
    query = parse_query(text, ANALYSIS)
    query.text.encode()
    assert len(query.clauses) <= MAX_CLAUSES


def test_lone_surrogate_is_replaced() -> None:
    assert parse_query("wijk\udcff", ANALYSIS).text == "wijk?"
