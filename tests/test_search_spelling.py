"""What is offered for a misspelt word, and what is left alone."""

from collections.abc import Callable

import pytest
import score_spelling

from indexer.dutch import load_analysis, load_lexicon, sound_of
from indexer.store import IndexedWord
from search.collection import Collection
from search.hits import search
from search.models import Filters
from search.spelling import FAR_MORE, MOST_WORDS, Spelling

ANALYSIS = load_analysis()
WORDS = {
    "buurthuis": 3, "Lewenborg": 2, "vrijwilligers": 9, "vrijwilligster": 1, "samen": 8, "eten": 5,
    "moestuin": 2, "wethouder": 4, "dorpshuis": 1, "café": 2, "stichting": 30, "sticting": 1,
}  # fmt: skip


def _indexed(spelling: str, passages: int) -> IndexedWord:
    (word,) = ANALYSIS.words(spelling)
    return IndexedWord(word.form, spelling, word.lemma, word.parts, sound_of(word.form), passages)


SPELLING = Spelling(
    sorted((_indexed(*item) for item in WORDS.items()), key=lambda word: word.form),
    lambda form: form in load_lexicon(),
)


def _finds(*texts: str) -> Callable[[str], int]:
    """An index in which these texts find something."""
    return lambda text: int(text in texts)


def _offer(text: str, *texts: str) -> str | None:
    return SPELLING.suggestion(text, ANALYSIS.words(text), _finds(*texts))


OFFERS = {
    "a letter left out": ("vrijwiligers", "vrijwilligers"),
    "two letters swapped": ("vrijwillgiers", "vrijwilligers"),
    "another sign for the sound": ("wethauder", "wethouder"),
    "a name, with its capital": ("lewenburg", "Lewenborg"),
    "another linker": ("dorphuis", "dorpshuis"),
    "split": ("moes tuin", "moestuin"),
    "two of them, and the rest as typed": (
        "Wat doet de wethauder in het buurdhuis?",
        "Wat doet de wethouder in het buurthuis?",
    ),
    "within quotes and behind a field": (
        'titel:wethauder "wethauder"',
        'titel:wethouder "wethouder"',
    ),
}


@pytest.mark.parametrize(("typed", "meant"), OFFERS.values(), ids=OFFERS)
def test_misspelt_word_gets_the_word_of_the_index(typed: str, meant: str) -> None:
    assert _offer(typed) == meant


def test_glued_words_are_parted_where_they_stand_side_by_side() -> None:
    assert _offer("sameneten") is None
    assert _offer("sameneten", '"samen eten"') == "samen eten"


def test_pair_that_stands_side_by_side_is_not_glued() -> None:
    assert _offer("moes tuin", '"moes tuin"') is None
    assert _offer('"moes" tuin') is None


ALONE = {
    "in the index": "vrijwilligers",
    "without its accent": "cafe",
    "another inflection": "wethouders",
    "Dutch, but not in the index": "huurders",
    "too far": "zwabbelplok",
    "too short": "etn",
    "a number": "2024",
    "a stop word": "waaruit",
    "a prefix": "wethaud*",
    "a fuzzy word": "wethauder~",
    "the name of a field": "wethauder:",
    "nothing": "",
}


@pytest.mark.parametrize("typed", ALONE.values(), ids=ALONE)
def test_word_is_left_alone(typed: str) -> None:
    assert _offer(typed) is None


def test_word_that_finds_something_some_other_way_is_left_alone() -> None:
    assert _offer("wethauder", "wethauder") is None


def test_compound_that_only_its_parts_find_is_asked_about() -> None:
    assert _offer("dorphuis", "dorphuis") == "dorpshuis"


def test_only_the_first_words_of_a_pasted_page_are_looked_at() -> None:
    assert _offer("samen " * MOST_WORDS + "wethauder") is None


def test_misspelling_of_the_texts_themselves_gives_way_to_a_word_of_many_passages() -> None:
    assert WORDS["stichting"] >= FAR_MORE
    assert _offer("sticting") == "stichting"
    assert _offer("vrijwilligster") is None


def test_of_two_that_are_as_near_the_one_in_more_passages_is_offered() -> None:
    words = [_indexed("plokken", 1), _indexed("plukken", 40), _indexed("plakken", 3)]
    (typed,) = ANALYSIS.words("plwkken")
    nearest = Spelling(words, lambda _: False).nearest(typed)
    assert nearest is not None
    assert nearest.spelling == "plukken"


SOUNDS = {
    "ij and ei": ("wijk", "weik"),
    "au and ou": ("vertrouwen", "vertrauwen"),
    "g and ch": ("stichting", "stigting"),
    "c and k": ("directie", "direktie"),
    "c and s": ("provincie", "provinsie"),
    "s and z": ("verhuizing", "verhuising"),
    "f and v": ("tafel", "tavel"),
    "d and t": ("raad", "raat"),
    "double letters": ("vrijwilliger", "vrijwiliger"),
}


@pytest.mark.parametrize(("right", "wrong"), SOUNDS.values(), ids=SOUNDS)
def test_words_that_are_misspelt_for_each_other_sound_the_same(right: str, wrong: str) -> None:
    assert sound_of(right) == sound_of(wrong)


def test_compound_keeps_the_letters_of_its_parts_apart() -> None:
    assert sound_of("dorphuis") != sound_of("dorfuis")


def test_search_offers_what_finds_more_and_leaves_the_question(
    street_collection: Collection,
) -> None:
    results = search(street_collection, "vrijwiligers")
    assert (results.query, results.total, results.suggestion) == (
        "vrijwiligers",
        0,
        "vrijwilligers",
    )
    assert search(street_collection, "vrijwilligers").suggestion is None


def test_search_offers_nothing_that_the_filters_leave_out(street_collection: Collection) -> None:
    assert search(street_collection, "vrijwiligers", Filters(editions=(1,))).suggestion is None


def test_places_titles_and_headings_are_words_of_the_index(street_collection: Collection) -> None:
    spellings = {word.spelling for word in street_collection.spelling.words}
    assert {"Waterdam", "Pomp", "Aanpak", "'s-Gravenmoer", "Gravenmoer"} <= spellings


@pytest.mark.parametrize("half", ["tune", "held"])
def test_offers_are_at_their_floors(casebook_collection: Collection, half: str) -> None:
    figures = score_spelling.scores(casebook_collection, half)
    assert score_spelling.below_floors(figures) == []
