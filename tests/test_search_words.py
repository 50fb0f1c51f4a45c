import json

from conftest import Wijk

from search.collection import Collection
from search.words import explain_words


def test_inflection_is_explained_by_its_lemma_and_what_has_it(
    street_collection: Collection,
) -> None:
    [word] = explain_words(street_collection, "Kind").words
    assert (word.form, word.lemma, word.lemma_by) == ("kind", "kind", "dictionary")
    assert (word.form_passages, word.lemma_passages) == (1, 2)


def test_compound_is_explained_by_its_parts_and_what_has_them(
    street_collection: Collection,
) -> None:
    [word] = explain_words(street_collection, "koffiehuizen").words
    assert [(part.lemma, part.passages) for part in word.parts] == [("koffie", 1), ("huis", 2)]
    assert word.score is not None
    assert 0 < word.score <= max(part.frequency for part in word.parts)
    assert word.form_passages == word.lemma_passages == word.compound_passages == 0


def test_word_within_compounds_of_the_text_is_counted_apart(
    default_collection: Collection,
) -> None:
    [word] = explain_words(default_collection, "buurt").words
    assert word.compound_passages > 0
    assert word.lemma_passages >= word.form_passages > 0


def test_word_that_is_no_compound_has_neither_parts_nor_score(
    street_collection: Collection,
) -> None:
    [word] = explain_words(street_collection, "welzijn").words
    assert (word.parts, word.inner_parts, word.score) == ((), (), None)


def test_other_names_are_those_of_the_thesaurus(default_collection: Collection) -> None:
    [word] = explain_words(default_collection, "wijkcentra").words
    assert "buurthuis" in {name.label for name in word.other_names if name.relation == "synonym"}


def test_words_of_a_hyphenated_word_are_explained_too(street_collection: Collection) -> None:
    words = explain_words(street_collection, "sociaal-cultureel").words
    assert [word.text for word in words] == ["sociaal-cultureel", "sociaal", "cultureel"]


def test_unknown_word_says_that_its_lemma_is_a_guess(street_collection: Collection) -> None:
    [word] = explain_words(street_collection, "frobbelheden").words
    assert (word.lemma, word.lemma_by, word.frequency) == ("frobbelheid", "stemmer", 0)


def test_command_prints_what_the_json_says(wijk_default: Wijk) -> None:
    shown = wijk_default("explain-word", "vrijwilligerswerkbeleid")
    [word] = json.loads(wijk_default("explain-word", "vrijwilligerswerkbeleid", "--json").stdout)[
        "words"
    ]
    assert shown.exit_code == 0
    assert [part["lemma"] for part in word["parts"]] == ["vrijwilligerswerk", "beleid"]
    assert word["inner_parts"] == ["vrijwilliger", "werk"]
    for part in word["parts"]:
        assert f"{part['lemma']}, used {part['frequency']}" in shown.stdout
    assert "vrijwilliger, werk" in shown.stdout


def test_stop_word_is_called_one(wijk_default: Wijk) -> None:
    assert "de (stop word)" in wijk_default("explain-word", "de").stdout


def test_text_without_a_word_ends_with_1(wijk_default: Wijk) -> None:
    result = wijk_default("explain-word", "…")
    assert result.exit_code == 1
    assert "no word" in result.stderr
