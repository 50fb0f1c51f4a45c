"""A card has what the manifest says and what the text proves, each value with its quote."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from corpus import Card, CardField, Evidence, Span, find_series
from indexer.cards.context import contexts
from indexer.cards.cues import Cues, is_advice, load_cues
from indexer.cards.told import Told, decide, told_values
from indexer.dutch import load_analysis
from indexer.pipeline import build_index
from indexer.segment import Sentence
from search.collection import Collection, open_collection

MANIFEST = """
id = "verslag"
title = "Verslagen"

[[editions]]
number = 1
title = "Verslagen 1"

[[editions.sources]]
id = "een"
path = "een.md"
kind = "publication"
title = "Verslagen, eerste deel"

[[editions.cases]]
id = "de-loods"
title = "De Loods"
place = "Waterdam"
municipality = "Waterdam"
target_groups = ["ouderen"]
organisations = ["Stichting Loods"]
social_capital = "bridging"

[[editions.cases]]
id = "het-veld"
title = "Het Veld"
"""

TEXT = """# De Loods

Aan de kade staat een oude loods. In maart 2020 ging De Loods open.

## Aanleiding

In 2019 sloot het buurthuis. Bewoners hadden geen plek meer om elkaar te ontmoeten.

## Doel

De Loods wil ouderen en jongeren met elkaar in contact brengen.

## Aanpak

Elke woensdag koken twee jongeren met vier ouderen. Doelgroep: ouderen die alleen wonen.

## Samenwerking

De woningcorporatie stelt de ruimte beschikbaar. De bibliotheek leent boeken uit.

## Financiering

De gemeente geeft 8.000 euro subsidie per jaar. Wat doet een gulden?

## Lessen

Begin klein. Zorg voor een vast gezicht. Begin je te laat?

# Het Veld

Op het veld groeit gras.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    folder = tmp_path_factory.mktemp("verslag")
    (folder / "een.md").write_text(TEXT, encoding="utf-8")
    (folder / "series.toml").write_text(MANIFEST, encoding="utf-8")
    series = find_series(str(folder))
    build_index(series, folder / "home", report=lambda *_: None)
    with open_collection(series, folder / "home") as collection:
        yield collection


def _card(collection: Collection) -> Card:
    card = collection.card("de-loods")
    assert card is not None
    return card


TOLD: dict[CardField, list[str]] = {
    "jaar": ["In maart 2020 ging De Loods open."],
    "aanleiding": [
        "In 2019 sloot het buurthuis.",
        "Bewoners hadden geen plek meer om elkaar te ontmoeten.",
    ],
    "doel": ["De Loods wil ouderen en jongeren met elkaar in contact brengen."],
    "aanpak": ["Elke woensdag koken twee jongeren met vier ouderen."],
    "doelgroep": ["Doelgroep: ouderen die alleen wonen."],
    "partners": [
        "De woningcorporatie stelt de ruimte beschikbaar.",
        "De bibliotheek leent boeken uit.",
    ],
    "financiering": ["De gemeente geeft 8.000 euro subsidie per jaar."],
    "lessen": ["Begin klein.", "Zorg voor een vast gezicht."],
    "knelpunten": [],
}


@pytest.mark.parametrize("field", TOLD)
def test_a_report_in_plain_words_fills_its_card(report: Collection, field: CardField) -> None:
    told = [value.evidence for value in _card(report).of(field)]
    assert [evidence.quote for evidence in told if evidence] == TOLD[field]


def test_the_value_is_a_verbatim_piece_of_its_quote(report: Collection) -> None:
    told = [value for value in _card(report).values if value.evidence]
    assert all(value.evidence and value.value in value.evidence.quote for value in told)
    (group,) = (value for value in told if value.field == "doelgroep")
    assert group.value == "ouderen die alleen wonen."
    assert [value.value for value in told if value.field == "jaar"] == ["2020"]


def test_what_the_manifest_says_comes_first_and_has_no_quote(report: Collection) -> None:
    card = _card(report)
    assert [(v.value, v.origin) for v in card.of("plaats")] == [("Waterdam", "manifest")]
    assert [(v.value, v.origin) for v in card.of("sociaal-kapitaal")] == [("bridging", "manifest")]
    assert card.of("doelgroep")[0].value == "ouderen"
    assert card.of("uitvoerende-organisaties")[0].value == "Stichting Loods"
    assert card.of("wijk-of-dorp") == ()
    assert all((value.origin == "text") == (value.evidence is not None) for value in card.values)


def test_every_quote_stands_on_its_page(report: Collection, default_collection: Collection) -> None:
    for collection in (report, default_collection):
        quotes = [v.evidence for c in collection.catalogue.cards for v in c.values if v.evidence]
        assert len(quotes) > 10
        for evidence in quotes:
            page = collection.text(evidence.document).pages[evidence.span.page]
            assert page.text[evidence.span.start : evidence.span.end] == evidence.quote
            assert page.ref == evidence.page


ADVICE = {
    "Begin klein.": True,
    "En zorg voor een vast gezicht.": True,
    "Laat de sleutel bij de buren.": True,
    "Begin je te laat?": False,
    "Vraag je om zout, dan krijg je het.": False,
    "Start de bus niet, dan loopt men.": False,
    "Bewoners koken samen.": False,
    "": False,
}


