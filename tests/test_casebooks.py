"""The casebooks that cards are learned from are read as they were written, tags and all."""

import pytest
from casebooks import casebooks, read_casebook

from corpus import CARD_FIELDS, find_series
from indexer.vocabulary import load_target_groups, load_themes

FROM_THE_MANIFEST = {"plaats", "wijk-of-dorp", "gemeente", "provincie", "sociaal-kapitaal"}


@pytest.mark.parametrize("name", casebooks())
def test_each_sentence_is_read_as_it_was_written(name: str) -> None:
    for one in read_casebook(name):
        assert one.case.found_by == "heading"
        assert [s.text for s in one.sentences] == [s.text for s in one.tagged.sentences]
        assert len(one.sentences) >= 5


@pytest.mark.parametrize("name", casebooks())
def test_every_theme_and_target_group_is_one_of_the_vocabularies(name: str) -> None:
    series = find_series("voorbeeld")
    themes, groups = load_themes(series), load_target_groups(series)
    for case in casebooks()[name]:
        assert case.themes
        assert all(themes.find(theme) for theme in case.themes)
        assert case.target_groups
        assert all(groups.find(group) for group in case.target_groups)


def test_the_hands_together_tell_every_field_that_a_text_can_tell() -> None:
    told = {
        field
        for cases in casebooks().values()
        for case in cases
        for sentence in case.sentences
        for field in sentence.sure
    }
    assert told == set(CARD_FIELDS) - FROM_THE_MANIFEST


def test_no_tag_is_left_in_the_text() -> None:
    for cases in casebooks().values():
        assert not [case.id for case in cases if "{" in case.markdown or "}" in case.markdown]


@pytest.mark.parametrize("name", casebooks())
def test_second_reader_adds_to_what_the_writer_tagged(name: str) -> None:
    sentences = [sentence for case in casebooks()[name] for sentence in case.sentences]
    assert any(sentence.also for sentence in sentences)
    for sentence in sentences:
        assert not sentence.also & sentence.sure
        assert not sentence.unsure & (sentence.also | sentence.sure)
