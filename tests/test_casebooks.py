"""The casebooks that cards are learned from are read as they were written, tags and all."""

import pytest
from casebooks import casebooks, read_casebook
from librarians import Filed

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
        for filed, vocabulary in ((case.themes, themes), (case.target_groups, groups)):
            assert filed.first
            assert all(vocabulary.find(concept) for concept in filed.may | filed.vague)


@pytest.mark.parametrize("name", casebooks())
def test_second_librarian_mostly_files_a_casebook_as_its_writer_did(name: str) -> None:
    filed = [one for case in casebooks()[name] for one in (case.themes, case.target_groups)]
    assert not any(one.second & one.vague for one in filed)
    first, second, both = (sum(map(len, ids)) for ids in zip(*map(_ids, filed), strict=True))
    assert both >= first / 2
    assert both >= second / 2


def _ids(filed: Filed) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    return filed.first, filed.second, filed.must


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