@pytest.mark.parametrize(("text", "advice"), ADVICE.items())
def test_advice_is_known_by_its_imperative(text: str, advice: object) -> None:
    assert is_advice(text) is advice


def test_every_cue_is_of_another_field() -> None:
    fields = [cue.field for cue in load_cues()]
    assert len(fields) == len(set(fields))


def _sentences(*texts: str) -> list[Sentence]:
    return [
        Sentence(
            text, ("De Loods",), Evidence(text, "een", None, Span(0, n, n + 1)), n, first=not n
        )
        for n, text in enumerate(texts)
    ]


def test_an_announcement_is_no_value_but_says_what_follows() -> None:
    cues = Cues(load_analysis())
    plain = "Twee koks vertrokken naar een andere stad."
    rest = ["Er staat een huis."] * 3
    alone = told_values(_sentences(*rest, plain), cues)
    after = told_values(_sentences(*rest, "Er was ook tegenwind.", plain), cues)
    assert [value.field for value in alone] == []
    assert [(value.field, value.value) for value in after] == [("knelpunten", plain)]


LEANING = {
    "Dat hielp drie dagen.": False,
    "Die euro is toen met koffie afgekocht.": False,
    "De zaal stond drie dagen leeg.": True,
    "Dat hielp drie dagen, en toen stond de zaal van het buurthuis weer leeg.": True,
}


@pytest.mark.parametrize(("text", "is_told"), LEANING.items())
def test_a_short_sentence_that_leans_on_another_must_surely_tell(
    text: str, *, is_told: bool
) -> None:
    able = contexts(_sentences("Er staat een huis.", text), Cues(load_analysis()))
    (*_, (sentence, context)) = able
    told = [Told(odds, 1, "knelpunten", sentence, context) for odds in (0.8, 2.0)]
    assert [bool(list(decide([one]))) for one in told] == [is_told, True]


@pytest.mark.parametrize("nothing", ["niet beschreven", "Niet bekend.", "n.v.t.", "-"])
def test_a_label_behind_which_nothing_is_told_leaves_the_field_empty(nothing: str) -> None:
    cues = Cues(load_analysis())
    assert told_values(_sentences("Organisaties: Stichting Loods"), cues)
    assert told_values(_sentences(f"Organisaties: {nothing}"), cues) == ()


def test_the_year_of_a_prize_is_not_that_of_the_beginning() -> None:
    prize = "In maart 2019 won de winkel een prijs."
    began = "In het voorjaar van 2021 begon de winkel in een garage."
    able = contexts(_sentences("Er staat een huis.", prize, began), Cues(load_analysis()))
    years = [(context.year, context.earliest) for _, context in able]
    assert years == [(None, False), (None, False), (2021, True)]
    told = told_values(_sentences("Er staat een huis.", prize), Cues(load_analysis()))
    assert [value.field for value in told if value.field == "jaar"] == []


def test_a_margin_note_does_not_tell_what_the_heading_beside_it_announces() -> None:
    (own,) = _sentences("Een vaste beheerder kent iedereen.")
    own = replace(own, headings=("De Loods", "Randvoorwaarden"))
    both = [own, replace(own, text="Een beheerder is een huismeester.", kind="margin-note")]
    under = [context.under for _, context in contexts(both, Cues(load_analysis()))]
    assert under == [frozenset({"randvoorwaarden"}), frozenset()]


def test_a_footnote_tells_nothing_and_leaves_what_is_announced_before_it() -> None:
    cues = Cues(load_analysis())
    before, source, after = _sentences(
        "Er was ook tegenwind.",
        "Jaarbericht van de gemeente, waarin het aantal meldingen met 40 procent daalde.",
        "Twee koks vertrokken naar een andere stad.",
    )
    note = replace(source, kind="footnote", first=True)
    assert [value.value for value in told_values([source], cues)] == [source.text]
    assert told_values([note], cues) == ()
    assert told_values([before, note, after], cues) == told_values([before, after], cues) != ()


def test_a_value_does_not_end_at_a_colon() -> None:
    whole = "De gemeente betaalt mee: twintigduizend euro subsidie per jaar."
    told = told_values(_sentences("Er staat een huis.", whole), Cues(load_analysis()))
    assert [value.value for value in told if value.field == "financiering"] == [whole]


@pytest.mark.parametrize(
    "text",
    [
        "Openbare pagina's noemen samen met buren koken en eten als aanpak.",
        "De thema's zijn samen eten, zelfbeheer en werk voor bewoners.",
        "Samen met bewoners koken is een van de thema's.",
        "De redactie koos deze casus om te laten zien wat samen koken kan betekenen.",
        "Bij de casus horen drie organisaties.",
        "Ook uit Lindedam komt een casus.",
        "Zijn buurman denkt te weten waarom de bewoners terugkomen.",
        "Zij weet wel hoe dat komt.",
        "Waarom dat werkt, daar heeft de agent een duidelijke mening over.",
        "De bewoners zijn daar eerlijk over.",
    ],
)
def test_what_is_about_the_text_itself_tells_nothing(text: str) -> None:
    cues = Cues(load_analysis())
    assert list(contexts(_sentences(text), cues)) == []


def test_a_text_that_tells_nothing_leaves_the_card_empty() -> None:
    cues = Cues(load_analysis())
    assert told_values(_sentences("Er staat een huis.", "Het regent."), cues) == ()
    assert told_values((), cues) == ()
